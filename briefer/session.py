"""The one door: an open project, its history, and those who wish to hear of changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from briefer.errors import BrieferError, DamagedError
from briefer.model.change import Change
from briefer.model.content import Content
from briefer.model.invariants import MalformedProjectError, check_project
from briefer.model.plain import MalformedRecordError
from briefer.model.project import Project
from briefer.model.records import KINDS, Record
from briefer.model.wreck import Entry as HistoryEntry
from briefer.store import files
from briefer.store.beside import leave_no_journal as leave_no_journal  # noqa: PLC0414  # before a file is replaced
from briefer.store.edits import DamagedHistoryError
from briefer.store.edits import change_of as change_of  # noqa: PLC0414  # what a child process answers
from briefer.store.edits import plain_edits as plain_edits  # noqa: PLC0414
from briefer.store.edits import written as written  # noqa: PLC0414
from briefer.store.lock import PATIENCE as PATIENCE  # noqa: PLC0414
from briefer.store.lock import InUseError as InUseError  # noqa: PLC0414  # the window offers another way in
from briefer.store.lock import NotWritableError as NotWritableError  # noqa: PLC0414
from briefer.store.lock import WriterLock as WriterLock  # noqa: PLC0414  # tasks lock YAML files too
from briefer.store.log import Entry as Entry  # noqa: PLC0414  # views of the history name its parts
from briefer.store.log import Jump as Jump  # noqa: PLC0414
from briefer.store.log import Log as Log  # noqa: PLC0414
from briefer.store.log import LogEntry as LogEntry  # noqa: PLC0414
from briefer.store.place import Place as Place  # noqa: PLC0414  # the window looks after it
from briefer.store.place import TroubleError as TroubleError  # noqa: PLC0414
from briefer.store.rescue import rescue as rescue  # noqa: PLC0414  # a damaged file is read without a session
from briefer.store.schema import NewerFormatError as NewerFormatError  # noqa: PLC0414
from briefer.store.shelf import UnreadableError as UnreadableError  # noqa: PLC0414
from briefer.store.sqlite import SqliteStore

Listener = Callable[[Change], None]
Clock = Callable[[], datetime]
Progress = Callable[[int, int], None]

_NEWER: Final = (
    "“{}” was made by a newer briefer and is open for reading only; its history, and what this briefer does"
    " not know, is not shown."
)
_STRIDE: Final = 1000
_ATTEMPTS: Final = 3


def wall_clock() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


def now(clock: Clock = wall_clock) -> str:
    """Return a clock's time as the records write it: ISO 8601, UTC, whole seconds."""
    return clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def is_spoilt(error: BrieferError) -> bool:
    """Tell whether an error says that the file of an open project is damaged, not held or out of reach."""
    if not isinstance(error, UnreadableError | TroubleError):
        return isinstance(error, DamagedError)
    name: str = getattr(error.__cause__, "sqlite_errorname", "")
    return name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or isinstance(
        error.__cause__, UnicodeDecodeError
    )


class ReadOnlyError(BrieferError):
    """The project was opened to be read."""

    def __init__(self) -> None:
        super().__init__("This project is open for reading only; save a copy of it to work on.")


class Session:
    """Every change to a project passes here: checked and on disk first, then told.

    `saved` is called within each change, after the store has it (a project kept as YAML is
    written there); when it raises, so does the change.
    """

    def __init__(
        self,
        store: SqliteStore,
        author: str,
        *,
        path: Path | None = None,
        place: Place | None = None,
        lock: WriterLock | None = None,
        saved: Callable[[Project], None] = lambda _project: None,
        clock: Clock = wall_clock,
        read_only: bool = False,
    ) -> None:
        self.project = Project(store)
        self.path = path
        self.place = place
        self.read_only = read_only
        self.notes: list[str] = []
        """What the user should know of how the file was opened, a sentence each."""
        self.is_newer = store.newer
        """Whether only what is known here was read, of a project of a newer format."""
        self._store = store
        self._author = author
        self._lock = lock
        self._saved = saved
        self._clock = clock
        self._listeners: list[Listener] = []

    @property
    def undo_label(self) -> str:
        """What Undo would take back, or an empty string."""
        return self._store.undo_label()

    @property
    def redo_label(self) -> str:
        """What Redo would do again, or an empty string."""
        return self._store.redo_label()

    def listen(self, listener: Listener) -> None:
        """Call the listener after each change, an undo (as its inverse) included."""
        self._listeners.append(listener)

    def do(self, change: Change) -> None:
        """Make a change true, durable, known and undoable; one without edits does nothing."""
        if change.edits:
            self._writable()
            self._store.append(change, self.now(), self._author)
            self._tell(change)

    def stage(self, contents: Iterable[Content]) -> list[Content]:
        """Put texts and bytes on disk ahead of the change that will name them, a slice at a time.

        Returns those that were not there yet, for `unstage` if the change is not done after all.
        """
        self._writable()
        return self._store.stage(contents)

    def unstage(self, contents: Iterable[Content]) -> None:
        """Take away again what was staged and no source names."""
        self._writable()
        self._store.unstage(contents)

    def undo(self) -> str:
        """Take back the last change and return its label; raises BrieferError when there is none."""
        self._writable()
        change = self._store.step_back()
        self._tell(change)
        return change.label

    def redo(self) -> str:
        """Do again what was last undone and return its label; raises BrieferError when nothing was."""
        self._writable()
        change = self._store.step_forth()
        self._tell(change)
        return change.label

    def jump(self, entry: int) -> Jump:
        """Let the project stand as it did after an entry of its history (0: at its beginning).

        The listeners hear of it as one change. Raises BrieferError when there is no such entry.
        """
        self._writable()
        found = self._store.jump(entry)
        if found.back or found.forth:
            self._tell(found.change)
        return found

    @property
    def history(self) -> Log:
        """Everything that was ever done, to look into."""
        return self._store.log

    def log(self) -> list[LogEntry]:
        """Return every action ever done, oldest first."""
        return self.history.every()

    def now(self) -> str:
        """Return the session's time as the records write it."""
        return now(self._clock)

    def write_copy(self, path: Path, *, history: bool = True) -> None:
        """Write the project as it stands to a new file at `path`, which must not exist.

        Without history it holds neither the log nor a text that no record names. Raises DamagedError when
        the project was damaged since it was opened.
        """
        if history:
            files.write_store(path, self._store)
        else:
            with closing(files.memory_store(self.project.records(), self.project.contents())) as bare:
                files.write_store(path, bare)
        files.check_copy(path, self.path.name if self.path else path.name)

    def be_whole(self) -> None:
        """Raise BrieferError for a project of a newer format, of which only what is known here was read."""
        if self.is_newer:
            name = self.path.name if self.path else ""
            raise BrieferError(
                f"“{name}” was made by a newer briefer, and this one would leave out what it does not know;"
                " do that with a newer one, or copy the file itself."
            )

    def as_bytes(self) -> bytes:
        """Return the project, history included, as the bytes of a file."""
        return self._store.database.serialize()

    def check(self, progress: Progress = lambda _done, _total: None) -> None:
        """Raise BrieferError unless all of the file is sound; progress is told in records."""
        _check(self._store, self.path.name if self.path else "", progress)

    def moment(self) -> tuple[int, int]:
        """Return what tells a project from itself after a change: where it stands in how much was done."""
        return self.history.head(), self.history.youngest()

    def fingerprint(self) -> str:
        """Return what tells the whole of a project, history included, from that of any other: a SHA-256."""
        return self._store.fingerprint()

    def is_overwritten(self) -> bool:
        """Tell whether another program wrote into the file, so that nothing more is saved there."""
        return self._store.is_overwritten()

    def go_on_in(self, copy: Session) -> None:
        """Let a copy, which says the same and is of no use by itself any more, be the file from now on."""
        lock = self._lock
        self._store.go_on_in(copy._store)
        self.path, self.place, self._lock = copy.path, copy.place, copy._lock
        if lock is not None:
            lock.release()

    def close(self) -> None:
        """Let go of the file and its lock."""
        self._store.close()
        if self._lock is not None:
            self._lock.release()

    def _writable(self) -> None:
        if self.read_only:
            self.be_whole()
            raise ReadOnlyError
        if self.place is not None:
            self.place.check()

    def _tell(self, change: Change) -> None:
        self._saved(self.project)
        for listener in self._listeners:
            listener(change)


def open_file(
    path: Path,
    author: str,
    holder: str,
    *,
    read_only: bool = False,
    check: bool | Callable[[], bool] = False,
    patience: float = PATIENCE,
    clock: Clock = wall_clock,
) -> Session:
    """Open a project file; `holder` is who others are told has it open, `check` reads all of it first.

    Where that depends on the file, `check` is asked when nobody else can write it any more. A writer
    that is just ending is waited for, `patience` seconds at most. A file of an older format is checked,
    brought to today's and kept beside it, which `Session.notes` tell.
    Raises BrieferError: not a project, damaged, in use, not allowed.
    """
    lock = None if read_only else WriterLock(path)
    store = files.open_store(path, read_only=read_only)
    kept = None
    place = Place(path)
    try:
        if lock is not None:
            lock.acquire(holder, patience)
            kept = _brought_up(path, store)
        if check() if callable(check) else check:
            _check(store, path.name)
    except BrieferError:
        store.close()
        if lock is not None:
            lock.release()
        raise
    session = Session(store, author, path=path, place=place, lock=lock, clock=clock, read_only=read_only)
    if store.newer:
        session.notes.append(_NEWER.format(path.name))
    if kept is not None:
        session.notes.append(
            f"“{path.name}” was brought to the format of this briefer; “{kept.name}” is as it was before."
        )
    return session


def _brought_up(path: Path, store: SqliteStore) -> Path | None:
    """Bring a file of an older format to today's once it is found sound; return the copy kept of it."""
    if not files.is_older(store):
        return None
    snapshot(path, check=True).close()
    return files.migrate(path, store)


def in_memory(
    records: Iterable[Record],
    contents: Iterable[Content],
    author: str,
    *,
    path: Path | None = None,
    lock: WriterLock | None = None,
    saved: Callable[[Project], None] = lambda _project: None,
    read_only: bool = False,
    history: Iterable[HistoryEntry] = (),
    head: int = 0,
    clock: Clock = wall_clock,
) -> Session:
    """Return a session on a project that lies in memory (and, through `saved`, wherever else)."""
    store = files.memory_store(records, contents, history, head)
    return Session(store, author, path=path, lock=lock, saved=saved, clock=clock, read_only=read_only)


def snapshot(path: Path, *, check: bool = False) -> Session:
    """Return a read-only session on a copy in memory of a project file, to export or search at leisure."""
    store = files.snapshot(path)
    try:
        if check:
            _check(store, path.name)
    except BrieferError:
        store.close()
        raise
    return Session(store, "", path=path, read_only=True)


def opens_soon(path: Path) -> bool:
    """Tell in a moment whether a project file is opened in a moment, if it is small."""
    return files.opens_soon(path)


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a project file as they are while nobody writes it; raises BrieferError."""
    return files.bytes_of(path)


def _check(store: SqliteStore, name: str, progress: Progress = lambda _done, _total: None) -> None:
    """Raise BrieferError unless the whole file is sound and its records are a project.

    What was written while it was looked through may not fit what was read before, so it is begun anew then.
    """
    for _ in range(_ATTEMPTS):
        version = store.version()
        try:
            _look_through(store, name, progress)
        except BrieferError:
            if store.version() == version:
                raise
        else:
            return
    with store.at_one_moment():
        _look_through(store, name, progress)


def _look_through(store: SqliteStore, name: str, progress: Progress) -> None:
    try:
        files.check_pages(store, name)
        records = _counted(Project(store).records(), sum(map(store.count, KINDS)), progress)
        check_project(records, store.find_text, store.find_original)
        store.check_history()
    except (MalformedRecordError, MalformedProjectError) as error:
        raise DamagedError(name, error.reason) from error
    except DamagedHistoryError as error:
        raise DamagedError(name, "its history leads nowhere") from error
    except UnreadableError as error:
        raise files.damaged(name, error.reason) from error
    except (TypeError, ValueError, sqlite3.Error) as error:
        raise files.damaged(name, error) from error


def _counted(records: Iterable[Record], total: int, progress: Progress) -> Iterator[Record]:
    for done, record in enumerate(records):
        if done % _STRIDE == 0:
            progress(done, total)
        yield record
