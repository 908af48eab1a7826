"""What the user should know of a merge besides what could be chosen, a sentence each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from briefer.actions.conflicts import Conflict, conflict
from briefer.model.records import Passage, Record, Records, Section, Source, Tag, of
from briefer.wording.counted import counted

_MOST: Final = 3
"""So many are named one by one."""
_LONGEST: Final = 60  # characters of what is named
_TOLD: Final = ("source", "section", "passage", "tag", "statement", "difference")
"""Kinds whose removal is told, the first ones before the others."""


def remarks(mine: Records, theirs: Records, now: Records) -> Iterator[str]:
    """Say what goes by another name than in the copy or reads otherwise, and how much of ours is gone."""
    told = [*_renamed(mine, theirs, now), *_otherwise(mine, theirs, now), *_gone(mine, now)]
    if told:
        words = f"{'; '.join(told)}."
        yield words[0].upper() + words[1:]


def vain(conflicts: Iterable[tuple[Conflict, str | None]], now: Records, known: Records) -> Iterator[str]:
    """Say which conflicts did not come out as they were to, in the words that come with each."""
    missed = [
        _choice(each, wanted)
        for each, wanted in conflicts
        if _came_out(each, now.get(each.record), known, wanted) != wanted
    ]
    if missed:
        yield f"Something else stands in the way of what was chosen for {_named(missed)}."


def _choice(each: Conflict, wanted: str | None) -> str:
    """Return what was chosen, in words."""
    if each.field:
        return f"{each.kind} {each.field.replace('_', ' ')} “{_short(wanted or '')}”"
    removed = "" if wanted else " (removed)"
    return f"{each.kind} “{_short(wanted or each.mine or each.theirs or '')}”{removed}"


def _came_out(each: Conflict, record: Record | None, known: Records, wanted: str | None) -> str | None:
    """Return what a conflict came to, as `wanted` says it; the words of a passage may be found elsewhere."""
    if record is not None and each.field and isinstance(record, Passage):
        return wanted
    if record is not None and not each.field:
        return wanted or conflict("", record, None, known).mine
    return conflict(each.field, record, None, known).mine if record else None


def _renamed(mine: Records, theirs: Records, now: Records) -> Iterator[str]:
    for there in theirs.values():
        here = now.get(there.id)
        if there.id in mine or here is None:
            continue
        if isinstance(there, Source) and isinstance(here, Source) and there.label != here.label:
            yield f"{there.label} of the copy is {here.label} here"
        elif isinstance(there, Section) and isinstance(here, Section) and there.digit != here.digit:
            yield f"“{_short(here.title)}” has not the digit {there.digit} here, which is another section’s"


def _otherwise(mine: Records, theirs: Records, now: Records) -> Iterator[str]:
    """Say which words that only they tagged read otherwise here, since they were adjusted."""
    here, there = ({one.id: one.anchor.quote for one in of(Passage, side)} for side in (now, theirs))
    tagged = {tag.id: there[tag.passage] for tag in of(Tag, theirs) if tag.id not in mine}
    words = [
        f"“{_short(here[tag.passage])}” (there “{_short(tagged[tag.id])}”)"
        for tag in of(Tag, now)
        if tag.id in tagged and here[tag.passage] != tagged[tag.id]
    ]
    if words:
        yield f"tagged in the copy, and reading otherwise here: {_named(list(dict.fromkeys(words)))}"


def _gone(mine: Records, now: Records) -> Iterator[str]:
    kinds = Counter(type(one).__name__.lower() for one in mine.values() if one.id not in now)
    words = [counted(kinds[kind], kind) for kind in _TOLD if kinds[kind]]
    if words:
        yield f"removed in the copy, and now here: {', '.join(words)}"


def _named(words: list[str]) -> str:
    more = len(words) - _MOST
    return ", ".join(words[:_MOST]) + (f" and {more} more" if more > 0 else "")


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
