"""The ends of a passage moved with the mouse and with keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from briefer.actions import tagging
from briefer.gui.panes.handles import Handle, handles_of
from briefer.gui.panes.tagging_view import TaggingView
from briefer.gui.window import MainWindow
from briefer.wording.stretching import END, START
from tests.gui import hands
from tests.gui.windows import (
    ALT,
    CONTROL,
    FLOOD,
    LEFT,
    NONE,
    SHIFT,
    a_dam,
    a_window,
    press,
    quotes,
    room,
    section,
    session_of,
    source,
)  # fmt: skip
from tests.worlds import World

HELD = "It held through the flood."
INSIDE = FLOOD.index("held through")


def at_the_passage(qtbot: QtBot, tmp_path: Path, world: World | None = None) -> MainWindow:
    """Show the dam with the caret in its first passage."""
    window = a_window(qtbot, tmp_path, world or a_dam())
    view_of(window).setFocus()
    hands.click(view_of(window), INSIDE)
    QApplication.processEvents()
    return window


def view_of(window: MainWindow) -> TaggingView:
    return room(window).space.panes.active.view


def said(window: MainWindow) -> list[str]:
    """Return the words of the first report's passages."""
    project = session_of(window).project
    return [passage.anchor.quote for passage in project.passages_in(source(window, "S1"))]


def handle(window: MainWindow, end: int) -> Handle:
    return next(one for one in handles_of(view_of(window)) if one.end == end)


def carry(
    window: MainWindow, end: int, to: str, modifiers: Qt.KeyboardModifier = NONE, *, let_go: bool = True
) -> None:
    """Drag an end of the chosen passage to where some words begin."""
    view = view_of(window)
    first, last = handle(window, end).grip.center().toPoint(), hands.point_of(view, FLOOD.index(to))
    QTest.mousePress(view.viewport(), LEFT, modifiers, first)
    hands.move(view.viewport(), last, LEFT, modifiers)
    if let_go:
        QTest.mouseRelease(view.viewport(), LEFT, modifiers, last)
    QApplication.processEvents()


def test_an_end_is_dragged_from_word_to_word(qtbot: QtBot, tmp_path: Path) -> None:
    window = at_the_passage(qtbot, tmp_path)
    carry(window, END, "rough the")
    assert said(window) == ["It held through"]
    carry(window, START, "spected")
    assert said(window) == ["inspected in May. It held through"]
    assert window.status.told == "Adjusted: S1 “inspected in May. It held through”"
    window.desk.undo()
    window.desk.undo()
    assert said(window) == [HELD]


def test_with_alt_an_end_is_dragged_to_a_character(qtbot: QtBot, tmp_path: Path) -> None:
    window = at_the_passage(qtbot, tmp_path)
    carry(window, END, "rough the", ALT)
    assert said(window) == ["It held th"]


def test_while_an_end_is_dragged_only_the_text_shows_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = at_the_passage(qtbot, tmp_path)
    before = hands.picture(view_of(window))
    carry(window, END, "rough the", let_go=False)
    assert said(window) == [HELD]
    assert hands.picture(view_of(window)) != before
    assert [mark.end for mark in view_of(window).under.marks] == [FLOOD.index(" the flood")]


def test_escape_leaves_the_passage_as_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    window = at_the_passage(qtbot, tmp_path)
    marks = list(view_of(window).under.marks)
    carry(window, END, "rough the", let_go=False)
    press(view_of(window), Qt.Key.Key_Escape)
    QTest.mouseRelease(view_of(window).viewport(), LEFT, NONE, QPoint(50, 50))
    assert said(window) == [HELD]
    assert list(view_of(window).under.marks) == marks
    assert session_of(window).undo_label == ""


def test_an_end_let_go_where_it_was_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    window = at_the_passage(qtbot, tmp_path)
    carry(window, END, "\nThe mayor")
    assert session_of(window).undo_label == ""


def test_an_end_held_below_the_text_scrolls_it(qtbot: QtBot, tmp_path: Path) -> None:
    world = World()
    text = "\n".join(f"Line {number} of the report." for number in range(200))
    world.tag(world.source(text), "Line 0 of the report.", world.section("State"))
    window = a_window(qtbot, tmp_path, world)
    view = view_of(window)
    view.setFocus()
    hands.click(view, 3)
    grip = handle(window, END).grip.center().toPoint()
    QTest.mousePress(view.viewport(), LEFT, NONE, grip)
    hands.move(view.viewport(), QPoint(grip.x(), view.viewport().height() + 40), LEFT)
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 200)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, QPoint(60, view.viewport().height() - 20))
    (passage,) = session_of(window).project.passages()
    assert passage.anchor.end > 300


def test_handles_show_only_for_a_passage_where_the_keyboard_is(qtbot: QtBot, tmp_path: Path) -> None:
    window = at_the_passage(qtbot, tmp_path)
    assert [one.end for one in handles_of(view_of(window))] == [START, END]
    hands.click(view_of(window), 4)
    assert handles_of(view_of(window)) == []


def test_the_mouse_says_where_an_end_can_be_taken_hold_of(qtbot: QtBot, tmp_path: Path) -> None:
    window = at_the_passage(qtbot, tmp_path)
    viewport = view_of(window).viewport()
    hands.move(viewport, handle(window, END).grip.center().toPoint())
    assert viewport.cursor().shape() == Qt.CursorShape.SizeHorCursor
    hands.hover(view_of(window), INSIDE)
    assert viewport.cursor().shape() == Qt.CursorShape.IBeamCursor


def test_what_was_just_tagged_can_be_taken_hold_of(qtbot: QtBot, tmp_path: Path) -> None:
    window = at_the_passage(qtbot, tmp_path)
    hands.drag(view_of(window), FLOOD.index("mayor"), FLOOD.index(" thanked"))
    assert handles_of(view_of(window)) == []
    press(view_of(window), Qt.Key.Key_3)
    carry(window, END, "anked the")
    assert quotes(window, "people") == ["mayor thanked"]


def test_right_to_left_a_passage_begins_at_the_right(qtbot: QtBot, tmp_path: Path) -> None:
    world = World()
    world.tag(world.source("קודם הסכר החזיק היטב"), "הסכר החזיק", world.section("State"))
    window = a_window(qtbot, tmp_path, world)
    view_of(window).setFocus()
    hands.click(view_of(window), 7)
    start, end = handles_of(view_of(window))
    assert start.bar.left() > end.bar.left()


def test_a_key_lets_arrows_move_the_ends(qtbot: QtBot, tmp_path: Path) -> None:
    window = at_the_passage(qtbot, tmp_path)
    view = view_of(window)
    window.commands["adjust"].trigger()
    assert window.status.hinted.startswith("←/→ moves the end, Ctrl+←/→ the start")
    press(view, Qt.Key.Key_Left, SHIFT)
    press(view, Qt.Key.Key_Left, SHIFT)
    assert window.status.told == "Ends with “It held through the”, 4 words"
    press(view, Qt.Key.Key_Left, SHIFT | CONTROL)
    press(view, Qt.Key.Key_Right, SHIFT | ALT)
    assert window.status.told == "Ends with “May. It held through the”, 5 words"
    assert said(window) == [HELD]
    press(view, Qt.Key.Key_Return)
    assert said(window) == ["May. It held through the "]
    assert window.status.hinted.startswith("S1 · press 1–9")


def test_the_right_button_lets_arrows_move_the_ends_too(qtbot: QtBot, tmp_path: Path) -> None:
    window = at_the_passage(qtbot, tmp_path)
    hands.right_click(view_of(window), INSIDE + 5)
    menu = room(window).menus.open
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "Adjust its ends").trigger()
    menu.close()
    press(view_of(window), Qt.Key.Key_Left, SHIFT)
    press(view_of(window), Qt.Key.Key_Return)
    assert said(window) == ["It held through the flood"]


def test_escape_gives_up_what_the_arrows_did(qtbot: QtBot, tmp_path: Path) -> None:
    window = at_the_passage(qtbot, tmp_path)
    window.commands["adjust"].trigger()
    press(view_of(window), Qt.Key.Key_Left, SHIFT | CONTROL)
    assert window.status.told.startswith("Begins with “May. It held")
    press(view_of(window), Qt.Key.Key_Escape)
    assert said(window) == [HELD]
    assert [mark.start for mark in view_of(window).under.marks] == [FLOOD.index("It held")]


def test_while_arrows_move_the_ends_digits_tag_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    window = at_the_passage(qtbot, tmp_path)
    window.commands["adjust"].trigger()
    press(view_of(window), Qt.Key.Key_3)
    assert quotes(window, "people") == []
    escape = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, NONE)
    escape.ignore()
    QApplication.sendEvent(view_of(window), escape)
    assert escape.isAccepted()


def test_a_click_elsewhere_keeps_what_the_arrows_did(qtbot: QtBot, tmp_path: Path) -> None:
    window = at_the_passage(qtbot, tmp_path)
    window.commands["adjust"].trigger()
    press(view_of(window), Qt.Key.Key_Left, SHIFT)
    hands.click(view_of(window), 4)
    assert said(window) == ["It held through the flood"]


def test_the_mouse_may_go_on_where_the_arrows_were(qtbot: QtBot, tmp_path: Path) -> None:
    window = at_the_passage(qtbot, tmp_path)
    window.commands["adjust"].trigger()
    press(view_of(window), Qt.Key.Key_Left, SHIFT | CONTROL)
    carry(window, END, "rough the")
    assert said(window) == ["May. It held through"]
    assert session_of(window).undo_label == "Adjust passage"


def test_another_change_ends_adjusting(qtbot: QtBot, tmp_path: Path) -> None:
    window = at_the_passage(qtbot, tmp_path)
    window.commands["adjust"].trigger()
    press(view_of(window), Qt.Key.Key_Left, SHIFT)
    window.desk.do(lambda p: tagging.tag(p, source(window, "S1"), 0, 3, section(window, "cost")))
    assert view_of(window).adjuster.passage == ""
    assert said(window) == ["The", HELD]


def test_where_nothing_is_tagged_adjusting_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    window = at_the_passage(qtbot, tmp_path)
    hands.click(view_of(window), 4)
    window.commands["adjust"].trigger()
    assert window.notice.words.startswith("Put the caret into a tagged passage first")


def test_a_read_only_project_refuses_and_shows_the_passage_as_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    window = at_the_passage(qtbot, tmp_path)
    session_of(window).read_only = True
    carry(window, END, "rough the")
    assert window.notice.words
    assert [mark.end for mark in view_of(window).under.marks] == [FLOOD.index(HELD) + len(HELD)]


def test_a_passage_drawn_over_another_joins_it(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    world.tag(world.sources[0], "It held", world.sections[2])
    window = a_window(qtbot, tmp_path, world)
    view_of(window).setFocus()
    hands.click(view_of(window), FLOOD.index("through") + 2)
    carry(window, END, "ld through")
    assert said(window) == ["It held"]
    assert window.status.told == "Joined: S1 “It held”"
    assert "It held" in quotes(window, "people")
    assert "It held" in quotes(window, "state")


@pytest.mark.parametrize(
    ("more", "sentence", "button"),
    [
        ((), "A statement quotes this passage in words that it no longer says; mend it.", "Show it"),
        (
            ("“through the flood” it held",),
            "2 statements quote this passage in words that it no longer says; mend them.",
            "Show the first",
        ),
    ],
)
def test_statements_that_no_longer_quote_rightly_are_told_at_once(
    qtbot: QtBot, tmp_path: Path, more: tuple[str, ...], sentence: str, button: str
) -> None:
    world = a_dam()
    first = world.statement(world.sections[0], "So “held through the flood”.", world.passages[0])
    for words in more:
        world.statement(world.sections[0], words, world.passages[0])
    window = at_the_passage(qtbot, tmp_path, world)
    carry(window, END, "rough the")
    assert window.notice.words == sentence
    offers = window.notice.findChildren(QPushButton)
    next(offer for offer in offers if offer.text() == button).click()
    line = room(window).space.outline.current_line()
    assert line is not None
    assert line.id == first.id
