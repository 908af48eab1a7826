"""A project becomes the brief that every writer prints: front, bottom line, sections, sources, annex."""

from __future__ import annotations

from briefer import __version__
from briefer.model.preset import WHOLE, Preset
from briefer.model.project import Project
from briefer.model.records import DEFAULT_MARKING
from briefer.writing.brief import Brief, Paragraph, Run
from briefer.writing.collecting import collection_paused
from briefer.writing.compose_annex import annex, cited_passages, evidence_passages
from briefer.writing.compose_changes import changes
from briefer.writing.compose_contents import contents
from briefer.writing.compose_differences import differences
from briefer.writing.compose_directions import with_directions_closed
from briefer.writing.compose_front import event_words, front, purpose, title_words
from briefer.writing.compose_gaps import gaps
from briefer.writing.compose_legend import legend
from briefer.writing.compose_links import without_loose_links
from briefer.writing.compose_origins import origin_mark
from briefer.writing.compose_page import Page
from briefer.writing.compose_sources import evidence_sources, source_list
from briefer.writing.desk import Desk, day_of
from briefer.writing.evidence import DRAFT, seal

NO_REPORTING = "No reporting in the sources examined."
NO_BOTTOM_LINE = "No bottom line has been written."


def compose(project: Project, *, draft: bool = False, preset: Preset = WHOLE) -> Brief:
    """Compose the brief; `draft` says so in the banner. The same project gives an equal brief."""
    with collection_paused():
        desk = Desk(project)
        short = bool(preset.pages)
        page = Page(desk, preset)
        page.add(*front(desk.details, short=short))
        bottom_line, *sections = desk.printed
        page.section(bottom_line, "bluf", NO_BOTTOM_LINE)
        place = len(page.blocks)
        page.add(*(contents(()) for part in preset.parts if part == "contents"))
        page.add(*(purpose(desk.details) if "purpose" in preset.parts else ()))
        page.add(*(changes(desk, preset.parts) if "changes" in preset.parts else ()))
        for section in sections:
            page.section(section, "statement", NO_REPORTING, tuple(origin_mark(desk, section.body)))
        if "differences" in preset.parts:
            differences(desk, page)
        page.add(*(gaps(desk) if "gaps" in preset.parts else ()))
        page.add(*source_list(desk, page.book, preset.parts))
        page.add(*legend(desk, short=short))
        page.add(*(annex(desk, page.book) if "annex" in preset.parts else ()))
        page.add(Paragraph("small", (Run(_tool_line(preset)),)))
        if "contents" in preset.parts:
            page.blocks[place] = contents(page.blocks)
        return seal(with_directions_closed(without_loose_links(_bound(desk, page, preset, draft=draft))))


def _tool_line(preset: Preset) -> str:
    carried = "this file embeds its evidence" if preset.embedded else "its evidence is not in this file"
    if preset.with_sources:
        carried += " and the files of its sources"
    return f"Made with briefer {__version__}; {carried}."


def _bound(desk: Desk, page: Page, preset: Preset, *, draft: bool) -> Brief:
    details = desk.details
    return Brief(
        title=title_words(details),
        author=details.author,
        subject=event_words(details),
        banner=" — ".join(filter(None, (details.marking or DEFAULT_MARKING, DRAFT if draft else ""))),
        language="en",
        created=details.product_date if day_of(details.product_date) else "",
        blocks=tuple(page.blocks),
        notes=tuple(page.book.notes),
        sources=evidence_sources(desk, page.book),
        passages=evidence_passages(desk, page.book),
        cited=tuple(page.book.cited),
        quoted=tuple(page.quoted),
        parts=preset.parts,
        paper=preset.paper,
        embedded=preset.embedded,
        stated=tuple(page.stated),
        look=preset.look,
        pages=preset.pages,
        files=desk.files(cited_passages(desk, page.book)) if preset.with_sources else (),
    )
