"""The open project on the desk: the window's hands on the session."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from briefer.errors import BrieferError
from briefer.gui.desk.background import Background
from briefer.gui.desk.bridge import Bridge

# Before the first paint the window needs no project, so nothing that reads one is loaded yet.
if TYPE_CHECKING:
    from briefer.model.change import Change
    from briefer.model.project import Project
    from briefer.session import Session

_GONE: Final = (
    "The project file is no longer where it was, so nothing more can be saved there; save a copy elsewhere."
)
_LOCKED: Final = "The project’s folder may not be written to any more; save a copy elsewhere."


class Desk(QObject):
    """Holds one session or none, does what is asked of it and says what came of it."""

    laid = Signal()
    """Another project lies here, or none."""
    changed = Signal(object)
    """The Change that was done, undone or redone."""
    told = Signal(str)
    """What was just done, in words for the status bar and a screen reader."""
    refused = Signal(str)
    """Why something was not done, in one sentence."""
    noted = Signal(str)
    """A sentence that the user should know, though nothing went wrong."""
    offered = Signal(str, str, object)
    """Such a sentence, the words of a way on, and what to call when it is taken."""
    mendable = Signal(str, str, object)
    """Why something was not done or is wrong now, the words of what mends it, and what to call then."""

    def __init__(self) -> None:
        super().__init__()
        self.session: Session | None = None
        self._opened_at: os.stat_result | None = None
        self.background = Background(self)
        self._bridge = Bridge(self)
        self._bridge.changed.connect(self.changed)

    @property
    def project(self) -> Project | None:
        """The open project."""
        return self.session.project if self.session else None

    def opened(self) -> Session:
        """Return the open session; raises BrieferError when there is none."""
        if self.session is None:
            raise BrieferError("No project is open; open one or make a new one first.")
        return self.session

    def lay(self, session: Session | None) -> None:
        """Put a session on the desk in place of the one that lay there, which is closed."""
        before, self.session = self.session, session
        self._opened_at = _stat(session.path) if session is not None and session.path else None
        if session is not None:
            self._bridge.join(session)
        self.laid.emit()
        if before is not None:
            from briefer.tasks.opening import close_project

            close_project(before)

    def trouble(self) -> str:
        """Say why nothing more can be saved where the open project lies, or an empty string."""
        path = self.session.path if self.session and not self.session.read_only else None
        if path is None:
            return ""
        if not self.in_place():
            return _GONE
        return "" if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) else _LOCKED

    def in_place(self) -> bool:
        """Tell whether the file that was opened still has its name, and no other took it."""
        now = _stat(self.session.path) if self.session and self.session.path else None
        then = self._opened_at
        return now is not None and then is not None and os.path.samestat(now, then)

    @contextmanager
    def minding(self) -> Iterator[None]:
        """Turn a refusal inside the block into a sentence for the user."""
        try:
            yield
        except BrieferError as error:
            self.refused.emit(str(error))

    def do(self, make: Callable[[Project], Change], told: str = "") -> Change | None:
        """Do what `make` answers and tell of it, in its own words unless others are given.

        Returns the change when it is on disk, None when it was refused.
        """
        try:
            session = self.opened()
            change = make(session.project)
            session.do(change)
        except BrieferError as error:
            self.refused.emit(self.trouble() or str(error))
            return None
        if change.edits:
            self._tell(told or change.label)
        return change

    def undo(self) -> None:
        """Take back the last change."""
        self.step(lambda session: f"Undone: {session.undo()}")

    def redo(self) -> None:
        """Do again what was taken back."""
        self.step(lambda session: f"Redone: {session.redo()}")

    def step(self, take: Callable[[Session], str]) -> None:
        """Step through the history and tell what `take` answers."""
        try:
            words = take(self.opened())
        except BrieferError as error:
            self.refused.emit(self.trouble() or str(error))
        else:
            self._tell(words)

    def _tell(self, words: str) -> None:
        """Tell what was done; a file that was removed still takes changes that nobody will find."""
        self.told.emit(words)
        trouble = self.trouble()
        if trouble:
            self.refused.emit(trouble)


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None
