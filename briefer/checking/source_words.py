"""What the sources of a project say where a brief says that they do."""

from __future__ import annotations

from collections.abc import Iterable

from briefer.model.content import hash_of
from briefer.model.project import Project, UnknownRecordError
from briefer.writing.brief import EvidencePassage, passages_noted
from briefer.writing.evidence import Evidence


class SourceWords:
    """Looks up the words of passages; without a project it finds none."""

    def __init__(self, evidence: Evidence, project: Project | None) -> None:
        self._project = project
        self._passages = {passage.id: passage for passage in evidence.passages}
        self._notes = passages_noted(evidence.cited)
        self._places: dict[int, list[str]] = {}
        for quotation in evidence.quoted:
            self._places.setdefault(quotation.place, []).append(quotation.passage)
        by_words = {passage.quote: passage.id for passage in evidence.passages}
        for place, words in enumerate(evidence.body):
            if words in by_words:
                self._places.setdefault(place, [by_words[words]])

    def of_paragraph(self, place: int) -> str:
        """Give what the source of a quotation says, by its place (from 0) in the body of the evidence."""
        return self._of(self._places.get(place, ()))

    def of_note(self, number: int) -> str:
        """Give what the passages say that a note names, a line each."""
        return self._of(self._notes.get(number, ()))

    def _of(self, passages: Iterable[str]) -> str:
        if self._project is None:
            return ""
        known = (self._passages.get(passage) for passage in passages)
        said = (at_place(self._project, passage) for passage in known if passage is not None)
        return "\n".join(words for words in dict.fromkeys(said) if words)


def at_place(project: Project, passage: EvidencePassage) -> str | None:
    """Return what a text says at the place of a passage; None if the project has not that very text."""
    try:
        text = project.text(passage.text_sha256)
    except UnknownRecordError:
        return None
    return text[passage.start : passage.end] if hash_of(text) == passage.text_sha256 else None
