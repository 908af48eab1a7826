"""Where in a source a passage stands, as a reader counts it: paragraphs and lines from 1.

A paragraph is a non-blank line, a line a physical one. Pages are those of the file, where it has any.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefer.citing.piece import series
from briefer.wording.locating import Lines


@dataclass(frozen=True, slots=True, order=True)
class Locator:
    """The first and last paragraph, line and page of a passage; without pages these are 0."""

    paragraph: int
    last_paragraph: int
    line: int
    last_line: int
    page: int = 0
    last_page: int = 0


def locate(lines: Lines, start: int, end: int, pages: Sequence[int] = ()) -> Locator:
    """Locate a stretch by its code points, end exclusive; blank lines at its edges are no paragraphs.

    `pages` are the code points where the pages begin.
    """
    last = max(start, end - 1)
    line = lines.line_of(start)
    paragraph = lines.paragraphs[line - 2] + 1 if line > 1 else 1
    return Locator(
        paragraph, max(paragraph, lines.paragraph_of(last)), line, lines.line_of(last),
        bisect_right(pages, start), bisect_right(pages, last),
    )  # fmt: skip


def locator_words(locators: Iterable[Locator]) -> str:
    """Say where: "p. 2, para. 4, line 12"; several join: "paras. 4 and 7–9, lines 12 and 18–22"."""
    found = list(locators)
    paragraphs = sorted({(place.paragraph, place.last_paragraph) for place in found})
    lines = sorted({(place.line, place.last_line) for place in found})
    pages = sorted({(place.page, place.last_page) for place in found if place.last_page})
    page = f"{_counted('p.', 'pp.', pages)}, " if pages else ""
    return f"{page}{_counted('para.', 'paras.', paragraphs)}, {_counted('line', 'lines', lines)}"


def _counted(one: str, many: str, spans: list[tuple[int, int]]) -> str:
    numbers = [str(first) if first == last else f"{first}–{last}" for first, last in spans]
    alone = len(spans) == 1 and spans[0][0] == spans[0][1]
    return f"{one if alone else many} {series(numbers)}"
