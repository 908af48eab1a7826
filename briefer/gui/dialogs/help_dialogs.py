"""What the program says of itself."""

from __future__ import annotations

import platform
import sqlite3
from pathlib import Path

import PySide6
from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from briefer import __version__
from briefer.gui.look.controls import label


def about_dialog(parent: QWidget | None, log: Path) -> QDialog:
    """Return what the program is, the versions it runs with, and where it notes what went wrong."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(label("briefer", 20, strong=True))
    column.addWidget(label(f"Version {__version__}", mute=True))
    what_it_is = (
        "Tag passages of reports and write a brief with a note for every quotation. It never uses a"
        " network, and every change is on disk when it shows."
    )
    versions = (
        f"Qt {qVersion()} · PySide6 {PySide6.__version__} · Python {platform.python_version()}"
        f" · SQLite {sqlite3.sqlite_version}"
    )
    licences = "Fonts: Noto, under the SIL Open Font License. Icons: Lucide, under the ISC License."
    for words in (what_it_is, f"Troubles are written down in {log}", versions, licences):
        line = label(words, 10 if words is what_it_is else 9, mute=words is not what_it_is)
        line.setWordWrap(True)
        line.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column.addSpacing(6)
        column.addWidget(line)
    column.addStretch()
    dialog = framed(parent, "About briefer", inside, 340)
    show = QPushButton("Show the log file")
    show.setEnabled(log.is_file())
    show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log))))
    box = dialog.findChild(QDialogButtonBox)
    if box is not None:
        box.addButton(show, QDialogButtonBox.ButtonRole.ActionRole)
    return dialog


def framed(parent: QWidget | None, title: str, inside: QWidget, height: int) -> QDialog:
    """Return a dialog round a widget, with a button to close it."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    buttons = QDialogButtonBox()
    buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(18, 16, 18, 14)
    column.addWidget(inside, 1)
    column.addWidget(buttons)
    dialog.resize(600, height)
    return dialog
