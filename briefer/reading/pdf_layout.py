"""The order in which the words of a page are read: by columns, lines and paragraphs.

A page is cut where white space runs across it or down it (the recursive cut of Nagy and Seth, 1984).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from briefer.isolated.pdf_words import Word
from briefer.reading.blocks import BETWEEN_CELLS

_GAP: Final = 0.9
"""Of a line's height: words further apart may stand in two columns."""
_CELL: Final = 2.0
"""Of a line's height: words further apart on a line stand in two cells of a table."""
_GUTTER: Final = 0.6
"""Of a line's height, at least, parts two columns."""
_FEWEST_LINES, _FEWEST_SIGNS = 3, 15
"""Lines, and characters in the middle one of them, that make a column: the cells of a table have less."""
_MOST_CUTS: Final = 12
_APART: Final = 1.35
"""Of the usual distance between lines: more begins a paragraph."""
_INDENT: Final = 0.8
"""Of a line's height begins a paragraph."""
_OTHER_SIZE: Final = 1.15
_FULL: Final = 0.85
"""Of a column's width: a sentence that ends before it ends its paragraph."""
_BULLETS: Final = "•‣▪●○◦–—"
_ENDS: Final = ".!?…:;。！？"
_CLOSERS: Final = "\"'”’»)]」』）"


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side, in a box of points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


def paragraphs(words: Sequence[Word]) -> list[str]:
    """Return the paragraphs of a page as they are read; what stands upright or aslant comes last."""
    found: list[str] = []
    size = 0.0
    for column in _columns(_pieces(word for word in words if word.level), 0):
        for place, lines in enumerate(_paragraphs(_lines(column))):
            text = lines[0].text
            for line in lines[1:]:
                text = joined(text, line.text)
            rest = not place and found and goes_on(found[-1], text)
            if rest and _is_of_size(lines[0].height, size):
                found[-1] = joined(found[-1], text)
            else:
                found.append(text)
            size = lines[-1].height
    return found + [line.text for line in _pieces(word for word in words if not word.level)]


def goes_on(before: str, after: str) -> bool:
    """Tell whether a paragraph is but the rest of the one before, in the next column or on the next page."""
    return bool(before) and before.rstrip(_CLOSERS)[-1:] not in _ENDS and after[:1].islower()


def joined(before: str, after: str) -> str:
    """Join two lines of a paragraph: with a space, but after a hyphen, and between Chinese or Japanese."""
    hyphen = before.endswith(("-", "\xad")) and before[-2:-1] not in {"", " ", "-"}
    return (
        before + after if hyphen or (_is_wide(before[-1:]) and _is_wide(after[:1])) else f"{before} {after}"
    )


def _is_of_size(one: float, other: float) -> bool:
    return max(one, other) <= _OTHER_SIZE * min(one, other)


def _pieces(words: Iterator[Word]) -> list[Line]:
    """Join neighbours that stand close together on a line."""
    found: list[Line] = []
    for word in words:
        last = found[-1] if found else None
        if last and _on_one_line(last, word) and -_GAP < (word.left - last.right) / last.height < _GAP:
            found[-1] = Line(
                f"{last.text} {word.text}",
                min(last.left, word.left),
                min(last.top, word.top),
                max(last.right, word.right),
                max(last.bottom, word.bottom),
            )
        else:
            bottom = max(word.bottom, word.top + 1)
            found.append(Line(word.text, word.left, word.top, word.right, bottom))
    return found


def _on_one_line(one: Line, other: Line | Word) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0.5 * min(one.height, other.bottom - other.top)


def _columns(pieces: list[Line], depth: int) -> Iterator[list[Line]]:
    """Cut into stretches that are read line by line, in their order."""
    for band in _bands(pieces):
        gutter = _gutter(band)
        if gutter is None or depth > _MOST_CUTS:
            yield band
        else:
            yield from _columns([piece for piece in band if piece.right <= gutter], depth + 1)
            yield from _columns([piece for piece in band if piece.right > gutter], depth + 1)


def _bands(pieces: list[Line]) -> Iterator[list[Line]]:
    """Cut across the page where the columns begin and end."""
    band: list[Line] = []
    parted = False
    for strip in _strips(pieces):
        if not band or (bool(_gaps(band + strip)) == parted and (parted or not _gaps(strip))):
            band = band + strip
        else:
            yield band
            band = strip
        parted = bool(_gaps(band))
    if band:
        yield band


def _strips(pieces: list[Line]) -> Iterator[list[Line]]:
    """Cut across the page wherever nothing stands in the way."""
    strip: list[Line] = []
    bottom = 0.0
    for piece in sorted(pieces, key=lambda piece: piece.top):
        if strip and piece.top > bottom - 0.25 * piece.height:
            yield strip
            strip = []
        bottom = max(bottom, piece.bottom) if strip else piece.bottom
        strip.append(piece)
    if strip:
        yield strip


def _gaps(pieces: list[Line]) -> list[tuple[float, float]]:
    """Return the stretches (left, right) between pieces that run all the way down."""
    least = _GUTTER * median(piece.height for piece in pieces)
    found: list[tuple[float, float]] = []
    right = min(piece.right for piece in pieces)
    for piece in sorted(pieces, key=lambda piece: piece.left):
        if piece.left - right >= least:
            found.append((right, piece.left))
        right = max(right, piece.right)
    return found


def _gutter(band: list[Line]) -> float | None:
    """Return the right edge of the first column, if the band is set in columns."""
    for left, _ in sorted(_gaps(band), key=lambda gap: gap[0] - gap[1]):
        sides = (
            [piece for piece in band if piece.right <= left],
            [piece for piece in band if piece.right > left],
        )
        if all(
            len(side) >= _FEWEST_LINES and median(len(piece.text) for piece in side) >= _FEWEST_SIGNS
            for side in sides
        ):
            return left
    return None


def _lines(pieces: list[Line]) -> list[Line]:
    """Put pieces side by side into lines, from the top."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.top, piece.left)):
        if rows and any(_on_one_line(other, piece) for other in rows[-1]):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_line(row) for row in rows]


def _line(row: list[Line]) -> Line:
    order: Callable[[Line], float] = lambda piece: piece.left  # noqa: E731
    if sum(_is_from_right(piece.text) for piece in row) * 2 > len(row):
        order = lambda piece: -piece.right  # noqa: E731
    text, before = "", row[0]
    for piece in sorted(row, key=order):
        gap = max(piece.left - before.right, before.left - piece.right)
        between = BETWEEN_CELLS if gap > _CELL * before.height else " "
        text, before = (f"{text}{between}{piece.text}" if text else piece.text), piece
    return Line(
        text,
        min(piece.left for piece in row),
        min(piece.top for piece in row),
        max(piece.right for piece in row),
        max(piece.bottom for piece in row),
    )


def _paragraphs(lines: list[Line]) -> Iterator[list[Line]]:
    pitch = median([after.top - before.top for before, after in pairwise(lines)] or [0])
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    paragraph = lines[:1]
    for line in lines[1:]:
        if _begins(paragraph[-1], line, pitch, left, right):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _begins(before: Line, line: Line, pitch: float, left: float, right: float) -> bool:
    """Tell whether a paragraph begins with a line."""
    indented = line.left - left > _INDENT * line.height and before.left - left < _INDENT * line.height / 2
    short = before.right - left < _FULL * (right - left) and before.text.rstrip(_CLOSERS)[-1:] in _ENDS
    return (
        line.top - before.top > _APART * pitch
        or not _is_of_size(before.height, line.height)
        or indented
        or short
        or line.text[:1] in _BULLETS
        or BETWEEN_CELLS in line.text
        or BETWEEN_CELLS in before.text
    )


def _is_wide(sign: str) -> bool:
    """Tell whether a character is one of Chinese or Japanese, which have no spaces; Korean has."""
    return (
        bool(sign)
        and unicodedata.east_asian_width(sign) in "WF"
        and "HANGUL" not in unicodedata.name(sign, "")
    )


def _is_from_right(text: str) -> bool:
    return any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in text)
