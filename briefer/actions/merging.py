"""What somebody else did in a copy of the project, taken into ours as one change.

Both sides’ work is kept. Where both changed the same field of the same record, ours stands unless theirs
is preferred, and the conflict is told. What was made on both sides and means the same (a source of the
same file, a passage at the same place) becomes one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefer.actions.agreeing import Agreed
from briefer.actions.conflicts import Conflict
from briefer.actions.reconciling import Prefers, Reconciling
from briefer.errors import BrieferError
from briefer.model.change import Change, Edit
from briefer.model.content import Content, Original, SourceText
from briefer.model.invariants import check_project
from briefer.model.project import Project
from briefer.model.records import KINDS, Record, Records, Section, Source, readings


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two copies, and all that it says."""

    project: Project
    records: Records


@dataclass(frozen=True, slots=True)
class Merged:
    """What makes ours of both, and where the two cannot both be had."""

    change: Change
    conflicts: tuple[Conflict, ...]
    remarks: tuple[str, ...]
    """What the user should know besides, a sentence each."""


def merge(ours: Side, theirs: Side, base: Agreed, label: str, prefers: Prefers) -> Merged:
    """Take in what was done in `theirs`.

    Raises BrieferError when the two are not copies of one project, or nothing sound can be made of both.
    """
    mine, other = ours.records, theirs.records
    _refuse_strangers(mine, other, base.records)
    contents = _Contents(ours, theirs)
    reconciling = Reconciling(mine, other, base, prefers, contents.body)
    now = reconciling.outcome()
    check_project(sorted(now.values(), key=_place), contents.text, contents.original, {**other, **mine})
    change = Change(label, tuple(_edits(mine, now)), tuple(contents.brought(now)))
    return Merged(change, tuple(reconciling.conflicts), reconciling.remarks())


def _refuse_strangers(mine: Records, other: Records, base: Records) -> None:
    """Refuse what never was a copy; that both began with a source tells too, where one removed it."""
    known = {**base, **mine}
    shared = known.keys() & other.keys()
    if not any(isinstance(known[one], Source | Section) for one in shared | base.keys()) or any(
        type(known[one]) is not type(other[one]) for one in shared
    ):
        raise BrieferError(
            "The two are not copies of one project: they have no source and no section in common;"
            " add the other one’s sources instead."
        )


def _edits(mine: Records, now: Records) -> Iterator[Edit]:
    """Yield what makes `now` of `mine`: nothing goes before what names it, nor comes before what it names."""
    for record in sorted(mine.values(), key=_place, reverse=True):
        if record.id not in now:
            yield Edit(record, None)
    for record in sorted(now.values(), key=_place):
        if record != mine.get(record.id):
            yield Edit(mine.get(record.id), record)


def _place(record: Record) -> int:
    return KINDS.index(type(record))


class _Contents:
    """The texts and the bytes of both sides, by their hashes."""

    def __init__(self, ours: Side, theirs: Side) -> None:
        self._ours = ours.project
        self._theirs = theirs.project
        self._texts = {one.text for one in readings(ours.records)}
        self._originals = {one.original for one in readings(ours.records)}
        self._texts_there = {one.text for one in readings(theirs.records)}

    def body(self, sha256: str) -> str:
        """Return a text that one of the sides names."""
        return (self._ours if sha256 in self._texts else self._theirs).text(sha256)

    def text(self, sha256: str) -> str | None:
        """Return a text, or None when neither side names it."""
        return self.body(sha256) if sha256 in self._texts | self._texts_there else None

    def original(self, sha256: str) -> bytes:
        """Return the bytes of a file that one of the sides names."""
        return (self._ours if sha256 in self._originals else self._theirs).original(sha256)

    def brought(self, now: Records) -> Iterator[Content]:
        """Yield what the records name now and ours did not."""
        texts = {one.text for one in readings(now)} - self._texts
        originals = {one.original for one in readings(now)} - self._originals
        yield from (SourceText(self._theirs.text(one)) for one in sorted(texts))
        yield from (Original(self._theirs.original(one)) for one in sorted(originals))
