"""Where two texts begin to differ, and the names of characters that look alike or cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import islice
from typing import Final

from briefer.wording.characters import Span

_WORD: Final = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
_SHOWN: Final = 40
_COMPARED: Final = 60
_WORDS_COMPARED: Final = 400
_NAMED: Final = 3
"""Longer stretches that differ are seen to; the characters of shorter ones are named."""


def alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Count how many places at the start are equal: paragraphs, or the characters of words."""
    pairs = zip(one, other, strict=False)
    return next(
        (place for place, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other))
    )


def other_words(one: str, other: str) -> tuple[list[Span], list[Span]]:
    """Return the stretches (code points) of two texts whose words the other has not at their place.

    The first words of each are compared, so many that nobody waits whatever they are.
    """
    words = [
        [found.span() for found in islice(_WORD.finditer(text), _WORDS_COMPARED)] for text in (one, other)
    ]
    said = [[text[slice(*span)] for span in spans] for text, spans in zip((one, other), words, strict=True)]
    pairs = SequenceMatcher(None, said[0], said[1], autojunk=False)
    found: tuple[list[Span], list[Span]] = [], []
    for kind, *ends in pairs.get_opcodes():
        for side, first, last in ((0, *ends[:2]), (1, *ends[2:])):
            if kind != "equal" and first < last:
                found[side].append((words[side][first][0], words[side][last - 1][1]))
    return found


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
    either = there + due
    if max(len(there), len(due)) > _NAMED or (either.isascii() and not either.isspace()):
        return ""
    if not due:
        return f" ({named(there)} was added)"
    return f" ({named(there)} for {named(due)})" if there else f" ({named(due)} is missing)"


def named(text: str) -> str:
    """Return the characters of a text by code point and name."""
    return " + ".join(f"U+{ord(one):04X} {unicodedata.name(one, '')}".strip() for one in text)
