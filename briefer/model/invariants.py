"""What must hold in a project as a whole: run it over whatever a stranger may have written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from types import MappingProxyType

from briefer.errors import BrieferError
from briefer.model.content import hash_of
from briefer.model.forms import check_form, is_storable
from briefer.model.links import links
from briefer.model.records import (
    FEWEST,
    IN_PLACE,
    Acronym,
    Details,
    Difference,
    Issue,
    Passage,
    Record,
    Records,
    Section,
    Source,
    Tag,
    Version,
)


class MalformedProjectError(BrieferError):
    """The records of a project contradict each other or the texts they name."""

    def __init__(self, what: str) -> None:
        self.reason = what
        super().__init__(f"{what}; the file is damaged or was changed by hand: take an untouched copy of it.")


@dataclass(slots=True)
class _Uses:
    """Who relies on one text."""

    sources: list[tuple[str, int]] = field(default_factory=list)
    """The label of each, and how long it says the text is."""
    passages: list[Passage] = field(default_factory=list)


def check_project(
    records: Iterable[Record],
    text: Callable[[str], str | None],
    original: Callable[[str], bytes | None],
    formed: Records = MappingProxyType({}),
) -> None:
    """Raise MalformedRecordError or MalformedProjectError unless records and contents are a project.

    The records come in the order of `KINDS` and are read once. The texts and original bytes are
    asked for by hash, each once and one at a time; None stands for "not there". Of the records that
    are `formed`, by their ids, it is known already that each is well by itself.
    """
    census = _Census()
    for record in records:
        if record is not formed.get(record.id):
            check_form(record)
        census.take(record)
    census.finish()
    for name, uses in census.texts.items():
        _check_text(name, text(name), uses)
    for name, label in census.originals.items():
        body = original(name)
        if body is None or sha256(body).hexdigest() != name:
            raise MalformedProjectError(f"The file that {label} was read from is not the one it was")


def _check_text(name: str, body: str | None, uses: _Uses) -> None:
    if body is None:
        raise MalformedProjectError(f"Text {name[:12]} is missing")
    for label, length in uses.sources:
        if length != len(body):  # asked first: a text may be forged to be very long
            raise MalformedProjectError(f"{label} is not as long as its text")
    if not is_storable(body) or hash_of(body) != name:
        raise MalformedProjectError(f"Text {name[:12]} is not the one that was read")
    for passage in uses.passages:
        if not passage.anchor.holds_in(body):
            raise MalformedProjectError(f"Passage {passage.id[:8]} does not say what its source says there")


class _Census:
    """What the records so far have claimed, so that each is claimed once and names what exists."""

    def __init__(self) -> None:
        self.texts: dict[str, _Uses] = {}
        self.originals: dict[str, str] = {}
        """The label of a source that was read from each file, by the file's hash."""
        self._labels_given = -1
        self._kinds: dict[str, type[Record]] = {}
        self._sources: dict[str, Source] = {}
        self._texts: set[tuple[str, str]] = set()
        """The texts that each source has or had, by its id."""
        self._claims: set[tuple[str | int, ...]] = set()

    def take(self, record: Record) -> None:
        if record.id in self._kinds:
            raise MalformedProjectError(f"Two records have the id {record.id[:8]}")
        self._kinds[record.id] = type(record)
        if not isinstance(record, Source):  # whose origin may follow it: see `finish`
            for kind, identifier in links(record):
                self._require(kind, identifier, f"{type(record).__name__} {record.id[:8]}")
        self._place(record)

    def _place(self, record: Record) -> None:
        match record:
            case Details():
                self._labels_given = record.sources_added
            case Source():
                self._source(record)
            case Version():
                self._version(record)
            case Section():
                self._section(record)
            case Passage():
                self._passage(record)
            case Tag():
                self._tag(record)
            case Acronym() | Difference() | Issue():
                self._apparatus(record)

    def finish(self) -> None:
        """Refuse a project without details, and sources made, by however many steps, from themselves."""
        if self._labels_given < 0:
            raise MalformedProjectError("The project has no details")
        settled = {""}
        for identifier, source in self._sources.items():
            path: set[str] = set()
            ancestor = identifier
            while ancestor not in settled:
                self._require(Source, ancestor, source.label)
                if ancestor in path:
                    raise MalformedProjectError(f"{source.label} is derived from itself")
                path.add(ancestor)
                ancestor = self._sources[ancestor].reference.derived_from
            settled |= path

    def _source(self, source: Source) -> None:
        self._claim(f"Two sources are called {source.label}", "label", source.label)
        if int(source.label[1:]) > self._labels_given:
            raise MalformedProjectError(f"{source.label} has a label that was never given")
        self._sources[source.id] = source
        self._text(source.label, source, source.id)

    def _version(self, version: Version) -> None:
        label = f"Version {version.number} of {self._sources[version.source].label}"
        self._claim(f"{label} is there twice", "version", version.source, version.number)
        self._text(label, version, version.source)

    def _text(self, label: str, read: Source | Version, source: str) -> None:
        """Take what was read for a source: its text, the file it came in, where its pages begin."""
        self._texts.add((source, read.text))
        self.texts.setdefault(read.text, _Uses()).sources.append((label, read.length))
        self.originals[read.original] = label
        if any(page > read.length for page in read.pages) or list(read.pages) != sorted(read.pages):
            raise MalformedProjectError(f"The pages of {label} do not follow each other")

    def _section(self, section: Section) -> None:
        self._claim(f"Two sections have the key {section.key}", "key", section.key)
        if section.digit is None:
            return
        if section.digit not in range(1, 10):
            raise MalformedProjectError(
                f"Section {section.key} has the digit {section.digit}, not one of 1 to 9"
            )
        self._claim(f"Two sections have the digit {section.digit}", "digit", section.digit)

    def _passage(self, passage: Passage) -> None:
        name, anchor = f"Passage {passage.id[:8]}", passage.anchor
        if anchor.start >= anchor.end:
            raise MalformedProjectError(f"{name} ends before it begins")
        span = (passage.source, anchor.text, anchor.start, anchor.end)
        self._claim(f"{name} stands where another one does", "span", *span)
        current = anchor.text == self._sources[passage.source].text
        if (passage.source, anchor.text) not in self._texts or (passage.state in IN_PLACE and not current):
            raise MalformedProjectError(f"{name} is marked in a text that its source does not have")
        self.texts[anchor.text].passages.append(passage)

    def _tag(self, tag: Tag) -> None:
        name = f"Tag {tag.id[:8]}"
        self._claim(f"{name} files a passage where it is filed already", "tag", tag.passage, tag.section)

    def _apparatus(self, record: Acronym | Difference | Issue) -> None:
        if isinstance(record, Acronym):
            self._claim(f"Two acronyms are written {record.short}", "acronym", record.short)
        elif isinstance(record, Issue):
            self._claim(f"Version {record.version} was issued twice", "issue", record.version)
        elif not FEWEST <= len(record.passages) == len(set(record.passages)):
            raise MalformedProjectError(f"Difference {record.id[:8]} does not name two or more passages")

    def _require(self, kind: type[Record], identifier: str, who: str) -> None:
        if self._kinds.get(identifier) is not kind:
            what = f"{who} names a {kind.__name__.lower()}, {identifier[:8]}, that is not there"
            raise MalformedProjectError(what)

    def _claim(self, otherwise: str, *claim: str | int) -> None:
        if claim in self._claims:
            raise MalformedProjectError(otherwise)
        self._claims.add(claim)
