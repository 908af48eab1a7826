"""The words of a stranger's PDF and where they stand; only ever run in a child process."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from contextlib import closing
from typing import Any, Final, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from briefer.errors import BrieferError
from briefer.isolated.pdf_strokes import lines_on, run_through

_MOST_PAGES: Final = 10_000
_LINE_END_HYPHEN: Final = 0x02
"""What pdfium makes of a hyphen at the end of a line."""
_SPACE: Final = 0x20
_SPACES: Final = frozenset({0, 0x09, 0x0A, 0x0D, 0x20})
_QUARTER: Final = math.pi / 2
_DIGIT: Final = re.compile("[0-9]")
_RAISED, _SMALL = 0.2, 0.85
"""Of the size of a word's type: what stands so much higher is raised, if its own type is so small."""
_HALVES: Final = re.compile("[\ud800-\udfff]")
"""Of characters beyond 16 bits, which come as two."""


_Box = tuple[float, float, float, float]


class PdfError(BrieferError):
    """A PDF that cannot be read; the sentence goes on from the file's name."""


class Word(NamedTuple):
    """Characters between two spaces, in a box of points from the page's upper left corner as it is shown."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    """The size of its type in points, that of the first character."""
    level: bool
    """It runs from left to right, or right to left; other words stand upright or aslant."""
    raised: tuple[int, ...] = ()
    """Where in it smaller characters stand higher than the rest, as those of notes and powers do."""
    turned: int = 0
    """By how many quarters of a turn, to the right, it is turned; a word that is aslant by none."""
    spaced: bool = False
    """The file itself writes a space right before it."""
    outside: bool = False
    """It lies off the page, where nobody sees it."""

    def levelled(self) -> Word:
        """Return it where it stands when the page is turned so that it is level."""
        left, top, right, bottom = _turned((self.left, self.top, self.right, self.bottom), -self.turned)
        return self._replace(left=left, top=top, right=right, bottom=bottom, level=True, turned=0)


class Pdf(NamedTuple):
    """What is read of a PDF: words page by page, its properties, and its language where it names one."""

    pages: list[list[Word]]
    properties: dict[str, str]
    language: str
    crossed: list[int]
    """The pages, from 1, on which a line is drawn through words."""


def read_words(file: bytes) -> Pdf:
    """Read a PDF; raises PdfError when it is none, damaged, locked or endless."""
    with closing(_opened(file)) as document:
        document.init_forms()
        crossed: list[int] = []
        pages = [list(_words_of(document, number, crossed)) for number in range(len(document))]
        return Pdf(pages, dict(document.get_metadata_dict()), _language(document), crossed)


def _opened(file: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise PdfError("is locked with a password; save a copy without one, and add that.") from None
        raise PdfError("is damaged; get it again from whoever sent it.") from None
    if len(document) > _MOST_PAGES:
        document.close()
        raise PdfError(f"has more than {_MOST_PAGES:,} pages; cut it into parts and add those.")
    return document


def _language(document: pypdfium2.PdfDocument) -> str:
    size = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
    buffer = (ctypes.c_ushort * max(size // 2, 1))()
    pdfium.FPDFCatalog_GetLanguage(document, buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")


def _words_of(document: pypdfium2.PdfDocument, number: int, crossed: list[int]) -> Iterator[Word]:
    """Yield the words of a page in the order of its content; a page that cannot be read has none.

    The page is noted among the `crossed` ones if a line runs through words of it.
    """
    try:
        page = _flat(document, number)
    except pypdfium2.PdfiumError:
        return
    with closing(page), closing(page.get_textpage()) as text:
        boxes = _Boxes(text.raw, page.get_rotation() // 90, page.get_bbox())
        words = list(_parted(boxes))
        upright = ((word.left, -word.bottom, word.right, -word.top) for word in words if word.level)
        if not boxes.turned and run_through(lines_on(page), upright):
            crossed.append(number + 1)
        yield from words


def _parted(boxes: _Boxes) -> Iterator[Word]:
    """Part the characters of a page into words."""
    code_at = pdfium.FPDFText_GetUnicode
    begun = 0
    codes: list[int] = []
    for place in range(pdfium.FPDFText_CountChars(boxes.text)):
        code = code_at(boxes.text, place)
        if code not in _SPACES:
            codes.append(code)
        if codes and (code in _SPACES or code == _LINE_END_HYPHEN):
            yield boxes.word(codes, begun)
            codes = []
        if not codes:
            begun = place + 1
    if codes:
        yield boxes.word(codes, begun)


def _flat(document: pypdfium2.PdfDocument, number: int) -> pypdfium2.PdfPage:
    """Load a page; what is filled into its form, or typed over it, is made part of it."""
    page = document[number]
    if pdfium.FPDFPage_GetAnnotCount(page):
        with closing(page):
            pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        page = document[number]
    return page


class _Boxes:
    """Where the words of a page stand; asked so often that each call counts."""

    def __init__(self, text: Any, turned: int, page: _Box) -> None:  # noqa: ANN401  # a pointer of pdfium's
        self.text = text
        self.turned = turned
        left, bottom, right, top = page
        self._page = _upright(_turned((left, -top, right, -bottom), turned))
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._across, self._up = ctypes.c_double(), ctypes.c_double()

    def word(self, codes: list[int], begun: int) -> Word:
        """Make a word of characters, the first of which has this place in the page's text."""
        characters = "".join(map(chr, codes)).replace("\x02", "-")
        if _HALVES.search(characters):
            characters = characters.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        first, last = self._of(begun), self._of(begun + len(codes) - 1)
        angle = pdfium.FPDFText_GetCharAngle(self.text, begun) / _QUARTER + self.turned
        quarters = round(angle) % 4 if abs(angle - round(angle)) < 0.1 else None  # noqa: PLR2004
        level = quarters == 0
        top, bottom = min(first[1], last[1]), max(first[3], last[3])
        if level:
            # What is smaller and stands higher or lower, as in 10³ and H₂, does not make the line taller.
            _, top, _, bottom = max(first, last, key=lambda box: box[3] - box[1])
        left, right = min(first[0], last[0]), max(first[2], last[2])
        return Word(
            characters,
            left,
            top,
            right,
            bottom,
            self._size(begun),
            level,
            self._raised(characters, begun) if level and len(characters) == len(codes) else (),
            quarters or 0,
            self._is_spaced(begun),
            self._is_outside((left, top, right, bottom)),
        )

    def _is_outside(self, word: _Box) -> bool:
        left, top, right, bottom = _upright(word)
        return right < self._page[0] or bottom < self._page[1] or left > self._page[2] or top > self._page[3]

    def _is_spaced(self, place: int) -> bool:
        """Tell whether a space stands before a place that pdfium did not put there."""
        before = place - 1
        return (
            before >= 0
            and pdfium.FPDFText_GetUnicode(self.text, before) == _SPACE
            and not pdfium.FPDFText_IsGenerated(self.text, before)
        )

    def _size(self, place: int) -> float:
        pdfium.FPDFText_GetMatrix(self.text, place, self._matrix)
        scale = math.hypot(self._matrix.c, self._matrix.d)
        return float(pdfium.FPDFText_GetFontSize(self.text, place)) * scale

    def _raised(self, characters: str, begun: int) -> tuple[int, ...]:
        """Find what is smaller than the rest of a word with digits and stands higher."""
        if len(characters) == 1 or not _DIGIT.search(characters):
            return ()
        places = range(begun, begun + len(characters))
        baselines = [self._baseline(place) for place in places]
        if min(baselines) == max(baselines):
            return ()
        sizes = [self._size(place) for place in places]
        size = max(sizes)
        higher = baselines[sizes.index(size)] - _RAISED * size
        return tuple(
            place
            for place, (own, baseline) in enumerate(zip(sizes, baselines, strict=True))
            if own < _SMALL * size and baseline < higher
        )

    def _baseline(self, place: int) -> float:
        """Give how far below the page's upper edge a level character stands."""
        pdfium.FPDFText_GetCharOrigin(self.text, place, self._across, self._up)
        across, down = self._across.value, -self._up.value
        for _ in range(self.turned % 4):
            across, down = -down, across
        return float(down)

    def _of(self, place: int) -> _Box:
        """Give the left, top, right and bottom of a character on the page as it is shown."""
        box = self._box
        pdfium.FPDFText_GetLooseCharBox(self.text, place, box)
        return _turned((box.left, -box.top, box.right, -box.bottom), self.turned)


def _upright(box: _Box) -> _Box:
    """Put the sides of a box in their order."""
    return min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])


def _turned(box: _Box, quarters: int) -> _Box:
    """Turn a box (left, top, right, bottom) about the page's corner, to the right."""
    left, top, right, bottom = box
    for _ in range(quarters % 4):
        left, top, right, bottom = -bottom, left, -top, right
    return left, top, right, bottom
