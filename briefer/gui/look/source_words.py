"""What the window calls a source, and what of its reference is missing; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from briefer.citing.works import NO_BYLINE, NO_DATE, NO_OUTLET, NO_URL
from briefer.model.records import Reference, Source


@dataclass(frozen=True, slots=True)
class Gap:
    """A field of a reference that is not recorded, what it is called, and what is printed in its stead."""

    field: str
    called: str
    printed: str


_WANTED: Final = (
    Gap("title", "title", "untitled"),
    Gap("publisher", "outlet", NO_OUTLET),
    Gap("author", "author", NO_BYLINE),
    Gap("published", "date", NO_DATE),
    Gap("url", "address", NO_URL),
)
WANTED: Final = len(_WANTED)
"""How many fields make a reference complete."""


def headline(source: Source) -> str:
    """Return what a source is called: its title, else the name of its file."""
    return source.reference.title or source.file_name


def byline(source: Source) -> str:
    """Return outlet, date and kind of a source in one line; what is not recorded is said to be so.

    That a source is of another kind than those with a name tells nobody anything.
    """
    reference = source.reference
    words = [reference.publisher or "outlet not recorded", reference.published or "no date"]
    return " · ".join([*words, reference.kind] if reference.kind != "other" else words)


def gaps(reference: Reference) -> Sequence[Gap]:
    """Return what keeps a reference from being complete; the body that issued a paper is its author."""
    issued = reference.kind == "official" and bool(reference.publisher)
    return [
        gap
        for gap in _WANTED
        if not getattr(reference, gap.field).strip() and not (gap.field == "author" and issued)
    ]


def said_of(missing: Sequence[Gap]) -> str:
    """Say how complete a reference is: "3 of 5 recorded; no author, no date"."""
    if not missing:
        return "reference complete"
    lacking = ", ".join(f"no {gap.called}" for gap in missing)
    return f"{WANTED - len(missing)} of {WANTED} recorded; {lacking}"
