"""Rows of a table in a PDF: a cell without words keeps its place, so that values stay in their columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from briefer.reading.pdf_lines import Line, Row, is_parted

_FEWEST: Final = 3
"""Columns: in a table of two no cell but the last of a row can be left out, which changes nothing."""
Span = tuple[float, float]


def in_columns(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows, those of a table with an empty piece where a cell has no words."""
    for has_cells, stretch in groupby(rows, lambda row: len(_cells(row)) > 1):
        alike = list(stretch)
        yield from _filled(alike) if has_cells else alike


def _filled(rows: list[Row]) -> Iterator[Row]:
    cells = [_cells(row) for row in rows]
    columns = _joined(cell for row in cells for cell in row)
    # Where the cells of a row reach over the columns of others, it is not known which is empty.
    regular = len(columns) >= _FEWEST and len(columns) == max(map(len, cells))
    for row, own in zip(rows, cells, strict=True):
        free = [column for column in columns if not any(_meet(column, cell) for cell in own)]
        yield [*row, *(_empty(row, column) for column in free)] if regular else row


def _cells(row: Row) -> list[Span]:
    """Give from where to where each cell of a row reaches."""
    found: list[list[Line]] = []
    for piece in sorted(row, key=lambda piece: piece.left):
        if found and not is_parted(found[-1][-1], piece):
            found[-1].append(piece)
        else:
            found.append([piece])
    return [(cell[0].left, max(piece.right for piece in cell)) for cell in found]


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Join those that meet."""
    found: list[Span] = []
    for left, right in sorted(spans):
        if found and left < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], right)
        else:
            found.append((left, right))
    return found


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _empty(row: Row, column: Span) -> Line:
    middle = sum(column) / 2
    return row[0]._replace(text="", left=middle, right=middle)
