"""Where one side read a source anew: passages that the other one marked meanwhile, and the former texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from briefer.model.anchor import Anchor
from briefer.model.records import (
    IN_PLACE,
    Passage,
    Record,
    Records,
    Source,
    Version,
    new_id,
    next_number,
    of,
    readings,
    source_of,
)
from briefer.wording.reanchoring import Reanchoring

Bodies = Callable[[str], str]
"""Gives a text by its hash."""


def settled(records: Records, body: Bodies) -> Iterator[Passage]:
    """Yield each passage whose source has another text now: put where its words stand, or up for review.

    One that waits for review stands again where its source has the text again that it was marked in.
    """
    marked: dict[str, list[Passage]] = {}
    for passage in of(Passage, records):
        marked.setdefault(passage.source, []).append(passage)
    for source in of(Source, records):
        yield from _settled(source, marked.get(source.id, []), body)


def missing(records: Records, texts: set[tuple[str, str]], sides: Iterable[Record]) -> Iterator[Version]:
    """Yield the versions that keep, of each source, these texts and those that its passages are marked in.

    `sides` are the records of both sides, one of which has, or had, each of them.
    """
    wanted = texts | {(one.source, one.anchor.text) for one in of(Passage, records)}
    wanted -= {(source_of(one), one.text) for one in readings(records)}
    after = max((one.number for one in of(Version, records)), default=0)
    numbers: dict[str, int] = {}
    for one in sides:
        if isinstance(one, Source | Version) and (source_of(one), one.text) in wanted:
            source = source_of(one)
            wanted.remove((source, one.text))
            numbers[source] = number = numbers.get(source, after) + 1
            yield Version(
                new_id(), source, number, one.text, one.original, one.file_name, one.encoding,
                one.added, one.length, one.pages,
            )  # fmt: skip


def numbered(records: Records, known: Records) -> Iterator[Version]:
    """Yield each version that is not among the `known` and has not the number that comes next."""
    new = [one for one in of(Version, records) if one.id not in known]
    last: dict[str, list[Version]] = {}
    for one in of(Version, known):
        last.setdefault(one.source, []).append(one)
    for one in sorted(new, key=lambda one: (one.number, one.id)):
        before = last.setdefault(one.source, [])
        before.append(replace(one, number=next_number(before)))
        if before[-1] != one:
            yield before[-1]


def _settled(source: Source, marked: list[Passage], body: Bodies) -> Iterator[Passage]:
    here = [one for one in marked if one.anchor.text == source.text]
    taken = {(one.anchor.start, one.anchor.end) for one in here}
    yield from (one.found_at(one.anchor) for one in here if one.state == "review")
    between: dict[str, Reanchoring] = {}
    for passage in marked:
        anchor = passage.anchor
        if anchor.text == source.text or passage.state not in IN_PLACE:
            continue
        if anchor.text not in between:
            between[anchor.text] = Reanchoring(body(anchor.text), body(source.text))
        found = _found(anchor, source.text, between[anchor.text])
        if found is None or (found.start, found.end) in taken:
            yield replace(passage, state="review")
        else:
            taken.add((found.start, found.end))
            yield passage.found_at(found)


def _found(anchor: Anchor, text: str, way: Reanchoring) -> Anchor | None:
    """Return where the same words surely stand in the text that a source has now."""
    place = way.place(anchor.start, anchor.end)
    if place is None or not place.sure:
        return None
    found = Anchor.at(text, way.new, place.start, place.end)
    return found if found.quote == anchor.quote else None
