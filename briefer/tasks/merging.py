"""Two copies of one project made one: what was done in the other is taken into the one that is open."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from briefer.actions import merging
from briefer.actions.agreeing import Agreed, Said, State, agreed
from briefer.actions.conflicts import Conflict
from briefer.actions.merging import Merged, Side
from briefer.actions.reconciling import Prefers
from briefer.actions.words import typed_line
from briefer.errors import BrieferError
from briefer.model.change import Change
from briefer.model.content import Content, Original, SourceText
from briefer.model.records import Record, Records
from briefer.session import Session, change_of, plain_edits, snapshot, written
from briefer.tasks.opening import existing, read_project

_PART: Final = 500
"""So many edits travel in one piece: none takes long to read."""

_MERGE: Final = re.compile(r"Merge “.*”\Z")


def merged(session: Session, path: Path, prefers: Prefers) -> Merged:
    """Return what makes the project that is open one with the copy at `path`, which is only read.

    Raises BrieferError: no project, damaged, not a copy of this one, this one itself.
    """
    place = existing(path)
    if place == session.path:
        raise BrieferError(f"“{path.name}” is the project itself; name a copy of it.")
    with _without_collecting(), closing(read_project(place)) as theirs:
        theirs.be_whole()
        return merged_with(session, theirs, typed_line(path.name), prefers)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Look for no circles among the records meanwhile, which have none: that takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def compare_files(path: str, copy: str, chosen: list[list[str]]) -> dict[str, Any]:
    """Compare a project file, which the window has open, with a copy; `arrived` reads the answer.

    Of the records and fields that are `chosen` theirs is preferred. Raises BrieferError.
    """
    preferred = {(record, field) for record, field in chosen}
    with closing(snapshot(Path(path))) as ours:
        found = merged(ours, Path(copy), lambda *field: field in preferred)
    edits, contents = found.change.edits, found.change.contents
    parts = [Change("", edits[at : at + _PART]) for at in range(0, len(edits), _PART)]
    return {
        "label": found.change.label,
        "edits": [written(part).encode() for part in parts],
        "texts": [one.body.encode() for one in contents if isinstance(one, SourceText)],
        "originals": [one.body for one in contents if isinstance(one, Original)],
        "conflicts": [asdict(one) for one in found.conflicts],
        "remarks": list(found.remarks),
    }


def arrived(answer: Mapping[str, Any]) -> Merged:
    """Return what `compare_files` found."""
    parts = [change_of("", plain_edits(part.decode())) for part in answer["edits"]]
    contents: list[Content] = [
        *(SourceText(body.decode()) for body in answer["texts"]),
        *(Original(body) for body in answer["originals"]),
    ]
    edits = tuple(edit for part in parts for edit in part.edits)
    return Merged(
        Change(answer["label"], edits, tuple(contents)),
        tuple(Conflict(**one) for one in answer["conflicts"]),
        tuple(answer["remarks"]),
    )


def merged_with(ours: Session, theirs: Session, name: str, prefers: Prefers) -> Merged:
    """Return the same of a copy that is open, and goes by a name."""
    sides = _side(ours), _side(theirs)
    return merging.merge(
        *sides, _agreed(ours, theirs, *(side.records for side in sides)), f"Merge “{name}”", prefers
    )


def _side(session: Session) -> Side:
    return Side(session.project, {record.id: record for record in session.project.records()})


def _agreed(ours: Session, theirs: Session, mine: Records, other: Records) -> Agreed:
    """Return what both last agreed on, of the records that they do not agree on now.

    What the histories have in common tells when the one was made a copy of the other; of a copy without
    history it is where that begins. What both went on from first is where they parted, unless one of them
    went back to what came after that.
    """
    shared = ours.history.shared(theirs.history)
    here, there = (side.history.since(shared)[0] for side in (ours, theirs))
    left, left_there = (side.history.left_at(shared) for side in (ours, theirs))
    if left == left_there >= max(here, there):
        here = there = left
    kinds = {
        one: type(mine.get(one) or other[one]) for one in {**mine, **other} if mine.get(one) != other.get(one)
    }
    disputed = frozenset[str]()
    if here != there and there < shared:  # one of the two undid what both had: who, and from where on?
        then, then_there = _then(ours, mine, here), _then(theirs, other, there)
        disputed = frozenset(one for one in kinds if then.get(one) != then_there.get(one))
    elif here != there:
        here = there
    return agreed(
        _said(ours, mine, here, shared, kinds), _said(theirs, other, there, shared, kinds), disputed
    )


def _then(session: Session, now: Records, entry: int) -> Mapping[str, State]:
    """Return what a project said when it stood at an entry."""
    way = session.history.way_to(entry).change.edits
    return {**now, **{edit.record.id: edit.after for edit in way}}


def _said(session: Session, now: Records, parting: int, shared: int, of: Mapping[str, type[Record]]) -> Said:
    """Return all that a project said `of` records of these kinds from the parting on, undone or not.

    A merge that was undone does not count: who takes it back has not said what the other one did.
    """
    then = _then(session, now, parting)
    said: dict[str, list[State]] = {one: [then.get(one)] for one in of}
    merges: dict[str, list[tuple[State, State]]] = {}
    for entry, change in session.history.later(shared, set(of)):
        is_merge = bool(_MERGE.match(entry.label))
        if entry.undone and is_merge:
            continue
        for edit in change.edits:
            said[edit.record.id] += [edit.after] if entry.undone else [edit.before, edit.after]
            if is_merge:
                merges.setdefault(edit.record.id, []).append((edit.before, edit.after))
    for one, kind in of.items():
        alike = [state for state in said[one] if state is None or isinstance(state, kind)]
        said[one] = [state for state, _ in groupby([*alike, now.get(one)])]
    return Said(said, merges)
