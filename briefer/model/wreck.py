"""What could be read of a damaged project, before anything is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from briefer.model.content import Content
from briefer.model.records import Record

Entry = tuple[int, int, str, str, str, str]
"""A row of a history: number, the one it was done after, when, who, label, edits."""


@dataclass
class Wreck:
    """Each record fits its form, and each text and file its hash; what one names may be gone."""

    records: dict[str, Record] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    """By their SHA-256, which was computed."""
    originals: dict[str, bytes] = field(default_factory=dict)
    altered: dict[str, str] = field(default_factory=dict)
    """What is left of texts that no longer have the hash they are kept by, by that hash."""
    missing: dict[str, type[Record]] = field(default_factory=dict)
    """Records that something still tells of, by their ids."""
    unread: set[str] = field(default_factory=set)
    """What kinds of things were not read to the end, so that more may be missing than anything tells of."""
    differing: set[str] = field(default_factory=set)
    """The ids of records of which the history says something else."""
    history: tuple[Entry, ...] = ()
    """All that was ever done, if it is whole and leads to the records as they stand; else nothing."""
    head: int = 0


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that is gone or no longer what it was; `kind` is that of a record, or says in what way."""

    kind: str
    id: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Salvaged:
    """A sound project, and what it no longer has; `totals` are how many there were of a kind, at least."""

    records: tuple[Record, ...]
    contents: tuple[Content, ...]
    losses: tuple[Loss, ...]
    totals: Mapping[str, int]
    history: tuple[Entry, ...] = ()
    head: int = 0


def of_kind(wreck: Wreck, kind: type[Any]) -> Mapping[str, Any]:
    """Return the records of a kind by their ids."""
    return {identifier: record for identifier, record in wreck.records.items() if type(record) is kind}
