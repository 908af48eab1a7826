"""The main window around a project."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from briefer.gui.desk.settings import Settings
from briefer.gui.header import Header
from briefer.gui.window import MainWindow, open_first
from briefer.tasks.opening import new_project, open_project
from tests.gui.windows import (
    CONTROL,
    LEFT,
    SHIFT,
    Answers,
    a_dam,
    a_project,
    a_window,
    begin,
    carry_in,
    press,
    room,
    session_of,
)


def test_without_a_project_the_start_page_offers_ways_to_begin(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    assert [row.text() for row in window.start_page.rows()] == [
        "New from a template…", "Open…", "Try the sample",
    ]  # fmt: skip
    assert window.windowTitle() == "briefer"
    assert not window.commands["export"].isEnabled()
    assert window.commands["open"].isEnabled()


def test_a_project_shows_its_title_and_how_much_is_in_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    assert window.windowTitle() == "The dam held – briefer"
    assert window.header.amount == "2 sources · 3 passages · 2 statements"


def test_its_first_sources_show_side_by_side(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    assert [pane.source and pane.source.label for pane in room(window).space.panes.panes()] == ["S1", "S2"]


def test_the_sample_opens_as_a_copy(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    window.commands["sample"].trigger()
    path = session_of(window).path
    assert path is not None
    assert path.suffix == ".brief"
    assert window.header.amount.startswith("5 sources")


def test_undo_and_redo_name_what_they_do(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    assert not window.commands["undo"].isEnabled()
    view = room(window).space.panes.active.view
    view.setFocus()
    press(view, Qt.Key.Key_2)
    assert window.commands["undo"].text() == "&Undo tag as Cost"
    press(window, Qt.Key.Key_Z, CONTROL)
    assert window.commands["redo"].text() == "&Redo tag as Cost"
    assert window.status.told == "Undone: Tag as Cost"
    press(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert window.status.told == "Redone: Tag as Cost"


def test_a_refusal_is_one_calm_sentence_that_goes_when_something_works(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    view = room(window).space.panes.active.view
    view.setFocus()
    press(view, Qt.Key.Key_9)
    assert window.notice.words == "No section has the key 9; press one of 1, 2, 3."
    press(view, Qt.Key.Key_2)
    assert window.notice.words == ""


def test_a_notice_moves_nothing_in_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    space = room(window).space
    before = space.mapToGlobal(space.rect().topLeft()), space.size()
    window.desk.refused.emit("The dam leaks.")
    window.desk.offered.emit("The weir leaks.", "Mend it", lambda: None)
    QApplication.processEvents()
    assert window.notice.isVisible()
    assert not window.status.isVisible()
    assert (space.mapToGlobal(space.rect().topLeft()), space.size()) == before
    job = window.desk.background.begin("Exporting")
    assert window.status.isVisible()
    job.end()
    assert not window.status.isVisible()
    window.notice.dismiss()
    assert window.status.isVisible()


def test_a_notice_is_dismissed_by_its_button_or_escape(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    close = next(b for b in window.notice.findChildren(QAbstractButton) if b.accessibleName() == "Dismiss")
    window.notice.show_sentence("The dam leaks.")
    QTest.mouseClick(close, LEFT)
    assert window.notice.words == ""
    window.notice.show_sentence("The dam leaks.")
    press(window.notice, Qt.Key.Key_A)
    press(window.notice, Qt.Key.Key_Escape)
    assert window.notice.words == ""


@pytest.mark.parametrize(
    ("command", "panes"),
    [("one-pane", 1), ("two-panes", 2), ("three-panes", 3), ("four-panes", 4), ("six-panes", 6)],
)
def test_a_layout_is_one_press_away(qtbot: QtBot, tmp_path: Path, command: str, panes: int) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.commands[command].trigger()
    QApplication.processEvents()
    assert len(room(window).space.panes.panes()) == panes
    layouts = ("one-pane", "two-panes", "three-panes", "four-panes", "six-panes")
    assert [name for name in layouts if window.commands[name].isChecked()] == [command]


def test_new_panes_take_sources_that_show_nowhere(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.commands["one-pane"].trigger()
    window.commands["two-panes"].trigger()
    assert len(set(room(window).space.panes.shown())) == 2


def test_panes_come_back_as_they_were(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    window = a_window(qtbot, tmp_path)
    window.projects.open(path)
    window.commands["four-panes"].trigger()
    shown = room(window).space.panes.shown()
    window.close()
    again = a_window(qtbot, tmp_path)
    open_first(again, [])
    assert room(again).space.panes.shape == (2, 2)
    assert room(again).space.panes.shown() == shown


def test_what_was_named_at_the_start_is_opened(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    open_first(window, [a_project(tmp_path)])
    assert window.windowTitle() == "The dam held – briefer"


def test_a_closed_project_is_not_opened_at_the_next_start(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    window = a_window(qtbot, tmp_path)
    window.projects.open(path)
    window.commands["close"].trigger()
    assert window.windowTitle() == "briefer"
    window.close()
    again = a_window(qtbot, tmp_path)
    open_first(again, [])
    assert again.desk.session is None
    assert "The dam held" in [row.text() for row in again.start_page.rows()]


def test_a_recent_project_opens_from_the_start_page(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    window = a_window(qtbot, tmp_path)
    window.settings.remember(path)
    window.beginning.show_recent()
    row = next(b for b in window.start_page.findChildren(QAbstractButton) if b.text() == "dam.brief")
    QTest.mouseClick(row, LEFT)
    assert session_of(window).path == path


def test_a_project_in_use_can_be_read(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    other = open_project(path, "Grace")
    window = a_window(qtbot, tmp_path)
    window.projects.open(path)
    assert "Grace" in window.notice.words
    offer = next(b for b in window.notice.findChildren(QAbstractButton) if b.text() == "Open read-only")
    QTest.mouseClick(offer, LEFT)
    assert session_of(window).read_only
    assert window.windowTitle() == "The dam held – briefer (read-only)"
    assert window.notice.words == "Open for reading only: nothing can be changed."
    view = room(window).space.panes.active.view
    press(view, Qt.Key.Key_1)
    assert "reading only" in window.notice.words
    other.close()


def test_a_file_that_is_no_project_is_refused_and_nothing_is_lost(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    bad = tmp_path / "letter.brief"
    bad.write_text("Dear all")
    window.projects.open(bad)
    qtbot.waitUntil(lambda: "is not a briefer project" in window.notice.words)
    assert window.windowTitle() == "The dam held – briefer"


def test_opening_what_is_open_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    window = a_window(qtbot, tmp_path)
    window.projects.open(path)
    before = session_of(window)
    window.projects.open(path)
    assert session_of(window) is before


def test_f6_goes_through_the_parts_of_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    space = room(window).space
    space.sources.cards.setFocus()
    parts: list[QWidget | None] = []
    for _ in range(3):
        window.commands["next-part"].trigger()
        parts.append(QApplication.focusWidget())
    assert parts == [space.panes.active.view, space.outline, space.sources.cards]
    window.commands["previous-part"].trigger()
    assert QApplication.focusWidget() is space.outline


def test_panels_fold_away(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.commands["sources-panel"].trigger()
    window.commands["outline-panel"].trigger()
    assert room(window).space.side.isHidden()
    assert room(window).space.brief.isHidden()
    window.commands["sources-panel"].trigger()
    assert not room(window).space.side.isHidden()


def test_zoom_changes_the_active_pane(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    view = room(window).space.panes.active.view
    before = view.points()
    window.commands["zoom-in"].trigger()
    assert view.points() > before
    window.commands["zoom-out"].trigger()
    window.commands["zoom-in"].trigger()
    window.commands["zoom-reset"].trigger()
    assert view.points() == before


def test_every_command_is_in_a_menu(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    listed = {
        action.objectName() for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()
    }
    assert {action.objectName() for action in window.commands.all()} <= listed


def test_open_recent_lists_what_was_open(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    window = a_window(qtbot, tmp_path)
    menu = next(m for m in window.menuBar().findChildren(QMenu) if m.title() == "Open &recent")
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["No recent project"]
    window.settings.remember(path)
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert session_of(window).path == path


def test_every_control_has_a_name_for_a_screen_reader(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    nameless = [
        button
        for button in window.findChildren(QAbstractButton)
        if button.focusPolicy() != Qt.FocusPolicy.NoFocus
        and button.isVisible()
        and not (button.accessibleName() or button.text())
    ]
    assert nameless == []


def test_files_let_go_anywhere_over_the_window_become_sources(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    report = tmp_path / "third.txt"
    report.write_text("A third report.")
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(report))])
    assert carry_in(window, carried, QPoint(700, 400))
    qtbot.waitUntil(lambda: window.header.amount.startswith("3 sources"))


def test_the_header_presses_the_commands(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    header = window.findChild(Header)
    assert isinstance(header, Header)
    one = next(b for b in header.findChildren(QAbstractButton) if b.accessibleName() == "One pane")
    QTest.mouseClick(one, LEFT)
    assert room(window).space.panes.shape == (1, 1)
    assert one.isChecked()


def test_help_opens_its_dialogs(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    for command, title in (("shortcuts", "Keyboard shortcuts"), ("about", "About briefer")):
        window.commands[command].trigger()
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        assert dialog.windowTitle() == title
        dialog.close()


def test_the_windows_place_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    window.resize(1111, 777)
    window.close()
    again = a_window(qtbot, tmp_path)
    assert again.settings.state("window") == window.saveGeometry()


def test_a_new_project_is_begun_where_the_user_says(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, None, tmp_path / "Dam 2026")
    begin(window)
    assert window.windowTitle() == "Dam 2026 – briefer"
    assert len(session_of(window).project.sections()) == 5


def test_a_new_project_never_replaces_one(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "dam.brief"
    new_project(path, title="The old one")
    window = a_window(qtbot, tmp_path, None, path)
    dialog = begin(window)
    assert dialog.refusal.startswith("“dam.brief” exists already")
    assert window.desk.session is None
    dialog.reject()


def test_open_asks_which(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, None, a_project(tmp_path))
    window.commands["open"].trigger()
    assert window.windowTitle() == "The dam held – briefer"
    window.commands["open"].trigger()  # thought better of it
    assert window.windowTitle() == "The dam held – briefer"


def test_a_copy_is_a_project_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    copy = tmp_path / "copy.brief"
    window = a_window(qtbot, tmp_path, a_dam(), copy)
    window.commands["copy"].trigger()
    assert window.status.told == "Copy saved as copy.brief"
    again = open_project(copy, "Ada")
    assert again.project.details().title == "The dam held"
    again.close()


def test_yaml_goes_back_to_where_it_came_from(qtbot: QtBot, tmp_path: Path) -> None:
    yaml = tmp_path / "dam.brief.yaml"
    window = a_window(qtbot, tmp_path, a_dam(), yaml, yaml)
    window.commands["yaml"].trigger()
    window.projects.open(yaml)
    assert session_of(window).path != yaml
    window.commands["yaml"].trigger()
    assert window.status.told == "Exported as dam.brief.yaml"
    assert isinstance(window.chooser, Answers)
    assert window.chooser.suggested[-1] == yaml


def test_tab_goes_from_left_to_right(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    space = room(window).space
    first, second = (pane.view for pane in space.panes.panes())
    wanted = [space.sources.cards, first, second, *space.sections.chips(), space.outline]
    passed: list[QWidget] = []
    here: QWidget | None = space.sources.filter_box
    for _ in range(200):
        assert here is not None
        here = here.nextInFocusChain()
        if here in wanted and here not in passed:
            passed.append(here)
    assert passed == wanted


@pytest.mark.parametrize("command", ["two-panes", "three-panes", "six-panes"])
def test_the_smallest_window_holds_everything(qtbot: QtBot, tmp_path: Path, command: str) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.resize(window.minimumSize())
    window.commands[command].trigger()
    window.commands["write"].trigger()
    QApplication.processEvents()
    middle = window.centralWidget()
    assert middle is not None
    for part in (middle, room(window).space):
        wanted = part.minimumSizeHint()
        assert wanted.width() <= part.width()
        assert wanted.height() <= part.height()


def test_the_first_window_is_no_larger_than_the_screen(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(Settings(tmp_path / "settings.ini"), tmp_path / "log")
    qtbot.addWidget(window)
    room_there_is = (window.screen().availableSize() - QSize(2, 30)).expandedTo(window.minimumSize())
    assert window.size() == window.size().boundedTo(room_there_is)
