"""The files that came with a message, to be added or left; one that cannot be read says why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from briefer.gui.dialogs.answering import answers
from briefer.gui.look import fonts
from briefer.gui.look.controls import PrimaryButton, SlimScrollBar, label
from briefer.reading.kinds import kind_of
from briefer.reading.reading import Attached, Attachments, UnreadableError
from briefer.wording.counted import counted
from briefer.wording.showing import shown_name, shown_sentence

_SIZE: Final = QSize(560, 340)
_KB: Final = 1000


class AttachedDialog(QDialog):
    """Space ticks or clears the file under the cursor; `take` gets those that are ticked."""

    def __init__(
        self,
        parent: QWidget,
        message: str,
        found: Attachments,
        there: Sequence[str],
        take: Callable[[Sequence[Attached]], object],
    ) -> None:
        """`there` are the labels of the sources that the files are already, a blank one where it is none."""
        super().__init__(parent)
        self._files = found.files
        self._take = take
        self.list = QListWidget()
        self.setWindowTitle("Attached files")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list.setAccessibleName("Attached files")
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setVerticalScrollBar(SlimScrollBar(self.list, "base"))
        for file, label_there in zip(found.files, there, strict=True):
            self.list.addItem(_line(file, label_there))
        self.list.setCurrentRow(0)
        many = counted(len(found.files), "file")
        words = f"“{shown_name(message)}” came with {many}; those that are ticked become sources."
        said = label(" ".join((words, *map(shown_sentence, found.remarks))))
        said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(said)
        column.addWidget(self.list, 1)
        column.addLayout(answers(self, PrimaryButton("Add")))
        self.resize(_SIZE)

    def accept(self) -> None:
        super().accept()
        rows = (row for row in range(self.list.count()) if _is_ticked(self.list.item(row)))
        self._take([self._files[row] for row in rows])


def _line(file: Attached, there: str) -> QListWidgetItem:
    inside = f"  ·  in “{shown_name(file.inside)}”" if file.inside else ""
    words = f"{shown_name(file.name)}  ·  {_size(len(file.data))}{inside}"
    if why := f"It is here already as {there}." if there else _unreadable(file.name, file.data):
        line = QListWidgetItem(f"{words}\n{shown_sentence(why)}")
        line.setFlags(Qt.ItemFlag.ItemIsSelectable)
        line.setCheckState(Qt.CheckState.Unchecked)
    else:
        line = QListWidgetItem(words)
        line.setCheckState(Qt.CheckState.Checked)
    fonts.cover(line.text())
    return line


def _unreadable(name: str, data: bytes) -> str:
    """Say why a file is not read, or nothing."""
    try:
        kind_of(name, data)
    except UnreadableError as refusal:
        return str(refusal)
    return ""


def _is_ticked(line: QListWidgetItem) -> bool:
    readable = bool(line.flags() & Qt.ItemFlag.ItemIsEnabled)
    return readable and line.checkState() is Qt.CheckState.Checked


def _size(count: int) -> str:
    """Return a number of bytes as people say it."""
    if count < _KB:
        return counted(count, "byte")
    return f"{count / _KB:,.0f} kB" if count < _KB * _KB else f"{count / _KB / _KB:,.1f} MB"
