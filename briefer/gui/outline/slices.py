"""Long work on the window's own thread, done in slices between what the user does."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

_SLICE: Final = 0.012
"""Seconds: a key or a frame never waits longer than this and the step that is under way."""


class Slices(QObject):
    """Goes through one sequence of steps at a time; a new one takes the place of one under way."""

    done = Signal(object)
    """The last thing that the steps yielded."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._last: object = None
        self._pause = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def run(self, steps: Iterator[object], first: float = 0.0, pause: int = 0) -> None:
        """Begin at once for `first` seconds; what is done by then is told of before this returns.

        The rest follows after a pause of so many milliseconds, counted from when the window answers again.
        """
        self._steps, self._last, self._pause = steps, None, pause
        self._timer.start(0)
        if first:
            self._take(first)

    def stop(self) -> None:
        """Let go of what is under way."""
        self._steps = None
        self._timer.stop()

    @property
    def busy(self) -> bool:
        """Tell whether something is under way."""
        return self._steps is not None

    def _go_on(self) -> None:
        pause, self._pause = self._pause, 0
        self._timer.setInterval(pause)
        if not pause:
            self._take(_SLICE)

    def _take(self, seconds: float) -> None:
        until = monotonic() + seconds
        steps = self._steps
        if steps is None:
            return
        for last in steps:
            self._last = last
            if monotonic() > until:
                return
        self.stop()
        self.done.emit(self._last)
