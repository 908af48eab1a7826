"""Project files, opened, made and copied."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from itertools import count
from pathlib import Path

from briefer.errors import BrieferError, DamagedError
from briefer.model.content import Content
from briefer.model.records import Record
from briefer.model.wreck import Entry
from briefer.store import rescue, schema
from briefer.store.beside import guard_beside
from briefer.store.lock import NotWritableError
from briefer.store.newer import known_part
from briefer.store.shelf import SPOILT, UNREADABLE, what_it_says
from briefer.store.sqlite import CopyNotWrittenError, SqliteStore, why

_WAIT = 5.0  # seconds for a reader that is in the way of a write, or the other way round


def open_store(path: Path, *, read_only: bool = False) -> SqliteStore:
    """Open a project file that has exactly our tables; its records are not looked at.

    A read-only store still lets SQLite roll back what a killed writer left half done. One of an older
    format is read as a copy in memory, and must be migrated before it is written (see `migrate`); of one of
    a newer format, which is only read, what is known is copied.
    Raises NotAProjectError, NewerFormatError, DamagedError or BrieferError.
    """
    try:
        _guard_header(path, to_write=not read_only)
        guard_beside(path)
        database = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
    except OSError as error:
        kind = BrieferError if read_only else NotWritableError
        raise kind(
            f"“{path.name}” cannot be opened ({error.strerror}); check your rights or work on a copy."
        ) from error
    try:
        schema.harden(database)
        version = schema.guard_schema(
            database, path.name, lambda: rescue.is_spoilt(path), to_write=not read_only
        )
        database.execute("PRAGMA journal_mode = DELETE")
        database.execute("PRAGMA synchronous = FULL")
        if version > schema.FORMAT_VERSION:
            database = known_part(database, path.name)
        elif read_only and version != schema.FORMAT_VERSION:
            database = _migrated_copy(database)
        database.execute(f"PRAGMA query_only = {int(read_only)}")
    except UNREADABLE as error:
        database.close()
        raise damaged(path.name, error) from error
    except BrieferError:
        database.close()
        raise
    return SqliteStore(database, path, newer=version > schema.FORMAT_VERSION)


def opens_soon(path: Path) -> bool:
    """Tell in a moment whether a file has our tables; what else it may be takes longer to tell."""
    try:
        schema.guard_header(path)
        guard_beside(path)
        with closing(sqlite3.connect(path, timeout=0)) as database:
            schema.harden(database)
            schema.guard_schema(database, path.name, lambda: True)
    except (BrieferError, OSError, *UNREADABLE):
        return False
    return True


def is_older(store: SqliteStore) -> bool:
    """Tell whether a project that was opened is of a format before this one's."""
    return bool(store.rows("PRAGMA user_version")[0][0] != schema.FORMAT_VERSION)


def migrate(path: Path, store: SqliteStore) -> Path:
    """Bring a project that we hold the lock of to today's format; return the copy kept of the old one.

    Raises BrieferError, and then the project is as it was, and no copy is left.
    """
    kept = next(name for name in _backups(path) if not os.path.lexists(name))
    beside = path.with_name(f".{kept.name}.part")
    try:
        beside.unlink(missing_ok=True)  # of a process that was killed
        write_store(beside, store)
        beside.replace(kept)
    except OSError as error:
        raise CopyNotWrittenError(error) from error
    try:
        schema.migrate(store.database)
    except UNREADABLE as error:
        store.database.rollback()
        with suppress(OSError):
            kept.unlink()
        reason, advice = why(error)
        raise BrieferError(
            f"“{path.name}” was not brought to this briefer’s format ({reason}); {advice} and open it again."
        ) from error
    return kept


def damaged(name: str, error: Exception) -> BrieferError:
    """Return what to say of a file that could not be read to its end."""
    # Locked, no space, no rights: not the file's fault. Words that are no UTF-8 are.
    if isinstance(error, sqlite3.OperationalError) and "UTF-8" not in str(error):
        return BrieferError(f"“{name}” cannot be read now ({error}); close what uses it and try again.")
    return DamagedError(name, what_it_says(error))


def check_copy(path: Path, name: str) -> None:
    """Raise DamagedError unless a copy that was just written is sound as a file: what it is of may not be."""
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            _guard_pages(database, name)
    except (*UNREADABLE, DamagedError) as error:
        with suppress(OSError):
            path.unlink()
        raise error if isinstance(error, DamagedError) else damaged(name, error) from error


def check_pages(store: SqliteStore, name: str) -> None:
    """Raise BrieferError if the file is damaged; reads all of it."""
    try:
        _guard_pages(store.database, name)
    except UNREADABLE as error:
        raise damaged(name, error) from error


def _guard_pages(database: sqlite3.Connection, name: str) -> None:
    """Raise DamagedError if pages are spoilt, not in SQLite’s words, which are about its own insides."""
    try:
        schema.guard_pages(database, name)
    except DamagedError as error:
        raise DamagedError(name, SPOILT) from error


def memory_store(
    records: Iterable[Record] = (),
    contents: Iterable[Content] = (),
    history: Iterable[Entry] = (),
    head: int = 0,
) -> SqliteStore:
    """Return a project that lies in memory alone; `head` is the entry of its history that stands last."""
    database = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    schema.harden(database)
    schema.create(database)
    store = SqliteStore(database)
    store.fill(records, contents, history, head)
    return store


def snapshot(path: Path) -> SqliteStore:
    """Return a copy in memory of a project as it stands, so that a long read is in nobody's way."""
    with closing(open_store(path, read_only=True)) as store:
        database = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        try:
            store.copy_into(database)
        except UNREADABLE as error:
            database.close()
            raise damaged(path.name, error) from error
    return SqliteStore(database, path, newer=store.newer)


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a project file as they are while nobody writes it."""
    with closing(open_store(path, read_only=True)) as store:
        store.rows("BEGIN")
        store.rows("SELECT count(*) FROM sqlite_schema")
        try:
            return path.read_bytes()
        except OSError as error:
            raise BrieferError(
                f"“{path.name}” cannot be read ({error.strerror}); see that its drive or share is there."
            ) from error


def _migrated_copy(old: sqlite3.Connection) -> sqlite3.Connection:
    """Return a copy in memory, in today's format, and close the old one."""
    database = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    with closing(old):
        old.backup(database)
    schema.migrate(database)
    return database


def _guard_header(path: Path, *, to_write: bool) -> None:
    """Raise for what is no project; what holds records and does not begin like one is a damaged one."""
    try:
        schema.guard_header(path, to_write=to_write)
    except schema.NoBeginningError:
        if path.suffix.lower() == ".brief" and rescue.is_wreck(path):
            raise DamagedError(path.name, "its beginning is spoilt") from None
        raise


def _backups(path: Path) -> Iterator[Path]:
    """Yield names for a copy of a file: “a.brief.bak”, “a.brief.2.bak”, …"""
    yield path.with_name(f"{path.name}.bak")
    for number in count(2):
        yield path.with_name(f"{path.name}.{number}.bak")


def write_store(path: Path, store: SqliteStore) -> None:
    """Write a project to `path`, where nothing or an empty file stands; on an error nothing is left.

    There is nothing to roll back to, so no journal is written, nor one followed that lies there.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode = MEMORY")
            database.execute("PRAGMA synchronous = FULL")
            store.copy_into(database)
    except UNREADABLE as error:
        with suppress(OSError):
            path.unlink()
        raise CopyNotWrittenError(error) from error
