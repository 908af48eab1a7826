"""What stands around the columns of a page and is no part of their sentences: heads, feet and footnotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from briefer.reading.blocks import BETWEEN_CELLS
from briefer.reading.pdf_lines import APART, Line, Row, is_ended, line_of, pitch_of, text_of
from briefer.wording.returning import returning

_CLEAR: Final = 1.5
"""Of a line's height, and wider than any other space on the page, stands between the columns and a head."""
_FEWEST: Final = 3
"""Rows of a page of which the first or the last can stand apart."""
_SMALLER: Final = 0.95
"""Of the usual size of type on a page are footnotes at most."""
_SIGN: Final = re.compile(r"^(?:[*†‡§¶¹²³⁰⁴-⁹]|\[?\d{1,3}[\].)]? )")
"""How a footnote begins."""


def framings(pages: Sequence[list[Row]]) -> list[tuple[list[Row], list[Row], list[Row]]]:
    """Part the rows of each page: its head, its columns, its foot."""
    lines = [[line_of(row) for row in rows] for rows in pages]
    heads = _edges(lines)
    feet = _edges([page[::-1] for page in lines])
    return [
        (rows[:head], rows[head : max(head, len(rows) - foot)], rows[max(head, len(rows) - foot) :])
        for rows, head, foot in zip(pages, heads, feet, strict=True)
    ]


def _edges(pages: Sequence[list[Line]]) -> list[int]:
    """Count the lines of each page, from the first on, that are its head; of lines upside down, its foot."""
    texts = [[line.text for line in lines] for lines in pages]
    return [count or _stands_apart(lines) for lines, count in zip(pages, returning(texts), strict=True)]


def _stands_apart(lines: list[Line]) -> bool:
    """Tell whether the first line is clearly apart from the others."""
    if len(lines) < _FEWEST:
        return False
    first, *others = (max(b.top - a.bottom, a.top - b.bottom) for a, b in pairwise(lines))
    # The last space may be that of the other edge.
    widest = max([_CLEAR * lines[0].height, *others[:-1]])
    return first > widest and not lines[0].text[:1].islower()


def _may_be_note(line: Line, size: float) -> bool:
    """Tell whether a line is small and no row of a table."""
    return line.size < _SMALLER * size and BETWEEN_CELLS not in _SIGN.sub("", line.text, count=1)


def parted_notes(lines: list[Line], size: float, lowest: float) -> tuple[list[Line], list[str]]:
    """Part a column from the footnotes below it, which are smaller than what is usual on its page.

    `lowest` is where the last row of the page begins: nothing but a foot stands below footnotes.
    """
    begins = len(lines)
    while begins and _may_be_note(lines[begins - 1], size):
        begins -= 1
    notes = lines[begins:]
    if not notes or notes[-1].bottom < lowest:
        return lines, []
    apart = not begins or notes[0].top - lines[begins - 1].top > APART * pitch_of(lines)
    if not _SIGN.match(notes[0].text) and not (apart and is_ended(notes[-1].text)):
        return lines, []
    groups: list[list[Line]] = []
    for line in notes:
        if not groups or _SIGN.match(line.text):
            groups.append([])
        groups[-1].append(line)
    return lines[:begins], [text_of(group) for group in groups]
