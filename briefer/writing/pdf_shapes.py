"""How each role of a brief looks on paper: a style sheet becomes type, colours and measures, in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from briefer.model.look import Look, shares_of
from briefer.writing.brief import Role
from briefer.writing.pdf_lines import Colour

PAPERS: Final = {"A4": (595.28, 841.89), "Letter": (612.0, 792.0)}

INK: Final[Colour] = (0.09, 0.1, 0.12)
QUIET: Final[Colour] = (0.38, 0.41, 0.45)
LINK: Final[Colour] = (0.06, 0.28, 0.52)

CELL_PAD: Final = 4.5
NOTE_RULE: Final = 12.0
"""The space between text and notes, with a rule in it."""
MARK_GAP: Final = 0.4
MARK_SIZE: Final = 0.66
MARK_RISE: Final = 0.36
"""Size and rise of a note's mark, as shares of the size of its text."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How one kind of paragraph is set. `hang`: how far the lines after the first stand in."""

    size: float
    leading: float
    before: float = 0
    after: float = 0
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
    balanced: bool = False
    """Its lines are of about one length."""
    parts_words: bool = False
    """A word may be parted at the end of a line: never where others' words are quoted."""


class Colours(NamedTuple):
    """The colours of a look."""

    accent: Colour
    rule: Colour
    hair: Colour
    tint: Colour
    band: Colour


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper, the room on it for text and notes, and how everything on it is set."""

    width: float
    height: float
    look: Look
    colours: Colours
    shapes: dict[Role, Shape]
    headings: dict[int, Shape]
    caption: Shape
    cell: Shape
    header_cell: Shape
    note: Shape
    banner: Shape
    folio: Shape

    @property
    def left(self) -> float:
        """From the left edge of the paper to the text."""
        return self.look.sides

    @property
    def text_width(self) -> float:
        return self.width - 2 * self.look.sides

    @property
    def text_height(self) -> float:
        return self.height - self.look.top - self.look.bottom

    @property
    def front_label(self) -> float:
        """Where the words of a line of the title block begin after its label."""
        return self.shapes["front"].hang

    @property
    def note_label(self) -> float:
        """Where the words of a note begin after its number."""
        return self.note.hang


def sheet(look: Look, paper: str) -> Sheet:
    """Lay out a paper as a look wants it."""
    colours = _colours(look)
    return Sheet(
        *PAPERS[paper],
        look,
        colours,
        _shapes(look, colours),
        _headings(look, colours),
        caption=_sans(look.body * 0.84, 1.4, bold=True, before=8, after=4, whole=9, follows=True),
        cell=_serif(look.body * 0.865, look.leading * 0.955),
        header_cell=_sans(look.body * 0.8, look.leading * 1.04, bold=True, colour=colours.accent),
        note=_serif(look.notes, look.leading * 0.935, after=1.8, hang=1.75 * look.notes, parts_words=True),
        banner=_sans(8.6, 1.3, bold=True),
        folio=_sans(8, 1.4, colour=QUIET),
    )


def _shapes(look: Look, colours: Colours) -> dict[Role, Shape]:
    body, leading, space = look.body, look.leading, look.space
    inset = 12 if look.masthead == "band" else 0
    return {
        "title": _sans(look.title, 1.3, bold=True, colour=colours.accent, left=inset, right=inset, after=10,
                       whole=9, follows=True, balanced=True),
        "front": _sans(body * 0.875, leading, after=1.5, whole=9, hang=9.4 * body, parts_words=True),
        "bluf": _serif(body * 1.05, leading, near=0, left=14, right=12, whole=9,
                       parts_words=True),
        "statement": _serif(body, leading, after=space, parts_words=True),
        "quotation": _serif(body * 0.96, leading, before=2, after=space + 2, left=26, right=16, rule=1.6,
                            whole=18),
        "empty": _serif(body, leading, after=space, colour=QUIET),
        "reference": _serif(body * 0.93, leading * 0.985, after=space * 0.7, hang=1.75 * body, whole=9,
                            parts_words=True),
        "evidence": _serif(body * 0.913, leading * 0.98, before=3.5, after=14, near=3.5, left=14, rule=1.2,
                           whole=18),
        "context": _serif(body * 0.835, leading * 0.96, after=14, near=2.5, left=14, colour=QUIET, whole=9),
        "small": _serif(look.small, leading * 0.955, before=4, after=9, colour=QUIET),
    }  # fmt: skip


def _headings(look: Look, colours: Colours) -> dict[int, Shape]:
    above, accent = look.above, colours.accent
    return {
        1: _sans(look.heading, 1.33, bold=True, colour=accent, before=above, after=6, whole=9, follows=True,
                 balanced=True),
        2: _sans(look.heading * 0.82, 1.39, bold=True, colour=accent, before=above * 0.65, after=4, whole=9,
                 follows=True, balanced=True),
    }  # fmt: skip


def _serif(size: float, leading: float, **more: Any) -> Shape:  # noqa: ANN401
    return Shape(size, size * leading, **more)


def _sans(size: float, leading: float, **more: Any) -> Shape:  # noqa: ANN401
    return Shape(size, size * leading, sans=True, **more)


def _colours(look: Look) -> Colours:
    mixes = (look.accent, look.rule, look.hair, look.tint, look.band)
    return Colours(*map(shares_of, mixes))
