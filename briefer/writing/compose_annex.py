"""The evidence annex: every cited passage exactly, a sentence of context either side, where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from briefer.citing.bookmarks import evidence_bookmark, source_bookmark
from briefer.citing.citation import SHORT_HASH, SHORT_ID
from briefer.citing.locator import locator_words
from briefer.citing.works import plain_title
from briefer.model.records import Passage, Source, Version
from briefer.writing.brief import Block, EvidencePassage, Heading, Paragraph, Run
from briefer.writing.compose_notes import NoteBook
from briefer.writing.compose_sources import numbered_links
from briefer.writing.desk import AMENDED, Desk

EXPLAINED = (
    "Each entry gives a passage exactly as the source’s stored text has it, between a sentence of context "
    "before and after. Places count code points of that text from 0, the last one not included; pages are "
    "counted through the file."
)


def annex(desk: Desk, book: NoteBook) -> Iterator[Block]:
    """Yield the annex, source by source, each source's passages by their place."""
    yield Heading(1, "Evidence annex", "_Annex")
    yield Paragraph("small", (Run(EXPLAINED),), together=True)
    passages = cited_passages(desk, book)
    by_source: dict[str, list[Passage]] = {}
    for passage in passages:
        by_source.setdefault(passage.source, []).append(passage)
    for identifier, group in by_source.items():
        source = desk.sources[identifier]
        yield Heading(2, f"{source.label}. {plain_title(source)}", f"_Annex{source.label}")
        yield _file(desk, "File", source)
        for copy in desk.former_copies(group).get(identifier, ()):
            deed = "changed" if desk.is_amended(copy) else "read"
            yield _file(desk, f"A former copy was {deed} on {copy.added[:10]}: file", copy)
        for passage in group:
            yield from _passage(desk, book, source, passage)


def cited_passages(desk: Desk, book: NoteBook) -> list[Passage]:
    """Return the passages that a note cites, by the order of their sources and by place."""
    order = {identifier: place for place, identifier in enumerate(desk.sources)}
    found = [desk.passages[identifier] for identifier in book.by_passage]
    return sorted(
        found,
        key=lambda passage: (order[passage.source], passage.anchor.start, passage.anchor.end, passage.id),
    )


def evidence_passages(desk: Desk, book: NoteBook) -> tuple[EvidencePassage, ...]:
    """Return the cited passages as the evidence holds them."""
    return tuple(
        EvidencePassage(
            passage.id,
            passage.source,
            passage.anchor.text,
            passage.anchor.start,
            passage.anchor.end,
            passage.anchor.quote,
        )
        for passage in cited_passages(desk, book)
    )


def _file(desk: Desk, lead: str, copy: Source | Version) -> Paragraph:
    """Say from which file a copy of a source was read, and what the text of it is."""
    amended = f", {AMENDED}" if desk.is_amended(copy) else ""
    words = (
        f"{lead} {copy.file_name}, SHA-256 {copy.original}; text of {copy.length} code points, SHA-256 "
        f"{copy.text}{amended}."
    )
    return Paragraph("small", (Run(words),), together=True)


def _passage(desk: Desk, book: NoteBook, source: Source, passage: Passage) -> Iterator[Block]:
    """Yield where a passage stands, what stands before it, its words, what stands after it."""
    anchor, text, copy = passage.anchor, desk.text_of(passage), desk.copy_of(passage)
    whose = " of a former copy" if isinstance(copy, Version) else ""
    language = source.reference.language
    before, after = text.around(passage)
    numbers = book.by_passage[passage.id]
    where = (
        Run(passage.id[:SHORT_ID], "bold"),
        Run(" · "),
        Run(source.label, link=f"#{source_bookmark(source.label)}"),
        Run(f", {locator_words([desk.locate(passage)])} · code points {anchor.start}–{anchor.end}{whose}"),
        Run(f" · file SHA-256 {copy.original[:SHORT_HASH]} · {'note' if len(numbers) == 1 else 'notes'} "),
        *numbered_links(numbers),
    )
    yield Paragraph("context", where, (evidence_bookmark(passage.id),), together=True)
    if before:
        yield Paragraph("context", (Run("Before: ", "quiet"), Run(before, language=language)), together=True)
    yield Paragraph("evidence", (Run(anchor.quote, language=language),), together=bool(after))
    if after:
        yield Paragraph("context", (Run("After: ", "quiet"), Run(after, language=language)))
