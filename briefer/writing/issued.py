"""What an issue kept, beside what stands today: each change in a line of words.

An earlier issue kept fewer parts of a line; of what it did not keep nothing is said.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from itertools import takewhile
from operator import eq
from typing import Final, NamedTuple

from briefer.citing.bookmarks import source_bookmark
from briefer.citing.citation import capital
from briefer.citing.terms import KINDS, date_words, language_words
from briefer.model.forms import fits
from briefer.model.records import Difference, Issue, Reference, Statement
from briefer.writing.desk import Desk, Printed

_LINE: Final = 72
"""How many code points a change takes, for a line of the table."""
_LEAST: Final = 24
"""How many of words are shown in any case."""
_PARTED: Final = 40
"""How many of either of two wordings show how they part, on two lines."""
_LEADING: Final = 16
"""How many of them stand before the first one that differs."""
_UNRESOLVED: Final = " – unresolved."
_RULING: Final = " – “{}”"
_FIELDS: Final = {
    "title": "title", "author": "author", "publisher": "outlet", "published": "date", "accessed": "access",
    "url": "address", "kind": "kind", "language": "language", "relayed_from": "relayed from",
    "derived_from": "made from", "descriptor": "description", "reliability": "reliability",
    "credibility": "credibility",
}  # fmt: skip
"""The fields of a reference in the order of the record."""


class Change(NamedTuple):
    """What happened to a record: "Reworded, moved from Threats", and the words that tell which it is."""

    name: str
    words: str


class Group(NamedTuple):
    """The changes at a place, with a link to where that is printed ("" where it is no more).

    `new` names what all of them are, such as "statements", where the place had none of it before.
    """

    where: str
    link: str
    changes: tuple[Change, ...]
    new: str = ""


class _Statement(NamedTuple):
    title: str
    words: str
    kind: str = ""
    cites: str = ""
    section: str = ""


class _Ruling(NamedTuple):
    question: str
    ruling: str
    reason: str | None = None
    passages: str | None = None


def statements_changed(desk: Desk, before: Issue) -> Iterator[Group]:
    """Yield the changes of each section, then those of sections that are no more."""
    issued = {name: _Statement(*parts) for name, *parts in map(_parts, before.statements)}
    today = {entry.id for printed in desk.printed for entry in _written(printed)}
    gone = {name: was for name, was in issued.items() if name not in today}
    dropped: dict[str, list[Change]] = {}
    for was in gone.values():
        dropped.setdefault(was.title, []).append(_quoting("Dropped", was.words))
    for printed in desk.printed:
        found = [*_of_section(printed, issued), *dropped.pop(printed.title, [])]
        new = bool(found) and all(change.name == "Added" for change in found)
        whole = "statements" if new and len(found) == len(_written(printed)) else ""
        yield Group(printed.title, f"#{printed.bookmark}", tuple(found), whole)
    for title, changes in dropped.items():
        yield Group(title, "", tuple(changes))


def sources_changed(desk: Desk, before: Issue) -> Iterator[Group]:
    """Yield what became of each source, a group each."""
    issued = {name: (label, text, parts) for name, label, text, *parts in map(_parts, before.sources)}
    for source in desk.sources.values():
        link = f"#{source_bookmark(source.label)}"
        if source.id not in issued:
            said = _described(source.reference) or f"file {source.file_name}"
            yield Group(source.label, link, (Change("Source added", said),))
            continue
        _, text, parts = issued[source.id]
        read = [Change("Source read again", "its text is another one than before.")]
        details = "; ".join(_details_changed(desk, Reference(*parts), source.reference, len(parts)))
        changed = [Change("Details changed", f"{details}.")] if details else []
        yield Group(source.label, link, (*(read if text != source.text else ()), *changed))
    for name, (label, _, parts) in issued.items():
        if name not in desk.sources:
            said = _described(Reference(*parts)) or "untitled"
            yield Group(label, "", (Change("Source removed", said),))


def rulings_changed(desk: Desk, before: Issue, where: str, link: str) -> Group:
    """Return the changes of the differences and of the rulings on them."""
    issued = {name: _Ruling(*parts) for name, *parts in map(_parts, before.rulings)}
    found = [
        Change(name, _ruled(one, name))
        for one in desk.differences
        if (name := _difference_changed(one, issued.get(one.id)))
    ]
    kept = {one.id for one in desk.differences}
    gone = [was for name, was in issued.items() if name not in kept]
    new = len(desk.differences) == len(found) and issued.keys().isdisjoint(kept)
    found += [Change("Removed", _opening(was.question, _LINE - len("Removed: "))) for was in gone]
    return Group(where, link, tuple(found), "differences" if new and not gone else "")


def _of_section(printed: Printed, issued: dict[str, _Statement]) -> Iterator[Change]:
    there = [(entry, issued.get(entry.id)) for entry in _written(printed)]
    stayed = [entry.id for entry, was in there if was and not _came(entry, was, printed)]
    places = {name: place for place, name in enumerate(issued)}
    in_order = _rising([places[name] for name in stayed])
    titles = [was.title for entry, was in there if was and was.section == entry.section]
    for title in dict.fromkeys(titles):
        if title != printed.title:
            yield Change("Section renamed", f"it was “{title}”.")
    for entry, was in there:
        words = _even(entry.text)
        if was is None:
            yield _quoting("Added", words)
            continue
        names = [*_statement_changed(entry, was, printed)]
        if entry.id in stayed and places[entry.id] not in in_order:
            names.append("moved within its section")
        if names:
            name = capital(", ".join(names))
            yield _quoting(name, words) if words == was.words else Change(name, _apart(was.words, words))


def _came(entry: Statement, was: _Statement, printed: Printed) -> bool:
    """Tell whether a statement stood in another section."""
    return was.section != entry.section if was.section else was.title != printed.title


def _statement_changed(entry: Statement, was: _Statement, printed: Printed) -> Iterator[str]:
    if was.words != _even(entry.text):
        yield "reworded"
    if was.kind and was.kind != entry.kind:
        yield f"now {'an' if entry.kind == 'assumption' else 'a'} {entry.kind}"
    if was.kind and was.cites.split() != list(entry.cites):
        yield "cites other passages"
    if _came(entry, was, printed):
        yield f"moved from {was.title}"


def _difference_changed(one: Difference, was: _Ruling | None) -> str:
    """Say what became of a difference, or nothing."""
    if was is None:
        return "Added"
    ruling = _even(one.ruling)
    if ruling != was.ruling:
        return "Ruling changed" if ruling and was.ruling else "Ruled on" if ruling else "Ruling withdrawn"
    if was.passages is not None and was.passages.split() != list(one.passages):
        return "Answers changed"
    if _even(one.question) != was.question:
        return "Question reworded"
    return "Reason changed" if was.reason is not None and _even(one.reason) != was.reason else ""


def _ruled(one: Difference, name: str) -> str:
    """Return the first words of a question and, as far as the line has room, of the ruling on it."""
    room = _LINE - len(f"{name}: ")
    if not one.ruling:
        return _opening(_even(one.question), room - len(_UNRESOLVED)) + _UNRESOLVED
    question = _opening(_even(one.question), room)
    left = room - len(question) - len(_RULING.format(""))
    return question + _RULING.format(_opening(_even(one.ruling), left)) if left >= _LEAST else question


def _details_changed(desk: Desk, was: Reference, now: Reference, kept: int) -> Iterator[str]:
    """Yield each field that has changed among the first so many, which are those that the issue kept."""
    for name, old, new in [*zip(_FIELDS, astuple(was), map(_even, astuple(now)), strict=True)][:kept]:
        if old == new:
            continue
        said = f"is now “{_opening(_said(desk, name, new), _PARTED)}”" if new else "is no longer recorded"
        yield f"{_FIELDS[name]} {said}"


def _said(desk: Desk, name: str, value: str) -> str:
    """Return the value of a field in words."""
    match name:
        case "published" | "accessed":
            return date_words(value)
        case "kind":
            return KINDS[value]
        case "language":
            return language_words(value)
        case "derived_from":
            return desk.sources[value].label
    return value


def _described(reference: Reference) -> str:
    """Return what tells a source from others, as far as it is recorded: title, outlet and date."""
    day = reference.published if fits(Reference, "published", reference.published) else ""
    parts = (reference.title, reference.publisher, date_words(day))
    return ", ".join(filter(None, map(_even, parts)))


def _rising(places: Sequence[int]) -> set[int]:
    """Return a longest run of places that stand in rising order: all others have moved past one of them."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(ends, place)
        before[place] = ends[at - 1] if at else None
        ends[at : at + 1] = [place]
    found: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found


def _apart(was: str, words: str) -> str:
    """Show two wordings from just before the place where they part."""
    same = sum(takewhile(bool, map(eq, was, words)))
    first = was.rfind(" ", 0, max(same - _LEADING, 0)) + 1
    old, new = (("…" if first else "") + _opening(said[first:], _PARTED) for said in (was, words))
    return f"“{old}” is now “{new}”"


def _quoting(name: str, words: str) -> Change:
    return Change(name, f"“{_opening(words, max(_LINE - len(f'{name}: “”'), _LEAST))}”")


def _opening(words: str, shown: int) -> str:
    return words if len(words) <= shown else f"{words[:shown].rsplit(' ', 1)[0]}…"


def _even(words: str) -> str:
    """Write words as an issue keeps them."""
    return " ".join(words.split())


def _written(printed: Printed) -> list[Statement]:
    return [entry for entry in printed.body if isinstance(entry, Statement)]


def _parts(line: str) -> list[str]:
    """Part the line of an issue: the id, then what it kept."""
    return line.split("\t")
