"""Whether the links, named places and outline of a PDF lead to the words that they promise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple
from urllib.parse import quote

from briefer.checking.discrepancy import Discrepancy, odd
from briefer.checking.leads import FOOT, NOTE, begins, leads
from briefer.checking.pdf_operators import Box, Owner, Piece, Sheet
from briefer.checking.pdf_syntax import Value
from briefer.writing.pdf_letters import as_read
from briefer.writing.pdf_spoken import spoken

_NEAR: Final = 0.1
_ROUNDED: Final = 0.002
_DEEP: Final = 0.25
_HIGH: Final = 0.85
"""How far a link reaches below and above its words' base line, as shares of their size."""
_ABOVE: Final = 40.0
"""How far above its words a place may be, in points."""
_LIFT: Final = 4.0
"""How far above the line of its words our writer puts a place."""
_ASCII: Final = "".join(map(chr, range(0x21, 0x7F)))


class Area(NamedTuple):
    """A link as the file has it: where it lies and leads, what is said of it, and its object."""

    box: Box
    target: str
    said: str
    annotation: Value


class Link(NamedTuple):
    """Words that lead to an address, or to # and the name of a place; no words if it lies beside them."""

    page: int
    words: Piece | None
    target: str
    said: str
    annotation: Value

    def says(self, said: str) -> bool:
        """Tell whether our writer would have this said of the link."""
        piece = self.words
        due = spoken(self.target, piece.mark, piece.label) if piece else ""
        return _address(said) == _address(due)


class Places(NamedTuple):
    """The named places with page (from 1) and height, and the outline's titles with what they lead to."""

    named: Mapping[str, tuple[int, float]]
    outline: Sequence[tuple[str, str]]


def linked(number: int, sheet: Sheet, areas: Iterable[Area]) -> Iterator[Link]:
    """Find the words of each link on a page."""
    by_left: dict[float, list[Piece]] = {}
    for piece in sheet.pieces:
        by_left.setdefault(piece.x, []).append(piece)
    for area in areas:
        there = (piece for piece in by_left.get(area.box.left, ()) if _covers(area.box, piece))
        yield Link(number, next(there, None), area.target, area.said, area.annotation)


def _covers(box: Box, piece: Piece) -> bool:
    """Tell whether a link lies on words; spaces at the end of a line are beside it, sizes are rounded."""
    low, high = piece.y - _DEEP * piece.size, piece.y + _HIGH * piece.size
    beside = piece.x + piece.width - box.right
    return (
        abs(box.bottom - low) < _NEAR
        and abs(box.top - high) < _NEAR
        and -_NEAR - _ROUNDED * piece.width < beside < piece.size
    )


def addresses(links: Iterable[Link], promised: Sequence[str]) -> tuple[str, ...]:
    """Give the addresses of the web in the order of body and notes: as promised, if they are the same.

    A link over two lines is two, so that neighbours with one address count as one.
    """
    outward = [link for link in links if link.words and not link.target.startswith("#")]
    outward.sort(key=lambda link: link.words.owner if link.words else Owner("", 0))
    found = [address for address, _ in groupby(link.target for link in outward)]
    due = [address for address, _ in groupby(map(_address, promised))]
    return tuple(promised) if found == due else tuple(found)


def _address(link: str) -> str:
    """Write an address as a PDF has it; one that is written so stays as it is."""
    return quote(link, safe=_ASCII)


def misled(sheets: Sequence[Sheet], links: Sequence[Link], places: Places) -> Iterator[Discrepancy]:
    """Yield each link, place and title of the outline that leads a reader astray."""
    covered = [id(link.words) for link in links if link.words]
    if len(set(covered)) != len(links):
        yield odd("the links", "one that is not on words of its own")
    if not all(link.says(link.said) for link in links):
        yield odd("the links", "one that is said to lead elsewhere")
    for page, sheet in enumerate(sheets, 1):
        if not {id(piece) for piece in sheet.pieces if piece.mark or piece.label} <= set(covered):
            yield odd(f"page {page}", "the number of a note that leads nowhere")
    for (page, target, _), group in groupby(links, _whole):
        pieces = [link.words for link in group if link.words]
        if target.startswith("#") and not _lead(target[1:], pieces, places):
            yield odd(f"“{_said(pieces)}” on page {page}", "a link that leads elsewhere")
    yield from _misplaced(sheets, places)


def _whole(link: Link) -> tuple[int, str, Owner | None]:
    """Tell the links that are one: on a page, in a paragraph, with one target."""
    return link.page, link.target, link.words.owner if link.words else None


def _lead(name: str, pieces: Sequence[Piece], places: Places) -> bool:
    """Tell whether words lead where they say, as one over two lines or each of them."""
    return _leads(name, pieces, places) or (
        len(pieces) > 1 and all(_leads(name, [piece], places) for piece in pieces)
    )


def _leads(name: str, pieces: Sequence[Piece], places: Places) -> bool:
    first = pieces[0] if pieces else None
    if first and (first.mark or first.label):
        return name == (f"_Foot{first.mark}" if first.mark else f"_Note{first.label}")
    return name in places.named and leads(name, _said(pieces))


def _misplaced(sheets: Sequence[Sheet], places: Places) -> Iterator[Discrepancy]:
    marks = {piece.mark: (page, piece) for page, sheet in enumerate(sheets, 1) for piece in sheet.pieces}
    labels = {piece.label: (page, piece) for page, sheet in enumerate(sheets, 1) for piece in sheet.pieces}
    said = _said_by_all(sheets)
    for name, (page, height) in places.named.items():
        for numbers, pattern in ((marks, NOTE), (labels, FOOT)):
            number = pattern.fullmatch(name)
            there = numbers.get(int(number[1])) if number else (page, None)
            if there is None or there[0] != page or not _is_at(height, there[1]):
                yield odd(f"the place {name}", "other words")
        if not begins(name, said.get(_owner_at(sheets[page - 1], height), "")):
            yield odd(f"the place {name}", "other words")
    for title, target in places.outline:
        page, height = places.named.get(target.removeprefix("#"), (1, 0.0))
        if as_read(said.get(_owner_at(sheets[page - 1], height), "")) != as_read(title):
            yield odd(f"“{title}” in the outline", "a link that leads elsewhere")


def _is_at(height: float, piece: Piece | None) -> bool:
    return piece is None or 0 <= height - piece.y < _ABOVE


def _owner_at(sheet: Sheet, height: float) -> Owner | None:
    """Give the paragraph that begins below a height."""
    line = height - _LIFT
    below = [piece for piece in sheet.pieces if piece.y < line and piece.owner.kind == "body"]
    return max(below, key=lambda piece: piece.y).owner if below else None


def _said_by_all(sheets: Sequence[Sheet]) -> dict[Owner | None, str]:
    """Give the words of each paragraph, wherever they go on: even a heading may go on overleaf."""
    found: dict[Owner | None, list[Piece]] = {}
    for sheet in sheets:
        for piece in sheet.pieces:
            found.setdefault(piece.owner, []).append(piece)
    return {owner: _said(pieces) for owner, pieces in found.items()}


def _said(pieces: Iterable[Piece]) -> str:
    return "".join(piece.words for piece in pieces)
