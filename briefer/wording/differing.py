"""Where two texts begin to differ, and the names of characters that look alike or cannot be seen."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

_SHOWN: Final = 40
_COMPARED: Final = 60
_NAMED: Final = 3
"""Longer stretches that differ are seen to; the characters of shorter ones are named."""


def alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Count how many places at the start are equal: paragraphs, or the characters of words."""
    pairs = zip(one, other, strict=False)
    return next(
        (place for place, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other))
    )


def excerpt(found: str, other: str) -> str:
    """Return what stands about the first character that differs from another text."""
    place = alike(found, other)
    start, end = max(0, place - _SHOWN // 2), place + _SHOWN
    return f"{'…' if start else ''}{found[start:end]}{'…' if end < len(found) else ''}"


def characters(found: str, other: str) -> str:
    """Return in brackets, after a space, which characters differ first; "" where a reader sees it anyway.

    Letters of one alphabet are told apart by eye, quotation marks, spaces and letters of two are not.
    """
    place = alike(found, other)
    one, two = found[place : place + _COMPARED], other[place : place + _COMPARED]
    pairs = SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    _, first, last, low, high = next((pair for pair in pairs if pair[0] != "equal"), ("", 0, 0, 0, 0))
    there, due = one[first:last], two[low:high]
    if max(len(there), len(due)) > _NAMED or (there + due).isascii():
        return ""
    if not due:
        return f" ({named(there)} was added)"
    return f" ({named(there)} for {named(due)})" if there else f" ({named(due)} is missing)"


def named(text: str) -> str:
    """Return the characters of a text by code point and name."""
    return " + ".join(f"U+{ord(one):04X} {unicodedata.name(one, '')}".strip() for one in text)
