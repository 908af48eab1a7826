"""A project of a newer format is read as far as it is known here, and never written."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefer.cli import run
from briefer.errors import BrieferError, DamagedError
from briefer.session import NewerFormatError, NotWritableError, open_file, snapshot
from briefer.store import schema
from tests.worlds import a_world

NEXT = schema.FORMAT_VERSION + 1
LATER = (
    'CREATE TABLE reminder ("id" TEXT NOT NULL PRIMARY KEY, "words" TEXT NOT NULL) STRICT, WITHOUT ROWID',
    'CREATE UNIQUE INDEX reminder_index_1 ON reminder ("words", "id")',
)
"""What a later format may have besides."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "p.brief"
    a_world(tagged=["dam", "held"]).session().write_copy(found)
    return found


def made_newer(path: Path, *statements: str, form: int = NEXT) -> Path:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for statement in (*statements, f"PRAGMA user_version = {form}"):
            database.execute(statement)
    return path


@pytest.mark.parametrize("later", [(), LATER])
def test_a_newer_project_is_read_as_far_as_it_is_known(path: Path, later: tuple[str, ...]) -> None:
    with closing(snapshot(path)) as session:
        before = list(session.project.records())
    made_newer(path, *later)
    data = path.read_bytes()
    with closing(open_file(path, "Ada", "Ada", read_only=True, check=True)) as session:
        assert list(session.project.records()) == before
        [source] = session.project.sources()
        assert "dam" in session.project.text_of(source)
        assert session.log() == []
        [note] = session.notes
        assert "newer briefer and is open for reading only" in note
    assert path.read_bytes() == data
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_columns_that_came_later_are_passed_over(path: Path) -> None:
    with closing(snapshot(path)) as session:
        before = list(session.project.records())
    made_newer(path, 'ALTER TABLE tag ADD COLUMN "weight" INTEGER')
    with closing(snapshot(path, check=True)) as session:
        assert list(session.project.records()) == before


def test_a_newer_project_is_not_written(path: Path) -> None:
    made_newer(path)
    with pytest.raises(NotWritableError, match=f"format {NEXT}.*newer one"):
        open_file(path, "Ada", "Ada")
    with closing(snapshot(path)) as session, pytest.raises(BrieferError, match="do that with a newer one"):
        session.undo()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON tag BEGIN DELETE FROM tag; END",
        "CREATE VIEW v AS SELECT * FROM tag",
        "CREATE VIRTUAL TABLE f USING fts5(x)",
        "CREATE TABLE more (x TEXT CHECK (length(x) > 1)) STRICT",
        "CREATE TABLE more (x TEXT DEFAULT (randomblob(9))) STRICT",
        "CREATE TABLE more (x)",
        "CREATE INDEX more ON tag (abs(rank))",
        "CREATE INDEX more ON tag (rank) WHERE abs(rank) > 1",
        "ALTER TABLE tag ADD COLUMN x TEXT AS (upper(rank))",
    ],
)
def test_a_newer_project_in_which_something_runs_is_refused(path: Path, statement: str) -> None:
    made_newer(path, statement)
    with pytest.raises(BrieferError, match="holds something besides a project"):
        snapshot(path)


@pytest.mark.parametrize(
    "statements",
    [
        ("DROP TABLE statement",),
        ("ALTER TABLE passage DROP COLUMN note",),
        ("DROP TABLE acronym", "CREATE TABLE acronym (id INTEGER, short TEXT, expansion TEXT) STRICT",
         "INSERT INTO acronym VALUES (1, NULL, 'x')"),
    ],
)  # fmt: skip
def test_a_newer_project_of_which_too_little_is_known_is_refused(
    path: Path, statements: tuple[str, ...]
) -> None:
    made_newer(path, *statements)
    with pytest.raises(NewerFormatError, match="so differently that this one cannot read it"):
        snapshot(path)


def test_a_damaged_newer_project_is_called_damaged(path: Path) -> None:
    made_newer(path)
    data = bytearray(path.read_bytes())
    data[5 * 4096 : 9 * 4096] = b"\xff" * (4 * 4096)
    path.write_bytes(data)
    with pytest.raises(DamagedError):
        snapshot(path, check=True)


def test_the_commands_read_a_newer_project_and_refuse_what_would_lose_of_it(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a_world(tagged=["dam"]).session().write_copy(tmp_path / "mine.brief")
    made_newer(path)
    assert run(["tags", str(path)]) == 0
    said = capsys.readouterr()
    assert "dam" in said.out
    assert len(said.err.splitlines()) == 1
    assert run(["export", str(path), str(tmp_path / "out.html"), "--draft"]) == 0
    capsys.readouterr()
    for words in (
        ["tag", path, "S1", "1", "--quote", "The"],
        ["undo", path],
        ["convert", path, tmp_path / "p.brief.yaml"],
        ["salvage", path, tmp_path / "saved.brief"],
        ["merge", tmp_path / "mine.brief", path],
    ):
        assert run([str(word) for word in words]) == 3
        assert len(capsys.readouterr().err.splitlines()) == 1
    assert not (tmp_path / "p.brief.yaml").exists()
    assert not (tmp_path / "saved.brief").exists()
