"""From a card to where its words stand, without taking away what is being read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefer.model.records import Statement
from tests.gui.test_outline import card
from tests.gui.windows import LEFT, NONE, a_dam, a_window, choose, press, room, source


def test_a_click_goes_to_the_passage_in_its_pane(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    QTest.mouseClick(room(window).space.outline.viewport(), LEFT, NONE, card(window, "Repairs cost").center())
    pane = room(window).space.panes.active
    assert pane.source is not None
    assert pane.source.label == "S2"
    assert pane.view.caret() == 0


def test_a_click_on_a_statement_replaces_nothing_that_is_read(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    world.statement(world.sections[1], "Two million.", world.passages[2])
    window = a_window(qtbot, tmp_path, world)
    panes, outline = room(window).space.panes, room(window).space.outline
    panes.arrange(1, 1)
    panes.show_source(source(window, "S1"), panes.active)
    QTest.mouseClick(outline.viewport(), LEFT, NONE, card(window, "Reported fact, Two million").center())
    line = outline.current_line()
    assert isinstance(line, Statement)
    assert (line.text, panes.shown()) == ("Two million.", [source(window, "S1").id])
    press(outline, Qt.Key.Key_Space)
    assert panes.shown() == [source(window, "S2").id]


def test_a_click_on_a_statement_goes_to_a_passage_that_shows(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    world.statement(world.sections[1], "Two million.", world.passages[2], world.passages[0])
    window = a_window(qtbot, tmp_path, world)
    panes, outline = room(window).space.panes, room(window).space.outline
    panes.arrange(1, 1)
    panes.show_source(source(window, "S1"), panes.active)
    QTest.mouseClick(outline.viewport(), LEFT, NONE, card(window, "Reported fact, Two million").center())
    assert panes.shown() == [source(window, "S1").id]
    assert panes.active.view.caret() == world.passages[0].anchor.start


def test_a_click_on_a_statement_uses_an_empty_pane(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    world.statement(world.sections[1], "Two million.", world.passages[2])
    world.statement(world.sections[1], "Nothing is known.")
    window = a_window(qtbot, tmp_path, world)
    panes, outline = room(window).space.panes, room(window).space.outline
    panes.panes()[1].show_source(None)
    QTest.mouseClick(outline.viewport(), LEFT, NONE, card(window, "Nothing is known").center())
    assert panes.shown() == [source(window, "S1").id, ""]
    QTest.mouseClick(outline.viewport(), LEFT, NONE, card(window, "Reported fact, Two million").center())
    assert panes.shown() == [source(window, "S1").id, source(window, "S2").id]


def test_space_goes_there_too(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    choose(window, "state", 1)
    press(room(window).space.outline, Qt.Key.Key_Space)
    assert room(window).space.panes.active.view.caret() == len("Repairs cost two million. ")
