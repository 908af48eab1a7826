"""A Word brief read again: every word that it prints, and the evidence in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from briefer.checking.printed import Aside, EvidenceLeftOutError, Printed, Reread, Spot
from briefer.checking.sequences import renumbering, unmarked
from briefer.checking.word_form import APPLICATION, CORE, CUSTOM, form_of
from briefer.checking.word_markup import W
from briefer.checking.word_package import furniture, others, set_off
from briefer.checking.word_parts import Parts
from briefer.checking.word_places import NotesDue, misplaced
from briefer.checking.word_text import Jump, Story
from briefer.checking.word_wiring import DOCUMENT, FOOTNOTES, relations, wiring
from briefer.errors import BrieferError
from briefer.writing.brief import Brief
from briefer.writing.docx_properties import core_properties, custom_properties
from briefer.writing.evidence import NAMESPACE, Evidence, from_xml
from briefer.writing.safe_xml import parse_xml

_FORM: Final = "BrieferFormat"
_EVIDENCE: Final = re.compile(r"customXml/item\d+\.xml")
_MARK: Final = re.compile(r"\[\^([0-9]{1,9})\]")
_OFFICES_OWN: Final = {"modified"}
"""What every program that saves the file may say anew."""
_SHOWN_TO_READERS: Final = {"title", "subject", "creator"}
_LARGEST: Final = 400_000_000
"""Bytes, as for a PDF."""


def read_docx(path: Path) -> Reread:
    """Read a Word brief again; raises BrieferError if it is not one, or not ours."""
    try:
        if path.stat().st_size > _LARGEST:
            raise BrieferError(f"“{path.name}” is larger than any brief; it is no brief of ours.")
        parts = Parts(path.read_bytes(), path.name)
    except OSError as error:
        raise BrieferError(f"“{path}” cannot be read ({error.strerror}); check the file.") from None
    return reread(parts)


def reread(parts: Parts) -> Reread:
    """Read the parts of a Word brief."""
    name, evidence = _evidence(parts)
    document = parts.root(DOCUMENT)
    body = Story()
    paragraphs = body.read(document)
    footnotes = parts.root(FOOTNOTES) if FOOTNOTES in parts else Element("none")
    notes, words = _notes(footnotes, body.notes, evidence.notes)
    numbers = _numbers(paragraphs, words, evidence)
    marked = tuple(paragraphs if words == evidence.notes else _renumbered(paragraphs, numbers))
    due = {numbers[number]: note for number, note in enumerate(words, 1) if number in numbers}
    addressed = (*_addresses(parts, DOCUMENT, body), *_addresses(parts, FOOTNOTES, notes))
    asides = [
        *(Aside("the body", stray, "") for stray in body.strays),
        *(Aside("the notes", stray, "") for stray in notes.strays),
        *furniture(parts, document, evidence.banner),
        *_properties(parts, evidence),
        *others(parts, {DOCUMENT, FOOTNOTES, CORE, CUSTOM, APPLICATION, name}),
        *wiring(parts),
        *misplaced(evidence, body, marked, notes, NotesDue(numbers, due)),
        *(Aside(f"the link to {link.target}", link.words, link.target) for link in addressed),
    ]
    links = tuple(link.target for link in addressed)
    spots, quotations = tuple(_spots(document)), frozenset(set_off(parts, document))
    strange = tuple(form_of(parts, evidence))
    printed = Printed(marked, words, tuple(asides), links, strange, spots, set_off=quotations)
    return Reread(evidence, printed)


def _numbers(paragraphs: Sequence[str], words: Sequence[str], evidence: Evidence) -> dict[int, int]:
    """Give the number that each printed note should have, by the one it has; a strange one has none.

    Notes may say the same: then the paragraph that a mark stands in tells which of them it is.
    """
    plain, due = ([unmarked(one) for one in body] for body in (paragraphs, evidence.body))
    said, promised = dict(enumerate(words, 1)), dict(enumerate(evidence.notes, 1))
    sure: dict[int, int] = {}
    for place, other in renumbering(plain, due).items():
        if plain[place - 1] == due[other - 1]:
            marks = zip(_marks(paragraphs[place - 1]), _marks(evidence.body[other - 1]), strict=False)
            sure |= {
                mark: number for mark, number in marks if mark in said and said[mark] == promised.get(number)
            }
    taken = set(sure.values())
    likely = renumbering(words, evidence.notes)
    return {mark: number for mark, number in likely.items() if number not in taken} | sure


def _marks(words: str) -> Iterator[int]:
    return map(int, _MARK.findall(words))


def _renumbered(paragraphs: Sequence[str], numbers: Mapping[int, int]) -> Iterator[str]:
    """Yield paragraphs with notes by the numbers that they should have.

    Office programs number notes anew: one that is lost would make every later mark look changed.
    """
    for words in paragraphs:
        yield _MARK.sub(lambda mark: f"[^{numbers.get(int(mark[1]), '+')}]", words)


def _spots(document: Element) -> Iterator[Spot]:
    cells = {id(paragraph) for cell in document.iter(f"{W}tc") for paragraph in cell.iter(f"{W}p")}
    for paragraph in document.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        headed = style is not None and style.get(f"{W}val", "").startswith("Heading")
        yield Spot("cell" if id(paragraph) in cells else "heading" if headed else "paragraph")


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
            f"“{parts.name}” carries no evidence of ours; only an exported brief can be verified."
        )
    return found[0], from_xml(parts.content[found[0]])


def _notes(footnotes: Element, order: list[str], promised: Sequence[str]) -> tuple[Story, tuple[str, ...]]:
    """Return the words of the notes in the order of their marks, and what stands beside them.

    A note that lost its mark prints nowhere: it is told as missing, unless its words are new.
    """
    story = Story()
    written: dict[str, str] = {}
    for note in footnotes:
        words = "\n".join(story.read(note)).removeprefix("\t")
        number = note.get(f"{W}id", "")
        if note.tag != f"{W}footnote" or number in written or (note.get(f"{W}type") and words):
            story.strays.append(words or "a note that is none")
        elif not note.get(f"{W}type"):
            written[number] = words
    printed = tuple(written.pop(number, "") for number in order)
    strange = [words for words in written.values() if words not in promised]
    story.strays += [f"a note without a mark, “{words}”" for words in strange]
    story.strays += filter(None, [(footnotes.text or "").strip(), *story.notes])
    return story, printed


def _properties(parts: Parts, evidence: Evidence) -> Iterator[Aside]:
    """Yield each property of the document beside what the evidence promises."""
    told = Brief(
        evidence.title, evidence.author, evidence.subject, evidence.banner, evidence.language,
        evidence.created, (), (),
    )  # fmt: skip
    for part, xml in ((CORE, core_properties(told)), (CUSTOM, custom_properties(evidence))):
        expected = _named_words(parse_xml(xml.encode(), part))
        found = _named_words(parts.root(part)) if part in parts else {}
        for name in expected.keys() - _OFFICES_OWN:
            yield Aside(f"property {name}", found.get(name, ""), expected[name])
        for name in found.keys() & _SHOWN_TO_READERS - expected.keys():
            yield Aside(f"property {name}", found[name], "")


def _named_words(part: Element) -> dict[str, str]:
    """Return the words of a part by the name of their property."""
    found: dict[str, str] = {}
    for child in part:
        name = child.get("name") or child.tag.rpartition("}")[2]
        found[name] = found.get(name, "") + "".join(child.itertext())
    return found


def _addresses(parts: Parts, name: str, story: Story) -> Iterator[Jump]:
    targets = {relation.get("Id", ""): relation.get("Target", "") for relation in relations(parts, name)}
    return (Jump(targets.get(link.target, ""), link.words) for link in story.links)
