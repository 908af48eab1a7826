"""What records name by id, which must be there as long as they are."""

from __future__ import annotations

from collections.abc import Iterator

from briefer.model.records import BLUF, Difference, Passage, Record, Section, Source, Statement, Tag, Version

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
