"""What records name by id, which must be there as long as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefer.model.records import (
    BLUF,
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

Link = tuple[type[Record], str]


def links(record: Record) -> Iterator[Link]:
    """Yield the kind and the id of each record that this one names."""
    match record:
        case Source():
            if record.reference.derived_from:
                yield Source, record.reference.derived_from
        case Passage() | Version():
            yield Source, record.source
        case Tag():
            yield Passage, record.passage
            yield Section, record.section
        case Statement():
            if record.section != BLUF:
                yield Section, record.section
            yield from ((Passage, passage) for passage in record.cites)
        case Difference():
            yield from ((Passage, passage) for passage in record.passages)


def relinked(record: Record, ids: Mapping[str, str]) -> Record:
    """Return the record with the ids that it has or names replaced by others, each named once."""
    if not ids:
        return record
    record = replace(record, id=_other(record.id, ids))
    match record:
        case Source(reference=reference):
            origin = _other(reference.derived_from, ids)
            record = replace(record, reference=replace(reference, derived_from=origin))
        case Passage() | Version():
            record = replace(record, source=_other(record.source, ids))
        case Tag():
            record = replace(record, passage=_other(record.passage, ids), section=_other(record.section, ids))
        case Statement():
            record = replace(record, section=_other(record.section, ids), cites=_others(record.cites, ids))
        case Difference():
            record = replace(record, passages=_others(record.passages, ids))
        case Issue():
            lines = (record.statements, record.sources, record.rulings)
            statements, sources, rulings = (tuple(_in_line(line, ids) for line in part) for part in lines)
            record = replace(record, statements=statements, sources=sources, rulings=rulings)
    return record


def _other(identifier: str, ids: Mapping[str, str]) -> str:
    return ids.get(identifier, identifier)


def _others(named: tuple[str, ...], ids: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_other(identifier, ids) for identifier in named))


def _in_line(line: str, ids: Mapping[str, str]) -> str:
    """Replace the ids in a line of an issue, which stand alone or joined by spaces between its tabs."""
    return "\t".join(" ".join(_other(word, ids) for word in part.split(" ")) for part in line.split("\t"))
