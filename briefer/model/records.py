"""The records a project is made of: plain values, compared by what they hold.

An empty string stands for "not recorded". Order within a section is by `rank`, then `id`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal, TypeVar, get_args
from uuid import uuid4

from briefer.model.anchor import Anchor

BLUF: Final = "bluf"
"""The section id of the bottom line up front, which every project has and which holds statements."""

DETAILS: Final = "details"
"""The id of the one record of project details."""

SourceKind = Literal["official", "agency", "newspaper", "broadcaster", "aggregator", "blog", "other"]
SOURCE_KINDS: Final[tuple[str, ...]] = get_args(SourceKind)
StatementKind = Literal["quotation", "fact", "judgement", "assumption"]
STATEMENT_KINDS: Final[tuple[str, ...]] = get_args(StatementKind)
PassageState = Literal["anchored", "moved", "review", "lost"]
PASSAGE_STATES: Final[tuple[str, ...]] = get_args(PassageState)
IN_PLACE: Final = PASSAGE_STATES[:2]
"""States in which a passage stands in the current text of its source, word for word."""
UNSETTLED: Final = PASSAGE_STATES[2:]
"""States in which it stands in a former version."""

DEFAULT_MARKING: Final = "UNCLASSIFIED"
SCALE_KEYS: Final = ("icd-203", "phia")
"""The U.S. Intelligence Community's scale (Directive 203) and the United Kingdom's (PHIA yardstick)."""

FEWEST: Final = 2
"""As many passages, at least, make a difference."""


def new_id() -> str:
    """Return an id (32 hex digits) that no other project, machine or colleague will also make."""
    return uuid4().hex


@dataclass(frozen=True, slots=True)
class Reference:
    """The bibliographic data of a source; dates are ISO 8601, as far as they are known."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    accessed: str = ""
    url: str = ""
    kind: str = "other"
    language: str = ""
    relayed_from: str = ""
    derived_from: str = ""
    """The id of another source of the project that this one is made from."""
    descriptor: str = ""
    reliability: str = ""
    """Admiralty grade of the source, A to F."""
    credibility: str = ""
    """Admiralty grade of what it says, 1 to 6."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document that was read: hashes of its text and of its bytes, and what is known of it."""

    id: str
    label: str
    """S1, S2, … in order of import; never given twice."""
    text: str
    """SHA-256 of the current text in UTF-8."""
    original: str
    """SHA-256 of the bytes of the file."""
    file_name: str
    encoding: str
    added: str
    """When it was imported, ISO 8601 in UTC."""
    length: int
    """Code points in the current text."""
    reference: Reference = field(default_factory=Reference)
    pages: tuple[int, ...] = ()
    """Code points at which its pages begin, a blank one at the end of the text before it; or nothing."""
    found: tuple[str, ...] = ()
    """Where the file says what stands in the reference: a field, a tab, the place ("title<TAB>og:title")."""
    suggested: tuple[str, ...] = ()
    """What was guessed for the reference: a field, a tab, a value, a tab, from what it was guessed."""


@dataclass(frozen=True, slots=True)
class Version:
    """What a source was before a newer copy of it was read, or its text was edited."""

    id: str
    source: str
    number: int
    """1 for the first reading of the source, and so on."""
    text: str
    original: str
    file_name: str
    encoding: str
    added: str
    length: int
    pages: tuple[int, ...]


def next_number(versions: Iterable[Version]) -> int:
    """Return the number of the version that comes after these of one source, some of which may be missing."""
    return max((version.number for version in versions), default=0) + 1


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the brief, and the digit key that files a passage under it."""

    id: str
    key: str
    digit: int | None
    title: str
    colour: str
    """#rrggbb; the window derives its tints from it."""
    guidance: str
    cues: tuple[str, ...]
    rank: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A marked stretch of a source; filed under sections by its tags, cited by statements."""

    id: str
    source: str
    anchor: Anchor
    note: str = ""
    state: str = "anchored"
    was: str = ""
    """What it said in a former copy, until somebody has looked again at what rests on it."""

    def found_at(self, anchor: Anchor) -> Passage:
        """Return it as it is where it was found again in a text; there it says what it said, or nearly."""
        same = (anchor.start, anchor.quote) == (self.anchor.start, self.anchor.quote)
        return replace(self, anchor=anchor, state="anchored" if same and not self.was else "moved")


@dataclass(frozen=True, slots=True)
class Tag:
    """One passage filed under one section, at one place in it."""

    id: str
    passage: str
    section: str
    rank: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What the analyst writes in a section (or in the bottom line), citing passages by id."""

    id: str
    section: str
    kind: str
    text: str
    cites: tuple[str, ...]
    rank: str
    edits: tuple[str, ...] = ()
    """Where the words of a quotation differ from the passage's (see `wording.quoted_edits`)."""


@dataclass(frozen=True, slots=True)
class Acronym:
    """What a short form stands for: the brief writes both where it first uses it."""

    id: str
    short: str
    expansion: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A question to which passages give different answers, and what the analyst holds to be so."""

    id: str
    question: str
    passages: tuple[str, ...]
    """Ids, two at least, in the order they are printed."""
    ruling: str
    """Empty while the question is unresolved."""
    reason: str
    rank: str


@dataclass(frozen=True, slots=True)
class Issue:
    """A version of the brief as it went out, for the next one to say what has changed since.

    Each line begins with the id of the record it stands for; its parts are separated by tabs. The parts
    that are kept "later also" are in every issue but the earliest, which have none of them; those that came
    last may be missing too. What passages say is kept as a hash (see `model.quotations`).
    """

    id: str
    version: str
    day: str
    """ISO 8601."""
    statements: tuple[str, ...]
    """Id, title of the section, words; later also kind, cites (ids joined by a space) and section; last what
    the passages say that it cites.
    """
    sources: tuple[str, ...]
    """Id, label, SHA-256 of the text, title; later also the other fields of its reference, in their order;
    last SHA-256 of the file, and what sections quote of it.
    """
    rulings: tuple[str, ...]
    """Id, question, ruling; later also reason and passages; last what these say."""
    rank: str


@dataclass(frozen=True, slots=True)
class Details:
    """What the brief says of itself on its front; dates are ISO 8601."""

    id: str = DETAILS
    title: str = ""
    author: str = ""
    office: str = ""
    marking: str = ""
    """As somebody wrote it; a brief without prints the DEFAULT_MARKING."""
    distribution: str = ""
    product_number: str = ""
    version: str = ""
    product_date: str = ""
    cutoff: str = ""
    event_date: str = ""
    event_place: str = ""
    sources_added: int = 0
    """How many labels S1, S2, … have been given."""
    purpose: str = ""
    objectives: str = ""
    """One a line."""
    scale: str = ""
    """The likelihood words that judgements are held to, one of SCALE_KEYS."""


Record = Details | Source | Version | Section | Passage | Tag | Statement | Acronym | Difference | Issue
KINDS: Final[tuple[type[Record], ...]] = (
    Details, Source, Version, Section, Passage, Tag, Statement, Acronym, Difference, Issue,
)  # fmt: skip
"""Every kind, in an order in which no record comes before one that it names."""

Records = Mapping[str, Record]
"""Records by their ids."""

R = TypeVar("R", bound=Record)


def of(kind: type[R], records: Records) -> list[R]:
    """Return the records of a kind."""
    return [record for record in records.values() if isinstance(record, kind)]


def readings(records: Records) -> list[Source | Version]:
    """Return all that was ever read and is kept: what sources are, and what they were."""
    return [*of(Source, records), *of(Version, records)]


def source_of(reading: Source | Version) -> str:
    """Return the id of the source that was read."""
    return reading.id if isinstance(reading, Source) else reading.source
