"""The open project on the desk: the window's hands on the session."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefer.errors import BrieferError
from briefer.gui.desk.background import Background
from briefer.gui.desk.bridge import Bridge

# Before the first paint the window needs no project, so nothing that reads one is loaded yet.
if TYPE_CHECKING:
    from briefer.model.change import Change
    from briefer.model.project import Project
    from briefer.session import Session


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

    troubled = Signal(str)
    """Why nothing can be saved where the project lies, until that is mended; no words when it is."""
    spoilt = Signal(str)
    """The file of the open project was found damaged; what says so."""
    lasting = Signal(str, str, object)
    """A matter, a sentence on it that stays until another on it comes, or no words, and the ways on:
    pairs of the words of a button and what to call."""
    moved = Signal(object)
    """The Path of another file that the open project, which says the same, lies in from now on."""

    def __init__(self) -> None:
        super().__init__()
        self.session: Session | None = None
        self.trouble = ""
        """What `troubled` said last."""
        self.damaged = False
        """Whether `spoilt` was said of the open project."""
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
        if session is not None:
            self._bridge.join(session)
        self.mind("")
        self.damaged = False
        self.laid.emit()
        if before is not None:
            from briefer.tasks.opening import close_project

            close_project(before)

    def move(self, copy: Session) -> None:
        """Go on in a copy that was made of the open project and says the same."""
        self.opened().go_on_in(copy)
        self.mind("")
        self.moved.emit(copy.path)

    def mind(self, trouble: str) -> None:
        """Let the user know why nothing can be saved where the project lies, or that it can (no words)."""
        if trouble != self.trouble:
            self.trouble = trouble
            self.troubled.emit(trouble)

    def spoil(self, sentence: str) -> None:
        """Let the user know that the file of the open project was found damaged."""
        self.damaged = True
        self.spoilt.emit(sentence)

    def refuse(self, error: BrieferError) -> None:
        """Say why something was not done; what is wrong with the project or its place stays said."""
        from briefer.session import TroubleError, is_spoilt

        if self.session is not None and is_spoilt(error):
            self.spoil(str(error))
            return
        if isinstance(error, TroubleError):
            self.mind(str(error))
        self.refused.emit(str(error))

    @contextmanager
    def minding(self) -> Iterator[None]:
        """Turn a refusal inside the block into a sentence for the user."""
        try:
            yield
        except BrieferError as error:
            self.refuse(error)

    def do(self, make: Callable[[Project], Change], told: str = "") -> Change | None:
        """Do what `make` answers and tell of it, in its own words unless others are given.

        Returns the change when it is on disk, None when it was refused.
        """
        try:
            session = self.opened()
            change = make(session.project)
            session.do(change)
        except BrieferError as error:
            self.refuse(error)
            return None
        if change.edits:
            self.told.emit(told or change.label)
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
            self.refuse(error)
        else:
            self.told.emit(words)
