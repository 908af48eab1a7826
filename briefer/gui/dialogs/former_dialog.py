"""What a former version of a source says, to read and copy."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from briefer.gui.look import fonts
from briefer.gui.look.controls import PrimaryButton, SlimScrollBar

_SIZE: Final = QSize(720, 600)
_MARGIN: Final = 12


class FormerDialog(QDialog):
    """Nothing in it can be changed."""

    def __init__(self, parent: QWidget, name: str, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fonts.cover(text)
        self.words = QPlainTextEdit(text)
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(name)
        self.words.setFont(fonts.reading_font(text))
        self.words.document().setDocumentMargin(_MARGIN)
        self.words.setVerticalScrollBar(SlimScrollBar(self.words, "base"))
        close = PrimaryButton("Close")
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.words, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)
        self.resize(_SIZE)
