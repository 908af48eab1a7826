"""One record made of what two people made of it, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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


_READING: Final = (("text", "original"), ("file_name", "encoding", "added", "length", "pages"))
_ORDER: Final = ((), ("rank",))
_TOGETHER: Final[Mapping[type, tuple[Group, ...]]] = {
    Details: (((), ("sources_added",)),),
    Source: (((), ("label",)), _READING, ((), ("found",)), ((), ("suggested",))),
    Section: (_ORDER,),
    Passage: ((("anchor", "source", "state", "was"), ()),),
    Tag: ((("section", "passage"), ("rank",)),),
    Statement: ((("section",), ("rank",)), (("text",), ("edits",))),
    Difference: (_ORDER,),
    Issue: ((("version", "day", "statements", "sources", "rulings"), ()), _ORDER),
}
"""What belongs together; every other field is for itself."""

_NOTHING: Final[Mapping[str, object]] = {"str": "", "tuple[str, ...]": (), "Reference": Reference()}
"""What a field of a type holds that nobody filled in; of any other, None."""


def joined(before: R, mine: R, theirs: R, takes: Takes, *, disputed: bool = False) -> R:
    """Return ours with what they changed; `takes` is asked for each field that they did.

    `before` is what both began with; where that is `disputed`, either may have changed whatever is not the
    same.
    """
    values: dict[str, Any] = {}
    if isinstance(before, Source) and isinstance(mine, Source) and isinstance(theirs, Source):
        references = before.reference, mine.reference, theirs.reference
        values["reference"] = joined(*references, takes, disputed=disputed)
    for telling, following in _groups(mine):
        names = telling + following
        stood, here, there = (_values(one, names) for one in (before, mine, theirs))
        if _is_taken(telling, None if disputed else stood, here, there, takes):
            values |= dict(zip(names, there, strict=True))
    now = replace(mine, **values)
    if isinstance(now, Source) and isinstance(mine, Source) and isinstance(theirs, Source):
        now = replace(now, found=_places(now, mine, theirs))
    return now


def may_be_joined(now: Record, mine: Record, theirs: Record) -> bool:
    """Tell whether a merge may have made a record of these two: it has nothing that neither of them has.

    How a passage stands in a text is not said by either but found.
    """
    if isinstance(now, Passage) and isinstance(mine, Passage):
        is_found_again = now.anchor.text != mine.anchor.text
        anchor = mine.anchor if is_found_again else now.anchor
        now = replace(now, anchor=anchor, state=mine.state, was=mine.was)
    return all(value in had for value, *had in zip(*map(_said, (now, mine, theirs)), strict=False))


def _said(record: Record | Reference) -> Iterator[object]:
    """Yield all that a record says, and what its reference does."""
    for each in fields(record):
        value = getattr(record, each.name)
        yield from _said(value) if isinstance(value, Reference) else (value,)


def common(mine: R, theirs: R, here: Sequence[Record], there: Sequence[Record]) -> R:
    """Return what two records that stand for one thing began with, by all that each side said of its own.

    Of what neither side had from the other, both began with nothing.
    """
    stood: dict[str, Any] = {}
    for each in fields(theirs):
        ours, other = getattr(mine, each.name), getattr(theirs, each.name)
        if any(getattr(one, each.name) == other for one in here):
            stood[each.name] = other
        elif any(getattr(one, each.name) == ours for one in there):
            stood[each.name] = ours
        else:
            stood[each.name] = _unfilled(each)
    return replace(theirs, **stood)


def is_as(before: Record, now: Record) -> bool:
    """Tell whether a record says what it said before, wherever it stands among others now."""
    following = {name for _, names in _TOGETHER.get(type(before), ()) for name in names}
    return before == replace(now, **{name: getattr(before, name) for name in following})


def _is_taken(
    telling: tuple[str, ...], stood: list[Any] | None, here: list[Any], there: list[Any], takes: Takes
) -> bool:
    """Tell whether theirs is taken for fields that go together; of what only follows, nobody is asked.

    It is not known what `stood` where that is None.
    """
    count = len(telling)
    if here[:count] == there[:count]:
        return here == stood
    if stood is None or there[:count] != stood[:count]:
        return takes(telling[0], contested=stood is None or here[:count] != stood[:count])
    return False


def _places(now: Source, mine: Source, theirs: Source) -> tuple[str, ...]:
    """Return where the file says what stands in the reference now; a value comes with its place."""
    chosen, other = (theirs, mine) if now.found == theirs.found else (mine, theirs)

    def value(side: Source, line: str) -> str:
        return str(getattr(side.reference, line.partition("\t")[0]))

    kept = [line for line in chosen.found if value(chosen, line) == value(now, line)]
    brought = [line for line in other.found if value(other, line) == value(now, line) != value(chosen, line)]
    return (*kept, *brought)


def _groups(record: Record | Reference) -> Iterator[Group]:
    together = _TOGETHER.get(type(record), ())
    yield from together
    bound = {"id", "reference", *(name for group in together for names in group for name in names)}
    yield from (((each.name,), ()) for each in fields(record) if each.name not in bound)


def _values(record: Record | Reference, names: tuple[str, ...]) -> list[Any]:
    return [getattr(record, name) for name in names]


def _unfilled(field: Field[Any]) -> object:
    return _NOTHING.get(str(field.type)) if field.default is MISSING else field.default
