"""Whether the runs of a Word brief are set as their words ask for: as plain words, a mark, a link."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from briefer.checking.word_markup import R, W
from briefer.writing.compose_page import MISSING
from briefer.writing.docx_words import directions

_QUOTING: Final = frozenset({"Quote", "QuoteBelow", "Evidence"})
_MARKS: Final = ("footnoteReference", "footnoteRef")
_OF_LINKS: Final = ("b", "bCs", "i", "iCs", "noProof")
"""What the letters of links have beside their style, and no others."""


def strange_letters(paragraph: Element) -> Iterator[str]:
    """Yield how words stand out that should not, as do those that somebody stresses in a quotation."""
    is_quoted = style_of(paragraph) in _QUOTING
    linked = {
        id(run)
        for link in paragraph.iter(f"{W}hyperlink")
        if link.get(f"{R}id")
        for run in link.iter(f"{W}r")
    }
    for run in paragraph.iter(f"{W}r"):
        style, words, is_linked = style_of(run), words_of(run), id(run) in linked
        is_mark = _has(run, *_MARKS)
        if is_mark != (style == "FootnoteReference") or (is_mark and words):
            yield "words set like the mark of a note"
        elif is_linked != (style == "Hyperlink") or (_has(run, *_OF_LINKS) and not is_linked):
            yield "words set like a link"
        elif is_quoted and style and not is_mark and words != MISSING:
            yield "words of a quotation set apart"
        if _runs_the_other_way(run, words):
            yield "words that run the other way"


def _runs_the_other_way(run: Element, words: str) -> bool:
    """Tell whether a run is marked as from right to left and its words are not so, or the other way round.

    East Asian words are never marked.
    """
    is_marked = _has(run, "rtl")
    if not is_marked and _has(run, "rFonts"):
        return False
    return any(is_marked != bool(script) for stretch, script in directions(words) if stretch)


def _has(run: Element, *names: str) -> bool:
    """Tell whether a run has one of these, or a property of such a name."""
    return any(
        run.find(f"{W}{name}") is not None or run.find(f"{W}rPr/{W}{name}") is not None for name in names
    )


def style_of(element: Element) -> str:
    """Return the id of the style of a paragraph or run; "" for none."""
    for place in (f"{W}pPr/{W}pStyle", f"{W}rPr/{W}rStyle"):
        style = element.find(place)
        if style is not None:
            return style.get(f"{W}val", "")
    return ""


def words_of(element: Element) -> str:
    """Return the words in an element, without the marks of notes."""
    return "".join(
        "\n" if each.tag == f"{W}br" else each.text or ""
        for each in element.iter()
        if each.tag in {f"{W}t", f"{W}br"}
    )
