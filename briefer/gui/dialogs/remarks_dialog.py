"""What should be known of files that were added, a line each; one that tells of a source leads to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from briefer.gui.look import icons
from briefer.gui.look.controls import PrimaryButton, SlimScrollBar, label
from briefer.gui.work.importing import Remark
from briefer.model.records import Source

_SIZE: Final = (620, 380)
_SOURCE: Final = Qt.ItemDataRole.UserRole


class RemarksDialog(QDialog):
    """Enter or a double click on a line shows its source."""

    def __init__(
        self, parent: QWidget, summary: str, remarks: Sequence[Remark], show: Callable[[Source], object]
    ) -> None:
        super().__init__(parent)
        self.lines = QListWidget()
        self._show = show
        self.setWindowTitle("Files that were added")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.lines.setAccessibleName("Remarks")
        self.lines.setWordWrap(True)
        self.lines.setSpacing(2)
        self.lines.setVerticalScrollBar(SlimScrollBar(self.lines, "base"))
        for remark in remarks:
            icon = "file-text" if remark.source else "circle-alert"
            line = QListWidgetItem(icons.icon(icon, "mute" if remark.source else "warning"), remark.sentence)
            line.setData(_SOURCE, remark.source)
            self.lines.addItem(line)
        self.lines.setCurrentRow(0)
        self.lines.itemActivated.connect(self._lead)
        close = PrimaryButton("Close")
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(label(summary, strong=True))
        column.addWidget(self.lines, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(*_SIZE)

    def _lead(self, line: QListWidgetItem) -> None:
        source = line.data(_SOURCE)
        if source is not None:
            self.accept()
            self._show(source)
