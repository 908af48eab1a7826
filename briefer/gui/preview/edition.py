"""One printing of the brief: its file, and where in it statements and passages come to stand; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

Key = tuple[str, int]
"""What is printed: "body" and the number of a paragraph, "foot" or "mark" and that of a note."""

_LASTING: Final = ("_Cite", "_Evid", "_BottomLine", "_Section", "_Source", "_Annex")
"""How the names of places begin that mean the same place in the next printing; notes are numbered anew."""


class Place(NamedTuple):
    """A page, from 0, and how far below its top, in points."""

    page: int
    top: float


class Printed(NamedTuple):
    """Something printed, at a place or below it."""

    key: Key
    place: Place


@dataclass(frozen=True, slots=True)
class Edition:
    """What `tasks.previewing` answers, with the ways between records (by id) and print."""

    pdf: bytes
    draft: bool
    margin: float
    """The white at either side of a page, in points."""
    places: dict[str, Place]
    filled: str = ""
    """How much of its pages the brief fills ("1.6 of 2 pages"), if its preset has such a goal."""
    behind: dict[Key, tuple[str, ...]] = field(default_factory=dict)
    """The passages that something printed rests on."""
    printed: dict[str, list[Printed]] = field(default_factory=dict)
    """Where a statement or a passage is printed, first the place that says most."""

    @classmethod
    def of(cls, found: dict[str, Any]) -> Edition:
        places = {name: Place(int(page), float(top)) for name, (page, top) in found["places"].items()}
        edition = cls(found["pdf"], found["draft"], found["margin"], places, found["filled"])
        for kind, number, name, passages, statement in found["traces"]:
            key = (kind, number)
            if passages:
                edition.behind[key] = tuple(passages)
            for record in filter(None, (statement, *passages)):
                edition.printed.setdefault(record, []).append(Printed(key, places.get(name, Place(0, 0))))
        for where in edition.printed.values():
            where.sort(key=_worth)
        return edition

    def first_printed(self, records: Sequence[str]) -> Printed | None:
        """Return where the first of these that is printed stands."""
        return next((self.printed[one][0] for one in records if one in self.printed), None)

    def lasting(self) -> list[tuple[Place, str]]:
        """Return the places that the next printing is likely to have too, in order."""
        return sorted((place, name) for name, place in self.places.items() if name.startswith(_LASTING))


def _worth(printed: Printed) -> tuple[bool, int]:
    """Put words before the numbers of notes before notes; within each kind the first in print leads."""
    return printed.key[0] == "foot", printed.place.page
