"""Lines that are drawn through words of a PDF, as through what is struck out; only run in a child process."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any, Final

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Box = tuple[float, float, float, float]
_THICK, _SHORT = 2.5, 2.0
"""Points: what is thicker is no line, and what is shorter strikes nothing out."""
_HIGHEST, _LOWEST = 0.35, 0.72
"""Of a word's height, from its top: a line between them runs through it, one below is an underline."""
_MOST: Final = 1000
"""Lines on a page; one with more is a drawing."""


def lines_on(page: Any) -> list[Box]:  # noqa: ANN401  # a page of pdfium's
    """Give the level lines drawn on a page, as left, bottom, right and top in points from its lower left."""
    found = list(_lines(page))
    return found if len(found) <= _MOST else []


def run_through(lines: Iterable[Box], words: Iterable[Box]) -> bool:
    """Tell whether a line runs through words, both as `lines_on` gives them."""
    boxes = list(words)
    return any(_runs_through(line, word) for line in lines for word in boxes)


def _lines(page: Any) -> Iterator[Box]:  # noqa: ANN401
    edges = [ctypes.c_float() for _ in range(4)]
    for place in range(pdfium.FPDFPage_CountObjects(page)):
        shown = pdfium.FPDFPage_GetObject(page, place)
        if pdfium.FPDFPageObj_GetType(shown) == pdfium.FPDF_PAGEOBJ_PATH:
            pdfium.FPDFPageObj_GetBounds(shown, *edges)
            left, bottom, right, top = (edge.value for edge in edges)
            if top - bottom <= _THICK and right - left >= _SHORT:
                yield left, bottom, right, top


def _runs_through(line: Box, word: Box) -> bool:
    left, bottom, right, top = word
    height = top - (line[1] + line[3]) / 2
    across = min(line[2], right) - max(line[0], left)
    return across >= _SHORT and _HIGHEST * (top - bottom) < height < _LOWEST * (top - bottom)
