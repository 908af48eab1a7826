"""A project of every format there ever was opens, as it is, in every later version of the program."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefer.errors import BrieferError
from briefer.model.records import Source
from briefer.session import Session, open_file, snapshot
from briefer.store import files, schema
from briefer.tasks.opening import convert, yaml_of
from tests.store.journals import leave_half_written

GOLDEN = Path(__file__).parents[1] / "golden"


def opened(folder: Path, name: str) -> Session:
    return open_file(Path(shutil.copy(GOLDEN / name, folder)), "Ada", "Ada", check=True)


@pytest.mark.parametrize("name", ["format-1.brief", "format-2.brief", "format-3.brief", "format-4.brief"])
def test_its_records_and_its_history_are_what_they_were(name: str, tmp_path: Path) -> None:
    session = opened(tmp_path, name)
    project = session.project
    assert len(project.sources()) == 5
    assert len(project.passages()) == 73
    assert len(project.statements()) == 30 + (name != "format-1.brief")
    log = [(entry.label, entry.undone) for entry in session.log()]
    assert log[:2] == [("Tag as Threats", False), ("Write in Bottom line", True)]
    session.close()


@pytest.mark.parametrize("name", ["format-1.brief", "format-2.brief", "format-3.brief", "format-4.brief"])
def test_what_was_done_in_it_can_be_undone_and_what_was_undone_done_again(name: str, tmp_path: Path) -> None:
    session = opened(tmp_path, name)
    session.jump(1)
    session.jump(2)
    assert session.project.statements_under(None)[-1].text == "Yōko Kamikawa took part."
    assert session.undo() == "Write in Bottom line"
    assert session.undo() == "Tag as Threats"
    assert len(session.project.passages()) == 72
    session.close()


def test_the_yaml_of_today_is_the_same_to_the_byte_and_leads_back_to_it(tmp_path: Path) -> None:
    golden = (GOLDEN / "format-4.brief.yaml").read_bytes()
    session = opened(tmp_path, "format-4.brief")
    assert yaml_of(session.project) == golden
    session.close()
    convert(GOLDEN / "format-4.brief.yaml", tmp_path / "back.brief")
    convert(tmp_path / "back.brief", tmp_path / "again.brief.yaml")
    assert (tmp_path / "again.brief.yaml").read_bytes() == golden


@pytest.mark.parametrize("name", ["format-1.brief", "format-2.brief", "format-3.brief"])
def test_an_older_yaml_says_what_the_older_file_says(name: str, tmp_path: Path) -> None:
    convert(GOLDEN / f"{name}.yaml", tmp_path / "one.brief.yaml")
    convert(GOLDEN / name, tmp_path / "other.brief.yaml")
    assert (tmp_path / "one.brief.yaml").read_bytes() == (tmp_path / "other.brief.yaml").read_bytes()


def test_an_older_file_is_kept_beside_the_one_it_becomes(tmp_path: Path) -> None:
    old = (GOLDEN / "format-1.brief").read_bytes()
    for name in ("format-1.brief.bak", "format-1.brief.2.bak"):
        session = opened(tmp_path, "format-1.brief")
        assert session.notes == [
            f"“format-1.brief” was brought to the format of this briefer; “{name}” is as it was before."
        ]
        session.undo()
        session.close()
        assert schema.guard_header(tmp_path / "format-1.brief") == schema.FORMAT_VERSION
        kept = snapshot(tmp_path / name, check=True)
        assert schema.guard_header(tmp_path / name) == 1
        assert len(kept.project.passages()) == 73
        kept.close()
    assert (GOLDEN / "format-1.brief").read_bytes() == old


def test_an_older_file_that_is_only_read_stays_as_it_is(tmp_path: Path) -> None:
    path = Path(shutil.copy(GOLDEN / "format-1.brief", tmp_path))
    before = path.read_bytes()
    session = open_file(path, "Ada", "Ada", read_only=True, check=True)
    assert len(session.project.passages()) == 73
    session.close()
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_an_older_file_that_finds_no_room_to_grow_stays_as_it_is(tmp_path: Path) -> None:
    path = Path(shutil.copy(GOLDEN / "format-1.brief", tmp_path))
    before = path.read_bytes()
    store = files.open_store(path)
    pages = store.rows("PRAGMA page_count")[0][0]
    store.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(BrieferError, match="was not brought to .*full"):
        files.migrate(path, store)
    store.close()
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_an_older_file_whose_bringing_up_was_cut_off_is_brought_up_again(tmp_path: Path) -> None:
    path = Path(shutil.copy(GOLDEN / "format-1.brief", tmp_path))
    leave_half_written(path, "DROP TABLE tag", f"PRAGMA user_version = {schema.FORMAT_VERSION}")
    assert schema.guard_header(path) == schema.FORMAT_VERSION
    session = open_file(path, "Ada", "Ada", check=True)
    assert len(session.project.passages()) == 73
    assert [note.rpartition("; ")[2] for note in session.notes] == [
        "“format-1.brief.bak” is as it was before."
    ]
    session.close()


def test_the_copy_kept_of_an_older_file_is_written_over_nothing(tmp_path: Path) -> None:
    path = Path(shutil.copy(GOLDEN / "format-1.brief", tmp_path))
    (tmp_path / "format-1.brief.bak").symlink_to(tmp_path / "elsewhere")
    (tmp_path / ".format-1.brief.2.bak.part").symlink_to(tmp_path / "elsewhere")
    open_file(path, "Ada", "Ada").close()
    assert not (tmp_path / "elsewhere").exists()
    snapshot(tmp_path / "format-1.brief.2.bak", check=True).close()


def test_an_older_file_of_which_no_copy_can_be_kept_stays_as_it_is(tmp_path: Path) -> None:
    path = Path(shutil.copy(GOLDEN / "format-1.brief", tmp_path))
    before = path.read_bytes()
    (tmp_path / ".format-1.brief.bak.part").mkdir()
    with pytest.raises(BrieferError, match="not written"):
        open_file(path, "Ada", "Ada")
    assert path.read_bytes() == before


def test_an_older_file_that_cannot_be_brought_up_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copy(GOLDEN / "format-1.brief", tmp_path))
    monkeypatch.setitem(schema._KINDS_SINCE, Source, 2)  # made twice: it fails half way
    with pytest.raises(BrieferError, match="already exists"):
        open_file(path, "Ada", "Ada")
    assert path.read_bytes()[60:64] == (1).to_bytes(4, "big")
    assert list(tmp_path.glob("*.bak")) == []
    monkeypatch.undo()
    session = open_file(path, "Ada", "Ada", check=True)
    assert len(session.project.passages()) == 73
    session.close()
