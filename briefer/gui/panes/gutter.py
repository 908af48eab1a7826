"""The margin beside the text: a bar for each tag in its lane, and the digit of its section."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from briefer.gui.look import fonts, theme
from briefer.gui.look.speech import tip
from briefer.gui.panes.marks import Mark, told
from briefer.gui.panes.text_paint import ink_of
from briefer.gui.panes.text_view import TextView

_LANE_PITCH: Final = 5
_BAR: Final = 3
_BADGE: Final = 16
_NOTE: Final = 3.5
_LEFT: Final = 8
_RIGHT: Final = 3
_NARROW_PANE: Final = 300


def width_in(pane: int) -> int:
    """Return how wide the gutter is in a text view of this width: badges side by side where there is room."""
    lanes, columns = _room(pane)
    return _LEFT + lanes * _LANE_PITCH + columns * (_BADGE + 2) + _RIGHT


def _room(pane: int) -> tuple[int, int]:
    """Return how many lanes of bars and columns of badges there is room for."""
    return (4, 2) if pane >= _NARROW_PANE else (3, 1)


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark as it stands in the gutter."""

    mark: Mark
    bar: QRectF
    badge: QRectF


class Gutter(QWidget):
    """Follows a text view; a passage is named by its id."""

    hovered = Signal(str)
    clicked = Signal(str)

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[int, int], tuple[float, float]] = {}
        self._over = ""
        self.setMouseTracking(True)
        view.scrolled.connect(self.update)
        view.laid_out.connect(self._lie_down)

    def placed(self) -> list[Placed]:
        """Return the marks that show, badges beside their bars and never one over another."""
        view = self._view
        top = view.verticalScrollBar().value()
        seen = view.places.stretch(top, top + self.height())
        return list(self._place(view.under.marks.between(*seen), top))

    def repaint_bars(self, lines: QRect) -> None:
        """Paint the bars beside these lines of the text again, and no badges."""
        self.update(0, lines.top(), self._bars_end(), lines.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = QRectF(event.rect())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setFont(fonts.interface_font(8.5, strong=True))
            for placed in self.placed():
                lit = placed.mark.passage == self._view.under.hot
                if placed.bar.intersects(wanted):
                    paint_bar(painter, placed.bar, placed.mark, lit=lit)
                if placed.badge.adjusted(0, -_NOTE, _NOTE, 0).intersects(wanted):
                    paint_badge(painter, placed.badge, placed.mark)
                    if placed.mark.note:
                        paint_note(painter, placed.badge)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(event.position())

    def leaveEvent(self, _event: QEvent) -> None:
        self._hover(QPointF(-1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_at(event.position())
        if mark is not None:
            self.clicked.emit(mark.passage)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self._mark_at(QPointF(event.pos()))
            words = told(self._view.under.marks.of(mark.passage)) if mark else ""
            QToolTip.showText(event.globalPos(), tip(words), self)
            return True
        return super().event(event)

    def _place(self, marks: Iterable[Mark], scrolled: int) -> Iterable[Placed]:
        most, columns = _room(self._view.width())
        filled, badges = [0.0] * columns, self._bars_end() + 1
        for mark in marks:
            top, bottom = (height - scrolled for height in self._heights_of(mark))
            lane = self._view.under.marks.lane_of(mark) % most
            bar = QRectF(_LEFT + lane * _LANE_PITCH, top, _BAR, bottom - top)
            wanted = max(2.0, min(top + 2, bottom - _BADGE))
            column = next((c for c, y in enumerate(filled) if y <= wanted), filled.index(min(filled)))
            badge_top = max(wanted, filled[column])
            filled[column] = badge_top + _BADGE + 2
            yield Placed(mark, bar, QRectF(badges + column * (_BADGE + 2), badge_top, _BADGE, _BADGE))

    def _bars_end(self) -> int:
        """Return where the badges begin, which leave no lane free that is not needed."""
        most, _ = _room(self._view.width())
        return _LEFT + min(most, self._view.under.marks.lanes) * _LANE_PITCH

    def _heights_of(self, mark: Mark) -> tuple[float, float]:
        span = mark.start, mark.end
        if span not in self._heights:
            self._heights[span] = self._view.places.heights(*span)
        return self._heights[span]

    def _lie_down(self) -> None:
        self._heights.clear()
        text = self._view.viewport().geometry()
        width = width_in(self._view.width())
        self.setGeometry(text.right() + 1, text.top(), width, text.height())
        self.update()

    def _mark_at(self, point: QPointF) -> Mark | None:
        for placed in self.placed():
            if placed.badge.contains(point) or placed.bar.adjusted(-2, 0, 2, 0).contains(point):
                return placed.mark
        return None

    def _hover(self, point: QPointF) -> None:
        mark = self._mark_at(point)
        passage = mark.passage if mark else ""
        if passage != self._over:
            self._over = passage
            self.hovered.emit(passage)


def paint_bar(painter: QPainter, bar: QRectF, mark: Mark, *, lit: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink_of(mark))
    painter.drawRoundedRect(bar.adjusted(-1, 0, 1, 0) if lit else bar, 1.5, 1.5)


def paint_badge(painter: QPainter, badge: QRectF, mark: Mark) -> None:
    """Paint a section's digit on its colour; the first letter of one without a digit, a dash for unfiled."""
    worn = theme.current()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink_of(mark))
    painter.drawRoundedRect(badge, 4, 4)
    painter.setPen(worn.inks(mark.colour).on_ink if mark.colour else worn.base)
    sign = mark.digit or mark.title[:1].upper() if mark.colour else "–"
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, sign)


def paint_note(painter: QPainter, badge: QRectF) -> None:
    """Paint at the corner of a badge that something is written on its passage."""
    worn = theme.current()
    painter.setPen(QPen(worn.base, 1.5))
    painter.setBrush(worn.text)
    painter.drawEllipse(badge.topRight() + QPointF(-1, 2), _NOTE, _NOTE)
