"""What of a document is not in its text, counted by stretches, to be said to the user."""

from __future__ import annotations

from briefer.reading.reading import COMMENT, DELETED, FORMULA, HIDDEN, left_out


class Omitted:
    """Counts what is left out; words left out one after another for one reason are one stretch."""

    def __init__(self) -> None:
        self._counts = dict.fromkeys((DELETED, HIDDEN, COMMENT, FORMULA), 0)
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
