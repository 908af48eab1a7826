"""A Word brief read again: every word that it prints, and the evidence in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from briefer.checking.printed import Aside, EvidenceLeftOutError, Printed, Reread
from briefer.checking.word_parts import Parts
from briefer.checking.word_text import R, Story, W, oddities
from briefer.errors import BrieferError
from briefer.writing.brief import Brief
from briefer.writing.docx_properties import core_properties, custom_properties
from briefer.writing.evidence import NAMESPACE, Evidence, from_xml
from briefer.writing.safe_xml import parse_xml

DOCUMENT: Final = "word/document.xml"
FOOTNOTES: Final = "word/footnotes.xml"
CORE: Final = "docProps/core.xml"
CUSTOM: Final = "docProps/custom.xml"
_FORM: Final = "BrieferFormat"
APPLICATION: Final = "docProps/app.xml"
_EVIDENCE: Final = re.compile(r"customXml/item\d+\.xml")
_FURNITURE: Final = re.compile(r"word/(?:header|footer)\d*\.xml")
_PAGE_FIELDS: Final = {" PAGE ": "1", " NUMPAGES ": "1"}
_LARGEST: Final = 400_000_000
"""Bytes, as for a PDF."""
_PAGE_LINE: Final = "Page 1 of 1"


def read_docx(path: Path) -> Reread:
    """Read a Word brief again; raises BrieferError if it is not one, or not ours."""
    try:
        if path.stat().st_size > _LARGEST:
            raise BrieferError(f"“{path.name}” is larger than any brief; it is no brief of ours.")
        parts = Parts(path.read_bytes())
    except OSError as error:
        raise BrieferError(f"“{path}” cannot be read ({error.strerror}); check the file.") from None
    return reread(parts)


def reread(parts: Parts) -> Reread:
    """Read the parts of a Word brief."""
    name, evidence = _evidence(parts)
    document = parts.root(DOCUMENT)
    body = Story({})
    paragraphs = body.read(document)
    notes, words = _notes(parts.root(FOOTNOTES), body.notes)
    asides = [
        *(Aside("the body", stray, "") for stray in body.strays),
        *(Aside("the notes", stray, "") for stray in notes.strays),
        *_furniture(parts, document, evidence),
        *_properties(parts, evidence),
        *_others(parts, name),
        *_wiring(parts),
    ]
    links = (*_addresses(parts, DOCUMENT, body), *_addresses(parts, FOOTNOTES, notes))
    return Reread(evidence, Printed(tuple(paragraphs), words, tuple(asides), links))


def _evidence(parts: Parts) -> tuple[str, Evidence]:
    """Return the evidence and the part that holds it; of several nobody could say which one counts."""
    space = NAMESPACE.encode()
    found = [
        name for name, content in parts.content.items() if _EVIDENCE.fullmatch(name) and space in content
    ]
    if not found and CUSTOM in parts and _FORM in _named_words(parts.root(CUSTOM)):
        raise EvidenceLeftOutError
    if len(found) != 1:
        raise BrieferError(
            "This Word document carries no evidence of ours; only an exported brief can be verified."
        )
    return found[0], from_xml(parts.content[found[0]])


def _notes(footnotes: Element, order: list[str]) -> tuple[Story, tuple[str, ...]]:
    """Return the words of the notes in the order of their marks, and what stands beside them."""
    story = Story({})
    written: dict[str, str] = {}
    for note in footnotes:
        words = "\n".join(story.read(note)).removeprefix("\t")
        number = note.get(f"{W}id", "")
        if note.tag != f"{W}footnote" or number in written or (note.get(f"{W}type") and words):
            story.strays.append(words or "a note that is none")
        elif not note.get(f"{W}type"):
            written[number] = words
    printed = tuple(written.pop(number, "") for number in order)
    story.strays += [f"a note without a mark, “{words}”" for words in written.values()]
    story.strays += filter(None, [(footnotes.text or "").strip(), *story.notes])
    return story, printed


def _furniture(parts: Parts, document: Element, evidence: Evidence) -> Iterator[Aside]:
    """Yield the banner of each header and footer, page numbers left out, and whether pages have them."""
    for name in sorted(filter(_FURNITURE.fullmatch, parts.content)):
        story = Story(_PAGE_FIELDS)
        lines = [line for line in story.read(parts.root(name)) if line != _PAGE_LINE]
        yield Aside(name, "\n".join(lines), evidence.banner)
        yield from (Aside(name, stray, "") for stray in (*story.strays, *story.links, *story.notes))
    for place in ("header", "footer"):
        references = list(document.iter(f"{W}{place}Reference"))
        targets = _targets(parts, DOCUMENT)
        found = [targets.get(reference.get(f"{R}id", ""), "") for reference in references]
        yield Aside(f"the page’s {place}", ", ".join(found), f"{place}1.xml")


def _properties(parts: Parts, evidence: Evidence) -> Iterator[Aside]:
    """Yield each property of the document beside what the evidence promises."""
    told = Brief(
        evidence.title, evidence.author, evidence.subject, evidence.banner, evidence.language,
        evidence.created, (), (),
    )  # fmt: skip
    promised = {CORE: core_properties(told), CUSTOM: custom_properties(evidence), APPLICATION: None}
    for part, xml in promised.items():
        expected = _named_words(parse_xml(xml.encode(), part)) if xml else {"Application": "briefer"}
        found = _named_words(parts.root(part)) if part in parts else {}
        for name in {**expected, **found}:
            yield Aside(f"property {name}", found.get(name, ""), expected.get(name, ""))


def _named_words(part: Element) -> dict[str, str]:
    """Return the words of a part by the name of their property."""
    found: dict[str, str] = {}
    for child in part:
        name = child.get("name") or child.tag.rpartition("}")[2]
        found[name] = found.get(name, "") + "".join(child.itertext())
    return found


def _others(parts: Parts, evidence: str) -> Iterator[Aside]:
    """Yield whatever the other parts have that ours never have: words, pictures, hidden text."""
    read = {DOCUMENT, FOOTNOTES, CORE, CUSTOM, APPLICATION, evidence}
    for name in sorted(parts.content.keys() - read):
        if _FURNITURE.fullmatch(name):
            continue
        if not name.endswith((".xml", ".rels")):
            yield Aside(name, "a part that is no text", "")
            continue
        root = parts.root(name)
        strays = [*("".join(root.itertext()).split()), *oddities(root)]
        yield from (Aside(name, stray, "") for stray in strays)


def _wiring(parts: Parts) -> Iterator[Aside]:
    """Yield where the package says its document and notes are: what was read must be what is shown."""
    for source, role, promised in (
        ("", "officeDocument", DOCUMENT),
        (DOCUMENT, "footnotes", "footnotes.xml"),
    ):
        found = [
            relation.get("Target", "").lstrip("/")
            for relation in _relations(parts, source)
            if relation.get("Type", "").endswith(f"/{role}")
        ]
        yield Aside(f"the package’s {role}", ", ".join(found), promised)


def _addresses(parts: Parts, name: str, story: Story) -> list[str]:
    targets = _targets(parts, name)
    return [targets.get(link, "") for link in story.links]


def _targets(parts: Parts, name: str) -> dict[str, str]:
    return {relation.get("Id", ""): relation.get("Target", "") for relation in _relations(parts, name)}


def _relations(parts: Parts, name: str) -> list[Element]:
    """Return the relations of a part, or for an empty name of the package."""
    folder, _, file = name.rpartition("/")
    path = f"{folder}/_rels/{file}.rels".lstrip("/")
    return list(parts.root(path)) if path in parts else []
