"""What both changed in two copies of a project, side by side, with a choice for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefer.actions.conflicts import Conflict
from briefer.gui.dialogs.answering import answers
from briefer.gui.look import fonts
from briefer.gui.look.controls import PrimaryButton, SlimScrollBar, label
from briefer.wording.counted import counted

_SIZE: Final = QSize(760, 460)
_HEADS: Final = ("What", "Here", "In the copy")
_WHAT, _HERE, _THERE = range(len(_HEADS))
_WHAT_WIDTH: Final = 150
_LONGEST: Final = 600  # characters of a cell: of more, what is around the first difference
_BEFORE: Final = 60  # characters shown before it
_FEW: Final = 100  # rows whose heights are measured one by one; of more, all have room for two lines
_MARGIN: Final = 8
_AROUND: Final = 5  # pixels around the words of a cell


class MergeDialog(QDialog):
    """Ours stands unless theirs is ticked, by Space; `keep` takes the record and field of each that is."""

    def __init__(
        self,
        parent: QWidget,
        conflicts: Sequence[Conflict],
        keep: Callable[[frozenset[tuple[str, str]]], None],
    ) -> None:
        super().__init__(parent)
        self._conflicts = conflicts
        self._keep = keep
        self.table = _Table(conflicts)
        self.setWindowTitle("Merge a copy")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = label(
            f"{counted(len(conflicts), 'thing')} changed in both. What is here stands; tick (Space) what is"
            " to be as it is in the copy. Everything else that either side did is kept."
        )
        said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(said)
        column.addWidget(self.table, 1)
        column.addLayout(answers(self, PrimaryButton("Merge")))
        self.resize(_SIZE)

    def accept(self) -> None:
        super().accept()
        ticked = (one for row, one in enumerate(self._conflicts) if self.table.is_ticked(row))
        self._keep(frozenset((one.record, one.field) for one in ticked))


class _Table(QTableWidget):
    def __init__(self, conflicts: Sequence[Conflict]) -> None:
        super().__init__(len(conflicts), len(_HEADS))
        self.setAccessibleName("What both changed")
        self.setItemDelegate(_Cells(self))
        self.setHorizontalHeaderLabels(_HEADS)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for column in (_HERE, _THERE):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(_WHAT, _WHAT_WIDTH)
        self.verticalHeader().hide()
        if len(conflicts) <= _FEW:
            self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        else:
            self.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().lineSpacing() + _MARGIN)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setVerticalScrollBar(SlimScrollBar(self, "base"))
        for row, conflict in enumerate(conflicts):
            self._show(row, conflict)
        self.setCurrentCell(0, _THERE)

    def is_ticked(self, row: int) -> bool:
        cell = self.item(row, _THERE)
        return cell is not None and cell.checkState() is Qt.CheckState.Checked

    def _show(self, row: int, conflict: Conflict) -> None:
        nothing = "(empty)" if conflict.field else "(removed)"
        what = " · ".join(filter(None, (conflict.kind.capitalize(), conflict.field.replace("_", " "))))
        here, there = _around(conflict.mine or nothing, conflict.theirs or nothing)
        for column, words in enumerate((what, here, there)):
            fonts.cover(words)
            cell = QTableWidgetItem(words)
            cell.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            if column == _THERE:
                cell.setFlags(cell.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                cell.setCheckState(Qt.CheckState.Unchecked)
            self.setItem(row, column, cell)


class _Cells(QStyledItemDelegate):
    """Leaves some room around the words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(_inner(option), index) + QSize(2 * _AROUND, 2 * _AROUND)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        inner = _inner(option)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.highlight())
            inner.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        super().paint(painter, inner, index)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:  # fmt: skip
        return super().editorEvent(event, model, _inner(option), index)


def _inner(option: QStyleOptionViewItem) -> QStyleOptionViewItem:
    """Return the same for the room inside the margins."""
    inner = QStyleOptionViewItem(option)
    inner.rect = option.rect.adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)
    return inner


def _around(here: str, there: str) -> tuple[str, str]:
    """Return both, or of long ones as much as shows where they begin to differ."""
    if max(len(here), len(there)) <= _LONGEST:
        return here, there
    same, end = 0, min(len(here), len(there))
    while same < end:
        middle = (same + end + 1) // 2
        same, end = (middle, end) if here[:middle] == there[:middle] else (same, middle - 1)
    first = max(0, same - _BEFORE)
    return _part(here, first), _part(there, first)


def _part(words: str, first: int) -> str:
    end = first + _LONGEST
    return ("…" if first else "") + words[first:end] + ("…" if end < len(words) else "")
