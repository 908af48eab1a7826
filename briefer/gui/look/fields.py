"""Fields whose words are handed over when they are left, so that a form needs no OK."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from briefer.gui.look.controls import SlimScrollBar

_STEPS: Final = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_ELSEWHERE: Final = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})
"""Why a field loses the keyboard while the user still is in it."""


class LineField(QLineEdit):
    """One line; Enter hands it over too. What was handed over, Ctrl+Z leaves to the window to take back."""

    handed_over = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTextMargins(4, 1, 4, 1)
        self.editingFinished.connect(self.hand_over)

    def show_words(self, words: str) -> None:
        """Show what stands, in place of whatever was typed."""
        if words != self.text():
            self.setText(words)
            self.setCursorPosition(0)
        self.setModified(False)

    def hand_over(self) -> None:
        """Hand over what was typed, if anything was."""
        if self.isModified():
            caret = self.cursorPosition()
            self.setText(self.text())  # its own Undo ends here
            self.setCursorPosition(caret)
            self.handed_over.emit(self.text())

    def event(self, event: QEvent) -> bool:
        if not self.isModified() and steps_back(event):
            event.ignore()
            return False
        return super().event(event)


class TextField(QPlainTextEdit):
    """Several lines; Tab goes on to the next field."""

    handed_over = Signal(str)

    def __init__(self, name: str, lines: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(6)
        self.setVerticalScrollBar(SlimScrollBar(self, "base"))
        around = 2 * (self.frameWidth() + int(self.document().documentMargin()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + around + 2)

    def show_words(self, words: str) -> None:
        """Show what stands, in place of whatever was typed."""
        if words != self.toPlainText():
            self.setPlainText(words)
        self.document().setModified(False)

    def hand_over(self) -> None:
        """Hand over what was typed, if anything was."""
        if self.document().isModified():
            self.document().clearUndoRedoStacks()
            self.document().setModified(False)
            self.handed_over.emit(self.toPlainText())

    def event(self, event: QEvent) -> bool:
        if not self.document().isModified() and steps_back(event):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _ELSEWHERE:
            self.hand_over()


def steps_back(event: QEvent) -> bool:
    """Tell whether an event asks if the keys of Undo or Redo are wanted here."""
    asks = event.type() == QEvent.Type.ShortcutOverride
    return asks and isinstance(event, QKeyEvent) and any(map(event.matches, _STEPS))
