"""What is lost of a damaged project, a line each, and the ways on: save the rest, or go to a backup."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from briefer.gui.look.controls import PrimaryButton, SlimScrollBar, label
from briefer.gui.work.damaged import Damage
from briefer.wording.showing import shown_name, shown_sentence

_SIZE: Final = (640, 420)
_MOST: Final = 500
"""Lines; nobody reads more, and the command line tells them all."""
_NOTHING: Final = "Nothing: all that was in it could be read."
_KEPT: Final = (
    "The damaged file stays as it is. Quotations were compared with their sources again;"
    " one that lost its place waits in Review, and is found again when you read a sound copy of its source."
)


class LossesDialog(QDialog):
    """Both ways close it first."""

    saving_wanted = Signal()
    backups_wanted = Signal()

    def __init__(self, parent: QWidget, damage: Damage) -> None:
        super().__init__(parent)
        self.setWindowTitle("What is lost")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.lines = QListWidget()
        self.lines.setAccessibleName("What is lost")
        self.lines.setWordWrap(True)
        self.lines.setSpacing(2)
        self.lines.setVerticalScrollBar(SlimScrollBar(self.lines, "base"))
        for sentence in damage.losses[:_MOST] or [_NOTHING]:
            self.lines.addItem(shown_sentence(sentence))
        if len(damage.losses) > _MOST:
            self.lines.addItem(f"… and {len(damage.losses) - _MOST:,} more.")
        self.lines.setCurrentRow(0)
        kept = label(_KEPT, mute=True)
        kept.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(label(f"Lost of “{shown_name(damage.path.name)}”", strong=True))
        column.addWidget(self.lines, 1)
        column.addWidget(kept)
        column.addLayout(self._buttons(backed_up=damage.backed_up()))
        self.resize(*_SIZE)

    def _buttons(self, *, backed_up: bool) -> QHBoxLayout:
        self.close_button, self.backup = QPushButton("Close"), QPushButton("Open a backup…")
        self.save = PrimaryButton("Save what can be saved…")
        self.close_button.clicked.connect(self.reject)
        self.backup.clicked.connect(self.accept)
        self.backup.clicked.connect(self.backups_wanted)
        self.save.clicked.connect(self.accept)
        self.save.clicked.connect(self.saving_wanted)
        row = QHBoxLayout()
        row.addWidget(self.close_button)
        row.addStretch(1)
        for button in (self.backup, self.save):
            row.addWidget(button)
        self.backup.setVisible(backed_up)
        return row
