"""Running the program's loop as it runs for a user, and how long at most it was away."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

_QUEUED = Path("/proc/thread-self/schedstat")
"""Of Linux: nanoseconds that this thread ran, then those that it waited for a processor."""


def run_until(holds: Callable[[], bool]) -> float:
    """Let the program run until something holds; return the seconds that it took.

    Not by `QTest.qWait`: it keeps the interpreter's lock while it waits, as no program does that a user
    sits before, so that every thread beside the window's comes to a stand.
    """
    begun, loop, look = time.perf_counter(), QEventLoop(), QTimer()
    look.timeout.connect(lambda: loop.quit() if holds() else None)
    look.start(2)
    if not holds():
        loop.exec()
    return time.perf_counter() - begun


def run_for(seconds: float) -> None:
    """Let the program run for so long."""
    end = time.perf_counter() + seconds
    run_until(lambda: time.perf_counter() >= end)


class Waits:
    """How long the window's loop was away at most.

    It is the time on the wall, with all that the window's thread waits for (a disk, a lock, another
    thread), but without what it stood in the queue for a processor: so much else the machine had to do.
    """

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._tick)
        self._longest = self._last = 0.0

    def begin(self) -> None:
        self._longest, self._last = 0.0, _now()
        self._timer.start()

    def end(self) -> float:
        """Stop looking and return the longest wait in seconds."""
        self._tick()
        self._timer.stop()
        return self._longest

    def during(self, work: Callable[[], object], until: Callable[[], bool]) -> float:
        """Do work and let the program run until it is over; return the longest wait in seconds."""
        self.begin()
        QTimer.singleShot(0, work)
        run_until(until)
        return self.end()

    def _tick(self) -> None:
        now = _now()
        self._longest, self._last = max(self._longest, now - self._last), now


def _now() -> float:
    """Return seconds that this thread has lived through without those in the processor's queue."""
    queued = int(_QUEUED.read_text().split()[1]) if _QUEUED.exists() else 0
    return time.perf_counter() - queued / 1e9
