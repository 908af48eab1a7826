"""What may be wrong with a statement: no citation, a citation to nothing, words that are not the source's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from briefer.checking.finding import Finding, Level
from briefer.model.records import Statement
from briefer.wording.differing import alike, characters, excerpt
from briefer.wording.quoted import quoted_in_short, quoted_stretches, word_count
from briefer.wording.quoted_edits import edited, edits_between, parting, takes_from
from briefer.writing.desk import Desk

NEEDS_CITATION: Final = frozenset({"quotation", "fact"})
QUOTING: Final = 4
"""From so many words on, words in quotation marks claim to be somebody's."""
_ENOUGH: Final = 6
"""Code points that words share with a source's before it is said where they part."""


class Doubt(NamedTuple):
    """What is wrong with the words of a statement; `claim` goes on from “The statement …”.

    `detail` says where the words begin to differ, as far as anybody can tell.
    """

    rule: str
    level: Level
    claim: str
    detail: str = ""


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
        yield Finding(doubt.rule, doubt.level, _about(statement, doubt.claim + doubt.detail), statement.id)
    if statement.kind == "quotation" and not found:
        yield from _unrecorded(statement, said)


def doubts(kind: str, text: str, said: Sequence[str]) -> Iterator[Doubt]:
    """Yield where the words of a statement are not what the passages that it cites say.

    `said` holds the words of each of these passages.
    """
    if kind == "quotation":
        other = next((quote for quote in said if edits_between(quote, text) is None), None)
        if other is not None:
            claim = "is not what each passage it cites says; restore the source’s words"
            yield Doubt("altered-quotation", "error", claim, _contrast(*parting(text, other, whole=True)))
        return
    for start, end in quoted_stretches(text):
        words = text[start:end]
        if any(takes_from(words, quote) for quote in said):
            continue
        claim = f"has {opening(words)} in quotation marks, which no passage it cites says"
        claim = f"{claim}; mend it or cite its source"
        detail = _nearest(words, said)
        if word_count(words) >= QUOTING:
            yield Doubt("altered-quotation", "error", claim, detail)
        else:
            yield Doubt("loose-quotation", "warning", claim, detail)


def _nearest(words: str, said: Sequence[str]) -> str:
    """Compare words with the passage that has most of their beginning, if any has enough of it."""
    pairs = [parting(words, quote, whole=False) for quote in said]
    own, theirs = max(pairs, key=lambda pair: alike(*pair), default=("", ""))
    return _contrast(own, theirs) if alike(own, theirs) >= _ENOUGH else ""


def _contrast(own: str, theirs: str) -> str:
    if own == theirs:
        return ""
    has = f"“{excerpt(own, theirs)}”" if own else "nothing"
    due = f"“{excerpt(theirs, own)}”" if theirs else "nothing"
    return f": it has {has} where the source has {due}{characters(own, theirs)}"


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
