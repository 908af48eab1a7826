"""A project on a share is worked on as a copy, and what anybody wrote is never lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from threading import Event

import pytest

from briefer.actions import details
from briefer.errors import BrieferError
from briefer.session import WriterLock
from briefer.tasks import mounts, shares
from briefer.tasks.opening import close_project, new_project, open_project
from briefer.tasks.output import write_beside
from briefer.tasks.preparing import is_soon, job_of, place_of, prepare_shared
from briefer.tasks.shares import (
    AWAY,
    CHANGED,
    GONE,
    REFUSED,
    SPOILT,
    WRITTEN,
    agree,
    fetch,
    needs_copy,
    send,
    take,
)
from tests.rights import without_privileges
from tests.shares import a_share

MARK = "abcd1234"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project on a share."""
    path = a_share(tmp_path, monkeypatch) / "p.brief"
    new_project(path, title="As it came")
    return path


def retitle(path: Path, title: str) -> None:
    session = open_project(path, "Ada")
    session.do(details.set_field(session.project, "title", title))
    close_project(session)


def title_of(path: Path) -> str:
    session = open_project(path, "Ada", read_only=True)
    found = session.project.details().title
    session.close()
    return found


def sent(path: Path) -> str:
    return str(send(str(shares.copy_of(path)), str(path), MARK)["state"])


def test_only_a_project_on_a_share_is_edited_as_a_copy(project: Path, tmp_path: Path) -> None:
    assert needs_copy(project)
    assert not needs_copy(tmp_path / "p.brief")
    assert not needs_copy(project.with_suffix(".yaml"))
    assert not is_soon(project)
    assert place_of(project) == shares.copy_of(project)
    link = tmp_path / "link.brief"
    link.symlink_to(project)
    assert place_of(link) == shares.copy_of(project)
    assert job_of(link, read_only=True)[1] == [str(project), True]
    folder = tmp_path / "folder"
    folder.symlink_to("share")
    assert needs_copy(folder / "p.brief")
    assert shares.copy_of(folder / "p.brief") == shares.copy_of(project)


def test_whether_a_project_lies_on_a_share_is_told_without_asking_the_share(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "link.brief.yaml"
    link.symlink_to(project.with_name("p.brief.yaml"))
    asked: list[Path] = []
    for name in ("stat", "readlink", "exists", "resolve", "is_file"):
        whole = getattr(Path, name)

        def ask(path: Path, whole: Callable[..., object] = whole, **named: bool) -> object:
            asked.append(path)
            return whole(path, **named)

        monkeypatch.setattr(Path, name, ask)
    assert not is_soon(link)
    assert place_of(link) == place_of(project.with_name("p.brief.yaml"))
    assert job_of(link, read_only=False)[0].endswith(":prepare")
    assert not any(path.is_relative_to(project.parent) for path in asked)


def test_no_copy_is_made_where_it_would_lie_on_a_share_too(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mounts, "mount_table", lambda: "filer:/ / nfs rw 0 0")
    assert mounts.is_remote(project)
    assert not needs_copy(project)


def test_work_is_written_to_the_share_and_goes_on_in_the_same_copy(project: Path) -> None:
    project.chmod(0o664)
    prepared = prepare_shared(str(project), False)
    assert (prepared["trouble"], prepared["ahead"]) == ("", False)
    copy = Path(prepared["place"])
    retitle(copy, "Worked on")
    assert title_of(project) == "As it came"
    assert take(project).ahead
    assert sent(project) == WRITTEN
    assert title_of(project) == "Worked on"
    assert project.stat().st_mode & 0o777 == 0o664
    taken = take(project)
    assert (taken.copy, taken.trouble, taken.ahead) == (copy, "", False)
    assert title_of(copy) == "Worked on"
    assert [path.name for path in project.parent.iterdir()] == ["p.brief"]


def test_what_somebody_else_wrote_is_taken_when_nothing_is_lost_by_it(project: Path) -> None:
    copy = take(project).copy
    retitle(project, "Theirs")
    assert take(project).trouble == ""
    assert title_of(copy) == "Theirs"


def test_what_somebody_else_wrote_is_never_replaced(project: Path) -> None:
    copy = take(project).copy
    retitle(copy, "Mine")
    retitle(project, "Theirs")
    assert sent(project) == CHANGED
    taken = take(project)
    assert (taken.trouble, taken.ahead) == (CHANGED, True)
    assert (title_of(copy), title_of(project)) == ("Mine", "Theirs")
    theirs = fetch(str(copy), str(project))
    assert fetch(str(copy), str(project)) == theirs
    assert Path(theirs["path"]).name == "p.brief"
    assert title_of(Path(theirs["path"])) == "Theirs"
    assert theirs["sha256"] == sha256(project.read_bytes()).hexdigest()
    agree(copy, theirs["sha256"])  # as after a merge
    assert sent(project) == WRITTEN
    assert title_of(project) == "Mine"


def test_what_is_written_there_while_we_write_is_never_replaced(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = take(project).copy
    retitle(copy, "Mine")
    with monkeypatch.context() as patch:  # the last that is done to our file before it takes its place
        patch.setattr(shutil, "copymode", lambda place, _ours: retitle(place, "Theirs"))
        assert sent(project) == CHANGED
    assert title_of(project) == "Theirs"
    assert [path.name for path in project.parent.iterdir()] == ["p.brief"]
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copymode", lambda place, _ours: place.unlink())
        agree(copy, fetch(str(copy), str(project))["sha256"])
        assert sent(project) == GONE
    assert not project.exists()


def test_what_is_known_of_the_share_is_noted_anew_by_a_merge(project: Path) -> None:
    copy = take(project).copy
    retitle(copy, "Mine")
    copy.with_suffix(".share.json").write_text("")
    assert sent(project) == CHANGED
    agree(copy, fetch(str(copy), str(project))["sha256"])
    assert take(project).ahead
    assert sent(project) == WRITTEN
    assert title_of(project) == "Mine"


def test_a_share_that_is_gone_leaves_the_work_here(project: Path) -> None:
    copy = take(project).copy
    retitle(copy, "Mine")
    away = project.parent.rename(project.parents[1] / "away")
    assert sent(project) == AWAY
    project.parent.mkdir()  # a place to mount at, with nothing there
    assert sent(project) == AWAY
    assert list(project.parent.iterdir()) == []
    taken = take(project)
    assert (taken.copy, taken.trouble, taken.ahead) == (copy, AWAY, True)
    project.parent.rmdir()
    away.rename(project.parent)
    assert sent(project) == WRITTEN
    assert title_of(project) == "Mine"


def test_a_file_that_is_no_longer_in_its_folder_is_told_from_a_share_that_is_gone(project: Path) -> None:
    copy = take(project).copy
    retitle(copy, "Mine")
    renamed = project.rename(project.with_name("q.brief"))
    assert sent(project) == GONE
    assert shares.trouble_at(project) == GONE
    assert take(project).trouble == GONE
    renamed.rename(project)
    assert shares.trouble_at(project) == ""
    assert sent(project) == WRITTEN


def spoil(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[8192:12288] = b"\xff" * 4096
    path.write_bytes(data)


def test_a_file_that_is_damaged_on_the_share_leaves_the_sound_copy_here(project: Path) -> None:
    copy = take(project).copy
    spoil(project)
    prepared = prepare_shared(str(project), False)
    assert (prepared["place"], prepared["trouble"]) == (str(copy), SPOILT)
    assert title_of(copy) == "As it came"
    assert sent(project) == CHANGED


@pytest.mark.parametrize("to_read", [True, False])
@pytest.mark.parametrize("header", [True, False])
def test_a_damaged_file_on_the_share_is_read_as_far_as_it_can_be(
    project: Path, to_read: bool, header: bool
) -> None:
    if header:
        project.write_bytes(b"\xff" * 100 + project.read_bytes()[100:])
    else:
        spoil(project)
    damaged = Path(prepare_shared(str(project), to_read)["damaged"])
    assert damaged.read_bytes() == project.read_bytes()
    assert damaged.parent == shares.copy_of(project).parent


def test_a_damaged_copy_is_set_aside_and_what_lies_on_the_share_is_opened(project: Path) -> None:
    copy = take(project).copy
    retitle(copy, "Mine")
    spoil(copy)
    prepared = prepare_shared(str(project), False)
    aside = copy.with_name(f"{copy.stem}-earlier-1.brief")
    assert f"kept as {aside}" in prepared["notes"][0]
    assert aside.exists()
    assert title_of(copy) == "As it came"
    assert prepare_shared(str(project), False)["notes"] == []


def test_a_copy_that_is_spoilt_here_is_not_put_over_what_is_sound_there(project: Path) -> None:
    copy = take(project).copy
    retitle(copy, "Mine")
    there = project.read_bytes()
    spoil(copy)
    answer = shares.send(str(copy), str(project), "0" * 8)
    assert answer["state"] == shares.REFUSED
    assert "is damaged" in answer["sentence"]
    assert project.read_bytes() == there


def test_where_nothing_is_sound_the_copy_is_read_as_far_as_it_can_be(project: Path) -> None:
    copy = take(project).copy
    retitle(copy, "Mine")
    spoil(copy)
    spoil(project)
    assert prepare_shared(str(project), False) == {"damaged": str(copy)}
    project.unlink()
    assert prepare_shared(str(project), False) == {"damaged": str(copy)}


def test_a_share_that_does_not_answer_counts_as_gone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy, answers = take(project).copy, Event()
    retitle(copy, "Mine")
    monkeypatch.setattr(shares, "existing", lambda place: (answers.wait(60), place)[1])
    monkeypatch.setattr(shares, "_ANSWERS", 0.05)
    assert take(project).trouble == AWAY
    assert sent(project) == AWAY
    with pytest.raises(BrieferError, match="The share of “p.brief” does not answer"):
        fetch(str(copy), str(project))
    answers.set()
    assert sent(project) == WRITTEN


def test_without_a_copy_a_share_that_is_gone_is_missed(project: Path) -> None:
    project.unlink()
    with pytest.raises(BrieferError, match="There is no file"):
        take(project)


def test_a_share_that_takes_nothing_keeps_what_stood_there(project: Path) -> None:
    copy = take(project).copy
    retitle(copy, "Mine")
    project.parent.chmod(0o500)
    with without_privileges():
        result = send(str(copy), str(project), MARK)
    project.parent.chmod(0o700)
    assert result["state"] == REFUSED
    assert "was not written (Permission denied)" in result["sentence"]
    assert title_of(project) == "As it came"
    assert sent(project) == WRITTEN


@pytest.mark.parametrize("ends", [shares._put, Path.replace])
def test_a_program_that_ends_while_it_writes_there_finds_its_own_work_again(
    project: Path, monkeypatch: pytest.MonkeyPatch, ends: Callable[..., object]
) -> None:
    copy = take(project).copy
    retitle(copy, "Mine")

    class EndedError(Exception):
        pass

    def put_and_end(place: Path, data: bytes, mark: str, _found: str) -> None:
        if ends is Path.replace:
            write_beside(place, data, mark)
        raise EndedError

    with monkeypatch.context() as patch:
        patch.setattr(shares, "_put", put_and_end)
        with pytest.raises(EndedError):
            sent(project)
    taken = take(project)
    assert taken.trouble == ""
    assert taken.ahead == (ends is not Path.replace)
    retitle(copy, "Mine and more")
    assert sent(project) == WRITTEN
    assert title_of(project) == "Mine and more"


def test_a_copy_that_nobody_can_tell_of_what_it_is_is_set_aside(project: Path) -> None:
    copy = take(project).copy
    retitle(copy, "Mine")
    copy.with_suffix(".share.json").write_text('{"there": 1}')
    assert title_of(take(project).copy) == "As it came"
    assert title_of(copy.with_name(f"{copy.stem}-earlier-1.brief")) == "Mine"


def test_a_copy_that_is_open_elsewhere_here_is_not_taken_away(project: Path) -> None:
    copy = take(project).copy
    retitle(project, "Theirs")
    lock = WriterLock(copy)
    lock.acquire("Grace (the window)")
    with pytest.raises(BrieferError, match="Grace"):
        take(project)
    lock.release()


def test_what_is_read_is_a_copy_too(project: Path) -> None:
    prepared = prepare_shared(str(project), True)
    assert title_of(Path(prepared["place"])) == "As it came"
    assert Path(prepared["place"]) != shares.copy_of(project)
    retitle(project, "Later")
    assert prepare_shared(str(project), True)["place"] == prepared["place"]
    assert title_of(Path(prepared["place"])) == "Later"


def test_what_a_killed_writer_left_half_done_on_the_share_is_not_taken(project: Path, tmp_path: Path) -> None:
    dying = shutil.copy(project, tmp_path / "dying")
    with closing(sqlite3.connect(dying, isolation_level=None)) as database:
        database.execute("PRAGMA cache_size = 1")
        database.execute("BEGIN IMMEDIATE")
        database.execute("UPDATE details SET title = 'Half done'")
        database.execute("INSERT INTO text VALUES (?, ?)", ("0" * 64, "x" * 500_000))
        shutil.copy(dying, project)
        shutil.copy(f"{dying}-journal", f"{project}-journal")
    assert b"Half done" in project.read_bytes()
    assert title_of(take(project).copy) == "As it came"


def test_a_file_that_cannot_be_read_is_a_sentence(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_path: Path) -> bytes:
        raise OSError(5, os.strerror(5))

    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(BrieferError, match="“p.brief” cannot be read"):
        take(project)
