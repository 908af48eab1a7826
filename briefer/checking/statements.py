"""What may be wrong with a statement: no citation, a citation to nothing, words that are not the source's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from briefer.checking.finding import Finding, Level
from briefer.model.records import Statement
from briefer.wording.quoted import quoted_in_short, quoted_stretches, word_count
from briefer.wording.quoted_edits import edited, edits_between, takes_from
from briefer.writing.desk import Desk

NEEDS_CITATION: Final = frozenset({"quotation", "fact"})
QUOTING: Final = 4
"""From so many words on, words in quotation marks claim to be somebody's."""


class Doubt(NamedTuple):
    """What is wrong with the words of a statement; `claim` goes on from “The statement …”."""

    rule: str
    level: Level
    claim: str


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
    said = [passage.anchor.quote for passage in desk.cited(statement)]
    found = list(doubts(statement.kind, statement.text, said))
    for doubt in found:
        yield Finding(doubt.rule, doubt.level, _about(statement, doubt.claim), statement.id)
    if statement.kind == "quotation" and not found:
        yield from _unrecorded(statement, said)


def doubts(kind: str, text: str, said: Sequence[str]) -> Iterator[Doubt]:
    """Yield where the words of a statement are not what the passages that it cites say.

    `said` holds the words of each of these passages.
    """
    if kind == "quotation":
        if any(edits_between(quote, text) is None for quote in said):
            claim = "is not what each passage it cites says; restore the source’s words"
            yield Doubt("altered-quotation", "error", claim)
        return
    for start, end in quoted_stretches(text):
        words = text[start:end]
        if any(takes_from(words, quote) for quote in said):
            continue
        claim = f"has {opening(words)} in quotation marks, which no passage it cites says"
        claim = f"{claim}; mend it or cite its source"
        if word_count(words) >= QUOTING:
            yield Doubt("altered-quotation", "error", claim)
        else:
            yield Doubt("loose-quotation", "warning", claim)


def _unrecorded(statement: Statement, said: Sequence[str]) -> Iterator[Finding]:
    """Yield an error when a quotation shows edits that are not the recorded ones."""
    if any(edited(quote, statement.edits) != statement.text for quote in said):
        claim = "shows edits that nobody recorded; write it once more to record them"
        yield _error("altered-quotation", statement, claim)


def opening(text: str) -> str:
    """Return the first words of a text in quotation marks, so that a reader knows which one is meant."""
    return quoted_in_short(text, 40)


def _error(rule: str, statement: Statement, message: str) -> Finding:
    return Finding(rule, "error", _about(statement, message), statement.id)


def _about(statement: Statement, message: str) -> str:
    return f"The statement {opening(statement.text)} {message}."
