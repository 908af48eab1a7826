"""Backups of the open project, made without a word and opened by their time."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from briefer.actions import details
from briefer.gui.look.palette import Palette
from briefer.gui.window import MainWindow
from briefer.tasks.backups import back_up, backups
from tests.gui.windows import a_dam, a_project, a_window, press, session_of


@pytest.fixture(autouse=True)
def _a_folder_for_backups(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def an_open_project(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    window = a_window(qtbot, tmp_path)
    window.projects.open(a_project(tmp_path))
    return window


def palette() -> Palette:
    """Return the list of backups that shows."""
    found = QApplication.activePopupWidget()
    assert isinstance(found, Palette)
    return found


def test_a_backup_is_made_beside_the_window_and_only_of_what_changed(qtbot: QtBot, tmp_path: Path) -> None:
    window = an_open_project(qtbot, tmp_path)
    path = tmp_path / "dam.brief"
    here = window.backing_up
    assert here._first.isActive()
    here._again()
    assert backups(path) == []
    window.desk.do(lambda project: details.set_field(project, "title", "The dam stood"))
    here._again()
    qtbot.waitUntil(lambda: backups(path) != [])
    assert window.desk.background.shown() == []
    assert window.notice.words == ""


def test_no_backup_is_made_of_a_file_that_is_no_longer_the_project(qtbot: QtBot, tmp_path: Path) -> None:
    window = an_open_project(qtbot, tmp_path)
    path = tmp_path / "dam.brief"
    path.rename(tmp_path / "moved.brief")
    a_project(tmp_path)
    window.backing_up.back_up()
    assert window.backing_up._child is None
    assert backups(path) == []


def test_backups_are_listed_by_time_and_open_for_reading(qtbot: QtBot, tmp_path: Path) -> None:
    window = an_open_project(qtbot, tmp_path)
    path = tmp_path / "dam.brief"
    window.commands["backups"].trigger()
    assert window.notice.words.startswith("There is no backup of this project yet")
    first = Path(back_up(str(path), "2026-11-20T09:00:00Z"))
    window.desk.do(lambda project: details.set_field(project, "title", "The dam stood"))
    back_up(str(path), "2026-11-21T09:00:00Z")
    window.commands["backups"].trigger()
    shown = [palette().found.item(row).text() for row in range(palette().found.count())]
    assert [words.rpartition(",")[0] for words in shown] == [
        "Saturday, 21 November 2026",
        "Friday, 20 November 2026",
    ]
    press(palette(), Qt.Key.Key_Down)
    press(palette(), Qt.Key.Key_Return)
    assert session_of(window).path == first
    assert session_of(window).read_only
    assert session_of(window).project.details().title == "The dam held"
    assert window.notice.words.startswith("Open for reading only")
    assert window.settings.recent() == [path]
    assert window.projects.whereabouts.home() == Path.home()
    window.backing_up.back_up()
    window.commands["backups"].trigger()
    assert palette().found.count() == 2
    press(palette(), Qt.Key.Key_Escape)
    window.projects.close()
    assert not window.backing_up._first.isActive()


def test_a_project_that_is_gone_offers_its_backups(qtbot: QtBot, tmp_path: Path) -> None:
    path, window = a_project(tmp_path), a_window(qtbot, tmp_path)
    back_up(str(path), "2026-11-20T09:00:00Z")
    path.unlink()
    window.projects.open(path)
    assert window.notice.words.startswith("There is no file")
    button = next(one for one in window.notice.findChildren(QPushButton) if one.isVisible())
    assert button.text() == "Open a backup…"
    button.click()
    press(palette(), Qt.Key.Key_Return)
    assert session_of(window).project.details().title == "The dam held"


def test_a_backup_that_fails_is_said_once(qtbot: QtBot, tmp_path: Path) -> None:
    window = an_open_project(qtbot, tmp_path)
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data" / "briefer").mkdir(exist_ok=True)
    (tmp_path / "data" / "briefer" / "backups").write_text("in the way")
    window.backing_up.back_up()
    qtbot.waitUntil(lambda: window.notice.words.startswith("No backup could be made: The folder"))
    assert window.notice.words.endswith("Your work is saved in the project all the same.")
    window.notice.dismiss()
    window.backing_up._fail("Again.")
    assert window.notice.words == ""


def test_that_there_is_no_room_for_every_backup_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    window = an_open_project(qtbot, tmp_path)
    window.backing_up._tell("")
    assert window.notice.words == ""
    window.backing_up._tell("No longer every one is kept.")
    assert window.notice.words == "No longer every one is kept."


def test_a_project_that_lies_in_no_file_has_no_backups(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.backing_up.back_up()
    window.commands["backups"].trigger()
    assert window.notice.words.startswith("Save the project first")
