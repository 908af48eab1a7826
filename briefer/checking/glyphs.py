"""Characters that none of the fonts shipped with briefer can show, and where the brief would print them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from briefer.checking.finding import Finding
from briefer.citing.citation import SHORT_ID
from briefer.model.records import Details, Reference, Statement
from briefer.paths import resources
from briefer.wording.coverage import read_coverage
from briefer.wording.differing import named
from briefer.writing.desk import Desk, printed_entries

_NAMED = 3
"""How many characters a finding names; the reader finds the others beside them."""


def glyph_findings(desk: Desk) -> Iterator[Finding]:
    """Yield one warning for each place whose words would print with gaps."""
    coverage = read_coverage(resources("fonts") / "coverage.json")
    fonts = tuple(coverage.firsts)
    for what, where, words in _printed(desk):
        unseen = sorted({character for _, character in coverage.missing(words, fonts)})
        if unseen:
            message = f"{what} has {_named(unseen)}, which none of our fonts shows; a PDF prints � there."
            yield Finding("no-glyph", "warning", message, where)


def _printed(desk: Desk) -> Iterator[tuple[str, str, str]]:
    """Yield what prints, where it stands, and its words."""
    yield "The title block", desk.details.id, _words(desk.details)
    yield "The list of acronyms", desk.details.id, " ".join(desk.expansions.values())
    for source in desk.sources.values():
        yield f"The reference of {source.label}", source.label, _words(source.reference) + source.file_name
    for section, _ in desk.sections:
        yield "The section title", section.key, section.title
    shown: set[str] = set()
    for printed in desk.printed:
        for entry in printed_entries(printed.body):
            if isinstance(entry, Statement):
                yield "The statement", entry.id, entry.text
                shown.update(entry.cites)
            else:
                shown.add(entry.passage)
    for difference in desk.differences:
        words = f"{difference.question} {difference.ruling} {difference.reason}"
        yield "The difference", difference.id, words
        shown.update(difference.passages)
    for passage in desk.passages.values():
        if passage.id in shown:
            yield f"Passage {passage.id[:SHORT_ID]}", passage.id, passage.anchor.quote


def _words(record: Details | Reference) -> str:
    return " ".join(str(getattr(record, field.name)) for field in fields(record))


def _named(characters: list[str]) -> str:
    more = len(characters) - _NAMED
    return ", ".join(map(named, characters[:_NAMED])) + (f" and {more} more" if more > 0 else "")
