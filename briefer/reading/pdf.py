"""PDF with a layer of text: its words in reading order, and where its pages begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from briefer.isolated.pdf_words import Pdf, PdfError, Word, read_words
from briefer.reading.blocks import BETWEEN_CELLS
from briefer.reading.fields import Named, gathered
from briefer.reading.omitted import Omitted
from briefer.reading.pdf_flow import flowing
from briefer.reading.pdf_layout import read_pages
from briefer.reading.pdf_lines import space_between
from briefer.reading.reading import HIDDEN, Extract, UnreadableError
from briefer.wording.control import clean
from briefer.wording.counted import counted

_DAY: Final = re.compile(r"(?:D:)?(\d{4})(\d{2})?(\d{2})?")


def read(file_name: str, data: bytes) -> Extract:
    """Read a PDF; raises UnreadableError."""
    try:
        pdf = read_words(data)
    except PdfError as error:
        raise UnreadableError(f"“{file_name}” {error}") from error
    omitted = Omitted()
    shown = [list(_shown(words, omitted)) for words in pdf.pages]
    text, dropped, pages = _text(shown)
    if not text:
        raise UnreadableError(
            f"“{file_name}” holds pictures and no text, as scans do; have its text recognised, and add that."
        )
    return Extract(
        "PDF",
        text,
        "UTF-8",
        dropped=dropped,
        reference=gathered(_named(pdf)),
        suggested=gathered(_likely(pdf)),
        pages=tuple(pages),
        remarks=(*omitted.remarks(), *_remarks(shown, pdf.crossed)),
    )


def _shown(words: Iterable[Word], omitted: Omitted) -> Iterator[Word]:
    """Yield the words that lie on the page, and count the others."""
    for word in words:
        if word.outside:
            omitted.passed(HIDDEN, word.text)
        else:
            omitted.kept()
            yield word


def _remarks(shown: list[list[Word]], crossed: list[int]) -> Iterator[str]:
    if bare := sum(not words for words in shown):
        yield f"{counted(bare, 'page')} of {len(shown):,} without text, as scans are."
    if crossed:
        more = f" and {counted(len(crossed) - 1, 'other page')}" if crossed[1:] else ""
        yield (
            f"A line is drawn through words on page {crossed[0]:,}{more}: look there for what is struck"
            " out, since the text does not show it."
        )


def _text(shown: list[list[Word]]) -> tuple[str, int, list[int]]:
    """Return the text, how many characters were dropped, and where each page begins."""
    parts: list[str] = []
    begins: dict[int, int] = {}
    length = dropped = 0
    last = ""
    for paragraph in flowing(read_pages(shown)):
        for place, stretch in enumerate(paragraph):
            cleaned, count = clean(stretch.words)
            dropped += count
            words = " ".join(cleaned.split("\n")).strip()
            if words:
                between = space_between(last, words) if place else _between(last, words)
                parts += [between, words]
                begins.setdefault(stretch.page, length + len(between))
                length += len(between) + len(words)
                last = words
    return "".join(parts), dropped, _pages(begins, len(shown), length)


def _between(before: str, after: str) -> str:
    """Return what parts two paragraphs: rows of a table follow each other closely."""
    if not before:
        return ""
    return "\n" if BETWEEN_CELLS in before and BETWEEN_CELLS in after else "\n\n"


def _pages(begins: dict[int, int], count: int, length: int) -> list[int]:
    """Return where each page begins; one without words, where the next one does."""
    found: list[int] = []
    for page in reversed(range(count)):
        found.append(begins.get(page, found[-1] if found else length))
    return found[::-1]


def _named(pdf: Pdf) -> Iterator[Named]:
    yield "title", pdf.properties.get("Title", ""), "Title in its properties"
    yield "author", pdf.properties.get("Author", ""), "Author in its properties"
    yield "language", pdf.language, "the language it names"


def _likely(pdf: Pdf) -> Iterator[Named]:
    for name in ("CreationDate", "ModDate"):
        if day := _DAY.match(pdf.properties.get(name, "")):
            yield "published", "-".join(filter(None, day.groups())), f"{name} in its properties"
