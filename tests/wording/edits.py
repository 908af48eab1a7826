"""Edits that newer copies of a text are known to bring, with what became of every stretch."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

Splice = tuple[int, int, str]
"""Start and end in the old text, and what stands there in the new one."""


@dataclass(frozen=True)
class Edited:
    """A new text made of stretches of the old one, in their new order, with splices in them."""

    old: str
    order: tuple[tuple[int, int], ...]
    splices: tuple[Splice, ...]

    @property
    def text(self) -> str:
        return "".join(self._written(*stretch) for stretch in self.order)

    def truth(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a stretch stands now; None if it is gone, or was taken apart."""
        place = 0
        for first, last in self._joined():
            if first <= start and end <= last:
                begin = place + len(self._written(first, start, behind=True))
                found = self._written(start, end, before=False)
                return (begin, begin + len(found)) if found.strip() else None
            place += len(self._written(first, last))
        return None

    def is_gone(self, start: int, end: int) -> bool:
        """Tell whether nothing of a stretch is left, rather than only some of it."""
        return all(last <= start or end <= first for first, last in self.order)

    def _joined(self) -> list[tuple[int, int]]:
        """Join stretches that still follow each other."""
        joined: list[tuple[int, int]] = []
        for first, last in self.order:
            before = joined.pop() if joined and joined[-1][1] == first else (first, first)
            joined.append((before[0], last))
        return joined

    def _written(self, first: int, last: int, *, before: bool = True, behind: bool = False) -> str:
        """Write a stretch as it is now, with what was inserted right before or behind it, or without."""
        parts, done = [], first
        for start, end, words in self.splices:
            inserted = start == end
            outside = start < first or end > last
            if outside or (inserted and ((start == first and not before) or (start == last and not behind))):
                continue
            parts += [self.old[done:start], words]
            done = end
        return "".join((*parts, self.old[done:last]))


Edit = Callable[[str, random.Random], Edited]


def replacing(pattern: str, change: Callable[[str], str], share: float = 1.0) -> Edit:
    """Return an edit that changes some share of what a pattern matches."""

    def edit(text: str, chance: random.Random) -> Edited:
        found = [one for one in re.finditer(pattern, text) if chance.random() < share]
        splices = tuple((*one.span(), change(one[0])) for one in found if change(one[0]) != one[0])
        return Edited(text, ((0, len(text)),), splices)

    return edit


def paragraphs(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(r"[^\n]*\n+|[^\n]+\Z", text)]


def inserted_paragraphs(text: str, chance: random.Random) -> Edited:
    begins = [first for first, _ in paragraphs(text) if chance.random() < 0.4]
    added = "This paragraph was added by the outlet in a later edition.\n\n"
    return Edited(text, ((0, len(text)),), tuple((first, first, added) for first in begins))


def deleted_paragraphs(text: str, chance: random.Random) -> Edited:
    kept = [span for span in paragraphs(text) if chance.random() < 0.7]
    return Edited(text, tuple(kept), ())


def reordered_paragraphs(text: str, chance: random.Random) -> Edited:
    spans = paragraphs(text)
    chance.shuffle(spans)
    return Edited(text, tuple(spans), ())


def deleted_sentences(text: str, chance: random.Random) -> Edited:
    spans = [found.span() for found in re.finditer(r"(?:[^.\n]|(?<=[A-Z])\.)*(?:\.\s*|\n+)|[^\n]+\Z", text)]
    return Edited(text, tuple(span for span in spans if chance.random() < 0.75), ())


def _typo(word: str) -> str:
    middle = len(word) // 2
    return word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]


EDITS: Final[Mapping[str, Edit]] = {
    "white space": replacing(r" ", lambda _: "\u00a0 ", 0.3),
    "rewrapped lines": replacing(r" ", lambda _: "\n", 0.1),
    "quotation marks": replacing(
        r"[\"'“”‘’]", lambda mark: {"“": '"', "”": '"', "‘": "'", "’": "'", '"': "“"}.get(mark, "’")
    ),
    "normalisation": replacing(r"\S+", lambda word: unicodedata.normalize("NFD", word)),
    "dashes": replacing(r"[-–—]", lambda mark: "–" if mark == "-" else "-"),
    "inserted paragraphs": inserted_paragraphs,
    "inserted sentences": replacing(r"(?<=\. )(?=[A-Z])", lambda _: "It was added later. ", 0.3),
    "deleted paragraphs": deleted_paragraphs,
    "reordered paragraphs": reordered_paragraphs,
    "deleted sentences": deleted_sentences,
    "case": replacing(r"\b[a-z]+\b", str.title, 0.2),
    "typing errors": replacing(r"\b[A-Za-z]{5,}\b", _typo, 0.05),
    "other words": replacing(r"\b[a-z]{4,}\b", lambda _: "otherwise", 0.06),
}
"""The thirteen kinds by name."""
SILENT: Final = (
    "white space",
    "rewrapped lines",
    "quotation marks",
    "normalisation",
    "dashes",
    "inserted paragraphs",
)
"""Those after which a passage is to be found without asking."""
