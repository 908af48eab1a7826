"""Finding in all sources, in notes and in statements, from the page beside the sources."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from briefer.actions import drafting, tagging
from briefer.errors import BrieferError
from briefer.gui.finding.page import FindPage
from briefer.gui.window import MainWindow
from briefer.model.project import Project
from tests.gui.hands import colours, picture
from tests.gui.windows import (
    ALT,
    FLOOD,
    LEFT,
    NONE,
    REPAIR,
    a_dam,
    a_window,
    press,
    quotes,
    room,
    session_of,
    source,
)
from tests.worlds import World

DOWN, UP, ENTER, ESCAPE = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Escape


def a_searcher(qtbot: QtBot, tmp_path: Path, words: str = "", world: World | None = None) -> MainWindow:
    """Open the find page on the two reports and type words into it."""
    window = a_window(qtbot, tmp_path, world or a_dam())
    window.commands["find-sources"].trigger()
    assert page_of(window).box.hasFocus()
    if words:
        look_for(qtbot, window, words)
    return window


def look_for(qtbot: QtBot, window: MainWindow, words: str) -> None:
    page = page_of(window)
    with qtbot.waitSignal(room(window).finding.searched):
        page.box.selectAll()
        QTest.keyClicks(page.box, words)


def page_of(window: MainWindow) -> FindPage:
    return room(window).finding.page


def rows(window: MainWindow) -> list[str]:
    model = page_of(window).model
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


def chosen(window: MainWindow) -> str:
    return str(page_of(window).results.currentIndex().data())


def said(window: MainWindow) -> str:
    return " ".join(one.text() for one in page_of(window).findChildren(QLabel) if one.isVisible())


def test_hits_are_grouped_by_source_then_statements(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_searcher(qtbot, tmp_path, "HELD")
    assert rows(window) == [
        "S1 The flood, 1 place",
        "…dam was inspected in May. It held through the flood.",
        "S2 S2.txt, 1 place",
        "…cost two million. The dam held, said the mayor.",
        "Statements, 1 place",
        "The dam held through the flood.",
    ]
    assert "3 places" in said(window)


def test_notes_on_passages_are_found(qtbot: QtBot, tmp_path: Path) -> None:
    world = World()
    world.tag(world.source("The dam held."), "held", world.section("State"), note="Who says so?")
    window = a_searcher(qtbot, tmp_path, "who", world)
    assert rows(window) == ["Notes on passages, 1 place", "Who says so?"]
    press(page_of(window).box, ENTER)
    assert room(window).space.panes.active.view.caret() == 8


def test_enter_shows_the_first_place_and_the_keys_stay(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_searcher(qtbot, tmp_path, "million")
    page, panes = page_of(window), room(window).space.panes
    press(page.box, ENTER)
    assert page.results.hasFocus()
    assert panes.active.source == source(window, "S2")
    assert panes.active.view.caret() == REPAIR.index("million")
    press(page.results, ENTER)
    assert panes.active.view.hasFocus()


def test_hits_are_marked_in_the_panes_while_the_page_shows(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_searcher(qtbot, tmp_path, "held")
    space = room(window).space
    first = space.panes.panes()[0].view
    assert len(first.under.found) == 1
    assert first.under.found_now == -1
    press(page_of(window).box, ENTER)
    assert first.under.found_now == 0
    space.side.show_page(space.sources)
    assert first.under.found == []
    space.side.show_page(page_of(window))
    assert len(first.under.found) == 1


def test_a_bar_that_is_open_keeps_its_own_words(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    pane = room(window).space.panes.active
    window.commands["find"].trigger()
    QTest.keyClicks(pane.find_bar.box, "the")
    press(pane.find_bar.box, ENTER)
    found = len(pane.view.under.found)
    window.commands["find-sources"].trigger()
    look_for(qtbot, window, "crew")
    assert len(pane.view.under.found) == found == 4


def test_arrows_go_down_into_the_results_and_up_out_of_them(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_searcher(qtbot, tmp_path, "held")
    page = page_of(window)
    press(page.box, DOWN)
    assert page.results.hasFocus()
    assert chosen(window) == rows(window)[1]
    press(page.results, UP)
    assert chosen(window) == rows(window)[0]
    press(page.results, UP)
    assert page.box.hasFocus()
    press(page.box, DOWN)
    assert chosen(window) == rows(window)[0]
    press(page.results, ESCAPE)
    assert page.box.hasFocus()
    press(page.box, ESCAPE)
    assert room(window).space.panes.active.view.hasFocus()


def test_sources_are_folded_and_unfolded(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_searcher(qtbot, tmp_path, "held")
    page = page_of(window)
    press(page.box, DOWN)
    press(page.results, Qt.Key.Key_Left)
    assert rows(window)[:2] == ["S1 The flood, 1 place, folded", "S2 S2.txt, 1 place"]
    press(page.results, Qt.Key.Key_Left)
    press(page.results, Qt.Key.Key_Right)
    assert len(rows(window)) == 6
    press(page.results, Qt.Key.Key_Left)
    press(page.results, ENTER)
    assert chosen(window) == rows(window)[1]
    assert room(window).space.panes.active.view.caret() == FLOOD.index("held")


def test_a_click_on_a_heading_folds_and_one_on_a_place_shows_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_searcher(qtbot, tmp_path, "held")
    page, panes = page_of(window), room(window).space.panes
    click_on(window, 0)
    assert len(rows(window)) == 5
    click_on(window, 0)
    click_on(window, 3)
    assert panes.active.source == source(window, "S2")
    assert page.results.hasFocus()
    click_on(window, 1)
    where = page.results.visualRect(page.model.index(1)).center()
    QTest.mouseDClick(page.results.viewport(), LEFT, NONE, where)
    assert panes.active.source == source(window, "S1")
    assert panes.active.view.hasFocus()


def click_on(window: MainWindow, row: int) -> None:
    page = page_of(window)
    page.results.setFocus()
    where = page.results.visualRect(page.model.index(row)).center()
    QTest.mouseClick(page.results.viewport(), LEFT, NONE, where)
    QApplication.processEvents()


def test_a_digit_tags_the_sentence_of_the_chosen_hit(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_searcher(qtbot, tmp_path, "mayor")
    page = page_of(window)
    press(page.box, DOWN)
    press(page.results, Qt.Key.Key_3)
    assert quotes(window, "people") == ["The mayor thanked the crew."]
    assert page.results.hasFocus()


def test_a_digit_on_a_statement_or_a_heading_tags_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_searcher(qtbot, tmp_path, "sound")
    page = page_of(window)
    assert rows(window) == ["Statements, 1 place", "The dam is sound."]
    press(page.box, DOWN)
    press(page.results, Qt.Key.Key_3)
    press(page.results, UP)
    press(page.results, Qt.Key.Key_3)
    assert quotes(window, "people") == []


def test_a_statement_that_was_found_is_chosen_in_the_outline(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_searcher(qtbot, tmp_path, "sound")
    page = page_of(window)
    press(page.box, ENTER)
    statement = session_of(window).project.statements_under(None)[0]
    view = room(window).space.outline
    assert view.outline.line(view.currentIndex()) == statement
    assert page.results.hasFocus()
    press(page.results, ENTER)
    assert page.results.hasFocus()


def test_f3_goes_from_place_to_place_and_round(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_searcher(qtbot, tmp_path, "held")
    press(page_of(window).box, ENTER)
    seen = []
    for _ in range(3):
        window.commands["find-next"].trigger()
        seen.append(chosen(window))
    assert seen == [rows(window)[3], rows(window)[5], rows(window)[1]]
    window.commands["find-previous"].trigger()
    assert chosen(window) == rows(window)[5]


def test_f3_goes_on_in_the_pane_that_was_searched_last(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_searcher(qtbot, tmp_path, "held")
    window.commands["find"].trigger()
    bar = room(window).space.panes.active.find_bar
    QTest.keyClicks(bar.box, "the")
    press(bar.box, ENTER)
    before = bar.hits.view.under.found_now
    window.commands["find-next"].trigger()
    assert bar.hits.view.under.found_now == before + 1


def test_words_selected_in_a_pane_are_looked_for(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    view = room(window).space.panes.active.view
    view.select(FLOOD.index("dam"), FLOOD.index("dam") + 3)
    window.commands["find-sources"].trigger()
    assert page_of(window).box.text() == "dam"
    qtbot.waitUntil(lambda: len(rows(window)) > 2)
    view.select(FLOOD.index("flood."), FLOOD.index("mayor"))
    window.commands["find-sources"].trigger()
    assert page_of(window).box.text() == "dam"


def test_case_and_whole_words_are_minded_on_demand(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_searcher(qtbot, tmp_path, "The")
    every = len(rows(window))
    with qtbot.waitSignal(room(window).finding.searched):
        press(page_of(window).box, Qt.Key.Key_C, ALT)
    cased = len(rows(window))
    with qtbot.waitSignal(room(window).finding.searched):
        press(page_of(window).box, Qt.Key.Key_C, ALT)
    with qtbot.waitSignal(room(window).finding.searched):
        press(page_of(window).box, Qt.Key.Key_W, ALT)
    assert cased < every
    assert len(rows(window)) <= every


def test_what_is_not_there_is_said_so(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_searcher(qtbot, tmp_path, "zebra")
    assert rows(window) == []
    assert "Nothing found." in said(window)
    press(page_of(window).box, ENTER)
    press(page_of(window).box, DOWN)
    assert page_of(window).box.hasFocus()
    look_for(qtbot, window, " ")
    assert "Nothing found." not in said(window)


def test_enter_does_not_wait_for_the_pause(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_searcher(qtbot, tmp_path)
    with qtbot.waitSignal(room(window).finding.searched):
        QTest.keyClicks(page_of(window).box, "crew")
        press(page_of(window).box, ENTER)
    assert len(rows(window)) == 2
    assert page_of(window).results.hasFocus()


def test_what_is_written_meanwhile_is_found_too(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_searcher(qtbot, tmp_path, "crew")
    press(page_of(window).box, DOWN)
    with qtbot.waitSignal(room(window).finding.searched):
        window.desk.do(lambda project: drafting.write(project, None, "The crew was thanked.", "fact", ()))
    assert rows(window)[-1] == "The crew was thanked."
    assert chosen(window) == "The mayor thanked the crew."


def test_a_tag_alone_makes_nobody_look_again(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_searcher(qtbot, tmp_path, "crew")

    def tagged(project: Project) -> None:
        window.desk.do(
            lambda project: tagging.tag(project, project.sources()[0], 0, 7, project.sections()[0])
        )
        passage = project.passages_in(project.sources()[0])[0]
        window.desk.do(lambda project: tagging.annotate(project, passage, "Which crew?"))

    with qtbot.waitSignal(room(window).finding.searched):
        tagged(session_of(window).project)
    assert rows(window)[-1] == "Which crew?"


def test_another_project_begins_with_an_empty_page(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_searcher(qtbot, tmp_path, "held")
    window.desk.lay(a_dam().session())
    assert rows(window) == []
    assert page_of(window).box.text() == ""


def test_a_search_is_given_up_with_escape(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = a_searcher(qtbot, tmp_path)
    project = session_of(window).project
    goes_on, read = Event(), project.text

    def slow(sha256: str) -> str:
        goes_on.wait()
        return read(sha256)

    monkeypatch.setattr(project, "text", slow)
    page = page_of(window)
    with qtbot.waitSignal(room(window).finding.searching):
        QTest.keyClicks(page.box, "held")
    shown = picture(page)
    press(page.box, ESCAPE)
    goes_on.set()
    QTest.qWait(60)
    assert rows(window) == []
    assert picture(page) != shown


def test_a_text_that_cannot_be_read_is_told_in_a_sentence(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = a_searcher(qtbot, tmp_path)

    def refuse(_sha256: str) -> str:
        raise BrieferError("The project lacks a text; go back to a copy of it.")

    monkeypatch.setattr(session_of(window).project, "text", refuse)
    with qtbot.waitSignal(window.desk.refused) as told:
        QTest.keyClicks(page_of(window).box, "held")
    assert told.args == ["The project lacks a text; go back to a copy of it."]


def test_the_page_comes_into_view_with_its_column(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.commands["sources-panel"].trigger()
    assert not room(window).space.side.isVisible()
    window.commands["find-sources"].trigger()
    assert page_of(window).isVisible()


def test_what_stands_around_a_hit_is_painted_with_the_hit_lit_up(qtbot: QtBot, tmp_path: Path) -> None:
    world = World()
    world.source("😀 In the spring the dam held through the flood, " * 8, title="The flood " * 20)
    window = a_searcher(qtbot, tmp_path, "dam held", world)
    found = "#ffe58a"
    assert found in colours(picture(page_of(window).results.viewport()))


def test_the_palette_and_the_menus_name_the_ways_to_find(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    keys = {
        name: window.commands[name].shortcut().toString()
        for name in ("find", "find-panes", "find-sources", "find-next", "find-previous")
    }
    assert list(keys.values()) == ["Ctrl+F", "Ctrl+Alt+F", "Ctrl+Shift+F", "F3", "Shift+F3"]
    window.commands["find-panes"].trigger()
    bar = room(window).space.panes.active.find_bar
    assert bar.box.accessibleName() == "Find in all panes"
