"""The list of sources: a summary of them, what they cover, sources cited, sources only examined."""

from __future__ import annotations

from collections.abc import Container, Iterator

from briefer.citing.bookmarks import note_bookmark, source_bookmark
from briefer.model.records import Source
from briefer.writing.brief import Block, EvidenceSource, Heading, Inlines, Paragraph, Run
from briefer.writing.compose_coverage import coverage
from briefer.writing.compose_notes import NoteBook, runs
from briefer.writing.compose_summary import summary
from briefer.writing.desk import Desk


def source_list(desk: Desk, book: NoteBook, wanted: Container[str]) -> Iterator[Block]:
    """Yield those of summary, coverage and reference list that are wanted, in the order of the labels."""
    blocks = [*_wanted(desk, book, wanted)]
    if blocks:
        yield Heading(1, "Sources", "_Sources")
        yield from blocks


def _wanted(desk: Desk, book: NoteBook, wanted: Container[str]) -> Iterator[Block]:
    if "summary" in wanted:
        yield Paragraph("small", (Run(summary(desk, book)),))
    if "coverage" in wanted:
        yield from coverage(desk)
    cited = [source for source in desk.sources.values() if source.id in book.by_source]
    examined = [source for source in desk.sources.values() if source.id not in book.by_source]
    parts = (
        ("Sources cited", "_SourcesCited", cited if "cited" in wanted else []),
        ("Sources examined but not cited", "_SourcesExamined", examined if "examined" in wanted else []),
    )
    for title, bookmark, sources in parts:
        if sources:
            yield Heading(2, title, bookmark)
        for source in sources:
            yield _entry(book, source)


def evidence_sources(desk: Desk, book: NoteBook) -> tuple[EvidenceSource, ...]:
    """Return the sources as the evidence names them, behind each the former copies that are quoted from."""
    former = desk.former_copies(desk.passages[identifier] for identifier in book.by_passage)
    return tuple(
        EvidenceSource(
            source.id,
            source.label,
            source.reference.title,
            source.reference.publisher,
            copy.file_name,
            copy.original,
            copy.text,
            source.reference.language,
        )
        for source in desk.sources.values()
        for copy in (source, *former.get(source.id, ()))
    )


def numbered_links(numbers: list[int]) -> Inlines:
    """Return note numbers, each a link to its mark: "1, 4, 7"."""
    parts: list[Run] = []
    for number in numbers:
        if parts:
            parts.append(Run(", "))
        parts.append(Run(str(number), link=f"#{note_bookmark(number)}"))
    return tuple(parts)


def _entry(book: NoteBook, source: Source) -> Paragraph:
    numbers = book.by_source.get(source.id, [])
    descriptor = source.reference.descriptor
    cited: Inlines = ()
    if numbers:
        lead = " Cited in note " if len(numbers) == 1 else " Cited in notes "
        cited = (Run(lead), *numbered_links(numbers), Run("."))
    inlines = (
        Run(source.label, "bold"),
        Run(". "),
        *runs(book.entry(source.id)),
        *((Run(f" {descriptor}"),) if descriptor else ()),
        *cited,
    )
    return Paragraph("reference", inlines, (source_bookmark(source.label),))
