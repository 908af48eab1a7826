"""Only the cards one looks for, and what each section holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.actions import drafting, sections, tagging
from briefer.gui.look.palette import Palette
from briefer.gui.outline import model as outline_model
from briefer.gui.outline.filter_bar import FilterBar
from briefer.gui.window import MainWindow
from tests.gui.test_outline import heading, said
from tests.gui.windows import (
    ALT,
    LEFT,
    NONE,
    SHIFT,
    a_dam,
    a_project,
    a_window,
    choose,
    press,
    quotes,
    room,
    section,
    session_of,
)  # fmt: skip
from tests.worlds import World


def bar(window: MainWindow) -> FilterBar:
    return room(window).space.outline_panel.filter


def head(window: MainWindow) -> str:
    return room(window).space.outline_panel.amount


def about(window: MainWindow, title: str) -> str:
    """Return what a screen reader can tell of a section."""
    model = room(window).space.outline.outline
    row = next(row for row, words in enumerate(said(window)) if words.startswith(f"{title}, "))
    return str(model.data(model.index(row), Qt.ItemDataRole.AccessibleDescriptionRole))


def looked_for(qtbot: QtBot, tmp_path: Path, words: str) -> MainWindow:
    """Show the dam filtered by words that were typed."""
    window = a_window(qtbot, tmp_path, a_dam())
    window.commands["filter"].trigger()
    QTest.keyClicks(bar(window).box, words)
    QApplication.processEvents()
    return window


def test_words_leave_the_cards_that_have_them_all(qtbot: QtBot, tmp_path: Path) -> None:
    window = looked_for(qtbot, tmp_path, "flood HÉLD")
    assert said(window) == [
        "State, 3",
        "It held through the flood., S1 ¶1, in a note",
        "Reported fact, The dam held through the flood., S1 ¶1, one source",
    ]
    assert head(window) == "2 of 5 cards"


def test_escape_shows_everything_again(qtbot: QtBot, tmp_path: Path) -> None:
    window = looked_for(qtbot, tmp_path, "flood")
    press(bar(window).box, Qt.Key.Key_Escape)
    assert len(said(window)) == 9
    assert room(window).space.outline.hasFocus()
    window.commands["uncited"].trigger()
    assert len(said(window)) == 4
    press(room(window).space.outline, Qt.Key.Key_Escape)
    assert len(said(window)) == 9
    press(room(window).space.outline, Qt.Key.Key_Escape)
    assert room(window).space.panes.active.view.hasFocus()


def test_nothing_found_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    window = looked_for(qtbot, tmp_path, "earthquake")
    assert said(window) == []
    assert head(window) == "0 of 5 cards"
    press(bar(window).box, Qt.Key.Key_Down)
    press(room(window).space.outline, Qt.Key.Key_Down)
    press(room(window).space.outline, Qt.Key.Key_Left)
    assert room(window).space.outline.chosen() == []


def test_switches_leave_what_is_not_cited_or_statements(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    QTest.mouseClick(bar(window).uncited, LEFT)
    assert [words for words in said(window) if "¶" in words] == [
        "The dam held, S2 ¶1, not cited",
        "Repairs cost two million., S2 ¶1, not cited",
    ]
    QTest.mouseClick(bar(window).statements, LEFT)
    assert not bar(window).uncited.isChecked()
    assert head(window) == "2 of 5 cards"
    QTest.mouseClick(bar(window).uncited, LEFT)
    assert not bar(window).statements.isChecked()


def test_a_source_leaves_what_rests_on_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    QTest.mouseClick(bar(window).source, LEFT)
    QApplication.processEvents()
    box = QApplication.activePopupWidget()
    assert isinstance(box, Palette)
    QTest.keyClicks(box.box, "S1")
    press(box.box, Qt.Key.Key_Return)
    assert head(window) == "3 of 5 cards"
    assert bar(window).source.text() == "S1"
    QTest.mouseClick(bar(window).source, LEFT)
    assert len(said(window)) == 9


def test_what_changes_while_filtered_shows_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    window = looked_for(qtbot, tmp_path, "flood")
    outline = room(window).space.outline
    choose(window, "state", 0)
    press(outline, Qt.Key.Key_Delete)
    assert [words for words in said(window) if words.startswith("It held")] == [
        "It held through the flood., S1 ¶1",
    ]
    window.desk.undo()
    home = section(window, "cost")
    window.desk.do(lambda project: drafting.write(project, home, "The flood was dear.", "judgement"))
    assert "Judgement, The flood was dear., cites nothing" in said(window)
    window.desk.do(lambda project: sections.change(project, home, title="Money"))
    assert "Money, 2" in said(window)
    unfiled = session_of(window).project.passages()
    window.desk.do(lambda project: tagging.annotate(project, unfiled[0], "Look."))
    assert len(said(window)) == 5


def test_among_filtered_cards_an_entry_steps_over_what_shows(qtbot: QtBot, tmp_path: Path) -> None:
    window = looked_for(qtbot, tmp_path, "flood")
    choose(window, "state", 2)
    press(room(window).space.outline, Qt.Key.Key_Up, ALT)
    assert quotes(window, "state")[0] == "The dam held through the flood."
    press(room(window).space.outline, Qt.Key.Key_Down, ALT)
    assert quotes(window, "state")[:2] == ["It held through the flood.", "The dam held through the flood."]


def test_a_filter_opens_folded_sections_and_leaves_them_folded(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.commands["fold"].trigger()
    assert len(said(window)) == 4
    bar(window).box.setText("flood")
    assert len(said(window)) == 3
    QTest.mouseClick(room(window).space.outline.viewport(), LEFT, NONE, heading(window, "State").center())
    assert len(said(window)) == 1
    QTest.mouseClick(room(window).space.outline.viewport(), LEFT, NONE, heading(window, "State").center())
    assert len(said(window)) == 3
    bar(window).clear()
    assert len(said(window)) == 4


def test_a_large_outline_is_searched_in_slices(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outline_model, "_AT_ONCE", 1e-9)
    world = World()
    home = world.section("State")
    for number in range(4):
        world.tag(world.source(f"Line {number}."), f"Line {number}.", home)
    window = a_window(qtbot, tmp_path, world)
    bar(window).box.setText("line 2")
    qtbot.waitUntil(lambda: head(window) == "1 of 4 cards")
    bar(window).box.setText("line 3")
    bar(window).box.setText("line")
    qtbot.waitUntil(lambda: head(window) == "4 of 4 cards")
    assert sum(words.startswith("Line") for words in said(window)) == 4


def test_another_project_is_not_filtered(qtbot: QtBot, tmp_path: Path) -> None:
    window = looked_for(qtbot, tmp_path, "flood")
    window.desk.lay(a_dam().session())
    assert len(said(window)) == 9
    assert bar(window).box.text() == ""


def test_sections_say_what_they_hold_and_rest_on(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    qtbot.waitUntil(lambda: head(window) == "17 words, 10 in statements")
    assert about(window, "State") == "2 passages, 1 not cited, 1 statement, 9 words"
    assert about(window, "Cost") == (
        "1 passage, 1 not cited, 4 words\nIt rests on one source, S2; look for a second."
    )
    assert about(window, "People") == "nothing yet"


def test_counts_follow_what_is_done(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    people = section(window, "people")
    cited = session_of(window).project.passages()
    window.desk.do(lambda project: drafting.write(project, people, "All of it.", "fact", cited))
    qtbot.waitUntil(lambda: about(window, "People") == "1 statement, 3 words")
    assert about(window, "Cost").startswith("1 passage, 4 words")
    window.desk.undo()
    qtbot.waitUntil(lambda: about(window, "Cost").startswith("1 passage, 1 not cited"))
    window.desk.do(lambda project: sections.merge(project, section(window, "cost"), people))
    qtbot.waitUntil(lambda: about(window, "People").startswith("1 passage, 1 not cited, 4 words"))


def test_folds_are_remembered_with_the_project(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    window = a_window(qtbot, tmp_path)
    window.projects.open(path)
    outline = room(window).space.outline
    choose(window, "state", 0)
    press(outline, Qt.Key.Key_Left, SHIFT)
    assert len(said(window)) == 4
    QTest.mouseClick(outline.viewport(), LEFT, NONE, heading(window, "Cost").center())
    before = said(window)
    window.projects.close()
    again = a_window(qtbot, tmp_path)
    again.projects.open(path)
    assert said(again) == before
    press(room(again).space.outline, Qt.Key.Key_Right, SHIFT)


def test_all_sections_are_collapsed_and_expanded_by_one_button(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    [button] = [stop for stop in room(window).space.outline_panel.stops() if "all sections" in stop.toolTip()]
    QTest.mouseClick(button, LEFT)
    assert len(said(window)) == 4
    assert button.toolTip().startswith("Expand")
    QTest.mouseClick(button, LEFT)
    assert len(said(window)) == 9
