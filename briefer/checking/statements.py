"""What may be wrong with a statement: no citation, a citation to nothing, words that are not the source's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefer.checking.finding import Finding
from briefer.checking.quotations import quotes, takes_from
from briefer.model.records import Statement
from briefer.wording.quoted import quoted_stretches, word_count
from briefer.writing.desk import Desk

NEEDS_CITATION: Final = frozenset({"quotation", "fact"})
QUOTING: Final = 4
"""From so many words on, words in quotation marks claim to be somebody's."""


def statement_findings(desk: Desk, statement: Statement) -> Iterator[Finding]:
    """Yield what is wrong with a statement."""
    missing = [cite for cite in statement.cites if cite not in desk.passages]
    for cite in missing:
        yield _error(
            "citation-to-nothing", statement, f"cites a passage, {cite[:8]}, that is not there; cite another"
        )
    if statement.kind in NEEDS_CITATION and not statement.cites:
        yield _error(
            "uncited", statement, f"is a {statement.kind} without a citation; cite the passage it rests on"
        )
    if statement.kind == "quotation":
        yield from _altered(desk, statement)
    else:
        yield from _loose(desk, statement)


def opening(text: str) -> str:
    """Return the first words of a text, so that a reader knows which one is meant."""
    line = " ".join(text.split())
    return line if len(line) <= len("“…”") + 40 else f"{line[:40].rstrip()}…"


def _altered(desk: Desk, statement: Statement) -> Iterator[Finding]:
    if not all(quotes(statement.text, passage.anchor.quote) for passage in desk.cited(statement)):
        yield _error(
            "altered-quotation",
            statement,
            "is not what each passage it cites says; restore the source’s words",
        )


def _loose(desk: Desk, statement: Statement) -> Iterator[Finding]:
    said = [passage.anchor.quote for passage in desk.cited(statement)]
    for start, end in quoted_stretches(statement.text):
        words = statement.text[start:end]
        if any(takes_from(words, quote) for quote in said):
            continue
        claim = f"has “{opening(words)}” in quotation marks, which no passage it cites says"
        message = f"{claim}; mend it or cite its source"
        if word_count(words) >= QUOTING:
            yield _error("altered-quotation", statement, message)
        else:
            yield Finding("loose-quotation", "warning", _about(statement, message), statement.id)


def _error(rule: str, statement: Statement, message: str) -> Finding:
    return Finding(rule, "error", _about(statement, message), statement.id)


def _about(statement: Statement, message: str) -> str:
    return f"The statement “{opening(statement.text)}” {message}."
