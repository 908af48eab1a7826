"""Whether the words of a page can be seen, and stand where they are read: in their order, none on another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Final

from briefer.checking.pdf_operators import Box, Colour, Piece, Sheet
from briefer.checking.word_looks import luminance

_SIZES: Final = (4.0, 60.0)
_CONTRAST: Final = 2.5
"""Between letters and their ground, as the Web's accessibility guidelines count it (1 to 21)."""
_WHITE: Final[Colour] = (1, 1, 1)
_SAME_LINE: Final = 0.75
"""How far words of one line stand above or below each other at most, as a share of their size."""
_LOOSE: Final = 1.0
"""Points by which neighbours may be off."""


def unreadable(sheet: Sheet, paper: Box) -> Iterator[str]:
    """Yield what is wrong with the looks of a page, as what the page has."""
    smallest, largest = _SIZES
    if not all(smallest <= piece.size <= largest for piece in sheet.pieces):
        yield "words of an odd size"
    if not all(_inside(piece, paper) for piece in sheet.pieces):
        yield "words off the paper"
    yield from _disguised(sheet)
    yield from _disordered(sheet)


def _inside(piece: Piece, paper: Box) -> bool:
    """Tell whether words are on the paper; a banner of many words may run out at its sides."""
    sides = (
        paper._replace(left=piece.x, right=piece.x + piece.width) if piece.owner.kind == "paper" else paper
    )
    return piece.box.around(sides) == sides


def _disguised(sheet: Sheet) -> Iterator[str]:
    """Yield words that something painted later covers, or whose ground is too like them."""
    pieces = sheet.pieces
    grounds = [_WHITE] * len(pieces)
    order = sorted(range(len(pieces)), key=lambda place: pieces[place].y)
    heights = [pieces[place].y for place in order]
    for fill in sheet.fills:
        first = bisect_left(heights, fill.box.bottom - _SIZES[1])
        for place in order[first : bisect_right(heights, fill.box.top)]:
            if not fill.box.meets(pieces[place].box):
                continue
            if fill.after > place:
                yield "a drawing over words"
            grounds[place] = fill.colour
    pairs = {(piece.colour, ground) for piece, ground in zip(pieces, grounds, strict=True)}
    if any(_contrast(*pair) < _CONTRAST for pair in pairs):
        yield "words in the colour of their ground"


def _contrast(one: Colour, other: Colour) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _disordered(sheet: Sheet) -> Iterator[str]:
    """Yield where words do not follow each other from left to right and from top to bottom."""
    groups = [list(group) for _, group in groupby(sheet.pieces, lambda piece: piece.owner)]
    if len({group[0].owner for group in groups}) != len(groups):
        yield "words of one paragraph apart"
    for group in groups:
        if not all(_follows(one, other) for one, other in pairwise(group)):
            yield "words that are not in their order"
    boxes = [_around(group) for group in groups]
    for before, box in pairwise(boxes):
        if box.top > before.bottom + _LOOSE and box.left < before.right - _LOOSE:
            yield "paragraphs that are not in their order"
    tops = sorted(boxes, key=lambda box: box.bottom)
    for place, box in enumerate(tops):
        for other in tops[place + 1 :]:
            if other.bottom >= box.top:
                break
            if box.meets(other):
                yield "words on other words"


def _follows(one: Piece, other: Piece) -> bool:
    near = _SAME_LINE * max(one.size, other.size)
    if abs(other.y - one.y) <= near:
        return other.x >= one.x + one.width - _LOOSE
    return other.y < one.y


def _around(group: list[Piece]) -> Box:
    box = group[0].box
    for piece in group:
        box = box.around(piece.box)
    return box
