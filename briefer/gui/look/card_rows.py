"""A plain list of cards: a heading and some words below it, chosen by click or Enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPainterStateGuard, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefer.gui.look import fonts, theme
from briefer.gui.look.controls import draw_focus_ring, set_up_list
from briefer.gui.look.speech import tip
from briefer.gui.look.text_lines import broken

Index = QModelIndex | QPersistentModelIndex
_SIDE: Final = 12
_PADDING: Final = 6
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class CardRow:
    """What a card shows; `tone` is the theme's colour for the words below."""

    id: str
    head: str
    below: str
    tone: str = "mute"


class CardRows(QAbstractListModel):
    """Takes all cards at once; the lists it is for are short."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[CardRow] = ()

    def show(self, rows: Sequence[CardRow]) -> None:
        """Show these in place of what shows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        row = self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{row.head}, {row.below}"
        return tip(f"{row.head}\n{row.below}") if role == Qt.ItemDataRole.ToolTipRole else None


class CardList(QListView):
    """Keeps a card chosen by its id while the list changes; keys and clicks tell what is wanted of it."""

    asked = Signal(str)
    """The id of a card that was clicked, or on which Enter was pressed."""
    opened = Signal(str)
    """The id of a card on which Enter was pressed."""
    turned = Signal(str)
    """The id of the card that is chosen now."""
    removal_wanted = Signal(str)
    move_wanted = Signal(str, int)
    """The id of a card that is to go up (-1) or down (1) by one."""

    def __init__(self, name: str, *, heads: int, lines: int, framed: bool = False) -> None:
        """Show up to `heads` lines of a heading, and up to `lines` of the words below it."""
        super().__init__()
        self.cards = CardRows()
        self._showing = False
        self.setItemDelegate(_Painter(self.cards, (heads, lines), self))
        self.setModel(self.cards)
        set_up_list(self, name, framed=framed)
        self.clicked.connect(lambda index: self.asked.emit(self.cards.rows[index.row()].id))
        self.selectionModel().currentChanged.connect(self._tell_turned)

    def show_rows(self, rows: Sequence[CardRow], chosen: str | None = None) -> None:
        """Show these; choose one by its id, else the one that was, else what stands in its place."""
        wanted, place = chosen or self.current(), self.currentIndex().row()
        ids = [row.id for row in rows]
        row = ids.index(wanted) if wanted in ids else min(max(0, place), len(ids) - 1)
        self._showing = True
        self.cards.show(rows)
        self.setCurrentIndex(self.cards.index(row))
        self._showing = False

    def current(self) -> str:
        """Return the id of the chosen card, or an empty string."""
        row = self.currentIndex().row()
        return self.cards.rows[row].id if 0 <= row < len(self.cards.rows) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current, alt = self.current(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if not current:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self.asked.emit(current)
            self.opened.emit(current)
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit(current)
        elif alt and event.key() in _STEPS:
            self.move_wanted.emit(current, _STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _tell_turned(self) -> None:
        if not self._showing:
            self.turned.emit(self.current())


class _Painter(QStyledItemDelegate):
    """Each card takes as many lines as its words do, up to so many."""

    def __init__(self, cards: CardRows, lines: tuple[int, int], parent: QListView) -> None:
        super().__init__(parent)
        self._cards = cards
        self._lines = lines
        self._list = parent
        self._strong = fonts.interface_font(9.5, strong=True)
        self._plain = fonts.interface_font(9.5)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._list.viewport().width()
        height = sum(len(words) * QFontMetrics(font).height() for words, font, _ in self._parts(index, width))
        return QSize(width, height + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, frame = theme.current(), QRectF(option.rect).adjusted(3, 1, -3, -1)
        with QPainterStateGuard(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            chosen = option.state & QStyle.StateFlag.State_Selected
            if chosen or option.state & QStyle.StateFlag.State_MouseOver:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.chip if chosen else colours.hover)
                painter.drawRoundedRect(frame, 6, 6)
            if chosen and option.state & QStyle.StateFlag.State_HasFocus:
                draw_focus_ring(painter, frame.adjusted(1, 1, -1, -1))
            top = option.rect.top() + _PADDING
            for words, font, tone in self._parts(index, option.rect.width()):
                painter.setFont(font)
                painter.setPen(getattr(colours, tone))
                for line in words:
                    painter.drawText(option.rect.left() + _SIDE, top + painter.fontMetrics().ascent(), line)
                    top += painter.fontMetrics().height()

    def _parts(self, index: Index, width: int) -> list[tuple[tuple[str, ...], QFont, str]]:
        row, room = self._cards.rows[index.row()], width - 2 * _SIDE
        heads, lines = self._lines
        return [
            (broken(row.head, self._strong, room, heads), self._strong, "text"),
            (broken(row.below, self._plain, room, lines), self._plain, row.tone),
        ]
