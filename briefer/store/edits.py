"""How a log entry holds what was done: as JSON, a list of [kind, before, after]."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from briefer.errors import BrieferError
from briefer.model.change import Change, Edit
from briefer.model.forms import check_form
from briefer.model.plain import from_plain, kind_called, to_plain
from briefer.model.records import Record

PlainEdit = tuple[str, Any, Any]
"""The name of a kind, and the fields of a record of it before and after; None stands for "not there"."""


class DamagedHistoryError(BrieferError):
    """The log says what cannot have happened."""

    def __init__(self, name: str = "the project") -> None:
        super().__init__(
            f"The history of {name} is damaged, so nothing was changed; go back to a copy of it."
        )


@contextmanager
def of_project(name: str) -> Iterator[None]:
    """Say which project it is whose log says what cannot have happened."""
    try:
        yield
    except DamagedHistoryError as error:
        raise DamagedHistoryError(name) from error


def written(change: Change) -> str:
    """Return the edits of a change as an entry holds them."""
    return json.dumps([_plain_edit(edit) for edit in change.edits], ensure_ascii=False)


def plain_edits(held: str) -> list[PlainEdit]:
    """Return the edits that an entry holds, unchecked but for their shape; raises DamagedHistoryError."""
    try:
        edits = [(name, before, after) for name, before, after in json.loads(held)]
    except (ValueError, TypeError, RecursionError) as error:
        raise DamagedHistoryError from error
    if not all(isinstance(name, str) for name, _, _ in edits):
        raise DamagedHistoryError
    return edits


def inverse(edits: Iterable[PlainEdit]) -> Iterator[PlainEdit]:
    """Yield what takes these edits back."""
    for name, before, after in reversed(list(edits)):
        yield name, after, before


def composed(edits: Iterable[PlainEdit]) -> list[PlainEdit]:
    """Return what many edits, one after the other, come to: each record once, or not when it is as before."""
    found: dict[tuple[str, str], tuple[Any, Any]] = {}
    for name, before, after in edits:
        key = (name, identifier(before, after))
        first, _ = found.pop(key, (before, None))  # put last again: what it names may have come since
        found[key] = (first, after)
    return [(name, before, after) for (name, _), (before, after) in found.items() if before != after]


def change_of(label: str, edits: Iterable[PlainEdit]) -> Change:
    """Return the change; raises DamagedHistoryError or MalformedRecordError."""
    try:
        return Change(label, tuple(_edit(*edit) for edit in edits))
    except (ValueError, TypeError) as error:
        raise DamagedHistoryError from error


def identifier(before: object, after: object) -> str:
    """Return the id of the record that an edit is about; raises DamagedHistoryError."""
    for side in (after, before):
        if isinstance(side, dict) and isinstance(side.get("id"), str):
            found: str = side["id"]
            return found
    raise DamagedHistoryError


def _plain_edit(edit: Edit) -> list[object]:
    kind = type(edit.record).__name__
    return [kind, edit.before and to_plain(edit.before), edit.after and to_plain(edit.after)]


def _edit(name: str, plain_before: object, plain_after: object) -> Edit:
    kind = kind_called(name)
    return Edit(_side(kind, plain_before), _side(kind, plain_after))


def _side(kind: type[Record], plain: object) -> Record | None:
    if plain is None:
        return None
    record: Record = from_plain(kind, plain)
    check_form(record)
    return record
