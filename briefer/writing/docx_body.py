"""The body and the notes of a brief as WordprocessingML, built as text so that it grows linearly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final

from briefer.writing.brief import (
    Block,
    Brief,
    Heading,
    Inlines,
    Note,
    Paragraph,
    Role,
    Run,
    Table,
    plain_words,
)
from briefer.writing.docx_marks import twips
from briefer.writing.docx_words import Story, runs_right_to_left
from briefer.writing.docx_xml import quoted

_STYLES: Final[dict[Role, str]] = {
    "title": "Title",
    "front": "BriefFront",
    "bluf": "BottomLine",
    "statement": "BodyText",
    "quotation": "Quote",
    "empty": "EmptySection",
    "reference": "ReferenceEntry",
    "evidence": "Evidence",
    "context": "Context",
    "small": "SmallPrint",
}
SIDES: Final = {"A4": (11906, 16838), "Letter": (12240, 15840)}
"""Width and height of the paper, in twips."""

_KEEP_WITH_NEXT = "<w:keepNext/>"
_RIGHT_TO_LEFT = "<w:bidi/>"
# In one run, so that a reader skips number and tab together.
_NUMBER = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/><w:tab/></w:r>'


def blocks(brief: Brief, story: Story) -> Iterator[str]:
    """Yield each block of the body."""
    previous: Block | None = None
    style = ""
    for block in brief.blocks:
        match block:
            case Heading():
                words = story.bookmarks.around(block.bookmark, story.words((Run(block.text),)))
                style = f"Heading{block.level}"
                yield _paragraph(style, words)
            case Paragraph():
                style = _style(block, after=style, below_table=isinstance(previous, Table))
                yield _block(block, story, style)
            case Table():
                style = "TableText"
                yield _table(block, story, SIDES[brief.paper][0] - 2 * twips(brief.look.sides))
        previous = block


def note(found: Note, story: Story) -> str:
    """Make a footnote, its words inside the bookmark that leads to it."""
    words = story.bookmarks.around(f"_Foot{found.number}", story.words(found.inlines))
    paragraph = _paragraph("FootnoteText", _NUMBER + words, _direction(found.inlines))
    return f'<w:footnote w:id="{found.number}">{paragraph}</w:footnote>'


def _style(block: Paragraph, *, after: str, below_table: bool) -> str:
    """Name the style of a role in its place: two quotations in a row take two, so that their rules do not
    join; context that can be pointed at is where an entry of the annex begins.
    """
    match block.role:
        case "quotation" if after == "Quote":
            return "QuoteBelow"
        case "context" if block.bookmarks:
            return "EvidenceEntry"
        case "small" if below_table:
            return "SmallPrintBelow"
        case role:
            return _STYLES[role]


def _block(block: Paragraph, story: Story, style: str) -> str:
    words = story.words(block.inlines)
    for bookmark in block.bookmarks:
        words = story.bookmarks.around(bookmark, words)
    together = _KEEP_WITH_NEXT if block.together else ""
    return _paragraph(style, words, together + _direction(block.inlines))


def _table(table: Table, story: Story, width: int) -> str:
    widths = _twips(table.widths, width)
    properties = (
        '<w:tblPr><w:tblStyle w:val="BriefTable"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        'w:noHBand="0" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoted(table.caption)}/>"
        f"<w:tblDescription w:val={quoted('Columns: ' + ', '.join(table.columns))}/></w:tblPr>"
    )
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    titles = tuple((Run(title),) for title in table.columns)
    head = _row(titles, widths, story, "TableHeading", "<w:tblHeader/>")
    names, first = dict(table.bookmarks), range(0, len(table.rows) * len(table.columns), len(table.columns))
    rows = "".join(
        _row(row, widths, story, "TableText", names=[names.get(place + cell, "") for cell in range(len(row))])
        for place, row in zip(first, table.rows, strict=True)
    )
    caption = _paragraph("Caption", story.words((Run(table.caption),)))
    return f"{caption}<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"


def _row(  # noqa: PLR0917  # as many as a row has sides
    cells: Sequence[Inlines],
    widths: Sequence[int],
    story: Story,
    style: str,
    more: str = "",
    names: Sequence[str] = (),
) -> str:
    """Make a row; `names` are the bookmarks around the words of its cells, where they have one."""
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{_paragraph(style, _named(name, story.words(cell), story), _direction(cell))}</w:tc>"
        for cell, width, name in zip(cells, widths, names or [""] * len(cells), strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{made}</w:tr>"


def _named(name: str, words: str, story: Story) -> str:
    return story.bookmarks.around(name, words) if name else words


def _twips(shares: Sequence[float], width: int) -> list[int]:
    """Share out the width of the text so that nothing is lost to rounding."""
    edges = [0, *(round(width * share) for share in accumulate(shares))]
    return [right - left for left, right in pairwise(edges)]


def _direction(inlines: Inlines) -> str:
    return _RIGHT_TO_LEFT if runs_right_to_left(plain_words(inlines)) else ""


def _paragraph(style: str, words: str, layout: str = "") -> str:
    """Make a paragraph; `layout` is what it adds to its style, in the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{layout}</w:pPr>{words}</w:p>'
