"""Takes the words of a statement, and the keys that are none."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
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
