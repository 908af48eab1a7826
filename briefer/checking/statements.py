"""What may be wrong with a statement: no citation, a citation to nothing, words that are not the source's.

A ruling is held to the words of its passages as a statement is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from briefer.checking.finding import Finding, Level
from briefer.model.records import Difference, Statement
from briefer.wording.differing import alike, characters, excerpt
from briefer.wording.quoted import claimed_stretches, quoted_in_short, word_count
from briefer.wording.quoted_edits import edited, edits_between, parting, takes_from
from briefer.writing.desk import Desk

NEEDS_CITATION: Final = frozenset({"quotation", "fact"})
QUOTING: Final = 4
"""From so many words on, words in quotation marks claim to be somebody's."""
_ENOUGH: Final = 6
"""Code points that words share with a source's before it is said where they part."""

_LINE_END: Final = re.compile(r"\s*\n\s*")


class Doubt(NamedTuple):
    """What is wrong with words of the analyst; `claim` goes on from “The statement …”, or “The ruling on …”.

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


def ruling_findings(desk: Desk, difference: Difference) -> Iterator[Finding]:
    """Yield what a ruling or its reason has in quotation marks that no passage says.

    A reason cites nothing, and may quote any passage; those of the difference are compared first.
    """
    said = [desk.passages[one].anchor.quote for one in difference.passages if one in desk.passages]
    for name, text in (("ruling on", difference.ruling), ("reason for the ruling on", difference.reason)):
        for doubt in doubts("judgement", text, [*said, *_quoted_in(desk, text)]):
            message = f"The {name} {opening(difference.question)} {doubt.claim}{doubt.detail}."
            yield Finding(doubt.rule, doubt.level, message, difference.id)


def _quoted_in(desk: Desk, text: str) -> list[str]:
    """Return for each stretch in quotation marks of a text the words of a passage that says it, if any."""
    quotes = [passage.anchor.quote for passage in desk.passages.values()]
    found = (_saying(text[start:end], quotes) for start, end in claimed_stretches(text))
    return [quote for quote in found if quote]


def _saying(words: str, quotes: Sequence[str]) -> str:
    """Return the first of the quotes that says words; those that have them to the letter are found sooner."""
    to_the_letter = (quote for quote in quotes if words in quote)
    otherwise = (quote for quote in quotes if _takes_from(words, quote))
    return next(chain(to_the_letter, otherwise), "")


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
    for start, end in claimed_stretches(text):
        words = text[start:end]
        if any(_takes_from(words, quote) for quote in said):
            continue
        claim = f"has {opening(words)} in quotation marks, which no passage it cites says"
        claim = f"{claim}; mend it or cite its source"
        detail = _nearest(words, said)
        if word_count(words) >= QUOTING:
            yield Doubt("altered-quotation", "error", claim, detail)
        else:
            yield Doubt("loose-quotation", "warning", claim, detail)


def _takes_from(words: str, quote: str) -> bool:
    """Tell whether words are a slice of what a source says, lines ending wherever they do."""
    if takes_from(words, quote):
        return True
    return "\n" in words and takes_from(_LINE_END.sub(" ", words), _LINE_END.sub(" ", quote))


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
