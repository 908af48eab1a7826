"""What a Word file has around its body and notes: headers, and parts without words of the brief."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Final
from xml.etree.ElementTree import Element

from briefer.checking.printed import Aside
from briefer.checking.word_looks import STYLES
from briefer.checking.word_markup import R, W
from briefer.checking.word_parts import Parts
from briefer.checking.word_text import COUNTED, Story
from briefer.checking.word_wiring import DOCUMENT, relations, target

_FURNITURE: Final = re.compile(r"word/(?:header|footer)\d*\.xml")
_QUOTING: Final = frozenset({"quote", "quote below another", "evidence"})
_PAGE_LINE: Final = f"Page {COUNTED}PAGE of {COUNTED}NUMPAGES"
_SHOWN: Final = "Page # of #"


def furniture(parts: Parts, document: Element, banner: str) -> Iterator[Aside]:
    """Yield the page line and the banner of headers and footers, and whether pages have them."""
    for name in sorted(filter(_FURNITURE.fullmatch, parts.content)):
        story = Story(counted=("PAGE", "NUMPAGES"))
        lines = (_SHOWN if line == _PAGE_LINE else line for line in story.read(parts.root(name)))
        promised = f"{_SHOWN}\n{banner}" if "footer" in name else banner
        yield Aside(name, "\n".join(lines).replace(COUNTED, "#"), promised)
        links = (link.words for link in story.links)
        yield from (Aside(name, stray, "") for stray in (*story.strays, *links, *story.notes))
    targets = {each.get("Id", ""): target(DOCUMENT, each) for each in relations(parts, DOCUMENT)}
    for place in ("header", "footer"):
        found = [
            f"{reference.get(f'{W}type')} {targets.get(reference.get(f'{R}id', ''), '')}"
            for reference in document.iter(f"{W}{place}Reference")
        ]
        yield Aside(f"the page’s {place}", ", ".join(found), f"default word/{place}1.xml")


def set_off(parts: Parts, document: Element) -> Iterator[int]:
    """Yield the places of the paragraphs whose style, or one that it is based on, is one of quotations."""
    styles = parts.root(STYLES) if STYLES in parts else Element("none")
    known = {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")}
    for place, paragraph in enumerate(document.iter(f"{W}p")):
        if _is_quoting(_told(paragraph.find(f"{W}pPr"), "pStyle"), known):
            yield place


def _is_quoting(style: str, known: Mapping[str, Element]) -> bool:
    seen = set[str]()
    while style in known and style not in seen:
        if _told(known[style], "name").casefold() in _QUOTING:
            return True
        seen.add(style)
        style = _told(known[style], "basedOn")
    return False


def _told(element: Element | None, name: str) -> str:
    found = None if element is None else element.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")


def others(parts: Parts, read: AbstractSet[str]) -> Iterator[Aside]:
    """Yield whatever the parts not read have that ours never have: words and pictures."""
    for name in sorted(parts.content.keys() - read):
        if _FURNITURE.fullmatch(name) or name.startswith("customXml/"):
            continue
        if not name.endswith((".xml", ".rels")):
            yield Aside(name, "a part that is no text", "")
            continue
        yield from (Aside(name, stray, "") for stray in "".join(parts.root(name).itertext()).split())
