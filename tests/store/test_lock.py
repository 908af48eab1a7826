from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefer.store import lock
from briefer.store.lock import InUseError, WriterLock


def test_the_second_writer_is_told_who_the_first_is(tmp_path: Path) -> None:
    project = tmp_path / "p.brief"
    first, second = WriterLock(project), WriterLock(project)
    first.acquire("Ada, in the window")
    with pytest.raises(InUseError, match="Ada, in the window has “p.brief” open"):
        second.acquire("Bob", patience=0)
    first.release()
    second.acquire("Bob")
    second.release()
    assert list(tmp_path.iterdir()) == []


def test_a_killed_writer_leaves_no_lock_behind(tmp_path: Path) -> None:
    project = tmp_path / "p.brief"
    program = (
        "import os, sys; from pathlib import Path; from briefer.store.lock import WriterLock;"
        "WriterLock(Path(sys.argv[1])).acquire('Ada'); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", program, project], check=False)
    assert (tmp_path / ".~lock.p.brief").read_text() == "Ada"
    ours = WriterLock(project)
    ours.acquire("Bob", patience=0)
    ours.release()
    assert list(tmp_path.iterdir()) == []


def test_a_lock_file_that_was_removed_meanwhile_is_not_mistaken_for_ours(tmp_path: Path) -> None:
    project = tmp_path / "p.brief"
    first, second = WriterLock(project), WriterLock(project)
    first.acquire("Ada")
    (tmp_path / ".~lock.p.brief").unlink()
    second.acquire("Bob")
    assert (tmp_path / ".~lock.p.brief").read_text() == "Bob"
    second.release()
    first.release()


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="cannot be written where it lies"):
        WriterLock(tmp_path / "nowhere" / "p.brief").acquire("Ada")


def test_releasing_what_is_not_held_does_nothing(tmp_path: Path) -> None:
    WriterLock(tmp_path / "p.brief").release()
    assert list(tmp_path.iterdir()) == []


def test_a_lock_that_was_given_back_while_we_took_it_is_taken_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / ".~lock.p.brief"
    take = lock._lock

    def taken_as_it_is_removed(file: int) -> bool:
        monkeypatch.setattr(lock, "_lock", take)
        path.unlink()
        return take(file)

    monkeypatch.setattr(lock, "_lock", taken_as_it_is_removed)
    ours = WriterLock(tmp_path / "p.brief")
    ours.acquire("Ada")
    assert path.read_text() == "Ada"
    ours.release()


def test_a_holder_who_leaves_no_word_is_someone_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused_as_it_is_removed(_file: int) -> bool:
        (tmp_path / ".~lock.p.brief").unlink()
        return False

    monkeypatch.setattr(lock, "_lock", refused_as_it_is_removed)
    with pytest.raises(InUseError, match="Someone else has “p.brief” open"):
        WriterLock(tmp_path / "p.brief").acquire("Ada", patience=0)
