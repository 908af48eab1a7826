"""What is painted under the words of a text pane: tints, underlines in lanes, finds, the flash."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from briefer.gui.look import theme
from briefer.gui.panes.asides import Asides
from briefer.gui.panes.marks import Mark, MarkIndex
from briefer.gui.panes.text_places import TextPlaces

UNDERLINES: Final = 3
"""So many fit between two lines of text; the lanes beyond them share these."""
_LANE_GAP: Final = 1.0


@dataclass(slots=True)
class Under:
    """What lies under the text now, and over it; stretches are shown places, end exclusive."""

    marks: MarkIndex = field(default_factory=MarkIndex)
    asides: Asides = field(default_factory=Asides)
    hot: str = ""
    """The passage that is lit up."""
    chosen: str = ""
    """The passage whose ends can be taken hold of."""
    held: str = ""
    """The passage whose ends are being moved."""
    found: Sequence[tuple[int, int]] = ()
    found_now: int = -1
    """Which of the finds the reader stands on."""
    flash: tuple[int, int] = (0, 0)
    flash_strength: float = 0.0


def paint_under(
    painter: QPainter, under: Under, places: TextPlaces, metrics: QFontMetricsF, seen: tuple[float, float]
) -> None:
    """Paint what shows between two heights of the document; the painter stands at the document's origin."""
    brush = _Brush(painter, metrics)
    for block, rect in places.blocks(*seen):
        start, end = part = places.seen(block, rect, *seen)
        for left, right, marks in under.marks.segments(*part):
            boxes = list(places.line_rects(block, rect, left, right))
            brush.tint(boxes, _tint(marks, under.held or under.hot))
            for mark in marks:
                brush.underline(boxes, mark, under)
        for left, right, colour in _veils(under, *part):
            span = max(start, left), min(end, right)
            brush.tint(places.line_rects(block, rect, *span), colour)
        left, right = under.found[under.found_now] if under.found_now >= 0 else (0, 0)
        if left < end and start < right:
            span = max(start, left), min(end, right)
            brush.frame(places.line_rects(block, rect, *span), theme.current().text)


def _veils(under: Under, start: int, end: int) -> Iterator[tuple[int, int, QColor]]:
    """Yield what was found, and what flashes, as far as it touches a stretch."""
    place = bisect_left(under.found, (start, 0))
    place -= place > 0 and under.found[place - 1][1] > start
    for number, (left, right) in enumerate(under.found[place:], place):
        if left >= end:
            break
        here = number == under.found_now
        yield left, right, theme.veil(theme.current().found, 1.0 if here else 0.7)
    if under.flash_strength and under.flash[0] < end and under.flash[1] > start:
        yield *under.flash, theme.veil(theme.current().accent, 0.3 * under.flash_strength)


class _Brush:
    """Fills parts of lines by the height of the reading font, whatever font drew the characters."""

    def __init__(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        self._painter = painter
        self._above, self._below = reach_of(metrics)

    def tint(self, boxes: Iterable[QRectF], colour: QColor) -> None:
        for box in boxes:
            self._painter.fillRect(self._ground(box), colour)

    def frame(self, boxes: Iterable[QRectF], colour: QColor) -> None:
        self._painter.setPen(colour)
        for box in boxes:
            self._painter.drawRect(self._ground(box).adjusted(-1, -1, 0, 0))

    def _ground(self, box: QRectF) -> QRectF:
        return QRectF(box.left(), box.bottom() - self._above, box.width(), self._above + self._below)

    def underline(self, boxes: Iterable[QRectF], mark: Mark, under: Under) -> None:
        lane = under.marks.lane_of(mark) % UNDERLINES
        line = theme.current().underline
        thick = line + 1 if mark.passage == under.hot else line
        ink = ink_of(mark)
        for box in boxes:
            top = box.bottom() + self._below + lane * (line + _LANE_GAP)
            self._painter.fillRect(QRectF(box.left(), top, box.width(), thick), ink)


def reach_of(metrics: QFontMetricsF) -> tuple[float, float]:
    """Return how far the ground of a passage reaches above and below the baseline."""
    return metrics.capHeight() * 1.22, metrics.descent() * 0.82


def ink_of(mark: Mark) -> QColor:
    """Return the colour of a mark's lines; unfiled passages have the muted one."""
    worn = theme.current()
    return worn.inks(mark.colour).ink if mark.colour else worn.mute


def _tint(marks: Sequence[Mark], hot: str) -> QColor:
    """Return the innermost mark's tint, the lit one's before all; stronger where several lie."""
    lit = [mark for mark in marks if mark.passage == hot]
    ink = ink_of(min(lit or marks, key=lambda mark: mark.end - mark.start))
    worn = theme.current()
    if lit:
        return theme.veil(ink, worn.hot)
    return theme.veil(ink, min(worn.hot, 1 - (1 - worn.tint) ** len(marks)))
