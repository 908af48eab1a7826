"""What in a text its author probably did not write: greyed, or dotted, over words that stay as they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from briefer.gui.look import theme
from briefer.gui.look.contrast import READABLE
from briefer.gui.panes.source_text import ShownText
from briefer.gui.panes.text_places import TextPlaces
from briefer.wording.characters import Span

if TYPE_CHECKING:
    from briefer.wording.hygiene import Mark

GREYED: Final = frozenset({"furniture", "repeated", "struck"})
"""What is no part of the article, the same again or taken back; the other kinds are only pointed out."""
_VEIL: Final = 0.6
_VEIL_CONTRAST: Final = 0.35
_MOST_OF_IT: Final = 0.5
"""A sentence is skipped when so much of it is greyed."""


class Asides:
    """The marks of one text by place; shown places, end exclusive."""

    def __init__(self, marks: Iterable[Mark] = (), text: ShownText | None = None) -> None:
        self._marks = [
            mark._replace(start=text.to_shown(mark.start), end=text.end_to_shown(mark.end))
            for mark in marks
            if text is not None
        ]
        self.greyed = _joined(mark for mark in self._marks if mark.kind in GREYED)
        self.dotted = _joined(mark for mark in self._marks if mark.kind not in GREYED)

    def reasons(self, position: int) -> list[str]:
        """Return why a character is marked, each reason once."""
        found = [mark.reason for mark in self._marks if mark.start <= position < mark.end]
        return list(dict.fromkeys(found))

    def skipped(self, start: int, end: int) -> str:
        """Return why most of a stretch is greyed, or an empty string."""
        greyed = sum(last - first for first, last in _within(self.greyed, start, end))
        if not greyed or greyed < _MOST_OF_IT * (end - start):
            return ""
        over = [mark for mark in self._marks if mark.kind in GREYED and mark.start < end and start < mark.end]
        return max(over, key=lambda mark: min(end, mark.end) - max(start, mark.start)).reason


def paint_asides(
    painter: QPainter, asides: Asides, places: TextPlaces, metrics: QFontMetricsF, seen: tuple[float, float]
) -> None:
    """Paint over the words that show between two heights; the painter stands at the document's origin."""
    if not asides.greyed and not asides.dotted:
        return
    worn = theme.current()
    veil = theme.veil(worn.base, _VEIL_CONTRAST if worn.readable > READABLE else _VEIL)
    pen = QPen(worn.mute, 1.0, Qt.PenStyle.DotLine)
    for block, rect in places.blocks(*seen):
        part = places.seen(block, rect, *seen)
        for span in _within(asides.greyed, *part):
            for box in places.line_rects(block, rect, *span):
                painter.fillRect(box.adjusted(0, 0, 0, metrics.descent()), veil)
        painter.setPen(pen)
        for span in _within(asides.dotted, *part):
            for box in places.line_rects(block, rect, *span):
                painter.drawLine(_under(box, metrics))


def _under(box: QRectF, metrics: QFontMetricsF) -> QLineF:
    """Return a line under the words, never so short that it cannot be seen."""
    height = box.bottom() + metrics.descent() * 0.6
    return QLineF(box.left(), height, max(box.right(), box.left() + 3), height)


def _joined(marks: Iterable[Mark]) -> Sequence[Span]:
    """Return the stretches that marks cover, each place once."""
    found: list[Span] = []
    for mark in sorted(marks):
        if found and mark.start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], mark.end)
        else:
            found.append((mark.start, mark.end))
    return found


def _within(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """Yield the parts of stretches, in their order and apart, that lie in another one."""
    first = bisect_right(spans, start, key=lambda span: span[1])
    for left, right in spans[first : bisect_left(spans, end, key=lambda span: span[0])]:
        yield max(left, start), min(right, end)
