"""A sound project made of what could be read of a damaged one, and a list of what it no longer has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from typing import Final

from briefer.actions.salvaging_sources import SAID, Mended, mend_sources
from briefer.model import rank
from briefer.model.content import Content
from briefer.model.invariants import check_project
from briefer.model.records import (
    BLUF,
    FEWEST,
    KINDS,
    Acronym,
    Details,
    Difference,
    Issue,
    Passage,
    Record,
    Section,
    Statement,
    Tag,
)
from briefer.model.wreck import Salvaged, Wreck, of_kind
from briefer.wording.quoted import quoted_in_short

_GREY: Final = "#6b7280"
_MOST_DIGITS: Final = 9
_KEY_BEGIN: Final = 50
"""Letters of a key that are kept where a number is put behind them."""
_TOLD: Final = {kind.__name__.lower(): f"{kind.__name__.lower()}s" for kind in KINDS} | {"details": "details"}


def salvage(wreck: Wreck, at: str) -> Salvaged:
    """Return what can be kept; `at` is the time, ISO 8601 in UTC.

    A history is kept only where nothing is lost: it leads nowhere else.
    """
    mended = mend_sources(wreck, at)
    rest: list[Record] = [*_sections(wreck, mended), *_tags(wreck, mended), *_statements(wreck, mended)]
    rest += _apparatus(wreck, mended)
    records: list[Record] = [_details(wreck, mended), *mended.sources.values(), *mended.versions]
    records += [*mended.passages.values(), *rest]
    _tell_missing(wreck, mended, {record.id for record in records})
    records.sort(key=lambda record: KINDS.index(type(record)))
    texts, originals = mended.texts, mended.originals
    check_project(
        records,
        lambda name: texts[name].body if name in texts else None,
        lambda name: originals[name].body if name in originals else None,
    )
    return _with_history(wreck, mended, records)


def _with_history(wreck: Wreck, mended: Mended, records: list[Record]) -> Salvaged:
    kept = wreck.history if not mended.losses else ()
    if not kept and (wreck.history or "log" in wreck.unread):
        mended.lose("history", "", "The history is left out: it leads to what is no longer there.")
    if kept:  # it can be gone back in to what no record names now
        for body in wreck.texts.values():
            mended.keep_text(body)
        for data in wreck.originals.values():
            mended.keep_original(data)
    totals = Counter(type(record).__name__.lower() for record in records)
    totals.update(loss.kind for loss in mended.losses)
    contents: tuple[Content, ...] = (*mended.texts.values(), *mended.originals.values())
    return Salvaged(tuple(records), contents, tuple(mended.losses), totals, kept, wreck.head if kept else 0)


def _details(wreck: Wreck, mended: Mended) -> Details:
    found = next(iter(of_kind(wreck, Details).values()), None)
    if found is None:
        found = Details(title="Recovered brief")
        words = f"What the brief says on its front is gone; its title is “{found.title}” for now."
        mended.lose("details", "", words)
    given = max((int(source.label[1:]) for source in mended.sources.values()), default=0)
    return replace(found, sources_added=max(given, found.sources_added))


def _sections(wreck: Wreck, mended: Mended) -> list[Section]:
    """Return the sections, each with a key and a digit of its own, and one for each that is only named."""
    every: dict[str, Section] = dict(of_kind(wreck, Section))
    named = [tag.section for tag in of_kind(wreck, Tag).values()]
    named += [one.section for one in of_kind(wreck, Statement).values() if one.section != BLUF]
    last = max((section.rank for section in every.values()), default="")
    for number, identifier in enumerate(sorted({*named} - every.keys()), 1):
        last = rank.between(last)
        words = f"Recovered section {number}"
        every[identifier] = Section(identifier, f"recovered-{number}", None, words, _GREY, "", (), last)
        told = f"A section has lost its title and all else but what is filed in it; it is called “{words}”."
        mended.lose("section", identifier, told)
    found: dict[str, Section] = {}
    numbers: dict[str, Iterator[int]] = defaultdict(lambda: count(2))
    digits: set[int] = set()
    for section in every.values():
        key = section.key
        while key in found:
            begin = section.key[:_KEY_BEGIN]
            key = f"{begin}-{next(numbers[begin])}"
        free = section.digit in range(1, _MOST_DIGITS + 1) and section.digit not in digits
        found[key] = replace(section, key=key, digit=section.digit if free else None)
        digits.add(section.digit or 0)
        if found[key] != section:
            mended.lose("digit", section.id, f"“{section.title}” has lost its digit or its key.")
    return list(found.values())


def _tags(wreck: Wreck, mended: Mended) -> list[Tag]:
    found: dict[tuple[str, str], Tag] = {}
    for tag in of_kind(wreck, Tag).values():
        if tag.passage in mended.passages:
            found.setdefault((tag.passage, tag.section), tag)
        else:
            mended.missing.setdefault(tag.passage, Passage)
            mended.missing.setdefault(tag.id, Tag)
    return list(found.values())


def _statements(wreck: Wreck, mended: Mended) -> list[Statement]:
    found = []
    for statement in of_kind(wreck, Statement).values():
        cites = _there(statement.cites, mended)
        if cites != statement.cites:
            words = f"A statement has lost a citation: {quoted_in_short(statement.text, SAID)}."
            mended.lose("citation", statement.id, words)
            # Its edits are counted in the words of the passage that it quotes.
            statement = replace(statement, cites=cites, edits=())  # noqa: PLW2901
        found.append(statement)
    return found


def _apparatus(wreck: Wreck, mended: Mended) -> list[Record]:
    """Return acronyms, differences and issues, no two of which claim the same."""
    acronyms = {one.short: one for one in of_kind(wreck, Acronym).values()}
    issues = {one.version: one for one in of_kind(wreck, Issue).values()}
    found: list[Record] = [*acronyms.values(), *issues.values()]
    for difference in of_kind(wreck, Difference).values():
        passages = _there(dict.fromkeys(difference.passages), mended)
        if len(passages) < FEWEST:
            mended.missing[difference.id] = Difference
            continue
        if passages != difference.passages:
            words = f"{quoted_in_short(difference.question, SAID)} has lost an answer."
            mended.lose("answer", difference.id, words)
        found.append(replace(difference, passages=passages))
    return found


def _there(named: Iterable[str], mended: Mended) -> tuple[str, ...]:
    """Return the passages that are still there; miss the others."""
    found = []
    for identifier in named:
        if identifier in mended.passages:
            found.append(identifier)
        else:
            mended.missing.setdefault(identifier, Passage)
    return tuple(found)


def _tell_missing(wreck: Wreck, mended: Mended, there: set[str]) -> None:
    told = {loss.id for loss in mended.losses if loss.kind in _TOLD}
    read = {identifier: type(record) for identifier, record in wreck.records.items()}
    for identifier, kind in (mended.missing | read).items():
        if identifier not in told and identifier not in there:
            record = wreck.records.get(identifier)
            said = identifier[:8]
            if isinstance(record, Difference):
                said = quoted_in_short(record.question, SAID)
            elif isinstance(record, Acronym):
                said = quoted_in_short(record.short, SAID)
            mended.lose(kind.__name__.lower(), identifier, f"{kind.__name__} {said} is gone.")
    for identifier in sorted(wreck.differing & there):
        kind = type(wreck.records[identifier])
        words = f"{kind.__name__} {identifier[:8]} is not what the history says it was; look at it."
        mended.lose("doubtful", identifier, words)
    unread = [words for kind, words in _TOLD.items() if kind in wreck.unread]
    if unread:
        words = f"The file could not be read to its end: there may have been more {', '.join(unread)}."
        mended.lose("unread", "", words)
