"""Whether the open project can still be saved where it lies, found out before it hurts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from briefer.gui.desk.desk import Desk

# What runs a thread is loaded with the first project.
if TYPE_CHECKING:
    from briefer.gui.desk.thread_job import ThreadJob
    from briefer.session import Place

EVERY: Final = 5_000  # milliseconds
_LEAVING: Final = (
    "The project file is gone, and what you did with it; save a copy elsewhere before you close."
)
_SILENT: Final = "The project’s folder does not answer; wait until it does, or save a copy elsewhere."


class Watching(QObject):
    """Looks now and then, in a thread: a share that is gone may keep whoever asks it waiting for minutes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._thread: ThreadJob | None = None
        self._missed = False
        self._asked = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        desk.laid.connect(self._begin)
        desk.moved.connect(self._begin)
        desk.changed.connect(lambda _change: desk.mind(""))  # it is on disk

    def may_end(self, end: Callable[[], object]) -> bool:
        """Tell whether all that was done lies where its user looks for it, or offer to `end` all the same."""
        place = self._desk.session.place if self._desk.session else None
        if not self._desk.trouble or self._asked or place is None or place.holds():
            return True
        self._asked = True
        self._desk.mendable.emit(_LEAVING, "Close all the same", end)
        return False

    def look(self) -> None:
        """See to the place of the open project, unless the last look is still under way."""
        session = self._desk.session
        if session is None or session.place is None or session.read_only:
            return
        from briefer.gui.desk.thread_job import ThreadJob

        self._thread = self._thread or ThreadJob(self)
        if self._thread.busy:
            if self._missed:
                self._desk.mind(_SILENT)
            self._missed = True
            return
        self._missed = False
        place, trouble = session.place, self._desk.trouble

        def take(found: str) -> None:
            if self._desk.trouble == trouble:  # else more is known by now
                self._desk.mind(found)

        self._thread.start(lambda: _seen(place, trouble), take, take)

    def _begin(self) -> None:
        """Another project lies on the desk, or it lies in another place."""
        self._asked = False
        if self._thread is not None:
            self._thread.cancel()
        if self._desk.session is None:
            self._timer.stop()
        else:
            self._timer.start()


def _seen(place: Place, trouble: str) -> str:
    """Say what is wrong with a place; trouble that stood only goes when something can be written there."""
    found = place.trouble()
    return found or ("" if not trouble or place.takes() else trouble)
