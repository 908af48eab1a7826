"""PDFs built for a test: columns, tables, pages, turned and slanted words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from itertools import zip_longest

import pikepdf
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

LINE = 12


Place = tuple[float, float, str] | tuple[float, float, str, int]
"""Points from the left and from the top, the words there, and their size, unless they have the usual one."""


def a_pdf(*pages: Sequence[Place], size: int = 10, **properties: str) -> bytes:
    """Build a PDF whose pages show words at places."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(600, 800), invariant=1)
    for name, value in properties.items():
        getattr(canvas, f"set{name}")(value)
    for page in pages:
        for left, top, words, *own in page:
            canvas.setFont("Helvetica", *(own or [size]))
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


def cut(file: bytes, left: int, bottom: int, right: int, top: int) -> bytes:
    """Show but a part of every page."""
    with pikepdf.open(BytesIO(file)) as pdf:
        for page in pdf.pages:
            page.cropbox = pikepdf.Array([left, bottom, right, top])
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


def in_runs(*runs: tuple[str, int, int]) -> bytes:
    """Set words side by side, each with its size and how far it is raised."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(600, 800), invariant=1)
    left = 60.0
    for words, size, rise in runs:
        canvas.setFont("Helvetica", size)
        canvas.drawString(left, 700 + rise, words)
        left += canvas.stringWidth(words, "Helvetica", size)
    canvas.save()
    return file.getvalue()


def marked_up(words: str) -> bytes:
    """Set a narrow paragraph with marks such as <super>."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(600, 800), invariant=1)
    paragraph = Paragraph(words)
    paragraph.wrapOn(canvas, 200, 600)
    paragraph.drawOn(canvas, 60, 400)
    canvas.save()
    return file.getvalue()


def upright(file: bytes) -> bytes:
    """Turn what each page shows, and turn the page back."""
    with pikepdf.open(BytesIO(file)) as pdf:
        for page in pdf.pages:
            page.contents_add(b"q 0 1 -1 0 800 0 cm", prepend=True)
            page.contents_add(b"Q")
            page.MediaBox = [0, 0, 800, 600]
        out = BytesIO()
        pdf.save(out)
    return turned(out.getvalue(), 90)


def a_form(fields: Mapping[str, str], *, shown: bool) -> bytes:
    """Set a form that somebody filled in; how its fields look is left to the reader unless `shown`."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(600, 800), invariant=1)
    for place, (name, value) in enumerate(fields.items()):
        canvas.drawString(60, 700 - 40 * place, name)
        canvas.acroForm.textfield(
            name=name, value=value, x=160, y=695 - 40 * place, width=200, height=20, maxlen=99
        )
    canvas.drawString(60, 300, "Signed in Tokyo.")
    canvas.save()
    if shown:
        return file.getvalue()
    with pikepdf.open(BytesIO(file.getvalue())) as pdf:
        pdf.Root.AcroForm.NeedAppearances = True
        for field in pdf.Root.AcroForm.Fields:
            del field.AP
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def justified(paragraphs: Sequence[str], columns: int, size: int) -> bytes:
    """Set paragraphs in columns whose lines are spaced to end at both edges."""
    file = BytesIO()
    template = BaseDocTemplate(file, pagesize=(600, 800))
    width = 500 / columns
    frames = [Frame(50 + width * column, 70, width - 18, 650, 0, 0, 0, 0) for column in range(columns)]
    template.addPageTemplates(PageTemplate(frames=frames))
    style = ParagraphStyle(
        "", fontName="Times-Roman", fontSize=size, leading=1.2 * size, alignment=TA_JUSTIFY
    )
    template.build([Paragraph(words, style) for words in paragraphs])
    return file.getvalue()
