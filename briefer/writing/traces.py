"""From what is printed back to the statements and passages that it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from briefer.citing.bookmarks import EVIDENCE, note_bookmark
from briefer.writing.brief import (
    Brief,
    Heading,
    NoteMark,
    Paragraph,
    Role,
    Table,
    paragraphs_of,
    passages_noted,
)

_OF_AN_ENTRY: set[Role] = {"evidence", "context"}
"""An entry of the annex begins with the paragraph that has its bookmark."""


class Trace(NamedTuple):
    """A printed paragraph ("body", from 0), a note ("foot", from 1) or its number in the text ("mark").

    `place` is a bookmark there, in it, or the heading above it; `passages` and `statement` are ids.
    """

    kind: Literal["body", "foot", "mark"]
    number: int
    place: str
    passages: tuple[str, ...] = ()
    statement: str = ""


def traces(brief: Brief) -> Iterator[Trace]:
    """Yield statements, and what rests on passages: quotations, notes and their numbers, the annex."""
    yield from _paragraphs(brief)
    noted = passages_noted(brief.cited)
    for number, passages in noted.items():
        yield Trace("mark", number, note_bookmark(number), passages)
    for number, passages in noted.items():
        yield Trace("foot", number, f"_Foot{number}", passages)


def _paragraphs(brief: Brief) -> Iterator[Trace]:
    quoted: dict[int, list[str]] = {}
    for one in brief.quoted:
        quoted.setdefault(one.place, []).append(one.passage)
    stated = {number: statement for statement, number in brief.stated}
    number, heading, entry = 0, "", ""
    for block in brief.blocks:
        if isinstance(block, Heading):
            heading = block.bookmark
        elif isinstance(block, Paragraph) and block.role in _OF_AN_ENTRY:
            entry = next(iter(block.bookmarks), entry)
            yield Trace("body", number, entry, (entry.removeprefix(EVIDENCE),))
        elif isinstance(block, Table):
            yield from _cells(block, number, quoted)
        elif number in quoted or number in stated:
            marks = (note_bookmark(part.number) for part in block.inlines if isinstance(part, NoteMark))
            place = next(iter((*block.bookmarks, *marks, heading)))
            yield Trace("body", number, place, tuple(quoted.get(number, ())), stated.get(number, ""))
        number += paragraphs_of(block)


def _cells(table: Table, first: int, quoted: Mapping[int, list[str]]) -> Iterator[Trace]:
    """Yield the cells that have a bookmark; `first` is the printed paragraph of the table's caption."""
    for cell, name in table.bookmarks:
        number = first + 1 + len(table.columns) + cell
        yield Trace("body", number, name, tuple(quoted.get(number, ())))
