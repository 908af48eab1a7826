"""The mark of a section that rests on one origin, however many sources it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefer.citing.piece import series
from briefer.model.project import Entry
from briefer.model.records import Source
from briefer.writing.brief import Paragraph, Run
from briefer.writing.desk import Desk, sources_behind


def origin_mark(desk: Desk, body: list[Entry]) -> Iterator[Paragraph]:
    """Yield the line that says so, or nothing."""
    words = single_origin(desk, body)
    if words:
        yield Paragraph("small", (Run(f"Rests on {words}.", "quiet"),), together=True)


def single_origin(desk: Desk, body: list[Entry]) -> str:
    """Say on which one source or origin a section rests, if it is one; or nothing."""
    sources = sources_behind(desk, body)
    return origin_words(desk, sources) if desk.origins.count(sources).single else ""


def origin_words(desk: Desk, sources: Sequence[Source]) -> str:
    """Name the one origin of some sources: "one source, S3"."""
    if len(sources) == 1:
        return f"one source, {sources[0].label}"
    name = desk.origins.of(sources[0]).name
    others = [source.label for source in sources if source.label != name]
    return f"one origin, {name}: {series(others)} {'has' if len(others) == 1 else 'have'} it from there"
