"""What a PDF prints, page by page in the order of its content; only ever run in a child process.

Nothing of a brief is known here but the marks its writer leaves (see `writing.pdf_drawing`): which
printed paragraph or note a stretch of text belongs to.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from briefer.errors import BrieferError
from briefer.isolated.pdf_marks import Mark, mark_of, role_of

_MOST_PAGES = 5000
_LARGEST = 400_000_000
"""Bytes."""
_PASSWORD = pdfium.FPDF_ERR_PASSWORD
# What pdfium makes of a hyphen at the end of a line.
_LINE_END_HYPHEN = 0x02
# What a hyphen that our writer put at the end of a line may come as; it is no part of the word.
_HYPHENS = ([_LINE_END_HYPHEN], [0xAD])
# A text object that is nothing but spaces comes without characters.
_BLANK = [0x20]
_RULE = Mark("paper", 3)
_XMP = re.compile(rb"<\?xpacket begin.*?<\?xpacket end[^>]*>", re.DOTALL)

Read = dict[str, Any]


def read_pdf(path: str) -> Read:
    """Read a PDF; raises BrieferError if it is none, or too large, locked, or without text.

    `pages` has for each page a list of [kind, number, words, role]: see `pdf_marks`.
    `asides` says for each page what is on it beside text, links and rules: a brief has nothing.
    """
    file = _bytes(Path(path))
    with closing(_opened(file, Path(path).name)) as document:
        pages = [_page(document, number) for number in range(len(document))]
        if not any(words for page in pages for _, _, words, _ in page["stretches"]):
            raise BrieferError(
                f"“{Path(path).name}” holds pictures and no text; give the file as it was exported."
            )
        return {
            "pages": [page["stretches"] for page in pages],
            "asides": [page["asides"] for page in pages],
            "links": [link for page in pages for link in page["links"]],
            "properties": document.get_metadata_dict(),
            "xmp": [packet.decode("utf-8", "replace") for packet in _XMP.findall(file)],
            "outline": [[entry.level, entry.get_title()] for entry in document.get_toc()],
            "attached": _attached(document),
        }


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise BrieferError(f"“{path.name}” is larger than any brief; give the file as it was exported.")
        return path.read_bytes()
    except OSError as error:
        raise BrieferError(f"“{path.name}” cannot be read ({error.strerror}); check where it is.") from None


def _opened(file: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise BrieferError(f"“{name}” is locked with a password; give a copy without one.") from None
        raise BrieferError(
            f"“{name}” is no PDF, or a damaged one; get it again from whoever sent it."
        ) from None
    if len(document) > _MOST_PAGES:
        document.close()
        raise BrieferError(f"“{name}” has more than {_MOST_PAGES} pages, which no brief has.")
    return document


def _page(document: pypdfium2.PdfDocument, number: int) -> Read:
    with closing(document[number]) as page, closing(page.get_textpage()) as text:
        words = _words(text)
        shown = [
            pdfium.FPDFPage_GetObject(page, place) for place in range(pdfium.FPDFPage_CountObjects(page))
        ]
        marked = [(mark_of(each), each) for each in shown]
        links, asides = _annotations(document, page)
        return {
            "stretches": list(_stretches(marked, words)),
            "asides": [*asides, *filter(None, (_aside(mark, each) for mark, each in marked))],
            "links": links,
        }


def _words(text: pypdfium2.PdfTextPage) -> dict[int, list[int]]:
    """Give the characters of each text object, by its address; none that pdfium put in itself."""
    words: dict[int, list[int]] = {}
    for place in range(pdfium.FPDFText_CountChars(text)):
        if not pdfium.FPDFText_IsGenerated(text, place):
            address = _address(pdfium.FPDFText_GetTextObject(text, place))
            words.setdefault(address, []).append(pdfium.FPDFText_GetUnicode(text, place))
    return words


def _address(shown: Any) -> int:  # noqa: ANN401  # a pointer of pdfium's
    return ctypes.addressof(shown.contents)


def _stretches(marked: list[tuple[Mark, Any]], words: dict[int, list[int]]) -> Iterator[list[Any]]:
    """Join the words of neighbours with one mark."""
    shown = [each for each in marked if pdfium.FPDFPageObj_GetType(each[1]) == pdfium.FPDF_PAGEOBJ_TEXT]
    following = [*(each for _, each in shown[1:]), None]
    texts = [(mark, each, words.get(_address(each), _BLANK)) for mark, each in shown]
    kept = (
        text
        for text, after in zip(texts, following, strict=False)
        if text[2] not in _HYPHENS or not _ends_line(text[1], after)
    )
    for mark, group in groupby(kept, lambda text: text[0]):
        neighbours = list(group)
        codes = [code for *_, codes in neighbours for code in codes]
        yield [mark.kind, mark.number, _text(codes), role_of(neighbours[0][1])]


def _ends_line(shown: Any, following: Any) -> bool:  # noqa: ANN401
    """Tell whether what is shown next, if anything, stands lower on the page."""
    return following is None or _base_line(following) < _base_line(shown) - 1


def _base_line(shown: Any) -> float:  # noqa: ANN401
    """Give the height of an object's base line above the page's lower edge, in points."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(shown, matrix)
    return float(matrix.f)


def _text(codes: list[int]) -> str:
    """Make words of codes; a character beyond 16 bits may come as two."""
    text = "".join("-" if code == _LINE_END_HYPHEN else chr(code) for code in codes)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _aside(mark: Mark, shown: Any) -> str:  # noqa: ANN401
    """Say what an object is that no brief has: it could show words that are no text."""
    match pdfium.FPDFPageObj_GetType(shown):
        case pdfium.FPDF_PAGEOBJ_TEXT:
            seen = pdfium.FPDFTextObj_GetTextRenderMode(shown) == pdfium.FPDF_TEXTRENDERMODE_FILL
            return "" if seen else "hidden text"
        case pdfium.FPDF_PAGEOBJ_PATH:
            return "" if mark == _RULE else "a drawing"
        case _:
            return "a picture"


def _annotations(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> tuple[list[str], list[str]]:
    """Give the addresses that links open, and what is there beside links."""
    links, asides = [], []
    for place in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, place)
        plain = not pdfium.FPDFAnnot_HasKey(annotation, b"AP")
        if plain and pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_LINK:
            links += _address_of(document, pdfium.FPDFAnnot_GetLink(annotation))
        else:
            asides.append("an annotation")
        pdfium.FPDFPage_CloseAnnot(annotation)
    return links, asides


def _address_of(document: pypdfium2.PdfDocument, link: Any) -> list[str]:  # noqa: ANN401
    """Give the address that a link opens, or none if it stays in the document."""
    action = pdfium.FPDFLink_GetAction(link)
    if pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return []
    size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, size)
    return [buffer.value.decode("utf-8", "replace")]


def _attached(document: pypdfium2.PdfDocument) -> list[list[Any]]:
    """Give the name and the bytes of each attached file."""
    found = [document.get_attachment(place) for place in range(document.count_attachments())]
    return [[each.get_name(), bytes(each.get_data())] for each in found]
