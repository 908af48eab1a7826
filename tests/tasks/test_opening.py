"""Projects opened, made, copied and converted, whatever form they are kept in."""

from __future__ import annotations

import getpass
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefer.actions import tagging
from briefer.errors import BrieferError
from briefer.session import InUseError, Session
from briefer.tasks import known
from briefer.tasks.opening import (
    close_project,
    convert,
    copy_project,
    is_yaml,
    new_project,
    open_project,
    read_project,
    sample_path,
    user_name,
)
from tests.rights import without_privileges
from tests.store.journals import journal_of, leave_half_written
from tests.worlds import NOON, a_world

FORMS = pytest.mark.parametrize("name", ["p.brief", "p.brief.yaml", "p.yml", "P.YAML", "p"])


def a_project(path: Path) -> Path:
    """Write a small project in the form that the name asks for."""
    with closing(a_world(tagged=["dam", "held"]).session()) as session:
        copy_project(session, path)
    return path


def opened(path: Path, *, author: str = "Ada", read_only: bool = False) -> Session:
    return open_project(path, author, read_only=read_only, clock=lambda: NOON)


def tag_may(session: Session) -> None:
    project = session.project
    session.do(tagging.tag(project, project.sources()[0], 25, 28, project.sections()[0]))


def quotes(path: Path) -> list[str]:
    with closing(opened(path, read_only=True)) as session:
        return [passage.anchor.quote for passage in session.project.passages()]


@FORMS
def test_a_project_of_either_form_is_opened_changed_and_found_again(tmp_path: Path, name: str) -> None:
    path = a_project(tmp_path / name)
    session = opened(path)
    tag_may(session)
    assert session.path == path
    close_project(session)
    assert quotes(path) == ["dam", "May", "held"]
    assert sorted(found.name for found in tmp_path.iterdir()) == [name]


@FORMS
def test_the_second_writer_is_told_who_has_it_open_and_readers_are_let_in(tmp_path: Path, name: str) -> None:
    path = a_project(tmp_path / name)
    session = opened(path)
    with pytest.raises(
        BrieferError, match=r"Ada \(the command line on .*, process \d+, since 2026-11-22 .*\) has “"
    ):
        opened(path, author="Bob")
    assert quotes(path) == ["dam", "held"]
    close_project(session)
    close_project(opened(path, author="Bob"))


@pytest.mark.parametrize("name", ["p.brief", "p.brief.yaml"])
def test_a_link_leads_to_the_one_project_and_stays_a_link(tmp_path: Path, name: str) -> None:
    path, link = a_project(tmp_path / name), tmp_path / "there" / f"link {name}"
    link.parent.mkdir()
    link.symlink_to(path)
    session = opened(link)
    with pytest.raises(BrieferError, match="has “p.brief"):
        opened(path, author="Bob")
    tag_may(session)
    close_project(session)
    assert link.is_symlink()
    assert quotes(path) == ["dam", "May", "held"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("no.brief", "There is no file “.*no.brief”; make a project with “briefer new”"),
        ("p.brief/x", "There is no file"),
        ("", "is not a file; make a project"),
        ("loop", "cannot be reached"),
        ("x" * 300, r"cannot be reached \(File name too long\)"),
    ],
)
def test_what_is_no_file_is_refused(tmp_path: Path, name: str, sentence: str) -> None:
    a_project(tmp_path / "p.brief")
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(BrieferError, match=sentence):
        opened(tmp_path / name)
    with pytest.raises(BrieferError):
        read_project(tmp_path / name)


@FORMS
def test_a_project_that_may_not_be_read_or_reached_is_refused(tmp_path: Path, name: str) -> None:
    path = a_project(tmp_path / name)
    path.chmod(0)
    with without_privileges(), pytest.raises(BrieferError, match="Permission denied"):
        opened(path, read_only=True)
    tmp_path.chmod(0)
    with without_privileges(), pytest.raises(BrieferError, match=r"cannot be reached \(Permission denied\)"):
        opened(path)
    tmp_path.chmod(0o755)


def test_a_file_that_may_not_be_written_is_opened_to_read_only(tmp_path: Path) -> None:
    path = a_project(tmp_path / "p.brief")
    path.chmod(0o444)
    with without_privileges():
        with pytest.raises(BrieferError, match=r"cannot be opened \(Permission denied\); check"):
            opened(path)
        assert quotes(path) == ["dam", "held"]


@FORMS
def test_a_project_in_a_folder_that_may_not_be_written_is_opened_to_read_only(
    tmp_path: Path, name: str
) -> None:
    path = a_project(tmp_path / name)
    tmp_path.chmod(0o555)
    with without_privileges():
        with pytest.raises(BrieferError, match="cannot be written where it lies.*copy it to a folder"):
            opened(path)
        assert quotes(path) == ["dam", "held"]
    tmp_path.chmod(0o755)


def test_a_yaml_project_that_cannot_be_written_back_refuses_the_change(tmp_path: Path) -> None:
    path = a_project(tmp_path / "p.brief.yaml")
    before = path.read_bytes()
    session = opened(path)
    tmp_path.chmod(0o555)
    with without_privileges(), pytest.raises(BrieferError, match="“p.brief.yaml” was not written"):
        tag_may(session)
    tmp_path.chmod(0o755)
    close_project(session)
    assert path.read_bytes() == before


def test_a_yaml_project_that_is_none_is_refused_and_not_left_locked(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text("nothing: of ours")
    with pytest.raises(BrieferError):
        opened(path)
    assert [found.name for found in tmp_path.iterdir()] == ["p.yaml"]


def test_a_yaml_project_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    with path.open("wb") as file:
        file.truncate((1 << 30) + 1)
    with pytest.raises(BrieferError, match="“p.yaml” is larger than 1 GB; keep it as a .brief"):
        opened(path)


def test_a_forged_project_is_refused_although_it_was_known(tmp_path: Path) -> None:
    path = a_project(tmp_path / "p.brief")
    close_project(opened(path))
    assert known.is_known(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("UPDATE passage SET quote = 'dim' WHERE quote = 'dam'")
    for way in (opened, read_project):
        with pytest.raises(BrieferError, match="does not say what its source says there"):
            way(path)


def test_a_copy_in_memory_does_not_see_what_comes_later(tmp_path: Path) -> None:
    path = a_project(tmp_path / "p.brief")
    session = opened(path)
    with closing(read_project(path)) as copy:
        tag_may(session)
        assert len(copy.project.passages()) == 2
    close_project(session)


def test_a_project_locked_by_another_program_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = a_project(tmp_path / "p.brief")
    monkeypatch.setattr("briefer.store.files._WAIT", 0.01)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for way in (opened, read_project):
            with pytest.raises(BrieferError, match="cannot be read now .*locked.*; close what uses it"):
                way(path)
    assert quotes(path) == ["dam", "held"]


def test_a_project_that_another_program_locks_later_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_project(tmp_path / "p.brief")
    monkeypatch.setattr("briefer.store.files._WAIT", 0.01)
    session = opened(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(BrieferError, match="“p.brief” cannot be read .*locked"):
            session.project.passages()
        with pytest.raises(BrieferError, match="“p.brief” cannot be read .*locked"):
            session.log()
    close_project(session)


@pytest.mark.parametrize("name", ["new.brief", "new.brief.yaml", "new"])
def test_a_new_project_has_the_template_and_a_title(tmp_path: Path, name: str) -> None:
    new_project(tmp_path / name, title=" The  dam\nheld ")
    with closing(opened(tmp_path / name, read_only=True)) as session:
        assert session.project.details().title == "The  dam held"
        assert [section.digit for section in session.project.sections()] == [1, 2, 3, 4, 5]
        assert session.log() == []
    new_project(tmp_path / f"untitled-{name}")
    with closing(opened(tmp_path / f"untitled-{name}", read_only=True)) as session:
        assert session.project.details().title == "Untitled brief"


def test_a_new_project_replaces_nothing_and_needs_a_folder_and_a_template(tmp_path: Path) -> None:
    path = a_project(tmp_path / "p.brief")
    with pytest.raises(BrieferError, match="“p.brief” exists already"):
        new_project(path)
    with pytest.raises(BrieferError, match="“n.brief” was not written .there is no such folder.; choose"):
        new_project(tmp_path / "no" / "n.brief")
    with pytest.raises(BrieferError, match="No template is called “none”; take one of blank"):
        new_project(tmp_path / "n.brief", template="none")
    assert [found.name for found in tmp_path.iterdir()] == ["p.brief"]


def test_a_project_goes_to_yaml_and_back_and_stays_itself(tmp_path: Path) -> None:
    path = a_project(tmp_path / "p.brief")
    convert(path, tmp_path / "a.brief.yaml")
    convert(tmp_path / "a.brief.yaml", tmp_path / "b.brief")
    convert(tmp_path / "b.brief", tmp_path / "c.brief.yaml")
    assert (tmp_path / "a.brief.yaml").read_bytes() == (tmp_path / "c.brief.yaml").read_bytes()
    with closing(opened(path, read_only=True)) as one, closing(opened(tmp_path / "b.brief")) as other:
        assert list(one.project.records()) == list(other.project.records())


def test_converting_replaces_nothing_and_makes_nothing_but_projects(tmp_path: Path) -> None:
    path = a_project(tmp_path / "p.brief")
    with pytest.raises(BrieferError, match="“p.brief” exists already"):
        convert(path, path)
    for name in ("p.docx", "p", "."):
        with pytest.raises(BrieferError, match="ends in neither .brief nor .brief.yaml"):
            convert(path, tmp_path / name)
    with pytest.raises(BrieferError, match="There is no file"):
        convert(tmp_path / "no.brief", tmp_path / "n.yaml")
    assert [found.name for found in tmp_path.iterdir()] == ["p.brief"]


def test_a_copy_over_an_old_file_that_fails_leaves_it(tmp_path: Path) -> None:
    session = a_world().session()
    old = tmp_path / "old.brief"
    old.write_bytes(b"old")
    tmp_path.chmod(0o555)
    with without_privileges():
        with pytest.raises(BrieferError, match="cannot be written where it lies"):
            copy_project(session, old)
        with pytest.raises(BrieferError, match="was not written"):
            copy_project(session, tmp_path / "new.brief")
    tmp_path.chmod(0o755)
    assert old.read_bytes() == b"old"


def test_what_a_killed_program_left_beside_an_old_file_spoils_no_copy_in_its_place(tmp_path: Path) -> None:
    path = a_project(tmp_path / "p.brief")
    leave_half_written(path, "DELETE FROM section")
    copy_project(a_world().session(), path)
    assert [found.name for found in tmp_path.iterdir()] == ["p.brief"]
    leave_half_written(path, "DELETE FROM tag")
    path.unlink()
    new_project(path, title="New")
    session = opened(path)
    assert session.project.details().title == "New"
    close_project(session)
    assert [found.name for found in tmp_path.iterdir()] == ["p.brief"]


def test_a_half_written_file_that_cannot_be_put_right_is_not_replaced(tmp_path: Path) -> None:
    path = a_project(tmp_path / "p.brief")
    whole = path.read_bytes()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        journal_of(path).touch()
        with pytest.raises(BrieferError, match="half done in “p.brief” cannot be taken back .*locked"):
            copy_project(a_world().session(), path)
    assert path.read_bytes() == whole


def test_a_copy_takes_the_place_of_what_is_no_project_whatever_lies_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "p.brief"
    path.write_bytes(b"no database" * 100)
    journal_of(path).touch()
    copy_project(a_world().session(), path)
    assert [found.name for found in tmp_path.iterdir()] == ["p.brief"]
    assert quotes(path) == []


@pytest.mark.parametrize("name", ["p.brief", "p.brief.yaml"])
def test_a_copy_never_takes_the_place_of_a_project_that_is_open(tmp_path: Path, name: str) -> None:
    path, link = a_project(tmp_path / name), tmp_path / f"link-{name}"
    link.symlink_to(path)
    session = opened(path)
    for place in (path, link):
        with pytest.raises(BrieferError, match=f"“{name}” is the project that is open"):
            copy_project(session, place)
        with pytest.raises(InUseError, match=f"has “{name}” open"):
            copy_project(a_world().session(), place)
    close_project(session)
    copy_project(a_world().session(), link)
    assert quotes(path) == []
    assert sorted(found.name for found in tmp_path.iterdir()) == [f"link-{name}", name]


def test_the_sample_is_a_sound_project() -> None:
    assert is_yaml(sample_path())
    with closing(read_project(sample_path())) as session:
        assert len(session.project.sources()) == 5


@pytest.mark.parametrize(
    ("name", "shown"), [("Ada", "Ada"), ("A\udcff\x07da", "A\ufffdda"), ("\x07", "unknown")]
)
def test_changes_are_signed_with_the_users_name(
    monkeypatch: pytest.MonkeyPatch, name: str, shown: str
) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: name)
    assert user_name() == shown


def test_a_user_without_a_name_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000_000)
    assert user_name() == "unknown"


def test_yaml_that_holds_no_record_is_not_called_a_damaged_project(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    for words, sentence in (("briefer: [", "not valid YAML"), ("briefer: &a 3", "holds an anchor")):
        path.write_text(words, "utf-8")
        with pytest.raises(BrieferError, match=sentence):
            read_project(path)


def test_a_yaml_file_that_could_harm_is_refused_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "p.brief.yaml"
    path.write_text("briefer: &a 3\n", "utf-8")
    with pytest.raises(BrieferError, match="“p.brief.yaml” was not opened, because its line 1 "):
        read_project(path)
