"""How each role of a brief looks on paper: type, colours and measures, all in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from briefer.writing.brief import Role
from briefer.writing.pdf_lines import Colour

LEFT: Final = 74.0
TOP: Final = 72.0
"""From the upper edge of the paper to the text."""
BOTTOM: Final = 68.0
"""From the lower edge of the paper to the notes."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper, and on it the room for text and notes."""

    width: float
    height: float

    @property
    def text_width(self) -> float:
        return self.width - 2 * LEFT

    @property
    def text_height(self) -> float:
        return self.height - TOP - BOTTOM


SHEETS: Final = {"A4": Sheet(595.28, 841.89), "Letter": Sheet(612.0, 792.0)}

INK: Final[Colour] = (0.09, 0.1, 0.12)
QUIET: Final[Colour] = (0.38, 0.41, 0.45)
NAVY: Final[Colour] = (0.1, 0.2, 0.37)
LINK: Final[Colour] = (0.06, 0.28, 0.52)
RULE: Final[Colour] = (0.62, 0.66, 0.71)
HAIR: Final[Colour] = (0.82, 0.84, 0.87)
TINT: Final[Colour] = (0.945, 0.957, 0.973)


@dataclass(frozen=True, slots=True)
class Shape:
    """How one kind of paragraph is set. `hang`: how far the lines after the first stand in."""

    size: float = 10.3
    leading: float = 15.2
    before: float = 0
    after: float = 7
    near: float = 7
    """White space after it where it belongs to what follows."""
    sans: bool = False
    bold: bool = False
    colour: Colour = INK
    left: float = 0
    right: float = 0
    hang: float = 0
    rule: float = 0
    """Thickness of a vertical rule along the left, eight points out."""
    whole: int = 0
    """Up to so many lines it is never parted by the end of a page."""
    follows: bool = False
    """It stays with what comes next."""


SHAPES: Final[dict[Role, Shape]] = {
    "title": Shape(20, 26, after=10, sans=True, bold=True, colour=NAVY, whole=9, follows=True),
    "front": Shape(9, 13.4, after=1.5, sans=True, whole=9),
    "bluf": Shape(10.8, 16, before=12, after=6, left=14, right=12, whole=9),
    "statement": Shape(),
    "quotation": Shape(9.9, 14.6, before=2, after=9, left=26, right=16, rule=1.6, whole=18),
    "empty": Shape(colour=QUIET),
    "reference": Shape(9.6, 14, after=5, hang=18, whole=9),
    "evidence": Shape(9.4, 13.6, before=3.5, after=14, near=3.5, left=14, rule=1.2, whole=18),
    "context": Shape(8.6, 12.2, after=14, near=2.5, left=14, colour=QUIET, whole=9),
    "small": Shape(8.2, 11.6, before=4, after=9, colour=QUIET),
}
HEADINGS: Final = {
    1: Shape(13.2, 17.5, before=17, after=6, sans=True, bold=True, colour=NAVY, whole=9, follows=True),
    2: Shape(10.8, 15, before=11, after=4, sans=True, bold=True, colour=NAVY, whole=9, follows=True),
}
CAPTION: Final = Shape(8.6, 12, before=8, after=4, sans=True, bold=True, whole=9, follows=True)
CELL: Final = Shape(8.9, 12.6)
HEADER_CELL: Final = Shape(8.2, 12.6, sans=True, bold=True, colour=NAVY)
NOTE: Final = Shape(8.1, 11.2, after=1.8, hang=14)
BANNER: Final = Shape(8.6, 11, sans=True, bold=True)
FOLIO: Final = Shape(8, 11, sans=True, colour=QUIET)

CELL_PAD: Final = 4.5
FRONT_LABEL: Final = 96.0
"""Where the words of a line of the title block begin after its label."""
NOTE_LABEL: Final = 14.0
NOTE_RULE: Final = 12.0
"""The space between text and notes, with a rule in it."""
MARK_GAP: Final = 0.4
MARK_SIZE: Final = 0.66
MARK_RISE: Final = 0.36
"""Size and rise of a note's mark, as shares of the size of its text."""
