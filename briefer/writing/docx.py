"""A brief as a Word document: real footnotes, styles to restyle, and the evidence inside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from briefer.writing import docx_package
from briefer.writing.brief import Brief, Progress, Run, silent
from briefer.writing.docx_body import SIDES, blocks, note
from briefer.writing.docx_properties import core_properties, custom_properties, evidence_properties
from briefer.writing.docx_styles import styles
from briefer.writing.docx_theme import theme
from briefer.writing.docx_words import Story, word_language
from briefer.writing.docx_xml import DECLARATION, NAMESPACES, Bookmarks
from briefer.writing.evidence import evidence, to_xml

if TYPE_CHECKING:
    from docx.document import Document

_STEP = 200
# In Word the page number stands over the banner, in the margin.
_PAGE_NUMBER = 8


def render(brief: Brief, progress: Progress = silent) -> bytes:
    """Write a brief as DOCX; raises BrieferError for a character that XML cannot hold.

    The same brief makes the same bytes, whatever the day, the time zone, the locale and the hash seed.
    """
    from docx.opc.constants import RELATIONSHIP_TYPE

    bookmarks = Bookmarks()
    body, notes = Story(bookmarks, brief.language), Story(bookmarks, brief.language)
    total = len(brief.blocks) + len(brief.notes)
    written_body = "".join(_reported(blocks(brief, body), progress, 0, total))
    written_notes = "".join(
        _reported((note(found, notes) for found in brief.notes), progress, len(brief.blocks), total)
    )
    document = docx_package.open_template()
    part = document.part
    footnotes = part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    docx_package.link(part, body.links)
    docx_package.link(footnotes, notes.links)
    _set_paper(document, brief)
    _set_banner(document, body.words((Run(brief.banner),)))
    _add_properties(document, brief)
    grown = {
        "word/document.xml": docx_package.inserted(part, b"<w:sectPr", written_body),
        "word/styles.xml": _styles(brief),
        "word/theme1.xml": f"{DECLARATION}{theme(brief.look)}".encode(),
        "word/footnotes.xml": docx_package.inserted(footnotes, b"</w:footnotes>", written_notes),
    }
    written = docx_package.to_bytes(part.package, grown)
    progress(total, total)
    return written


def _reported(made: Iterable[str], progress: Progress, before: int, total: int) -> Iterator[str]:
    for done, text in enumerate(made, start=before):
        if done % _STEP == 0:
            progress(done, total)
        yield text


def _styles(brief: Brief) -> bytes:
    made = styles(brief.look, word_language(brief.language))
    return f"{DECLARATION}<w:styles {NAMESPACES}>{made}</w:styles>".encode()


def _set_paper(document: Document, brief: Brief) -> None:
    """Set the paper and the margins."""
    from docx.shared import Pt, Twips

    look = brief.look
    for section in document.sections:
        section.page_width, section.page_height = map(Twips, SIDES[brief.paper])
        section.left_margin = section.right_margin = Pt(look.sides)
        section.top_margin, section.bottom_margin = Pt(look.top), Pt(look.bottom + _PAGE_NUMBER)


def _set_banner(document: Document, words: str) -> None:
    """Put runs into the last paragraph of header and footer."""
    from docx.oxml import parse_xml

    for section in document.sections:
        for place in (section.header, section.footer):
            place.paragraphs[-1]._p.extend(parse_xml(f"<w:p {NAMESPACES}>{words}</w:p>"))  # noqa: SLF001


def _add_properties(document: Document, brief: Brief) -> None:
    """Add what the document says of itself, and its evidence with the properties by which Word keeps it."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

    found = evidence(brief)
    package = document.part.package
    add = docx_package.add_part
    add(package, "docProps/core.xml", core_properties(brief), CONTENT_TYPE.OPC_CORE_PROPERTIES,
        RELATIONSHIP_TYPE.CORE_PROPERTIES)  # fmt: skip
    add(package, "docProps/custom.xml", custom_properties(found), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES,
        RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)  # fmt: skip
    if not brief.embedded:
        return
    store = add(document.part, "customXml/item1.xml", to_xml(found), CONTENT_TYPE.XML,
                RELATIONSHIP_TYPE.CUSTOM_XML)  # fmt: skip
    add(store, "customXml/itemProps1.xml", evidence_properties(), CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES,
        RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)  # fmt: skip
