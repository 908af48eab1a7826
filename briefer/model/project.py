"""A project to read from: the questions that actions, exports and views ask of the records.

The records lie on a shelf (in practice the project file itself), so that opening costs nothing
and what is read is always what stands. Writing is not possible here: that is the session's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, Protocol, TypeVar

from briefer.errors import BrieferError
from briefer.model.content import Content, Original, SourceText
from briefer.model.records import (
    BLUF,
    KINDS,
    Acronym,
    Details,
    Difference,
    Issue,
    Passage,
    Record,
    Section,
    Source,
    Statement,
    Tag,
    Version,
)

R = TypeVar("R", bound=Record)
Entry = Tag | Statement
"""What the body of a section is a list of."""
Named = Source | Section | Tag | Statement | Passage | Difference | Acronym
"""What a user can call by an id."""

_SHORT_ID: Final = re.compile(r"[0-9a-f]{8,32}\Z")


class Shelf(Protocol):
    """Where records lie. `where` and `every` answer in the natural order of the kind."""

    def get(self, kind: type[R], identifier: str) -> R | None:
        """Return a record by its id."""

    def every(self, kind: type[R]) -> Sequence[R]:
        """Return all records of a kind."""

    def where(self, kind: type[R], **fields: str | int) -> Sequence[R]:
        """Return the records of a kind whose fields equal these."""

    def starting(self, kind: type[R], prefix: str) -> Sequence[R]:
        """Return the records of a kind whose id starts with these hex digits."""

    def count(self, kind: type[R], **fields: str | int) -> int:
        """Return how many records of a kind have these fields."""

    def tag_counts(self, source: str = "") -> dict[str, int]:
        """Return how many tags each section has, of one source or of all."""

    def tags_of_source(self, source: str) -> Sequence[Tag]:
        """Return the tags of a source's passages."""

    def citing(self, passage: str) -> Sequence[Statement]:
        """Return the statements that cite a passage."""

    def differing(self, passage: str) -> Sequence[Difference]:
        """Return the differences that name a passage."""

    def unfiled(self) -> Sequence[Passage]:
        """Return the passages without a tag, by source and place."""

    def noted(self) -> Sequence[Passage]:
        """Return the passages with a note, by source and place."""

    def last_rank(self, section: str) -> str:
        """Return the rank of the last entry of a section, or an empty string."""

    def text(self, sha256: str) -> str:
        """Return a text by its hash."""

    def original(self, sha256: str) -> bytes:
        """Return a file's bytes by their hash."""


class UnknownRecordError(BrieferError):
    """Something was named that the project does not hold."""


class Project:
    """The records of a project, by the names the program has for what it asks."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def details(self) -> Details:
        """Return what the brief says on its front."""
        return self._shelf.every(Details)[0]

    def sources(self) -> Sequence[Source]:
        """Return the sources in the order of their labels."""
        return self._shelf.every(Source)

    def sections(self) -> Sequence[Section]:
        """Return the sections in the order the brief prints them."""
        return self._shelf.every(Section)

    def statements(self) -> Sequence[Statement]:
        """Return all statements by section id and rank."""
        return self._shelf.every(Statement)

    def passages(self, **fields: str) -> Sequence[Passage]:
        """Return all passages, or those with these fields, by source id and place."""
        return self._shelf.where(Passage, **fields)

    def acronyms(self) -> Sequence[Acronym]:
        """Return the acronyms by their short forms."""
        return self._shelf.every(Acronym)

    def differences(self) -> Sequence[Difference]:
        """Return the differences in the order the brief prints them."""
        return self._shelf.every(Difference)

    def issues(self) -> Sequence[Issue]:
        """Return the versions that were issued, the oldest first."""
        return self._shelf.every(Issue)

    def records(self) -> Iterator[Record]:
        """Yield every record, kind by kind."""
        for kind in KINDS:
            yield from self._shelf.every(kind)

    def get(self, kind: type[R], identifier: str) -> R | None:
        """Return a record by its full id, or None."""
        return self._shelf.get(kind, identifier)

    def passage(self, identifier: str) -> Passage:
        """Return a passage that a record of this project names by its id."""
        found = self._shelf.get(Passage, identifier)
        if found is None:
            message = (
                f"Passage {identifier[:8]} is not in the project; check the project with “briefer check”."
            )
            raise UnknownRecordError(message)
        return found

    def passages_in(self, source: Source) -> Sequence[Passage]:
        """Return the passages of a source by their place."""
        return self._shelf.where(Passage, source=source.id)

    def passage_at(self, source: Source, start: int, end: int) -> Passage | None:
        """Return the passage that has exactly this span of the source's current text."""
        found = self._shelf.where(Passage, source=source.id, start=start, end=end, text=source.text)
        return found[0] if found else None

    def versions_of(self, source: Source) -> Sequence[Version]:
        """Return what a source was before, the first reading of it first."""
        return self._shelf.where(Version, source=source.id)

    def versions(self) -> Sequence[Version]:
        """Return the former versions of all sources, by source id and number."""
        return self._shelf.every(Version)

    def tags_in(self, source: Source) -> Sequence[Tag]:
        """Return the tags of a source's passages, in no particular order."""
        return self._shelf.tags_of_source(source.id)

    def tags_of(self, passage: Passage) -> Sequence[Tag]:
        """Return the tags of a passage."""
        return self._shelf.where(Tag, passage=passage.id)

    def tags_under(self, section: Section) -> Sequence[Tag]:
        """Return the tags of a section in their order."""
        return self._shelf.where(Tag, section=section.id)

    def statements_under(self, section: Section | None) -> Sequence[Statement]:
        """Return the statements of a section, or of the bottom line for None, in their order."""
        return self._shelf.where(Statement, section=section.id if section else BLUF)

    def body(self, section: Section | None) -> list[Entry]:
        """Return the statements and tags of a section (None: the bottom line) as one ordered list."""
        tags: Sequence[Tag] = self.tags_under(section) if section else ()
        return sorted([*self.statements_under(section), *tags], key=_place)

    def citing(self, passage: Passage) -> Sequence[Statement]:
        """Return the statements that cite a passage."""
        return self._shelf.citing(passage.id)

    def differing(self, passage: Passage) -> Sequence[Difference]:
        """Return the differences that name a passage."""
        return self._shelf.differing(passage.id)

    def naming(self, passage: Passage) -> list[Statement | Difference]:
        """Return the statements that cite a passage and the differences that name it."""
        return [*self.citing(passage), *self.differing(passage)]

    def unfiled(self) -> Sequence[Passage]:
        """Return the passages that no section holds."""
        return self._shelf.unfiled()

    def noted(self) -> Sequence[Passage]:
        """Return the passages that have a note."""
        return self._shelf.noted()

    def tag_counts(self, source: Source | None = None) -> dict[str, int]:
        """Return the number of tags by section id, of one source or of all."""
        return self._shelf.tag_counts(source.id if source else "")

    def source_count(self) -> int:
        """Return how many sources there are."""
        return self._shelf.count(Source)

    def passage_count(self, source: Source | None = None) -> int:
        """Return how many passages there are, in one source or in all."""
        return self._shelf.count(Passage, source=source.id) if source else self._shelf.count(Passage)

    def last_rank(self, section: Section | None) -> str:
        """Return the rank of the last entry of a section; empty when it has none."""
        return self._shelf.last_rank(section.id if section else BLUF)

    def text_of(self, source: Source) -> str:
        """Return the current text of a source."""
        return self._shelf.text(source.text)

    def text(self, sha256: str) -> str:
        """Return any text version by its hash; raises UnknownRecordError."""
        return self._shelf.text(sha256)

    def contents(self) -> Iterator[Content]:
        """Yield every text and every file's bytes that a record names, once each."""
        read: list[Source | Version] = [*self.sources(), *self.versions()]
        yield from (SourceText(self._shelf.text(sha256)) for sha256 in sorted({one.text for one in read}))
        originals = {one.original for one in read}
        yield from (Original(self._shelf.original(sha256)) for sha256 in sorted(originals))

    def original_of(self, source: Source) -> bytes:
        """Return the bytes of the file that a source was read from."""
        return self._shelf.original(source.original)

    def original(self, sha256: str) -> bytes:
        """Return the bytes of any file by its hash; raises UnknownRecordError."""
        return self._shelf.original(sha256)

    def find_source(self, name: str) -> Source:
        """Return a source by id, first 8 hex digits, label or file name."""
        return _only(self._sources_called(name) or self._starting(Source, name), name, "source")

    def find_section(self, name: str) -> Section:
        """Return a section by id, first 8 hex digits, key or digit."""
        return _only(self._sections_called(name) or self._starting(Section, name), name, "section")

    def find_tag(self, name: str) -> Tag:
        """Return a tag by id or its first 8 hex digits."""
        return _only(self._starting(Tag, name), name, "tag")

    def find_statement(self, name: str) -> Statement:
        """Return a statement by id or its first 8 hex digits."""
        return _only(self._starting(Statement, name), name, "statement")

    def find_difference(self, name: str) -> Difference:
        """Return a difference by id or its first 8 hex digits."""
        return _only(self._starting(Difference, name), name, "difference")

    def find_passage(self, name: str) -> Passage:
        """Return a passage by its own id or by that of a tag on it."""
        found = list(self._starting(Passage, name))
        found += [self.passage(tag.passage) for tag in self._starting(Tag, name)]
        return _only(found, name, "tag or passage")

    def find(self, name: str) -> Named:
        """Return whatever is named: source, section, tag, statement, passage, difference or acronym."""
        called: list[Named] = [*self._sources_called(name), *self._sections_called(name)]
        called += [acronym for acronym in self.acronyms() if acronym.short == name]
        kinds: tuple[type[Named], ...] = (Source, Section, Tag, Statement, Passage, Difference, Acronym)
        ids = [record for kind in kinds for record in self._starting(kind, name)]
        return _only(called or ids, name, "one")

    def _sources_called(self, name: str) -> list[Source]:
        sources = self.sources()
        labelled = [source for source in sources if source.label == name]
        return labelled or [source for source in sources if source.file_name == name]

    def _sections_called(self, name: str) -> list[Section]:
        return [section for section in self.sections() if name and name in {section.key, _digit(section)}]

    def _starting(self, kind: type[R], name: str) -> Sequence[R]:
        return self._shelf.starting(kind, name) if _SHORT_ID.match(name) else ()


def _only(found: Sequence[R], name: str, word: str) -> R:
    if len(found) == 1:
        return found[0]
    how = f"{len(found)} of them go by" if found else "none goes by"
    raise UnknownRecordError(f"Which {word}? In this project {how} “{name}”; give the id of one.")


def _digit(section: Section) -> str:
    return "" if section.digit is None else str(section.digit)


def _place(entry: Entry) -> tuple[str, str]:
    return entry.rank, entry.id
