"""Finding in a pane."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from briefer.gui.panes.find_bar import FindBar
from briefer.gui.panes.pane import Pane
from tests.gui.hands import NONE, a_pane, picture, press
from tests.worlds import World

TEXT = "Yōko met “Yoko”. 😀 The yoke held.\n" * 3
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def a_reader(qtbot: QtBot) -> Pane:
    world = World()
    world.source(TEXT)
    world.source("Yoko again")
    return a_pane(qtbot, world)


def line_of(pane: Pane) -> QLineEdit:
    return pane.findChildren(QLineEdit)[0]


def told(pane: Pane) -> str:
    return pane.findChildren(FindBar)[0].findChildren(QLabel)[0].text()


def look_for(qtbot: QtBot, pane: Pane, words: str) -> None:
    press(pane.view, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(line_of(pane), words)
    qtbot.waitUntil(lambda: told(pane) != "")


def test_hits_are_counted_without_regard_to_case_and_accents(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    bare = picture(pane.view.viewport())
    look_for(qtbot, pane, "yoko")
    assert told(pane) == "1 of 6"
    assert picture(pane.view.viewport()) != bare
    assert len(pane.view.under.found) == 6


def test_one_goes_from_hit_to_hit_and_round(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    look_for(qtbot, pane, '"yoko"')
    assert told(pane) == "1 of 3"
    press(line_of(pane), Qt.Key.Key_Return)
    assert told(pane) == "2 of 3"
    assert pane.view.caret() == TEXT.index("“Yoko", 20)
    press(line_of(pane), Qt.Key.Key_Return, SHIFT)
    press(line_of(pane), Qt.Key.Key_F3, SHIFT)
    assert told(pane) == "3 of 3"
    press(pane.view, Qt.Key.Key_F3)
    assert told(pane) == "1 of 3"
    press(pane.view, Qt.Key.Key_F3, SHIFT)
    assert told(pane) == "3 of 3"
    for button in pane.findChildren(FindBar)[0].findChildren(QToolButton)[-2:-3:-1]:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, NONE)
    assert told(pane) == "1 of 3"


def test_what_is_not_there_is_said_so(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    look_for(qtbot, pane, "Hayashi")
    assert told(pane) == "Nothing found"
    press(line_of(pane), Qt.Key.Key_Return)
    assert told(pane) == "Nothing found"


def test_enter_does_not_wait_for_the_pause(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    press(pane.view, Qt.Key.Key_F3)
    QTest.keyClicks(line_of(pane), "held")
    press(line_of(pane), Qt.Key.Key_Return)
    assert told(pane) == "1 of 3"


def test_the_selection_is_what_is_looked_for(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    pane.view.select(TEXT.index("yoke"), TEXT.index("yoke") + 4)
    press(pane.view, Qt.Key.Key_F, CONTROL)
    assert line_of(pane).text() == "yoke"
    assert told(pane) == "1 of 3"


def test_escape_gives_the_keyboard_back_to_the_text_at_the_hit(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    look_for(qtbot, pane, "held")
    press(line_of(pane), Qt.Key.Key_Escape)
    assert pane.view.hasFocus()
    assert pane.view.under.found == []
    span = pane.span_to_tag()
    assert span is not None
    assert TEXT[slice(*span)] == "😀 The yoke held."


def test_an_open_bar_looks_through_the_next_source(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    look_for(qtbot, pane, "yoko")
    assert pane.project is not None
    pane.show_source(pane.project.sources()[1])
    assert told(pane) == "1 of 1"


def test_digits_in_the_bar_are_words(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    asked: list[int] = []
    pane.tag_requested.connect(asked.append)
    look_for(qtbot, pane, "28")
    assert line_of(pane).text() == "28"
    assert asked == []
