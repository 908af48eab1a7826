"""What the sections editor asks for, done at the desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from briefer.actions import sections
from briefer.gui.desk import chooser
from briefer.gui.desk.tools import Tools
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import Section
from briefer.wording.counted import counted

_SUFFIX: Final = ".yaml"


class SectionsEditing:
    """Each call is one step to undo; what came of it is told at the desk."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._do = tools.desk.do

    def add(self, title: str) -> str:
        """Add a section at the end and return its id, or an empty string when it was refused."""
        done = self._do(lambda project: sections.add(project, sections.key_for(project, title), title=title))
        return done.edits[0].record.id if done else ""

    def change(self, section: Section, fields: Mapping[str, Any]) -> None:
        """Set fields of a section, as `actions.sections.change` takes them."""
        self._do(lambda project: sections.change(project, section, **fields))

    def take_digit(self, section: Section, digit: int | None) -> None:
        """Give a section a digit; another that has it takes this one's."""
        self._do(lambda project: sections.take_digit(project, section, digit))

    def move(self, section: Section, after: Section | None) -> None:
        """Put a section behind another, or first."""
        self._do(lambda project: sections.place(project, section, after))

    def merge(self, section: Section, into: Section) -> None:
        """Move everything that a section holds and remove it."""
        told = f"Merged {section.title} into {into.title}; Ctrl+Z takes it back"
        self._do(lambda project: sections.merge(project, section, into), told)

    def remove(self, section: Section) -> None:
        """Remove a section in which no statement stands."""
        told = f"Removed {section.title}; Ctrl+Z brings it back"
        self._without(lambda project: sections.remove(project, section), told)

    def dissolve(self, section: Section, into: Section | None) -> None:
        """Remove a section, its statements moved to another or to the bottom line."""
        there = into.title if into else "the bottom line"
        told = f"Removed {section.title}; its statements now stand in {there}"
        self._without(lambda project: sections.dissolve(project, section, into), told)

    def _without(self, make: Callable[[Project], Change], told: str) -> None:
        """Do a removal, and say how many passages no section holds because of it."""
        project = self._tools.desk.opened().project
        before = len(project.unfiled())
        if self._do(make, told) and (more := len(project.unfiled()) - before):
            self._tools.desk.told.emit(f"{told}; {counted(more, 'passage')} became unfiled")

    def save(self) -> None:
        """Ask where, and write the sections there as a template."""
        from briefer.tasks.output import refuse_existing
        from briefer.tasks.templates import save_template

        tools, project = self._tools, self._tools.desk.opened().project
        suggested = tools.home() / f"{project.details().title.replace('/', '-')} template{_SUFFIX}"
        path = tools.chooser.save("Save these sections as a template", suggested, chooser.TEMPLATE)
        if path is None:
            return
        with tools.desk.minding():
            if path.suffix != _SUFFIX:
                path = path.with_name(path.name + _SUFFIX)
                # The desktop asked before the name that was typed was taken, not this one.
                refuse_existing(path)
            save_template(project, path)
            tools.settings.remember_template(path)
            tools.desk.told.emit(f"Saved as {path.name}; “New from a template” offers it from now on")
