"""Whether the runs of a Word brief are set as their words ask for: as plain words, a mark, a link."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from briefer.checking.word_markup import R, W
from briefer.writing.compose_page import MISSING
from briefer.writing.docx_words import directions

_QUOTING: Final = frozenset({"Quote", "QuoteBelow", "Evidence"})
_MARKS: Final = frozenset({f"{W}footnoteReference", f"{W}footnoteRef"})
_OF_LINKS: Final = frozenset(f"{W}{name}" for name in ("b", "bCs", "i", "iCs", "noProof"))
"""What the letters of links have beside their style, and no others."""
_EAST_ASIAN: Final = f"{W}rFonts"
_TURNED: Final = f"{W}rtl"
_PROPERTIES: Final = f"{W}rPr"
_BREAK: Final = f"{W}br"
_SAID: Final = frozenset({f"{W}t", _BREAK})


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
        names = {each.tag for part in (run, *run.findall(_PROPERTIES)) for each in part}
        is_mark = not _MARKS.isdisjoint(names)
        if is_mark != (style == "FootnoteReference") or (is_mark and words):
            yield "words set like the mark of a note"
        elif is_linked != (style == "Hyperlink") or not (is_linked or _OF_LINKS.isdisjoint(names)):
            yield "words set like a link"
        elif is_quoted and style and not is_mark and words != MISSING:
            yield "words of a quotation set apart"
        # East Asian words are never marked as from right to left.
        is_turned = _TURNED in names
        if (is_turned or _EAST_ASIAN not in names) and _runs_other_than(words, is_turned):
            yield "words that run the other way"


def _runs_other_than(words: str, is_turned: bool) -> bool:  # noqa: FBT001
    """Tell whether any words run the other way than from right to left, or than from left to right."""
    return any(is_turned != bool(script) for stretch, script in directions(words) if stretch)


def style_of(element: Element) -> str:
    """Return the id of the style of a paragraph or run; "" for none."""
    for properties, name in ((f"{W}pPr", f"{W}pStyle"), (f"{W}rPr", f"{W}rStyle")):
        found = element.find(properties)
        style = None if found is None else found.find(name)
        if style is not None:
            return style.get(f"{W}val", "")
    return ""


def words_of(element: Element) -> str:
    """Return the words in an element, without the marks of notes."""
    said = ("\n" if each.tag == _BREAK else each.text for each in element.iter() if each.tag in _SAID)
    return "".join(filter(None, said))
