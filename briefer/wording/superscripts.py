"""Superscripts as plain text shows them: a raised 2 is ², so that 10 with a raised 3 does not read 103.

Subscripts are written so only where they would change a number: H2O, but log₁₀5.
"""

from __future__ import annotations

from typing import Final

_DIGITS: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SIGNS: Final = {**_DIGITS, **str.maketrans("+-‐‑–−=()ni", "⁺⁻⁻⁻⁻⁻⁼⁽⁾ⁿⁱ")}
RAISED: Final = frozenset(map(chr, _SIGNS.values()))
"""The signs that stand above the line."""
_LETTERS: Final = frozenset({"", "n", "i"})
"""Letters that are raised too, where one stands alone; others stay as they are, as in 1st and Mme."""

_LOWERED: Final = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_LOWERED_SIGNS: Final = {**_LOWERED, **str.maketrans("+-‐‑–−=()", "₊₋₋₋₋₋₌₍₎")}


def raised(words: str) -> str:
    """Write the words of a superscript; those in square brackets are a reference to a note, and stay."""
    if "[" in words:
        return words
    letters = "".join(filter(str.isalpha, words))
    return words.translate(_SIGNS if letters in _LETTERS else _DIGITS)


def below(words: str, before: str, after: str) -> str:
    """Write the words of a subscript between others: as they are, unless digits would run into digits.

    Behind a superscript they do not stand for themselves, and stay.
    """
    joins = words[:1].isdecimal() and before[-1:].isdecimal()
    joined = words[-1:].isdecimal() and after[:1].isdecimal() and before[-1:] not in RAISED
    if not joins and not joined:
        return words
    return words.translate(_LOWERED if any(map(str.isalpha, words)) else _LOWERED_SIGNS)
