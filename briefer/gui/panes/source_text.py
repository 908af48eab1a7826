"""A stored text as the text pane shows it, and places in the one as places in the other.

Stored places count code points. Shown places count UTF-16 units, as Qt does, and the paragraph
ends that are put into lines too long for Qt's layout. Nothing is ever read back from a widget.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

LONGEST_PARAGRAPH: Final = 5_000
"""Code points: Qt lays a paragraph out as a whole, so a longer one makes scrolling stutter."""

_ASTRAL: Final = re.compile("[\U00010000-\U0010ffff]")
_LINE: Final = re.compile(r"[^\n]+")


class ShownText:
    """The text for the widget, and the way from stored to shown places and back in O(log n).

    Both are kept as knots: between two of them a place moves by the same number on both sides.
    """

    def __init__(self, body: str) -> None:
        self.body = body
        breaks = list(_soft_breaks(body))
        self.shown = "\n".join(body[start:end] for start, end in pairwise([0, *breaks, len(body)]))
        self._stored = [0]
        self._shown = [0]
        astral = (match.end() for match in _ASTRAL.finditer(body))
        for place in sorted([*breaks, *astral]):
            self._shown.append(self._shown[-1] + place - self._stored[-1] + 1)
            self._stored.append(place)

    def to_shown(self, offset: int) -> int:
        """Return the shown place of a stored one; at a soft break, the start of the new paragraph."""
        knot = bisect_right(self._stored, offset) - 1
        return self._shown[knot] + offset - self._stored[knot]

    def end_to_shown(self, offset: int) -> int:
        """Return the shown place where a stretch ends that ends before this stored place."""
        return self.to_shown(offset - 1) + (2 if self.body[offset - 1] > "\uffff" else 1)

    def to_stored(self, position: int) -> int:
        """Return the stored place of a shown one; inside a surrogate pair, the place after it."""
        knot = bisect_right(self._shown, position) - 1
        offset = self._stored[knot] + position - self._shown[knot]
        limit = self._stored[knot + 1] if knot + 1 < len(self._stored) else len(self.body)
        return min(offset, limit)


def _soft_breaks(body: str) -> Iterator[int]:
    """Yield where a paragraph begins that only the widget has, after white space where there is any."""
    for line in _LINE.finditer(body):
        place, end = line.span()
        while end - place > LONGEST_PARAGRAPH:
            furthest = place + LONGEST_PARAGRAPH
            blank = max(body.rfind(" ", place, furthest), body.rfind("。", place, furthest))
            place = blank + 1 if blank > place else furthest
            yield place
