"""The forms in which a brief can cite, by the names that a preset gives them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from briefer.citing import apa, chicago
from briefer.citing.citation import Citation, Work
from briefer.citing.piece import Pieces


@dataclass(frozen=True, slots=True)
class Style:
    """How a work is cited the first time, again (told the number of the first note), and in the list."""

    full_note: Callable[[Citation], Pieces]
    short_note: Callable[[Citation, int], Pieces]
    entry: Callable[[Work], Pieces]


STYLES: Final[Mapping[str, Style]] = {
    "chicago": Style(chicago.full_note, chicago.short_note, chicago.entry),
    "apa": Style(apa.full_note, apa.short_note, apa.entry),
}
