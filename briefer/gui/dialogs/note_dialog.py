"""Where a note on a passage is written: as long as need be, kept by Ctrl+Enter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from briefer.errors import BrieferError
from briefer.gui.dialogs.answering import answers
from briefer.gui.look import fonts
from briefer.gui.look.controls import PrimaryButton, SlimScrollBar, label
from briefer.gui.look.speech import say
from briefer.wording.quoted import quoted_in_short

_SIZE: Final = QSize(460, 280)
_QUOTED: Final = 160  # code points of the passage above the note


class NoteDialog(QDialog):
    """`keep` takes the note; when it refuses, its sentence shows and what was written stays."""

    def __init__(self, parent: QWidget, quote: str, note: str, keep: Callable[[str], None]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Note on the passage")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = QPlainTextEdit(note)
        self._keep = keep
        self._refusal = label()
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        self._set_up(quote)
        self.resize(_SIZE)
        self.words.moveCursor(QTextCursor.MoveOperation.End)
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def refusal(self) -> str:
        """Why the note was not kept, or an empty string."""
        return self._refusal.text()

    def accept(self) -> None:
        try:
            self._keep(self.words.toPlainText())
        except BrieferError as error:
            self._refusal.setText(str(error))
            self._refusal.show()
            say(self, str(error), urgent=True)
        else:
            super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the note by Ctrl+Enter, which the box would take for a new line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.accept()
                return True
        return super().eventFilter(watched, event)

    def _set_up(self, quote: str) -> None:
        line = quoted_in_short(quote, _QUOTED)
        quoted = label(line, 9.25, mute=True)
        fonts.cover(line)
        quoted.setWordWrap(True)
        self.words.setPlaceholderText("For you; it is not printed. Ctrl+Enter keeps it.")
        self.words.setAccessibleName("Note on the passage")
        self.words.setTabChangesFocus(True)
        self.words.setVerticalScrollBar(SlimScrollBar(self.words, "base"))
        self.words.installEventFilter(self)
        done = PrimaryButton("Done")
        done.setToolTip("Keep the note (Ctrl+Enter)")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        for part in (quoted, self.words, self._refusal):
            column.addWidget(part)
        column.addLayout(answers(self, done))
        column.setStretchFactor(self.words, 1)
