"""Rows of a table in a PDF, told from justified lines of few words.

A cell without words keeps its place, so that values stay in their columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from briefer.reading.pdf_lines import APART, Line, Row, is_of_size, is_parted, pitch_of, together

_FEWEST: Final = 3
"""Columns: in a table of two no cell but the last of a row can be left out, which changes nothing."""
_FLUSH: Final = 0.3
"""Of its height a line that fills its column is off the column's edges at most."""
Span = tuple[float, float]


def unstretched(columns: Sequence[Sequence[Row]]) -> Iterator[list[Row]]:
    """Yield the rows of columns, the words of each line that was stretched to their width put together.

    Such a line stands right beside one that fills the column as closely, and has no wide spaces.
    """
    for stretch in _of_one_width(columns) if columns else ():
        rows = [row for column in stretch for row in column]
        lines = [together(row) for row in rows]
        fills = list(_filling(lines))
        flows = [filled and len(_cells(row)) == 1 for filled, row in zip(fills, rows, strict=True)]
        pitch = pitch_of(lines)
        for place in range(len(rows)):
            near = (other for other in (place - 1, place + 1) if 0 <= other < len(rows) and flows[other])
            if fills[place] and any(_is_next(lines[place], lines[other], pitch) for other in near):
                rows[place] = [lines[place]]
        left = iter(rows)
        yield from ([next(left) for _ in column] for column in stretch)


def _of_one_width(columns: Sequence[Sequence[Row]]) -> Iterator[list[Sequence[Row]]]:
    """Yield stretches of columns one below the other, which lines with wide spaces cut into several."""
    found: list[Sequence[Row]] = []
    for column in columns:
        if found and not _goes_on(found[-1], column):
            yield found
            found = []
        found.append(column)
    yield found


def _goes_on(column: Sequence[Row], below: Sequence[Row]) -> bool:
    last, first = column[-1][0], below[0][0]
    edges = zip(_edges(map(together, column)), _edges(map(together, below)), strict=True)
    return first.top > last.top and all(abs(one - other) <= _FLUSH * first.height for one, other in edges)


def _edges(lines: Iterable[Line]) -> Span:
    lefts, rights = zip(*((line.left, line.right) for line in lines), strict=True)
    return min(lefts), max(rights)


def _filling(lines: Sequence[Line]) -> Iterator[bool]:
    """Tell of each line whether it reaches from edge to edge."""
    left, right = _edges(lines)
    return (max(line.left - left, right - line.right) <= _FLUSH * line.height for line in lines)


def _is_next(one: Line, other: Line, pitch: float) -> bool:
    return is_of_size(one.size, other.size) and abs(one.top - other.top) <= APART * pitch


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
