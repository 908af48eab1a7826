"""Lines that return from page to page, as heads and feet do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

_MOST: Final = 3
"""Lines of a head or foot."""
_NEAR: Final = 2
"""Pages: those on the left often have another head than those on the right."""
_NUMBER: Final = re.compile(r"(\d{1,9})")


def returning(pages: Sequence[Sequence[str]]) -> list[int]:
    """Count for each page those of its lines, from the first on, that return on a page close by.

    Numbers may stay or count with the pages. Of feet, give the lines of each page from the last to the first.
    """
    edges = [[_NUMBER.split(" ".join(line.casefold().split())) for line in lines[:_MOST]] for lines in pages]
    return [_count(edges, number) for number in range(len(edges))]


def _count(edges: list[list[list[str]]], number: int) -> int:
    return sum(1 for _ in takewhile(lambda line: _returns(line, number, edges), edges[number]))


def _returns(line: list[str], number: int, edges: list[list[list[str]]]) -> bool:
    return any(
        _is_same(line, other, near - number)
        for near in range(max(number - _NEAR, 0), min(number + _NEAR + 1, len(edges)))
        if near != number
        for other in edges[near]
    )


def _is_same(line: list[str], other: list[str], pages: int) -> bool:
    """Tell whether two lines say the same, and whether each number stays or counts with so many pages."""
    return len(line) == len(other) and all(
        mine == theirs or (place % 2 and int(theirs) - int(mine) == pages)
        for place, (mine, theirs) in enumerate(zip(line, other, strict=True))
    )
