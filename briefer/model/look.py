"""The style sheet of a preset: few measures that every writer follows, all in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

TINT: Final = 0.06
"""How much of the accent is in the ground of the bottom line."""
MASTHEADS: Final = ("plain", "rule", "band")
"""How a brief begins: its title alone, under a rule, or on a band of light colour."""

LIMITS: Final = {
    "title": (10.0, 40.0),
    "heading": (8.0, 24.0),
    "body": (7.0, 18.0),
    "notes": (6.0, 14.0),
    "small": (6.0, 14.0),
    "leading": (1.1, 2.0),
    "space": (0.0, 30.0),
    "above": (0.0, 60.0),
    "sides": (36.0, 150.0),
    "top": (48.0, 150.0),
    "bottom": (56.0, 150.0),
}
"""Between what each measure of a look may be: text stays legible, and has room beside the banners."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a brief is printed; `leading` is the height of a line as a multiple of the size of its letters.

    `accent` (#rrggbb) colours title, headings, lead-ins and rules. `space` is white below a paragraph,
    `above` white over a heading; `sides`, `top` and `bottom` are the margins of the text.
    """

    accent: str = "#1a335e"
    title: float = 20
    heading: float = 13.2
    body: float = 10.3
    notes: float = 8.1
    small: float = 8.2
    leading: float = 1.48
    space: float = 7
    above: float = 17
    sides: float = 74
    top: float = 72
    bottom: float = 68
    masthead: str = "rule"
    ruled: bool = False
    """Whether a thin rule stands over each heading of level 1."""

    @property
    def tint(self) -> str:
        """The ground of the bottom line and of table heads: a breath of the accent on white."""
        return mixed(self.accent, TINT)

    @property
    def band(self) -> str:
        """The ground of a title that stands on a band."""
        return mixed(self.accent, 0.13)

    @property
    def rule(self) -> str:
        """The colour of rules: the accent, half way to white."""
        return mixed(self.accent, 0.45)

    @property
    def hair(self) -> str:
        """The colour of the thinnest rules, between the rows of a table."""
        return mixed(self.accent, 0.2)


USUAL: Final = Look()
"""What a preset that says nothing of it looks like."""


def mixed(colour: str, share: float) -> str:
    """Return so much of a colour (#rrggbb), the rest white."""
    return "#" + "".join(f"{round(255 - share * (255 - 255 * part)):02x}" for part in shares_of(colour))


def shares_of(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue of a colour (#rrggbb), each from 0 to 1."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue
