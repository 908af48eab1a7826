"""The start page, and how a project is begun from it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from briefer.gui.desk.recent import folder_of, recent_projects
from briefer.gui.dialogs.new_dialog import NewDialog
from briefer.gui.start.rows import RecentRow
from briefer.gui.window import MainWindow
from briefer.tasks.templates import save_template
from tests.gui import hands
from tests.gui.test_tagging import take
from tests.gui.windows import (
    LEFT,
    NONE,
    a_dam,
    a_project,
    a_window,
    begin,
    carry_in,
    press,
    room,
    session_of,
)  # fmt: skip


def visited(qtbot: QtBot, tmp_path: Path, *names: str) -> MainWindow:
    """Open and close projects in this order, and come back to the start page."""
    window = a_window(qtbot, tmp_path)
    for name in names:
        window.projects.open(a_project(tmp_path, name))
    window.commands["close"].trigger()
    return window


def recent_rows(window: MainWindow) -> list[RecentRow]:
    return [row for row in window.start_page.rows() if isinstance(row, RecentRow)]


def dialog_of(window: MainWindow) -> NewDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, NewDialog)
    assert found.parent() is window
    return found


def files_carried(*paths: Path) -> QMimeData:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return carried


def a_report(folder: Path, name: str = "report.txt") -> Path:
    path = folder / name
    path.write_text(f"{name}: the dam held.")
    return path


def test_a_recent_project_says_what_it_held_and_when_it_was_open(qtbot: QtBot, tmp_path: Path) -> None:
    (row,) = recent_rows(visited(qtbot, tmp_path, "dam.brief"))
    assert row.text() == "The dam held"
    place, opened, amount = row.accessibleDescription().split(", ", 1)[0], "today ", "2 sources · 3 passages"
    assert place.endswith("/dam.brief")
    assert opened in row.accessibleDescription()
    assert row.accessibleDescription().endswith(amount)


def test_what_was_tagged_meanwhile_is_counted(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    window.projects.open(a_project(tmp_path))
    press(room(window).space.panes.active.view, Qt.Key.Key_3)
    window.commands["close"].trigger()
    assert recent_projects(window.settings)[0].amount == "2 sources · 4 passages"


def test_a_project_that_is_gone_is_faint_and_leaves_the_list(qtbot: QtBot, tmp_path: Path) -> None:
    window = visited(qtbot, tmp_path, "dam.brief", "flood.brief")
    (tmp_path / "flood.brief").unlink()
    window.beginning.show_recent()
    gone, there = recent_rows(window)
    assert gone.accessibleDescription().startswith("No longer at ")
    assert hands.colours(hands.picture(gone)) != hands.colours(hands.picture(there))
    button = gone.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, LEFT)
    assert [one.path.name for one in recent_projects(window.settings)] == ["dam.brief"]
    press(recent_rows(window)[0], Qt.Key.Key_Delete)
    assert recent_rows(window) == []


def test_a_recent_project_has_a_menu(qtbot: QtBot, tmp_path: Path) -> None:
    window = visited(qtbot, tmp_path, "dam.brief", "flood.brief")
    first = recent_rows(window)[0]
    place = first.mapToGlobal(QPoint(9, 9))
    QApplication.sendEvent(
        first, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(9, 9), place, NONE)
    )
    menu = next(found for found in window.start_page.findChildren(QMenu) if found.isVisible())
    take(menu, "Remove from the list")
    assert len(recent_rows(window)) == 1
    place = QPoint(9, 9)
    recent_rows(window)[0].menu_wanted.emit(place)
    menu = next(found for found in window.start_page.findChildren(QMenu) if found.isVisible())
    take(menu, "Open")
    assert session_of(window).path == tmp_path / "dam.brief"


def test_keys_go_from_row_to_row(qtbot: QtBot, tmp_path: Path) -> None:
    window = visited(qtbot, tmp_path, "dam.brief")
    window.activateWindow()
    rows = window.start_page.rows()
    assert rows[-1].hasFocus()
    press(rows[-1], Qt.Key.Key_Up)
    press(rows[-2], Qt.Key.Key_Down)
    press(rows[-1], Qt.Key.Key_Down)
    assert rows[0].hasFocus()
    press(rows[0], Qt.Key.Key_X)
    press(rows[0], Qt.Key.Key_Up)
    press(rows[-1], Qt.Key.Key_Return)
    assert session_of(window).path == tmp_path / "dam.brief"
    window.commands["close"].trigger()
    window.header.setFocus()
    press(window.start_page, Qt.Key.Key_Down)
    assert window.start_page.rows()[0].hasFocus()


def test_a_newcomer_is_told_how_it_goes(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    assert len(window.start_page.rows()) == 3
    picture = hands.picture(window.start_page)
    hands.move(window.start_page.rows()[0], QPoint(5, 5))
    assert hands.picture(window.start_page).size() == picture.size()


def test_a_project_let_go_over_the_page_is_opened(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    window = a_window(qtbot, tmp_path)
    assert carry_in(window.start_page, files_carried(path), QPoint(300, 300))
    assert session_of(window).path == path
    other = a_project(tmp_path, "other.brief")
    assert carry_in(window, files_carried(other), QPoint(700, 20))
    assert session_of(window).path == other


def test_reports_let_go_over_the_page_begin_a_project(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, None, tmp_path / "flood.brief")
    reports = [a_report(tmp_path, "one.txt"), a_report(tmp_path, "two.txt")]
    before = hands.picture(window.start_page)
    assert carry_in(window.start_page, files_carried(*reports), QPoint(300, 300), let_go=False)
    assert hands.picture(window.start_page) == before
    assert carry_in(window.start_page, files_carried(*reports), QPoint(300, 300))
    dialog = dialog_of(window)
    dialog.elsewhere.click()
    dialog.accept()
    qtbot.waitUntil(lambda: len(session_of(window).project.sources()) == 2)
    assert window.status.told == "Added S1, S2"


def test_words_let_go_over_the_page_begin_a_project_too(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, None, tmp_path / "flood.brief")
    carried = QMimeData()
    carried.setText("The dam held.")
    assert carry_in(window, carried, QPoint(700, 400))
    dialog = dialog_of(window)
    dialog.elsewhere.click()
    dialog.accept()
    assert [one.file_name for one in session_of(window).project.sources()] == ["The dam held.txt"]


def test_the_place_follows_the_title_until_another_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, None, tmp_path / "kept elsewhere")
    window.settings.keep("new-folder", str(tmp_path))
    window.commands["new"].trigger()
    dialog = dialog_of(window)
    assert dialog.place == tmp_path / "Untitled brief.brief"
    QTest.keyClicks(dialog.title, "Who/what?")
    assert dialog.place == tmp_path / "Who-what?.brief"
    dialog.place.touch()
    assert dialog.place == tmp_path / "Who-what? 2.brief"
    dialog.elsewhere.click()
    assert dialog.place == tmp_path / "kept elsewhere.brief"
    dialog.elsewhere.click()  # thought better of it
    dialog.accept()
    assert session_of(window).path == tmp_path / "kept elsewhere.brief"
    assert session_of(window).project.details().title == "Who/what?"


def test_a_project_begins_with_the_sections_of_the_chosen_kind(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    window.settings.keep("new-folder", str(tmp_path))
    window.commands["new"].trigger()
    dialog = dialog_of(window)
    kinds = [dialog.kinds.item(row).text() for row in range(dialog.kinds.count())]
    assert kinds == ["U.S.–Japan 2+2 meeting", "Situation update", "Visit or call", "Blank"]
    dialog.kinds.setCurrentRow(3)
    hands.picture(dialog)
    dialog.kinds.setCurrentRow(2)
    hands.picture(dialog)
    dialog.kinds.itemDoubleClicked.emit(dialog.kinds.currentItem())
    assert session_of(window).project.sections()[0].title == "Who they meet"


def test_a_template_of_ones_own_is_offered_from_then_on(qtbot: QtBot, tmp_path: Path) -> None:
    own, none = tmp_path / "Dams.yaml", tmp_path / "none.yaml"
    save_template(a_dam().session().project, own)
    none.write_text("title: nothing")
    window = a_window(qtbot, tmp_path, None, none, own, tmp_path / "new.brief")
    window.commands["new"].trigger()
    dialog = dialog_of(window)
    dialog.own.click()
    assert "is not a briefing template" in dialog.refusal
    dialog.own.click()
    assert dialog.refusal == ""
    assert dialog.kinds.currentItem().text() == "Dams"
    dialog.elsewhere.click()
    dialog.own.click()  # thought better of it
    dialog.accept()
    assert [one.title for one in session_of(window).project.sections()] == ["State", "Cost", "People"]
    window.settings.remember_template(none)
    window.commands["new"].trigger()
    again = dialog_of(window)
    assert [again.kinds.item(row).text() for row in range(again.kinds.count())][4:] == ["Dams"]
    again.reject()


def test_beginning_where_nothing_can_be_written_is_refused_in_the_dialog(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = a_window(qtbot, tmp_path, None, tmp_path / "no folder" / "new.brief")
    dialog = begin(window)
    assert "there is no such folder" in dialog.refusal
    QTest.keyClicks(dialog.title, "x")
    assert dialog.refusal == ""
    dialog.reject()


def test_the_users_own_folder_is_told_in_short() -> None:
    assert folder_of(Path.home() / "Briefs" / "dam.brief") == "~/Briefs"
    assert folder_of(Path.home() / "dam.brief") == "~"
    assert folder_of(Path("/srv/briefs/dam.brief")) == "/srv/briefs"
