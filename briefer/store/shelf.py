"""The project file to read from."""

from __future__ import annotations

import json
import sqlite3
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from threading import RLock
from typing import Any, Final, TypeVar

from briefer.errors import BrieferError
from briefer.model.project import UnknownRecordError
from briefer.model.records import Difference, Passage, Record, Statement, Tag
from briefer.store.tables import TABLES, Row

R = TypeVar("R", bound=Record)
T = TypeVar("T", str, bytes)
UNREADABLE: Final = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises; the latter where its own message quotes spoilt bytes of the file."""

SPOILT: Final = "parts of it are spoilt"
_KEPT_TEXTS = 16
_READERS: Mapping[Any, Callable[[Row], Any]] = {kind: table.reader() for kind, table in TABLES.items()}


class UnreadableError(BrieferError):
    """The file cannot be read where it should be: damaged since it was opened, or held by another program."""

    def __init__(self, name: str, reason: sqlite3.Error | UnicodeDecodeError) -> None:
        self.reason = reason
        held = "locked" in str(reason) or isinstance(reason, sqlite3.ProgrammingError)
        mend = (
            "close what else uses it and try again"
            if held
            else "go back to a backup of it, or save what can be saved with “briefer salvage”"
        )
        super().__init__(f"{name[:1].upper()}{name[1:]} cannot be read ({what_it_says(reason)}); {mend}.")


class SqliteShelf:
    """Answers a Project's questions with one indexed query each."""

    def __init__(self, database: sqlite3.Connection, path: Path | None = None) -> None:
        self.database = database
        self.turn = RLock()
        """A search reads in a thread of its own, never in the middle of a change."""
        self.name = f"“{path.name}”" if path else "the project"
        """What it is called in a sentence."""
        self._end = weakref.finalize(self, database.close)  # a shelf that nobody holds keeps no file open
        self._kept_text = lru_cache(_KEPT_TEXTS)(self._read_text)

    def go_on_in(self, other: SqliteShelf) -> None:
        """Ask the other's file, which says the same, from now on; the other is of no use any more."""
        with self.turn:
            self.give_up().close()
            self.database, self.name = other.give_up(), other.name
            self._end = weakref.finalize(self, self.database.close)

    def give_up(self) -> sqlite3.Connection:
        """Return the connection, which whoever asked for it has to close now."""
        self._end.detach()
        return self.database

    def get(self, kind: type[R], identifier: str) -> R | None:
        found = self.where(kind, id=identifier)
        return found[0] if found else None

    def every(self, kind: type[R]) -> Sequence[R]:
        return self._select(kind, "")

    def where(self, kind: type[R], **fields: str | int) -> Sequence[R]:
        return self._select(kind, _condition(fields), *fields.values())

    def starting(self, kind: type[R], prefix: str) -> Sequence[R]:
        return self._select(kind, "WHERE id BETWEEN ? AND ?", prefix, prefix + "~")

    def count(self, kind: type[R], **fields: str | int) -> int:
        query = f"SELECT count(*) FROM {TABLES[kind].name} {_condition(fields)}"
        found: int = self.rows(query, *fields.values())[0][0]
        return found

    def tag_counts(self, source: str = "") -> dict[str, int]:
        if source:
            query = """SELECT tag.section, count(*) FROM passage JOIN tag ON tag.passage = passage.id
                       WHERE passage.source = ? GROUP BY tag.section"""
            return dict(self.rows(query, source))
        return dict(self.rows("SELECT section, count(*) FROM tag GROUP BY section"))

    def tags_of_source(self, source: str) -> Sequence[Tag]:
        return self._select(
            Tag, "JOIN passage ON passage.id = tag.passage WHERE passage.source = ?", source, order=""
        )

    def citing(self, passage: str) -> Sequence[Statement]:
        return self._select(Statement, "WHERE instr(cites, ?)", passage)

    def differing(self, passage: str) -> Sequence[Difference]:
        return self._select(Difference, "WHERE instr(passages, ?)", passage)

    def cited(self) -> set[str]:
        """Return the ids of all passages that statements cite or differences name."""
        named = self.rows("SELECT cites FROM statement UNION ALL SELECT passages FROM difference")
        return {passage for (passages,) in named for passage in json.loads(passages)}

    def unfiled(self) -> Sequence[Passage]:
        # Both lists lie in order in an index, so they are merged; ids come at random, and to look
        # each of 100,000 up takes seven times as long.
        lonely = "SELECT id FROM passage EXCEPT SELECT passage FROM tag ORDER BY id"
        return self._select(Passage, f"WHERE id IN ({lonely})")

    def noted(self) -> Sequence[Passage]:
        return self._select(Passage, "WHERE note <> ''")

    def last_rank(self, section: str) -> str:
        query = """SELECT max(rank) FROM (SELECT max(rank) AS rank FROM tag WHERE section = ?1
                   UNION ALL SELECT max(rank) FROM statement WHERE section = ?1)"""
        return self.rows(query, section)[0][0] or ""

    def find_text(self, sha256: str) -> str | None:
        """Return a text by its hash, or None."""
        found: str | None = self._find("text", sha256)
        return found

    def find_original(self, sha256: str) -> bytes | None:
        """Return a file's bytes by their hash, or None."""
        found: bytes | None = self._find("original", sha256)
        return found

    def has_original(self, sha256: str) -> bool:
        """Tell whether a file is there, without reading it."""
        return bool(self.rows("SELECT 1 FROM original WHERE sha256 = ?", sha256))

    def text(self, sha256: str) -> str:
        return self._kept_text(sha256)

    def original(self, sha256: str) -> bytes:
        return self._present(self.find_original(sha256), "file", sha256)

    def _read_text(self, sha256: str) -> str:
        return self._present(self.find_text(sha256), "text", sha256)

    def _present(self, body: T | None, word: str, sha256: str) -> T:
        if body is None:
            raise UnknownRecordError(
                f"{self.name} lacks the {word} {sha256[:12]}; go back to a backup of it,"
                " or save what can be saved with “briefer salvage”."
            )
        return body

    def _find(self, table: str, sha256: str) -> Any:  # noqa: ANN401  # the column's type says which
        found = self.rows(f"SELECT body FROM {table} WHERE sha256 = ?", sha256)
        return found[0][0] if found else None

    def _select(self, kind: type[R], rest: str, *values: str | int, order: str | None = None) -> Sequence[R]:
        table = TABLES[kind]
        ordered = f"ORDER BY {table.order}" if order is None else order
        query = f"SELECT {table.columns} FROM {table.name} {rest} {ordered}"
        return list(map(_READERS[kind], self.rows(query, *values)))

    def version(self) -> int:
        """Return a number that becomes another when another program writes; 0 of what cannot be read."""
        try:
            return int(self.rows("PRAGMA data_version")[0][0])
        except UnreadableError:
            return 0

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        """Let all that is read be of one moment; who would write waits for the end."""
        self.rows("BEGIN")
        try:
            yield
        finally:
            self.rows("ROLLBACK")

    def rows(self, query: str, *values: str | int) -> list[Any]:
        """Return what a query finds; raises UnreadableError."""
        try:
            with self.turn:
                return self.database.execute(query, values).fetchall()
        except UNREADABLE as error:
            raise UnreadableError(self.name, error) from error


def what_it_says(error: object) -> str:
    """Return why a file could not be read; of a spoilt one SQLite tells its insides, which help nobody."""
    other = isinstance(error, (sqlite3.OperationalError, sqlite3.ProgrammingError))  # in use, no space, …
    if isinstance(error, (sqlite3.DatabaseError, ValueError, TypeError)) and not other:
        return SPOILT
    return SPOILT if "UTF-8" in str(error) else str(error)


def _condition(fields: dict[str, str | int]) -> str:
    return "WHERE " + " AND ".join(f'"{name}" = ?' for name in fields) if fields else ""
