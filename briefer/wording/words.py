"""The shape of a word."""

from __future__ import annotations

import re
from typing import Final

from briefer.wording.characters import HAN, KANA, MARKS

_LETTER = rf"(?:[^\W{KANA}{HAN}][{MARKS}\u00ad]*)"
_CORE = rf"(?:(?:[A-Za-z]\.){{2,}}|{_LETTER}+)"
WORD: Final = re.compile(
    # Apostrophes and hyphens join, and so do the point and comma of a number: U.S.’s, co-production, 50,000.
    rf"{_CORE}(?:['’\-‐‑]{_CORE}|(?<=\d)[.,]\d+)*"
)
"""A word of a script that parts its words; U.S. keeps its last point. Kana and kanji are never in it."""
