"""Where two sequences of paragraphs differ, told paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Final, NamedTuple

_ALIGNABLE: Final = 400
"""Stretches longer than this are compared place by place: aligning them would take too long."""
_SHOWN: Final = 40


class Difference(NamedTuple):
    """What stands at a place (counted from 1) of what was found, and what should; "" for nothing."""

    place: int
    found: str
    promised: str


def differences(found: Sequence[str], promised: Sequence[str]) -> Iterator[Difference]:
    """Yield each place where what was found is not what was promised, words added or lost included."""
    if found == promised:
        return
    head = _alike(found, promised)
    tail = min(_alike(found[::-1], promised[::-1]), len(found) - head, len(promised) - head)
    left, right = found[head : len(found) - tail], promised[head : len(promised) - tail]
    if len(left) == len(right) or max(len(left), len(right)) > _ALIGNABLE:
        yield from _paired(head, left, right)
        return
    for kind, first, last, low, high in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from _paired(head + first, left[first:last], right[low:high])


def excerpt(found: str, other: str) -> str:
    """Return what stands about the first character that differs from another text."""
    place = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(found, other, strict=False)))
    start, end = max(0, place - _SHOWN // 2), place + _SHOWN
    return f"{'…' if start else ''}{found[start:end]}{'…' if end < len(found) else ''}"


def _alike(found: Sequence[str], promised: Sequence[str]) -> int:
    """Count how many places at the start are equal."""
    pairs = zip(found, promised, strict=False)
    return next(
        (place for place, (one, other) in enumerate(pairs) if one != other), min(len(found), len(promised))
    )


def _paired(before: int, found: Sequence[str], promised: Sequence[str]) -> Iterator[Difference]:
    for place in range(max(len(found), len(promised))):
        one = found[place] if place < len(found) else ""
        other = promised[place] if place < len(promised) else ""
        if one != other or place >= len(found) or place >= len(promised):
            yield Difference(before + place + 1, one, other)
