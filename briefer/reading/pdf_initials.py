"""A large first letter that stands beside several lines belongs to the first of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Final

from briefer.isolated.pdf_words import Word

_INITIAL: Final = re.compile(r"[“‘\"']?[^\W\d_]")
_LARGER: Final = 1.6
"""Of the size of the text beside it, and of what is usual on its page, is an initial at least."""
_FEWEST_LINES: Final = 2
_TAIL: Final = 0.17
"""Of an initial's height: room for tails below it, beside which none of its lines has its middle."""
_OVER, _BESIDE = 0.4, 1.5
"""Of the size of the text: how far its lines may begin before an initial ends, or behind it."""


def with_initials(words: Sequence[Word]) -> list[Word]:
    """Give each initial to the word it begins, and let the lines beside it begin where it stands."""
    changed: dict[int, Word | None] = {}
    least = _LARGER * median([word.size for word in words] or [0])
    for place, word in enumerate(words):
        if word.size > least and _INITIAL.fullmatch(word.text) and word.text[-1].isupper():
            changed |= _taken_in(words, place)
    found = (changed.get(place, word) for place, word in enumerate(words))
    return [word for word in found if word]


def _taken_in(words: Sequence[Word], place: int) -> dict[int, Word | None]:
    """Return what becomes of words (by their places) when a letter is an initial; nothing if it is none."""
    initial = words[place]
    begins = list(_beginning_beside(words, initial))
    first = words[begins[0]] if begins else initial
    if len(begins) < _FEWEST_LINES or not (first.text[:1].islower() or first.text.isupper()):
        return {}
    # “A dam” is two words, “At” is one.
    begin = f"{initial.text} " if first.spaced else initial.text
    text, shift = begin + first.text, len(begin)
    raised = tuple(shift + sign for sign in first.raised)
    moved: dict[int, Word | None] = {at: words[at]._replace(left=initial.left) for at in begins}
    whole = first._replace(text=text, left=initial.left, raised=raised)
    return moved | {begins[0]: whole, place: None}


def _beginning_beside(words: Sequence[Word], initial: Word) -> Iterator[int]:
    """Yield the places of the words that begin the lines beside an initial, from the top."""
    bottom = initial.bottom - _TAIL * (initial.bottom - initial.top)
    near = [
        (word.top, word.left, place)
        for place, word in enumerate(words)
        if initial.top < (word.top + word.bottom) / 2 < bottom
        and word.right > initial.left
        and word.left < initial.right + _BESIDE * word.size
        and word is not initial
    ]
    line_begins_at = float("-inf")
    for top, left, place in sorted(near):
        word = words[place]
        if top < line_begins_at + (word.bottom - top) / 2:
            continue
        line_begins_at = top
        if left > initial.right - _OVER * word.size and word.size * _LARGER < initial.size:
            yield place
