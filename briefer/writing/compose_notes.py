"""The notes of a brief while it is composed: numbers, first mentions, and who is cited where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from briefer.citing.citation import SHORT_HASH, SHORT_ID, Citation, joined
from briefer.citing.piece import Piece, Pieces, series
from briefer.citing.styles import STYLES
from briefer.citing.telling_apart import works
from briefer.citing.terms import date_words
from briefer.model.records import Passage, Source, Version, source_of
from briefer.wording.directions import left_open
from briefer.wording.relative_dates import relative_dates
from briefer.writing.brief import EvidenceNote, Inlines, Note, NoteMark, Run
from briefer.writing.desk import AMENDED, Desk

BETWEEN_MARKS = "\u2009"


class NoteBook:
    """Writes the notes of statements and quotations: a source in full the first time, then shortly.

    One for each source, or, if they are `joined`, one for all that a statement or quotation rests on.
    """

    def __init__(self, desk: Desk, citations: str, *, joined: bool) -> None:
        """Cite in one of the STYLES."""
        self._desk = desk
        self._style = STYLES[citations]
        self._joined = joined
        self._works = works(desk.listed())
        self._first: dict[str, int] = {}
        self.notes: list[Note] = []
        self.cited: list[EvidenceNote] = []
        self.by_source: dict[str, list[int]] = {}
        self.by_passage: dict[str, list[int]] = {}

    def marks(self, passages: Iterable[Passage]) -> Inlines:
        """Write the notes that cite these passages and return their marks, set apart."""
        by_source: dict[str, list[Passage]] = {}
        for passage in passages:
            by_source.setdefault(passage.source, []).append(passage)
        marks: list[Run | NoteMark] = []
        groups = [[*by_source.items()]] if self._joined else [[each] for each in by_source.items()]
        for group in filter(None, groups):
            if marks:
                marks.append(Run(BETWEEN_MARKS))
            marks.append(NoteMark(self._write(group)))
        return tuple(marks)

    def entry(self, source: str) -> Pieces:
        """Return the entry of a source (an id) in the reference list."""
        return self._style.entry(self._works[source])

    def _write(self, group: list[tuple[str, list[Passage]]]) -> int:
        """Write a note on passages by their sources."""
        number = len(self.notes) + 1
        pieces: list[Piece] = []
        for source, passages in group:
            if pieces:
                pieces[-1] = replace(pieces[-1], text=f"{pieces[-1].text.removesuffix('.')}; ")
            pieces += self._cite(source, passages, number)
        cited = [passage for _, passages in group for passage in passages]
        self.notes.append(Note(number, (*runs(pieces), *self._copies(cited), *self._days(cited))))
        for source, passages in group:
            self.cited.append(EvidenceNote(number, source, tuple(passage.id for passage in passages)))
            self.by_source.setdefault(source, []).append(number)
            for passage in passages:
                self.by_passage.setdefault(passage.id, []).append(number)
        return number

    def _cite(self, source: str, passages: list[Passage], number: int) -> Pieces:
        citation = self._citation(source, passages)
        first = self._first.setdefault(source, number)
        if first == number:
            return self._style.full_note(citation)
        return joined(citation, first) if self._joined else self._style.short_note(citation, first)

    def _copies(self, passages: list[Passage]) -> Inlines:
        """Say which passages stand in a former copy of their source, or in a text changed since."""
        found: dict[Source | Version, list[str]] = {}
        for passage in passages:
            copy = self._desk.copy_of(passage)
            if isinstance(copy, Version) or self._desk.is_amended(copy):
                found.setdefault(copy, []).append(passage.id[:SHORT_ID])
        said = "".join(f" {self._copy_words(copy, names)}" for copy, names in found.items())
        return (Run(said),) if said else ()

    def _copy_words(self, copy: Source | Version, names: list[str]) -> str:
        source = self._desk.sources[source_of(copy)]
        own = copy.original != source.original
        file = f"file {copy.file_name}, SHA-256 {copy.original[:SHORT_HASH]}"
        which = file if own else f"text SHA-256 {copy.text[:SHORT_HASH]}"
        one = len(names) == 1
        stand = f"{'Passage' if one else 'Passages'} {series(names)} {'stands' if one else 'stand'}"
        former = "a former copy of " if isinstance(copy, Version) else ""
        amended = f", {AMENDED}" if self._desk.is_amended(copy) else ""
        return f"{stand} in {former}{source.label} ({which}){amended}."

    def _days(self, passages: list[Passage]) -> Inlines:
        """Say which day relative dates are, if always that of the event; once for each passage."""
        named: dict[str, date] = {}
        for anchor in (passage.anchor for passage in passages if passage.id not in self.by_passage):
            found = relative_dates(anchor.quote, self._desk.event, anchor.prefix, anchor.suffix)
            other = {one.words for one in found if one.day is None}
            named |= {one.words: one.day for one in found if one.day and one.words not in other}
        days = (f" “{words}” is {date_words(day.isoformat())}," for words, day in named.items())
        said = "".join(days)
        return (Run(f"{said} resolved against the date of the event."),) if said else ()

    def _citation(self, source: str, passages: list[Passage]) -> Citation:
        desk = self._desk
        return Citation(
            self._works[source],
            tuple(desk.locate(passage) for passage in passages),
            tuple(passage.id for passage in passages),
            frozenset(passage.id for passage in passages if desk.text_of(passage).quotes(passage)),
        )


def runs(pieces: Iterable[Piece]) -> tuple[Run, ...]:
    """Set pieces as runs, turning round nothing but themselves; empty ones vanish, plain neighbours join."""
    found: list[Run] = []
    plain = ""
    for piece in pieces:
        words = piece.text + left_open(piece.text)
        if not (piece.style or piece.language or piece.link):
            plain += words
            continue
        if plain:
            found.append(Run(plain))
            plain = ""
        found.append(Run(words, piece.style, piece.language, piece.link))
    return (*found, Run(plain)) if plain else tuple(found)
