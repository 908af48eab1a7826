"""Where the text of a source is corrected: what reading it got wrong, never what it says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from briefer.errors import BrieferError
from briefer.gui.dialogs.answering import answers
from briefer.gui.dialogs.form_dialog import Refusal
from briefer.gui.look import fonts
from briefer.gui.look.controls import PrimaryButton, SlimScrollBar, label

_SIZE: Final = QSize(820, 640)
_BREAK: Final = "\u2029"
"""What stands in Qt's document where a line ends."""
_SAID: Final = (
    "What you correct here becomes a new version of the text. The file that it came in stays as it is, and"
    " the passages are found again."
)
_LEAVING: Final = "Your corrections would be lost: keep them, or press Esc once more to leave them."


class TextDialog(QDialog):
    """`keep` takes the text; when it refuses, its sentence shows and what was written stays."""

    def __init__(self, parent: QWidget, name: str, text: str, keep: Callable[[str], None]) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"The text of {name}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = QPlainTextEdit()
        self.refusal = Refusal()
        self._keep = keep
        self._warned = False
        fonts.cover(text)
        self.words.setFont(fonts.reading_font(text))
        self.words.setPlainText(text)
        self.words.document().setModified(False)
        self._set_up(name)
        self.resize(_SIZE)

    def text(self) -> str:
        """Return what is written, to the character: `toPlainText` would make plain spaces of others."""
        return self.words.document().toRawText().replace(_BREAK, "\n")

    def accept(self) -> None:
        try:
            self._keep(self.text())
        except BrieferError as error:
            self.refusal.show(str(error))
        else:
            super().accept()

    def reject(self) -> None:
        """Leave, after a word of warning where something was written."""
        if self.words.document().isModified() and not self._warned:
            self._warned = True
            self.refusal.show(_LEAVING)
        else:
            super().reject()

    def _set_up(self, name: str) -> None:
        said = label(_SAID, mute=True)
        said.setWordWrap(True)
        self.words.setAccessibleName(f"The text of {name}")
        self.words.setTabChangesFocus(True)
        self.words.setVerticalScrollBar(SlimScrollBar(self.words, "base"))
        self.words.textChanged.connect(self._unwarn)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        for part in (said, self.words, self.refusal.line):
            column.addWidget(part)
        column.addLayout(answers(self, PrimaryButton("Keep as a new version")))
        column.setStretchFactor(self.words, 1)
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)

    def _unwarn(self) -> None:
        self._warned = False
