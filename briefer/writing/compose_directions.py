"""Words that order another direction turn round nothing that a paragraph prints after them."""

from __future__ import annotations

from dataclasses import replace

from briefer.wording.directions import left_open
from briefer.writing.brief import Block, Brief, Heading, Inlines, Paragraph, Run, Table


def with_directions_closed(brief: Brief) -> Brief:
    """Return the brief with what words leave open closed where something follows; quotations keep theirs."""
    return replace(
        brief,
        blocks=tuple(map(closed, brief.blocks)),
        notes=tuple(replace(note, inlines=_inlines(note.inlines)) for note in brief.notes),
    )


def closed(block: Block) -> Block:
    """Return a block with what its words leave open closed where something follows."""
    match block:
        case Paragraph():
            return replace(block, inlines=_inlines(block.inlines))
        case Table():
            return replace(block, rows=tuple(tuple(map(_inlines, row)) for row in block.rows))
        case Heading():
            return block


def _inlines(inlines: Inlines) -> Inlines:
    opening = {
        place: left_open(part.text) for place, part in enumerate(inlines[:-1]) if isinstance(part, Run)
    }
    if not any(opening.values()):
        return inlines
    return tuple(
        replace(part, text=part.text + opening.get(place, "")) if isinstance(part, Run) else part
        for place, part in enumerate(inlines)
    )
