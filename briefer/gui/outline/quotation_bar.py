"""The buttons for what a quotation may show that its source does not say: […], [sic], [words]."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from briefer.wording.bracketing import Splice, doubted, explained, left_out

_NONE_CHOSEN: Final = "Select the words to leave out first; […] then stands for them."


class QuotationBar(QWidget):
    """Each button is one step to undo in the words."""

    remarked = Signal(str)
    """Why nothing was put there, in one sentence."""

    def __init__(self, words: QPlainTextEdit) -> None:
        super().__init__()
        self._words = words
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.leave_out = self._button("&Leave out", "Put […] for the selected words (Alt+L)", left_out)
        self.doubt = self._button("[&sic]", "Put [sic] behind the selection or the word (Alt+S)", doubted)
        self.explain = self._button(
            "&Insert…",
            "Put brackets for words of your own at the caret (Alt+I)",
            lambda text, _start, end: explained(text, end),
        )
        for button in (self.leave_out, self.doubt, self.explain):
            row.addWidget(button)
        row.addStretch()
        self.setAccessibleName("What the quotation may show")

    def _button(self, words: str, tip: str, make: Callable[[str, int, int], Splice | None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        button.clicked.connect(lambda: self._put(make))
        return button

    def _put(self, make: Callable[[str, int, int], Splice | None]) -> None:
        cursor, text = self._words.textCursor(), self._words.toPlainText()
        splice = make(text, _place(text, cursor.selectionStart()), _place(text, cursor.selectionEnd()))
        if splice is None:
            self.remarked.emit(_NONE_CHOSEN)
        else:
            cursor.setPosition(_position(text, splice.start))
            cursor.setPosition(_position(text, splice.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(splice.words)
            cursor.setPosition(_position(self._words.toPlainText(), splice.caret))
            self._words.setTextCursor(cursor)
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)


def _place(text: str, position: int) -> int:
    """Return the code points before one of Qt's positions, which count in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * position].decode("utf-16-le", "surrogatepass"))


def _position(text: str, place: int) -> int:
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
