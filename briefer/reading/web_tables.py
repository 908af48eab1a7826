"""The columns of a table in a web page: cells that reach down leave theirs blank in the rows below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPAN: Final = re.compile(r"\s*([0-9]{1,5})")
_FEWEST: Final = 2
"""Cells of its own that make a row one of values: a single one rather lays out text."""


class Columns:
    """The columns of a table, as far as its rows were read."""

    def __init__(self) -> None:
        self._reached: dict[int, tuple[int, int]] = {}
        """By the place of the first column of a cell above: how many rows more, and how many columns wide."""

    def blanks(self, cells: Sequence[_Element]) -> list[int]:
        """Count how many blank cells stand before each cell of the next row, and behind the last one."""
        found = []
        begun: dict[int, tuple[int, int]] = {}
        column = 0
        for cell in cells:
            passed = list(self._passed(column))
            column = passed[-1] if passed else column
            found.append(len(passed))
            down, across = max(_span(cell, "rowspan"), 1), max(_span(cell, "colspan"), 1)
            if down > 1:
                begun[column] = down - 1, across
            column += across
        behind = sum(place >= column for place in self._reached)
        left = {place: (rows - 1, wide) for place, (rows, wide) in self._reached.items() if rows > 1}
        self._reached = left | begun
        return [*found, behind] if len(cells) >= _FEWEST else [0] * (len(cells) + 1)

    def _passed(self, column: int) -> Iterator[int]:
        """Yield where each of the cells ends that reach down right from a column on."""
        while column in self._reached:
            column += self._reached[column][1]
            yield column


def _span(cell: _Element, name: str) -> int:
    found = _SPAN.match(cell.get(name, ""))
    return int(found[1]) if found else 1
