"""Where two copies of a project cannot both be had: what each says, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from briefer.model.records import (
    Acronym,
    Details,
    Difference,
    Issue,
    Passage,
    Record,
    Records,
    Section,
    Source,
    Statement,
    Tag,
    Version,
)

_NAMES: Final = frozenset({"section", "passage", "source", "derived_from", "cites", "passages"})
"""Fields that hold ids."""

_KNOWN_BY: Final[Mapping[type, str]] = {
    Details: "title",
    Version: "number",
    Section: "title",
    Statement: "text",
    Acronym: "short",
    Difference: "question",
    Issue: "version",
}
"""The field by which a user knows a record of a kind."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that both changed: what it says here and there; None where it, or the record, is not there.

    The field of a record that one of them removed is "".
    """

    record: str
    """The id."""
    kind: str
    """The kind of the record, in small letters."""
    field: str
    mine: str | None
    theirs: str | None


def conflict(field: str, mine: Record | None, theirs: Record | None, known: Records) -> Conflict:
    """Say what each says in a field; `known` are the records of both, by their ids."""
    record = mine or theirs
    assert record is not None
    here, there = (_said(one, field, known) if one else None for one in (mine, theirs))
    return Conflict(record.id, type(record).__name__.lower(), field, here, there)


def _said(record: Record, field: str, known: Records) -> str | None:
    if not field:
        return _words(record, known)
    if isinstance(record, Source):
        if field == "text":
            return f"{record.file_name}, read {record.added[:10]}, {record.length} characters"
        return _shown(getattr(record if hasattr(record, field) else record.reference, field), field, known)
    if isinstance(record, Passage) and field == "anchor":
        return _placed(record, known)
    return _shown(getattr(record, field), field, known)


def _placed(passage: Passage, known: Records) -> str:
    """Say what a passage says and where; both may say the same at another place, or of another text."""
    anchor, source = passage.anchor, known[passage.source]
    where = f"{anchor.start + 1} to {anchor.end}"
    stands = isinstance(source, Source) and source.text == anchor.text
    return f"{anchor.quote} (characters {where}{'' if stands else ' of another version'})"


def _shown(value: Any, field: str, known: Records) -> str | None:  # noqa: ANN401  # of whatever field
    if isinstance(value, tuple):
        return "; ".join(_shown(part, field, known) or "" for part in value) or None
    if field in _NAMES and value in known:
        return _words(known[value], known)
    return str(value) if value not in ("", None) else None


def _words(record: Record, known: Records) -> str:
    """Return by what a user knows a record."""
    match record:
        case Source():
            return f"{record.label} {record.reference.title or record.file_name}"
        case Passage():
            return record.anchor.quote
        case Tag():
            return f"{_words(known[record.passage], known)} → {_words(known[record.section], known)}"
    return str(getattr(record, _KNOWN_BY[type(record)]))
