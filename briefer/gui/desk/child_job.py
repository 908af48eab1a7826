"""A job in a child process, watched from Qt's loop."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.errors import BrieferError
from briefer.isolated import running
from briefer.isolated.wire import Value

_PAUSE: Final = 50  # milliseconds between two looks


class ChildJob(QObject):
    """One child at a time; starting another cancels the first."""

    progressed = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.error: BrieferError | None = None
        """Why the last one failed."""
        self._running: running.Running | None = None
        self._done: Callable[[Value], None] = lambda _result: None
        self._failed: Callable[[str], None] = lambda _sentence: None
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._look)

    def start(
        self,
        function: str,
        *args: Value,
        done: Callable[[Value], None],
        failed: Callable[[str], None],
        reports: bool = False,
        timeout: float = running.SECONDS,
    ) -> None:
        """Run "module:name" in a child and call `done` with its result or `failed` with a sentence.

        A job that `reports` is given a `progress`, which `progressed` passes on.
        """
        self.cancel()
        self._done, self._failed = done, failed
        progress = self.progressed.emit if reports else None
        self._running = running.start(function, *args, timeout=timeout, progress=progress)
        self._timer.start()

    def cancel(self) -> None:
        """End the child; neither `done` nor `failed` is called for it."""
        if self._running is not None:
            self._running.cancel()
            self._running = None
        self._timer.stop()

    def _look(self) -> None:
        child = self._running
        if child is None or not child.poll():
            return
        self._running = None
        self._timer.stop()
        try:
            result = child.result()
        except BrieferError as error:
            self.error = error
            self._failed(str(error))
        else:
            self._done(result)
