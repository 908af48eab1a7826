"""Links within a brief lead somewhere: those to parts that are not printed become plain words."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from typing import Final

from briefer.citing.bookmarks import note_bookmark
from briefer.model.preset import PARTS
from briefer.writing.brief import Block, Brief, Heading, Inlines, Paragraph, Run, Table

_INSIDE: Final = "#"


def without_loose_links(brief: Brief) -> Brief:
    """Return the brief without links to bookmarks that it does not have; a whole one has them all."""
    if brief.parts == PARTS:
        return brief
    there = {f"{_INSIDE}{name}" for block in brief.blocks for name in _bookmarks(block)}
    there |= {f"{_INSIDE}{note_bookmark(note.number)}" for note in brief.notes}
    return replace(
        brief,
        blocks=tuple(_block(block, there) for block in brief.blocks),
        notes=tuple(replace(note, inlines=_inlines(note.inlines, there)) for note in brief.notes),
    )


def _bookmarks(block: Block) -> tuple[str, ...]:
    if isinstance(block, Heading):
        return (block.bookmark,)
    return block.bookmarks if isinstance(block, Paragraph) else tuple(name for _, name in block.bookmarks)


def _block(block: Block, there: Container[str]) -> Block:
    match block:
        case Paragraph():
            return replace(block, inlines=_inlines(block.inlines, there))
        case Table():
            rows = tuple(tuple(_inlines(cell, there) for cell in row) for row in block.rows)
            return replace(block, rows=rows)
        case Heading():
            return block


def _inlines(inlines: Inlines, there: Container[str]) -> Inlines:
    return tuple(
        replace(part, link="")
        if isinstance(part, Run) and part.link.startswith(_INSIDE) and part.link not in there
        else part
        for part in inlines
    )
