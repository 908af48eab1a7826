"""What became of the statements since an issue: reworded, moved, added, dropped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from briefer.citing.citation import capital
from briefer.citing.piece import series
from briefer.model.quotations import words_said
from briefer.model.records import Issue, Passage, Statement
from briefer.writing.desk import Desk, Printed
from briefer.writing.issued import LEAST, Alteration, Group, apart, even, opening, parts, quoting, rising

_NAMED: Final = 3
"""Passages that are named of those that a statement cites beside those that it did."""


class _Statement(NamedTuple):
    title: str
    words: str
    kind: str = ""
    cites: str = ""
    section: str = ""
    said: str = ""


def statements_changed(desk: Desk, before: Issue) -> Iterator[Group]:
    """Yield the changes of each section, then those of sections that are no more."""
    issued = {name: _Statement(*parts) for name, *parts in map(parts, before.statements)}
    today = {entry.id for printed in desk.printed for entry in _written(printed)}
    gone = {name: was for name, was in issued.items() if name not in today}
    dropped: dict[str, list[Alteration]] = {}
    for was in gone.values():
        dropped.setdefault(was.title, []).append(quoting("Dropped", was.words))
    for printed in desk.printed:
        found = [*_of_section(printed, issued, desk.passages), *dropped.pop(printed.title, [])]
        new = bool(found) and all(change.name == "Added" for change in found)
        whole = "statements" if new and len(found) == len(_written(printed)) else ""
        yield Group(printed.title, f"#{printed.bookmark}", tuple(found), whole)
    for title, changes in dropped.items():
        yield Group(title, "", tuple(changes))


def _of_section(
    printed: Printed, issued: dict[str, _Statement], passages: Mapping[str, Passage]
) -> Iterator[Alteration]:
    there = [(entry, issued.get(entry.id)) for entry in _written(printed)]
    stayed = [entry.id for entry, was in there if was and not _came(entry, was, printed)]
    places = {name: place for place, name in enumerate(issued)}
    in_order = rising([places[name] for name in stayed])
    titles = [was.title for entry, was in there if was and was.section == entry.section]
    for title in dict.fromkeys(titles):
        if title != printed.title:
            yield Alteration("Section renamed", f"it was “{title}”.")
    for entry, was in there:
        words = even(entry.text)
        if was is None:
            yield quoting("Added", words)
            continue
        names = [*_statement_changed(entry, was, printed, passages)]
        if entry.id in stayed and places[entry.id] not in in_order:
            names.append("moved within its section")
        if names:
            name = capital(", ".join(names))
            yield quoting(name, words) if words == was.words else Alteration(name, apart(was.words, words))


def _came(entry: Statement, was: _Statement, printed: Printed) -> bool:
    """Tell whether a statement stood in another section."""
    return was.section != entry.section if was.section else was.title != printed.title


def _statement_changed(
    entry: Statement, was: _Statement, printed: Printed, passages: Mapping[str, Passage]
) -> Iterator[str]:
    if was.words != even(entry.text):
        yield "reworded"
    if was.kind and was.kind != entry.kind:
        yield f"now {'an' if entry.kind == 'assumption' else 'a'} {entry.kind}"
    if was.kind:
        yield from _cites_changed(was, entry.cites, passages)
    if _came(entry, was, printed):
        yield f"moved from {was.title}"


def _cites_changed(was: _Statement, cites: Sequence[str], passages: Mapping[str, Passage]) -> Iterator[str]:
    """Yield which passages are cited beside those that were, or that the same ones are cited otherwise."""
    before = was.cites.split()
    new = [_cited(passages.get(cite)) for cite in cites if cite not in before]
    more = [f"{len(new) - _NAMED} more"] if len(new) > _NAMED else []
    fewer = not set(before) <= set(cites)
    if new:
        named = series([*new[:_NAMED], *more])
        yield f"cites other passages, now {named}" if fewer else f"also cites {named}"
    elif fewer:
        yield "cites fewer passages"
    else:
        if [*dict.fromkeys(before)] != [*dict.fromkeys(cites)]:
            yield "cites in another order"
        if was.said and was.said != words_said(passages, before):
            yield "rests on other words"


def _cited(passage: Passage | None) -> str:
    """Return the first words of a passage, between quotation marks."""
    return f"“{opening(even(passage.anchor.quote), LEAST)}”" if passage else "a missing passage"


def _written(printed: Printed) -> list[Statement]:
    return [entry for entry in printed.body if isinstance(entry, Statement)]
