"""Copies of the open project, in either form."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from briefer.errors import BrieferError
from briefer.gui.desk import chooser
from briefer.gui.desk.tools import Tools
from briefer.gui.desk.waiting import waiting
from briefer.gui.work.projects import Projects

# What runs a child process is loaded with the first that is needed.
if TYPE_CHECKING:
    from briefer.gui.desk.beside import Beside
    from briefer.session import Session

ELSEWHERE: Final = "Save a copy elsewhere…"
_SUFFIX: Final = ".brief"
_YAML_SUFFIX: Final = ".brief.yaml"
_COPY: Final = "briefer.tasks.preparing:copy_file"


class Copying(QObject):
    """Writes large ones in a child process; a copy that is given up leaves what stood in its place."""

    def __init__(self, tools: Tools, projects: Projects, settled: Callable[[], bool]) -> None:
        """`settled` keeps what is being written and tells whether that went well."""
        super().__init__()
        self._desk = tools.desk
        self._chooser = tools.chooser
        self._settings = tools.settings
        self._projects = projects
        self._settled = settled
        self._under_way: list[Beside] = []

    def save(self, *, history: bool = True) -> None:
        """Ask where, and write the project there as it stands; with history also how it came to be."""
        words = "Copy" if history else "Copy without history"
        path = self._asked(f"Save a {words.lower()}", self._suggested(_SUFFIX))
        if path is not None:
            told = partial(self._desk.told.emit, f"{words} saved as {path.name}")
            self._write(path, told, history=history)

    def save_to_work_on(self) -> None:
        """Ask where, write the project there, and go on with that copy."""
        path = self._asked("Save a copy to work on", self._suggested(_SUFFIX))
        if path is not None:
            self._write(path, partial(self._projects.open, path))

    def save_elsewhere(self) -> None:
        """Ask where, write the project there and go on with that: what is being written stays as it is."""
        suggested = Path.home() / self._suggested(_SUFFIX).name  # where it lies may not answer
        path = self._asked("Save a copy elsewhere", suggested, settled=True)
        if path is not None:
            self._write(path, partial(self._go_on_in, self._desk.opened(), path))

    def export_yaml(self) -> None:
        """Ask where, the YAML file the project came from first, and write it there as YAML."""
        known = self._projects.whereabouts.yaml()
        path = self._asked("Export as YAML", known or self._suggested(_YAML_SUFFIX))
        if path is not None:
            self._write(path, partial(self._desk.told.emit, f"Exported as {path.name}"))

    def may_end(self, end: Callable[[], object]) -> bool:
        """Tell whether no copy is being written any more, or offer to give it up before the `end`."""
        if self._under_way:
            sentence = "A copy of the project is still being written; wait for it, or give it up."
            self._desk.mendable.emit(sentence, "Give it up and close", lambda: self._end(end))
        return not self._under_way

    def _end(self, end: Callable[[], object]) -> None:
        for copy in tuple(self._under_way):
            copy.cancel()
        end()

    def _go_on_in(self, here: Session, path: Path) -> None:
        from briefer.tasks import opening

        if self._desk.session is not here:  # another project was opened meanwhile, or none lies there
            self._desk.told.emit(f"Copy saved as {path.name}")
            return
        with self._desk.minding():
            copy = opening.open_project(path, self._settings.author, program="the window", patience=0)
            if copy.moment() != here.moment():  # something was changed while the copy was written
                opening.close_project(copy)
                self._write(path, partial(self._go_on_in, here, path))
                return
            if here.path is not None and copy.path is not None:
                self._settings.carry(here.path, copy.path)
            self._desk.move(copy)
            self._desk.told.emit(f"All of it is in {path.name} now, and work goes on there")

    def _asked(self, title: str, suggested: Path, *, settled: bool = False) -> Path | None:
        """Ask where, and return a path of the form that the suggested name has."""
        from briefer.tasks import opening
        from briefer.tasks.output import refuse_existing

        yaml = opening.is_yaml(suggested)
        path = self._chooser.save(title, suggested, chooser.YAML if yaml else chooser.PROJECT)
        if path is None or not (settled or self._settled()):
            return None
        if opening.is_yaml(path) if yaml else path.suffix == _SUFFIX:
            return path
        whole = path.with_name(path.name + (_YAML_SUFFIX if yaml else _SUFFIX))
        try:
            # The desktop asked before the name that was typed was taken, not this one.
            refuse_existing(whole)
        except BrieferError as error:
            self._desk.refused.emit(str(error))
            return None
        return whole

    def _write(self, path: Path, then: Callable[[], None], *, history: bool = True) -> None:
        from briefer.tasks import preparing

        place = self._desk.opened().place
        project = place.path if place is not None and place.holds() else None
        # What lies only in memory, or no more where it was opened, only this process can read.
        if project is None or preparing.is_small(project):
            with self._desk.minding():
                self._write_here(path, history=history)
                then()
        else:
            self._write_beside(project, path, then, history=history)

    def _write_here(self, path: Path, *, history: bool) -> None:
        from briefer.tasks import opening, working_copies

        with waiting():
            session = self._desk.opened()
            opening.copy_project(session, path, history=history)
            if opening.is_yaml(path):
                working_copies.written_back(session.path, path)

    def _write_beside(self, project: Path, path: Path, then: Callable[[], None], *, history: bool) -> None:
        from briefer.gui.desk.beside import Beside
        from briefer.tasks.output import clear_up, new_mark

        mark = new_mark()

        def over() -> None:
            self._under_way.remove(copy)
            clear_up(path, mark)

        def done(_result: object) -> None:
            self._under_way.remove(copy)
            then()

        words, paths = f"Writing {path.name}", (str(project), str(path))
        copy = Beside(self._desk, words, _COPY, *paths, history, mark, done=done, stopped=over)
        self._under_way.append(copy)

    def _suggested(self, suffix: str) -> Path:
        name = self._desk.opened().project.details().title or "brief"
        return self._projects.whereabouts.home() / f"{name.replace('/', '-')} copy{suffix}"
