"""What a composer and a checker look up again and again, fetched once: records, texts, places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple

from briefer.citing.locator import Locator, locate
from briefer.comparing.origins import Origins
from briefer.model.project import Entry, Project, UnknownRecordError
from briefer.model.quotations import quotations
from briefer.model.records import Passage, Source, Statement, Version, source_of
from briefer.wording.characters import QUOTING, Span
from briefer.wording.locating import Lines
from briefer.wording.quoted import quoted_stretches
from briefer.wording.sentences import sentences_around

_EDGES: Final = f" \t\n\u00a0{QUOTING}.,;:!?。、！？"
"""What may stand at the edges of a quotation without being part of what was said."""

AMENDED: Final = "which was changed after its file was read"
"""What a brief says of a text that is not as it was first read from its file: that may say otherwise."""


class FrozenText:
    """One version of a source's text, and what its lines and quotation marks say of a stretch of it."""

    def __init__(self, body: str) -> None:
        self.body = body
        self._lines = Lines.of(body)
        self._quoted = quoted_stretches(body)

    def locate(self, passage: Passage, pages: Sequence[int]) -> Locator:
        """Say in which paragraphs, lines and pages a passage stands; `pages` are where those begin."""
        return locate(self._lines, passage.anchor.start, passage.anchor.end, pages)

    def quotes(self, passage: Passage) -> bool:
        """Tell whether the source itself quotes these words: they lie inside a pair of marks, or fill one."""
        quote = passage.anchor.quote
        start = passage.anchor.start + len(quote) - len(quote.lstrip(_EDGES))
        end = passage.anchor.start + len(quote.rstrip(_EDGES))
        place = bisect_right(self._quoted, (start, len(self.body))) - 1
        return start < end and place >= 0 and end <= self._quoted[place][1]

    def around(self, passage: Passage) -> tuple[str, str]:
        """Return a sentence of context before and after, empty at the ends of the text."""
        before, after = sentences_around(self.body, passage.anchor.start, passage.anchor.end)
        return self._words(before), self._words(after)

    def _words(self, span: Span | None) -> str:
        return self.body[slice(*span)] if span else ""


class Printed(NamedTuple):
    """The bottom line or a section as it is printed: its title, its heading's bookmark, its entries."""

    title: str
    bookmark: str
    body: list[Entry]


class Desk:
    """The project as it is printed: sections with their entries in order, and what these rest on."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self.details = project.details()
        self.sources = {source.id: source for source in project.sources()}
        self.passages = {passage.id: passage for passage in project.passages()}
        self.event = day_of(self.details.event_date)
        self.expansions = {acronym.short: acronym.expansion for acronym in project.acronyms()}
        self.bottom_line = project.body(None)
        self.sections = [(section, project.body(section)) for section in project.sections()]
        numbered = enumerate(self.sections, 1)
        self.printed = [
            Printed("Bottom line", "_BottomLine", self.bottom_line),
            *(Printed(section.title, f"_Section{number}", body) for number, (section, body) in numbered),
        ]
        self.differences = project.differences()
        self.issues = project.issues()
        self.origins = Origins(self.sources.values())
        self._texts: dict[str, FrozenText] = {}

    @cached_property
    def quoted(self) -> dict[str, str]:
        """What sections quote of a source, by its id, as an issue keeps it."""
        return quotations(self._project, self.passages)

    def source_of(self, passage: Passage) -> Source:
        """Return the source that a passage is marked in."""
        return self.sources[passage.source]

    def copy_of(self, passage: Passage) -> Source | Version:
        """Return the copy of its source that a passage stands in: today's, or a former one."""
        source = self.source_of(passage)
        if passage.anchor.text == source.text:
            return source
        former = [one for one in self._project.versions_of(source) if one.text == passage.anchor.text]
        return next((one for one in former if not self.is_amended(one)), former[-1] if former else source)

    def is_amended(self, copy: Source | Version) -> bool:
        """Tell whether a text is not the one that was first read from the file of a copy."""
        first = self._first_texts.get((source_of(copy), copy.original, copy.encoding))
        return first is not None and copy.text != first

    @cached_property
    def _first_texts(self) -> dict[tuple[str, str, str], str]:
        """The text that was first read from each file in each encoding, where it may be another now."""
        former = self._project.versions()
        return {(one.source, one.original, one.encoding): one.text for one in reversed(former)}

    def former_copies(self, passages: Iterable[Passage]) -> dict[str, list[Version]]:
        """Return the former copies that passages stand in, each once, by the id of their source."""
        found: dict[str, list[Version]] = {}
        for copy in map(self.copy_of, passages):
            if isinstance(copy, Version) and copy not in found.setdefault(copy.source, []):
                found[copy.source].append(copy)
        return found

    def text_of(self, passage: Passage) -> FrozenText:
        """Return the version of the text that a passage is anchored in; raises UnknownRecordError."""
        sha256 = passage.anchor.text
        found = self._texts.get(sha256)
        if found is None:
            found = self._texts[sha256] = FrozenText(self._project.text(sha256))
        return found

    def locate(self, passage: Passage) -> Locator:
        """Say where in its copy of the source a passage stands."""
        return self.text_of(passage).locate(passage, self.copy_of(passage).pages)

    def body(self, sha256: str) -> str | None:
        """Return a text by its hash, or nothing when the project does not hold it."""
        try:
            return self._project.text(sha256)
        except UnknownRecordError:
            return None

    def files(self, passages: Iterable[Passage]) -> tuple[bytes, ...]:
        """Return the files that passages were read from, each once, in the order of the sources."""
        cited = {self.copy_of(passage).original: passage.source for passage in passages}
        order = list(self.sources)
        names = sorted(cited, key=lambda name: order.index(cited[name]))
        return tuple(map(self._project.original, names))

    def cited(self, statement: Statement) -> list[Passage]:
        """Return the passages that a statement cites, each once; citations to nothing are left out."""
        return [self.passages[cite] for cite in dict.fromkeys(statement.cites) if cite in self.passages]

    def not_recorded(self) -> dict[str, list[Source]]:
        """Return the sources without an outlet, a date or an address, by that word."""
        fields = {"outlet": "publisher", "date": "published", "address": "url"}
        return {
            word: [source for source in self.sources.values() if not getattr(source.reference, field)]
            for word, field in fields.items()
        }

    def listed(self) -> list[Source]:
        """Return the sources in the order of the reference list: those cited, then those only examined."""
        cited = {source.id for printed in self.printed for source in sources_behind(self, printed.body)}
        return sorted(self.sources.values(), key=lambda source: source.id not in cited)


def day_of(recorded: str) -> date | None:
    """Return a date that is known to the day, else None."""
    try:
        return date.fromisoformat(recorded)
    except ValueError:
        return None


def printed_entries(body: list[Entry]) -> Iterator[Entry]:
    """Yield what a section prints: its statements, and the tags whose passages none of these cites."""
    cited = {cite for entry in body if isinstance(entry, Statement) for cite in entry.cites}
    for entry in body:
        if isinstance(entry, Statement) or entry.passage not in cited:
            yield entry


def passages_behind(desk: Desk, body: list[Entry]) -> list[Passage]:
    """Return the passages that a section prints or cites, each once, in the order they are met."""
    found: dict[str, Passage] = {}
    for entry in body:
        passages = desk.cited(entry) if isinstance(entry, Statement) else [desk.passages[entry.passage]]
        found.update((passage.id, passage) for passage in passages)
    return list(found.values())


def sources_behind(desk: Desk, body: list[Entry]) -> list[Source]:
    """Return the sources that a section rests on, each once, in the order they are met."""
    found = {passage.source: desk.source_of(passage) for passage in passages_behind(desk, body)}
    return list(found.values())
