"""The findings beside the work: listed, gone through by keys, and fewer with each one mended."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.actions import drafting, sources
from briefer.gui.checking.model import FindingsModel
from briefer.gui.checking.page import FindingsPage
from briefer.gui.dialogs.source_dialog import SourceDialog
from briefer.gui.window import MainWindow
from briefer.gui.work import checking
from briefer.model.records import Details
from tests.gui.windows import SHIFT, a_dam, a_project, a_window, press, room, section, session_of, source
from tests.worlds import World

PATIENCE = 60_000


def a_checked_window(qtbot: QtBot, tmp_path: Path, world: World) -> MainWindow:
    """Open a world from a file, press F7 and wait for the findings."""
    path = tmp_path / "dam.brief"
    session = world.session()
    session.write_copy(path)
    session.close()
    window = a_window(qtbot, tmp_path)
    window.projects.open(path)
    press(window, Qt.Key.Key_F7)
    wait(qtbot, window)
    return window


def wait(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is to be checked any more."""
    check = room(window).findings.checking
    qtbot.waitUntil(lambda: not (check._busy or check._stale), timeout=PATIENCE)


def a_faulty_dam() -> World:
    world = a_dam()
    world.statement(world.sections[2], "Nobody was hurt.")
    return world


def page(window: MainWindow) -> FindingsPage:
    return room(window).findings.page


def listed(window: MainWindow) -> list[str]:
    model = page(window).list.findings
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


def mend(window: MainWindow, words: str) -> None:
    """Choose the finding that has these words, and press Enter."""
    row = next(row for row, said in enumerate(listed(window)) if words in said)
    shown = page(window).list
    shown.setCurrentIndex(shown.findings.index(row))
    press(shown, Qt.Key.Key_Return)


def test_errors_stand_before_warnings_and_the_tab_counts_them(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_checked_window(qtbot, tmp_path, a_faulty_dam())
    said = listed(window)
    assert said[0] == "Errors · 1"
    assert said[1].startswith("The statement “Nobody was hurt.” is a fact without a citation")
    assert said[2].startswith("Warnings · ")
    count = len(said) - 2
    strip = room(window).space.side.strip
    assert f"Check · {count}" in [strip.tabText(place) for place in range(strip.count())]
    assert page(window).state == f"1 error · {count - 1} warnings"
    model = page(window).list.findings
    heard = model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("Error: The statement")
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable


def test_each_finding_opens_the_place_to_mend_it(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_faulty_dam()
    world.source("Nobody cites this \U0001f9ff.", title="\U0001f9ff")
    world.records[0] = Details(title="\U0001f9ff", sources_added=3)
    lonely = world.tag(world.sources[1], "two million", None)
    window = a_checked_window(qtbot, tmp_path, world)
    space = room(window).space
    mend(window, "Nobody was hurt")
    assert space.editor.words.hasFocus()
    assert space.editor.words.toPlainText() == "Nobody was hurt."
    space.editor.close_editor()
    mend(window, "“two million”")
    assert space.panes.active.source == source(window, "S2")
    start, end = lonely.anchor.start, lonely.anchor.end
    assert start <= space.panes.active.view.caret() <= end
    mend(window, "rests on one source")
    assert space.outline.hasFocus()
    assert space.outline.currentIndex().data().startswith("Cost")
    mend(window, "S2 has no outlet, no date")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SourceDialog)
    assert dialog.source == source(window, "S2")
    assert QApplication.focusWidget() is dialog.box("publisher")
    dialog.reject()
    mend(window, "The title block has")
    form = QApplication.activeModalWidget()
    assert form is not None
    assert form.windowTitle() == "Details of the brief"
    form.close()


def test_an_empty_bottom_line_leads_to_its_heading(qtbot: QtBot, tmp_path: Path) -> None:
    world = World()
    world.source("The dam held.")
    world.section("State")
    window = a_checked_window(qtbot, tmp_path, world)
    room(window).space.brief.hide()
    mend(window, "The bottom line is empty")
    outline = room(window).space.outline
    assert outline.isVisible()
    assert outline.currentIndex().data().startswith("Bottom line")
    mend(window, "“State” is empty")
    assert outline.currentIndex().data().startswith("State")


def test_what_is_mended_goes_from_the_list_by_itself(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_checked_window(qtbot, tmp_path, a_faulty_dam())
    statement = next(s for s in session_of(window).project.statements() if s.text == "Nobody was hurt.")
    window.desk.do(lambda project: drafting.remove(project, statement))
    wait(qtbot, window)
    assert listed(window)[0].startswith("Warnings")
    first = source(window, "S1")
    window.desk.do(
        lambda p: sources.describe(p, first, published="2024-07-28", url="https://gazette.example/1")
    )
    wait(qtbot, window)
    assert not any(said.startswith("S1") for said in listed(window))


def test_the_tab_counts_before_anybody_looks(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "FIRST", 0)
    window = a_window(qtbot, tmp_path)
    window.projects.open(a_project(tmp_path))
    strip = room(window).space.side.strip
    qtbot.waitUntil(
        lambda: any(strip.tabText(place).startswith("Check · ") for place in range(strip.count())),
        timeout=PATIENCE,
    )
    assert not page(window).isVisible()
    assert window.notice.words == ""


def test_it_is_seldom_checked_while_nobody_looks(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_checked_window(qtbot, tmp_path, a_faulty_dam())
    findings = room(window).findings
    room(window).space.side.show_page(room(window).space.sources)
    people = section(window, "people")
    window.desk.do(lambda p: drafting.write(p, people, "Somebody was hurt.", "fact", ()))
    assert findings.checking._pause.interval() >= checking.UNWATCHED * 1000
    assert not findings.checking._busy
    press(window, Qt.Key.Key_F7)
    wait(qtbot, window)
    assert listed(window)[0] == "Errors · 2"
    assert not findings.checking._pause.isActive()


def test_the_tab_has_no_number_while_a_change_is_not_checked(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_checked_window(qtbot, tmp_path, a_faulty_dam())
    side, here = room(window).space.side, page(window)
    place = next(p for p in range(side.strip.count()) if side.strip.tabText(p).startswith("Check"))
    before = side.strip.tabText(place)
    side.show_page(room(window).space.sources)
    people = section(window, "people")
    window.desk.do(lambda p: drafting.write(p, people, "Somebody was hurt.", "fact", ()))
    assert side.strip.tabText(place) == "Check"
    room(window).findings.checking._check()
    window.desk.undo()
    room(window).findings.checking._finish([])
    assert side.strip.tabText(place) == "Check"
    side.show_page(here)
    wait(qtbot, window)
    assert side.strip.tabText(place) == before


def test_the_findings_come_back_with_the_project_that_was_left_at_them(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_checked_window(qtbot, tmp_path, a_faulty_dam())
    window.close()
    again = a_window(qtbot, tmp_path)
    again.projects.open(tmp_path / "dam.brief")
    qtbot.waitUntil(lambda: page(again).isVisible())


def test_what_changes_during_a_check_is_checked_after_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_checked_window(qtbot, tmp_path, a_dam())
    people = section(window, "people")
    room(window).findings.checking._check()
    window.desk.do(lambda p: drafting.write(p, people, "Somebody was hurt.", "fact", ()))
    wait(qtbot, window)
    assert listed(window)[0] == "Errors · 1"


def test_f8_goes_from_finding_to_finding_and_round(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_faulty_dam()
    path = tmp_path / "dam.brief"
    session = world.session()
    session.write_copy(path)
    session.close()
    window = a_window(qtbot, tmp_path)
    window.projects.open(path)
    room(window).space.side.hide()
    press(window, Qt.Key.Key_F8)
    qtbot.waitUntil(room(window).space.editor.isVisible, timeout=PATIENCE)
    assert room(window).space.editor.words.toPlainText() == "Nobody was hurt."
    shown = page(window).list
    assert shown.currentIndex().row() == 1
    assert shown.isVisible()
    QApplication.processEvents()
    press(window, Qt.Key.Key_F8, SHIFT)
    assert shown.currentIndex().row() == shown.findings.rowCount() - 1
    modal = QApplication.activeModalWidget()
    assert modal is not None
    modal.close()
    window.commands["next-finding"].trigger()
    assert shown.currentIndex().row() == 1


def test_a_sound_brief_is_said_to_be_sound() -> None:
    model = FindingsModel()
    model.show([])
    assert model.summary() == "nothing found"
    assert model.step(-1, 1) == -1


def test_an_empty_list_says_so(qtbot: QtBot) -> None:
    shown = FindingsPage()
    qtbot.addWidget(shown)
    shown.show()
    shown.show_findings([])
    assert shown.state == "nothing found"
    assert shown._hint.text() == "Nothing is wrong with the brief."
    assert not shown.list.isVisible()
    shown.list.step(1)


def test_of_very_many_findings_the_first_are_listed() -> None:
    model = FindingsModel()
    one = {"rule": "unfiled", "level": "warning", "message": "A passage", "where": "0"}
    model.show([one] * 100_000)
    assert model.rowCount() == 202
    assert model.data(model.index(201)) == "and 99,800 more; mend some of these first"
    assert model.summary() == "100,000 warnings"


def test_the_next_finding_after_one_that_was_mended_is_the_one_in_its_place(qtbot: QtBot) -> None:
    shown = FindingsPage()
    qtbot.addWidget(shown)
    shown.show()
    every = [{"rule": "r", "level": "warning", "message": f"Number {n}", "where": str(n)} for n in range(4)]
    shown.show_findings(every)
    shown.list.setCurrentIndex(shown.list.findings.index(2))
    shown.show_findings([every[0], *every[2:]])
    assert shown.list.currentIndex().data() == "Number 2"
    shown.show_findings([every[0], every[2]])
    assert shown.list.currentIndex().data() == "Number 2"
    shown.show_findings([every[0]])
    assert shown.list.currentIndex().data() == "Number 0"


def test_a_project_without_a_file_is_not_checked(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    press(window, Qt.Key.Key_F7)
    assert window.notice.words.startswith("Save the project first")
    assert not page(window).isVisible()


def test_another_project_has_findings_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_checked_window(qtbot, tmp_path, a_faulty_dam())
    window.projects.close()
    assert listed(window) == []
    strip = room(window).space.side.strip
    assert "Check" in [strip.tabText(place) for place in range(strip.count())]


def test_a_check_that_fails_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_checked_window(qtbot, tmp_path, a_faulty_dam())
    (tmp_path / "dam.brief").rename(tmp_path / "moved.brief")
    room(window).findings.checking._check()
    qtbot.waitUntil(lambda: page(window).state == "not checked", timeout=PATIENCE)
    assert "dam.brief" in window.notice.words
