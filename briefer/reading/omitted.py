"""What of a document is not in its text, counted by stretches, to be said to the user."""

from __future__ import annotations

from typing import NamedTuple

from briefer.reading.reading import COMMENT, DELETED, FORMULA, HIDDEN, STRUCK, left_out


class Look(NamedTuple):
    """How words are shown, where that changes what they say."""

    hidden: bool = False
    struck: bool = False
    above: bool = False
    """They stand above the line."""

    @property
    def unseen(self) -> str:
        """Say why the words are no part of the text, or nothing."""
        return HIDDEN if self.hidden else STRUCK if self.struck else ""


class Omitted:
    """Counts what is left out; words left out one after another for one reason are one stretch."""

    def __init__(self) -> None:
        self._counts = dict.fromkeys((DELETED, STRUCK, HIDDEN, COMMENT, FORMULA), 0)
        self._going = ""

    def count(self, what: str, number: int = 1) -> None:
        """Count what stands alone."""
        self._counts[what] += number

    def passed(self, what: str, words: str) -> None:
        """Count words that are left out, unless they go on with those before or are blank."""
        if words.strip():
            self._counts[what] += self._going != what
            self._going = what

    def kept(self) -> None:
        """End the stretch: words of the text follow."""
        self._going = ""

    def remarks(self) -> tuple[str, ...]:
        """Say what was left out."""
        return left_out(self._counts)
