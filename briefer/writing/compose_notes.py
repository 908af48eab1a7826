"""The notes of a brief while it is composed: numbers, first mentions, and who is cited where."""

from __future__ import annotations

from collections.abc import Iterable

from briefer.citing.citation import Citation
from briefer.citing.piece import Piece, Pieces
from briefer.citing.styles import STYLES
from briefer.citing.telling_apart import works
from briefer.citing.terms import date_words
from briefer.model.records import Passage
from briefer.wording.relative_dates import relative_dates
from briefer.writing.brief import EvidenceNote, Inlines, Note, NoteMark, Run
from briefer.writing.desk import Desk

BETWEEN_MARKS = "\u2009"


class NoteBook:
    """Writes a note for each statement or quotation and source: in full the first time, then shortly."""

    def __init__(self, desk: Desk, citations: str) -> None:
        """Cite in one of the STYLES."""
        self._desk = desk
        self._style = STYLES[citations]
        self._works = works(desk.listed())
        self._first: dict[str, int] = {}
        self.notes: list[Note] = []
        self.cited: list[EvidenceNote] = []
        self.by_source: dict[str, list[int]] = {}
        self.by_passage: dict[str, list[int]] = {}

    def marks(self, passages: Iterable[Passage]) -> Inlines:
        """Write the notes that cite these passages, one a source, and return their marks, set apart."""
        by_source: dict[str, list[Passage]] = {}
        for passage in passages:
            by_source.setdefault(passage.source, []).append(passage)
        marks: list[Run | NoteMark] = []
        for source, group in by_source.items():
            if marks:
                marks.append(Run(BETWEEN_MARKS))
            marks.append(NoteMark(self._write(source, group)))
        return tuple(marks)

    def entry(self, source: str) -> Pieces:
        """Return the entry of a source (an id) in the reference list."""
        return self._style.entry(self._works[source])

    def _write(self, source: str, passages: list[Passage]) -> int:
        number = len(self.notes) + 1
        citation = self._citation(source, passages)
        first = self._first.setdefault(source, number)
        style = self._style
        pieces = style.full_note(citation) if first == number else style.short_note(citation, first)
        self.notes.append(Note(number, (*runs(pieces), *self._days(passages))))
        self.cited.append(EvidenceNote(number, source, citation.passages))
        self.by_source.setdefault(source, []).append(number)
        for passage in passages:
            self.by_passage.setdefault(passage.id, []).append(number)
        return number

    def _days(self, passages: list[Passage]) -> Inlines:
        """Say which day each relative date is, where it is that of the event; once for each passage."""
        named = {
            one.words: one.day
            for passage in passages
            if passage.id not in self.by_passage
            for one in relative_dates(passage.anchor.quote, self._desk.event)
            if one.day is not None
        }
        days = (f" “{words}” is {date_words(day.isoformat())}," for words, day in named.items())
        said = "".join(days)
        return (Run(f"{said} resolved against the date of the event."),) if said else ()

    def _citation(self, source: str, passages: list[Passage]) -> Citation:
        desk = self._desk
        return Citation(
            self._works[source],
            tuple(desk.text_of(passage).locate(passage) for passage in passages),
            tuple(passage.id for passage in passages),
            frozenset(passage.id for passage in passages if desk.text_of(passage).quotes(passage)),
        )


def runs(pieces: Iterable[Piece]) -> tuple[Run, ...]:
    """Set pieces as runs; empty ones vanish, plain neighbours join."""
    found: list[Run] = []
    plain = ""
    for piece in pieces:
        if not (piece.style or piece.language or piece.link):
            plain += piece.text
            continue
        if plain:
            found.append(Run(plain))
            plain = ""
        found.append(Run(piece.text, piece.style, piece.language, piece.link))
    return (*found, Run(plain)) if plain else tuple(found)
