"""What the marked content of a PDF says of an object on the page; only ever run in a child process."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

NO_MARK = "none"
_LONGEST_ROLE = 64


class Mark(NamedTuple):
    """What the writer of briefs put into a mark; all other marks are `NO_MARK`.

    body, foot   words of the printed paragraph (from 0), or of the note (from 1), of that number
    mark, label  in that paragraph the number that refers to a note; the number that begins that note
    again        words of a paragraph that the page repeats: the header of a table
    paper        1 what stands at the top of the paper, 2 at its bottom, 3 rules and grounds
    """

    kind: str
    number: int


def mark_of(shown: Any) -> Mark:  # noqa: ANN401  # pdfium's objects are pointers without a public type
    """Say what an object of a page is marked as; the innermost mark that says something counts."""
    count = pdfium.FPDFPageObj_CountMarks(shown)
    entries = [pdfium.FPDFPageObj_GetMark(shown, place) for place in reversed(range(count))]
    if any(map(_replaces, entries)):
        return Mark(NO_MARK, 0)
    for entry in entries:
        for key in ("Foot", "Body", "Again", "Paper"):
            number = _number(entry, key)
            if number is not None:
                itself = (kind for kind in ("Mark", "Label") if _number(entry, kind) is not None)
                return Mark(next(itself, key).lower(), number)
    return Mark(NO_MARK, 0)


def note_of(shown: Any) -> int:  # noqa: ANN401
    """Give the number of the note that an object in the text refers to, or 0."""
    entries = (
        pdfium.FPDFPageObj_GetMark(shown, place) for place in range(pdfium.FPDFPageObj_CountMarks(shown))
    )
    return next(filter(None, (_number(entry, "Mark") for entry in entries)), 0)


def role_of(shown: Any) -> str:  # noqa: ANN401
    """Give the role of the outermost mark, such as H1 for a heading, or nothing."""
    if not pdfium.FPDFPageObj_CountMarks(shown):
        return ""
    size, name = ctypes.c_ulong(), (ctypes.c_ushort * _LONGEST_ROLE)()
    pdfium.FPDFPageObjMark_GetName(pdfium.FPDFPageObj_GetMark(shown, 0), name, ctypes.sizeof(name), size)
    return "".join(map(chr, name)).partition("\0")[0]


def _replaces(entry: Any) -> bool:  # noqa: ANN401
    """Tell whether a mark has words that are read in place of those printed."""
    kind = pdfium.FPDFPageObjMark_GetParamValueType(entry, b"ActualText")
    return bool(kind != pdfium.FPDF_OBJECT_UNKNOWN)


def _number(entry: Any, key: str) -> int | None:  # noqa: ANN401
    number = ctypes.c_int()
    found = pdfium.FPDFPageObjMark_GetParamIntValue(entry, key.encode(), number)
    return number.value if found else None
