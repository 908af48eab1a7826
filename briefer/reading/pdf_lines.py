"""Words become lines: what stands side by side, what is raised, and how two lines are joined."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import groupby, pairwise
from statistics import median
from typing import Final, NamedTuple

from briefer.isolated.pdf_words import Word
from briefer.reading.blocks import BETWEEN_CELLS
from briefer.wording.superscripts import raised

_GAP: Final = 0.9
"""Of a line's height: words further apart may stand in two columns."""
_GLUED: Final = 0.1
"""Of a line's height: a mark or a raised number closer than that belongs to the word before it."""
_TOUCHING: Final = 0.02
"""Of a line's height: words that are no further apart are one, set in two sizes or at two heights."""
_BETWEEN_SCRIPTS: Final = 0.3
"""Of the size of type: programs set Korean, Chinese and Japanese so far off Latin letters and digits."""
_GOES_WITH: Final = ",.;:!?)]”’»"
_POWER: Final = re.compile(r"[-+−–]?(?:\d+|[ni])")
_RAISED, _SMALL = 0.2, 0.85
"""Of a line's height: a number that stands so much higher is raised, if its type is so much smaller."""
_CELL: Final = 2.0
"""Of a line's height: words further apart on a line stand in two cells of a table."""
_OTHER_SIZE: Final = 1.15
APART: Final = 1.35
"""Of the usual distance between lines: more begins a paragraph."""
_ENDS: Final = ".!?…:;。！？"
_DASHES: Final = "-\xad–—"
BULLETS: Final = "•‣▪●○◦–—"
_NO_CELLS: Final = frozenset("•‣▪◦")
"""Bullets that never are all that a cell of a table says, as a dash may be."""
_MARK_BEFORE: Final = re.compile(r"(?<!\S)([.,:;!?]+)(\d\S*)(?!\S)")
_HYPHEN_BEHIND: Final = re.compile(r"(?<=[^\W\d_])(\d[\d.,]*)-(?!\S)")
_CLOSERS: Final = "\"'”’»)]」』）"


class Line(NamedTuple):
    """Words side by side, in a box of points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    """Of the largest of its words, in points."""

    @property
    def height(self) -> float:
        return self.bottom - self.top


Row = list[Line]
"""Pieces side by side, all across the page."""


def pieces_of(words: Iterable[Word]) -> list[Line]:
    """Join neighbours that stand close together on a line."""
    found: list[Line] = []
    words = list(words)
    writes_spaces = any(word.spaced for word in words)
    for word in words:
        piece = Line(
            _written(word), word.left, word.top, word.right, max(word.bottom, word.top + 1), word.size
        )
        last = found[-1] if found else None
        if last and _on_one_line(last, piece) and -_GAP < (piece.left - last.right) / last.height < _GAP:
            closed = not word.spaced and _is_set_off(last, piece, hangul=writes_spaces)
            found[-1] = _side_by_side(last, piece, closed=closed)
        else:
            found.append(piece)
    return found


def _written(word: Word) -> str:
    """Write what is raised in a word as superscripts."""
    if not word.raised:
        return word.text
    runs = groupby(range(len(word.text)), word.raised.__contains__)
    stretches = ((high, "".join(word.text[place] for place in places)) for high, places in runs)
    return "".join(raised(signs) if high else signs for high, signs in stretches)


def _side_by_side(last: Line, piece: Line, *, closed: bool) -> Line:
    return _around(last.text + (piece.text if closed else _beside(last, piece)), [last, piece])


def _is_set_off(last: Line, piece: Line, *, hangul: bool) -> bool:
    """Tell whether what is free between two pieces is but the looks of two scripts side by side.

    Korean has spaces: where the file writes such, a word of it may go on a number, as 년 goes on 2024.
    """
    one, other = last.text[-1], piece.text[0]
    if piece.left - last.right > _BETWEEN_SCRIPTS * piece.size or not (one.isalnum() and other.isalnum()):
        return False
    if _is_wide(one) or _is_wide(other):
        return not (_is_asian(one) and _is_asian(other))
    return hangul and one.isdigit() and _is_asian(other)


def _beside(last: Line, piece: Line) -> str:
    """Return what a piece adds to a line: some programs set raised digits, and what follows, as words.

    A digit that touches another at another height is no part of its number, as in 10 6.
    """
    if piece.left - last.right < _GLUED * last.height:
        higher = last.bottom - _RAISED * last.height
        if _POWER.fullmatch(piece.text) and piece.bottom < higher and piece.size < _SMALL * last.size:
            return raised(piece.text)
        if piece.text[0] in _GOES_WITH:
            return piece.text
        digits = last.text[-1].isdigit() and piece.text[0].isdigit()
        if abs(piece.left - last.right) < _TOUCHING * last.height and not digits:
            return piece.text
    return f" {piece.text}"


def _around(text: str, pieces: Sequence[Line]) -> Line:
    """Put a box around pieces: one that is smaller, and higher or lower, does not make the line taller."""
    size = max(piece.size for piece in pieces)
    large = [piece for piece in pieces if piece.size >= _SMALL * size]
    return Line(
        text,
        min(piece.left for piece in pieces),
        min(piece.top for piece in large),
        max(piece.right for piece in pieces),
        max(piece.bottom for piece in large),
        size,
    )


def _on_one_line(one: Line, other: Line) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0.5 * min(one.height, other.height)


def rows_of(found: Iterable[Line]) -> list[Row]:
    """Put pieces that stand side by side together, from the top."""
    rows: list[Row] = []
    for piece in sorted(found, key=lambda piece: (piece.top, piece.left)):
        if rows and any(_on_one_line(other, piece) for other in rows[-1]):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def line_of(row: Row) -> Line:
    """Join pieces that stand side by side, cells of a table with a sign between them."""
    first, *others = _in_order(row)
    text, before = first.text, first
    for piece in others:
        between = BETWEEN_CELLS if is_parted(before, piece) and text not in _NO_CELLS else " "
        text, before = f"{text}{between}{piece.text}", piece
    return _around(_with_marks_behind(text.strip(" ")), row)


def together(row: Row) -> Line:
    """Join the words of a line that wide spaces part."""
    return _around(" ".join(piece.text for piece in _in_order(row)), row)


def _in_order(row: Row) -> Row:
    if sum(_is_from_right(piece.text) for piece in row) * 2 > len(row):
        return sorted(row, key=lambda piece: -piece.right)
    return sorted(row, key=lambda piece: piece.left)


def is_parted(one: Line, other: Line) -> bool:
    """Tell whether pieces that stand side by side are cells of a table; one without words is a cell."""
    gap = max(other.left - one.right, one.left - other.right)
    return gap > _CELL * one.height or not (one.text and other.text)


def _with_marks_behind(text: str) -> str:
    """Put marks behind the number that they follow in a text from the right; pdfium has them before it."""
    letters = [sign for sign in text if sign.isalpha()]
    if sum(map(_is_from_right, letters)) * 2 <= len(letters):
        return text
    return _HYPHEN_BEHIND.sub(r"-\1", _MARK_BEFORE.sub(r"\2\1", text))


def text_of(lines: Sequence[Line]) -> str:
    """Join the lines of a paragraph."""
    return reduce(joined, (line.text for line in lines))


def is_ended(text: str) -> bool:
    """Tell whether a text ends as a sentence does."""
    return text.rstrip(_CLOSERS)[-1:] in _ENDS


def pitch_of(lines: Sequence[Line]) -> float:
    """Return the usual distance between lines, top to top; of fewer than two, 0."""
    return median([after.top - before.top for before, after in pairwise(lines)] or [0])


def joined(before: str, after: str) -> str:
    """Join two lines of a paragraph."""
    return before + space_between(before, after) + after


def space_between(before: str, after: str) -> str:
    """Return what joins two lines: a space, but nothing behind a word’s dash nor in Chinese or Japanese."""
    dash = before[-1:] in _DASHES and before[-2:-1] not in {"", " ", "-"}
    return "" if dash or (_is_wide(before[-1:]) and _is_wide(after[:1])) else " "


def is_of_size(one: float, other: float) -> bool:
    """Tell whether two sizes of type are about the same."""
    return max(one, other) <= _OTHER_SIZE * min(one, other)


def _is_wide(sign: str) -> bool:
    """Tell whether a character is one of Chinese or Japanese, which have no spaces; Korean has."""
    return _is_asian(sign) and "HANGUL" not in unicodedata.name(sign, "")


def _is_asian(sign: str) -> bool:
    """Tell whether a character is one of Chinese, Japanese or Korean."""
    return bool(sign) and unicodedata.east_asian_width(sign) in "WF"


def _is_from_right(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in text)
