"""Characters that a PDF cannot print as they are, and where a brief would print them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Final

from briefer.checking.discrepancy import Discrepancy
from briefer.checking.finding import Finding
from briefer.checking.places import note_place, paragraph_place
from briefer.checking.printed import Reread
from briefer.checking.statements import opening
from briefer.citing.citation import SHORT_ID
from briefer.model.records import Details, Reference, Statement
from briefer.paths import resources
from briefer.wording.coverage import read_coverage
from briefer.wording.differing import named
from briefer.writing.desk import Desk, printed_entries
from briefer.writing.pdf_letters import NOT_SHOWN, letters, not_printed

_NAMED: Final = 3
"""How many characters a finding names; the reader finds the others beside them."""
_TOLD: Final = 10
"""Of how many places a verified file is said to lack characters; of a thousand nobody reads them all."""
_FONTS: Final = ("NotoSerif-Regular", "NotoSerifKR-Regular", "NotoSerifJP-Regular")
"""Where a character is looked for last, whatever font words begin with."""


def glyph_findings(desk: Desk) -> Iterator[Finding]:
    """Yield a warning for each place whose words would not be printed as they are."""
    for what, where, words in _printed(desk):
        for claim in _claims(words):
            yield Finding("no-glyph", "warning", f"{what} has {claim}.", where)


def glyphs_told(reread: Reread) -> Iterator[Discrepancy]:
    """Yield where a PDF shows its words otherwise than its evidence has them: no fault, but to be known."""
    evidence, printed = reread.evidence, reread.printed
    places = [
        *((words, paragraph_place, place) for place, words in enumerate(evidence.body)),
        *((words, note_place, place) for place, words in enumerate(evidence.notes)),
    ]
    found = [(*one, claims) for one in places if (claims := _claims(one[0]))]
    for words, place_of, place, claims in found[:_TOLD]:
        where = place_of(printed, place)
        message = f"The words at {where} have {'; '.join(claims)}. The evidence in the file has them exactly."
        yield Discrepancy("no-glyph", "information", message, where, should=words)
    if len(found) > _TOLD:
        message = f"{len(found) - _TOLD:,} more paragraphs or notes have such characters."
        yield Discrepancy("no-glyph", "information", message, "the file")


def _claims(words: str) -> list[str]:
    """Say which characters a PDF does not print as they are, and what it prints."""
    if words.isascii():
        return []
    coverage = read_coverage(resources("fonts") / "coverage.json")
    marked, left_out, beside = not_printed(words)
    marked |= {one for _, one in coverage.missing(letters(words), _FONTS) if one != NOT_SHOWN}
    claims = (
        (marked, f"which none of our fonts shows; a PDF prints {NOT_SHOWN} there"),
        (left_out, "which a PDF leaves out"),
        (beside - marked, "which a PDF sets beside its letter"),
    )
    return [f"{_named(sorted(characters))}, {how}" for characters, how in claims if characters]


def _printed(desk: Desk) -> Iterator[tuple[str, str, str]]:
    """Yield what prints, where it stands, and its words."""
    yield "The title block", desk.details.id, _words(desk.details)
    yield "The list of acronyms", desk.details.id, " ".join(desk.expansions.values())
    for source in desk.sources.values():
        yield f"The reference of {source.label}", source.label, _words(source.reference) + source.file_name
    for section, _ in desk.sections:
        yield f"The section title {opening(section.title)}", section.key, section.title
    shown: set[str] = set()
    for printed in desk.printed:
        for entry in printed_entries(printed.body):
            if isinstance(entry, Statement):
                yield f"The statement {opening(entry.text)}", entry.id, entry.text
                shown.update(entry.cites)
            else:
                shown.add(entry.passage)
    for difference in desk.differences:
        words = f"{difference.question} {difference.ruling} {difference.reason}"
        yield f"The difference {opening(difference.question)}", difference.id, words
        shown.update(difference.passages)
    for passage in desk.passages.values():
        if passage.id in shown:
            quote = passage.anchor.quote
            yield f"Passage {passage.id[:SHORT_ID]}, {opening(quote)},", passage.id, quote


def _words(record: Details | Reference) -> str:
    return " ".join(str(getattr(record, field.name)) for field in fields(record))


def _named(characters: list[str]) -> str:
    more = len(characters) - _NAMED
    return ", ".join(map(named, characters[:_NAMED])) + (f" and {more} more" if more > 0 else "")
