"""Small worlds for tests, each built in one line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

from briefer.actions.drafting import edits_of
from briefer.model import rank
from briefer.model.anchor import Anchor
from briefer.model.content import Content, Original, SourceText
from briefer.model.records import (
    DEFAULT_MARKING,
    Acronym,
    Details,
    Difference,
    Issue,
    Passage,
    Record,
    Reference,
    Section,
    Source,
    Statement,
    Tag,
)
from briefer.session import Session, in_memory

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
_ids = count(1)


def an_id() -> str:
    """Return a new id, the same ones in every run."""
    return f"{next(_ids):032x}"


class World:
    """Records and contents being put together; `session()` opens them."""

    new_id: Callable[[], str] = staticmethod(an_id)

    def __init__(self) -> None:
        self.records: list[Record] = [Details(title="The dam held", marking=DEFAULT_MARKING)]
        self.contents: list[Content] = []
        self.sources: list[Source] = []
        self.sections: list[Section] = []
        self.passages: list[Passage] = []
        self._ranks: dict[str, Iterator[str]] = {}

    @property
    def details(self) -> Details:
        """What the brief says on its front, so far."""
        found = self.records[0]
        assert isinstance(found, Details)
        return found

    def source(self, text: str, **reference: str) -> Source:
        """Add a source that says this."""
        body, original = SourceText(text), Original(text.encode())
        label = f"S{len(self.sources) + 1}"
        found = Source(
            self.new_id(), label, body.sha256, original.sha256, f"{label}.txt", "utf-8",
            "2026-11-22T12:00:00Z", len(text), Reference(**reference),
        )  # fmt: skip
        self.contents += [body, original]
        self.sources.append(found)
        self.records[0] = replace(self.details, sources_added=len(self.sources))
        self.records.append(found)
        return found

    def section(self, title: str) -> Section:
        """Add a section; its key is its title in lower case, its digit its place."""
        number = len(self.sections) + 1
        found = Section(
            self.new_id(), title.lower().replace(" ", "-"), number if number < 10 else None, title,
            "#b3261e", "", (), rank.spread(40)[number],
        )  # fmt: skip
        self.sections.append(found)
        self.records.append(found)
        return found

    def tag(self, source: Source, quote: str, section: Section | None, note: str = "") -> Passage:
        """Mark the first occurrence of a quote and file it under a section (None: unfiled)."""
        text = next(c.body for c in self.contents if isinstance(c, SourceText) and c.sha256 == source.text)
        start = text.index(quote)
        anchor = Anchor.at(source.text, text, start, start + len(quote))
        known = next((p for p in self.passages if p.source == source.id and p.anchor == anchor), None)
        passage = known or Passage(self.new_id(), source.id, anchor, note)
        if known is None:
            self.passages.append(passage)
            self.records.append(passage)
        if section is not None:
            self.records.append(Tag(self.new_id(), passage.id, section.id, self._rank(section.id)))
        return passage

    def statement(self, section: Section | None, text: str, *cites: Passage, kind: str = "fact") -> Statement:
        """Write a statement into a section, or into the bottom line for None."""
        where = section.id if section else "bluf"
        edits = edits_of(kind, text, cites)
        found = Statement(
            self.new_id(), where, kind, text, tuple(p.id for p in cites), self._rank(where), edits
        )
        self.records.append(found)
        return found

    def acronym(self, short: str, expansion: str) -> Acronym:
        """Say what an acronym stands for."""
        found = Acronym(self.new_id(), short, expansion)
        self.records.append(found)
        return found

    def difference(self, question: str, *passages: Passage, ruling: str = "", reason: str = "") -> Difference:
        """Record that passages answer a question differently."""
        named = tuple(passage.id for passage in passages)
        found = Difference(self.new_id(), question, named, ruling, reason, self._rank("differences"))
        self.records.append(found)
        return found

    def issue(self, version: str, *statements: str) -> Issue:
        """Record a version as issued on 22 November 2026, with statements as an issue writes them."""
        found = Issue(self.new_id(), version, "2026-11-22", statements, (), (), self._rank("issues"))
        self.records.append(found)
        return found

    def session(self) -> Session:
        """Open what was built, in memory, at noon."""
        return in_memory(self.records, self.contents, "Ada", clock=lambda: NOON)

    def _rank(self, section: str) -> str:
        return next(self._ranks.setdefault(section, _ascending()))


def _ascending() -> Iterator[str]:
    last = ""
    while True:
        last = rank.between(last)
        yield last


def a_world(text: str = "The dam was inspected in May. 😀 It held.", *, tagged: Iterable[str] = ()) -> World:
    """Return a world of one source and one section, "Findings", with these quotes tagged in it."""
    world = World()
    source = world.source(text)
    section = world.section("Findings")
    for quote in tagged:
        world.tag(source, quote, section)
    return world
