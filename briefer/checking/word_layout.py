"""Whether paragraphs, runs and tables of a Word brief are laid out as their words ask for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from briefer.checking.word_markup import W
from briefer.writing.docx_words import directions, runs_right_to_left

_DIGITS: Final = 5
_ONE_WAY: Final = frozenset({"Heading1", "Heading2", "Caption", "Banner", "PageNumber"})
"""Styles of paragraphs that run from left to right whatever they say."""


def strange_layout(part: Element) -> Iterator[str]:
    """Yield words that run the wrong way, and tables of another width or name than they should have."""
    for paragraph in part.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        two_ways = style is None or style.get(f"{W}val") not in _ONE_WAY
        turned = paragraph.find(f"{W}pPr/{W}bidi") is not None
        if turned != (two_ways and runs_right_to_left(_words(paragraph))):
            yield "a paragraph that runs the other way"
        if any(map(_runs_the_other_way, paragraph.iter(f"{W}r"))):
            yield "words that run the other way"
    for body in part.iter(f"{W}body"):
        for before, table in zip([body, *body], body, strict=False):
            if table.tag == f"{W}tbl":
                yield from _strange_table(table, _words(before))


def _runs_the_other_way(run: Element) -> bool:
    """Tell whether a run is marked as from right to left and its words are not so, or the other way round.

    East Asian words are never marked.
    """
    marked = run.find(f"{W}rPr/{W}rtl") is not None
    if not marked and run.find(f"{W}rPr/{W}rFonts") is not None:
        return False
    return any(marked != bool(script) for words, script in directions(_words(run)) if words)


def _strange_table(table: Element, caption: str) -> Iterator[str]:
    rows = table.findall(f"{W}tr")
    titles = [_words(cell) for row in rows[:1] for cell in row.iter(f"{W}tc")]
    due = {"tblCaption": caption, "tblDescription": "Columns: " + ", ".join(titles)}
    for name, words in due.items():
        told = table.find(f"{W}tblPr/{W}{name}")
        if told is None or told.get(f"{W}val") != words:
            yield f"another <{name}>"
    widths = _widths(table.iterfind(f"{W}tblGrid/{W}gridCol"))
    whole = _widths(table.iterfind(f"{W}tblPr/{W}tblW"))
    if whole != [sum(widths)] or any(
        _widths(row.iterfind(f"{W}tc/{W}tcPr/{W}tcW")) != widths for row in rows
    ):
        yield "columns of other widths"


def _widths(elements: Iterator[Element]) -> list[int]:
    """Return the widths that elements tell; -1 for what is no number."""
    told = [element.get(f"{W}w", "") for element in elements]
    return [int(width) if width.isdecimal() and len(width) <= _DIGITS else -1 for width in told]


def _words(element: Element) -> str:
    """Return the words in an element, without the marks of notes."""
    return "".join(
        "\n" if each.tag == f"{W}br" else each.text or ""
        for each in element.iter()
        if each.tag in {f"{W}t", f"{W}br"}
    )
