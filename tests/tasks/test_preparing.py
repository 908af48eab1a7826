"""The long part of opening and copying a project, as a child process does it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefer.errors import BrieferError
from briefer.tasks import known, preparing
from briefer.tasks.opening import copy_project, open_project
from briefer.tasks.output import clear_up, new_mark, taking_the_place_of
from tests.store.hostile import bomb, write_project
from tests.worlds import a_world


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for kind in ("CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    return tmp_path / "CACHE"


def a_strange_project(folder: Path, name: str = "p.brief") -> Path:
    """Write a project that this installation does not know."""
    path = folder / name
    with closing(a_world(tagged=["dam", "held"]).session()) as session:
        session.write_copy(path)
    return path


def test_a_strange_project_is_checked_once_and_then_known(tmp_path: Path) -> None:
    path, told = a_strange_project(tmp_path), list[tuple[int, int]]()
    prepared = preparing.prepare(str(path), lambda done, total: told.append((done, total)))
    assert prepared == {"place": str(path), "checked": known.state_of(path), "notes": []}
    assert known.is_known(path)
    assert told
    assert told[0][1] > 5
    told.clear()
    assert preparing.prepare(str(path), lambda done, total: told.append((done, total))) == prepared
    assert told == []


def test_what_changed_after_it_was_checked_is_checked_again(tmp_path: Path) -> None:
    path = a_strange_project(tmp_path)
    checked = preparing.prepare(str(path))["checked"]
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("UPDATE passage SET quote = 'weir'")
    with pytest.raises(BrieferError, match="is damaged"):
        open_project(path, "Ada", checked=checked)


def test_without_a_cache_it_is_enough_to_check_once(tmp_path: Path, cache: Path) -> None:
    path = a_strange_project(tmp_path)
    cache.write_bytes(b"")
    checked = preparing.prepare(str(path))["checked"]
    assert not known.is_known(path)
    assert known.is_known(path, checked)


def test_a_damaged_project_is_named(tmp_path: Path) -> None:
    path = a_strange_project(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("UPDATE passage SET quote = 'weir'")
    assert preparing.prepare(str(path)) == {"damaged": str(path)}


def test_a_damaged_yaml_project_is_named_itself_and_a_damaged_working_copy_of_it_too(tmp_path: Path) -> None:
    path = tmp_path / "p.brief.yaml"
    with closing(a_world(tagged=["dam", "held"]).session()) as session:
        copy_project(session, path)
    place = Path(preparing.prepare(str(path))["place"])
    with closing(sqlite3.connect(place, isolation_level=None)) as database:
        database.execute("UPDATE passage SET quote = 'weir'")
    assert preparing.prepare(str(path)) == {"damaged": str(place)}
    path.write_bytes(path.read_bytes().replace(b'quote: "dam"', b"quote: ["))
    assert preparing.prepare(str(path)) == {"damaged": str(path)}


def test_a_yaml_project_becomes_a_working_copy(tmp_path: Path) -> None:
    path = tmp_path / "p.brief.yaml"
    with closing(a_world(tagged=["dam", "held"]).session()) as session:
        copy_project(session, path)
    place = Path(preparing.prepare(str(path))["place"])
    assert place != path
    assert known.is_known(place)


def test_a_large_project_takes_long_unless_it_is_known(tmp_path: Path) -> None:
    path = a_strange_project(tmp_path)
    assert preparing.is_soon(path)
    with path.open("ab") as file:
        file.truncate(2 << 20)
    assert not preparing.is_soon(path)
    assert not preparing.is_small(path)
    known.remember(path)
    assert preparing.is_soon(path)


def test_a_large_yaml_project_takes_long(tmp_path: Path) -> None:
    path = tmp_path / "p.brief.yaml"
    path.write_text("a" * 1000)
    assert preparing.is_soon(path)
    path.write_text("a" * (1 << 18))
    assert not preparing.is_soon(path)


@pytest.mark.parametrize("name", ["copy.brief", "copy.brief.yaml"])
def test_a_project_that_is_open_is_copied_as_it_stands(tmp_path: Path, name: str) -> None:
    path, copy = a_strange_project(tmp_path), tmp_path / name
    with closing(open_project(path, "Ada")):
        preparing.copy_file(str(path), str(copy), False, "mark")
    with closing(open_project(copy, "Ada")) as session:
        assert [passage.anchor.quote for passage in session.project.passages()] == ["dam", "held"]


def test_what_a_killed_process_left_of_its_file_is_cleared_up(tmp_path: Path) -> None:
    path, mark = tmp_path / "copy.brief", new_mark()
    with taking_the_place_of(path, mark) as beside:
        beside.write_bytes(b"half")
        clear_up(path, mark)
        assert not beside.exists()
        beside.touch()


def test_what_a_small_file_is_that_has_not_our_tables_is_told_beside_the_window(tmp_path: Path) -> None:
    path = tmp_path / "p.brief"
    path.write_bytes(bomb(2))
    assert not preparing.is_soon(path)
    write_project(path.with_name("q.brief"))
    data = path.with_name("q.brief").read_bytes()
    path.write_bytes(data)
    assert preparing.is_soon(path)
    path.write_bytes(data.replace(b"CREATE TABLE tag", b"CREATE \xffABLE tag"))
    assert not preparing.is_soon(path)
    assert preparing.prepare(str(path)) == {"damaged": str(path)}
