"""PDF with a layer of text: its words in reading order, and where its pages begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefer.isolated.pdf_words import Pdf, PdfError, read_words
from briefer.reading.blocks import BETWEEN_CELLS, Blocks
from briefer.reading.fields import Named, gathered
from briefer.reading.pdf_layout import goes_on, joined, paragraphs
from briefer.reading.reading import Extract, UnreadableError
from briefer.wording.control import clean
from briefer.wording.counted import counted

_DAY: Final = re.compile(r"(?:D:)?(\d{4})(\d{2})?(\d{2})?")


def read(file_name: str, data: bytes) -> Extract:
    """Read a PDF; raises UnreadableError."""
    try:
        pdf = read_words(data)
    except PdfError as error:
        raise UnreadableError(f"“{file_name}” {error}") from error
    text, dropped, pages = _text(pdf)
    if not text:
        raise UnreadableError(
            f"“{file_name}” holds pictures and no text, as scans do; have its text recognised, and add that."
        )
    bare = sum(not page for page in pdf.pages)
    return Extract(
        "PDF",
        text,
        "UTF-8",
        dropped=dropped,
        reference=gathered(_named(pdf)),
        suggested=gathered(_likely(pdf)),
        pages=tuple(pages),
        remarks=(f"{counted(bare, 'page')} of {len(pdf.pages):,} without text, as scans are.",)
        if bare
        else (),
    )


def _text(pdf: Pdf) -> tuple[str, int, list[int]]:
    """Return the text, how many characters were dropped, and where each page begins."""
    parts: list[str] = []
    pages: list[int] = []
    length = dropped = 0
    last = ""
    for page in pdf.pages:
        words, count = clean(_page(paragraphs(page)))
        dropped += count
        between = "\n\n" if last and words else ""
        if goes_on(last, words):
            between = joined(last[-2:], words[:1])[len(last[-2:]) : -1]
        pages.append(length + len(between))
        parts += [between, words]
        length = pages[-1] + len(words)
        last = words or last
    return "".join(parts), dropped, pages


def _page(found: list[str]) -> str:
    """Join paragraphs, the rows of a table closely."""
    blocks = Blocks()
    for words in found:
        blocks.paragraph(" ".join(words.split("\n")), close=BETWEEN_CELLS in words)
    return blocks.text()


def _named(pdf: Pdf) -> Iterator[Named]:
    yield "title", pdf.properties.get("Title", ""), "Title in its properties"
    yield "author", pdf.properties.get("Author", ""), "Author in its properties"
    yield "language", pdf.language, "the language it names"


def _likely(pdf: Pdf) -> Iterator[Named]:
    for name in ("CreationDate", "ModDate"):
        if day := _DAY.match(pdf.properties.get(name, "")):
            yield "published", "-".join(filter(None, day.groups())), f"{name} in its properties"
