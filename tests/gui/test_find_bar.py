"""Finding in a pane."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from briefer.gui.look.controls import IconButton
from briefer.gui.panes import find_bar, hits
from briefer.gui.panes.pane import Pane
from briefer.gui.panes.panes import Panes
from tests.gui.hands import NONE, a_pane, picture, press
from tests.worlds import World

TEXT = "Yōko met “Yoko”. 😀 The yoke held.\n" * 3
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def a_reader(qtbot: QtBot) -> Pane:
    world = World()
    world.source(TEXT)
    world.source("Yoko again")
    return a_pane(qtbot, world)


def line_of(pane: Pane) -> QLineEdit:
    return pane.findChildren(QLineEdit)[0]


def told(pane: Pane) -> str:
    return pane.find_bar.findChildren(QLabel)[0].text()


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
    place = TEXT.index("“Yoko", 20)
    assert pane.selected_span() == (place, place + 6)
    press(line_of(pane), Qt.Key.Key_Return, SHIFT)
    press(line_of(pane), Qt.Key.Key_F3, SHIFT)
    assert told(pane) == "3 of 3"
    press(pane.view, Qt.Key.Key_F3)
    assert told(pane) == "1 of 3"
    press(pane.view, Qt.Key.Key_F3, SHIFT)
    assert told(pane) == "3 of 3"
    buttons = pane.find_bar.findChildren(IconButton)
    (button,) = (one for one in buttons if one.accessibleName().startswith("Next"))
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


def test_after_escape_a_digit_tags_the_sentence_of_the_hit(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    look_for(qtbot, pane, "held")
    press(line_of(pane), Qt.Key.Key_Escape)
    assert pane.view.hasFocus()
    assert pane.view.under.found == []
    span = pane.span_to_tag()
    assert span is not None
    assert TEXT[slice(*span)].endswith(".")
    assert "held" in TEXT[slice(*span)]


def test_escape_leads_back_to_where_one_read_when_nothing_was_found(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    pane.view.select(5, 5)
    look_for(qtbot, pane, "held")
    assert pane.view.caret() != 5
    QTest.keyClicks(line_of(pane), " its breath")
    qtbot.waitUntil(lambda: told(pane) == "Nothing found")
    press(line_of(pane), Qt.Key.Key_Escape)
    assert pane.view.caret() == 5


def test_each_letter_looks_on_from_where_one_began(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    look_for(qtbot, pane, "h")
    first = pane.view.selected_span()
    QTest.keyClicks(line_of(pane), "eld")
    qtbot.waitUntil(lambda: told(pane) == "1 of 3")
    span = pane.view.selected_span()
    assert first is not None
    assert span == (TEXT.index("held"), TEXT.index("held") + 4)


def test_case_and_whole_words_are_minded_on_demand(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    look_for(qtbot, pane, "yo")
    assert told(pane) == "1 of 9"
    press(line_of(pane), Qt.Key.Key_C, ALT)
    assert told(pane) == "1 of 3"
    press(line_of(pane), Qt.Key.Key_C, ALT)
    press(line_of(pane), Qt.Key.Key_W, ALT)
    assert told(pane) == "Nothing found"


def test_up_brings_back_what_was_looked_for(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    for words in ("held", "yoke"):
        look_for(qtbot, pane, words)
        press(line_of(pane), Qt.Key.Key_Return)
        press(line_of(pane), Qt.Key.Key_Escape)
        pane.view.select(0, 0)
    press(pane.view, Qt.Key.Key_F, CONTROL)
    line_of(pane).clear()
    QTest.keyClicks(line_of(pane), "m")
    shown = []
    for key in (
        Qt.Key.Key_Up,
        Qt.Key.Key_Up,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Down,
        Qt.Key.Key_Down,
    ):
        press(line_of(pane), key)
        shown.append(line_of(pane).text())
    assert shown == ["yoke", "held", "held", "yoke", "m", "m"]


def test_more_hits_than_anyone_goes_through_are_not_counted(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (hits, find_bar):
        monkeypatch.setattr(module, "MOST", 4)
    pane = a_reader(qtbot)
    look_for(qtbot, pane, "yoko")
    assert told(pane) == "1 of 4+"


def two_readers(qtbot: QtBot) -> Panes:
    world = World()
    world.source(TEXT)
    world.source("Yoko again. Nothing else.")
    project = world.session().project
    panes = Panes(project)
    qtbot.addWidget(panes)
    panes.resize(900, 500)
    panes.arrange(1, 2)
    for source in project.sources():
        panes.show_source(source)
    panes.show()
    panes.focus(0)
    return panes


def test_one_query_steps_through_all_panes(qtbot: QtBot) -> None:
    panes = two_readers(qtbot)
    first, second = panes.panes()
    look_for(qtbot, first, "yoko")
    assert second.view.under.found == []
    press(line_of(first), Qt.Key.Key_A, ALT)
    assert len(second.view.under.found) == 1
    for _ in range(5):
        press(line_of(first), Qt.Key.Key_Return)
    assert told(first) == "6 of 7"
    press(line_of(first), Qt.Key.Key_Return)
    assert told(first) == "7 of 7"
    assert first.view.under.found_now == -1
    assert first.selected_span() is None
    assert second.selected_span() == (0, 4)
    press(line_of(first), Qt.Key.Key_Escape)
    assert second.view.hasFocus()
    assert panes.active is second
    assert [len(pane.view.under.found) for pane in (first, second)] == [0, 0]


def test_finding_in_all_panes_shuts_the_other_bars_and_starts_in_its_own(qtbot: QtBot) -> None:
    panes = two_readers(qtbot)
    first, second = panes.panes()
    look_for(qtbot, first, "held")
    second.find_bar.open(everywhere=True)
    assert first.find_bar.isHidden()
    QTest.keyClicks(line_of(second), "yoko")
    qtbot.waitUntil(lambda: told(second) == "7 of 7")


def test_finding_in_all_panes_sees_what_another_pane_shows_next(qtbot: QtBot) -> None:
    panes = two_readers(qtbot)
    first, second = panes.panes()
    first.find_bar.open(everywhere=True)
    QTest.keyClicks(line_of(first), "yoko")
    qtbot.waitUntil(lambda: told(first) == "1 of 7")
    second.show_source(None)
    assert told(first) == "6"


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
