"""Projects opened, begun, copied and closed from the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from briefer.gui.desk import chooser
from briefer.gui.desk.chooser import Chooser
from briefer.gui.desk.desk import Desk
from briefer.gui.desk.settings import Settings
from briefer.gui.desk.waiting import waiting

_SUFFIX: Final = ".brief"
_YAML_SUFFIX: Final = ".brief.yaml"


class Projects(QObject):
    """Puts projects on the desk; what goes wrong is told there, what needs a choice is offered."""

    def __init__(
        self, desk: Desk, settings: Settings, chooser_: Chooser, settled: Callable[[], bool]
    ) -> None:
        """`settled` keeps what is being written and tells whether the open project can be left."""
        super().__init__()
        self._desk = desk
        self._settled = settled
        self._settings = settings
        self._chooser = chooser_
        self._yaml: Path | None = None
        """The YAML file that the open project came from."""

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a project of either form; a YAML one as a working copy, so that work on it goes on."""
        from briefer.session import InUseError
        from briefer.tasks import opening, working_copies

        with self._desk.minding(), waiting():
            path = path.absolute()
            opening.existing(path, "it may have been moved, so look for it by Open")
            home = path if opening.is_yaml(path) else None
            notes: list[str] = []
            place = working_copies.working_copy(path, notes.append) if home else path
            if self._is_open(place) or not self._settled():
                return
            try:
                author = self._settings.author
                session = opening.open_project(place, author, program="the window", read_only=read_only)
            except InUseError as refusal:
                self._desk.offered.emit(
                    str(refusal), "Open read-only", lambda: self.open(path, read_only=True)
                )
                return
            self._yaml = home
            self._settings.remember(path)
            self._settings.keep("was-open", "yes")
            self._desk.lay(session)
            for note in notes:
                self._desk.noted.emit(note)

    def open_chosen(self) -> None:
        """Ask which project to open, and open it."""
        path = self._chooser.open_one("Open a project", chooser.PROJECTS)
        if path is not None:
            self.open(path)

    def open_sample(self) -> None:
        """Open a copy of the sample project."""
        from briefer.tasks import opening

        self.open(opening.sample_path())

    def new(self) -> None:
        """Ask where, and begin a project there with the sections of the template."""
        from briefer.tasks import opening

        path = self._chooser.save("New project", Path("Untitled brief.brief"), chooser.PROJECT)
        if path is None or not self._settled():
            return
        path = path if path.suffix == _SUFFIX else path.with_name(path.name + _SUFFIX)
        with self._desk.minding():
            # The desktop asked before an existing file was chosen, but a project is never overwritten.
            opening.new_project(path, title=path.stem)
            self.open(path)
            if self._is_open(path):
                self._sign()

    def _sign(self) -> None:
        """Put the user's name and office into a project that was just begun, if they are known."""
        from briefer.actions.details import set_fields

        known = {name: words for name in ("author", "office") if (words := self._settings.words(name))}
        if known:
            self._desk.do(lambda project: set_fields(project, known))

    def save_copy(self, *, history: bool = True) -> None:
        """Ask where, and write the project there as it stands; with history also how it came to be."""
        words = "Copy" if history else "Copy without history"
        self._write(f"Save a {words.lower()}", self._suggested(_SUFFIX), f"{words} saved as", history=history)

    def export_yaml(self) -> None:
        """Ask where, the YAML file the project came from first, and write it there as YAML."""
        own = self._yaml if self._yaml and not self._is_sample() else None
        self._write("Export as YAML", own or self._suggested(_YAML_SUFFIX), "Exported as")

    def close(self) -> None:
        """Take the project off the desk."""
        if self._settled():
            self._yaml = None
            self._settings.keep("was-open", "")
            self._desk.lay(None)

    def _write(self, title: str, suggested: Path, told: str, *, history: bool = True) -> None:
        """Ask where, and write the project in the form of the suggested name."""
        from briefer.tasks import opening, working_copies
        from briefer.tasks.output import refuse_existing

        yaml = opening.is_yaml(suggested)
        path = self._chooser.save(title, suggested, chooser.YAML if yaml else chooser.PROJECT)
        if path is None or not self._settled():
            return
        with self._desk.minding(), waiting():
            if not (opening.is_yaml(path) if yaml else path.suffix == _SUFFIX):
                path = path.with_name(path.name + (_YAML_SUFFIX if yaml else _SUFFIX))
                # The desktop asked before the name that was typed was taken, not this one.
                refuse_existing(path)
            opening.copy_project(self._desk.opened(), path, history=history)
            if yaml:
                working_copies.written_back(self._desk.opened().path, path)
            self._desk.told.emit(f"{told} {path.name}")

    def home(self) -> Path:
        """Return the folder that the open project is kept in, as its user knows it."""
        known = self._yaml or self._desk.opened().path
        return known.parent if known and not self._is_sample() else Path.home()

    def _is_sample(self) -> bool:
        from briefer.tasks import opening

        return self._yaml == opening.sample_path()

    def _is_open(self, place: Path) -> bool:
        session = self._desk.session
        return session is not None and session.path == place.resolve() and not session.read_only

    def _suggested(self, suffix: str) -> Path:
        session = self._desk.opened()
        name = session.project.details().title or "brief"
        return self.home() / f"{name.replace('/', '-')} copy{suffix}"
