"""The sheet of keys: by place, to be searched by what they do or by the keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefer.gui.desk.commands import COMMANDS
from briefer.gui.dialogs.help_dialogs import framed
from briefer.gui.look import fonts, icons
from briefer.gui.look.controls import SlimScrollBar

_ROW: Final = 25
_HEADING: Final = 34
_KEYS_WIDTH: Final = 200
_WIDTH: Final = 680
_HEIGHT: Final = 620
Lines = Sequence[tuple[str, str]]
"""Keys, and what they do."""

_IN_A_PANE: Final = (
    ("1 – 9", "Tag the selection, or the sentence under the caret"),
    ("Shift+1 – 9", "Take it out of that section"),
    ("Enter", "Tag as the section used last"),
    ("Alt while selecting", "Select exact characters instead of whole words"),
    ("Arrows, Page keys", "Move the caret; with Shift they select"),
    ("Ctrl+wheel", "Zoom the pane"),
    ("Ctrl+1 … Ctrl+6", "Go to a pane"),
    ("F3, Shift+F3", "Next and previous place found"),
    ("Esc", "Close the find bar"),
)
_ADJUSTING: Final = (
    ("Left, Right", "Move the end of the passage by a word"),
    ("Ctrl+Left, Ctrl+Right", "Move its beginning"),
    ("Alt with these", "Move by one character"),
    ("Enter", "Keep it so"),
    ("Esc", "Leave it as it was"),
)
_IN_THE_OUTLINE: Final = (
    ("Enter", "Edit the statement, or write one that cites the chosen passages"),
    ("Space", "Show the passage where it stands"),
    ("Alt+Up, Alt+Down", "Move the chosen cards, also into the next section"),
    ("Shift+Up, Shift+Down", "Choose several cards"),
    ("Ctrl+A", "Choose all cards of the section, then of the outline"),
    ("Ctrl+C", "Copy the chosen cards with their citation"),
    ("Delete", "Remove the chosen cards"),
    ("Left, Right", "Collapse and expand a section, with Shift all of them"),
    ("Esc", "Show everything after filtering, then back to the text"),
)
_IN_A_STATEMENT: Final = (
    ("@", "Cite a passage, the section’s own first"),
    ("Alt+1 … Alt+4", "Quotation, reported fact, judgement, assumption"),
    ("Delete on a citation", "Take it out; Enter shows it where it stands"),
    ("Ctrl+Enter", "Done"),
    ("Esc", "Close; words that are not done are laid aside"),
)
_IN_LISTS: Final = (
    ("Up, Down", "Go from one to the next"),
    ("Enter", "Show the source, open the project, or go to that moment"),
    ("Delete", "Take a project from the list, or remove a section"),
    ("Alt+Up, Alt+Down", "Move a section in the list of sections"),
    ("Tab, Shift+Tab", "Go from one part to the next"),
    ("Esc", "Dismiss the notice, or close a dialog"),
)


def shortcuts_dialog(parent: QWidget | None, menus: Sequence[tuple[str, Sequence[str]]]) -> QDialog:
    """Return the sheet; `menus` are titles and the names of the commands in each."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    box, sheet = QLineEdit(), _Sheet([*_by_place(), *_of_commands(menus)])
    box.setPlaceholderText("Search by what it does, or by keys…")
    box.setAccessibleName("Search keyboard shortcuts")
    icons.lead(box, "search", "Search")
    box.textChanged.connect(sheet.search)
    column.addWidget(box)
    column.addWidget(sheet, 1)
    dialog = framed(parent, "Keyboard shortcuts", inside, _HEIGHT)
    dialog.resize(_WIDTH, _HEIGHT)
    box.setFocus()
    return dialog


def _by_place() -> list[tuple[str, Lines]]:
    return [
        ("In a pane", _IN_A_PANE),
        ("Adjusting a passage", _ADJUSTING),
        ("In the outline", _IN_THE_OUTLINE),
        ("In a statement", _IN_A_STATEMENT),
        ("In lists and dialogs", _IN_LISTS),
    ]


def _of_commands(menus: Sequence[tuple[str, Sequence[str]]]) -> list[tuple[str, Lines]]:
    known = {command.name: command for command in COMMANDS if command.keys}
    return [
        (
            f"{title} menu",
            [
                (", ".join(map(_native, known[name].keys)), known[name].title)
                for name in names
                if name in known
            ],
        )
        for title, names in menus
    ]


class _Sheet(QTreeWidget):
    """Headings with their lines; nothing in it can be changed or folded."""

    def __init__(self, groups: Sequence[tuple[str, Lines]]) -> None:
        super().__init__()
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setAccessibleName("Keyboard shortcuts")
        self.setVerticalScrollBar(SlimScrollBar(self, "base"))
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.header().resizeSection(0, _KEYS_WIDTH)
        for title, lines in groups:
            heading = QTreeWidgetItem(self, [title])
            heading.setFirstColumnSpanned(True)
            heading.setFont(0, fonts.interface_font(9, strong=True))
            heading.setForeground(0, self.palette().brush(QPalette.ColorRole.PlaceholderText))
            heading.setSizeHint(0, QSize(0, _HEADING if self._groups else _ROW))
            heading.setTextAlignment(0, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._groups.append((heading, [_line(heading, keys, words) for keys, words in lines]))
        self.expandAll()

    def search(self, words: str) -> None:
        """Leave the lines that hold all of these words; a heading stays as long as one of its lines does."""
        wanted = words.casefold().split()
        for heading, lines in self._groups:
            for line in lines:
                text = f"{line.text(0)} {line.text(1)}".casefold()
                line.setHidden(not all(word in text for word in wanted))
            heading.setHidden(all(line.isHidden() for line in lines))


def _line(heading: QTreeWidgetItem, keys: str, words: str) -> QTreeWidgetItem:
    line = QTreeWidgetItem(heading, [keys, words])
    line.setFont(0, fonts.interface_font(strong=True))
    line.setSizeHint(0, QSize(0, _ROW))
    return line


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
