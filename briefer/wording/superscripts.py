"""Superscripts as plain text shows them: a raised 2 is ², so that 10 with a raised 3 does not read 103."""

from __future__ import annotations

from typing import Final

_DIGITS: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SIGNS: Final = {**_DIGITS, **str.maketrans("+-‐‑–−=()ni", "⁺⁻⁻⁻⁻⁻⁼⁽⁾ⁿⁱ")}
RAISED: Final = frozenset(map(chr, _SIGNS.values()))
"""The signs that stand above the line."""
_LETTERS: Final = frozenset({"", "n", "i"})
"""Letters that are raised too, where one stands alone; others stay as they are, as in 1st and Mme."""


def raised(words: str) -> str:
    """Write the words of a superscript; those in square brackets are a reference to a note, and stay."""
    if "[" in words:
        return words
    letters = "".join(filter(str.isalpha, words))
    return words.translate(_SIGNS if letters in _LETTERS else _DIGITS)
