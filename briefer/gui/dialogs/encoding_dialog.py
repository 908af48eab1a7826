"""In which encoding the words of a plain text come out right: chosen by what they look like in each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefer.gui.dialogs.answering import answers
from briefer.gui.look import fonts
from briefer.gui.look.controls import PrimaryButton, SlimScrollBar, label
from briefer.model.records import Source
from briefer.reading.decoding import specimen
from briefer.reading.encodings import CHOICES, codec_of, name_of
from briefer.wording.showing import shown_name

_SIZE: Final = QSize(820, 520)
_LIST: Final = 260
_MARGIN: Final = 12
_SAID: Final = (
    "“{}” was read as {}. Choose the encoding in which its words come out right; the passages are found"
    " again, and the former text is kept as a version."
)
_NAME: Final = Qt.ItemDataRole.UserRole


class EncodingDialog(QDialog):
    """Lines of the text show as the encoding under the cursor has them; `take` gets the chosen one."""

    def __init__(self, parent: QWidget, source: Source, data: bytes, take: Callable[[str], object]) -> None:
        """`data` are the bytes of the source's file."""
        super().__init__(parent)
        self._data = data
        self._take = take
        self.list = QListWidget()
        self.words = QPlainTextEdit()
        self.setWindowTitle(f"The encoding of {source.label}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = codec_of(source.encoding)
        name = name_of(now) if now else "an unknown encoding"
        self._lay_out(_SAID.format(shown_name(source.file_name), name))
        self.list.currentItemChanged.connect(self._show)
        self._offer(now)

    def accept(self) -> None:
        super().accept()
        self._take(self._chosen())

    def _chosen(self) -> str:
        return str(self.list.currentItem().data(_NAME))

    def _offer(self, now: str) -> None:
        """List the encodings, with the cursor on the one of the codec by which the text was read."""
        known = [(name, kind) for kind, names in CHOICES.items() for name in names]
        codecs = [codec_of(name) for name, _ in known]
        if now and now not in codecs:
            known.insert(0, (name_of(now), "as it is"))
            codecs.insert(0, now)
        for name, kind in known:
            line = QListWidgetItem(f"{kind}  ·  {name}")
            line.setData(_NAME, name)
            self.list.addItem(line)
        self.list.setCurrentRow(codecs.index(now) if now else 0)

    def _show(self) -> None:
        text = specimen(self._data, self._chosen())
        self.words.setFont(fonts.reading_font(text))
        self.words.setPlainText(text)

    def _lay_out(self, words: str) -> None:
        said = label(words, mute=True)
        said.setWordWrap(True)
        self.list.setAccessibleName("Encodings")
        self.list.setSpacing(1)
        self.list.setFixedWidth(_LIST)
        self.list.setVerticalScrollBar(SlimScrollBar(self.list, "base"))
        self.words.setAccessibleName("Lines of the text in this encoding")
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.document().setDocumentMargin(_MARGIN)
        self.words.setVerticalScrollBar(SlimScrollBar(self.words, "base"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.list)
        row.addWidget(self.words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(said)
        column.addLayout(row, 1)
        column.addLayout(answers(self, PrimaryButton("Read again")))
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)
        self.resize(_SIZE)
