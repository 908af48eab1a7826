"""Paints the headings and cards of the outline."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterStateGuard, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefer.gui.look import fonts, icons, theme
from briefer.gui.look.text_lines import broken
from briefer.gui.outline.card_foot import CardFoot, write
from briefer.gui.outline.cards import Card
from briefer.gui.outline.counting import details
from briefer.gui.outline.model import OutlineModel
from briefer.gui.outline.rows import LONG, UNFILED, Group, passage_of
from briefer.model.records import Statement

HEADING: Final = 46
"""Height of a heading in pixels at ordinary resolution."""

PLUS: Final = 28
"""Width at a heading's right end that writes a statement."""

_GAP: Final = 6
_SIDE: Final = 12
_PADDING: Final = 9
_BAR: Final = 16  # from the card's edge to its words, the coloured bar between
_PASSAGE_LINES: Final = 3
_STATEMENT_LINES: Final = 8
_HEIGHTS_KEPT: Final = 4096
_TITLE: Final = 22  # pixels from a heading's top to below its title


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
        self._foot = CardFoot(self._small, self._small_strong)
        # Qt asks for the height of every card whenever one comes or goes.
        self._height = lru_cache(_HEIGHTS_KEPT)(self._measured)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = _view_width(option)
        rows = self._model.rows
        if rows is None:
            return QSize(width, 0)
        group, place = rows.at(index.row())
        if place < 0:
            return QSize(width, HEADING)
        edges = _GAP + 2 * _PADDING + 3
        lines = rows.lines(group)
        if len(lines) > LONG:
            step = QFontMetrics(self._quoted).height()
            return QSize(width, edges + self._foot.height() + _PASSAGE_LINES * step)
        return QSize(width, edges + self._height(self._model.card(lines[place]), width))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rows = self._model.rows
        if rows is None:
            return
        group, place = rows.at(index.row())
        with QPainterStateGuard(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if place < 0:
                self._paint_heading(painter, option.rect, group, _focused(option))
            else:
                line = rows.lines(group)[place]
                hot = bool(self.hot) and passage_of(line) == self.hot and not isinstance(line, Statement)
                self._paint_card(painter, option, self._model.card(line), hot=hot)

    def _paint_heading(self, painter: QPainter, place: QRect, group: Group, focused: bool) -> None:  # noqa: FBT001
        colours = theme.current()
        frame = place.adjusted(_SIDE - 4, 4, -_SIDE + 4, -1)
        if focused:
            painter.setPen(QPen(colours.accent, 1.5))
            painter.drawRoundedRect(QRectF(frame), 6, 6)
        folded = self._model.rows is not None and self._model.rows.folded(group)
        arrow = icons.icon("chevron-right" if folded else "chevron-down", "mute")
        arrow.paint(painter, frame.left() + 2, frame.top() + 5, 14, 14)
        inner = frame.adjusted(20, 0, -PLUS, 0)
        title = QRect(inner.left(), inner.top() + 2, inner.width(), _TITLE - 2)
        count = f"{group.count:,}" if self._model.rows is None else self._model.rows.amount(group)
        painter.setFont(self._small)
        painter.setPen(colours.mute)
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        title.setRight(title.right() - painter.fontMetrics().horizontalAdvance(count) - 8)
        self._paint_title(painter, title, group)
        self._paint_details(painter, inner.adjusted(0, _TITLE - 1, 0, -3), group)
        if group.key != UNFILED and self._model.changeable:
            icons.icon("plus", "mute").paint(painter, frame.right() - 20, frame.top() + 4, 16, 16)

    def _paint_title(self, painter: QPainter, place: QRect, group: Group) -> None:
        colours = theme.current()
        painter.setFont(self._strong)
        if group.section is not None and group.section.digit:
            painter.setPen(colours.inks(group.section.colour).ink)
            digit = f"{group.section.digit}."
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, digit)
            place = place.adjusted(painter.fontMetrics().horizontalAdvance(digit) + 6, 0, 0, 0)
        painter.setPen(colours.text)
        words = painter.fontMetrics().elidedText(group.title, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_details(self, painter: QPainter, place: QRect, group: Group) -> None:
        """Write what the section holds, as much as there is room for, and the one source that it rests on."""
        colours = theme.current()
        metrics = QFontMetrics(self._small)
        only = self._model.one_source(group)
        said = f"only {only}" if only else ""
        room = place.width() - (metrics.horizontalAdvance(said) + 12 if said else 0)
        parts = details(group, self._model.counts.of(group.key))
        while len(parts) > 1 and metrics.horizontalAdvance(" · ".join(parts)) > room:
            parts.pop()
        words = metrics.elidedText(" · ".join(parts), Qt.TextElideMode.ElideRight, room)
        used = write(painter, place, words, self._small, colours.mute)
        if said:
            write(painter, place.adjusted(used + 12, 0, 0, 0), said, self._small, colours.warning)

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, card: Card, *, hot: bool) -> None:
        colours = theme.current()
        frame = QRectF(option.rect).adjusted(_SIDE, 0.5, -_SIDE, -_GAP)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        lit = chosen or _focused(option)
        painter.setBrush(colours.hover if hot else colours.base)
        painter.setPen(QPen(colours.accent, 2.0 if chosen else 1.0) if lit else QPen(colours.line, 1.0))
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
        self._foot.paint(painter, inner, card, _inside(option.rect.width()))

    def _measured(self, card: Card, width: int) -> int:
        """Return how high what stands in a card is."""
        lead = QFontMetrics(self._small).height() + 1 if card.lead else 0
        step = QFontMetrics(self._font(card)).height()
        return self._foot.height(card, _inside(width)) + lead + len(self._lines(card, width)) * step

    def _font(self, card: Card) -> QFont:
        return self._face if card.lead else self._quoted

    def _lines(self, card: Card, width: int) -> tuple[str, ...]:
        most = _STATEMENT_LINES if card.lead else _PASSAGE_LINES
        return broken(card.words, self._font(card), _inside(width), most)


def _inside(width: int) -> int:
    """Return how wide the words of a card may be in a view of this width."""
    return width - 2 * _SIDE - _BAR - _PADDING - 4


def _focused(option: QStyleOptionViewItem) -> bool:
    wanted = QStyle.StateFlag.State_HasFocus
    return bool(option.state & wanted)


def _view_width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
