"""Whether paragraphs and tables of a Word brief are laid out as their words ask for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from briefer.checking.word_letters import strange_letters, style_of, words_of
from briefer.checking.word_markup import W
from briefer.writing.docx_words import runs_right_to_left

_DIGITS: Final = 5
_ROUNDED: Final = 2
"""Twips that two margins may differ by from those that a table was made for."""
_ONE_WAY: Final = frozenset({"Heading1", "Heading2", "Caption", "Banner", "PageNumber"})
"""Styles of paragraphs that run from left to right whatever they say."""


def strange_layout(part: Element) -> Iterator[str]:
    """Yield words that run or look otherwise, and tables of another width or name than they should have."""
    for paragraph in part.iter(f"{W}p"):
        yield from _strange_paragraph(paragraph)
        yield from strange_letters(paragraph)
    for body in part.iter(f"{W}body"):
        wide = _width_of_text(body)
        for before, table in zip([body, *body], body, strict=False):
            if table.tag == f"{W}tbl":
                yield from _strange_table(table, words_of(before), wide)


def _strange_paragraph(paragraph: Element) -> Iterator[str]:
    style, words = style_of(paragraph), words_of(paragraph)
    turned = paragraph.find(f"{W}pPr/{W}bidi") is not None
    if turned != (style not in _ONE_WAY and runs_right_to_left(words)):
        yield "a paragraph that runs the other way"
    if words and not style:
        yield "a paragraph without a style"
    begun, ended = (
        sorted(mark.get(f"{W}id", "") for mark in paragraph.iterfind(f"{W}bookmark{end}"))
        for end in ("Start", "End")
    )
    if begun != ended:
        yield "a bookmark without its end"


def _width_of_text(body: Element) -> int:
    """Return how much of the width of the paper the margins leave, in twips."""
    paper = _widths(body.iterfind(f"{W}sectPr/{W}pgSz"))
    margins = (_widths(body.iterfind(f"{W}sectPr/{W}pgMar"), side) for side in ("left", "right"))
    return sum(paper) - sum(map(sum, margins))


def _strange_table(table: Element, caption: str, wide: int) -> Iterator[str]:
    rows = table.findall(f"{W}tr")
    titles = [words_of(cell) for row in rows[:1] for cell in row.iter(f"{W}tc")]
    due = {"tblCaption": caption, "tblDescription": "Columns: " + ", ".join(titles)}
    for name, words in due.items():
        told = table.find(f"{W}tblPr/{W}{name}")
        if told is None or told.get(f"{W}val") != words:
            yield f"another <{name}>"
    widths = _widths(table.iterfind(f"{W}tblGrid/{W}gridCol"))
    whole = _widths(table.iterfind(f"{W}tblPr/{W}tblW"))
    cells = [_widths(row.iterfind(f"{W}tc/{W}tcPr/{W}tcW")) for row in rows]
    if whole != [sum(widths)] or abs(sum(widths) - wide) > _ROUNDED or any(row != widths for row in cells):
        yield "columns of other widths"
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
    if heads != [place == 0 for place in range(len(rows))]:
        yield "other rows of titles"


def _widths(elements: Iterator[Element], side: str = "w") -> list[int]:
    """Return the widths that elements tell; -1 for what is no number."""
    told = [element.get(f"{W}{side}", "") for element in elements]
    return [int(width) if width.isdecimal() and len(width) <= _DIGITS else -1 for width in told]
