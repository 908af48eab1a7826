"""A project of a format that came after this briefer, read as far as it is known here."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Final

from briefer.errors import BrieferError
from briefer.store import schema
from briefer.store.shelf import UNREADABLE
from briefer.store.tables import TABLES

_CONTENTS: Final = {"text": ["sha256", "body"], "original": ["sha256", "body"]}


def known_part(newer: sqlite3.Connection, name: str) -> sqlite3.Connection:
    """Return what today's format has of a newer project, in memory and without its history; close that one.

    What was done in it may be of a kind that is not known here. Raises NewerFormatError where too little is
    known, and DamagedError.
    """
    database = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    schema.harden(database)
    schema.create(database)
    try:
        with closing(newer):
            schema.guard_pages(newer, name)
            newer.execute("BEGIN")
            for table in TABLES.values():
                _take(newer, database, table.name, [*table.own, *table.inner], name)
            for content, columns in _CONTENTS.items():
                _take(newer, database, content, columns, name)
    except (BrieferError, *UNREADABLE):
        database.close()
        raise
    return database


def _take(
    newer: sqlite3.Connection, database: sqlite3.Connection, table: str, columns: list[str], name: str
) -> None:
    there = {row[1] for row in newer.execute(f"PRAGMA table_info({table})")}
    if not there.issuperset(columns):
        raise _unknown(name)
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    rows = newer.execute(f"SELECT {names} FROM {table}")
    try:
        database.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)
    except sqlite3.IntegrityError as error:
        raise _unknown(name) from error


def _unknown(name: str) -> schema.NewerFormatError:
    return schema.NewerFormatError(
        f"“{name}” was made by a newer briefer, and so differently that this one cannot read it;"
        " open it with a newer one."
    )
