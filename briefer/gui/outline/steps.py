"""Where entries go when they are moved by a key or dropped in a gap; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefer.gui.outline.rows import UNFILED, Group, Line, Rows
from briefer.model.change import Change, Edit
from briefer.model.project import Entry
from briefer.model.records import BLUF, Statement, Tag


@dataclass(frozen=True, slots=True)
class Target:
    """A place in a section: behind `after`, or first for None."""

    group: Group
    after: Entry | None


def gap_below(rows: Rows, row: int, moved: Sequence[Line] = ()) -> Target:
    """Return the place below a row; below a heading is first in its section, -1 is above all.

    What is moved is not there to be put behind: the nearest entry above it is.
    """
    group, index = rows.at(max(row, 0))
    if row < 0 or index < 0:
        return Target(group, None)
    entries = rows.entries(group)
    place = rows.index_of(group, rows.lines(group)[index].id)
    return _behind(group, entries[: place + 1], moved)


def step_from(rows: Rows, lines: Sequence[Line], step: int) -> Target | None:
    """Return where entries go by one step up (-1) or down (1), into the next section at the ends.

    None when there is nowhere to go.
    """
    moved = [line for line in lines if isinstance(line, Tag | Statement)]
    if not moved:
        return None
    edge = moved[0] if step < 0 else moved[-1]
    home = rows.home(edge)
    gone = {line.id for line in moved}
    shown = [line for line in rows.lines(home) if line.id not in gone or line.id == edge.id]
    place = next(index for index, line in enumerate(shown) if line.id == edge.id) + step
    if not 0 <= place < len(shown):
        return _next_section(rows, home, moved, step)
    entries = rows.entries(home)
    goal = rows.index_of(home, shown[place].id)
    return _behind(home, entries[: goal if step < 0 else goal + 1], moved)


def moved_by(change: Change) -> Entry | None:
    """Return the one entry that a change moved; None when none was, or others got new ranks as well."""
    moved = [entry for entry in map(_moved, change.edits) if entry is not None]
    return moved[0] if len(moved) == 1 else None


def _moved(edit: Edit) -> Entry | None:
    before, after = edit.before, edit.after
    if not isinstance(before, Tag | Statement) or not isinstance(after, Tag | Statement):
        return None
    return after if (before.section, before.rank) != (after.section, after.rank) else None


def _next_section(rows: Rows, home: Group, moved: Sequence[Entry], step: int) -> Target | None:
    statements = all(isinstance(entry, Statement) for entry in moved)
    open_to_them = [
        group for group in rows.groups if group.key != UNFILED and (group.key != BLUF or statements)
    ]
    place = open_to_them.index(home) + step if home in open_to_them else -1
    if not 0 <= place < len(open_to_them):
        return None
    group = open_to_them[place]
    return _behind(group, rows.entries(group) if step < 0 else [], moved)


def _behind(group: Group, above: Sequence[Line], moved: Sequence[Line]) -> Target:
    """Return the place behind the last of these that is not moved itself."""
    gone = {line.id for line in moved}
    last = next((line for line in reversed(above) if line.id not in gone), None)
    return Target(group, last if isinstance(last, Tag | Statement) else None)
