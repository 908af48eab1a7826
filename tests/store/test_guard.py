"""A project file from a stranger is input like any other."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefer.errors import BrieferError
from briefer.session import open_file, snapshot
from tests.worlds import a_world


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "p.brief"
    a_world(tagged=["dam", "held"]).session().write_copy(found)
    return found


def tampered(path: Path, *statements: str) -> Path:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for statement in statements:
            database.execute(statement)
    return path


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON tag BEGIN DELETE FROM tag; END",
        "CREATE VIEW v AS SELECT * FROM tag",
        "CREATE TABLE more (x)",
        "CREATE INDEX more ON tag (rank)",
        "DROP TABLE statement",
        "CREATE VIRTUAL TABLE f USING fts5(x)",
        "ALTER TABLE tag ADD COLUMN x TEXT",
    ],
)
def test_a_file_with_any_other_shape_is_refused_before_it_is_used(path: Path, statement: str) -> None:
    with pytest.raises(BrieferError, match="holds something besides a project"):
        open_file(tampered(path, statement), "Ada", "Ada")


def test_a_file_of_a_newer_format_is_refused_with_the_way_out(path: Path) -> None:
    with pytest.raises(BrieferError, match="format 2.*newer"):
        open_file(tampered(path, "PRAGMA user_version = 2"), "Ada", "Ada")


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + bytes(84)])
def test_a_file_that_is_no_project_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "p.brief"
    path.write_bytes(content)
    with pytest.raises(BrieferError, match="not a briefer project"):
        open_file(path, "Ada", "Ada")


def test_a_database_of_another_program_is_refused(path: Path) -> None:
    with pytest.raises(BrieferError, match="not a briefer project"):
        open_file(tampered(path, "PRAGMA application_id = 7"), "Ada", "Ada")


def test_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BrieferError, match="cannot be opened"):
        open_file(tmp_path / "no.brief", "Ada", "Ada")


def test_a_torn_file_is_refused_when_checked_or_opened(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:8192] = b"\xff" * 4096
    path.write_bytes(data)
    with pytest.raises(BrieferError, match="damaged|besides a project"):
        open_file(path, "Ada", "Ada", check=True)


@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE passage SET quote = 'dim' WHERE quote = 'dam'",
        "UPDATE text SET body = replace(body, 'dam', 'dim')",
        "UPDATE original SET body = x'00'",
        'UPDATE passage SET "start" = 5',
        "UPDATE tag SET passage = 'nowhere'",
        "UPDATE section SET colour = '<b>'",
        "UPDATE section SET cues = 'not json'",
        "UPDATE source SET label = 'S7'",
        "DELETE FROM details",
        "UPDATE source SET length = 7",
    ],
)
def test_a_forged_record_is_found_when_the_file_is_checked(path: Path, forgery: str) -> None:
    with pytest.raises(BrieferError):
        open_file(tampered(path, forgery), "Ada", "Ada", check=True)
    with pytest.raises(BrieferError):
        snapshot(path, check=True)


@pytest.mark.parametrize(
    "edits",
    [
        "{",
        "[[]]",
        '[["Trigger", null, null]]',
        '[["Tag", null, {"id": 7}]]',
        '[["Tag", null, null]]',
        '[["Tag", null, {"id": "x", "passage": "y", "section": "z", "rank": ""}]]',
    ],
)
def test_a_forged_log_entry_is_refused_when_it_is_undone(path: Path, edits: str) -> None:
    tampered(
        path,
        f"INSERT INTO log VALUES (1, 0, '2026', 'Eve', 'Nothing', '{edits}')",
        "UPDATE head SET seq = 1",
    )
    session = open_file(path, "Ada", "Ada", check=True)
    before = list(session.project.records())
    with pytest.raises(BrieferError, match="damaged"):
        session.undo()
    assert list(session.project.records()) == before
    session.close()


def test_a_sound_file_passes_every_check(path: Path) -> None:
    session = open_file(path, "Ada", "Ada", check=True)
    assert len(session.project.passages()) == 2
    session.close()
