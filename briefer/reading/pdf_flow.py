"""Paragraphs run on in the next column and on the next page; what stands around them keeps out of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from briefer.reading.blocks import BETWEEN_CELLS
from briefer.reading.pdf_lines import BULLETS, Line, is_ended, is_of_size, text_of

INDENT: Final = 0.8
"""Of a line's height begins a paragraph."""
_POINT: Final = re.compile(rf"[{BULLETS}]|\(?\w{{1,3}}[.)] ")
"""How a point of a list begins."""
_ALIKE: Final = 0.1
"""Of a column's width: how far that of others in the same setting may be from it."""
_ROOM: Final = 0.2
"""Of a column's width is the most that a long word leaves free at the end of the line before it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of a column, with the column's left and right edge."""

    lines: list[Line]
    left: float
    right: float

    @property
    def text(self) -> str:
        return text_of(self.lines)

    def with_rest(self, rest: Paragraph) -> Paragraph:
        """Return the whole of a paragraph that runs on in another column."""
        return Paragraph(self.lines + rest.lines, rest.left, rest.right)


class Page(NamedTuple):
    """What a page says: above its columns, in them, and below, as it is read."""

    head: list[str]
    body: list[Paragraph]
    foot: list[str]


class Stretch(NamedTuple):
    """What a page, counted from 0, says of a paragraph."""

    page: int
    words: str


def goes_on(before: Paragraph, after: Paragraph) -> bool:
    """Tell whether a paragraph is but the rest of the one before, in the next column or on the next page."""
    last, first = before.lines[-1], after.lines[0]
    cells = BETWEEN_CELLS in last.text or BETWEEN_CELLS in first.text
    if cells or is_ended(last.text) or not is_of_size(last.size, first.size):
        return False
    return first.text[:1].islower() or (
        _is_cut_off(before, first) and _may_be_rest(after) and _are_alike(before, after)
    )


def _is_cut_off(paragraph: Paragraph, following: Line) -> bool:
    """Tell whether a paragraph of several lines leaves no room for the first word of the line to follow."""
    last, width = paragraph.lines[-1], paragraph.right - paragraph.left
    free = max(last.left - paragraph.left, paragraph.right - last.right)
    word, _, rest = following.text.partition(" ")
    share = (len(word) + bool(rest)) / len(following.text)
    return len(paragraph.lines) > 1 and free < min(_ROOM * width, share * (following.right - following.left))


def _may_be_rest(paragraph: Paragraph) -> bool:
    first = paragraph.lines[0]
    indented = first.left - paragraph.left > INDENT * first.height
    return not indented and not _POINT.match(first.text)


def _are_alike(one: Paragraph, other: Paragraph) -> bool:
    """Tell whether two columns are of one width, and not one below the other on a page."""
    widths = one.right - one.left, other.right - other.left
    return max(widths) - min(widths) < _ALIKE * max(widths) and other.lines[0].top < one.lines[-1].top


def flowing(pages: Sequence[Page]) -> list[list[Stretch]]:
    """Put the paragraphs of all pages in their order, each with what every page says of it.

    Of a paragraph that runs over to the next page, the foot of its page stands before it and the head of
    the next one after it, so that each is on its own page still.
    """
    found: list[list[Stretch]] = []
    place = 0  # in them, of the last paragraph of a body
    last: Paragraph | None = None
    for number, page in enumerate(pages):
        body = page.body
        if last and body and goes_on(last, body[0]):
            if found[-1][-1].page == found[place][0].page:
                found.append(found.pop(place))
                place = len(found) - 1
            last = body[0]
            found[place].append(Stretch(number, last.text))
            body = body[1:]
        found += [[Stretch(number, words)] for words in page.head]
        if body:
            found += [[Stretch(number, paragraph.text)] for paragraph in body]
            last, place = body[-1], len(found) - 1
        found += [[Stretch(number, words)] for words in page.foot]
    return found
