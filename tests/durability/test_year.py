"""After a year of editing the project is as sound and as quick to open as on the first day."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pytest

from briefer.actions import tagging
from briefer.session import Session, open_file
from tests.durability import places
from tests.durability.year import live
from tests.proving import PROVING
from tests.worlds import NOON

CHANGES: Final = 500_000 if PROVING else 6_000
REOPENINGS: Final = 8
BACK: Final = 500
"""Entries that are taken back, and done again, each time the project is opened."""
PAGE: Final = 128
"""Entries of the history that the window reads at once."""
OVERHEAD: Final = 1.3
"""Bytes of the file for each byte that is told in it: SQLite fills its pages so far."""
WANTED: Final = CHANGES << 12
EMPTY: Final = 1 << 18
STEPS: Final = 5_000
"""Of SQLite’s machine, to open a project of this size and do one thing in it, however long its history is."""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Return a folder in memory where there is room: half a million waits for a disk prove nothing more."""
    memory = Path("/dev/shm")
    if not memory.is_dir() or shutil.disk_usage(memory).free < WANTED:
        yield tmp_path
        return
    with TemporaryDirectory(dir=memory) as name:
        yield Path(name)


class Counting:
    """Counts the steps that SQLite’s machine makes for all connections that are opened."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.steps = 0
        self._connect: Callable[..., sqlite3.Connection] = sqlite3.connect
        monkeypatch.setattr(sqlite3, "connect", self._opened)

    def _opened(self, *place: Any, **options: Any) -> sqlite3.Connection:  # noqa: ANN401
        database = self._connect(*place, **options)
        database.set_progress_handler(self._count, 1)
        return database

    def _count(self) -> None:
        self.steps += 1


def opened(path: Path, *, check: bool = False) -> Session:
    return open_file(path, "Ada", "Ada", check=check, clock=lambda: NOON)


def told(session: Session) -> int:
    """Return the bytes of all that a project says, and of all that was done to it."""
    rows = session.history._shelf.rows
    contents = (f"SELECT sum(length(CAST(body AS BLOB)) + 64) FROM {name}" for name in ("text", "original"))
    log = "SELECT sum(length(CAST(edits || label || author || at AS BLOB)) + 16) FROM log"
    records = sum(len(repr(record).encode()) for record in session.project.records())
    return records + sum(rows(query)[0][0] or 0 for query in (*contents, log))


def steps_of_a_morning(path: Path) -> int:
    """Return how many steps it takes to open a project, see what was done last, and tag something."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        counting = Counting(monkeypatch)
        session = opened(path)
        assert session.undo_label or session.redo_label
        head = session.history.head()
        session.history.entries(head - PAGE, head)
        session.moment()
        project = session.project
        source = project.sources()[0]
        session.do(tagging.tag(project, source, 0, 3, project.sections()[0]))
        session.undo()
        session.close()
    return counting.steps


def go_back_and_forth(session: Session) -> None:
    before, head = list(session.project.records()), session.history.head()
    session.jump(max(0, head - BACK))
    session.jump(head)
    assert list(session.project.records()) == before


def test_a_year_of_editing_leaves_a_sound_project_that_opens_as_ever(
    folder: Path, record_property: Callable[[str, object], None]
) -> None:
    path, chance = folder / "p.brief", random.Random(365)
    places.write_begun(path)
    mornings = []
    for _ in range(REOPENINGS):
        session = opened(path)
        done: list[object] = []
        session.listen(done.append)
        while len(done) < CHANGES // REOPENINGS:
            live(session, chance)
        before = list(session.project.records())
        session.close()
        session = opened(path, check=True)
        assert list(session.project.records()) == before
        go_back_and_forth(session)
        size, says = path.stat().st_size, told(session)
        assert size <= OVERHEAD * says + EMPTY
        session.close()
        mornings.append(steps_of_a_morning(path))
    record_property("bytes", size)
    record_property("steps of a morning", mornings)
    print(f"{CHANGES} changes: {size} bytes for {says} told, steps {mornings}")
    assert max(mornings) <= STEPS
