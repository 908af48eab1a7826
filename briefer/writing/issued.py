"""What an issue kept, beside what stands today: each change in a line of words.

An earlier issue kept fewer parts of a line; of what it did not keep nothing is said.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile
from operator import eq
from typing import Final, NamedTuple

LINE: Final = 72
"""How many code points a change takes, for a line of the table."""
LEAST: Final = 24
"""How many of words are shown in any case."""
PARTED: Final = 40
"""How many of either of two wordings show how they part, on two lines."""
_LEADING: Final = 16
"""How many of them stand before the first one that differs."""


class Alteration(NamedTuple):
    """What happened to a record: "Reworded, moved from Threats", and the words that tell which it is."""

    name: str
    words: str


class Group(NamedTuple):
    """The changes at a place, with a link to where that is printed ("" where it is no more).

    `new` names what all of them are, such as "statements", where the place had none of it before.
    """

    where: str
    link: str
    changes: tuple[Alteration, ...]
    new: str = ""


def quoting(name: str, words: str) -> Alteration:
    """Say a change with the first words of what it happened to."""
    return Alteration(name, f"“{opening(words, max(LINE - len(f'{name}: “”'), LEAST))}”")


def apart(was: str, words: str) -> str:
    """Show two wordings from just before the place where they part."""
    same = sum(takewhile(bool, map(eq, was, words)))
    first = was.rfind(" ", 0, max(same - _LEADING, 0)) + 1
    old, new = (("…" if first else "") + opening(said[first:], PARTED) for said in (was, words))
    return f"“{old}” is now “{new}”"


def opening(words: str, shown: int) -> str:
    """Return the first words, as many as so many code points have room for."""
    return words if len(words) <= shown else f"{words[:shown].rsplit(' ', 1)[0]}…"


def even(words: str) -> str:
    """Write words as an issue keeps them."""
    return " ".join(words.split())


def parts(line: str) -> list[str]:
    """Part the line of an issue: the id, then what it kept."""
    return line.split("\t")


def rising(places: Sequence[int]) -> set[int]:
    """Return a longest run of places that stand in rising order: all others have moved past one of them."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(ends, place)
        before[place] = ends[at - 1] if at else None
        ends[at : at + 1] = [place]
    found: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found
