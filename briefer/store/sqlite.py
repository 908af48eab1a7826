"""The project file to write to: each Change one transaction, with the log of how it came.

The log is a tree: every entry names the one it was done after, and `head` is the entry that
stands. Undo steps to the parent, redo to the youngest child, so nothing done is ever forgotten.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Final

from briefer.errors import BrieferError
from briefer.model.change import Change
from briefer.model.content import Content, SourceText
from briefer.model.forms import LONGEST_WORDS, MOST, is_storable
from briefer.model.records import Record
from briefer.model.wreck import Entry as HistoryEntry
from briefer.store.copying import copy
from briefer.store.edits import DamagedHistoryError, change_of, of_project, plain_edits, written
from briefer.store.links import leaves_whole
from briefer.store.log import Jump, Log
from briefer.store.place import TroubleError
from briefer.store.shelf import UNREADABLE, SqliteShelf, what_it_says
from briefer.store.tables import TABLES

_REASONS: Final = {
    sqlite3.SQLITE_FULL: ("the disk is full", "free some space"),
    sqlite3.SQLITE_BUSY: ("another program uses the file", "close that"),
    sqlite3.SQLITE_IOERR: ("the disk or share fails", "look after it"),
    sqlite3.SQLITE_CORRUPT: ("parts of the file are spoilt", "go back to a backup"),
    sqlite3.SQLITE_CANTOPEN: ("nothing can be written beside the file", "free some space"),
}
_LENGTHS = "length(at), length(author), length(label)"
_LONGEST = 2 * LONGEST_WORDS
"""Code points in a label, which says a word or two beside a title."""


_CHANGES: Final = 24
_VALID_FOR: Final = 92
"""Bytes in the head of a file (four each) that count its changes; see “The Database Header” of SQLite."""


class StaleChangeError(BrieferError):
    """A change was made against a record that has since become another."""

    def __init__(self, label: str) -> None:
        super().__init__(
            f"“{label}” was not done, because the same thing has changed meanwhile; look again and repeat it."
        )


class NotSavedError(TroubleError):
    """The file could not be written; what stood in it still does."""

    def __init__(self, error: object) -> None:
        reason, advice = why(error)
        super().__init__(
            f"The change was not saved ({reason}); {advice} or save a copy elsewhere, then repeat it."
        )


class CopyNotWrittenError(BrieferError):
    """A copy could not be written; nothing of it is left."""

    def __init__(self, error: object) -> None:
        reason, advice = why(error)
        super().__init__(f"The project was not written ({reason}); {advice} or choose another place.")


class OverwrittenError(BrieferError):
    """Somebody who does not mind the lock wrote into the file; what to undo is not known any more."""

    def __init__(self) -> None:
        super().__init__(
            "Another program has written into the project file, so nothing more is saved there;"
            " open it again, or go back to a backup."
        )


class SqliteStore(SqliteShelf):
    """Appends changes to a project file and steps back and forth in its log."""

    def __init__(
        self, database: sqlite3.Connection, path: Path | None = None, *, newer: bool = False
    ) -> None:
        """`newer`: it is only what this briefer knows of a project of a newer format."""
        super().__init__(database, path)
        self.newer = newer
        self.log = Log(self)
        self._version = self._written_when()

    def append(self, change: Change, at: str, author: str) -> None:
        """Write the change whole, or not at all; when this returns, it is on disk."""
        edits = written(change)
        with self._transaction() as database:
            self._put_contents(change.contents)
            self._apply(change)
            database.execute(
                "INSERT INTO log (parent, at, author, label, edits) SELECT seq, ?, ?, ?, ? FROM head",
                (at, author, change.label, edits),
            )
            database.execute("UPDATE head SET seq = (SELECT max(seq) FROM log)")

    def stage(self, contents: Iterable[Content]) -> list[Content]:
        """Put contents on disk ahead of the change that will name them; return those that were not there."""
        with self._transaction():
            return self._put_contents(contents)

    def unstage(self, contents: Iterable[Content]) -> None:
        """Take away contents that were staged, as far as neither a source nor a version names them by now."""
        with self._transaction() as database:
            for content in contents:
                table, field = ("text", "text") if isinstance(content, SourceText) else ("original",) * 2
                named = f"SELECT {field} FROM source UNION SELECT {field} FROM version"
                database.execute(
                    f"DELETE FROM {table} WHERE sha256 = ? AND sha256 NOT IN ({named})", (content.sha256,)
                )

    def step_back(self) -> Change:
        """Take back the entry that stands last and return what was applied for it."""
        with self._transaction() as database:
            entry = self._entry("seq = (SELECT seq FROM head)")
            if entry is None:
                raise BrieferError("There is nothing to undo.")
            change = entry[1].inverse()
            self._retrace(change)
            database.execute("UPDATE head SET seq = (SELECT parent FROM log WHERE seq = head.seq)")
        return change

    def step_forth(self) -> Change:
        """Do again what was last taken back and return it."""
        with self._transaction() as database:
            entry = self._entry("parent = (SELECT seq FROM head) ORDER BY seq DESC LIMIT 1")
            if entry is None:
                raise BrieferError("There is nothing to redo.")
            seq, change = entry
            self._retrace(change)
            database.execute("UPDATE head SET seq = ?", (seq,))
        return change

    def undo_label(self) -> str:
        """Return the label of the change that would be undone, or an empty string."""
        return self._label("seq = (SELECT seq FROM head)")

    def redo_label(self) -> str:
        """Return the label of the change that would be redone, or an empty string."""
        return self._label("parent = (SELECT seq FROM head) ORDER BY seq DESC LIMIT 1")

    def jump(self, goal: int) -> Jump:
        """Let the project stand as it did after an entry of the log (0: at its beginning), in one step."""
        with self._transaction() as database:
            found = self.log.way_to(goal)
            self._retrace(found.change)
            database.execute("UPDATE head SET seq = ?", (goal,))
        return found

    def check_history(self) -> None:
        """Raise BrieferError unless each entry can be shown and follows an older one, and one stands."""
        loose = f"""SELECT 1 FROM log WHERE seq > {MOST} OR max({_LENGTHS}) > {_LONGEST}
                   OR parent >= seq OR parent NOT IN (SELECT seq FROM log UNION SELECT 0)
                   UNION ALL SELECT 1 WHERE (SELECT count(*) FROM head) <> 1
                   UNION ALL SELECT 1 FROM head WHERE seq NOT IN (SELECT seq FROM log UNION SELECT 0)"""
        if self.database.execute(loose).fetchone():
            raise DamagedHistoryError
        for words in self.database.execute("SELECT at || author || label FROM log"):
            if not words[0].isprintable() and not is_storable(words[0]):
                raise DamagedHistoryError

    def fill(
        self,
        records: Iterable[Record],
        contents: Iterable[Content],
        history: Iterable[HistoryEntry] = (),
        head: int = 0,
    ) -> None:
        """Put records, and how they came to be, into an empty project; that is no entry itself."""
        with self._transaction() as database:
            self._put_contents(contents)
            for record in records:
                self._insert(record)
            database.executemany("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)", history)
            database.execute("UPDATE head SET seq = ?", (head,))

    def copy_into(self, target: sqlite3.Connection) -> None:
        """Copy the whole file as it stands, history included; who writes it meanwhile need not wait long."""
        with self.turn:
            copy(self.database, target)

    def fingerprint(self) -> str:
        """Return the SHA-256 of the file as it stands, but for the counters in its head."""
        with self.turn:
            pages = memoryview(self.database.serialize())
        digest = sha256(pages[:_CHANGES])
        digest.update(pages[_CHANGES + 4 : _VALID_FOR])
        digest.update(pages[_VALID_FOR + 4 :])
        return digest.hexdigest()

    def is_overwritten(self) -> bool:
        """Tell whether somebody who does not mind the lock wrote into the file."""
        return bool(self.rows("PRAGMA data_version")[0][0] != self._version)

    def close(self) -> None:
        """Let go of the file; a thread that still reads from it gets an UnreadableError."""
        with self.turn:
            self.database.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        try:
            with self.turn:
                self.database.execute("BEGIN IMMEDIATE")
                try:
                    if self._written_when() != self._version:
                        raise OverwrittenError
                    with of_project(self.name):
                        yield self.database
                    self.database.execute("COMMIT")
                finally:
                    if self.database.in_transaction:
                        self.database.execute("ROLLBACK")
        except UNREADABLE as error:
            raise NotSavedError(error) from error

    def go_on_in(self, other: SqliteShelf) -> None:
        super().go_on_in(other)
        self._version = self._written_when()

    def _written_when(self) -> int:
        """Return a number that is another after any other connection wrote."""
        return int(self.database.execute("PRAGMA data_version").fetchone()[0])

    def _apply(self, change: Change) -> None:
        for edit in change.edits:
            record = edit.record
            if self.get(type(record), record.id) != edit.before:
                raise StaleChangeError(change.label)
            if edit.before is not None:
                self.database.execute(f"DELETE FROM {TABLES[type(record)].name} WHERE id = ?", (record.id,))
            if edit.after is not None:
                self._insert(edit.after)

    def _retrace(self, change: Change) -> None:
        self._apply(change)
        if not leaves_whole(self, change):
            raise DamagedHistoryError

    def _insert(self, record: Record) -> None:
        table = TABLES[type(record)]
        row = table.row(record)
        marks = ", ".join("?" * len(row))
        self.database.execute(f"INSERT INTO {table.name} VALUES ({marks})", row)

    def _put_contents(self, contents: Iterable[Content]) -> list[Content]:
        """Insert contents, and return those that were not there."""
        return [content for content in contents if self._put_content(content)]

    def _put_content(self, content: Content) -> bool:
        table = "text" if isinstance(content, SourceText) else "original"
        query = f"INSERT OR IGNORE INTO {table} VALUES (?, ?)"
        return self.database.execute(query, (content.sha256, content.body)).rowcount > 0

    def _entry(self, condition: str) -> tuple[int, Change] | None:
        found = self.rows(f"SELECT seq, label, edits FROM log WHERE {condition}")
        if not found:
            return None
        seq, label, edits = found[0]
        return seq, change_of(label, plain_edits(edits))

    def _label(self, condition: str) -> str:
        found = self.rows(f"SELECT label FROM log WHERE {condition}")
        return found[0][0] if found else ""


def why(error: object) -> tuple[object, str]:
    """Return why SQLite wrote nothing, and what may mend it."""
    kind = getattr(error, "sqlite_errorcode", 0) & 0xFF  # what stands above that says more than a user needs
    return _REASONS.get(kind, (what_it_says(error), "free some space"))
