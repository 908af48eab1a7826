"""What pages are filled with: strips of the full width, each one line high, that no page parts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from briefer.writing.pdf_lines import Colour, Line
from briefer.writing.pdf_structure import Element


class Fill(NamedTuple):
    """A coloured rectangle; `top` is measured downward from the top of its strip."""

    x: float
    top: float
    width: float
    height: float
    colour: Colour


@dataclass(frozen=True, slots=True)
class Words:
    """Where a line's words belong: its element, and its number among the printed paragraphs or notes.

    Without an element they are not of the text but of the page, as the repeated header of a table.
    """

    element: Element | None
    number: int
    of_note: bool = False


class SetLine(NamedTuple):
    """A line in its place: `x` from the left of the text, `drop` from the strip's top to its base line."""

    x: float
    drop: float
    line: Line
    words: Words


@dataclass(slots=True, eq=False)
class Strip:
    """A band of a page. `before` is white space above it, which the top of a page swallows.

    `stick`: it stays with the next one. `header`: what is printed above it again on a new page.
    """

    height: float
    lines: list[SetLine]
    before: float = 0
    fills: list[Fill] = field(default_factory=list)
    places: tuple[str, ...] = ()
    stick: bool = False
    header: list[Strip] = field(default_factory=list)

    @property
    def marks(self) -> list[int]:
        """The numbers of the notes that its words refer to."""
        return [mark for each in self.lines for mark in each.line.marks]


def base_line(leading: float, size: float) -> float:
    """Say how far below the top of a line its letters stand."""
    return leading / 2 + 0.36 * size
