"""Words looked for in a project: in its sources, the notes on passages, statements and differences.

Texts are folded as they are read, at about the speed at which they can be read, and kept folded for the
next letter that is typed. No index lies on the disk: it would have to be kept true, and hold what
the user may not leave there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from briefer.model.project import Project
from briefer.model.records import Difference, Passage, Source, Statement
from briefer.wording.folding import Folded
from briefer.wording.seeking import Context, Query, context

MOST: Final = 5_000
"""More places nobody reads; another word finds the ones that are meant."""

_KEPT: Final = 64_000_000
"""Code points of folded texts; what is beyond them is read again for every search."""


Written = Passage | Statement | Difference
"""What the analyst wrote: a note, a statement, a difference with its ruling and reason."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in the text of a source or in what the analyst wrote; code points, end exclusive."""

    record: Source | Written
    start: int
    end: int
    context: Context


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of one source, or for None those in notes, in statements or in differences, in order."""

    source: Source | None
    hits: tuple[Hit, ...]


class FoldedTexts:
    """The texts of one project as they were folded for earlier searches."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._kept: dict[tuple[str, bool], Folded] = {}
        self._size = 0

    def folded(self, text: str, query: Query) -> Folded:
        """Return a text, named by its hash, folded for a query; raises BrieferError."""
        key = text, query.match_case
        found = self._kept.get(key)
        if found is None:
            found = query.fold(self.project.text(text))
            if self._size < _KEPT:
                self._kept[key] = found
                self._size += len(found.text)
        return found


class Search:
    """Yields what it finds, source by source; how far it has come can be read meanwhile."""

    def __init__(self, texts: FoldedTexts, query: Query) -> None:
        self.query = query
        self.looked_through = 0
        """Sources so far."""
        self.sources = 0
        self.hits = 0
        self.cut_short = False
        """There is more than `MOST`."""
        self._texts = texts
        self._stopped = False

    def stop(self) -> None:
        """Let a search that goes on in another thread come to its end with the text it is at."""
        self._stopped = True

    def __iter__(self) -> Iterator[Found]:
        """Yield hits by source, then in notes, in statements and in differences; raises BrieferError."""
        if not self.query:
            return
        project = self._texts.project
        sources = project.sources()
        self.sources = len(sources)
        for source in sources:
            if self._stopped:
                return
            folded = self._texts.folded(source.text, self.query)
            yield from self._found(source, [(source, folded)])
            self.looked_through += 1
        for written in (project.noted(), project.statements(), project.differences()):
            yield from self._found(None, [(one, self.query.fold(_words_in(one))) for one in written])

    def _found(self, source: Source | None, folded: list[tuple[Source | Written, Folded]]) -> Iterator[Found]:
        hits: list[Hit] = []
        for record, words in folded:
            if self.cut_short:
                break
            room = MOST - self.hits - len(hits)
            places = self.query.places(words, room + 1)
            self.cut_short = len(places) > room
            if places:
                text = self._words_of(record)
                hits += [Hit(record, *place, context(text, *place)) for place in places[:room]]
        if hits:
            self.hits += len(hits)
            yield Found(source, tuple(hits))

    def _words_of(self, record: Source | Written) -> str:
        return self._texts.project.text_of(record) if isinstance(record, Source) else _words_in(record)


def _words_in(record: Written) -> str:
    match record:
        case Passage():
            return record.note
        case Statement():
            return record.text
        case Difference():
            return " · ".join(filter(None, (record.question, record.ruling, record.reason)))
