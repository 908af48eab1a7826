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

_SIZE: Final = QSize(820, 600)
_MARGIN: Final = 12
_BREAK: Final = "\u2029"
"""What stands in Qt's document where a line ends."""
_SAID: Final = (
    "What you correct here becomes a new version of the text. The file that it came in stays as it is, and"
    " the passages are found again."
)
_LEAVING: Final = "Your corrections would be lost: keep them, or press Esc once more to leave them."


Keep = Callable[[str, Callable[[str], None]], None]
"""Takes the text, and what is to be called when it is kept, with no words, or could not be, with why."""


class TextDialog(QDialog):
    """`keep` begins to keep the text, and says when that is done; why it is not shows, and nothing goes."""

    def __init__(self, parent: QWidget, name: str, text: str, keep: Keep) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"The text of {name}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = QPlainTextEdit()
        self.refusal = Refusal()
        self._done = PrimaryButton("Keep as a new version")
        self._keep = keep
        self._warned = self._keeping = False
        fonts.cover(text)
        self.words.setFont(fonts.reading_font(text))
        self.words.setPlainText(text)
        self.words.document().setDocumentMargin(_MARGIN)
        self.words.document().setModified(False)
        self._set_up(name)
        self.resize(_SIZE)

    def text(self) -> str:
        """Return what is written, to the character: `toPlainText` would make plain spaces of others."""
        return self.words.document().toRawText().replace(_BREAK, "\n")

    def accept(self) -> None:
        if self._keeping:
            return
        self._turn(keeping=True)
        try:
            self._keep(self.text(), self.finish)
        except BrieferError as error:
            self.finish(str(error))

    def finish(self, why: str) -> None:
        """Close, now that the text is kept, or say why it is not."""
        self._turn(keeping=False)
        if why:
            self.refusal.show(why)
        else:
            super().accept()

    def reject(self) -> None:
        """Leave, after a word of warning where something was written; never while it is being kept."""
        if self._keeping:
            return
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
        column.addLayout(answers(self, self._done))
        column.setStretchFactor(self.words, 1)
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)

    def _turn(self, *, keeping: bool) -> None:
        self._keeping = keeping
        self.words.setReadOnly(keeping)
        self._done.setEnabled(not keeping)

    def _unwarn(self) -> None:
        self._warned = False
