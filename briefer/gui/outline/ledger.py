"""What is known of every passage and statement of a project, for counting and finding them; no Qt.

It is read source by source while nobody waits, and kept up change by change, so that neither a
count nor a filter asks the project for a hundred thousand passages again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import Passage, Section, Source, Statement, Tag
from briefer.wording.folding import fold
from briefer.wording.quoted import word_count

_NONE: Final[dict[str, str]] = {}


class Known(NamedTuple):
    """A passage: its id and its source’s, how many words it has, and these folded for finding."""

    id: str
    source: str
    words: int
    folded: str


@dataclass(frozen=True, slots=True)
class Count:
    """What a section holds; `words` are the statements’, `quoted` those of passages printed in full."""

    statements: int = 0
    passages: int = 0
    uncited: int = 0
    words: int = 0
    quoted: int = 0
    sources: frozenset[str] = frozenset()
    """Ids of the sources that it rests on."""


@dataclass(slots=True)
class Ledger:
    """Passages by id; tags and statements by the id of their section; who cites a passage and where."""

    project: Project
    known: dict[str, Known] = field(default_factory=dict)
    tags: dict[str, dict[str, None]] = field(default_factory=dict)
    """By the id of a section: the ids of the passages filed there, each once."""
    statements: dict[str, dict[str, Statement]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    """By the id of a source: its label, folded; of every passage that is known."""
    complete: bool = False
    _citing: dict[str, dict[str, str]] = field(default_factory=dict)
    """By the id of a passage: the statements that cite it, and their sections."""
    _sources: dict[str, str] = field(default_factory=dict)
    _words: dict[Statement, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for statement in self.project.statements():
            self._put(statement)

    def steps(self) -> Iterator[None]:
        """Read what is not known yet, a source at a time."""
        for source in () if self.complete else self.project.sources():
            self._name(source)
            for passage in self.project.passages_in(source):
                self._learn(passage)
            for tag in self.project.tags_in(source):
                self._file(tag, put=True)
            yield
        self.complete = True

    def look_up(self, passage: str) -> Known | None:
        """Return what is known of a passage by its id, reading it now if need be; None when it is gone."""
        if passage not in self.known:
            found = self.project.get(Passage, passage)
            if found is not None:
                self._learn(found)
        return self.known.get(passage)

    def apply(self, change: Change) -> set[str]:
        """Follow a change; return the ids of the sections whose counts it may have changed."""
        touched: set[str] = set()
        cited: set[str] = set()
        for edit in change.edits:
            for record, put in ((edit.before, False), (edit.after, True)):
                if isinstance(record, Statement):
                    self._put(record) if put else self._take(record)
                    touched.add(record.section)
                    cited.update(record.cites)
                elif isinstance(record, Tag):
                    self._file(record, put=put)
                    touched.add(record.section)
                elif isinstance(record, Passage):
                    self._learn(record) if put else self.known.pop(record.id, None)
                elif isinstance(record, Section):
                    touched.add(record.id)
                elif isinstance(record, Source):
                    self._name(record)
        for identifier in cited:
            passage = self.project.get(Passage, identifier)
            touched.update(tag.section for tag in (self.project.tags_of(passage) if passage else ()))
        return touched

    def cited(self, passage: str) -> bool:
        """Tell whether a statement anywhere cites a passage."""
        return passage in self._citing

    def cited_in(self, passage: str, section: str) -> bool:
        """Tell whether a statement of a section cites a passage."""
        return section in self._citing.get(passage, _NONE).values()

    def count(self, section: str) -> Count:
        """Count a section by its id."""
        held, statements = self.tags.get(section, {}), self.statements.get(section, {})
        here = {cite for statement in statements.values() for cite in statement.cites}
        return Count(
            len(statements),
            len(held),
            sum(passage not in self._citing for passage in held),
            sum(map(self._words_of, statements.values())),
            sum(self.known[each].words for each in held if each not in here and each in self.known),
            frozenset(self.sources((*held, *here))),
        )

    def sources(self, passages: Iterable[str]) -> set[str]:
        """Return the ids of the sources of passages, as far as these are known."""
        return {self.known[each].source for each in passages if each in self.known}

    def _name(self, source: Source) -> None:
        self.labels[source.id] = fold(source.label).text

    def _learn(self, passage: Passage) -> None:
        quote = passage.anchor.quote
        if passage.source not in self.labels and (found := self.project.get(Source, passage.source)):
            self._name(found)
        source = self._sources.setdefault(passage.source, passage.source)  # one string for all passages
        self.known[passage.id] = Known(passage.id, source, word_count(quote), fold(quote).text)

    def _file(self, tag: Tag, *, put: bool) -> None:
        held = self.tags.setdefault(tag.section, {})
        if put:
            known = self.known.get(tag.passage)
            held[known.id if known else tag.passage] = None
        else:
            held.pop(tag.passage, None)

    def _put(self, statement: Statement) -> None:
        self.statements.setdefault(statement.section, {})[statement.id] = statement
        for cite in statement.cites:
            self._citing.setdefault(cite, {})[statement.id] = statement.section

    def _take(self, statement: Statement) -> None:
        self.statements.get(statement.section, {}).pop(statement.id, None)
        self._words.pop(statement, None)
        for cite in statement.cites:
            citing = self._citing.get(cite, {})
            citing.pop(statement.id, None)
            if not citing:
                self._citing.pop(cite, None)

    def _words_of(self, statement: Statement) -> int:
        found = self._words.get(statement)
        if found is None:
            found = self._words[statement] = word_count(statement.text)
        return found
