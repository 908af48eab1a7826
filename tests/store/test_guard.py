"""A project file from a stranger is input like any other."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefer.actions import sources, tagging
from briefer.actions.sources import Incoming
from briefer.errors import BrieferError, DamagedError
from briefer.model.change import Edit
from briefer.model.plain import to_plain
from briefer.model.records import Details, Passage, Record, Section, Source, Statement, Tag
from briefer.session import open_file, snapshot
from briefer.store import files
from briefer.store.rescue import rescue
from briefer.store.sqlite import SqliteStore
from tests.worlds import World, a_world

NOWHERE = "e" * 32
R = Any


class CitedWorld(World):
    """A world with a passage that is cited but unfiled, and a source that another one is made from."""

    unfiled: Passage
    origin: Source


def a_cited_world() -> CitedWorld:
    world = CitedWorld()
    world.origin = world.source("Nobody slept.")
    source = world.source("The dam held.", derived_from=world.origin.id)
    section = world.section("Findings")
    world.tag(source, "dam", section)
    world.unfiled = world.tag(source, "held", None)
    world.statement(section, "It held.", world.unfiled)
    return world


def of(world: World, kind: type[Record]) -> R:
    """Return the last record of a kind."""
    return [record for record in world.records if type(record) is kind][-1]


def derived(source: Source, origin: str) -> Source:
    return replace(source, reference=replace(source.reference, derived_from=origin))


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
    with pytest.raises(BrieferError, match="format 5.*newer"):
        open_file(tampered(path, "PRAGMA user_version = 5"), "Ada", "Ada")


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


@pytest.mark.parametrize(
    "forgery",
    [
        lambda world: Edit(replace(of(world, Tag), id=NOWHERE, passage=NOWHERE), None),
        lambda world: Edit(replace(of(world, Tag), id=NOWHERE, section=NOWHERE), None),
        lambda world: Edit(replace(of(world, Passage), id=NOWHERE, source="f" * 32), None),
        lambda world: Edit(replace(of(world, Statement), id=NOWHERE, cites=(NOWHERE,)), None),
        lambda world: Edit(derived(of(world, Source), of(world, Source).id), of(world, Source)),
        lambda world: Edit(None, of(world, Details)),
        lambda world: Edit(None, of(world, Source)),
        lambda world: Edit(None, of(world, Section)),
        lambda world: Edit(None, of(world, Passage)),
        lambda world: Edit(None, world.unfiled),
        lambda world: Edit(None, world.origin),
    ],
)
def test_a_forged_step_leaves_no_record_that_names_nothing(
    tmp_path: Path, forgery: Callable[[World], Edit]
) -> None:
    world = a_cited_world()
    path = tmp_path / "p.brief"
    world.session().write_copy(path)
    edit = forgery(world)
    sides = [side and to_plain(side) for side in (edit.before, edit.after)]
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        edits = json.dumps([[type(edit.record).__name__, *sides]])
        database.execute("INSERT INTO log VALUES (1, 0, '2026', 'Eve', 'Nothing', ?)", (edits,))
        database.execute("UPDATE head SET seq = 1")
    session = open_file(path, "Ada", "Ada", check=True)
    before = list(session.project.records())
    with pytest.raises(BrieferError, match="The history of “p.brief” is damaged"):
        session.undo()
    assert list(session.project.records()) == before
    session.close()


@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE text SET body = replace(body, 'dam', 'gate')",
        "DELETE FROM text",
        "DELETE FROM original",
        "UPDATE log SET edits = replace(edits, 'The dam\"', 'The sun\"')",
    ],
)
def test_no_text_file_or_passage_comes_back_that_was_spoilt_while_only_the_history_named_it(
    tmp_path: Path, forgery: str
) -> None:
    path, world = tmp_path / "p.brief", World()
    world.section("Findings")
    world.session().write_copy(path)
    with closing(open_file(path, "Ada", "Ada")) as session:
        project, file = session.project, Incoming("r.txt", b"The dam held.", "The dam held.", "UTF-8")
        session.do(sources.add(project, [file], "2026-11-22T12:00:00Z"))
        session.do(tagging.tag(project, project.sources()[0], 0, 7, project.sections()[0]))
        session.undo()
        session.undo()
    session = open_file(tampered(path, forgery), "Ada", "Ada", check=True)
    with pytest.raises(BrieferError, match="history of .* is damaged"):
        session.jump(2)
    assert session.project.sources() == []
    session.close()


@pytest.mark.parametrize(
    ("entry", "edits"), [("2, 0", "[[1]]"), ("2, 0", "{"), ("2, 0", '[["Tag", {}, null]]'), ("2, 2", "[]")]
)
def test_no_jump_leads_over_a_forged_entry(path: Path, entry: str, edits: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("INSERT INTO log VALUES (1, 0, '2026', 'Eve', 'Nothing', '[]')")
        database.execute(f"INSERT INTO log VALUES ({entry}, '2026', 'Eve', 'Nothing', ?)", (edits,))
    session = open_file(path, "Ada", "Ada")
    before = list(session.project.records())
    session.jump(1)
    with pytest.raises(BrieferError, match="The history of “p.brief” is damaged"):
        session.jump(2)
    assert list(session.project.records()) == before
    session.close()


@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE head SET seq = 7",
        "DELETE FROM head",
        "INSERT INTO log VALUES (1, 1, '2026', 'Eve', 'Its own parent', '[]')",
        "INSERT INTO log VALUES (5, 4, '2026', 'Eve', 'An orphan', '[]')",
    ],
)
def test_a_history_that_leads_nowhere_is_refused_when_the_file_is_checked(path: Path, forgery: str) -> None:
    with pytest.raises(BrieferError, match="history"):
        open_file(tampered(path, forgery), "Ada", "Ada", check=True)


def test_a_sound_file_passes_every_check(path: Path) -> None:
    session = open_file(path, "Ada", "Ada", check=True)
    assert len(session.project.passages()) == 2
    session.close()


def test_a_file_that_is_cut_short_is_refused_by_every_way_in(tmp_path: Path) -> None:
    path = tmp_path / "p.brief"
    a_world("The dam held. " * 40_000).session().write_copy(path)
    whole = path.read_bytes()
    store = files.open_store(path)
    path.write_bytes(whole[:40_000])
    with pytest.raises(BrieferError, match="is damaged|cannot be read now"):
        files.check_pages(store, path.name)
    store.close()
    with pytest.raises(BrieferError, match="is damaged|cannot be read"):
        open_file(path, "Ada", "Ada", check=True)


def test_a_file_that_is_locked_while_it_is_copied_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = SqliteStore.copy_into
    with closing(sqlite3.connect(path, isolation_level=None)) as other:

        def copy_what_is_locked(store: SqliteStore, target: sqlite3.Connection) -> None:
            other.execute("BEGIN EXCLUSIVE")
            copy(store, target)

        monkeypatch.setattr("briefer.store.files._WAIT", 0.01)
        monkeypatch.setattr(SqliteStore, "copy_into", copy_what_is_locked)
        with pytest.raises(BrieferError, match="“p.brief” cannot be read now .*locked"):
            snapshot(path)


def test_a_spoilt_beginning_or_schema_is_damage_and_names_the_file(path: Path) -> None:
    whole = path.read_bytes()
    note = whole.index(b'"note" TEXT') + 2
    letter = whole.index(b"CREATE TABLE tag") + len("CREATE TABLE ta")
    for start, body in (
        (0, bytes(100)),
        (68, b"x"),
        (62, b"\xff\xff"),
        (letter, b"h"),
        (letter, b"\xff"),
        (note, b"a"),
    ):
        path.write_bytes(whole[:start] + body + whole[start + len(body) :])
        with pytest.raises(DamagedError, match="“p.brief” is damaged .*“briefer salvage”"):
            open_file(path, "Ada", "Ada", check=True)


def test_a_history_that_tells_other_things_than_it_can_is_not_believed(path: Path) -> None:
    with closing(open_file(path, "Ada", "Ada")) as session:
        project = session.project
        session.do(tagging.tag(project, project.sources()[0], 0, 3, project.sections()[0]))
    whole, tags = path.read_bytes(), "SELECT count(*) FROM tag"
    for forgery in (
        "UPDATE log SET edits = '[7]'",
        "UPDATE log SET edits = '[[\"Tag\", null, 7]]'",
        "UPDATE log SET edits = replace(edits, '\"rank\"', '\"rang\"')",
        "UPDATE log SET parent = 1",
        "UPDATE head SET seq = 9",
    ):
        path.write_bytes(whole)
        tampered(path, forgery, "DELETE FROM tag")
        wreck = rescue(path)
        assert "log" in wreck.unread
        assert not [record for record in wreck.records.values() if isinstance(record, Tag)]
    path.write_bytes(whole)
    with closing(sqlite3.connect(tampered(path, "DELETE FROM tag"))) as database:
        assert database.execute(tags).fetchone() == (0,)
    assert len([record for record in rescue(path).records.values() if isinstance(record, Tag)]) == 1
