"""The properties that a style of Word is made of; measures are taken in points."""

from __future__ import annotations

from typing import Final

SERIF: Final = "Palatino Linotype"
SANS: Final = "Arial"

KEEP: Final = "<w:keepNext/><w:keepLines/>"
BOLD: Final = "<w:b/><w:bCs/>"
ITALIC: Final = "<w:i/><w:iCs/>"
SANS_FONT: Final = f'<w:rFonts w:ascii="{SANS}" w:hAnsi="{SANS}" w:cs="{SANS}"/>'
UNCHECKED: Final = "<w:noProof/>"
"""A corrected quotation is an altered one, so the spelling checker has no say in it."""
CENTRED: Final = '<w:jc w:val="center"/>'


def twips(points: float) -> int:
    return round(points * 20)


def spacing(before: float, after: float, line: float) -> str:
    return (
        f'<w:spacing w:before="{twips(before)}" w:after="{twips(after)}" w:line="{twips(line)}" '
        'w:lineRule="atLeast"/>'
    )


def indent(left: float = 0, right: float = 0, hanging: float = 0) -> str:
    return f'<w:ind w:left="{twips(left)}" w:right="{twips(right)}" w:hanging="{twips(hanging)}"/>'


def borders(*rules: str) -> str:
    return f"<w:pBdr>{''.join(rules)}</w:pBdr>"


def rule(edge: str, width: int, distance: int, colour: str) -> str:
    """A border: `width` in eighths of a point, `distance` in points."""
    return f'<w:{edge} w:val="single" w:sz="{width}" w:space="{distance}" w:color="{colour}"/>'


def ground(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def size(points: float) -> str:
    """The size of letters, which Word counts in half-points."""
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def hexadecimal(colour: str) -> str:
    """Return a colour (#rrggbb) as Word writes it."""
    return colour[1:].upper()
