"""Which characters the fonts shipped with briefer can show; an export must not lose one in silence."""

from __future__ import annotations

import json
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Coverage:
    """The first and last code points of the ranges that each font covers, by the stem of its file."""

    firsts: Mapping[str, Sequence[int]]
    lasts: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, ranges: Mapping[str, Sequence[Sequence[int]]]) -> Coverage:
        """Take `{"font": [[first, last], …]}`, in any order."""
        ordered = {font: sorted((first, last) for first, last in pairs) for font, pairs in ranges.items()}
        return cls(
            {font: [first for first, _ in pairs] for font, pairs in ordered.items()},
            {font: [last for _, last in pairs] for font, pairs in ordered.items()},
        )

    def shows(self, font: str, character: str) -> bool:
        """Tell whether a font has a glyph; a font that is not listed has none."""
        place = bisect_right(self.firsts.get(font, ()), ord(character)) - 1
        return place >= 0 and ord(character) <= self.lasts[font][place]

    def font_for(self, character: str, order: Sequence[str]) -> str | None:
        """Give the first font of the order that shows a character."""
        return next((font for font in order if self.shows(font, character)), None)

    def missing(self, text: str, fonts: Sequence[str]) -> list[tuple[int, str]]:
        """Give the place of each character that none of the fonts shows, and the character.

        Control and format characters have nothing to show and are never missing.
        """
        unshown = {
            character
            for character in set(text)
            if unicodedata.category(character) not in {"Cc", "Cf"} and not self.font_for(character, fonts)
        }
        if not unshown:
            return []
        return [(place, character) for place, character in enumerate(text) if character in unshown]


@cache
def read_coverage(path: Path) -> Coverage:
    """Read the coverage that is shipped beside the fonts, once."""
    return Coverage.of(json.loads(path.read_text(encoding="utf-8")))
