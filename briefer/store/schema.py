"""The shape of a project file, and the guard that lets no other file pass."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from briefer.errors import BrieferError, DamagedError
from briefer.model.plain import LATER
from briefer.model.records import Acronym, Details, Difference, Issue, Passage, Source, Statement, Version
from briefer.store.lock import NotWritableError
from briefer.store.tables import TABLES, Table

APPLICATION_ID: Final = 0x42524946  # "BRIF"
FORMAT_VERSION: Final = 4
_CONTENTS_AND_LOG: Final[tuple[str, ...]] = (
    "CREATE TABLE text (sha256 TEXT NOT NULL PRIMARY KEY, body TEXT NOT NULL) STRICT",
    "CREATE TABLE original (sha256 TEXT NOT NULL PRIMARY KEY, body BLOB NOT NULL) STRICT",
    """CREATE TABLE log (seq INTEGER PRIMARY KEY, parent INTEGER NOT NULL, at TEXT NOT NULL,
       author TEXT NOT NULL, label TEXT NOT NULL, edits TEXT NOT NULL) STRICT""",
    "CREATE INDEX log_by_parent ON log (parent, seq)",
    "CREATE TABLE head (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL) STRICT",
)
_KINDS_SINCE: Final[Mapping[type, int]] = {Acronym: 2, Difference: 2, Issue: 2, Version: 3}
_FIELDS_SINCE: Final[Mapping[type, int]] = {Details: 2, Statement: 2, Source: 3, Passage: 4}
"""The formats with which a kind came, and the later fields of a kind."""


def _schema(version: int) -> tuple[str, ...]:
    """Return the statements that lay out a project of a format."""
    tables = (
        table.create(without=LATER[kind] if _FIELDS_SINCE.get(kind, 1) > version else ())
        for kind, table in TABLES.items()
        if _KINDS_SINCE.get(kind, 1) <= version
    )
    return (*(statement for table in tables for statement in table), *_CONTENTS_AND_LOG)


_SCHEMAS: Final = {version: _schema(version) for version in range(1, FORMAT_VERSION + 1)}
SCHEMA: Final = _SCHEMAS[FORMAT_VERSION]

_MAGIC: Final = b"SQLite format 3\0"
_ROLLBACK: Final = b"\1\1"
"""Written with a rollback journal, not with a write-ahead log."""
_HEADER: Final = 100
_LONGEST: Final = 1 << 30
_NEVER: Final = 1000
"""No format has a number like this; a file that says so has a spoilt beginning."""
_PLAIN: Final = re.compile(
    r"CREATE (?:TABLE \w+ \([\w\", \n]+\) STRICT(?:, WITHOUT ROWID)?"
    r"|(?:UNIQUE )?INDEX \w+ ON \w+ \([\w\", \n]+\))",
    re.ASCII,
)
"""A statement that lays out columns and nothing besides: no expression stands without brackets."""
_MISSPELT: Final = 8
"""So many letters of a statement may be spoilt for it to be known still."""


class NotAProjectError(BrieferError):
    """The file is not a project, or not one that this program may trust."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” is not a briefer project; open a .brief or .brief.yaml file.")


class NoBeginningError(NotAProjectError):
    """The file does not begin like a project, nor like the database of another program."""


class ForeignError(NotAProjectError):
    """The file holds more than records and what they name."""

    def __init__(self, name: str) -> None:
        BrieferError.__init__(
            self,
            f"“{name}” holds something besides a project, so it was not opened;"
            " ask its sender for a .brief.yaml of it.",
        )


class NewerFormatError(NotWritableError):
    """The project was made by a later briefer; here it can be read, as far as it is known."""


def create(database: sqlite3.Connection) -> None:
    """Lay out an empty project."""
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute(f"PRAGMA user_version = {FORMAT_VERSION}")
    for statement in SCHEMA:
        database.execute(statement)
    database.execute("INSERT INTO head VALUES (1, 0)")


def guard_header(path: Path, *, to_write: bool = False) -> int:
    """Return the format of a project, told by its first bytes; raises for any other file.

    The database is not opened: SQLite would open a file that may not be written to be read; here that
    is an OSError.
    Offsets 18 (how it is written), 60 (user version) and 68 (application id) are of the SQLite file format,
    section 1.3.
    """
    with path.open("r+b" if to_write else "rb") as file:
        header = file.read(_HEADER)
    application = int.from_bytes(header[68:72], "big")
    if not header.startswith(_MAGIC) or application != APPLICATION_ID or header[18:20] != _ROLLBACK:
        if not header.startswith(_MAGIC) or _differs_in_one_byte(application):
            raise NoBeginningError(path.name)
        raise NotAProjectError(path.name)
    return _known(int.from_bytes(header[60:64], "big"), path.name, to_write=to_write)


def _known(version: int, name: str, *, to_write: bool) -> int:
    if not 0 < version < _NEVER:
        raise DamagedError(name, "it does not say of what format it is")
    if to_write and version > FORMAT_VERSION:
        raise NewerFormatError(
            f"“{name}” has project format {version}, in which this briefer cannot write;"
            " open it with a newer one, or here for reading only."
        )
    return version


def migrate(database: sqlite3.Connection) -> None:
    """Make a project of an earlier format one of today's, in a transaction: it is the one or the other."""
    database.execute("BEGIN IMMEDIATE")
    version = database.execute("PRAGMA user_version").fetchone()[0]
    for kind, since in _FIELDS_SINCE.items():
        if since > version:
            _widen(database, TABLES[kind], LATER[kind])
    for kind, since in _KINDS_SINCE.items():
        if since > version:
            for statement in TABLES[kind].create():
                database.execute(statement)
    database.execute(f"PRAGMA user_version = {FORMAT_VERSION}")
    database.execute("COMMIT")


def _widen(database: sqlite3.Connection, table: Table, later: Mapping[str, Any]) -> None:
    """Lay a table out anew with the fields that came later."""
    columns = [name for name in table.own | table.inner if name not in later]
    rows = database.execute(f"SELECT {_quoted(columns)} FROM {table.name}").fetchall()
    database.execute(f"DROP TABLE {table.name}")
    for statement in table.create():
        database.execute(statement)
    values = tuple(json.dumps(value) if isinstance(value, list) else value for value in later.values())
    columns += later
    marks = ", ".join("?" * len(columns))
    database.executemany(
        f"INSERT INTO {table.name} ({_quoted(columns)}) VALUES ({marks})", [row + values for row in rows]
    )


def _quoted(columns: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def harden(database: sqlite3.Connection) -> None:
    """Let nothing that a file says be run."""
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA cell_size_check = ON")
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    database.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)


def guard_schema(
    database: sqlite3.Connection, name: str, is_spoilt: Callable[[], bool], *, to_write: bool = True
) -> int:
    """Return a project's format, which is that of its header once a half written change was rolled back.

    Raises unless it has exactly its format's tables and indexes: no trigger, view, anything else. Whether
    pages of the file are spoilt is asked only where it has not. A newer format, which is only read, has
    tables and indexes as plain as ours.
    """
    version = _known(database.execute("PRAGMA user_version").fetchone()[0], name, to_write=to_write)
    query = "SELECT CAST(sql AS BLOB) FROM sqlite_schema WHERE sql IS NOT NULL"
    found = [row[0].decode("utf-8", "replace") for row in database.execute(query)]
    if version > FORMAT_VERSION:
        if all(sql in SCHEMA or _PLAIN.fullmatch(sql) for sql in found):
            return version
        raise ForeignError(name)
    if sorted(found) == sorted(_SCHEMAS[version]):
        return version
    if is_spoilt() or _are_misspelt(found, version):
        raise DamagedError(name, "it does not say what is where in it")
    raise ForeignError(name)


def _differs_in_one_byte(application: int) -> bool:
    difference = application ^ APPLICATION_ID
    return bool(difference) and any(difference == difference & 0xFF << shift for shift in range(0, 32, 8))


def _are_misspelt(found: Iterable[str], version: int) -> bool:
    """Tell whether these are the statements of a format but for a few letters, as a bad disk leaves them."""
    here, ours = Counter(found), Counter(_SCHEMAS[version])
    odd, gone = sorted((here - ours).elements(), key=len), sorted((ours - here).elements(), key=len)
    return list(map(len, odd)) == list(map(len, gone)) and all(
        sum(was != now for was, now in zip(*pair, strict=True)) <= _MISSPELT
        for pair in zip(odd, gone, strict=True)
    )


def guard_pages(database: sqlite3.Connection, name: str) -> None:
    """Raise if the database is damaged (reads the whole file)."""
    found = database.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise DamagedError(name, found.splitlines()[-1])
