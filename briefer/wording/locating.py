"""Lines and paragraphs, and every place where a text has the same words.

A line is a physical line; a paragraph is a line that is not blank. Both are counted from 1.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one text."""

    starts: tuple[int, ...]
    paragraphs: tuple[int, ...]
    """How many lines are not blank up to each one, itself included."""

    @classmethod
    def of(cls, text: str) -> Lines:
        lines = text.split("\n")
        starts = accumulate((len(line) + 1 for line in lines[:-1]), initial=0)
        # str.isspace holds for NO-BREAK SPACE: a line of it is blank.
        counts = accumulate(bool(line) and not line.isspace() for line in lines)
        return cls(tuple(starts), tuple(counts))

    def line_of(self, position: int) -> int:
        """Give the line of a code point; a line feed belongs to the line it ends."""
        return bisect_right(self.starts, position)

    def paragraph_of(self, position: int) -> int:
        """Give the paragraph of a code point; on a blank line the last one before it, 0 if there is none."""
        return self.paragraphs[self.line_of(position) - 1]


def occurrences(text: str, quote: str) -> list[int]:
    """Give where each occurrence of the exact words begins, also those that overlap; none for no words."""
    places = []
    place = text.find(quote) if quote else -1
    while place >= 0:
        places.append(place)
        place = text.find(quote, place + 1)
    return places
