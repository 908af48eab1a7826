"""Whoever closes a project on a share, or the window, is told where the work is."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefer.gui.work import sharing
from briefer.tasks import shares
from tests.gui.shares import AWAY, THEIRS, opened, retitle, sort, take, theirs, title_of, wait_written, ways
from tests.gui.windows import a_project, session_of
from tests.shares import a_share


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Write to the share at once, and try again soon."""
    monkeypatch.setattr(sharing, "SOON", 50)
    monkeypatch.setattr(sharing, "AGAIN", 100)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return a_project(a_share(tmp_path, monkeypatch))


def test_closing_waits_until_all_is_on_the_share(
    qtbot: QtBot, tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "SOON", 60_000)
    window = opened(qtbot, tmp_path, project)
    retitle(window, "Mine")
    window.close()
    assert window.isVisible()
    assert window.notice.words.startswith("Your work is being written to “dam.brief” on its share")
    qtbot.waitUntil(lambda: not window.isVisible())
    assert title_of(project) == "Mine"


def test_closing_while_the_share_is_gone_says_that_the_work_stays_here(
    qtbot: QtBot, tmp_path: Path, project: Path
) -> None:
    window = opened(qtbot, tmp_path, project)
    away = project.parent.rename(tmp_path / "away")
    retitle(window, "Mine")
    window.close()
    qtbot.waitUntil(lambda: window.notice.words.startswith("Your work is not in “dam.brief” on its share"))
    take(window, "Close all the same")
    assert not window.isVisible()
    again = opened(qtbot, tmp_path, project)
    assert again.notice.words.startswith(AWAY)
    assert session_of(again).project.details().title == "Mine"
    away.rename(project.parent)
    wait_written(qtbot, again)
    assert title_of(project) == "Mine"
    again.close()


def test_closing_twice_does_not_wait(
    qtbot: QtBot, tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "SOON", 60_000)
    window = opened(qtbot, tmp_path, project)
    away = project.parent.rename(tmp_path / "away")
    retitle(window, "Mine")
    window.sharing.send()
    qtbot.waitUntil(lambda: window.notice.words.startswith(AWAY))
    window.close()
    assert window.notice.words.startswith("Your work is not in “dam.brief” on its share")
    window.close()
    assert not window.isVisible()
    away.rename(project.parent)


def test_closing_the_project_writes_it_beside_the_window(
    qtbot: QtBot, tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "SOON", 60_000)
    window = opened(qtbot, tmp_path, project)
    retitle(window, "Mine")
    window.projects.close()
    assert "Writing dam.brief to its share" in window.status.working
    qtbot.waitUntil(lambda: not list(project.parent.glob(".~lock*")))
    assert title_of(project) == "Mine"


def test_what_did_not_get_to_the_share_after_closing_is_told(
    qtbot: QtBot, tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "SOON", 60_000)
    window = opened(qtbot, tmp_path, project)
    theirs(project, "Theirs")
    sort(window)
    window.projects.close()
    qtbot.waitUntil(lambda: window.notice.words.startswith(THEIRS))
    assert "open it again to merge the two" in window.notice.words
    take(window, "Open it again")
    qtbot.waitUntil(lambda: window.notice.words.startswith(THEIRS))
    assert ways(window) == ["Merge the two", "Save a copy elsewhere…"]


def test_closing_the_project_of_a_share_that_is_gone_says_where_the_work_is(
    qtbot: QtBot, tmp_path: Path, project: Path
) -> None:
    window = opened(qtbot, tmp_path, project)
    project.parent.rename(tmp_path / "away")
    retitle(window, "Mine")
    qtbot.waitUntil(lambda: window.notice.words.startswith(AWAY))
    window.projects.close()
    qtbot.waitUntil(lambda: window.notice.words.startswith("Your work is not in “dam.brief” on its share"))
    assert window.desk.session is None


def test_the_window_waits_for_a_project_that_was_closed_just_before(
    qtbot: QtBot, tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "SOON", 60_000)
    window = opened(qtbot, tmp_path, project)
    retitle(window, "Mine")
    window.projects.close()
    window.close()
    assert window.isVisible()
    assert window.notice.words.startswith("Your work is being written to “dam.brief” on its share")
    qtbot.waitUntil(lambda: not window.isVisible())
    assert title_of(project) == "Mine"


def test_what_did_not_get_to_the_share_is_read_before_the_window_closes(
    qtbot: QtBot, tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "SOON", 60_000)
    window = opened(qtbot, tmp_path, project)
    theirs(project, "Theirs")
    retitle(window, "Mine")
    window.projects.close()
    window.close()
    qtbot.waitUntil(lambda: window.notice.words.startswith(THEIRS))
    assert window.isVisible()
    window.close()
    assert not window.isVisible()


@pytest.mark.parametrize("spoilt", [False, True])
def test_whoever_leaves_what_is_gone_or_damaged_on_its_share_is_told_to_save_it_elsewhere(
    qtbot: QtBot, tmp_path: Path, project: Path, spoilt: bool
) -> None:
    shares.take(project)
    if spoilt:
        project.write_bytes(project.read_bytes()[:8192] + b"\xff" * 4096)
    window = opened(qtbot, tmp_path, project)
    if not spoilt:
        project.unlink()
    retitle(window, "Mine")
    sentence = "“dam.brief” is damaged on its share" if spoilt else "“dam.brief” is no longer in its folder"
    qtbot.waitUntil(lambda: window.notice.words.startswith(sentence))
    window.close()
    why = "damaged" if spoilt else "gone"
    left = (
        f"Your work is not on the share, where “dam.brief” is {why}; it stays here, so save a copy elsewhere."
    )
    assert window.notice.words == left
    assert "Close all the same" in ways(window)
    window.projects.close()
    qtbot.waitUntil(lambda: "Open it again" in ways(window))
    assert window.notice.words == left


def test_closing_while_somebody_else_has_changed_the_share_says_to_merge(
    qtbot: QtBot, tmp_path: Path, project: Path
) -> None:
    window = opened(qtbot, tmp_path, project)
    theirs(project, "Theirs")
    retitle(window, "Mine")
    qtbot.waitUntil(lambda: window.notice.words.startswith(THEIRS))
    window.close()
    assert "open it again to merge the two" in window.notice.words
    assert "Close all the same" in ways(window)
