"""What may be wrong with the words that analysts choose: likelihood, acronyms, days without a year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from briefer.checking.finding import Finding
from briefer.checking.statements import opening
from briefer.citing.citation import SHORT_ID
from briefer.citing.piece import series
from briefer.model.records import Statement
from briefer.wording.likelihood import SCALE_NAMES, likelihood_words, speaks_of_confidence
from briefer.wording.quoted import claimed_stretches
from briefer.wording.relative_dates import relative_dates
from briefer.wording.sentences import sentences
from briefer.writing.compose_legend import ESTIMATES
from briefer.writing.desk import Desk, printed_entries

_ACRONYM: Final = re.compile(r"(?<![\w.-])[A-Z][A-Z0-9]{2,7}(?![\w-])")
_WELL_KNOWN: Final = frozenset({"NATO", "USA", "URL", "SHA", "UTC", "GDP", "CEO", "BBC", "CNN", "NASA"})
_FULL_DATE: Final = re.compile(
    r"\b\d{1,2} [A-Z][a-z]{2,8},? \d{4}\b|\b[A-Z][a-z]{2,8} \d{1,2}, \d{4}\b|\b\d{4}-\d{2}-\d{2}\b"
)
_OFTEN: Final = 2


def word_findings(desk: Desk) -> Iterator[Finding]:
    """Yield a warning for each doubtful word, in the order of the brief."""
    statements = [entry for printed in desk.printed for entry in printed.body if isinstance(entry, Statement)]
    for statement in statements:
        if statement.kind in ESTIMATES:
            yield from _likelihood(desk.details.scale, statement)
    yield from _acronyms(desk, [one for one in statements if one.kind != "quotation"])
    yield from _days(desk, statements)


def _likelihood(scale: str, statement: Statement) -> Iterator[Finding]:
    found = list(likelihood_words(statement.text, scale))
    foreign = sorted({one.words.lower() for one in found if one.term is None})
    if found and not scale:
        yield _about(
            "likelihood",
            statement,
            f"says “{foreign[0]}”, and the brief has no scale of likelihood; choose one in its details",
        )
    elif foreign:
        said = series([f"“{words}”" for words in foreign])
        yield _about(
            "likelihood", statement, f"says {said}, which {SCALE_NAMES[scale]} lacks; say it in its words"
        )
    if len({one.term.row for one in found if one.term is not None}) > 1:
        yield _about("likelihood", statement, "mixes the two rows of ICD 203; keep to one of them")
    for start, end in sentences(statement.text):
        sentence = statement.text[start:end]
        if speaks_of_confidence(sentence) and any(likelihood_words(sentence, scale)):
            claim = "speaks of likelihood and of confidence in one sentence; make two of it"
            yield _about("likelihood-and-confidence", statement, claim)


def _acronyms(desk: Desk, statements: list[Statement]) -> Iterator[Finding]:
    """Yield the acronyms that are used again and again and that nothing explains."""
    uses = [
        (match.group(), statement)
        for statement in statements
        for quoted in [claimed_stretches(statement.text)]
        for match in _ACRONYM.finditer(statement.text)
        if not any(start <= match.start() < end for start, end in quoted)
    ]
    explained = {short for short, statement in uses if f"({short})" in statement.text}
    known = _WELL_KNOWN | explained | desk.expansions.keys()
    for short, count in Counter(short for short, _ in uses).items():
        if count >= _OFTEN and short not in known:
            where = next(statement for used, statement in uses if used == short)
            message = f"Nothing says what {short} stands for; add it to the acronyms of the project."
            yield Finding("acronym", "warning", message, where.id)


def _days(desk: Desk, statements: list[Statement]) -> Iterator[Finding]:
    """Yield the printed passages that name a day which neither the event nor a statement dates."""
    dated = {
        cite for statement in statements if _FULL_DATE.search(statement.text) for cite in statement.cites
    }
    shown = dict.fromkeys(
        cite
        for printed in desk.printed
        for entry in printed_entries(printed.body)
        for cite in (entry.cites if isinstance(entry, Statement) else (entry.passage,))
    )
    undated = [identifier for identifier in shown if identifier not in dated]
    for passage in (desk.passages[identifier] for identifier in undated if identifier in desk.passages):
        anchor = passage.anchor
        dates = relative_dates(anchor.quote, desk.event, anchor.prefix, anchor.suffix)
        loose = list(dict.fromkeys(f"“{one.words}”" for one in dates if one.day is None))
        if loose:
            named = f"Passage {passage.id[:SHORT_ID]}, {opening(passage.anchor.quote)},"
            way = "say in a statement which day it is" if desk.event else "record the date of the event"
            message = f"{named} says {series(loose)}, which the brief cannot date; {way}."
            yield Finding("relative-date", "warning", message, passage.id)


def _about(rule: str, statement: Statement, claim: str) -> Finding:
    return Finding(rule, "warning", f"The statement {opening(statement.text)} {claim}.", statement.id)
