"""Paragraphs and tables become text: a blank line between paragraphs, a line for each row of a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final, NamedTuple

from briefer.wording.struck_out import struck_out_paragraphs
from briefer.wording.superscripts import below, raised

BETWEEN_CELLS: Final = " | "
_LONG_CELL: Final = 300
"""Code points: a table with such a cell lays out text, and reads cell by cell."""


def as_row(cells: Sequence[Sequence[str]]) -> str | None:
    """Join the cells of a row, each with its paragraphs; None when they rather lay out text."""
    joined = [" ".join(" ".join(words.split("\n")).strip() for words in cell) for cell in cells]
    if len(cells) == 1 or max(map(len, joined), default=0) > _LONG_CELL:
        return None
    return BETWEEN_CELLS.join(joined).strip() if any(joined) else ""


class Look(NamedTuple):
    """How words are shown, where that changes what they say."""

    hidden: bool = False
    struck: bool = False
    above: bool = False
    """They stand above the line."""
    below: bool = False
    """They stand below it."""


PLAIN: Final = Look()


@dataclass(slots=True)
class Words:
    """The words of a paragraph on their way; those that look alike become one stretch where they touch."""

    _parts: list[tuple[str, Look]] = field(default_factory=list)
    _parted: bool = False
    """What came last is a fraction: words after it are not of it."""

    def say(self, words: str, look: Look = PLAIN) -> None:
        """Go on with words."""
        self._parts.append((self._off(words) if self._parted else words, look))
        self._parted = self._parted and not words

    def say_apart(self, words: str, look: Look = PLAIN) -> None:
        """Go on with a fraction, that the number before it is not of: 2 1/2."""
        self._parts.append((self._off(words), look))
        self._parted = True

    def _off(self, words: str) -> str:
        before = next((said for said, _ in reversed(self._parts) if said), "")
        return f" {words}" if before[-1:].isalnum() and words[:1].isalnum() else words

    def text(self) -> str:
        """Return all of them."""
        stretches = groupby((part for part in self._parts if part[0]), lambda part: part[1].struck)
        return "".join(
            struck_out_paragraphs(_on_one_line(parts)) if struck else _on_one_line(parts)
            for struck, parts in stretches
        )


def _on_one_line(parts: Iterable[tuple[str, Look]]) -> str:
    stretches = groupby(parts, lambda part: part[1])
    joined = [(look, "".join(words for words, _ in stretch)) for look, stretch in stretches]
    shown = ["", *(raised(words) if look.above else words for look, words in joined), ""]
    around = zip(joined, shown, shown[1:], shown[2:], strict=False)
    return "".join(
        below(words, before, after) if look.below else words for (look, _), before, words, after in around
    )


@dataclass
class Blocks:
    """Paragraphs in their order; those put in `close` follow each other without a blank line."""

    _lines: list[tuple[str, bool]] = field(default_factory=list)

    def paragraph(self, text: str, *, close: bool = False) -> None:
        """Add a paragraph, unless it is blank."""
        if text.strip():
            self._lines.append((text.strip(" \t\r\n"), close))

    def row(self, cells: Sequence[Sequence[str]]) -> None:
        """Add a row of a table, each cell with its paragraphs."""
        joined = as_row(cells)
        if joined is None:
            self.extend(words for cell in cells for words in cell)
        else:
            self.paragraph(joined, close=True)

    def note(self, number: int, paragraphs: Iterable[str]) -> None:
        """Add a note with the number by which the text refers to it."""
        self.paragraph(f"[{number}] " + "\n".join(paragraphs))

    def extend(self, paragraphs: Iterable[str]) -> None:
        """Add several paragraphs."""
        for text in paragraphs:
            self.paragraph(text)

    def paragraphs(self) -> list[str]:
        """Return what was added so far, a string each."""
        return [text for text, _ in self._lines]

    def text(self) -> str:
        """Return all of it."""
        parts: list[str] = []
        before = False
        for text, close in self._lines:
            if parts:
                parts.append("\n" if close and before else "\n\n")
            parts.append(text)
            before = close
        return "".join(parts)
