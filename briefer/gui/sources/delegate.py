"""Paints the cards of the sources list, all of one height."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterStateGuard, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefer.gui.look import fonts, theme
from briefer.gui.look.source_words import WANTED, byline, gaps, headline
from briefer.gui.look.text_lines import broken
from briefer.gui.sources.model import Shares, SourcesModel
from briefer.model.records import Source

_HEIGHT: Final = 92
_SIDE: Final = 10
_GAP: Final = 6
_TITLE_LINES: Final = 2
_NEWER: Final = "Drop to read as the newer copy of this source"
_BAR: Final = 4
_RING: Final = 11
_NOON: Final = 90 * 16  # Qt counts angles in sixteenths of a degree
_ROUND: Final = 360 * 16


class SourcesDelegate(QStyledItemDelegate):
    """`shown` are the ids of the sources that a pane shows, `welcoming` that of the one that takes a file."""

    def __init__(self, model: SourcesModel, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: frozenset[str] = frozenset()
        self.welcoming = ""
        self._model = model
        self._strong = fonts.interface_font(9.75, strong=True)
        self._small = fonts.interface_font(8.5)
        self._badge = fonts.interface_font(8.5, strong=True)

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        source = self._model.source(index)
        if source is None:
            return
        colours = theme.current()
        frame = QRectF(option.rect).adjusted(_SIDE, 1, -_SIDE, -_GAP)  # half a pen must stay inside
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        welcoming = source.id == self.welcoming
        under_mouse = bool(option.state & QStyle.StateFlag.State_MouseOver)
        with QPainterStateGuard(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(colours.hover if under_mouse else colours.base)
            painter.setPen(QPen(colours.accent, 2.0) if chosen or welcoming else QPen(colours.line, 1.0))
            painter.drawRoundedRect(frame, 8, 8)
            self._paint_words(painter, frame.toRect().adjusted(10, 8, -10, -9), source)

    def _paint_words(self, painter: QPainter, inner: QRect, source: Source) -> None:
        colours = theme.current()
        step, ascent = QFontMetrics(self._strong).height(), QFontMetrics(self._strong).ascent()
        wide = 10 + QFontMetrics(self._badge).horizontalAdvance(source.label)
        left = inner.left() + wide + 8
        words = _NEWER if source.id == self.welcoming else headline(source)
        titles = broken(words, self._strong, inner.right() - left, _TITLE_LINES)
        # A title of one line stands in the middle of the room for two, so that no line seems to be missing.
        top = inner.top() + (_TITLE_LINES - len(titles)) * step // 2
        badge = QRectF(inner.left(), top + 1, wide, 17)
        on_screen = source.id in self.shown
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.accent if on_screen else colours.chip)
        painter.drawRoundedRect(badge, 4, 4)
        painter.setFont(self._badge)
        painter.setPen(colours.on_accent if on_screen else colours.text)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, source.label)
        painter.setFont(self._strong)
        painter.setPen(colours.text)
        for number, words in enumerate(titles):
            painter.drawText(left, top + number * step + ascent, words)
        self._paint_foot(painter, inner, source)

    def _paint_foot(self, painter: QPainter, inner: QRect, source: Source) -> None:
        colours = theme.current()
        painter.setFont(self._small)
        height = painter.fontMetrics().height()
        line = QRect(inner.left(), inner.bottom() - _BAR - 6 - height, inner.width(), height)
        ring = QRectF(line.right() - _RING, line.center().y() - _RING / 2 + 1, _RING, _RING)
        _paint_ring(painter, ring, 1 - len(gaps(source.reference)) / WANTED)
        room = line.width() - _RING - 10
        words = painter.fontMetrics().elidedText(byline(source), Qt.TextElideMode.ElideRight, room)
        painter.setPen(colours.mute)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
        _paint_shares(
            painter,
            QRectF(inner.left(), inner.bottom() - _BAR + 1, inner.width(), _BAR),
            self._model.shares(source),
        )


def _paint_ring(painter: QPainter, ring: QRectF, share: float) -> None:
    """Paint how much of a reference is recorded, 0 to 1, closed and in another colour when all of it is."""
    colours = theme.current()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.veil(colours.mute, 0.25), 2.5))
    painter.drawEllipse(ring)
    painter.setPen(QPen(colours.good if share == 1 else colours.warning, 2.5))
    painter.drawArc(ring, _NOON, -int(share * _ROUND))


def _paint_shares(painter: QPainter, bar: QRectF, shares: Shares) -> None:
    """Paint how a source's tags are spread, each section's part as wide as its share."""
    colours = theme.current()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.chip)
    painter.drawRoundedRect(bar, 2, 2)
    left, room = bar.left(), bar.width() - max(0, len(shares.parts) - 1)
    for colour, count in shares.parts:
        width = room * count / shares.total
        painter.setBrush(colours.inks(colour).ink)
        painter.drawRoundedRect(QRectF(left, bar.top(), width, bar.height()), 2, 2)
        left += width + 1
