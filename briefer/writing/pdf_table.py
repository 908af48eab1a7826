"""Tables to strips: cells are set side by side, and a row may be parted after any line of print."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from briefer.writing.brief import Inlines, Run, Table
from briefer.writing.pdf_lines import Line, lines
from briefer.writing.pdf_setting import Setting
from briefer.writing.pdf_shapes import CELL_PAD, Colours, Shape, Sheet
from briefer.writing.pdf_strips import Fill, SetLine, Strip, Words, base_line
from briefer.writing.pdf_structure import Element

# A row of so many lines is never parted; of a taller one so many stay together at either end.
_WHOLE = 14
_LEAST = 4

_LOW = 0.3
"""Up to this share of a page a table is not parted."""


class _Cell(NamedTuple):
    x: float
    lines: list[Line]
    words: Words


def table_strips(table: Table, setting: Setting, element: Element, first: int, sheet: Sheet) -> list[Strip]:
    """Set a table of the width of the text whose caption is the printed paragraph number `first`."""
    width = sheet.text_width
    caption = _caption(table.caption, setting, Words(element.add("Caption"), first), sheet)
    xs = [width * fsum(table.widths[:place]) for place in range(len(table.widths) + 1)]
    maker = _Rows(setting, xs, first + 1)
    columns = [(Run(title),) for title in table.columns]
    header = maker.row(columns, sheet.header_cell, element.add("TR"), "TH")
    _shade(header, width, sheet.colours)
    again = [_again(strip) for strip in header]
    rows = [maker.row(row, sheet.cell, element.add("TR"), "TD") for row in table.rows]
    for cell, name in table.bookmarks:
        rows[cell // len(table.columns)][0].places += (name,)
    for row in rows:
        _rule(row, width, sheet.colours)
        for strip in row:
            strip.header = again
    low = fsum(strip.height for row in rows for strip in row) < _LOW * sheet.text_height
    # A low table is not parted; of another the last row never stands alone under the repeated header.
    for row in rows[:-1] if low else rows[-2:-1]:
        row[-1].stick = len(rows[-1]) <= _WHOLE
    header[-1].stick = bool(rows)
    return [*caption, *header, *(strip for row in rows for strip in row)]


class _Rows:
    """Sets row after row and counts the cells."""

    def __init__(self, setting: Setting, xs: list[float], first: int) -> None:
        self._setting = setting
        self._xs = xs
        self._number = first

    def row(self, row: Sequence[Inlines], shape: Shape, element: Element, role: str) -> list[Strip]:
        """Give a strip for each line of the tallest cell; a tall row may go on overleaf."""
        cells = [self._cell(inlines, place, shape, element.add(role)) for place, inlines in enumerate(row)]
        count = max([1, *(len(cell.lines) for cell in cells)])
        return [_strip(cells, place, count, shape) for place in range(count)]

    def _cell(self, inlines: Inlines, place: int, shape: Shape, element: Element) -> _Cell:
        left, right = self._xs[place] + CELL_PAD, self._xs[place + 1] - CELL_PAD
        words = Words(element, self._number)
        self._number += 1
        return _Cell(left, lines(self._setting.inlines(inlines, shape), right - left), words)


def _strip(cells: list[_Cell], place: int, count: int, shape: Shape) -> Strip:
    above = CELL_PAD if place == 0 else 0
    below = CELL_PAD if place + 1 == count else 0
    drop = above + base_line(shape.leading, shape.size)
    set_lines = [
        SetLine(cell.x, drop, cell.lines[place], cell.words) for cell in cells if place < len(cell.lines)
    ]
    whole = count <= _WHOLE or place < _LEAST - 1 or count - _LEAST <= place
    return Strip(above + shape.leading + below, set_lines, stick=whole and place + 1 < count)


def _caption(caption: str, setting: Setting, words: Words, sheet: Sheet) -> list[Strip]:
    shape = sheet.caption
    drop = base_line(shape.leading, shape.size)
    strips = [
        Strip(shape.leading, [SetLine(0, drop, line, words)], stick=True)
        for line in lines(setting.inlines((Run(caption),), shape), sheet.text_width)
    ]
    if strips:
        strips[0].before = shape.before
        strips[-1].height += shape.after
    return strips


def _shade(header: list[Strip], width: float, colours: Colours) -> None:
    for strip in header:
        strip.fills.append(Fill(0, 0, width, strip.height, colours.tint))
        strip.stick = True
    header[0].fills.append(Fill(0, 0, width, 0.9, colours.rule))
    header[-1].fills.append(Fill(0, header[-1].height - 0.6, width, 0.6, colours.rule))


def _rule(row: list[Strip], width: float, colours: Colours) -> None:
    row[-1].fills.append(Fill(0, row[-1].height - 0.5, width, 0.5, colours.hair))


def _again(strip: Strip) -> Strip:
    """Copy a strip of the header for a further page, where it is no part of the text."""
    repeated = [line._replace(words=Words(None, line.words.number)) for line in strip.lines]
    return Strip(strip.height, repeated, fills=strip.fills)
