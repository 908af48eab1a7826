"""The foot of a dialog that is kept or not."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton

from briefer.gui.look.controls import PrimaryButton


def answers(dialog: QDialog, keeps: PrimaryButton) -> QHBoxLayout:
    """Return Cancel and the button that keeps; that stands last, as it does in the whole window."""
    cancel = QPushButton("Cancel")
    cancel.setAutoDefault(False)
    cancel.clicked.connect(dialog.reject)
    keeps.setDefault(True)
    keeps.clicked.connect(dialog.accept)
    row = QHBoxLayout()
    row.addStretch()
    row.addWidget(cancel)
    row.addWidget(keeps)
    return row
