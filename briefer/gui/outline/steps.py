"""Where an entry goes when it is moved by a key or dropped in a gap; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from briefer.gui.outline.rows import UNFILED, Group, Line, Rows
from briefer.model.change import Change, Edit
from briefer.model.project import Entry
from briefer.model.records import BLUF, Passage, Statement, Tag


@dataclass(frozen=True, slots=True)
class Target:
    """A place in a section: behind `after`, or first for None."""

    group: Group
    after: Entry | None


def gap_below(rows: Rows, row: int) -> Target:
    """Return the place below a row; below a heading is first in its section, -1 is above all."""
    group, index = rows.at(max(row, 0))
    if row < 0 or index < 0:
        return Target(group, None)
    return Target(group, _entry(rows.entries(group)[index]))


def step_from(rows: Rows, line: Line, step: int) -> Target | None:
    """Return where an entry goes by one step up (-1) or down (1), into the next section at the ends.

    None when there is nowhere to go.
    """
    if isinstance(line, Passage):
        return None
    home = rows.home(line)
    others = rows.entries(home)
    index = rows.index_of(home, line.id) + step
    if 0 <= index < len(others):
        behind = index - 1 if step < 0 else index
        return Target(home, _entry(others[behind]) if behind >= 0 else None)
    return _next_section(rows, home, line, step)


def moved_by(change: Change) -> Entry | None:
    """Return the one entry that a change moved; None when none was, or others got new ranks as well."""
    moved = [entry for entry in map(_moved, change.edits) if entry is not None]
    return moved[0] if len(moved) == 1 else None


def _moved(edit: Edit) -> Entry | None:
    before, after = edit.before, edit.after
    if not isinstance(before, Tag | Statement) or not isinstance(after, Tag | Statement):
        return None
    return after if (before.section, before.rank) != (after.section, after.rank) else None


def _next_section(rows: Rows, home: Group, line: Entry, step: int) -> Target | None:
    open_to_it = [
        group
        for group in rows.groups
        if group.key != UNFILED and (group.key != BLUF or isinstance(line, Statement))
    ]
    place = open_to_it.index(home) + step
    if not 0 <= place < len(open_to_it):
        return None
    group = open_to_it[place]
    last = rows.entries(group)[-1:] if step < 0 else []
    return Target(group, _entry(last[0]) if last else None)


def _entry(line: Line) -> Entry | None:
    return line if isinstance(line, Tag | Statement) else None
