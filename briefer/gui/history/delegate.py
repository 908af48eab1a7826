"""Paints the lines of the history along a rail, all of one height."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterStateGuard, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefer.gui.history.model import HistoryModel, Line
from briefer.gui.look import fonts, icons, theme
from briefer.gui.look.controls import draw_focus_ring

_HEIGHT: Final = 46
_RAIL: Final = 28
_DOT: Final = 11
_ICON: Final = 13
_LEFT: Final = 50
_RIGHT: Final = 12
_FADED: Final = 0.45


class HistoryDelegate(QStyledItemDelegate):
    """A dot with an icon an entry; what does not stand is faded."""

    def __init__(self, model: HistoryModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._strong = fonts.interface_font(9.75, strong=True)
        self._plain = fonts.interface_font(9.75)
        self._small = fonts.interface_font(8.5)

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = self._model.entry(index)
        if entry is None:
            return
        line, colours = self._model.line(entry), theme.current()
        frame = option.rect.adjusted(6, 1, -6, -1)
        with QPainterStateGuard(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            if option.state & QStyle.StateFlag.State_MouseOver or line.state == "here":
                painter.setBrush(colours.hover if line.state != "here" else colours.chip)
                painter.drawRoundedRect(frame, 7, 7)
            first, last = index.row() == 0, index.row() == self._model.rowCount() - 1
            _paint_rail(painter, option.rect, line, above=not first, below=not last)
            self._paint_words(painter, option.rect.adjusted(_LEFT, 5, -_RIGHT, -5), line)
            focused = option.state & QStyle.StateFlag.State_HasFocus
            if focused and option.state & QStyle.StateFlag.State_Selected:
                draw_focus_ring(painter, frame.toRectF().adjusted(1, 0, -1, 0), 7)

    def _paint_words(self, painter: QPainter, frame: QRect, line: Line) -> None:
        colours, stands = theme.current(), line.state in {"here", "standing"}
        half = frame.height() // 2
        rows = (
            (line.label, self._strong if line.state == "here" else self._plain, colours.text),
            (line.below, self._small, colours.accent if line.state == "here" else colours.mute),
        )
        for place, (words, font, colour) in enumerate(rows):
            fonts.cover(words)
            painter.setFont(font)
            painter.setPen(colour if stands else colours.mute)
            room = QRect(frame.left(), frame.top() + place * half, frame.width(), half)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


def _paint_rail(painter: QPainter, frame: QRect, line: Line, *, above: bool, below: bool) -> None:
    """Paint the dot of an entry and its part of the rail."""
    colours, stands = theme.current(), line.state in {"here", "standing"}
    middle = QPointF(_RAIL, frame.center().y() + 0.5)
    painter.setPen(QPen(colours.line, 1.5))
    if above:
        painter.drawLine(QPointF(_RAIL, frame.top()), middle - QPointF(0, _DOT))
    if below:
        painter.drawLine(middle + QPointF(0, _DOT), QPointF(_RAIL, frame.bottom() + 1))
    ink, on_ink = _inks(line)
    painter.setOpacity(1.0 if stands else _FADED)
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(ink if stands else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, _DOT, _DOT)
    ratio = painter.device().devicePixelRatioF()
    picture = icons.drawn(line.icon, QSize(_ICON, _ICON), on_ink if stands else ink, ratio)
    painter.drawPixmap(middle - QPointF(_ICON / 2, _ICON / 2), picture)
    painter.setOpacity(1.0)


def _inks(line: Line) -> tuple[QColor, QColor]:
    """Return the colour of a dot, and of the icon on it when it is filled."""
    colours = theme.current()
    if line.state == "here":
        return colours.accent, colours.on_accent
    if line.colour:
        inks = colours.inks(line.colour)
        return inks.ink, inks.on_ink
    return colours.mute, colours.panel
