"""PDFs built for a test: columns, tables, pages, turned and slanted words."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import zip_longest

import pikepdf
from reportlab.pdfgen.canvas import Canvas

LINE = 12


def a_pdf(*pages: Sequence[tuple[float, float, str]], size: int = 10, **properties: str) -> bytes:
    """Build a PDF whose pages show words at places (points from the left and from the top)."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(600, 800), invariant=1)
    for name, value in properties.items():
        getattr(canvas, f"set{name}")(value)
    for page in pages:
        canvas.setFont("Helvetica", size)
        for left, top, words in page:
            canvas.drawString(left, 800 - top, words)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def lines(words: Sequence[str], left: float = 60, top: float = 100) -> list[tuple[float, float, str]]:
    """Set lines one below the other."""
    return [(left, top + place * LINE, line) for place, line in enumerate(words)]


def row_by_row(*columns: Sequence[str], top: float = 100) -> list[tuple[float, float, str]]:
    """Set columns as some programs write them: across the page, line by line."""
    width = 500 / len(columns)
    return [
        (50 + width * column, top + place * LINE, words)
        for place, row in enumerate(zip_longest(*columns, fillvalue=""))
        for column, words in enumerate(row)
        if words
    ]


def turned(file: bytes, degrees: int) -> bytes:
    """Turn every page."""
    with pikepdf.open(BytesIO(file)) as pdf:
        for page in pdf.pages:
            page.Rotate = degrees
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def locked(file: bytes) -> bytes:
    """Lock a PDF with a password."""
    with pikepdf.open(BytesIO(file)) as pdf:
        out = BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    return out.getvalue()


def in_language(file: bytes, language: str) -> bytes:
    """Say what language a PDF is in."""
    with pikepdf.open(BytesIO(file)) as pdf:
        pdf.Root.Lang = language
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()
