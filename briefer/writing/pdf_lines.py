"""Words to lines: styled stretches are cut where a line may end, measured, and filled in greedily."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import fsum
from operator import attrgetter
from typing import NamedTuple

from briefer.writing.pdf_breaks import BOUND, breaks
from briefer.writing.pdf_faces import Face
from briefer.writing.pdf_hyphens import SOFT, parts

Colour = tuple[float, float, float]

_ZONE = 3.0
"""A word is parted only if without it the line would end so many sizes of its letters too early."""
_MOST_PARTED = 2
"""So many lines in a row may end with a hyphen of ours."""


@dataclass(slots=True, eq=False)
class Look:
    """How a stretch of words is set, and what it is: looks are told apart by identity.

    `target` is where its link goes (an address or #bookmark); `mark` and `label` are the number of
    the note whose mark in the body, or number at the note's beginning, this is. Sizes in points.
    """

    face: Face
    size: float
    colour: Colour
    rise: float = 0
    target: str = ""
    language: str = ""
    mark: int = 0
    label: int = 0
    gap: float = 0
    """White space before it, which is no character."""
    hyphen: Look | None = None
    """How the hyphen of a word parted at the end of a line is set; None where none may be parted."""
    measured: dict[str, tuple[float, float]] = field(default_factory=dict)

    def measure(self, text: str) -> tuple[float, float]:
        """Give the width of some words, and their width without the spaces at their end."""
        widths = self.measured.get(text)
        if widths is None:
            scale = self.size / 1000
            full = self.face.width(text) * scale
            bare = text.rstrip()
            widths = (full, full if len(bare) == len(text) else self.face.width(bare) * scale)
            self.measured[text] = widths
        return widths


class Stretch(NamedTuple):
    """Words of one look."""

    text: str
    look: Look


class _Atom(NamedTuple):
    """Words that stay on one line unless nothing else helps; `opens`: a line may begin with them."""

    text: str
    look: Look
    width: float
    bare: float
    gap: float
    opens: bool
    at: int
    """Its place in the paragraph, in code points."""


class Piece(NamedTuple):
    """Words of one look as they stand in a line, `x` points from its left end."""

    x: float
    text: str
    look: Look
    width: float


@dataclass(slots=True, eq=False)
class Line:
    """A line of print; a line break in the text is printed as a space at the end of its line."""

    pieces: list[Piece]

    @property
    def marks(self) -> list[int]:
        """The numbers of the notes referred to."""
        return [piece.look.mark for piece in self.pieces if piece.look.mark]


def lines(stretches: Iterable[Stretch], width: float, hang: float = 0) -> list[Line]:
    """Fill lines `width` points wide; each but the first is `hang` points narrower."""
    filled: list[Line] = []
    for paragraph in _paragraphs(stretches):
        first = width if not filled else width - hang
        text = "".join(BOUND * len(words) if look.mark else words for words, look in paragraph)
        filled += _Filler(first, width - hang, text).fill(_atoms(paragraph, text))
    return filled


def balanced(stretches: Sequence[Stretch], width: float) -> float:
    """Give the least width, to a point, that takes no more lines than `width` does."""
    wanted = len(lines(stretches, width))
    if wanted == 1:
        return width
    low, high = int(width / 2), int(width)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if len(lines(stretches, middle)) <= wanted else (middle + 1, high)
    return low if len(lines(stretches, low)) <= wanted else width


def _paragraphs(stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """Part stretches at line breaks, which become the space at the end of a line."""
    paragraph: list[Stretch] = []
    for text, look in stretches:
        *ended, last = text.split("\n")
        for line in ended:
            yield [*paragraph, Stretch(line + " ", look)]
            paragraph = []
        if last:
            paragraph.append(Stretch(last, look))
    if paragraph:
        yield paragraph


def _atoms(stretches: list[Stretch], text: str) -> Iterator[_Atom]:
    """Cut words where a line may end and where the look changes; `text` is all of them."""
    ends = iter(breaks(text))
    end, start, opens = next(ends), 0, False
    for words, look in stretches:
        offset, stop = start, start + len(words)
        while start < stop:
            cut = min(end, stop)
            piece = words[start - offset : cut - offset]
            full, bare = look.measure(piece)
            gap = look.gap if start == offset else 0
            yield _Atom(piece, look, full + gap, bare + gap, gap, opens, start)
            start, opens = cut, cut == end
            while end <= start < len(text):
                end = next(ends)


class _Filler:
    """Takes atoms and gives lines; the first of `first` points, the others of `rest`."""

    def __init__(self, first: float, rest: float, text: str) -> None:
        self._room = first
        self._rest = rest
        self._text = text
        self._line: list[_Atom] = []
        self._used = 0.0
        self._opening = 0
        """How many atoms of the line stand before the last place where a new line may begin."""
        self._parted = 0
        """How many lines in a row end with a hyphen of our own."""

    def fill(self, atoms: Iterable[_Atom]) -> Iterator[Line]:
        for whole in atoms:
            atom = whole
            if atom.opens:
                self._opening = len(self._line)
            if self._used + atom.bare > self._room and self._opening:
                atom = self._part(atom)
                yield self._end()
            if self._used + atom.bare > self._room:
                yield from self._force(atom)
            else:
                self._line.append(atom)
                self._used += atom.width
        yield _line(self._line)

    def _part(self, atom: _Atom) -> _Atom:
        """Put the beginning of a word on the line, with a hyphen, if much of it would stay empty."""
        hyphen, room = atom.look.hyphen, self._room - self._used
        shut = self._opening < len(self._line) or self._parted == _MOST_PARTED
        if hyphen is None or shut or room < _ZONE * atom.look.size or self._quotes(atom.at):
            self._parted = 0
            return atom
        dash = hyphen.measure(SOFT)[0]
        for place in parts(atom.text):
            begun = atom.text[:place]
            width = atom.look.measure(begun)[0] + atom.gap
            if width + dash <= room:
                self._line += [
                    _Atom(begun, atom.look, width, width, atom.gap, opens=False, at=atom.at),
                    _Atom(SOFT, hyphen, dash, dash, 0, opens=False, at=atom.at),
                ]
                self._opening = len(self._line)
                self._parted += 1
                rest = atom.text[place:]
                return _Atom(rest, atom.look, *atom.look.measure(rest), 0, opens=False, at=atom.at + place)
        self._parted = 0
        return atom

    def _quotes(self, place: int) -> bool:
        """Tell whether a place lies within quotation marks: what others said is printed as it stands."""
        opened, closed = (self._text.count(mark, 0, place) for mark in "“”")
        return opened > closed or self._text.count('"', 0, place) % 2 == 1

    def _end(self) -> Line:
        """End the line where a new one may begin, and carry the rest over."""
        ended, self._line = self._line[: self._opening], self._line[self._opening :]
        self._used = fsum(atom.width for atom in self._line)
        self._room, self._opening = self._rest, 0
        return _line(ended)

    def _force(self, atom: _Atom) -> Iterator[Line]:
        """Break words too long for a line wherever the line is full."""
        for char in atom.text:
            full, bare = atom.look.measure(char)
            if self._used + bare > self._room and self._line:
                self._opening = len(self._line)
                yield self._end()
            self._line.append(_Atom(char, atom.look, full, bare, 0, opens=False, at=atom.at))
            self._used += full
        self._opening = 0


def _line(atoms: list[_Atom]) -> Line:
    """Join atoms of one look to pieces."""
    pieces: list[Piece] = []
    x = 0.0
    for look, group in groupby(atoms, attrgetter("look")):
        joined = list(group)
        gap, width = joined[0].gap, fsum(atom.width for atom in joined)
        pieces.append(Piece(x + gap, "".join(atom.text for atom in joined), look, width - gap))
        x += width
    return Line(pieces)
