"""A brief as Markdown: CommonMark with the tables and footnotes that its usual extensions have.

It has no place for evidence, and nothing to name a place by: links within the brief become plain words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefer.writing.brief import (
    Block,
    Brief,
    Heading,
    Inlines,
    Paragraph,
    Progress,
    Role,
    Run,
    Table,
    silent,
)
from briefer.writing.markdown_words import line, paragraph

_STEP: Final = 200
_NOTE_INDENT: Final = " " * 4


def render(brief: Brief, progress: Progress = silent) -> bytes:
    """Write a brief as Markdown; raises BrieferError for a character that a text file cannot hold.

    The same brief makes the same bytes. The marking is the first line and the last one.
    """
    return "".join(_parts(brief, progress)).encode()


def _parts(brief: Brief, progress: Progress) -> Iterator[str]:
    banner = paragraph((Run(brief.banner, "bold"),))
    if banner:
        yield f"{banner}\n"
    total = len(brief.blocks) + len(brief.notes)
    listing = False
    for done, block in enumerate(brief.blocks):
        if done % _STEP == 0:
            progress(done, total)
        made = _block(block)
        listed = isinstance(block, Paragraph) and block.role == "front"
        if made:
            yield made if listed and listing else f"\n{made}"
            listing = listed
    for note in brief.notes:
        yield f"\n[^{note.number}]: {paragraph(note.inlines, _NOTE_INDENT)}\n"
    if banner:
        yield f"\n{banner}\n"
    progress(total, total)


def _block(block: Block) -> str:
    """Make a block with the end of its last line; one without words is none."""
    match block:
        case Heading():
            return f"{'#' * (block.level + 1)} {line((Run(block.text),))}\n"
        case Paragraph():
            return _paragraph(block.role, block.inlines)
        case Table():
            return _table(block)


def _paragraph(role: Role, inlines: Inlines) -> str:
    match role:
        case "title":
            return f"# {line(inlines)}\n"
        case "front":
            start, indent = "- ", "  "
        case "quotation" | "evidence":
            start = indent = "> "
        case _:
            start = indent = ""
    made = paragraph(inlines, indent)
    return f"{start}{made}\n" if made else ""


def _table(table: Table) -> str:
    caption = paragraph((Run(table.caption, "bold"),))
    titles = _row(tuple((Run(title),) for title in table.columns))
    rules = f"|{' --- |' * len(table.columns)}\n"
    above = f"{caption}\n\n" if caption else ""
    return f"{above}{titles}{rules}{''.join(map(_row, table.rows))}"


def _row(cells: tuple[Inlines, ...]) -> str:
    return f"| {' | '.join(map(line, cells))} |\n"
