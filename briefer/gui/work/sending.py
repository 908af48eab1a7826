"""The work in a project on a share, written there by a child process."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject

from briefer.gui.desk.child_job import ChildJob
from briefer.gui.desk.settings import Settings
from briefer.gui.work.reserving import Reserving
from briefer.gui.work.shared import Shared

SEND: Final = "briefer.tasks.shares:send"
_LONGEST: Final = 600.0  # seconds


class Sending(QObject):
    """One writing at a time, under the lock: if the share was away on opening, others may have it by now."""

    def __init__(self, parent: QObject, settings: Settings) -> None:
        super().__init__(parent)
        self._reserving = Reserving(self, settings)
        self._child = ChildJob(self)
        self._busy = False

    def begin(self, shared: Shared, done: Callable[[Any], object], failed: Callable[[str], object]) -> None:
        """Call `done` with what `shares.send` answers; nothing happens while something is being written."""
        if self._busy:
            return
        self._busy = True

        def answer(result: Any) -> None:  # noqa: ANN401  # what a child answers
            self._busy = False
            done(result)

        def refuse(sentence: str) -> None:
            self._busy = False
            failed(sentence)

        def write(trouble: str) -> None:
            if trouble:
                answer({"state": trouble})
                return
            given = (str(shared.copy), str(shared.place), shared.mark)
            self._child.start(SEND, *given, done=answer, failed=refuse, timeout=_LONGEST)

        if shared.reserved:
            write("")
        else:
            self._reserving.begin(shared, write, refuse)

    def cancel(self) -> None:
        """Write no more of a project that is closed; what the child has left there its mark tells."""
        self._reserving.give_up()
        self._child.cancel()
        self._busy = False
