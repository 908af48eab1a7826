"""A child process that stays, asked and answered in Qt's loop."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from briefer.errors import BrieferError
from briefer.isolated.conversing import Conversation
from briefer.isolated.wire import Value

_PAUSE: Final = 8  # milliseconds between two looks


class ChildTalk(QObject):
    """One question at a time; the child begins with the first one, and again after it died or was stopped."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._talk: Conversation | None = None
        self._done: Callable[[Value], None] = lambda _result: None
        self._failed: Callable[[str], None] = lambda _sentence: None
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._look)

    @property
    def asked(self) -> bool:
        """A question waits for its answer."""
        return self._timer.isActive()

    @property
    def fresh(self) -> bool:
        """There is no child, or none that remembers anything: the next question begins one."""
        return self._talk is None

    def ask(
        self, function: str, *args: Value, done: Callable[[Value], None], failed: Callable[[str], None]
    ) -> None:
        """Run "module:name" in the child and call `done` with its result or `failed` with a sentence."""
        if self._talk is None:
            self._talk = Conversation()
        self._done, self._failed = done, failed
        self._talk.ask(function, *args)
        self._timer.start()

    def stop(self) -> None:
        """End the child; neither `done` nor `failed` is called for what it was asked."""
        self._timer.stop()
        if self._talk is not None:
            self._talk.close()
            self._talk = None

    def _look(self) -> None:
        if self._talk is None or not self._talk.poll():
            return
        self._timer.stop()
        try:
            result = self._talk.answer()
        except BrieferError as error:
            if self._talk.over:
                self.stop()
            self._failed(str(error))
        else:
            self._done(result)
