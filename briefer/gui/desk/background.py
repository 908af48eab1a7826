"""Work that goes on beside the window: the status line shows it, with progress and Cancel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

_COUNTED: Final = 10_000
"""More steps than this nobody counts, such as bytes: only the bar shows them."""


@dataclass(eq=False, slots=True)
class Job:
    """One piece of work under way; whoever began it calls `progress` and, however it went, `end`."""

    words: str
    cancel: Callable[[], object] | None
    """What ends it early; it must lead to `end`."""
    _told: Callable[[], None]
    _let_go: Callable[[Job], None]
    done: int = field(default=0, init=False)
    total: int = field(default=0, init=False)

    def progress(self, done: int, total: int) -> None:
        """Say how far it is; a total of 0 says that nobody knows."""
        self.done, self.total = done, total
        self._told()

    def end(self) -> None:
        """Say that it is over; a second time it does nothing."""
        self._let_go(self)

    def __str__(self) -> str:
        counted = 0 < self.total <= _COUNTED
        return f"{self.words}, {self.done:,} of {self.total:,}" if counted else f"{self.words}…"


class Background(QObject):
    """Knows what is under way; `desk.background.begin(…)` from the window's own thread, and no other.

        job = desk.background.begin("Reading sources", self.cancel)
        job.progress(3, 12)     # "Reading sources, 3 of 12"
        job.end()

    Work that may be over in a moment, such as a preview after each change, begins with `after`: only
    when it takes longer than so many milliseconds does it show.
    """

    changed = Signal()
    """Something began, went on or ended."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs: list[Job] = []
        self._hidden: list[Job] = []

    def begin(self, words: str, cancel: Callable[[], object] | None = None, *, after: int = 0) -> Job:
        """Show work of this name ("Reading sources") until its `end`; without `cancel` it cannot be ended."""
        job = Job(words, cancel, self.changed.emit, self._drop)
        (self._hidden if after else self._jobs).append(job)
        if after:
            QTimer.singleShot(after, self, lambda: self._uncover(job))
        self.changed.emit()
        return job

    def shown(self) -> list[Job]:
        """Return what is under way, the latest last."""
        return list(self._jobs)

    def _uncover(self, job: Job) -> None:
        if job in self._hidden:
            self._hidden.remove(job)
            self._jobs.append(job)
            self.changed.emit()

    def _drop(self, job: Job) -> None:
        for jobs in (self._jobs, self._hidden):
            if job in jobs:
                jobs.remove(job)
                self.changed.emit()
