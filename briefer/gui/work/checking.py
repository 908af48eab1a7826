"""The check of the brief, done by a child process again and again while somebody looks at its findings."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from briefer.gui.desk.child_job import ChildJob
from briefer.gui.desk.desk import Desk
from briefer.isolated.wire import Value
from briefer.session import is_spoilt

_LEAST: Final = 1000  # milliseconds without a change before a check begins
_SHARE: Final = 4
"""A check waits so many times as long as the last one took: a large project keeps no processor busy."""
UNWATCHED: Final = 10
"""Both are so many times as long while nobody looks at more than the count."""
FIRST: Final = 2000  # milliseconds after a project was opened


class Checking(QObject):
    """One check at a time; what was changed meanwhile is checked after it."""

    found = Signal(object)
    """A list of findings, each a dict: rule, level, message, where."""
    aged = Signal()
    """What was found last was found before a change."""
    began = Signal()
    failed = Signal(str)
    """Why it could not be checked, in one sentence."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        """It checks by itself after a change, and seldom while the `page` does not show."""
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._child = ChildJob(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._check)
        self._begun = self._took = 0.0
        self._busy = self._stale = False
        self.last: Sequence[Mapping[str, str]] | None = None
        """What the last check found, None before the first one."""
        desk.changed.connect(lambda _change: self._note())
        desk.laid.connect(self._forget)
        self._forget()  # the first project lies there already

    def want(self) -> None:
        """Tell what is wrong with what stands now, as soon as it is checked."""
        if self.last is not None and not self._stale:
            self.found.emit(self.last)
        elif not self._busy:
            self._check()

    def _note(self) -> None:
        self._stale = True
        self.aged.emit()
        if not self._busy:
            often = 1 if self._page.isVisible() else UNWATCHED
            self._pause.start(int(often * max(_LEAST, _SHARE * 1000 * self._took)))

    def _check(self) -> None:
        session = self._desk.session
        if session is None or session.path is None:
            return
        self._pause.stop()
        self._busy, self._stale, self._begun = True, False, time.monotonic()
        self.began.emit()
        self._child.start(
            "briefer.tasks.exporting:check_file", str(session.path), done=self._finish, failed=self._fail
        )

    def _finish(self, result: Value) -> None:
        self.last = result
        self.found.emit(result)
        self._end()

    def _fail(self, sentence: str) -> None:
        self._end()
        if self._child.error is not None and is_spoilt(self._child.error):
            self._desk.spoil(sentence)
        self.failed.emit(sentence)

    def _end(self) -> None:
        self._busy, self._took = False, time.monotonic() - self._begun
        if self._stale:
            self._note()

    def _forget(self) -> None:
        """Another project lies on the desk, or none."""
        self._child.cancel()
        self._busy = self._stale = False
        self.last = None
        if self._desk.session is None:
            self._pause.stop()
        else:
            self._pause.start(FIRST)
