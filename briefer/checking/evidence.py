"""Whether the evidence in a brief agrees with itself, and with the sources of a project."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Final

from briefer.checking.discrepancy import Discrepancy, foreign
from briefer.checking.source_words import at_place
from briefer.checking.statements import doubts
from briefer.citing.citation import SHORT_ID
from briefer.model.project import Project
from briefer.model.records import Source, Version
from briefer.wording.directions import CLOSING
from briefer.wording.quoted_edits import edited
from briefer.writing.brief import EvidencePassage, passages_noted
from briefer.writing.evidence import DRAFT, Evidence

_MARKS: Final = re.compile(rf"[{CLOSING}]*(?:\u2009?\[\^\d{{1,9}}\])*")
_MARKED: Final = re.compile(r"(?:\u2009?\[\^\d{1,9}\])+\Z")
_NUMBER: Final = re.compile(r"\d+")


def inner_findings(evidence: Evidence) -> Iterator[Discrepancy]:
    """Yield where the evidence contradicts itself: quotations, places, notes and what they name."""
    passages = {passage.id: passage for passage in evidence.passages}
    texts = {(source.id, source.text_sha256) for source in evidence.sources}
    printed = set(evidence.body)
    for passage in evidence.passages:
        where = f"passage {passage.id[:SHORT_ID]}"
        in_its_text = (passage.source, passage.text_sha256) in texts and passage.start >= 0
        if not in_its_text or passage.end - passage.start != len(passage.quote):
            yield _contradicted(where, "its place or source does not fit its words")
        if "annex" in evidence.parts and passage.quote not in printed:
            yield _contradicted(where, "the annex does not print its words")
    yield from _note_findings(evidence, passages)
    noted = passages_noted(evidence.cited)
    for quotation in evidence.quoted:
        named, where = passages.get(quotation.passage), f"paragraph {quotation.place + 1}"
        words = named and edited(named.quote, quotation.edits)
        notes = _notes_after(evidence.body, quotation.place, words) if words else None
        if notes is None:
            yield _contradicted(where, f"it does not print passage {quotation.passage[:SHORT_ID]}")
        elif not any(quotation.passage in noted.get(number, ()) for number in notes):
            yield _contradicted(where, f"its notes do not cite passage {quotation.passage[:SHORT_ID]}")
    if not evidence.banner.endswith(DRAFT):
        yield from _within_statements(evidence, passages, noted)


def _within_statements(
    evidence: Evidence, passages: Mapping[str, EvidencePassage], noted: Mapping[int, Sequence[str]]
) -> Iterator[Discrepancy]:
    """Yield what stands in quotation marks in a statement that no passage says which its notes cite."""
    quoted = {quotation.place for quotation in evidence.quoted}
    for place, words in enumerate(evidence.body):
        marks = _MARKED.search(words)
        if place in quoted or not marks:
            continue
        cited = (passage for number in _NUMBER.findall(marks[0]) for passage in noted.get(int(number), ()))
        said = [passages[passage].quote for passage in cited if passage in passages]
        for doubt in doubts("fact", words[: marks.start()], said):
            if doubt.level == "error":
                yield _contradicted(f"paragraph {place + 1}", f"it {doubt.claim.partition(';')[0]}")


def _note_findings(evidence: Evidence, passages: Mapping[str, EvidencePassage]) -> Iterator[Discrepancy]:
    """Yield the notes that do not name, in order, passages of the source they are said to cite."""
    before, sources = 1, set[str]()
    for note in evidence.cited:
        known = [passages.get(cite) for cite in note.passages]
        sources = sources if note.number == before else set()
        once = before <= note.number <= len(evidence.notes) and note.source not in sources
        words = evidence.notes[note.number - 1] if once else ""
        fits = all(found and found.source == note.source and found.id[:SHORT_ID] in words for found in known)
        if not words or not fits:
            yield _contradicted(f"note {note.number}", "it does not name the passages it stands for")
        before = note.number
        sources.add(note.source)


def _notes_after(body: Sequence[str], place: int, words: str) -> list[int] | None:
    """Give the notes of a paragraph that is these words and, behind them, marks and ends of directions."""
    printed = body[place] if 0 <= place < len(body) else ""
    marks = _MARKS.fullmatch(printed, len(words)) if printed.startswith(words) else None
    return [int(number) for number in _NUMBER.findall(marks[0])] if marks else None


def _contradicted(where: str, what: str) -> Discrepancy:
    message = (
        f"The evidence contradicts itself at {where}: {what}; do not rely on the brief, export it again."
    )
    return Discrepancy("altered-evidence", "error", message, where)


def source_findings(evidence: Evidence, project: Project) -> Iterator[Discrepancy]:
    """Yield what the sources of a project do not bear out; today's tags and statements play no part."""
    read: dict[str, set[str]] = {}
    kept: list[Source | Version] = [*project.sources(), *project.versions()]
    for one in kept:
        read.setdefault(one.original, set()).add(one.text)
    for source in evidence.sources:
        texts = read.get(source.sha256)
        if texts is None:
            yield foreign(source.label, "the project has no file with its hash")
        elif source.text_sha256 not in texts:
            yield foreign(source.label, "the project read another text from its file")
        elif sha256(project.original(source.sha256)).hexdigest() != source.sha256:
            yield foreign(source.label, "the project’s copy of its file was changed")
    for passage in evidence.passages:
        name = f"passage {passage.id[:SHORT_ID]}"
        said = at_place(project, passage)
        if said is None:
            yield foreign(name, "the project does not have the text it was marked in", passage.quote)
        elif said != passage.quote:
            yield foreign(name, "the text says something else at its place", passage.quote, said)
