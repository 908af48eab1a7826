"""Pages one below the other: where each lies, in pixels from the upper left corner of the first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from PySide6.QtCore import QRectF

GAP: Final = 12
_SIDE: Final = 12
_KEPT_WHITE: Final = 18.0
"""Points of white left at either side where a narrow column cuts the margins of a page off."""
_READABLE: Final = 1.15
"""Pixels a point from which on whole pages are shown to their edges."""
_WIDEST: Final = 1.7

Size = tuple[float, float]


def fitting(width: float, page: float, margin: float) -> float:
    """Return pixels a point for pages so many points wide in so many pixels.

    A narrow column shows no more of the white at the sides than it must, so that the words are large.
    """
    whole = (width - 2 * _SIDE) / page
    if whole >= _READABLE:
        return min(whole, _WIDEST)
    words = width / (page - 2 * max(0.0, margin - _KEPT_WHITE))
    return max(0.2, min(words, _READABLE))


class Stack:
    """Pages of these sizes in points, `scale` pixels a point."""

    def __init__(self, sizes: Sequence[Size] = (), scale: float = 1.0) -> None:
        self.scale = scale
        self._sizes = [(round(width * scale), round(height * scale)) for width, height in sizes]
        self._tops = list(accumulate((height + GAP for _, height in self._sizes), initial=GAP))

    @property
    def width(self) -> int:
        """The widest page with some ground at both sides."""
        return max((width for width, _ in self._sizes), default=0) + 2 * _SIDE

    @property
    def height(self) -> int:
        return self._tops[-1]

    def __len__(self) -> int:
        return len(self._sizes)

    def top(self, page: int) -> int:
        """Return where a page begins."""
        return self._tops[page]

    def rect(self, page: int, middle: float) -> QRectF:
        """Return where a page lies when all have their middle there."""
        width, height = self._sizes[page]
        return QRectF(round(middle - width / 2), self._tops[page], width, height)

    def at(self, y: float) -> int:
        """Return the page at a height, or the one above the gap there."""
        return max(0, min(bisect_right(self._tops, y) - 1, len(self._sizes) - 1))

    def between(self, top: float, bottom: float) -> range:
        """Return the pages that show between two heights."""
        return range(self.at(top), self.at(bottom) + 1) if self._sizes else range(0)
