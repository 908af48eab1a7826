"""Text made alike for finding, with the way back: what stood at each place before.

Quotation marks and dashes become straight, runs of white space one space, letters lose their case and
(Latin, Greek, Cyrillic) their accents, characters that show nothing go, and the rest is NFKC.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from briefer.wording.characters import MARKS, UNSEEN, Span

_PLAIN: Final = r" !-~\u3001-\u3003\u3008-\u3011\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff\uac00-\ud7a3"
"""Folding changes nothing about these but the case of A to Z, unless a mark follows."""

_MARK: Final = rf"{MARKS}\uff9e\uff9f"
_JAMO: Final = r"\u1100-\u11ff"
_CHANGING: Final = re.compile(
    rf" [\s{UNSEEN}]+|[^\S ][\s{UNSEEN}]*|[{UNSEEN}][\s{UNSEEN}]*"
    rf"|[\uac00-\ud7a3{_JAMO}][{_JAMO}]+"
    rf"|[{_PLAIN}][{_MARK}]+"
    rf"|[^{_PLAIN}\s{UNSEEN}][{_MARK}]*"
)
_BLANK: Final = re.compile(rf"[\s{UNSEEN}]+")
_SPACE: Final = re.compile(r"\s")
_ACCENT: Final = re.compile(r"[\u0300-\u036f]")
_STRAIGHT: Final = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″〝〞〟", '"'),
        **dict.fromkeys("‘’‚‛‹›′´ʼ", "'"),
        **dict.fromkeys("‐‑‒–—―−﹘", "-"),
    }
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back to its original, both cut into the same pieces.

    A piece as long as its original maps place by place, any other only as a whole.
    """

    text: str
    keep_case: bool
    keep_accents: bool
    pieces: list[int] = field(repr=False)
    """Where each piece begins in `text`, and last its length."""
    originals: list[int] = field(repr=False)
    """Where each piece begins in the original, and last its length."""

    def span(self, start: int, end: int) -> Span:
        """Give the stretch of the original that was folded to `text[start:end]`."""
        if start < end:
            return self._place(start)[0], self._place(end - 1)[1]
        place = self._place(start)[0] if start < len(self.text) else self.originals[-1]
        return place, place

    def _place(self, position: int) -> Span:
        piece = bisect_right(self.pieces, position) - 1
        start, end = self.originals[piece : piece + 2]
        if self.pieces[piece + 1] - self.pieces[piece] != end - start:
            return start, end
        place = start + position - self.pieces[piece]
        return place, place + 1


def fold(text: str, *, keep_case: bool = False, keep_accents: bool = False) -> Folded:
    """Fold a text for finding in it."""
    stretches: list[str] = []
    pieces, originals = [0], [0]
    size = done = 0
    for changing in _CHANGING.finditer(text):
        start, end = changing.span()
        folded = _fold_characters(changing[0], keep_case=keep_case, keep_accents=keep_accents)
        stretches += text[done:start] if keep_case else text[done:start].lower(), folded
        size += start - done
        if len(folded) != end - start:
            pieces += size, size + len(folded)
            originals += start, end
        size += len(folded)
        done = end
    stretches.append(text[done:] if keep_case else text[done:].lower())
    pieces.append(size + len(text) - done)
    originals.append(len(text))
    return Folded("".join(stretches), keep_case, keep_accents, pieces, originals)


def find_folded(haystack: Folded, needle: str) -> list[Span]:
    """Give the stretches of the original that read like `needle` once both are folded; none overlap."""
    sought = fold(needle, keep_case=haystack.keep_case, keep_accents=haystack.keep_accents).text
    spans: list[Span] = []
    found = haystack.text.find(sought) if sought else -1
    while found >= 0:
        span = haystack.span(found, found + len(sought))
        if not spans or span[0] >= spans[-1][1]:
            spans.append(span)
        found = haystack.text.find(sought, found + len(sought))
    return spans


@lru_cache(maxsize=4096)
def _fold_characters(characters: str, *, keep_case: bool, keep_accents: bool) -> str:
    if _BLANK.fullmatch(characters):
        return " " if _SPACE.search(characters) else ""
    folded = unicodedata.normalize("NFKD", characters.translate(_STRAIGHT))
    if not keep_accents:
        folded = _ACCENT.sub("", folded)
    return unicodedata.normalize("NFKC", folded if keep_case else folded.casefold())
