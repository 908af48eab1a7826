"""Formulas as plain text writes them on one line, so that no value changes: ¾ does not read 34."""

from __future__ import annotations

import re
from typing import Final

from briefer.wording.superscripts import RAISED, raised

_ONE: Final = re.compile(r"[+\-−]?[\w.,]+%?")
"""A number or a word."""
_BRACKETED: Final = re.compile(r"\([^()]*\)")
_ROOTS: Final = {"": "√", "2": "√", "3": "∛", "4": "∜"}


def fraction(above: str, below: str, *, bar: bool = True) -> str:
    """Write what stands above and below a bar, or without one in brackets: how many ways there are."""
    above, below = above.strip(), below.strip()
    return f"{_bracketed(above)}/{_bracketed(below)}" if bar else f"({above} {below})"


def root(inside: str, degree: str = "") -> str:
    """Write a root, with its degree before it where there is no sign for it."""
    degree = degree.strip()
    sign = _ROOTS.get(degree)
    return f"{sign or f'{_bracketed(raised(degree))}√'}({inside.strip()})"


def power(base: str, exponent: str) -> str:
    """Write an exponent above the line, or after ^ where a sign of it does not exist there."""
    if "/" in _BRACKETED.sub("", base):
        base = f"({base})"
    shown = raised(exponent.strip())
    if RAISED.issuperset(shown) or not any(map(str.isalnum, shown)):
        return base + shown
    return f"{base}^({exponent.strip()})"


def lowered(words: str) -> str:
    """Write an index: as it is, or after _ where it is longer than a number or a word."""
    words = words.strip()
    return words if not words or words.isalnum() else f"_({words})"


def _bracketed(words: str) -> str:
    return words if _ONE.fullmatch(words) or _BRACKETED.fullmatch(words) else f"({words})"
