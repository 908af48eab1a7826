"""Paints the headings and cards of the outline."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefer.gui.look import fonts, icons, theme
from briefer.gui.look.text_lines import broken
from briefer.gui.outline.cards import Card
from briefer.gui.outline.model import OutlineModel
from briefer.gui.outline.rows import LONG, UNFILED, Group, passage_of
from briefer.model.records import Statement

HEADING: Final = 34
"""Height of a heading in pixels at ordinary resolution."""

PLUS: Final = 28
"""Width at a heading's right end that writes a statement."""

_GAP: Final = 6
_SIDE: Final = 12
_PADDING: Final = 9
_BAR: Final = 16  # from the card's edge to its words, the coloured bar between
_PASSAGE_LINES: Final = 3
_STATEMENT_LINES: Final = 8


class OutlineDelegate(QStyledItemDelegate):
    """`hot` is the id of the passage under the mouse, here or in a pane."""

    def __init__(self, model: OutlineModel, parent: QObject) -> None:
        super().__init__(parent)
        self.hot = ""
        self._model = model
        self._face = fonts.interface_font()
        # A source's words look as they do in its pane, the analyst's own as the window's do.
        self._quoted = fonts.reading_font(points=10.0)
        self._small = fonts.interface_font(8.5)
        self._small_strong = fonts.interface_font(8.5, strong=True)
        self._strong = fonts.interface_font(10.5, strong=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = _view_width(option)
        rows = self._model.rows
        if rows is None:
            return QSize(width, 0)
        group, place = rows.at(index.row())
        if place < 0:
            return QSize(width, HEADING)
        foot = QFontMetrics(self._small).height()
        edges = _GAP + 2 * _PADDING + foot + 3
        if group.count > LONG:
            return QSize(width, edges + _PASSAGE_LINES * QFontMetrics(self._quoted).height())
        card = self._model.card(rows.entries(group)[place])
        lead = foot + 1 if card.lead else 0
        step = QFontMetrics(self._font(card)).height()
        return QSize(width, edges + lead + len(self._lines(card, width)) * step)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rows = self._model.rows
        if rows is None:
            return
        group, place = rows.at(index.row())
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if place < 0:
                self._paint_heading(painter, option.rect, group, _focused(option))
            else:
                line = rows.entries(group)[place]
                hot = bool(self.hot) and passage_of(line) == self.hot and not isinstance(line, Statement)
                self._paint_card(painter, option, self._model.card(line), hot=hot)
        finally:
            painter.restore()

    def _paint_heading(self, painter: QPainter, place: QRect, group: Group, focused: bool) -> None:  # noqa: FBT001
        colours = theme.current()
        frame = place.adjusted(_SIDE - 4, 4, -_SIDE + 4, 0)
        if focused:
            painter.setPen(QPen(colours.accent, 1.5))
            painter.drawRoundedRect(QRectF(frame), 6, 6)
        arrow = "chevron-right" if group.folded else "chevron-down"
        icons.icon(arrow, "mute").paint(painter, frame.left() + 2, frame.top() + 8, 14, 14)
        inner = frame.adjusted(20, 0, -PLUS, 0)
        painter.setFont(self._strong)
        if group.section is not None and group.section.digit:
            painter.setPen(colours.inks(group.section.colour).ink)
            digit = f"{group.section.digit}."
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, digit)
            inner.setLeft(inner.left() + painter.fontMetrics().horizontalAdvance(digit) + 6)
        count = self._paint_count(painter, inner, group)
        inner.setRight(inner.right() - count - 8)
        painter.setFont(self._strong)
        painter.setPen(colours.text)
        words = painter.fontMetrics().elidedText(group.title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)
        if group.key != UNFILED:
            icons.icon("plus", "mute").paint(painter, frame.right() - 20, frame.top() + 7, 16, 16)

    def _paint_count(self, painter: QPainter, inner: QRect, group: Group) -> int:
        """Write how many entries there are, and the one source they rest on; return the width."""
        colours = theme.current()
        painter.setFont(self._small)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        count = f"{group.count:,}" if group.count else "empty"
        painter.setPen(colours.mute)
        painter.drawText(inner, right, count)
        width = painter.fontMetrics().horizontalAdvance(count)
        only = self._model.one_source(group)
        if only:
            painter.setPen(colours.warning)
            said = f"only {only}"
            painter.drawText(inner.adjusted(0, 0, -width - 10, 0), right, said)
            width += painter.fontMetrics().horizontalAdvance(said) + 10
        return width

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, card: Card, *, hot: bool) -> None:
        colours = theme.current()
        frame = QRectF(option.rect).adjusted(_SIDE, 0.5, -_SIDE, -_GAP)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setBrush(colours.hover if hot else colours.base)
        painter.setPen(QPen(colours.accent, 2.0) if chosen else QPen(colours.line, 1.0))
        painter.drawRoundedRect(frame, 8, 8)
        if card.colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.inks(card.colour).ink)
            painter.drawRoundedRect(
                QRectF(frame.left() + 6, frame.top() + 8, 3, frame.height() - 16), 1.5, 1.5
            )
        inner = frame.toRect().adjusted(_BAR, _PADDING, -_PADDING - 3, -_PADDING)
        if card.lead:
            painter.setFont(self._small_strong)
            painter.setPen(colours.mute)
            painter.drawText(inner, Qt.AlignmentFlag.AlignTop, card.lead)
            inner.setTop(inner.top() + painter.fontMetrics().height() + 1)
        painter.setFont(self._font(card))
        painter.setPen(colours.text)
        step = painter.fontMetrics().height()
        for number, words in enumerate(self._lines(card, option.rect.width())):
            painter.drawText(
                inner.left(), inner.top() + number * step + painter.fontMetrics().ascent(), words
            )
        self._paint_foot(painter, inner, card)

    def _paint_foot(self, painter: QPainter, inner: QRect, card: Card) -> None:
        """Write where the words stand on the left, in what other sections on the right."""
        colours = theme.current()
        foot = QRect(inner.left(), inner.bottom() - QFontMetrics(self._small).height() + 1, inner.width(), 0)
        foot.setHeight(QFontMetrics(self._small).height())
        used = _write(painter, foot, card.cite, self._small, colours.mute)
        if card.mark:
            place = foot.adjusted(used + (8 if used else 0), 0, 0, 0)
            used += _write(
                painter, place, card.mark, self._small, colours.warning if card.warns else colours.mute
            )
        if card.also:
            titles = ", ".join(title for title, _ in card.also)
            room = foot.width() - used - 24
            metrics = QFontMetrics(self._small_strong)
            words = metrics.elidedText(f"also {titles}", Qt.TextElideMode.ElideRight, room)
            foot.setLeft(foot.right() - metrics.horizontalAdvance(words))
            _write(painter, foot, words, self._small_strong, colours.inks(card.also[0][1]).ink)

    def _font(self, card: Card) -> QFont:
        return self._face if card.lead else self._quoted

    def _lines(self, card: Card, width: int) -> tuple[str, ...]:
        most = _STATEMENT_LINES if card.lead else _PASSAGE_LINES
        return broken(card.words, self._font(card), width - 2 * _SIDE - _BAR - _PADDING - 4, most)


def _write(painter: QPainter, place: QRect, words: str, font: QFont, colour: QColor) -> int:
    """Write words on one line and return how wide they are."""
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    return painter.fontMetrics().horizontalAdvance(words)


def _focused(option: QStyleOptionViewItem) -> bool:
    wanted = QStyle.StateFlag.State_HasFocus
    return bool(option.state & wanted)


def _view_width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
