"""The shape of a project file, and the guard that lets no other file pass."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from briefer.errors import BrieferError
from briefer.store.tables import TABLES

APPLICATION_ID: Final = 0x42524946  # "BRIF"
FORMAT_VERSION: Final = 1
SCHEMA: Final[tuple[str, ...]] = (
    *(statement for table in TABLES.values() for statement in table.create),
    "CREATE TABLE text (sha256 TEXT NOT NULL PRIMARY KEY, body TEXT NOT NULL) STRICT",
    "CREATE TABLE original (sha256 TEXT NOT NULL PRIMARY KEY, body BLOB NOT NULL) STRICT",
    """CREATE TABLE log (seq INTEGER PRIMARY KEY, parent INTEGER NOT NULL, at TEXT NOT NULL,
       author TEXT NOT NULL, label TEXT NOT NULL, edits TEXT NOT NULL) STRICT""",
    "CREATE INDEX log_by_parent ON log (parent, seq)",
    "CREATE TABLE head (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL) STRICT",
)

_MAGIC: Final = b"SQLite format 3\0"
_HEADER: Final = 100
_LONGEST: Final = 1 << 30


class NotAProjectError(BrieferError):
    """The file is not a project, or not one that this program may trust."""


class NewerFormatError(BrieferError):
    """The project was made by a later briefer."""


def create(database: sqlite3.Connection) -> None:
    """Lay out an empty project."""
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute(f"PRAGMA user_version = {FORMAT_VERSION}")
    for statement in SCHEMA:
        database.execute(statement)
    database.execute("INSERT INTO head VALUES (1, 0)")


def guard_header(path: Path, *, to_write: bool = False) -> None:
    """Raise unless the first bytes are those of a project of this format; the database is not opened.

    SQLite would open a file that may not be written to be read; here that is an OSError.
    Offsets 60 (user version) and 68 (application id) are of the SQLite file format, section 1.3.
    """
    with path.open("r+b" if to_write else "rb") as file:
        header = file.read(_HEADER)
    application = int.from_bytes(header[68:72], "big")
    if not header.startswith(_MAGIC) or application != APPLICATION_ID:
        raise NotAProjectError(f"“{path.name}” is not a briefer project; open a .brief or .brief.yaml file.")
    version = int.from_bytes(header[60:64], "big")
    if version != FORMAT_VERSION:
        raise NewerFormatError(
            f"“{path.name}” has project format {version}, which this briefer cannot read;"
            " open it with a newer one."
        )


def harden(database: sqlite3.Connection) -> None:
    """Let nothing that a file says be run."""
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA cell_size_check = ON")
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    database.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)


def guard_schema(database: sqlite3.Connection, name: str) -> None:
    """Raise unless the file has exactly our tables and indexes: no trigger, view or anything else."""
    found = database.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    if sorted(row[0] for row in found) != sorted(SCHEMA):
        raise NotAProjectError(
            f"“{name}” holds something besides a project, so it was not opened;"
            " ask its sender for a .brief.yaml of it."
        )


def guard_pages(database: sqlite3.Connection, name: str) -> None:
    """Raise if the database is damaged (reads the whole file)."""
    found = database.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise NotAProjectError(f"“{name}” is damaged ({found}); go back to a copy of it.")
