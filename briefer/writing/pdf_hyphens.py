"""Where an English word may be parted at the end of a line."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pyphen import Pyphen

SOFT: Final = "\u00ad"
"""Printed as a hyphen, and read as none: it is no part of the word (ISO 32000-1, 14.8.2.2.3)."""

# A name, an abbreviation, an address or a number is not parted; nor a word that has a hyphen already.
_PLAIN = re.compile(r"([“‘(\[]*)([a-z]{6,})[^\w/@-]*", re.ASCII)
_LEAST = 3
"""So many letters stay before the hyphen, and as many go on the next line."""


def parts(text: str) -> list[int]:
    """Give the offsets at which a word, with what stands around it, may be parted; the last one first."""
    found = _PLAIN.fullmatch(text)
    return [found.end(1) + place for place in _inside(found[2])] if found else []


@lru_cache(maxsize=10_000)
def _inside(word: str) -> tuple[int, ...]:
    places = _patterns().positions(word)
    return tuple(place for place in reversed(places) if _LEAST <= place <= len(word) - _LEAST)


@cache
def _patterns() -> Pyphen:
    from pyphen import Pyphen

    return Pyphen(lang="en_US")
