"""What would become of the brief if a source were withdrawn."""

from __future__ import annotations

import warnings
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.actions import drafting, tagging
from briefer.gui.dialogs.withdrawal_dialog import WithdrawalDialog
from briefer.gui.window import MainWindow
from tests.gui.windows import a_dam, a_project, a_window, press, room, session_of, source
from tests.worlds import World


def asked(window: MainWindow) -> WithdrawalDialog:
    """Return the dialog that is open."""
    [found] = [one for one in window.findChildren(WithdrawalDialog) if one.isVisible()]
    return found


def wait(qtbot: QtBot, dialog: WithdrawalDialog, words: str) -> None:
    qtbot.waitUntil(lambda: words in dialog.said.text())


def lines(dialog: WithdrawalDialog) -> list[str]:
    return [row.head for row in dialog.list.cards.rows]


def a_file(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """Open the two reports from a file."""
    path = a_project(tmp_path)
    window = a_window(qtbot, tmp_path)
    window.projects.open(path)
    return window


def test_what_would_fall_is_listed_and_shown_and_follows_the_work(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_file(qtbot, tmp_path)
    room(window).menus.for_source(source(window, "S1"), QPoint(5, 5))
    menu = room(window).menus.open
    assert menu is not None
    next(one for one in menu.actions() if one.text() == "If it were withdrawn…").trigger()
    dialog = asked(window)
    wait(qtbot, dialog, "2 fall")
    assert lines(dialog) == [
        "Falls · Bottom line",
        "Falls empty · Bottom line",
        "Falls · State",
        "Comes to rest on one origin · State",
    ]
    press(dialog.list, Qt.Key.Key_Down)
    press(dialog.list, Qt.Key.Key_Return)
    outline = room(window).space.outline
    assert outline.outline.rows is not None
    assert outline.currentIndex().row() == 0
    press(dialog.list, Qt.Key.Key_Down)
    press(dialog.list, Qt.Key.Key_Return)
    fallen = session_of(window).project.statements_under(session_of(window).project.find_section("state"))[0]
    assert outline.current_line() == fallen
    window.desk.do(lambda project: drafting.remove(project, fallen))
    wait(qtbot, dialog, "1 falls")
    dialog.accept()
    window.desk.undo()
    QApplication.processEvents()


def test_of_a_source_that_carries_nothing_it_is_said_so(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_file(qtbot, tmp_path)
    project = session_of(window).project
    for one in list(project.tags_in(source(window, "S2"))):
        session_of(window).do(tagging.untag(project, one))
    room(window).space.panes.show_source(source(window, "S2"))
    window.commands["withdraw"].trigger()
    dialog = asked(window)
    wait(qtbot, dialog, "Nothing would fall")
    window.commands["close"].trigger()
    assert not [one for one in window.findChildren(WithdrawalDialog) if one.isVisible()]


def test_a_project_that_lies_in_no_file_is_to_be_saved_first(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    room(window).asking.withdraw(source(window, "S1"))
    assert window.notice.words == "Save the project first; only what lies in a file can be looked through."


def test_without_a_source_one_is_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, World())
    window.commands["withdraw"].trigger()
    assert "Choose a source first" in window.notice.words


def test_closed_just_before_its_project_it_ends_once(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_file(qtbot, tmp_path)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        window.commands["withdraw"].trigger()
        dialog = asked(window)
        dialog.reject()
        window.commands["close"].trigger()
    assert not dialog.isVisible()
