"""A piece of work in a thread of its own, watched from Qt's loop: for what needs the open project.

A child process would have to be given a copy of every text; whatever reads a project in such a thread lets
go of the interpreter's lock with each question it asks.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer

from briefer.errors import BrieferError

_PAUSE: Final = 20  # milliseconds between two looks
BROKEN: Final = (
    "That was ended by a fault of briefer, and nothing was changed; the log says more. Try it again."
)


class ThreadJob(QObject):
    """One piece of work at a time; what another takes the place of is heard of no more."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._run: _Run | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether there is work under way that will be heard of."""
        return self._run is not None

    def start(
        self, work: Callable[[], Any], done: Callable[[Any], object], failed: Callable[[str], object]
    ) -> None:
        """Work, then call `done` with what came of it, or `failed` with the sentence of a BrieferError.

        A fault of our own comes to the end of the thread, where it is logged; `failed` is called then too.
        """
        self._run = _Run(work, done, failed)
        self._timer.start()

    def cancel(self) -> None:
        """Let the work come to its end unheard."""
        self._run = None
        self._timer.stop()

    def _look(self) -> None:
        run = self._run
        if run is not None and not run.thread.is_alive():
            self.cancel()
            run.tell()


class _Run:
    def __init__(
        self, work: Callable[[], Any], done: Callable[[Any], object], failed: Callable[[str], object]
    ) -> None:
        self._work, self._done, self._failed = work, done, failed
        self._answer: Any = None
        self._sentence = BROKEN
        self.thread = Thread(target=self._go, daemon=True)
        self.thread.start()

    def tell(self) -> None:
        if self._sentence:
            self._failed(self._sentence)
        else:
            self._done(self._answer)

    def _go(self) -> None:
        try:
            self._answer = self._work()
        except BrieferError as error:
            self._sentence = str(error)
        else:
            self._sentence = ""
