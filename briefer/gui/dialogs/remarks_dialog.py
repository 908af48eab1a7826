"""What should be known of files that were added, a line each; one that tells of a source leads on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from briefer.gui.look import icons
from briefer.gui.look.controls import PrimaryButton, SlimScrollBar, label
from briefer.gui.work.importing import Remark

_SIZE: Final = (620, 380)
_HINT: Final = "Enter or a double click on a line shows its source, or does what → says."


class RemarksDialog(QDialog):
    """Enter or a double click on a line shows its source, or takes what else its file holds."""

    def __init__(
        self, parent: QWidget, summary: str, remarks: Sequence[Remark], follow: Callable[[Remark], object]
    ) -> None:
        super().__init__(parent)
        self.lines = QListWidget()
        self._remarks = remarks
        self._follow = follow
        self.setWindowTitle("Files that were added")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.lines.setAccessibleName("Remarks")
        self.lines.setWordWrap(True)
        self.lines.setSpacing(2)
        self.lines.setVerticalScrollBar(SlimScrollBar(self.lines, "base"))
        for remark in remarks:
            icon = "file-text" if remark.source else "circle-alert"
            words = f"{remark.sentence} → {remark.way_on}" if remark.more else remark.sentence
            self.lines.addItem(
                QListWidgetItem(icons.icon(icon, "mute" if remark.source else "warning"), words)
            )
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
        column.addWidget(label(_HINT, mute=True))
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(*_SIZE)

    def _lead(self, line: QListWidgetItem) -> None:
        remark = self._remarks[self.lines.row(line)]
        if remark.way_on:
            self.accept()
            self._follow(remark)
