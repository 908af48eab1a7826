"""Where the sources differ: each question, what each source says to it, and the analyst's ruling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefer.citing.bookmarks import source_bookmark
from briefer.model.records import Difference, Passage
from briefer.writing.brief import Heading, Inlines, Quoted, Run, Table
from briefer.writing.compose_page import Page
from briefer.writing.desk import Desk

HEADING: Final = Heading(1, "Where the sources differ", "_Differences")
UNRESOLVED: Final = "Unresolved"
_COLUMNS: Final = ("Source", "What it says")
_WIDTHS: Final = (0.24, 0.76)

Row = tuple[Inlines, ...]


def differences(desk: Desk, page: Page) -> None:
    """Print a table for each question; an answer proves its passage as a block quotation does."""
    page.add(*([HEADING] if desk.differences else []))
    for difference in desk.differences:
        first = 1 + len(_COLUMNS)
        answers = [desk.passages[identifier] for identifier in difference.passages]
        places = [len(_COLUMNS) * row + 1 for row in range(len(answers))]
        page.quoted += [
            Quoted(passage.id, page.place + first + place)
            for place, passage in zip(places, answers, strict=True)
        ]
        rows = (*(_answer(desk, page, passage) for passage in answers), *_ruling(difference))
        bookmarks = zip(places, map(page.bookmark, answers), strict=True)
        page.add(Table(difference.question, _COLUMNS, _WIDTHS, rows, tuple(bookmarks)))


def _answer(desk: Desk, page: Page, passage: Passage) -> Row:
    source = desk.source_of(passage)
    label = Run(source.label, "bold", link=f"#{source_bookmark(source.label)}")
    outlet = source.reference.publisher
    words = Run(passage.anchor.quote, language=source.reference.language)
    return (label, *((Run(f", {outlet}"),) if outlet else ())), (words, *page.book.marks([passage]))


def _ruling(difference: Difference) -> Iterator[Row]:
    yield (Run("Ruling", "bold"),), (Run(_close(difference.ruling) or UNRESOLVED),)
    if difference.reason:
        yield (Run("Reason", "bold"),), (Run(_close(difference.reason)),)


def _close(words: str) -> str:
    """Return words without the blank lines between and after them, which would be holes in a cell."""
    return "\n".join(line.rstrip() for line in words.splitlines() if line.strip())
