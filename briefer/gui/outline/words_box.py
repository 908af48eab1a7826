"""Takes the words of a statement, and the keys that are none."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from briefer.gui.look.controls import SlimScrollBar

_COMMANDS: Final = Qt.KeyboardModifier.ControlModifier


class WordsBox(QPlainTextEdit):
    """Ctrl+Enter is done with the words, Escape leaves them, @ cites."""

    done = Signal()
    left = Signal()
    at_typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setVerticalScrollBar(SlimScrollBar(self, "base"))
        self.setPlaceholderText("What the evidence shows, in a sentence. @ cites a passage.")
        self.setAccessibleName("Statement")

    def height_of(self, lines: int) -> int:
        """Return how high the box is with so many lines."""
        return lines * self.fontMetrics().height() + self._around()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show whole lines alone: what is left over stays blank below them."""
        over = max(0, self.height() - self._around()) % self.fontMetrics().height()
        if over != self.viewportMargins().bottom():
            self.setViewportMargins(0, 0, 0, over)
        super().resizeEvent(event)

    def _around(self) -> int:
        return 2 * (self.frameWidth() + math.ceil(self.document().documentMargin()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & _COMMANDS:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text() == "@":
            self.at_typed.emit()
        else:
            super().keyPressEvent(event)
