"""Projects opened, begun, copied and closed from the window."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from briefer.gui import chooser
from briefer.gui.chooser import Chooser
from briefer.gui.desk import Desk
from briefer.gui.settings import Settings

_SUFFIX: Final = ".brief"


class Projects(QObject):
    """Puts projects on the desk; what goes wrong is told there, what needs a choice is offered."""

    offered = Signal(str, str, object)
    """A sentence, the words of a way on, and what to call when it is taken."""

    def __init__(self, desk: Desk, settings: Settings, chooser_: Chooser) -> None:
        super().__init__()
        self._desk = desk
        self._settings = settings
        self._chooser = chooser_
        self.yaml_home: Path | None = None
        """The YAML file that the open project came from and that Export as YAML suggests."""

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a project of either form; a YAML one as a working copy, so that work on it goes on."""
        from briefer.session import InUseError
        from briefer.tasks import opening

        with self._desk.minding():
            path = path.absolute()
            home = path if opening.is_yaml(path) else None
            place = opening.working_copy(path) if home else path
            if self._is_open(place):
                return
            try:
                author = self._settings.author
                session = opening.open_project(place, author, program="the window", read_only=read_only)
            except InUseError as refusal:
                self.offered.emit(str(refusal), "Open read-only", lambda: self.open(path, read_only=True))
                return
            self.yaml_home = home
            self._settings.remember(path)
            self._settings.keep("was-open", "yes")
            self._desk.lay(session)

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
        if path is None:
            return
        path = path if path.suffix == _SUFFIX else path.with_name(path.name + _SUFFIX)
        with self._desk.minding():
            # The desktop asked before an existing file was chosen, but a project is never overwritten.
            opening.new_project(path, title=path.stem)
            self.open(path)
            self._sign()

    def _sign(self) -> None:
        """Put the user's name and office into a project that was just begun, if they are known."""
        from briefer.actions.details import set_fields

        known = {name: words for name in ("author", "office") if (words := self._settings.words(name))}
        if known:
            self._desk.do(lambda project: set_fields(project, known))

    def save_copy(self) -> None:
        """Ask where, and write the project as it stands there."""
        from briefer.tasks import opening

        session = self._desk.session
        if session is None:
            return
        path = self._chooser.save("Save a copy", self._suggested(_SUFFIX), chooser.PROJECT)
        if path is not None:
            with self._desk.minding():
                opening.copy_project(session, path)
                self._desk.told.emit(f"Copy saved as {path.name}")

    def export_yaml(self) -> None:
        """Ask where, the YAML file the project came from first, and write it there as YAML."""
        from briefer.tasks import opening

        session = self._desk.session
        if session is None:
            return
        suggested = self.yaml_home or self._suggested(".brief.yaml")
        path = self._chooser.save("Export as YAML", suggested, chooser.YAML)
        if path is not None:
            path = path if opening.is_yaml(path) else path.with_name(path.name + ".brief.yaml")
            with self._desk.minding():
                opening.copy_project(session, path)
                self._desk.told.emit(f"Exported as {path.name}")

    def close(self) -> None:
        """Take the project off the desk."""
        self.yaml_home = None
        self._settings.keep("was-open", "")
        self._desk.lay(None)

    def _is_open(self, place: Path) -> bool:
        session = self._desk.session
        return (
            session is not None
            and session.path is not None
            and session.path == place
            and not session.read_only
        )

    def _suggested(self, suffix: str) -> Path:
        session = self._desk.session
        assert session is not None
        name = session.project.details().title or "brief"
        home = session.path.parent if session.path and not self.yaml_home else Path.home()
        return home / f"{name.replace('/', '-')} copy{suffix}"
