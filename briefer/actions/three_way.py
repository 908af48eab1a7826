"""One record made of what two people made of it, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, replace
from typing import Any, Final, Protocol, TypeVar

from briefer.model.records import (
    Details,
    Difference,
    Issue,
    Passage,
    Record,
    Reference,
    Section,
    Source,
    Statement,
    Tag,
)

R = TypeVar("R", bound=Record | Reference)
Group = tuple[tuple[str, ...], tuple[str, ...]]
"""Fields that come from one side together: those by which the sides differ, and those that follow them."""


class Takes(Protocol):
    """Decides whether theirs is taken."""

    def __call__(self, field: str, *, contested: bool) -> bool:
        """Tell whether theirs is taken for a field, which is `contested` where ours was changed as well."""


_READING: Final = (
    ("text", "original"),
    ("file_name", "encoding", "added", "length", "pages", "found", "suggested"),
)
_ORDER: Final = ((), ("rank",))
_TOGETHER: Final[Mapping[type, tuple[Group, ...]]] = {
    Details: (((), ("sources_added",)),),
    Source: (((), ("label",)), _READING),
    Section: (_ORDER,),
    Passage: ((("anchor", "source"), ("state",)),),
    Tag: ((("section", "passage"), ("rank",)),),
    Statement: ((("section",), ("rank",)), (("text",), ("edits",))),
    Difference: (_ORDER,),
    Issue: ((("version", "day", "statements", "sources", "rulings"), ()), _ORDER),
}
"""What belongs together; every other field is for itself."""


def joined(before: R | None, mine: R, theirs: R, takes: Takes) -> R:
    """Return ours with what they changed; `takes` is asked for each field that they did.

    Without a record that both began with, a field that is filled in on one side only is as it is there.
    """
    values: dict[str, Any] = {}
    if isinstance(mine, Source) and isinstance(theirs, Source):
        was = before.reference if isinstance(before, Source) else None
        values["reference"] = joined(was, mine.reference, theirs.reference, takes)
    for group in _groups(mine):
        names = group[0] + group[1]
        stood, here, there = (_values(one, names, mine) for one in (before, mine, theirs))
        if there not in (here, stood) and _is_taken(group, mine, theirs, takes, contested=here != stood):
            values |= dict(zip(names, there, strict=True))
    return replace(mine, **values)


def _is_taken(group: Group, mine: R, theirs: R, takes: Takes, *, contested: bool) -> bool:
    """Tell whether theirs is taken for fields that they changed; of what only follows, nobody is asked."""
    telling, _ = group
    if all(getattr(mine, name) == getattr(theirs, name) for name in telling):
        return not contested
    return takes(telling[0], contested=contested)


def _groups(record: Record | Reference) -> Iterator[Group]:
    together = _TOGETHER.get(type(record), ())
    yield from together
    bound = {"id", "reference", *(name for group in together for names in group for name in names)}
    yield from (((each.name,), ()) for each in fields(record) if each.name not in bound)


def _values(record: R | None, names: tuple[str, ...], like: R) -> list[Any]:
    """Return the values of fields; of no record, what stands in one like it that nobody filled in."""
    if record is not None:
        return [getattr(record, name) for name in names]
    found = {each.name: each for each in fields(like)}
    return [_unfilled(found[name]) for name in names]


def _unfilled(field: Field[Any]) -> object:
    return None if field.default is MISSING else field.default
