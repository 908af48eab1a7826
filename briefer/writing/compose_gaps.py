"""What a reader must know is missing: empty sections, open questions, what is not recorded or is assumed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from briefer.citing.bookmarks import source_bookmark
from briefer.model.records import Source, Statement
from briefer.writing.brief import Block, Heading, Inlines, Paragraph, Run
from briefer.writing.compose_differences import HEADING as DIFFERENCES
from briefer.writing.desk import Desk

NONE_KNOWN: Final = "None is known."


def gaps(desk: Desk) -> Iterator[Block]:
    """Yield what is missing, each with a link to its place."""
    yield Heading(1, "Gaps and assumptions", "_Gaps")
    found = [*_empty(desk), *_unresolved(desk), *_not_recorded(desk), *_assumed(desk)]
    yield from found or [Paragraph("statement", (Run(NONE_KNOWN),))]


def _empty(desk: Desk) -> Iterator[Paragraph]:
    empty = [Run(printed.title, link=f"#{printed.bookmark}") for printed in desk.printed if not printed.body]
    if empty:
        yield _line("Empty", (*_listed(empty), Run(".")))


def _unresolved(desk: Desk) -> Iterator[Paragraph]:
    for difference in desk.differences:
        if not difference.ruling:
            yield _line("Unresolved", (Run(difference.question, link=f"#{DIFFERENCES.bookmark}"),))


def _not_recorded(desk: Desk) -> Iterator[Paragraph]:
    origin = [source for source in desk.sources.values() if not desk.origins.of(source).recorded]
    for word, found in {**desk.not_recorded(), "origin": origin}.items():
        if found:
            lead = f"{word.capitalize()} not recorded"
            yield _line(lead, (*_listed([_named(source) for source in found]), Run(".")))


def _assumed(desk: Desk) -> Iterator[Paragraph]:
    for printed in desk.printed:
        for entry in printed.body:
            if isinstance(entry, Statement) and entry.kind == "assumption":
                where = Run(printed.title, link=f"#{printed.bookmark}")
                yield _line("Assumed", (Run(f"{entry.text} ("), where, Run(")")))


def _named(source: Source) -> Run:
    return Run(source.label, link=f"#{source_bookmark(source.label)}")


def _listed(runs: Sequence[Run]) -> Inlines:
    """Set runs apart as English does: "4", "4 and 7", "4, 7 and 9"."""
    parts: list[Run] = []
    for place, run in enumerate(runs):
        if place:
            parts.append(Run(" and " if place + 1 == len(runs) else ", "))
        parts.append(run)
    return tuple(parts)


def _line(lead: str, inlines: Inlines) -> Paragraph:
    return Paragraph("statement", (Run(f"{lead}: ", "bold"), *inlines))
