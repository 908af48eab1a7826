"""What was ever done to a project: a tree, and the ways from one place in it to another."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from briefer.model.change import Change
from briefer.store.edits import (
    DamagedHistoryError,
    PlainEdit,
    change_of,
    composed,
    identifier,
    inverse,
    of_project,
    plain_edits,
)
from briefer.store.shelf import SqliteShelf

BEGINNING = 0
"""Where a project stands before its first entry."""

_SLICE = 1000
"""Entries read at a time where all are."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One user action: when (ISO 8601, UTC), who, and what the Undo menu calls it."""

    seq: int
    at: str
    author: str
    label: str


@dataclass(frozen=True, slots=True)
class LogEntry(Entry):
    """The same, and whether it was taken back."""

    undone: bool


@dataclass(frozen=True, slots=True)
class Jump:
    """How many entries a way takes back and does again, and what that comes to, each record once.

    The change has the label of the entry that stands last at its end, none at the beginning.
    """

    back: int
    forth: int
    change: Change


class Log:
    """Reads the log; entries are numbered from 1, each higher than the one it was done after."""

    def __init__(self, shelf: SqliteShelf) -> None:
        self._shelf = shelf

    def head(self) -> int:
        """Return the entry that stands last."""
        found: int = self._shelf.rows("SELECT seq FROM head")[0][0]
        return found

    def youngest(self) -> int:
        """Return the entry that was done last, whether it stands or not."""
        found: int = self._shelf.rows("SELECT ifnull(max(seq), 0) FROM log")[0][0]
        return found

    def next(self) -> int:
        """Return the entry that Redo would do again, 0 for none."""
        query = "SELECT ifnull(max(seq), 0) FROM log WHERE parent = (SELECT seq FROM head)"
        found: int = self._shelf.rows(query)[0][0]
        return found

    def parents(self, after: int = BEGINNING) -> list[tuple[int, int]]:
        """Return each entry younger than `after` with the one that it was done after, oldest first."""
        if after != BEGINNING:
            return self._shelf.rows("SELECT seq, parent FROM log WHERE seq > ? ORDER BY seq", after)
        # The index holds nothing but the two, so a long log is read without what its entries did.
        return sorted(self._shelf.rows("SELECT seq, parent FROM log INDEXED BY log_by_parent"))

    def entries(self, first: int, last: int) -> list[Entry]:
        """Return the entries from one number to another, both included, oldest first."""
        query = "SELECT seq, at, author, label FROM log WHERE seq BETWEEN ? AND ? ORDER BY seq"
        return [Entry(*row) for row in self._shelf.rows(query, first, last)]

    def every(self) -> list[LogEntry]:
        """Return every action ever done, oldest first."""
        query = """WITH RECURSIVE standing (seq) AS (
                     SELECT seq FROM head UNION
                     SELECT log.parent FROM log JOIN standing ON log.seq = standing.seq)
                   SELECT seq, at, author, label, seq NOT IN standing FROM log ORDER BY seq"""
        return [
            LogEntry(seq, at, author, label, bool(undone))
            for seq, at, author, label, undone in self._shelf.rows(query)
        ]

    def matching(self, words: str) -> set[int]:
        """Return the entries whose label or author has every one of these words, in capitals or not."""
        wanted = words.split()
        condition = " AND ".join(["label || ' ' || author LIKE ? ESCAPE '!'"] * len(wanted)) or "TRUE"
        patterns = (f"%{_literal(word)}%" for word in wanted)
        return {seq for (seq,) in self._shelf.rows(f"SELECT seq FROM log WHERE {condition}", *patterns)}

    def change(self, entry: int) -> Change:
        """Return what an entry did; raises DamagedHistoryError when there is none."""
        with of_project(self._shelf.name):
            label, held = self._row("label, edits", entry)
            return change_of(label, plain_edits(held))

    def way_to(self, goal: int) -> Jump:
        """Return what leads from where the project stands to where it stood after an entry.

        Raises DamagedHistoryError when there is no such entry, or no way.
        """
        here, there = self.head(), goal
        back: list[str] = []
        forth: list[str] = []
        with of_project(self._shelf.name):
            while here != there:
                if here > there:
                    here = self._step(here, back)
                else:
                    there = self._step(there, forth)
            label = self._row("label", goal)[0] if goal != BEGINNING else ""
            return Jump(len(back), len(forth), change_of(label, composed(_run(back, forth))))

    def shared(self, other: Log) -> int:
        """Return the last entry up to which this log and another one are the same; 0 for none."""
        same = BEGINNING
        for ours, theirs in zip(self._rows(), other._rows(), strict=False):
            if ours != theirs:
                break
            same = ours[0]
        return same

    def since(self, last: int) -> tuple[int, list[int]]:
        """Return the entries that stand and are younger than `last`, oldest first, after the one before them.

        Raises DamagedHistoryError when they lead nowhere.
        """
        found: list[int] = []
        entry = self.head()
        with of_project(self._shelf.name):
            while entry > last:
                found.append(entry)
                entry = self._step(entry, [])
        return entry, found[::-1]

    def left_at(self, last: int) -> int:
        """Return the entry after which the first one younger than `last` was done; the head if none was."""
        found = self._shelf.rows("SELECT parent FROM log WHERE seq > ? ORDER BY seq LIMIT 1", last)
        return int(found[0][0]) if found else self.head()

    def later(self, last: int, of: Collection[str]) -> Iterator[tuple[LogEntry, Change]]:
        """Yield every entry younger than `last`, oldest first, with what it did to the records of these ids.

        Raises DamagedHistoryError when those that stand lead nowhere, or one did what cannot be.
        """
        standing = set(self.since(last)[1])
        for seq, _, at, author, label, held in self._rows(last):
            with of_project(self._shelf.name):
                edits = [edit for edit in plain_edits(held) if identifier(*edit[1:]) in of]
                change = change_of(label, edits)
            yield LogEntry(seq, at, author, label, seq not in standing), change

    def _rows(self, last: int = BEGINNING) -> Iterator[Any]:
        """Yield all of each entry younger than `last`, oldest first, a slice at a time."""
        query = (
            f"SELECT seq, parent, at, author, label, edits FROM log WHERE seq > ? ORDER BY seq LIMIT {_SLICE}"
        )
        while rows := self._shelf.rows(query, last):
            yield from rows
            last = rows[-1][0]

    def _step(self, entry: int, passed: list[str]) -> int:
        """Return the entry before this one, and put down what this one did."""
        parent, held = self._row("parent, edits", entry)
        if not BEGINNING <= parent < entry:
            raise DamagedHistoryError
        passed.append(held)
        return int(parent)

    def _row(self, columns: str, entry: int) -> Any:  # noqa: ANN401  # as the columns have it
        found = self._shelf.rows(f"SELECT {columns} FROM log WHERE seq = ?", entry)
        if not found:
            raise DamagedHistoryError
        return found[0]


def _run(back: list[str], forth: list[str]) -> Iterator[PlainEdit]:
    """Yield every edit of a way; both parts were met from their younger end."""
    for held in back:
        yield from inverse(plain_edits(held))
    for held in reversed(forth):
        yield from plain_edits(held)


def _literal(word: str) -> str:
    """Return a word as LIKE takes it to mean itself."""
    return word.replace("!", "!!").replace("%", "!%").replace("_", "!_")
