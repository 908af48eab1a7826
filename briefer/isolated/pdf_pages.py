"""The pages of one PDF of ours to be looked at; only ever run in a child process, which keeps it open.

Places on a page are boxes in points: left, top, right and bottom from the paper's upper left corner.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from briefer.isolated.pdf_marks import mark_of, note_of

Box = tuple[float, float, float, float]
Read = dict[str, Any]

_PRINTED = {"body": "body", "mark": "mark", "foot": "foot", "label": "foot"}
"""What `read_page` tells of the kinds of marks: the number of a note is part of it."""
_PIXEL = 4
"""Bytes: blue, green, red and one that says nothing."""
_WHITE = 0xFFFFFFFF
# What pdfium makes of a hyphen at the end of a line; and halves of characters, which say nothing alone.
_STAND_INS = {0x02: "-", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}

_SOFT = 0xAD
_HYPHENS = {0x02, _SOFT}

_opened: list[pypdfium2.PdfDocument] = []


def open_pages(file: bytes) -> list[list[float]]:
    """Open a PDF in place of the one before, and give the width and height of each page in points."""
    while _opened:
        _opened.pop().close()
    document = pypdfium2.PdfDocument(file)
    _opened.append(document)
    return [list(document.get_page_size(number)) for number in range(len(document))]


def show_page(number: int, width: int, height: int) -> bytes:
    """Draw a page on so many pixels: rows from the top, four bytes a pixel."""
    pixels = ctypes.create_string_buffer(width * height * _PIXEL)
    stride = width * _PIXEL
    with closing(_document()[number]) as page:
        bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, pixels, stride)
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
        pdfium.FPDFBitmap_Destroy(bitmap)
    return pixels.raw


def read_page(number: int) -> Read:
    """Say what is printed where on a page.

    `text` has one character for each that pdfium counts. `printed` are [kind, number, box] of the
    paragraphs ("body"), notes ("foot") and their numbers in the text ("mark"), in the order of reading;
    `links` are [box, page, height] of those that lead to a place in the document.
    """
    with closing(_document()[number]) as page, closing(page.get_textpage()) as text:
        height = page.get_height()
        return {
            "text": _text(text),
            "printed": [[*key, box] for key, box in _printed(page, height).items()],
            "links": list(_links(page, height)),
        }


def find_boxes(number: int, stretches: list[list[int]]) -> list[list[Box]]:
    """Give for each stretch of a page's text (end exclusive) the boxes of its lines."""
    with closing(_document()[number]) as page, closing(page.get_textpage()) as text:
        height = page.get_height()
        return [
            [_turned(text.get_rect(line), height) for line in range(text.count_rects(start, end - start))]
            for start, end in stretches
        ]


def _document() -> pypdfium2.PdfDocument:
    return _opened[-1]


def _text(text: pypdfium2.PdfTextPage) -> str:
    return "".join(map(chr, _codes(text))).translate(_STAND_INS)


def _codes(text: pypdfium2.PdfTextPage) -> Iterator[int]:
    """Give the code of each character; a hyphen of our writer's, and the line's end after it, are soft."""
    parted, before = False, 0
    for place in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, place)
        shown = pdfium.FPDFText_GetTextObject(text, place)
        here = ctypes.addressof(shown.contents) if shown else 0
        # Our writer shows its own hyphens each by itself.
        parted = here != before if code in _HYPHENS else parted and not here
        before = here
        yield _SOFT if parted else code


def _printed(page: pypdfium2.PdfPage, height: float) -> dict[tuple[str, int], Box]:
    """Give the box round all words of each thing that has a number."""
    found: dict[tuple[str, int], Box] = {}
    for place in range(pdfium.FPDFPage_CountObjects(page)):
        shown = pdfium.FPDFPage_GetObject(page, place)
        mark = mark_of(shown)
        if mark.kind in _PRINTED:
            number = note_of(shown) if mark.kind == "mark" else mark.number
            key, box = (_PRINTED[mark.kind], number), _bounds(shown, height)
            found[key] = _around(found[key], box) if key in found else box
    return found


def _bounds(shown: Any, height: float) -> Box:  # noqa: ANN401  # a pointer of pdfium's
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(shown, left, bottom, right, top)
    return _turned((left.value, bottom.value, right.value, top.value), height)


def _turned(box: Box, height: float) -> Box:
    """Measure from the top of the page what PDF measures from its bottom."""
    left, bottom, right, top = box
    return left, height - top, right, height - bottom


def _around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _links(page: pypdfium2.PdfPage, height: float) -> Iterator[list[Any]]:
    document = _document()
    place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, place, link):
        target = pdfium.FPDFLink_GetDest(document, link)
        if not target:
            continue
        box = pdfium.FS_RECTF()
        pdfium.FPDFLink_GetAnnotRect(link, box)
        number = pdfium.FPDFDest_GetDestPageIndex(document, target)
        yield [
            _turned((box.left, box.bottom, box.right, box.top), height),
            number,
            _height_of(target, height),
        ]


def _height_of(target: Any, height: float) -> float:  # noqa: ANN401
    """Give how far below the top of its page a link leads; our pages have one size."""
    given = [ctypes.c_int() for _ in range(3)]
    x, y, zoom = (ctypes.c_float() for _ in range(3))
    pdfium.FPDFDest_GetLocationInPage(target, *given, x, y, zoom)
    return height - y.value
