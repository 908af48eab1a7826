"""A project on a network share: work is safe here at once, and there soon after."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefer.gui.work import sharing
from briefer.session import InUseError, WriterLock
from briefer.tasks import shares
from briefer.tasks.opening import close_project, open_project
from tests.gui.shares import AWAY, THEIRS, opened, retitle, sort, take, theirs, title_of, wait_written, ways
from tests.gui.test_merging import dialog_of
from tests.gui.windows import a_project, a_window, press, room, session_of
from tests.shares import a_share


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Write to the share at once, and try again soon."""
    monkeypatch.setattr(sharing, "SOON", 50)
    monkeypatch.setattr(sharing, "AGAIN", 100)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return a_project(a_share(tmp_path, monkeypatch))


def test_a_change_is_here_at_once_and_on_the_share_soon(qtbot: QtBot, tmp_path: Path, project: Path) -> None:
    window = opened(qtbot, tmp_path, project)
    assert session_of(window).path == shares.copy_of(project)
    assert window.status.counted == "dam.brief · on the share"
    assert window.projects.whereabouts.place() == project
    retitle(window, "Mine")
    assert window.status.counted == "dam.brief · kept on this computer; not yet on the share"
    assert title_of(project) == "The dam held"
    wait_written(qtbot, window)
    assert title_of(project) == "Mine"
    retitle(window, "Mine again")
    assert window.status.counted.startswith("dam.brief · kept on this computer; on the share at ")
    wait_written(qtbot, window)
    assert title_of(project) == "Mine again"


def test_others_are_told_who_has_it_and_since_when(qtbot: QtBot, tmp_path: Path, project: Path) -> None:
    window = opened(qtbot, tmp_path, project)
    told = r"the window on .*, since \d{4}-\d\d-\d\d \d\d:\d\d\) has “dam.brief”"
    with pytest.raises(InUseError, match=told):
        open_project(project, "Grace", patience=0)
    window.projects.close()
    qtbot.waitUntil(lambda: not list(project.parent.glob(".~lock*")))
    close_project(open_project(project, "Grace"))


def test_what_somebody_else_has_open_can_be_read(qtbot: QtBot, tmp_path: Path, project: Path) -> None:
    window = a_window(qtbot, tmp_path)
    with closing(open_project(project, "Grace")):
        window.projects.open(project)
        qtbot.waitUntil(lambda: "Grace" in window.notice.words)
        take(window, "Open read-only")
        qtbot.waitUntil(lambda: window.desk.session is not None)
    assert session_of(window).read_only
    assert window.status.counted == "dam.brief · read-only"


def test_work_goes_on_while_the_share_is_gone_and_gets_there_when_it_is_back(
    qtbot: QtBot, tmp_path: Path, project: Path
) -> None:
    window = opened(qtbot, tmp_path, project)
    away = project.parent.rename(tmp_path / "away")
    retitle(window, "Mine")
    qtbot.waitUntil(lambda: window.notice.words.startswith(AWAY))
    assert ways(window) == ["Save a copy elsewhere…"]
    retitle(window, "Mine still")
    assert window.notice.words.startswith(AWAY)
    assert window.status.counted == "dam.brief · kept on this computer; not yet on the share"
    away.rename(project.parent)
    wait_written(qtbot, window)
    assert window.notice.words == ""
    assert title_of(project) == "Mine still"


def test_work_on_what_was_deleted_or_renamed_on_the_share_is_saved_elsewhere(
    qtbot: QtBot, tmp_path: Path, project: Path
) -> None:
    window = opened(qtbot, tmp_path, project)
    renamed = project.rename(project.with_name("renamed.brief"))
    retitle(window, "Mine")
    qtbot.waitUntil(lambda: window.notice.words.startswith("“dam.brief” is no longer in its folder"))
    assert ways(window) == ["Save a copy elsewhere…"]
    assert window.status.counted == "dam.brief · kept on this computer; no longer on the share"
    renamed.rename(project)
    wait_written(qtbot, window)
    assert title_of(project) == "Mine"


def test_what_was_damaged_on_the_share_is_told_and_the_sound_copy_opened(
    qtbot: QtBot, tmp_path: Path, project: Path
) -> None:
    shares.take(project)
    data = project.read_bytes()
    project.write_bytes(data[:8192] + b"\xff" * 4096 + data[12288:])
    window = opened(qtbot, tmp_path, project)
    assert window.notice.words.startswith("“dam.brief” is damaged on its share")
    assert ways(window) == ["Save a copy elsewhere…"]
    assert session_of(window).project.details().title == "The dam held"


def test_what_somebody_else_wrote_is_merged_not_replaced(qtbot: QtBot, tmp_path: Path, project: Path) -> None:
    window = opened(qtbot, tmp_path, project)
    theirs(project, "Theirs")
    sort(window)
    qtbot.waitUntil(lambda: window.notice.words.startswith(THEIRS))
    assert ways(window) == ["Merge the two", "Save a copy elsewhere…"]
    assert title_of(project) == "Theirs"
    sort(window)
    take(window, "Merge the two")
    wait_written(qtbot, window)
    assert session_of(window).project.details().title == "Theirs"
    assert title_of(project) == "Theirs"
    assert session_of(window).undo_label == "Merge “dam.brief”"
    with closing(open_project(project, "Grace", read_only=True)) as session:
        assert any(entry.label.startswith("Sort") for entry in session.log())


def test_whoever_undoes_the_merge_is_told_that_theirs_goes_from_the_share(
    qtbot: QtBot, tmp_path: Path, project: Path
) -> None:
    window = opened(qtbot, tmp_path, project)
    theirs(project, "Theirs")
    sort(window)
    qtbot.waitUntil(lambda: window.notice.words.startswith(THEIRS))
    take(window, "Merge the two")
    wait_written(qtbot, window)
    window.desk.undo()
    qtbot.waitUntil(lambda: window.notice.words.startswith("What somebody else did is undone here"))
    take(window, "Take it in again")
    wait_written(qtbot, window)
    assert title_of(project) == "Theirs"


def test_theirs_is_not_merged_into_another_project_that_was_opened_meanwhile(
    qtbot: QtBot, tmp_path: Path, project: Path
) -> None:
    window = opened(qtbot, tmp_path, project)
    theirs(project, "Theirs")
    sort(window)
    qtbot.waitUntil(lambda: window.notice.words.startswith(THEIRS))
    take(window, "Merge the two")
    other = a_project(tmp_path, "other.brief")
    window.projects.open(other)
    qtbot.waitUntil(lambda: window.status.working == "")
    assert session_of(window).path == other
    assert session_of(window).undo_label == ""
    still_theirs(qtbot, tmp_path, project)


def test_theirs_stays_on_the_share_when_work_goes_on_elsewhere_during_the_merge(
    qtbot: QtBot, tmp_path: Path, project: Path
) -> None:
    window = opened(qtbot, tmp_path, project, tmp_path / "mine.brief")
    theirs(project, "Theirs")
    sort(window)
    qtbot.waitUntil(lambda: window.notice.words.startswith(THEIRS))
    window.sharing.merge()
    take(window, "Save a copy elsewhere…")
    qtbot.waitUntil(lambda: window.status.working == "")
    assert session_of(window).undo_label.startswith("Sort")
    still_theirs(qtbot, tmp_path, project)


def still_theirs(qtbot: QtBot, tmp_path: Path, project: Path) -> None:
    """See that whoever opens the project again lacks what a colleague wrote and does not replace it."""
    again = opened(qtbot, tmp_path, project)
    qtbot.waitUntil(lambda: again.notice.words.startswith(THEIRS))
    assert title_of(project) == "Theirs"
    again.projects.close()


def test_what_is_the_same_on_both_sides_needs_no_merging(qtbot: QtBot, tmp_path: Path, project: Path) -> None:
    window = opened(qtbot, tmp_path, project)
    theirs(project, "Ours")
    retitle(window, "Ours")
    qtbot.waitUntil(lambda: window.notice.words.startswith(THEIRS))
    take(window, "Merge the two")
    wait_written(qtbot, window)
    assert window.notice.words == ""


def test_work_goes_on_elsewhere_instead(qtbot: QtBot, tmp_path: Path, project: Path) -> None:
    window = opened(qtbot, tmp_path, project, tmp_path / "mine.brief")
    theirs(project, "Theirs")
    retitle(window, "Mine")
    qtbot.waitUntil(lambda: window.notice.words.startswith(THEIRS))
    take(window, "Save a copy elsewhere…")
    assert window.notice.words == ""
    assert window.status.counted == "mine.brief · all changes on disk"
    assert title_of(tmp_path / "mine.brief") == "Mine"
    assert title_of(project) == "Theirs"


def test_a_share_that_takes_nothing_is_told_of_and_tried_again(
    qtbot: QtBot, tmp_path: Path, project: Path
) -> None:
    window = opened(qtbot, tmp_path, project)
    shared = window.sharing._shared
    assert shared is not None
    # As a share whose disk is full: the superuser, who may run the tests, may write everywhere.
    blocked = project.parent / f".{project.name}.{shared.mark}.part"
    blocked.mkdir()
    retitle(window, "Mine")
    qtbot.waitUntil(lambda: "“dam.brief” was not written" in window.notice.words)
    window.close()
    assert window.notice.words.startswith("Your work is not in “dam.brief” on its share")
    blocked.rmdir()
    wait_written(qtbot, window)
    assert title_of(project) == "Mine"


def test_nothing_is_written_to_a_share_that_came_back_while_a_colleague_has_the_project(
    qtbot: QtBot, tmp_path: Path, project: Path
) -> None:
    shares.take(project)
    away = project.parent.rename(tmp_path / "away")
    window = opened(qtbot, tmp_path, project)
    lock = WriterLock(project)
    away.rename(project.parent)
    lock.acquire("Grace (the window)")
    retitle(window, "Mine")
    qtbot.waitUntil(lambda: window.notice.words.startswith("Grace (the window) has “dam.brief” open"))
    assert ways(window) == ["Save a copy elsewhere…"]
    assert title_of(project) == "The dam held"
    lock.release()
    wait_written(qtbot, window)
    assert title_of(project) == "Mine"
    with pytest.raises(InUseError):
        open_project(project, "Grace", patience=0)


def test_the_lock_that_is_waited_for_is_given_back_when_another_project_is_opened(
    qtbot: QtBot, tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, answer, taken = Event(), Event(), Event()
    acquire = WriterLock.acquire

    def slow(lock: WriterLock, holder: str, patience: float = 0) -> None:
        if lock._project == project:
            asked.set()
            answer.wait(60)
        acquire(lock, holder, patience)
        if lock._project == project:
            taken.set()

    monkeypatch.setattr(WriterLock, "acquire", slow)
    window = a_window(qtbot, tmp_path)
    window.projects.open(project)
    qtbot.waitUntil(asked.is_set)
    other = a_project(tmp_path, "other.brief")
    window.projects.open(other)
    assert session_of(window).path == other
    answer.set()
    qtbot.waitUntil(taken.is_set)
    qtbot.waitUntil(lambda: can_be_locked(project))
    assert session_of(window).path == other


def can_be_locked(project: Path) -> bool:
    if list(project.parent.glob(".~lock*")):
        return False
    close_project(open_project(project, "Grace", patience=0))
    return True


def test_what_cannot_be_opened_gives_its_lock_back(qtbot: QtBot, tmp_path: Path, project: Path) -> None:
    window = a_window(qtbot, tmp_path)
    shares.take(project)
    with closing(open_project(shares.copy_of(project), "Grace")):
        window.projects.open(project)
        qtbot.waitUntil(lambda: "Grace" in window.notice.words)
    qtbot.waitUntil(lambda: not list(project.parent.glob(".~lock*")))
    assert can_be_locked(project)


def test_a_window_that_is_killed_before_it_wrote_to_the_share_loses_nothing(
    qtbot: QtBot, tmp_path: Path, project: Path
) -> None:
    killed = subprocess.Popen(
        [sys.executable, "-m", "tests.gui.share_worker", project], stdout=subprocess.PIPE
    )
    assert killed.stdout is not None
    assert killed.stdout.readline() == b"Mine, on this computer\n"
    killed.kill()
    killed.stdout.close()
    killed.wait()
    assert title_of(project) == "The dam held"
    window = opened(qtbot, tmp_path, project)
    assert session_of(window).project.details().title == "Mine, on this computer"
    wait_written(qtbot, window)
    assert title_of(project) == "Mine, on this computer"


def test_whoever_undoes_a_step_of_their_own_after_there_was_nothing_to_merge_is_told_nothing(
    qtbot: QtBot, tmp_path: Path, project: Path
) -> None:
    window = opened(qtbot, tmp_path, project)
    retitle(window, "Mine")
    wait_written(qtbot, window)
    theirs(project, "Theirs")
    theirs(project, "Mine")
    retitle(window, "Mine again")
    qtbot.waitUntil(lambda: window.notice.words.startswith(THEIRS))
    take(window, "Merge the two")
    wait_written(qtbot, window)
    told: list[str] = []
    window.desk.offered.connect(lambda sentence, _words, _way: told.append(sentence))
    window.desk.undo()
    wait_written(qtbot, window)
    assert title_of(project) == "Mine"
    assert told == []


def test_the_merge_with_the_share_waits_for_one_that_is_under_way(
    qtbot: QtBot, tmp_path: Path, project: Path
) -> None:
    window = opened(qtbot, tmp_path, project)
    copy = tmp_path / "copy.brief"
    copy.write_bytes(shares.copy_of(project).read_bytes())
    theirs(copy, "A third one's")
    theirs(project, "Theirs")
    retitle(window, "Mine")
    qtbot.waitUntil(lambda: window.notice.words.startswith(THEIRS))
    room(window).merging.take(copy)
    dialog = dialog_of(qtbot, window)
    window.sharing.merge()
    qtbot.waitUntil(lambda: window.notice.words.startswith("A copy is being merged; wait for it"))
    window.notice.dismiss()
    press(dialog.table, Qt.Key.Key_Space)
    dialog.accept()
    qtbot.waitUntil(lambda: session_of(window).undo_label == "Merge “copy.brief”")
    assert session_of(window).project.details().title == "A third one's"
    take(window, "Merge the two")
    dialog_of(qtbot, window).reject()
    assert ways(window) == ["Merge the two", "Save a copy elsewhere…"]
    take(window, "Merge the two")
    dialog_of(qtbot, window).accept()
    wait_written(qtbot, window)
    assert title_of(project) == "A third one's"


def test_a_project_that_could_not_be_opened_has_nothing_to_do_with_the_share_any_more(
    qtbot: QtBot, tmp_path: Path, project: Path
) -> None:
    window = a_window(qtbot, tmp_path)
    shares.take(project)
    with closing(open_project(shares.copy_of(project), "Grace")):
        window.projects.open(project)
        qtbot.waitUntil(lambda: "Grace" in window.notice.words)
    window.projects.open(shares.copy_of(project))
    assert session_of(window).path == shares.copy_of(project)
    assert window.sharing.words() == ""
