"""What a Word file has around its body and notes: headers, other parts, and how they hang together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final
from xml.etree.ElementTree import Element

from briefer.checking.printed import Aside
from briefer.checking.word_looks import W, strange_elsewhere
from briefer.checking.word_parts import Parts
from briefer.checking.word_text import COUNTED, R, Story

DOCUMENT: Final = "word/document.xml"
FOOTNOTES: Final = "word/footnotes.xml"

_FURNITURE: Final = re.compile(r"word/(?:header|footer)\d*\.xml")
_PAGE_LINE: Final = f"Page {COUNTED}PAGE of {COUNTED}NUMPAGES"
_ROLES: Final = frozenset({
    "officeDocument", "core-properties", "extended-properties", "custom-properties", "customXml",
    "customXmlProps", "styles", "settings", "webSettings", "fontTable", "theme", "numbering", "footnotes",
    "endnotes", "header", "footer", "hyperlink", "stylesWithEffects", "classificationlabels",
})  # fmt: skip
"""What parts of a brief are to each other, as the ends of their relationships' names."""


def furniture(parts: Parts, document: Element, banner: str) -> Iterator[Aside]:
    """Yield the banner of each header and footer, page numbers left out, and whether pages have them."""
    for name in sorted(filter(_FURNITURE.fullmatch, parts.content)):
        story = Story(counted=("PAGE", "NUMPAGES"))
        lines = [line for line in story.read(parts.root(name)) if line != _PAGE_LINE]
        yield Aside(name, "\n".join(lines).replace(COUNTED, "#"), banner)
        yield from (Aside(name, stray, "") for stray in (*story.strays, *story.links, *story.notes))
    targets = {relation.get("Id", ""): relation.get("Target", "") for relation in relations(parts, DOCUMENT)}
    for place in ("header", "footer"):
        found = [
            f"{reference.get(f'{W}type')} {targets.get(reference.get(f'{R}id', ''), '')}"
            for reference in document.iter(f"{W}{place}Reference")
        ]
        yield Aside(f"the page’s {place}", ", ".join(found), f"default {place}1.xml")


def others(parts: Parts, read: AbstractSet[str]) -> Iterator[Aside]:
    """Yield whatever the parts not read have that ours never have: words, pictures, hidden text."""
    for name in sorted(parts.content.keys() - read):
        if _FURNITURE.fullmatch(name) or name.startswith("customXml/"):
            continue
        if not name.endswith((".xml", ".rels")):
            yield Aside(name, "a part that is no text", "")
            continue
        root = parts.root(name)
        strays = [*"".join(root.itertext()).split(), *strange_elsewhere(root)]
        yield from (Aside(name, stray, "") for stray in strays)


def wiring(parts: Parts) -> Iterator[Aside]:
    """Yield where the package says its document and notes are: what was read must be what is shown."""
    for source, role, promised in (
        ("", "officeDocument", DOCUMENT),
        (DOCUMENT, "footnotes", "footnotes.xml" if FOOTNOTES in parts else ""),
    ):
        found = [
            relation.get("Target", "").lstrip("/")
            for relation in relations(parts, source)
            if _role(relation) == role
        ]
        yield Aside(f"the package’s {role}", ", ".join(found), promised)
    for name in sorted(name for name in parts.content if name.endswith(".rels")):
        for relation in parts.root(name):
            outside = relation.get("TargetMode") == "External"
            if _role(relation) not in _ROLES or outside != (_role(relation) == "hyperlink"):
                yield Aside(f"the parts of {name}", f"(a relation to {relation.get('Target', '')})", "")


def relations(parts: Parts, name: str) -> list[Element]:
    """Return the relations of a part, or for an empty name of the package."""
    folder, _, file = name.rpartition("/")
    path = f"{folder}/_rels/{file}.rels".lstrip("/")
    return list(parts.root(path)) if path in parts else []


def _role(relation: Element) -> str:
    return relation.get("Type", "").rpartition("/")[2]
