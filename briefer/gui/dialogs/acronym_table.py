"""The acronyms of a project in a small table: what is filled in is handed over with the form around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from briefer.gui.look import fonts
from briefer.gui.look.controls import SlimScrollBar, caption, small_button
from briefer.model.records import Acronym

_HEADS: Final = ("Short", "Stands for")
_SHORT, _EXPANSION = range(len(_HEADS))
_SHORT_WIDTH: Final = 90
_HEIGHT: Final = 150  # pixels: four acronyms and the line for the next


class AcronymTable(QWidget):
    """The last row is blank: words in it make an acronym; Delete takes the chosen row away."""

    def __init__(self, acronyms: Iterable[Acronym]) -> None:
        super().__init__()
        self.rows = _Rows()
        self.add = small_button("plus", "Add an acronym")
        self.remove = small_button("trash-2", "Remove the chosen acronym (Delete)")
        self.add.clicked.connect(self.rows.begin)
        self.remove.clicked.connect(self.rows.remove_chosen)
        for acronym in acronyms:
            self.rows.append(acronym.short, acronym.expansion)
        self.rows.append("", "")
        self.rows.itemChanged.connect(self.rows.keep_blank)
        self.setFocusProxy(self.rows)
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(caption("Acronyms"), 1)
        top.addWidget(self.remove)
        top.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.rows)

    def pairs(self) -> list[tuple[str, str]]:
        """Return the short forms and what they stand for, as they were filled in."""
        return list(self.rows.pairs())


class _Rows(QTableWidget):
    def __init__(self) -> None:
        super().__init__(0, len(_HEADS))
        self.setAccessibleName("Acronyms")
        self.setToolTip("Written out where the brief first uses them")
        self.setHorizontalHeaderLabels(_HEADS)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setSectionResizeMode(_EXPANSION, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(_SHORT, _SHORT_WIDTH)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBar(SlimScrollBar(self, "base"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(_HEIGHT)

    def append(self, short: str, expansion: str) -> None:
        row = self.rowCount()
        self.insertRow(row)
        for column, words in ((_SHORT, short), (_EXPANSION, expansion)):
            fonts.cover(words)
            self.setItem(row, column, QTableWidgetItem(words))

    def begin(self) -> None:
        """Begin to write in the blank row."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentCell(self.rowCount() - 1, _SHORT)
        self.editItem(self.currentItem())

    def keep_blank(self) -> None:
        """Let there always be a blank row at the end."""
        if any(self._words(self.rowCount() - 1)):
            self.append("", "")

    def remove_chosen(self) -> None:
        row = self.currentRow()
        if 0 <= row < self.rowCount() - 1:
            self.removeRow(row)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield what stands in each row that is not blank."""
        found = (self._words(row) for row in range(self.rowCount()))
        yield from (words for words in found if any(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.remove_chosen()
        else:
            super().keyPressEvent(event)

    def _words(self, row: int) -> tuple[str, str]:
        cells = (self.item(row, column) for column in (_SHORT, _EXPANSION))
        short, expansion = (cell.text().strip() if cell else "" for cell in cells)
        return short, expansion
