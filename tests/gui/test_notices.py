"""The calm bar: one sentence, a button that mends it, and what came before."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from briefer.gui.app import LastResort, log_file
from briefer.gui.look import theme
from briefer.gui.window import MainWindow
from briefer.tasks.opening import open_project
from tests.gui.windows import LEFT, a_dam, a_project, a_window, press, room, section, session_of, source


def button(window: MainWindow, words: str) -> QAbstractButton:
    found = next(b for b in window.notice.findChildren(QAbstractButton) if b.text() == words)
    assert found.isVisible()
    return found


def take(window: MainWindow, words: str) -> None:
    QTest.mouseClick(button(window, words), LEFT)
    QApplication.processEvents()


def test_the_newest_shows_and_earlier_ones_can_be_gone_back_to(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    for words in ("The dam leaks.", "The weir leaks.", "The dyke leaks.", "The weir leaks."):
        window.notice.show_sentence(words)
    assert window.notice.words == "The weir leaks."
    take(window, "2 earlier")
    assert window.notice.words == "The dyke leaks."
    take(window, "1 earlier")
    assert window.notice.words == "The dam leaks."
    take(window, "Newest")
    assert window.notice.words == "The weir leaks."
    window.notice.dismiss()
    window.notice.show_sentence("It rains.")
    assert not [
        b for b in window.notice.findChildren(QAbstractButton) if "earlier" in b.text() and b.isVisible()
    ]


def test_what_lasts_can_be_gone_back_to_as_well(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    bar, mended = window.notice, []
    bar.keep("gate", "The gate is gone.", ("Close it", lambda: mended.append("gate")))
    bar.keep("weir", "The weir is gone.")
    assert bar.words == "The weir is gone."
    bar.show_sentence("It rains.", serious=False)
    take(window, "2 earlier")
    take(window, "1 earlier")
    assert bar.words == "The gate is gone."
    bar.keep("weir", "")
    assert bar.words == "The gate is gone."
    take(window, "Close it")
    assert mended == ["gate"]
    assert bar.words == "The gate is gone."
    bar.keep("gate", "")
    assert bar.words == ""


def edge(window: MainWindow) -> QColor:
    """Return the colour at the left edge of the bar."""
    return window.notice.grab().toImage().pixelColor(1, 8)


def test_what_is_laid_aside_wears_no_red_but_what_was_refused_does(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    room(window).drafting.write(section(window, "cost"))
    QTest.keyClicks(room(window).space.editor.words, "It was de")
    press(room(window).space.editor.words, Qt.Key.Key_Escape)
    assert window.notice.words.startswith("Laid aside")
    assert edge(window) == theme.current().accent
    room(window).sourcing.remove(source(window, "S1"))
    assert button(window, "Show the first one").isEnabled()
    assert edge(window) == theme.current().danger


def test_keys_reach_the_bar_and_go_back_to_where_they_were(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    view = room(window).space.panes.active.view
    view.setFocus()
    press(view, Qt.Key.Key_9)
    window.commands["next-part"].trigger()
    while QApplication.focusWidget() is not window.notice:
        window.commands["next-part"].trigger()
    assert window.notice.accessibleName() == "Notice: No section has the key 9; press one of 1, 2, 3."
    window.notice.grab()
    press(window.notice, Qt.Key.Key_Escape)
    assert window.notice.words == ""
    assert QApplication.focusWidget() is view


def test_what_is_read_only_can_be_worked_on_in_a_copy(qtbot: QtBot, tmp_path: Path) -> None:
    path, copy = a_project(tmp_path), tmp_path / "mine.brief"
    window = a_window(qtbot, tmp_path, None, copy)
    with closing(open_project(path, "Grace")):
        window.projects.open(path, read_only=True)
        room(window).space.sections.tag_wanted.emit(section(window, "people"))
        assert "reading only" in window.notice.words
        take(window, "Save a copy to work on…")
    assert session_of(window).path == copy
    assert not session_of(window).read_only


def test_a_project_of_an_older_format_is_brought_up_and_its_user_told(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "old.brief"
    shutil.copy(Path(__file__).parents[1] / "golden" / "format-1.brief", path)
    window = a_window(qtbot, tmp_path, None)
    window.projects.open(path)
    qtbot.waitUntil(lambda: "“old.brief.bak” is as it was before" in window.notice.words)
    assert len(session_of(window).project.passages()) == 73


def test_a_file_that_took_the_place_of_the_project_is_not_copied(qtbot: QtBot, tmp_path: Path) -> None:
    path, copy = a_project(tmp_path), tmp_path / "mine.brief"
    window = a_window(qtbot, tmp_path, None, copy)
    window.projects.open(path)
    path.unlink()
    path.write_text("Another")
    window.commands["copy"].trigger()
    with closing(open_project(copy, "Ada")) as session:
        assert session.project.details().title == "The dam held"


def test_a_recent_project_that_is_gone_can_be_taken_from_the_list(qtbot: QtBot, tmp_path: Path) -> None:
    path, window = tmp_path / "gone.brief", a_window(qtbot, tmp_path)
    window.settings.remember(path)
    window.projects.open(path)
    assert window.notice.words.startswith("There is no file")
    take(window, "Remove from list")
    assert window.settings.recent(gone=True) == []


def test_the_log_file_can_be_shown(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window, shown = a_window(qtbot, tmp_path), list[QUrl]()
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    LastResort(lambda: window).hear(ValueError, ValueError("a leak"))
    take(window, "Show the log file")
    assert shown == [QUrl.fromLocalFile(str(log_file()))]


def test_a_name_that_would_deceive_shows_what_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path, "dam\u202e2.brief")
    window = a_window(qtbot, tmp_path)
    window.projects.open(path)
    assert window.status.counted == "dam<U+202E>2.brief · all changes on disk"
    window.projects.close()
    words = [row.accessibleDescription() for row in window.start_page.rows()]
    assert not [one for one in words if "\u202e" in one]
    window.projects.open(path.with_name("no\u202e.brief"))
    assert "no<U+202E>.brief”" in window.notice.words
