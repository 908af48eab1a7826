"""Projects opened, begun and closed from the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from briefer.gui.desk import chooser
from briefer.gui.desk.chooser import Chooser
from briefer.gui.desk.desk import Desk
from briefer.gui.desk.settings import Settings
from briefer.gui.desk.waiting import waiting
from briefer.gui.work import damaged
from briefer.gui.work.whereabouts import Whereabouts

# What runs a child process is loaded with the first that is needed.
if TYPE_CHECKING:
    from briefer.gui.desk.beside import Beside

_SUFFIX: Final = ".brief"
Prepared = dict[str, Any]
"""What `preparing.prepare` answers."""
Reserve = Callable[[Path, Callable[[Prepared], None], Prepared], None]


class Projects(QObject):
    """Puts projects on the desk; what goes wrong is told there, what needs a choice is offered."""

    forgotten = Signal()
    """A project was taken from the recent ones."""
    backups_wanted = Signal(object)
    """The Path of a project that is gone, while backups of it are there."""

    def __init__(
        self, desk: Desk, settings: Settings, chooser_: Chooser, settled: Callable[[], bool]
    ) -> None:
        """`settled` keeps what is being written and tells whether the open project can be left."""
        super().__init__()
        self.shown_elsewhere: Callable[[Path], bool] = lambda _place: False
        """Brings a window to the front that has this file open, and tells whether there is one."""
        self.reserve: Reserve = lambda _path, lay, prepared: lay(prepared)
        """Takes the lock of a project on a share, between its `prepare` and `lay`."""
        self.may_leave: Callable[[Callable[[], object]], bool] = lambda _go_on: True
        """Tells whether nothing is lost with the open project, or offers to go on all the same."""
        self._desk = desk
        self._settled = settled
        self._settings = settings
        self._chooser = chooser_
        self._opening: Beside | None = None
        self.whereabouts = Whereabouts(desk, settings)

    def open(self, path: Path, *, read_only: bool = False, then: Callable[[], None] | None = None) -> None:
        """Open a project of either form; a YAML one as a working copy, so that work on it goes on.

        What takes long before is done in a child process while the window goes on; `then` comes last.
        """
        from briefer.tasks import preparing

        self.give_up_opening()
        with self._desk.minding():
            path = path.absolute()
            if self._is_missed(path):
                return
            place = preparing.place_of(path)
            again = partial(self.open, path, read_only=read_only, then=then)
            if not self._may_open(place, again):
                return
            lay = partial(self._lay, path, read_only=read_only, then=then)
            if preparing.is_soon(path):
                with waiting():
                    lay(preparing.prepare(str(path)))
            else:
                from briefer.gui.desk.beside import Beside

                function, given = preparing.job_of(path, read_only=read_only)
                reserve = partial(self.reserve, path, lay)
                self._opening = Beside(
                    self._desk, f"Checking {path.name}", function, *given,
                    done=lay if read_only else reserve, stopped=self.forget_opening, reports=True,
                )  # fmt: skip

    def give_up_opening(self) -> None:
        """Open no more what is being checked."""
        if self._opening is not None:
            self._opening.cancel()

    def open_chosen(self) -> None:
        """Ask which project to open, and open it."""
        path = self._chooser.open_one("Open a project", chooser.PROJECTS)
        if path is not None:
            self.open(path)

    def open_sample(self) -> None:
        """Open a copy of the sample project."""
        from briefer.tasks import opening

        self.open(opening.sample_path())

    def begin(self, path: Path, template: str, title: str, then: Callable[[], None] | None = None) -> None:
        """Make a project of a template and open it; raises BrieferError when none can be made there."""
        from briefer.tasks import opening

        def go_on() -> None:
            _sign(self._desk, self._settings)
            if then is not None:
                then()

        if self._settled():
            opening.new_project(path, template, title)
            self.open(path, then=go_on)

    def close(self) -> None:
        """Take the project off the desk."""
        self.give_up_opening()
        if self._may_turn(self.close):
            self.whereabouts.leave()

    def read_what_is_left(self) -> None:
        """Lay what is sound of the open project on the desk in its place."""
        path, session = self.whereabouts.place(), self._desk.opened()
        if path is not None and session.path is not None:
            self._read_what_is_left(path, session.path)

    def _may_turn(self, go_on: Callable[[], object]) -> bool:
        return self._settled() and self.may_leave(go_on)

    def _may_open(self, place: Path, go_on: Callable[[], object]) -> bool:
        """Tell whether a file is not open yet; one that another program wrote into is closed for that."""
        stale = self.has_open(place) and self._desk.opened().is_overwritten()
        shown = (self.has_open(place) and not stale) or self.shown_elsewhere(place)
        may = not shown and self._may_turn(go_on)
        if may and stale:
            self.whereabouts.leave()
        return may

    def has_open(self, place: Path) -> bool:
        """Tell whether this window has the file open to work on."""
        session = self._desk.session
        return session is not None and session.path == place and not session.read_only

    def is_opening(self) -> bool:
        """Tell whether a project is being checked."""
        return self._opening is not None

    def _lay(
        self, path: Path, prepared: Prepared, *, read_only: bool, then: Callable[[], None] | None
    ) -> None:
        """Put a project on the desk that `prepare` made ready."""
        from briefer.errors import DamagedError
        from briefer.session import InUseError, NewerFormatError, NotWritableError
        from briefer.tasks import opening

        self.forget_opening()
        if "damaged" in prepared:
            self._read_what_is_left(path, Path(prepared["damaged"]))
            return
        place = Path(prepared["place"])
        with self._desk.minding():
            if not self._settled():
                return
            try:
                session = opening.open_project(
                    place, self._settings.author, program="the window",
                    read_only=read_only, checked=prepared["checked"], patience=0,
                )  # fmt: skip
            except (InUseError, NotWritableError) as refusal:
                again = partial(self._lay, path, prepared, read_only=True, then=None)
                if isinstance(refusal, NewerFormatError):
                    again()
                else:
                    self._desk.mendable.emit(str(refusal), "Open read-only", again)
                return
            except DamagedError:  # since this program wrote it
                self._read_what_is_left(path, place)
                return
            self.whereabouts.origin = path if opening.is_yaml(path) or "share" in prepared else None
            self._desk.lay(session)
            self.whereabouts.remember()
            for note in (*prepared["notes"], *session.notes):
                self._desk.noted.emit(note)
            if then is not None:
                then()

    def _read_what_is_left(self, path: Path, file: Path) -> None:
        """Open a damaged project as far as it can be, for reading."""
        lay = partial(self._lay_what_is_left, path, file)
        self._opening = damaged.begin(self._desk, path, file, lay, self.forget_opening)

    def _lay_what_is_left(self, path: Path, file: Path, left: dict[str, Any]) -> None:
        self.forget_opening()
        with self._desk.minding():
            if self._settled():
                here, found = self.whereabouts, damaged.opened(path, file, left)
                here.origin, here.damage = None, found
                self._desk.lay(found.session)
                here.remember()

    def _is_missed(self, path: Path) -> bool:
        """Tell whether a project is not where it was, and offer a way on; raises FolderError."""
        from briefer.tasks import backups, mounts, opening

        if mounts.is_remote(path):  # it may not answer; the child process will see
            return False
        try:
            opening.existing(path, "it may have been moved, so look for it by Open")
        except opening.FolderError as refusal:
            if backups.backups(path):
                show = partial(self.backups_wanted.emit, path)
                self._desk.mendable.emit(str(refusal), "Open a backup…", show)
                return True
            if path not in self._settings.recent(gone=True):
                raise
            self._desk.mendable.emit(str(refusal), "Remove from list", partial(self._forget, path))
            return True
        return False

    def _forget(self, path: Path) -> None:
        self._settings.forget(path)
        self.forgotten.emit()

    def forget_opening(self) -> None:
        """What was being checked is ready."""
        self._opening = None


def _sign(desk: Desk, settings: Settings) -> None:
    """Put what the user prefers into a project that was just begun: name, office and marking."""
    from briefer.actions.details import set_fields

    known = {name: words for name in ("author", "office", "marking") if (words := settings.words(name))}
    if known:
        desk.do(lambda project: set_fields(project, known))
