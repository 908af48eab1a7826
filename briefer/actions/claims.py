"""What only one record of a project may have: a label, a key, a digit, a place in a text."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Final, NamedTuple

from briefer.model.records import (
    Acronym,
    Difference,
    Issue,
    Passage,
    Record,
    Records,
    Section,
    Source,
    Tag,
    Version,
    of,
)


class Claim(NamedTuple):
    """What a record claims for itself by one of its fields."""

    kind: type[Record]
    field: str
    values: tuple[str | int, ...]


class Clash(NamedTuple):
    """A record that claims by a field what another one has."""

    record: Record
    field: str
    holder: str
    """The id of the other one."""


GIVEN: Final = frozenset({"label", "digit"})
"""Fields of which a record that claims in vain may have another value, or none."""

_ALIKE: Final = frozenset({"original", "reading", "name", "question"})
"""Claims by which records are told to be the same thing, though a project may hold two of them."""


def clashes(
    records: Records, ours: Records, theirs: Container[str], former: Iterable[Record]
) -> Iterator[Clash]:
    """Yield each record that claims what another has; one that claimed it in `ours` has it first.

    Two that `theirs`, the other side, holds apart are not taken for one;
    what was said of records before (`former`) tells too which are the same thing.
    """
    holders: dict[Claim, dict[str, None]] = {}
    taken_for: set[str] = set()
    claimed = [*_in_turn(records.values(), ours), *_former(records, former)]
    for record, claim in sorted(claimed, key=lambda one: one[0].id not in ours):
        had = holders.setdefault(claim, {})
        if record.id in had:
            continue
        if had and claim.field not in _ALIKE:
            yield Clash(record, claim.field, next(iter(had)))
        elif record.id in ours:
            had[record.id] = None
        elif holder := next((one for one in had if one not in theirs and one not in taken_for), ""):
            taken_for.add(holder)
            yield Clash(record, claim.field, holder)
        elif not had:
            had[record.id] = None


def circular(records: Records) -> Iterator[Source]:
    """Yield the sources that are made, by however many steps, from themselves."""
    sources = {one.id: one for one in of(Source, records)}
    settled = {""}
    for identifier in sources:
        path: dict[str, None] = {}
        ancestor = identifier
        while ancestor not in settled and ancestor not in path:
            path[ancestor] = None
            ancestor = sources[ancestor].reference.derived_from
        ways = list(path)
        yield from (sources[one] for one in ways[ways.index(ancestor) if ancestor in path else len(ways) :])
        settled |= path.keys()


def _in_turn(records: Iterable[Record], ours: Records) -> list[tuple[Record, Claim]]:
    """Return what is claimed: what was before first, then what ours claim now, then what the new ones do."""
    turns: tuple[list[tuple[Record, Claim]], ...] = ([], [], [])
    for record in records:
        before = ours.get(record.id)
        had = set(claims(before)) if before is not None and before is not record else set()
        for claim in claims(record):
            turn = 2 if before is None else 0 if before is record or claim in had else 1
            turns[turn].append((record, claim))
    return [*turns[0], *turns[1], *turns[2]]


def _former(records: Records, former: Iterable[Record]) -> Iterator[tuple[Record, Claim]]:
    """Yield what tells by what a source was read from, and a section was called, which are the same."""
    for record in former:
        if record.id in records:
            yield from ((records[record.id], claim) for claim in claims(record) if claim.field in _ALIKE)
    for one in of(Version, records):
        yield records[one.source], Claim(Source, "original", (one.original,))


def claims(record: Record) -> Iterator[Claim]:
    """Yield what a record claims for itself."""
    match record:
        case Source():
            yield Claim(Source, "label", (record.label,))
            yield Claim(Source, "original", (record.original,))
        case Version():
            yield Claim(Version, "reading", (record.source, record.text, record.original))
        case Section():
            yield Claim(Section, "key", (record.key,))
            yield Claim(Section, "name", (record.key,))
            if record.digit is not None:
                yield Claim(Section, "digit", (record.digit,))
        case Passage(anchor=anchor):
            yield Claim(Passage, "anchor", (record.source, anchor.text, anchor.start, anchor.end))
        case Tag():
            yield Claim(Tag, "section", (record.passage, record.section))
        case Difference():
            yield Claim(Difference, "question", (record.question, *sorted(record.passages)))
        case Acronym():
            yield Claim(Acronym, "short", (record.short,))
        case Issue():
            yield Claim(Issue, "version", (record.version,))
