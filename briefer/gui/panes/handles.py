"""The two handles at the ends of the chosen passage: where they stand, and what they look like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from briefer.gui.look import theme
from briefer.gui.panes.marks import Mark
from briefer.gui.panes.text_paint import ink_of, reach_of
from briefer.wording.stretching import END, START

if TYPE_CHECKING:
    from briefer.gui.panes.text_view import TextView

_KNOB: Final = 4.5
_BAR: Final = 2.0
_REACH: Final = 5.0
"""Pixels beside a handle that belong to it under the mouse."""


@dataclass(frozen=True, slots=True)
class Handle:
    """One end of a passage in the coordinates of the viewport."""

    end: int
    bar: QRectF
    knob: QPointF

    @property
    def grip(self) -> QRectF:
        """Where the mouse takes hold of it."""
        round_knob = QRectF(self.knob.x() - _KNOB, self.knob.y() - _KNOB, 2 * _KNOB, 2 * _KNOB)
        return self.bar.united(round_knob).adjusted(-_REACH, -1, _REACH, 1)


def chosen_mark(view: TextView) -> Mark | None:
    """Return a mark of the chosen passage, if it stands in the text."""
    return next(iter(view.under.marks.of(view.under.chosen)), None)


def handles_of(view: TextView) -> list[Handle]:
    """Return the handles of the chosen passage that lie in sight."""
    mark = chosen_mark(view)
    if mark is None:
        return []
    above, below = reach_of(QFontMetricsF(view.font()))
    scrolled, seen = view.verticalScrollBar().value(), QRectF(view.viewport().rect())
    found = []
    for end, place in ((START, mark.start), (END, mark.end - 1)):
        edge = view.places.edge(place, after=end == END).translated(0, -scrolled)
        bar = QRectF(edge.left() - _BAR / 2, edge.bottom() - above, _BAR, above + below)
        knob = QPointF(edge.left(), bar.top() if end == START else bar.bottom())
        if bar.intersects(seen):
            found.append(Handle(end, bar, knob))
    return found


def paint_handles(painter: QPainter, view: TextView) -> None:
    """Paint what can be taken hold of; the painter stands at the viewport's origin."""
    mark = chosen_mark(view)
    if mark is None:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for handle in handles_of(view):
        painter.setBrush(ink_of(mark))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRect(handle.bar)
        painter.setPen(QPen(theme.current().base, 1.5))
        painter.drawEllipse(handle.knob, _KNOB, _KNOB)
