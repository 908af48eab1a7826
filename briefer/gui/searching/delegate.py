"""Paints what was found: headings with the source's label, hits in two lines of what stands around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterStateGuard,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefer.gui.look import fonts, icons, theme
from briefer.gui.look.controls import draw_focus_ring
from briefer.gui.searching.model import Group, ResultsModel
from briefer.tasks.searching import Hit
from briefer.wording.seeking import Context

_HEIGHT: Final = 46
_SIDE: Final = 6
_INDENT: Final = 22
_CHEVRON: Final = 14
_LINES: Final = 2
_BARS: Final = 3
"""More there is no room for."""
_BAR_PITCH: Final = 5


class ResultsDelegate(QStyledItemDelegate):
    """Rows are all of one height, so that thousands of them cost nothing.

    `colours_at` gives the colours of the sections that a hit is tagged as.
    """

    def __init__(self, model: ResultsModel, parent: QObject) -> None:
        super().__init__(parent)
        self.colours_at: Callable[[Hit], Sequence[str]] = lambda _hit: ()
        self._model = model
        self._plain = fonts.interface_font(9.25)
        self._strong = fonts.interface_font(9.75, strong=True)
        self._small = fonts.interface_font(8.5)
        self._badge = fonts.interface_font(8.5, strong=True)

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = self._model.row(index)
        if row is None:
            return
        colours = theme.current()
        frame = option.rect.adjusted(_SIDE, 1, -_SIDE, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        with QPainterStateGuard(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            if chosen or option.state & QStyle.StateFlag.State_MouseOver:
                painter.setBrush(colours.chip if chosen else colours.hover)
                painter.drawRoundedRect(frame, 7, 7)
            if row.hit is None:
                self._paint_heading(painter, frame, row.group)
            else:
                room = frame.adjusted(_INDENT, 3, -8, -3)
                _paint_bars(painter, frame, self.colours_at(row.hit))
                paint_context(painter, room, row.hit.context, self._plain)
            if chosen and option.state & QStyle.StateFlag.State_HasFocus:
                draw_focus_ring(painter, frame.toRectF().adjusted(1, 0, -1, 0), 7)

    def _paint_heading(self, painter: QPainter, frame: QRect, group: Group) -> None:
        colours = theme.current()
        name = "chevron-right" if group.folded else "chevron-down"
        picture = icons.drawn(
            name, QSize(_CHEVRON, _CHEVRON), colours.mute, painter.device().devicePixelRatioF()
        )
        left, half = frame.left() + 4, frame.height() // 2
        painter.drawPixmap(QPointF(left, frame.top() + 2 + (half - 2 - _CHEVRON) / 2), picture)
        left += _INDENT - 4
        if group.label:
            left = self._paint_badge(painter, frame, left, group.label)
        rows = ((group.title, self._strong, colours.text), (group.count, self._small, colours.mute))
        for place, (words, font, colour) in enumerate(rows):
            room = QRect(left, frame.top() + 2 + place * (half - 2), frame.right() - left - 6, half - 2)
            _paint_line(painter, room, words, font, colour)

    def _paint_badge(self, painter: QPainter, frame: QRect, left: int, label: str) -> int:
        """Paint a source's label and return where there is room behind it."""
        colours = theme.current()
        width = 10 + QFontMetrics(self._badge).horizontalAdvance(label)
        badge = QRectF(left, frame.top() + 5, width, 17)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.accent)
        painter.drawRoundedRect(badge, 4, 4)
        painter.setFont(self._badge)
        painter.setPen(colours.on_accent)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, label)
        return left + width + 8


def _paint_bars(painter: QPainter, frame: QRect, colours: Sequence[str]) -> None:
    """Paint a bar in the ink of each section at the left of a hit, as the gutter does."""
    painter.setPen(Qt.PenStyle.NoPen)
    for place, colour in enumerate(colours[:_BARS]):
        painter.setBrush(theme.current().inks(colour).ink)
        bar = QRectF(frame.left() + _INDENT - 8 - place * _BAR_PITCH, frame.top() + 6, 3, frame.height() - 12)
        painter.drawRoundedRect(bar, 1.5, 1.5)


def _paint_line(painter: QPainter, room: QRect, words: str, font: QFont, colour: QColor) -> None:
    fonts.cover(words)
    painter.setFont(font)
    painter.setPen(colour)
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


def paint_context(painter: QPainter, room: QRect, context: Context, font: QFont) -> None:
    """Paint a hit between what stands around it, ending in … where there is no more room."""
    words = "".join(context).replace("\t", " ")
    fonts.cover(words)
    layout, end = _laid_out(words, context, font, room.width())
    if end < _units(words):
        cut = words.encode("utf-16-le")[: 2 * end - 4].decode("utf-16-le", "ignore").rstrip()
        layout, _ = _laid_out(f"{cut}…", context, font, room.width())
    painter.setPen(theme.current().text)
    top = room.top() + max(0.0, (room.height() - layout.boundingRect().height()) / 2)
    layout.draw(painter, QPointF(room.left(), top))


def _laid_out(words: str, context: Context, font: QFont, width: int) -> tuple[QTextLayout, int]:
    """Return at most two lines of the words, and how many UTF-16 units of them these hold."""
    layout = QTextLayout(words, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_emphasis(context)])
    layout.beginLayout()
    height, end = 0.0, 0
    for _ in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(20, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
        end = line.textStart() + line.textLength()
    layout.endLayout()
    return layout, end


def _emphasis(context: Context) -> QTextLayout.FormatRange:
    colours = theme.current()
    emphasis = QTextLayout.FormatRange()
    emphasis.start = _units(context.before)
    emphasis.length = _units(context.words)
    shape = QTextCharFormat()
    shape.setBackground(colours.found)
    shape.setFontWeight(QFont.Weight.DemiBold)
    emphasis.format = shape
    return emphasis


def _units(words: str) -> int:
    """Return how long Qt thinks words are, which counts in UTF-16."""
    return len(words.encode("utf-16-le")) // 2
