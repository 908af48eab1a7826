"""The order in which the words of a page are read: by columns, lines and paragraphs.

A page is cut where white space runs across it or down it (the recursive cut of Nagy and Seth, 1984).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf
from statistics import median
from typing import Final

from briefer.isolated.pdf_words import Word
from briefer.reading.blocks import BETWEEN_CELLS
from briefer.reading.pdf_flow import INDENT, Page, Paragraph, goes_on
from briefer.reading.pdf_initials import with_initials
from briefer.reading.pdf_lines import (
    APART,
    BULLETS,
    Line,
    Row,
    is_ended,
    is_of_size,
    line_of,
    pieces_of,
    pitch_of,
    rows_of,
)
from briefer.reading.pdf_margins import framings, parted_notes
from briefer.reading.pdf_tables import in_columns, unstretched

_GUTTER: Final = 0.6
"""Of a line's height, at least, parts two columns."""
_FEWEST_LINES, _FEWEST_SIGNS = 3, 15
"""Lines, and characters in the middle one of them, that make a column: the cells of a table have less."""
_MOST_CUTS: Final = 12
_FULL: Final = 0.85
"""Of a column's width: a sentence that ends before it ends its paragraph."""


def read_pages(pages: Sequence[Sequence[Word]]) -> list[Page]:
    """Put the words of each page in order; what runs sideways or aslant comes last."""
    levels = (with_initials([word for word in page if word.level]) for page in pages)
    framed = framings([rows_of(pieces_of(words)) for words in levels])
    return [_page(*framing, words) for framing, words in zip(framed, pages, strict=True)]


def _page(head: list[Row], rows: list[Row], foot: list[Row], words: Sequence[Word]) -> Page:
    body, notes = _read(rows)
    feet = [line_of(row).text for row in foot]
    aslant = [piece.text for piece in pieces_of(word for word in words if not (word.level or word.turned))]
    return Page([line_of(row).text for row in head], body, [*notes, *feet, *_sideways(words), *aslant])


def _sideways(words: Sequence[Word]) -> Iterator[str]:
    """Yield what runs upwards, downwards or upside down, each read as if the page were turned for it."""
    for quarters in range(1, 4):
        levelled = with_initials([word.levelled() for word in words if word.turned == quarters])
        body, notes = _read(rows_of(pieces_of(levelled)))
        yield from (paragraph.text for paragraph in body)
        yield from notes


def _read(page: list[Row]) -> tuple[list[Paragraph], list[str]]:
    """Return the paragraphs of the columns, and the notes below them."""
    body: list[Paragraph] = []
    notes: list[str] = []
    pieces = [piece for row in page for piece in row]
    usual = median([piece.size for piece in pieces] or [0])
    lowest = max([piece.top for piece in pieces] or [0])
    for rows in unstretched([rows_of(column) for column in _columns(pieces, 0)]):
        lines, below = parted_notes([line_of(row) for row in in_columns(rows)], usual, lowest)
        notes += below
        found = list(_paragraphs(lines)) if lines else []
        if body and found and goes_on(body[-1], found[0]):
            found[0] = body.pop().with_rest(found[0])
        body += found
    return body, notes


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
        if all(map(_is_column, sides)):
            return left
    return None


def _is_column(side: list[Line]) -> bool:
    """Tell whether what stands beside a gap is running text; wide spaces part no line of it."""
    edges = [-inf, *(right for _, right in _gaps(side)), inf]
    parts = [[piece for piece in side if left <= piece.left < right] for left, right in pairwise(edges)]
    rows = [sum(len(piece.text) for piece in row) for part in parts for row in rows_of(part)]
    return len(rows) >= _FEWEST_LINES and median(rows) >= _FEWEST_SIGNS


def _paragraphs(lines: list[Line]) -> Iterator[Paragraph]:
    pitch = pitch_of(lines)
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    paragraph = lines[:1]
    for line in lines[1:]:
        if _begins(paragraph[-1], line, pitch, left, right):
            yield Paragraph(paragraph, left, right)
            paragraph = []
        paragraph.append(line)
    yield Paragraph(paragraph, left, right)


def _begins(before: Line, line: Line, pitch: float, left: float, right: float) -> bool:
    """Tell whether a paragraph begins with a line."""
    indented = line.left - left > INDENT * line.height and before.left - left < INDENT * line.height / 2
    return (
        line.top - before.top > APART * pitch
        or not is_of_size(before.size, line.size)
        or indented
        or (before.right - left < _FULL * (right - left) and is_ended(before.text))
        or line.text[:1] in BULLETS
        or BETWEEN_CELLS in line.text
        or BETWEEN_CELLS in before.text
    )
