"""How records lie in tables: one table a kind, one column a field, a part's columns last."""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from briefer.model.plain import MalformedRecordError, field_types
from briefer.model.records import (
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

Value = str | int | None
Row = Sequence[Value]
_LISTS: Final[Mapping[Any, type]] = {tuple[str, ...]: str, tuple[int, ...]: int}
"""What lies in a column as a JSON array."""
_SQL_TYPES: Final[Mapping[Any, str]] = {
    str: "TEXT NOT NULL",
    int: "INTEGER NOT NULL",
    int | None: "INTEGER",
    **dict.fromkeys(_LISTS, "TEXT NOT NULL"),
}


@dataclass(frozen=True)
class Table:
    """The table of one kind.

    `order` is the kind's natural order, `indexes` are the columns of each index, both as SQL;
    `part` names the field that is itself made of fields.
    """

    kind: type[Record]
    order: str
    indexes: tuple[str, ...] = ()
    part: str = ""

    @property
    def name(self) -> str:
        return self.kind.__name__.lower()

    @property
    def own(self) -> dict[str, Any]:
        """The types of the record's own fields by name."""
        return {name: type_ for name, type_ in field_types(self.kind).items() if name != self.part}

    @property
    def inner(self) -> dict[str, Any]:
        """The types of the part's fields by name."""
        return field_types(field_types(self.kind)[self.part]) if self.part else {}

    @property
    def columns(self) -> str:
        """The columns as they stand in a SELECT."""
        return ", ".join(f'{self.name}."{name}"' for name in (*self.own, *self.inner))

    def create(self, without: Container[str] = ()) -> list[str]:
        """Return the statements that make the table, `without` some of its columns, and its indexes."""
        columns = ", ".join(
            f'"{name}" {_SQL_TYPES[type_]}{" PRIMARY KEY" if name == "id" else ""}'
            for name, type_ in (self.own | self.inner).items()
            if name not in without
        )
        indexes = (
            f"CREATE INDEX {self.name}_index_{number} ON {self.name} ({columns})"
            for number, columns in enumerate(self.indexes, 1)
        )
        return [f"CREATE TABLE {self.name} ({columns}) STRICT, WITHOUT ROWID", *indexes]

    def row(self, record: Record) -> list[Value]:
        """Return the record's values in the order of the columns."""
        part = getattr(record, self.part) if self.part else None
        values = [getattr(record, name) for name in self.own] + [getattr(part, name) for name in self.inner]
        return [
            json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value for value in values
        ]

    def reader(self) -> Callable[[Row], Record]:
        """Return what makes a record of a row."""
        kind: Callable[..., Record] = self.kind
        lists = {
            index: (name, _LISTS[type_])
            for index, (name, type_) in enumerate(self.own.items())
            if type_ in _LISTS
        }
        if not self.part:
            return lambda row: kind(*_with_lists(row, lists, self.name))
        part: Callable[..., Any] = field_types(self.kind)[self.part]
        count, place = len(self.own), list(field_types(self.kind)).index(self.part)

        def made(row: Row) -> Record:
            own = _with_lists(row[:count], lists, self.name)
            return kind(*own[:place], part(*row[count:]), *own[place:])

        return made


def _with_lists(row: Row, lists: Mapping[int, tuple[str, type]], kind: str) -> list[Any]:
    """Return a row with its lists read; raises MalformedRecordError for one that no briefer wrote."""
    values: list[Any] = list(row)
    for index, (name, of) in lists.items():
        try:
            found = json.loads(values[index])
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, list) or not all(type(part) is of for part in found):
            raise MalformedRecordError(kind, name)
        values[index] = tuple(found)
    return values


TABLES: Final[Mapping[Any, Table]] = {
    Details: Table(Details, "id"),
    Source: Table(Source, "length(label), label", part="reference"),
    Version: Table(Version, '"source", "number", "id"', ('"source"',)),
    Section: Table(Section, "rank, id"),
    Passage: Table(
        Passage, '"source", "start", "end", "id"', ('"source", "start", "end", "id"',), part="anchor"
    ),
    Tag: Table(Tag, '"section", "rank", "id"', ('"section", "rank", "id"', '"passage"')),
    Statement: Table(Statement, '"section", "rank", "id"', ('"section", "rank", "id"',)),
    Acronym: Table(Acronym, "short, id"),
    Difference: Table(Difference, "rank, id"),
    Issue: Table(Issue, "rank, id"),
}
