"""Records as plain dictionaries of text, numbers and lists, and back: for the log and for YAML.

Reading back trusts nothing: every field must be there, of its type, and no other; what an
earlier form of a project did not have may be missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeVar, get_type_hints

from briefer.errors import BrieferError
from briefer.model.anchor import Anchor
from briefer.model.records import KINDS, Details, Passage, Record, Reference, Source, Statement

Plain = Mapping[str, Any]
_PARTS: Final = (Anchor, Reference)
T = TypeVar("T")
LATER: Final[Mapping[type, Mapping[str, Any]]] = {
    Details: {"purpose": "", "objectives": "", "scale": ""},
    Statement: {"edits": []},
    Source: {"pages": [], "found": [], "suggested": []},
    Passage: {"was": ""},
}
"""Fields that the first form did not have, and what stands for them."""
_LONGEST_NAME: Final = 40
"""Characters of a field that are told; a stranger may have named it."""
_LISTS: Final = {tuple[str, ...]: str, tuple[int, ...]: int}
_field_types: dict[type, dict[str, Any]] = {}


class MalformedRecordError(BrieferError):
    """A record from outside lacks a field, has one too many, or one of another type."""

    def __init__(self, kind: str, field: str) -> None:
        article = "an" if kind[0].lower() in "ai" else "a"
        self.reason = f"{article} {kind.lower()} has no valid “{field}”"
        super().__init__(
            f"{article.capitalize()} {kind.lower()} of this project has no valid"
            f" “{field[:_LONGEST_NAME]}”; the file is damaged or not ours."
        )


def to_plain(value: Record | Anchor | Reference) -> dict[str, Any]:
    """Return the record's fields by name, parts nested, tuples as lists."""
    found: dict[str, Any] = {}
    for name in field_types(type(value)):
        inner = getattr(value, name)
        if isinstance(inner, _PARTS):
            inner = to_plain(inner)
        elif isinstance(inner, tuple):
            inner = list(inner)
        found[name] = inner
    return found


def from_plain(kind: type[T], plain: object) -> T:
    """Return the record that these fields describe; raises MalformedRecordError."""
    types = field_types(kind)
    if not isinstance(plain, Mapping):
        raise MalformedRecordError(kind.__name__, "fields")
    plain = {**LATER.get(kind, {}), **plain}
    for name in plain.keys() ^ types.keys():
        raise MalformedRecordError(kind.__name__, str(name))
    return kind(**{name: _value(kind, name, types[name], plain[name]) for name in types})


def kind_called(name: str) -> type[Record]:
    """Return the kind of record with this class name; raises MalformedRecordError."""
    for kind in KINDS:
        if kind.__name__ == name:
            return kind
    raise MalformedRecordError("record", "kind")


def field_types(kind: type) -> dict[str, Any]:
    """Return the types of a record's fields by name, in their order."""
    found = _field_types.get(kind)
    if found is None:
        found = _field_types[kind] = get_type_hints(kind)
    return found


def _value(kind: type, name: str, expected: Any, value: Any) -> Any:  # noqa: ANN401
    if expected in _PARTS:
        return from_plain(expected, value)
    if expected in _LISTS:
        if isinstance(value, list) and all(type(part) is _LISTS[expected] for part in value):
            return tuple(value)
    elif expected == int | None:
        if value is None or type(value) is int:
            return value
    elif type(value) is expected:
        return value
    raise MalformedRecordError(kind.__name__, name)
