"""Places that were found: shown, read on, marked and tagged."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.gui.look import theme
from briefer.gui.window import MainWindow
from tests.gui.hands import colours, picture
from tests.gui.searcher import DOWN, ENTER, ESCAPE, UP, a_searcher, chosen, look_for, page_of, rows
from tests.gui.windows import (
    LEFT,
    NONE,
    REPAIR,
    SHIFT,
    a_dam,
    a_window,
    press,
    quotes,
    room,
    session_of,
    source,
)
from tests.worlds import World


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
    press(pane.find_bar.box, ESCAPE)
    assert len(pane.view.under.found) == 1


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


def test_a_place_that_is_tagged_shows_the_colour_of_its_section(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_searcher(qtbot, tmp_path, "crew")
    page = page_of(window)
    ink = theme.current().inks("#b3261e").ink.name()
    press(page.box, DOWN)
    assert ink not in colours(picture(page.results.viewport()))
    press(page.results, Qt.Key.Key_3, SHIFT)
    assert ink not in colours(picture(page.results.viewport()))
    press(page.results, Qt.Key.Key_3)
    assert ink in colours(picture(page.results.viewport()))
    window.desk.undo()
    assert ink not in colours(picture(page.results.viewport()))


def test_f6_goes_from_the_words_to_the_results_to_the_text(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_searcher(qtbot, tmp_path, "crew")
    window.commands["next-part"].trigger()
    assert page_of(window).results.hasFocus()
    window.commands["next-part"].trigger()
    assert room(window).space.panes.active.view.hasFocus()


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


def test_a_difference_that_was_found_is_shown_on_its_page(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    world.difference("Who paid?", *world.passages[:2], ruling="The town did.")
    window = a_searcher(qtbot, tmp_path, "town", world)
    assert rows(window) == ["Differences, 1 place", "Who paid? · The town did."]
    page = page_of(window)
    press(page.box, ENTER)
    assert room(window).differing.page.form.fields["question"].toPlainText() == "Who paid?"
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
