"""Where in a source a passage stands, as a reader counts it: paragraphs and lines from 1.

A paragraph is a non-blank line, a line a physical one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from briefer.citing.piece import series


@dataclass(frozen=True, slots=True, order=True)
class Locator:
    """The first and last paragraph and line of a passage; each pair is equal for one line."""

    paragraph: int
    last_paragraph: int
    line: int
    last_line: int


class Places:
    """Finds locators in one text; built once, then asked in the logarithm of its lines."""

    def __init__(self, text: str) -> None:
        self._ends: list[int] = []
        self._filled: list[int] = []
        end = -1
        for number, line in enumerate(text.split("\n"), 1):
            end += len(line) + 1
            self._ends.append(end)
            if line and not line.isspace():
                self._filled.append(number)

    def locate(self, start: int, end: int) -> Locator:
        """Locate a stretch by its code points, end exclusive; blank lines at its edges do not count."""
        line = bisect_left(self._ends, start) + 1
        last_line = bisect_left(self._ends, max(start, end - 1)) + 1
        paragraph = bisect_left(self._filled, line) + 1
        last_paragraph = max(paragraph, bisect_right(self._filled, last_line))
        return Locator(paragraph, last_paragraph, line, last_line)


def locator_words(locators: Iterable[Locator]) -> str:
    """Say where: "par. 4, line 12"; several join: "pars. 4 and 7–9, lines 12 and 18–22"."""
    found = list(locators)
    paragraphs = sorted({(place.paragraph, place.last_paragraph) for place in found})
    lines = sorted({(place.line, place.last_line) for place in found})
    return f"{_counted('par.', 'pars.', paragraphs)}, {_counted('line', 'lines', lines)}"


def _counted(one: str, many: str, spans: list[tuple[int, int]]) -> str:
    numbers = [str(first) if first == last else f"{first}–{last}" for first, last in spans]
    alone = len(spans) == 1 and spans[0][0] == spans[0][1]
    return f"{one if alone else many} {series(numbers)}"
