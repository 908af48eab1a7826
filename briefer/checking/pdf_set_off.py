"""Which paragraphs of a PDF are set off as quotations, for the eye and for screen readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from briefer.checking.discrepancy import Discrepancy, odd
from briefer.checking.pdf_operators import Colour, Fill, Sheet
from briefer.checking.pdf_syntax import Reference
from briefer.checking.pdf_tree import Tree
from briefer.model.look import TINT

_INSET: Final = 20.0
"""Points to the right of the text where quotations begin, and no other paragraph but cells."""
_BESIDE: Final = 30.0
"""Points within which a bar stands beside the words at its right."""
_THIN: Final = 6.0
_ROUNDED: Final = 0.01


class SetOff(NamedTuple):
    """Where paragraphs (from 0) are quotations by their looks, where by their element; which are cells."""

    seen: frozenset[int]
    spoken: frozenset[int]
    cells: frozenset[int]

    @property
    def places(self) -> frozenset[int]:
        """Where somebody is told that a paragraph is a quotation."""
        return self.seen | self.spoken

    def strange(self) -> Iterator[Discrepancy]:
        """Yield that the eye is told something else than the ear."""
        if self.seen != self.spoken:
            yield odd("the quotations", "one that only the eye, or only a screen reader, is told of")


def set_off(tree: Tree, sheets: Sequence[Sheet]) -> SetOff:
    """Look at each paragraph of the body; cells begin anywhere, and have no bars."""
    roles = {content[:2]: frozenset(_roles(tree, content.element)) for content in tree.contents}
    body = [
        (sheet, piece, roles.get((page, piece.content), frozenset()))
        for page, sheet in enumerate(sheets)
        for piece in sheet.pieces
        if piece.owner.kind == "body"
    ]
    margin = min((piece.x for _, piece, _ in body), default=0.0)
    bars = {id(sheet): list(_bars(sheet)) for sheet in sheets}
    begun, seen, spoken, cells = set[int](), set[int](), set[int](), set[int]()
    for sheet, piece, around in body:
        place = piece.owner.number
        inset = place not in begun and piece.x > margin + _INSET
        begun.add(place)
        barred = any(
            0 < piece.x - bar.box.left < _BESIDE and bar.box.bottom <= piece.y < bar.box.top
            for bar in bars[id(sheet)]
        )
        if around & {"TH", "TD"}:
            cells.add(place)
        elif inset or barred:
            seen.add(place)
        if "BlockQuote" in around:
            spoken.add(place)
    return SetOff(frozenset(seen), frozenset(spoken), frozenset(cells))


def _roles(tree: Tree, element: Reference) -> Iterator[str]:
    """Yield the role of an element, and of those that it is in."""
    while element in tree.elements:
        yield tree.elements[element]["S"]
        element = tree.elements[element]["P"]


def _bars(sheet: Sheet) -> Iterator[Fill]:
    """Yield the upright bars of a page but those along the ground of a bottom line."""
    grounds = [fill for fill in sheet.fills if fill.box.right - fill.box.left > _BESIDE]
    for fill in sheet.fills:
        left, bottom, right, top = fill.box
        if right - left < min(_THIN, top - bottom) and not any(
            ground.box.left == left
            and ground.box.bottom <= bottom
            and top <= ground.box.top
            and _is_tint(ground.colour, fill.colour)
            for ground in grounds
        ):
            yield fill


def _is_tint(colour: Colour, accent: Colour) -> bool:
    return all(
        abs(1 - TINT * (1 - part) - share) < _ROUNDED for share, part in zip(colour, accent, strict=True)
    )
