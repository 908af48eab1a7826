"""The sheet of keys, and what the program says of itself."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefer import __version__
from briefer.gui.desk.commands import COMMANDS
from briefer.gui.look.controls import caption, label

_IN_A_PANE: Final = (
    ("1 – 9", "Tag the selection, or the sentence under the caret"),
    ("Shift+1 – 9", "Take it out of that section"),
    ("Enter", "Tag as the section used last"),
    ("Alt while selecting", "Select exact characters instead of whole words"),
    ("F3, Shift+F3", "Next and previous place found"),
    ("Ctrl+1 … Ctrl+6", "Go to a pane"),
)
_IN_THE_OUTLINE: Final = (
    ("Shift+Up, Shift+Down", "Choose several cards; Ctrl+A chooses the section, then everything"),
    ("Alt+Up, Alt+Down", "Move the chosen cards, also into the next section"),
    ("Enter", "Edit the statement, or write one that cites the chosen passages"),
    ("Space", "Show the passage where it stands"),
    ("Ctrl+C", "Copy the chosen cards with their citations"),
    ("Delete", "Take the chosen cards out"),
    ("Left, Right", "Collapse and expand a section, with Shift all of them"),
    ("Esc", "Show everything again after filtering"),
)
_IN_A_STATEMENT: Final = (
    ("@", "Cite a passage of the section"),
    ("Ctrl+Enter", "Done"),
    ("Esc", "Cancel"),
)


def shortcuts_dialog(parent: QWidget | None) -> QDialog:
    """Return the sheet of keys: by place, then every command that has one."""
    everywhere = tuple(
        (", ".join(_native(keys) for keys in command.keys), command.words.replace("&", "").rstrip("…"))
        for command in COMMANDS
        if command.keys
    )
    inside = QWidget()
    grid = QGridLayout(inside)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(1, 1)
    row = 0
    for heading, lines in (
        ("In a pane", _IN_A_PANE), ("In the outline", _IN_THE_OUTLINE),
        ("In a statement", _IN_A_STATEMENT), ("Everywhere", everywhere),
    ):  # fmt: skip
        grid.addWidget(caption(heading), row, 0, 1, 2)
        for row, (keys, words) in enumerate(lines, row + 1):  # noqa: B020  # counts on
            grid.addWidget(label(keys, strong=True), row, 0)
            grid.addWidget(label(words), row, 1)
        row += 1
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.setAccessibleName("Keyboard shortcuts")
    return _dialog(parent, "Keyboard shortcuts", area, 560)


def about_dialog(parent: QWidget | None, log: Path) -> QDialog:
    """Return what the program is, its version, and where it writes down what went wrong."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.addWidget(label("briefer", 20, strong=True))
    column.addWidget(label(f"Version {__version__}, with Qt {qVersion()}", mute=True))
    said = label(
        "Tag passages of reports and write a brief with a note for every quotation. It never uses a"
        " network, and every change is on disk when it shows."
    )
    where = label(f"Troubles are written down in {log}", 9, mute=True)
    licences = label(
        "Fonts: Noto, under the SIL Open Font License. Icons: Lucide, under the ISC License.", 9, mute=True
    )
    for words in (said, where, licences):
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addSpacing(6)
        column.addWidget(words)
    column.addStretch()
    return _dialog(parent, "About briefer", inside, 320)


def _dialog(parent: QWidget | None, title: str, inside: QWidget, height: int) -> QDialog:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(18, 16, 18, 14)
    column.addWidget(inside, 1)
    column.addWidget(buttons)
    dialog.resize(600, height)
    return dialog


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
