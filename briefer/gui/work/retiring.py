"""Projects on shares that were closed: what is left of each is written there beside the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer

from briefer.gui.desk.beside import Beside
from briefer.gui.desk.desk import Desk
from briefer.gui.work.sending import SEND
from briefer.gui.work.shared import Shared
from briefer.tasks import shares


class Retiring(QObject):
    """Gives each lock back when that is done; what did not get there is told, with a way back."""

    def __init__(self, desk: Desk, open_again: Callable[[Path], object]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._open = open_again
        self._under_way: list[Shared] = []
        self.ended: Callable[[bool], object] = lambda _written: None
        """Called when one is over, with whether it is on its share."""

    @property
    def name(self) -> str:
        """The name of one that is being written, or nothing."""
        return self._under_way[0].name if self._under_way else ""

    def begin(self, shared: Shared) -> None:
        """Write what is left of a project that was closed; then others may have it."""
        if shared.unsent and shared.reserved and not shared.trouble:
            self._under_way.append(shared)
            Beside(
                self._desk, f"Writing {shared.name} to its share",
                SEND, str(shared.copy), str(shared.place), shared.mark,
                done=partial(self._done, shared), stopped=partial(self._over, shared, written=False),
            )  # fmt: skip
            return
        shared.let_go()
        if shared.unsent:  # told when what is laid in its place shows
            QTimer.singleShot(0, self, partial(self._tell, shared))

    def _done(self, shared: Shared, result: Any) -> None:  # noqa: ANN401  # what a child answers
        written = result["state"] == shares.WRITTEN
        if not written:
            shared.meet(result["state"])
            self._tell(shared)
        self._over(shared, written=written)

    def _over(self, shared: Shared, *, written: bool) -> None:
        self._under_way.remove(shared)
        shared.let_go()
        self.ended(written)

    def _tell(self, shared: Shared) -> None:
        again = partial(self._open, shared.place)
        self._desk.mendable.emit(shared.left(), "Open it again", again)
