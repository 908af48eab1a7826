"""The history beside the outline: what was done, where one stands, and the jump to any moment."""

from __future__ import annotations

import random
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.actions import drafting, sections, sources, tagging
from briefer.gui.history.branches import Branches
from briefer.gui.history.page import HistoryPage
from briefer.gui.outline.model import OutlineModel
from briefer.gui.outline.tally import Tally
from briefer.gui.panes.marks import marks_of
from briefer.gui.window import MainWindow
from briefer.session import open_file
from briefer.wording.times import when
from tests.gui.windows import LEFT, a_dam, a_project, a_window, press, quotes, room, session_of
from tests.proving import examples
from tests.worlds import NOON


def page(window: MainWindow) -> HistoryPage:
    """Turn to the page as a user does."""
    window.commands["history"].trigger()
    QApplication.processEvents()
    return room(window).history


def rows(window: MainWindow) -> list[str]:
    """Say what the page lists: the words of each row, and below them when, who and what became of it."""
    model = room(window).history.model
    found = (model.line(model.entry(model.index(row)) or 0) for row in range(model.rowCount()))
    return [f"{line.label}: {line.below}" for line in found]


def write(window: MainWindow, words: str) -> None:
    section = session_of(window).project.find_section("people")
    window.desk.do(lambda project: drafting.write(project, section, words, "judgement", ()))


def a_window_with_a_past(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """Write four statements, take two back and write another one instead."""
    window = a_window(qtbot, tmp_path, a_dam())
    for words in ("One.", "Two.", "Three.", "Four."):
        write(window, words)
    window.desk.undo()
    window.desk.undo()
    write(window, "Five.")
    return window


def test_every_action_is_listed_with_when_and_who_and_what_became_of_it(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefer.gui.history.model.when", lambda at, now: when(at, now, UTC))
    window = a_window_with_a_past(qtbot, tmp_path)
    window.desk.undo()
    page(window)
    assert rows(window) == [
        "Write in People: today 12:00 · Ada · undone",
        "Write in People: today 12:00 · Ada · left",
        "Write in People: today 12:00 · Ada · left, another way from “Write in People”",
        "Write in People: today 12:00 · Ada · you are here",
        "Write in People: today 12:00 · Ada",
        "The beginning: ",
    ]


def test_a_click_leads_to_that_moment_and_back_again(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window_with_a_past(qtbot, tmp_path)
    shown = page(window).list
    assert quotes(window, "people") == ["One.", "Two.", "Five."]

    def click(row: int) -> None:
        place = shown.visualRect(shown.model().index(row, 0)).center()
        QTest.mouseClick(shown.viewport(), LEFT, pos=place)
        QApplication.processEvents()

    click(1)
    assert quotes(window, "people") == ["One.", "Two.", "Three.", "Four."]
    assert window.status.told == "Went back 1 step and on 2, to: Write in People"
    click(4)
    assert quotes(window, "people") == ["One."]
    assert window.status.told == "Went back 3 steps, to: Write in People"
    click(5)
    assert quotes(window, "people") == []
    assert window.status.told == "Went back 1 step, to: the beginning"
    assert not window.commands["undo"].isEnabled()
    click(0)
    assert quotes(window, "people") == ["One.", "Two.", "Five."]
    assert window.status.told == "Went on 3 steps, to: Write in People"
    assert len(session_of(window).log()) == 5


def test_the_whole_way_can_be_gone_by_keys(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window_with_a_past(qtbot, tmp_path)
    room(window).space.brief.hide()
    QTest.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    shown = room(window).history.list
    assert shown.isVisible()
    assert QApplication.focusWidget() is shown
    assert shown.currentIndex() == room(window).history.model.here()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        press(shown, key)
    assert quotes(window, "people") == ["One.", "Two.", "Three."]
    press(shown, Qt.Key.Key_Return)
    assert window.status.told.startswith("The project stands there already")
    assert shown in room(window).space.parts()


def test_the_page_follows_what_is_done_undone_and_redone(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    history = page(window)
    assert [row.split(":")[0] for row in rows(window)] == ["The beginning"]
    write(window, "One.")
    assert history.model.here().row() == 0
    window.desk.undo()
    assert history.model.here().row() == 1
    room(window).space.pages.show_page(room(window).space.pages.current() or history)
    history.hide()
    window.desk.redo()
    write(window, "Two.")
    history.show()
    assert history.model.rowCount() == 3
    assert history.model.here().row() == 0


def test_a_line_is_found_by_its_words(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window_with_a_past(qtbot, tmp_path)
    project = session_of(window).project
    section = project.find_section("cost")
    window.desk.do(lambda project: sections.change(project, section, title="Money"))
    history = page(window)
    QTest.keyClicks(history.filter_box, "money")
    assert [row.split(":")[0] for row in rows(window)] == ["Change section Money", "The beginning"]
    QTest.keyClicks(history.filter_box, " nothing of the sort")
    assert not history.model.here().isValid()
    write(window, "Six.")
    assert len(rows(window)) == 1
    history.filter_box.clear()
    assert len(rows(window)) == 8


def test_words_that_are_being_written_are_kept_before_a_jump(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window_with_a_past(qtbot, tmp_path)
    room(window).drafting.write(None)
    QTest.keyClicks(room(window).space.editor.words, "The dam was sound all along.")
    room(window).jumping.jump(1)
    assert quotes(window, "people") == ["One."]
    assert not room(window).space.editor.isVisible()
    room(window).jumping.jump(6)
    assert "The dam was sound all along." in quotes(window, "bluf")


def test_a_project_open_for_reading_shows_its_history_and_does_not_move(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    session = open_file(path, "Ada", "Ada")
    session.do(sections.add(session.project, "weather"))
    session.close()
    window = a_window(qtbot, tmp_path)
    window.desk.lay(open_file(path, "Bob", "Bob", read_only=True))
    assert rows(window) == []
    history = page(window)
    assert len(rows(window)) == 2
    history.list.setCurrentIndex(history.model.index(1))
    press(history.list, Qt.Key.Key_Return)
    assert "for reading only" in window.notice.words
    assert session_of(window).project.find_section("weather").title == "Weather"


def test_what_was_done_yesterday_is_listed_and_undone_today(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    session = open_file(path, "Ada", "Ada", clock=lambda: NOON - timedelta(days=1))
    session.do(sections.add(session.project, "weather"))
    session.close()
    window = a_window(qtbot, tmp_path)
    window.desk.lay(open_file(path, "Bob", "Bob", clock=lambda: NOON))
    page(window)
    assert rows(window)[0].startswith("Add section Weather: yesterday")
    assert window.commands["undo"].text() == "&Undo add section Weather"
    window.commands["undo"].trigger()
    assert rows(window)[0].endswith("Ada · undone")
    assert len(session_of(window).project.sections()) == 3


def test_a_reader_that_sees_nothing_hears_what_a_line_is(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window_with_a_past(qtbot, tmp_path)
    model = page(window).model
    heard = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("Write in People, ")
    assert heard.endswith("Ada · you are here")
    assert "nothing is lost" in model.data(model.index(1), Qt.ItemDataRole.ToolTipRole)
    assert model.data(model.index(99)) is None
    assert model.data(model.index(0), Qt.ItemDataRole.DecorationRole) is None


def test_wherever_a_jump_leads_the_window_shows_what_is_there(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    chance = random.Random(5)
    page(window)
    for _ in range(examples(400)):
        if chance.random() < 0.4:
            room(window).jumping.jump(chance.randrange(len(session_of(window).log()) + 1))
        else:
            do_something(window, chance)
        assert shown(window) == standing(window)
        branches = room(window).history.model.branches
        assert branches is not None
        stands = {entry.seq for entry in session_of(window).log() if not entry.undone}
        fates = {entry for entry in branches.entries() if branches.state(entry) in {"here", "standing"}}
        assert fates == stands | {0}


def do_something(window: MainWindow, chance: random.Random) -> None:
    """Do one of the things that make views rebuild: tags, statements, sections and sources come and go."""
    project = session_of(window).project
    read, homes = list(project.sources()), list(project.sections())
    bodies = [entry for home in homes for entry in project.body(home)]
    start = chance.randrange(40)
    match chance.randrange(7):
        case 0 | 1 if read and homes:
            source, home = chance.choice(read), chance.choice(homes)
            window.desk.do(lambda project: tagging.tag(project, source, start, start + 9, home))
        case 2:
            place = chance.choice([None, *homes])
            window.desk.do(lambda p: drafting.write(p, place, f"It is {start}.", "judgement", ()))
        case 3 if bodies:
            entry, goal = chance.choice(bodies), chance.choice(homes)
            window.desk.do(lambda project: drafting.move(project, entry, goal, None))
        case 4 if len(homes) > 1:
            gone = chance.choice(homes)
            window.desk.do(lambda project: sections.remove(project, gone))
        case 5:
            text = f"Report {chance.random()}. The dam held, it was said in the morning of that day."
            file = sources.Incoming("f.txt", text.encode(), text, "UTF-8")
            window.desk.do(lambda project: sources.add(project, [file], session_of(window).now()))
        case _:
            window.desk.do(lambda project: sections.add(project, f"more-{start}"))


def shown(window: MainWindow) -> list[object]:
    """Give what the parts of the window show."""
    space = room(window).space
    model = space.outline.outline
    marks = [
        sorted((mark.id, mark.start, mark.end, mark.title, mark.colour) for mark in pane.view.under.marks)
        for pane in space.panes.panes()
    ]
    chips = [chip.section for chip in space.sections.chips()]
    return [lines(model), marks, chips, +space.tally.tags, space.tally.passages, space.tally.statements]


def standing(window: MainWindow) -> list[object]:
    """Give the same as the project has it, read anew."""
    project, panes = session_of(window).project, room(window).space.panes.panes()
    fresh = OutlineModel()
    fresh.set_project(project)
    marks = [
        sorted(
            (mark.id, mark.start, mark.end, mark.title, mark.colour)
            for mark in (marks_of(project, pane.source, pane.view.text) if pane.source else ())
        )
        for pane in panes
    ]
    tally = Tally.of(project)
    return [lines(fresh), marks, list(project.sections()), +tally.tags, tally.passages, tally.statements]


def lines(model: OutlineModel) -> list[str]:
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


def test_a_long_history_is_read_as_far_as_it_is_looked_at(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    write(window, "One.")
    database = session_of(window)._store.database
    database.execute(
        """WITH RECURSIVE more (seq) AS (SELECT 2 UNION ALL SELECT seq + 1 FROM more WHERE seq < 20000)
           INSERT INTO log SELECT more.seq, more.seq - 1, at, author, 'Again ' || more.seq, '[]'
           FROM more, log WHERE log.seq = 1"""
    )
    database.execute("UPDATE head SET seq = 20000")
    history = page(window)
    assert len(history.model._read) < 400
    assert history.model.here().row() == 0
    first = history.model.rowCount()
    bar = history.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    assert history.model.rowCount() > first
    room(window).jumping.jump(7)
    assert history.model.here().row() == 19_993
    assert history.model.index(19_993) == history.list.currentIndex()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    assert history.model.rowCount() == 20_001
    assert not history.model.canFetchMore(QModelIndex())
    assert Branches(session_of(window).history).head == 7
