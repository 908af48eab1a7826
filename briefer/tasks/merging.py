"""Two copies of one project made one: what was done in the other is taken into the one that is open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefer.actions import merging
from briefer.actions.merging import Merged
from briefer.actions.reconciling import Prefers
from briefer.actions.words import typed_line
from briefer.errors import BrieferError
from briefer.model.records import Record, Records
from briefer.session import Session
from briefer.tasks.opening import existing, read_project


def merged(session: Session, path: Path, prefers: Prefers) -> Merged:
    """Return what makes the project that is open one with the copy at `path`, which is only read.

    Raises BrieferError: no project, damaged, not a copy of this one, this one itself.
    """
    place = existing(path)
    if place == session.path:
        raise BrieferError(f"“{path.name}” is the project itself; name a copy of it.")
    theirs = read_project(place)
    try:
        return merged_with(session, theirs, typed_line(path.name), prefers)
    finally:
        theirs.close()


def merged_with(ours: Session, theirs: Session, name: str, prefers: Prefers) -> Merged:
    """Return the same of a copy that is open, and goes by a name."""
    return merging.merge(ours.project, theirs.project, _base(ours, theirs), f"Merge “{name}”", prefers)


def _base(ours: Session, theirs: Session) -> Records:
    """Return each record as both said it at some time: the latest that is known of.

    What the histories have in common tells when the one was made a copy of the other; of a copy without
    history it is where that begins.
    """
    shared = ours.history.shared(theirs.history)
    parting, _ = theirs.history.since(shared)
    now, now_there = ({record.id: record for record in one.project.records()} for one in (ours, theirs))
    said, said_there = list(_said(ours, now, shared, parting)), set(_said(theirs, now_there, shared, parting))
    known = set(said)
    found = {record.id: record for record in said if record in said_there}
    found |= {record.id: record for record in now_there.values() if record in known}
    return found | {record.id: record for record in now.values() if record in said_there}


def _said(session: Session, now: Records, shared: int, parting: int) -> Iterator[Record]:
    """Yield all that a project said from the parting of its history on, what it says now last."""
    history = session.history
    way = history.way_to(parting).change.edits
    then = {edit.record.id for edit in way}
    yield from (record for record in now.values() if record.id not in then)
    yield from (edit.after for edit in way if edit.after is not None)
    for entry in history.since(shared)[1]:
        for edit in history.change(entry).edits:
            yield from (one for one in (edit.before, edit.after) if one is not None)
    yield from (now[one] for one in then if one in now)
