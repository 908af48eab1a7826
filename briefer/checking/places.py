"""Where something stands in a brief, in the words of somebody who looks for it."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from briefer.checking.printed import Printed, Spot
from briefer.wording.quoted import quoted_in_short

_TITLE_LENGTH: Final = 60


def paragraph_place(printed: Printed, place: int, *, missing: bool = False) -> str:
    """Say where a paragraph stands (from 0), or where one is missing: before it, or at the end."""
    if place >= len(printed.body):
        return "the end of the brief"
    before = "before " if missing else ""
    spots = printed.spots or (Spot(),) * len(printed.body)
    return f"{before}{_among(printed, spots, place)}{_on(spots[place].page)}"


def note_place(printed: Printed, place: int, *, missing: bool = False) -> str:
    """Do the same for a note (from 0)."""
    if place >= len(printed.notes):
        return "the end of the notes"
    page = printed.note_pages[place] if place < len(printed.note_pages) else 0
    return f"{'before ' if missing else ''}note {place + 1}{_on(page)}"


def _among(printed: Printed, spots: tuple[Spot, ...], place: int) -> str:
    """Count a paragraph from the heading above it, a cell from the words above its table."""
    if spots[place].kind == "heading":
        return f"the heading {_title(printed.body[place])}"
    above = list(takewhile(lambda spot: spot.kind != "heading", reversed(spots[:place])))
    heading = place - len(above) - 1
    under = f" under {_title(printed.body[heading])}" if heading >= 0 else ""
    if spots[place].kind == "cell":
        cells = sum(1 for _ in takewhile(lambda spot: spot.kind == "cell", above))
        return f"cell {cells + 1} of a table{under}"
    return f"paragraph {sum(spot.kind == 'paragraph' for spot in above) + 1}{under}"


def _title(words: str) -> str:
    return quoted_in_short(words, _TITLE_LENGTH)


def _on(page: int) -> str:
    return f", page {page}" if page else ""
