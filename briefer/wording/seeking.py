"""What is looked for, and the words around it where it was found."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, NamedTuple

from briefer.wording.characters import HAN, HANGUL, KANA, Span
from briefer.wording.folding import Folded, find_folded, fold

_BEFORE: Final = 30
"""Columns of a fixed font: a kana, kanji or hangul syllable takes two, so that the hit still shows."""
_AFTER: Final = 130
_WIDE: Final = re.compile(rf"[{HANGUL}{KANA}{HAN}\u3000-\u303f\uff01-\uff60]")
_LINE_FEEDS: Final = re.compile(r"\n+")


@dataclass(frozen=True, slots=True)
class Query:
    """Words to look for, whatever their kinds of quotation marks, dashes, spaces and accents."""

    words: str = ""
    match_case: bool = False
    whole_words: bool = False

    def __bool__(self) -> bool:
        """Tell whether there is anything to look for: blanks alone stand everywhere."""
        return bool(self.words.strip())

    def fold(self, text: str) -> Folded:
        """Fold a text so that this can be looked for in it."""
        return fold(text, keep_case=self.match_case)

    def places(self, folded: Folded, most: int = sys.maxsize) -> list[Span]:
        """Return where the words stand first in a text that this query folded; no two places overlap."""
        return find_folded(folded, self.words, whole_words=self.whole_words, most=most) if self else []


class Context(NamedTuple):
    """What a hit reads like in its line; … stands where the line was cut."""

    before: str
    words: str
    after: str


def context(text: str, start: int, end: int) -> Context:
    """Return a stretch with what stands on its line before and behind it, as far as that is of use."""
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    first, last = max(line_start, start - _columns_back(text, start)), end + _AFTER
    last = min(last, len(text) if line_end < 0 else line_end)
    before = text[first:start]
    if first > line_start:
        # A word that was cut says nothing; a script without spaces is cut anywhere.
        before = "…" + (before[before.find(" ") + 1 :] if " " in before else before)
    after = text[end:last]
    if last < len(text) and text[last] != "\n":
        after = (after[: after.rfind(" ")] if " " in after else after) + "…"
    return Context(before.lstrip(), _LINE_FEEDS.sub(" ", text[start:end]), after.rstrip())


def _columns_back(text: str, place: int) -> int:
    """Return how many characters before a place take the columns that there are for them."""
    before = text[max(0, place - _BEFORE) : place]
    if not _WIDE.search(before):
        return len(before)
    columns = accumulate(2 if _WIDE.match(character) else 1 for character in reversed(before))
    return sum(taken <= _BEFORE for taken in columns)
