"""Finding in all sources, in notes and in statements, from the page beside the sources."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefer.actions import drafting, tagging
from briefer.errors import BrieferError
from briefer.model.project import Project
from tests.gui.hands import colours, picture
from tests.gui.searcher import DOWN, ENTER, ESCAPE, UP, a_searcher, chosen, look_for, page_of, rows, said
from tests.gui.windows import (
    ALT,
    FLOOD,
    a_dam,
    a_window,
    press,
    room,
    session_of,
)
from tests.worlds import World


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
    with qtbot.waitSignal(room(window).searching.searched):
        press(page_of(window).box, Qt.Key.Key_C, ALT)
    cased = len(rows(window))
    with qtbot.waitSignal(room(window).searching.searched):
        press(page_of(window).box, Qt.Key.Key_C, ALT)
    with qtbot.waitSignal(room(window).searching.searched):
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
    with qtbot.waitSignal(room(window).searching.searched):
        QTest.keyClicks(page_of(window).box, "crew")
        press(page_of(window).box, ENTER)
    assert len(rows(window)) == 2
    assert page_of(window).results.hasFocus()


def test_what_is_written_meanwhile_is_found_too(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_searcher(qtbot, tmp_path, "crew")
    press(page_of(window).box, DOWN)
    with qtbot.waitSignal(room(window).searching.searched):
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

    with qtbot.waitSignal(room(window).searching.searched):
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
    with qtbot.waitSignal(room(window).searching.searching):
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
    assert list(keys.values()) == ["Ctrl+F", "Ctrl+Shift+A", "Ctrl+Shift+F", "F3", "Shift+F3"]
    window.commands["find-panes"].trigger()
    bar = room(window).space.panes.active.find_bar
    assert bar.box.accessibleName() == "Find in all panes"
