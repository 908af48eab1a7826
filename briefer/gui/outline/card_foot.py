"""The small print of a card: where its words stand, what is worth knowing, and its other sections."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from briefer.gui.look import theme
from briefer.gui.outline.cards import Card, Mark

_APART: Final = 12  # pixels between two things on a line
_DOT: Final = 5.0
_BESIDE_DOT: Final = 9
_LEAST: Final = 90
"""Pixels that “also …” needs to be worth reading; with less it gets a line of its own."""


class CardFoot:
    """One line, or two where the other sections have no room beside the rest."""

    def __init__(self, plain: QFont, strong: QFont) -> None:
        self._plain = plain
        self._strong = strong

    def height(self, card: Card | None = None, width: int = 0) -> int:
        """Return how high it is for a card whose words are this wide, or one line."""
        line = QFontMetrics(self._plain).height()
        return line if card is None or not self._parts(card, width) else 2 * line + 1

    def paint(self, painter: QPainter, inner: QRect, card: Card, width: int) -> None:
        """Write it at the bottom of a card's inside."""
        colours, line = theme.current(), QFontMetrics(self._plain).height()
        apart = self._parts(card, width)
        place = QRect(inner.left(), inner.bottom() - line + 1, width, line)
        if apart:
            place.translate(0, -line - 1)
        metrics = QFontMetrics(self._plain)
        room = width - self._marks_width(card)
        cite = metrics.elidedText(card.cite, Qt.TextElideMode.ElideRight, room)
        used = write(painter, place, cite, self._plain, colours.mute)
        for mark in card.marks:
            used += _APART if used else 0
            used += self._paint_mark(painter, place.adjusted(used, 0, 0, 0), mark)
        if card.also and apart:
            self._paint_also(painter, place.translated(0, line + 1), card)
        elif card.also:
            self._paint_also(painter, place.adjusted(used + _APART, 0, 0, 0), card)

    def _parts(self, card: Card, width: int) -> bool:
        """Tell whether the other sections stand on a line of their own."""
        if not card.also:
            return False
        used = QFontMetrics(self._plain).horizontalAdvance(card.cite) + self._marks_width(card)
        wanted = QFontMetrics(self._strong).horizontalAdvance(_also(card))
        return width - used - _APART < min(_LEAST, wanted)

    def _marks_width(self, card: Card) -> int:
        metrics = QFontMetrics(self._plain)
        return sum(
            _APART + (_BESIDE_DOT if mark.level else 0) + metrics.horizontalAdvance(mark.words)
            for mark in card.marks
        )

    def _paint_mark(self, painter: QPainter, place: QRect, mark: Mark) -> int:
        """Write a mark, behind a ring or, when it should be mended, a dot; return how wide it is."""
        colours = theme.current()
        colour = {"warning": colours.warning, "error": colours.danger}.get(mark.level, colours.mute)
        if not mark.level:
            return write(painter, place, mark.words, self._plain, colour)
        dot = QRectF(place.left() + 0.5, place.center().y() - _DOT / 2 + 1, _DOT, _DOT)
        painter.setPen(QPen(colour, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush if mark.level == "open" else colour)
        painter.drawEllipse(dot)
        words = place.adjusted(_BESIDE_DOT, 0, 0, 0)
        return _BESIDE_DOT + write(painter, words, mark.words, self._plain, colour)

    def _paint_also(self, painter: QPainter, place: QRect, card: Card) -> None:
        metrics = QFontMetrics(self._strong)
        words = metrics.elidedText(_also(card), Qt.TextElideMode.ElideRight, place.width())
        place.setLeft(place.right() - metrics.horizontalAdvance(words))
        write(painter, place, words, self._strong, theme.current().inks(card.also[0][1]).ink)


def _also(card: Card) -> str:
    return f"also {', '.join(title for title, _ in card.also)}"


def write(painter: QPainter, place: QRect, words: str, font: QFont, colour: QColor) -> int:
    """Write words on one line and return how wide they are."""
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    return painter.fontMetrics().horizontalAdvance(words)
