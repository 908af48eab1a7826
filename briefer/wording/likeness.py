"""How much of one text stands in another, told by a few stretches of it."""

from __future__ import annotations

from typing import Final

_SAMPLES: Final = 24
_STRETCH: Final = 32
"""Code points of each; chance does not repeat so many."""
_FIRST: Final = 6
"""After so many that do not stand there the texts are taken for different."""
NEARLY_ALL: Final = 0.75


def share_of(text: str, other: str) -> float:
    """Return the share, 0 to 1, of evenly spaced stretches of a text that stand in the other."""
    if len(text) < _STRETCH:
        return float(bool(text) and text in other)
    last = len(text) - _STRETCH
    places = sorted({last * number // (_SAMPLES - 1) for number in range(_SAMPLES)})
    # From all over the text, so that a common beginning does not stand for it.
    order = [place for first in range(_FIRST) for place in places[first::_FIRST]]
    found = 0
    for number, place in enumerate(order, 1):
        found += text[place : place + _STRETCH] in other
        if number == _FIRST and not found:
            return 0.0
    return found / len(order)


def near_twins(text: str, other: str) -> bool:
    """Tell whether two texts are nearly the same, as two copies of one report are."""
    return of_one_length(len(text), len(other)) and share_of(text, other) >= NEARLY_ALL


def of_one_length(length: int, other: int) -> bool:
    """Tell whether two texts are long enough, each for the other, to be nearly the same."""
    return min(length, other) >= NEARLY_ALL * max(length, other)
