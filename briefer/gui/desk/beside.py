"""Long work with files: done in a child process, shown in the status line, told at the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject

from briefer.gui.desk.background import Job
from briefer.gui.desk.child_job import ChildJob
from briefer.gui.desk.desk import Desk
from briefer.isolated.wire import Value

_LONGEST: Final = 3600.0  # seconds: whoever thinks it too long can cancel it


class Beside(QObject):
    """One piece of work, begun when it is made; it goes with the child."""

    def __init__(
        self,
        desk: Desk,
        words: str,
        function: str,
        *args: Value,
        done: Callable[[Value], None],
        stopped: Callable[[], None] = lambda: None,
        reports: bool = False,
    ) -> None:
        """Run "module:name", called `words` in the status line, and call `done` with its result.

        When it fails, the sentence is told as refused; then, and when it is cancelled, `stopped` is called.
        A function that `reports` is given a `progress`.
        """
        super().__init__(desk)
        self._desk = desk
        self._done = done
        self._stopped = stopped
        self._ended = False
        self._child = ChildJob(self)
        self._job: Job = desk.background.begin(words, self.cancel)
        self._child.progressed.connect(self._job.progress)
        self._child.start(
            function, *args, done=self._finish, failed=self._fail, reports=reports, timeout=_LONGEST
        )

    def cancel(self) -> None:
        """End it early, or do nothing when it is over."""
        if self._over():
            self._child.cancel()
            self._stopped()

    def _finish(self, result: Value) -> None:
        if self._over():
            self._done(result)

    def _fail(self, sentence: str) -> None:
        if self._over():
            self._stopped()
            self._desk.refused.emit(sentence)

    def _over(self) -> bool:
        """Let go of the work, and tell whether this is the first time."""
        first = not self._ended
        self._ended = True
        self._job.end()
        self.deleteLater()
        return first
