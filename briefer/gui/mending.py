"""The way from a finding, or from any name of a thing in the project, to where it can be mended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal

from briefer.gui.asking import Asking
from briefer.gui.checking.model import Found
from briefer.gui.desk.desk import Desk
from briefer.gui.work.drafting import Drafting
from briefer.gui.workspace import Workspace
from briefer.model.project import Named
from briefer.model.records import BLUF, DETAILS, Details, Difference, Passage, Section, Source, Statement, Tag

_FIELDS: Final = ("publisher", "published", "url")
"""What a reference is found to lack, in the order of its form."""


class Mending(QObject):
    """Shows places; what can be filled in or written it opens."""

    difference_wanted = Signal(str)
    """The id of a Difference to show."""

    def __init__(
        self,
        desk: Desk,
        space: Workspace,
        drafting: Drafting,
        asking: Asking,
        turn_to_outline: Callable[[], None],
    ) -> None:
        super().__init__(space)
        self._desk = desk
        self._space = space
        self._drafting = drafting
        self._asking = asking
        self._turn_to_outline = turn_to_outline

    def mend(self, found: Found) -> None:
        """Open what a finding is about: the statement, the passage, the missing field, the section."""
        project = self._desk.project
        if project is None:
            return
        lacking = _lacking(found.rule, project.details())
        if lacking and found.where != DETAILS:
            self.go_to(found.where)
        if lacking or found.where == DETAILS:
            self._asking.ask_details(lacking)
        elif found.where == BLUF:
            self._show_group(BLUF)
        else:
            with self._desk.minding():
                self._open(project.find(found.where))

    def go_to(self, name: str) -> None:
        """Show where something stands that an id, a label or a key names, or the bottom line."""
        if name == BLUF:
            self._show_group(BLUF)
            return
        with self._desk.minding():
            self._show(self._desk.opened().project.find(name))

    def _open(self, thing: Named) -> None:
        """Begin to mend a thing."""
        if isinstance(thing, Statement):
            self._show(thing)
            self._drafting.edit(thing)
        elif isinstance(thing, Source):
            missing = (name for name in _FIELDS if not getattr(thing.reference, name))
            self._asking.describe(thing, next(missing, ""))
        else:
            self._show(thing)

    def _show(self, thing: Named) -> None:
        project = self._desk.opened().project
        match thing:
            case Passage():
                self._space.panes.go_to(thing)
            case Tag():
                self._space.panes.go_to(project.passage(thing.passage))
            case Source():
                self._space.panes.show_source(thing)
            case Section():
                self._show_group(thing.id)
            case Statement():
                self._turn_to_outline()
                self._space.outline.choose(thing.id)
            case Difference():
                self.difference_wanted.emit(thing.id)

    def _show_group(self, key: str) -> None:
        """Show a heading of the outline; Enter then writes under it."""
        self._turn_to_outline()
        self._space.outline.choose_heading(key)
        self._space.outline.setFocus()


def _lacking(rule: str, details: Details) -> str:
    """Return the field of the details that a finding is mended in, though it is about something else."""
    if rule == "acronym":
        return "acronyms"
    field = {"likelihood": "scale", "relative-date": "event_date", "marking": "marking"}.get(rule, "")
    return field if field and not getattr(details, field) else ""
