"""Notes on passages: written by a key, shown under the mouse and in the margin."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from briefer.gui.dialogs.note_dialog import NoteDialog
from briefer.gui.panes.pane import Pane
from briefer.gui.window import MainWindow
from tests.gui import hands
from tests.gui.windows import CONTROL, FLOOD, a_dam, a_window, press, room, session_of
from tests.worlds import World, a_world

HELD = FLOOD.index("It held") + 4


def a_note(window: MainWindow, offset: int = HELD) -> NoteDialog:
    """Ask for the note on the passage at a place."""
    view = room(window).space.panes.active.view
    view.setFocus()
    hands.click(view, offset)
    window.commands["note"].trigger()
    found = QApplication.activeModalWidget()
    assert isinstance(found, NoteDialog)
    return found


def told_at(widget: QWidget, point: QPoint) -> str:
    """Return what is said under the mouse."""
    event = QHelpEvent(QHelpEvent.Type.ToolTip, point, widget.mapToGlobal(point))
    QApplication.sendEvent(widget, event)
    return QToolTip.text()


def noted(note: str) -> World:
    world = World()
    world.tag(world.source(FLOOD), "It held through the flood.", world.section("State"), note)
    world.tag(world.sources[0], "It held through the flood.", world.section("Cost"))
    return world


def test_a_key_opens_the_note_of_the_passage_and_another_keeps_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    hands.click(room(window).space.panes.active.view, HELD)
    press(room(window).space.panes.active.view, Qt.Key.Key_M, CONTROL)
    form = QApplication.activeModalWidget()
    assert isinstance(form, NoteDialog)
    QTest.keyClicks(form.words, "Ask the mayor.")
    press(form.words, Qt.Key.Key_Return)
    QTest.keyClicks(form.words, "And the crew.")
    press(form.words, Qt.Key.Key_Return, CONTROL)
    assert session_of(window).project.passages()[0].note == "Ask the mayor.\nAnd the crew."
    assert window.status.told == "Note written"
    form = a_note(window, HELD + 9)
    form.words.clear()
    form.accept()
    assert session_of(window).project.passages()[0].note == ""
    assert window.status.told == "Note taken away"


def test_escape_gives_the_note_up(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    form = a_note(window)
    QTest.keyClicks(form.words, "Ask the mayor.")
    press(form, Qt.Key.Key_Escape)
    assert session_of(window).undo_label == ""


def test_a_note_that_is_refused_stays_to_be_mended(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    form = a_note(window)
    form.words.setPlainText("x" * 100_001)
    form.accept()
    assert "cut it below" in form.refusal
    assert form.isVisible()
    form.reject()


def test_without_a_passage_the_key_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    hands.click(room(window).space.panes.active.view, 4)
    window.commands["note"].trigger()
    assert window.notice.words.startswith("Put the caret into a tagged passage first")


def test_the_mouse_on_a_passage_tells_its_sections_and_its_note(qtbot: QtBot) -> None:
    pane = hands.a_pane(qtbot, noted("Ask the mayor."))
    view = pane.view
    assert told_at(view.viewport(), hands.point_of(view, HELD)) == "State, Cost\nAsk the mayor."
    told_at(view.viewport(), hands.point_of(view, 3))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_long_note_wraps(qtbot: QtBot) -> None:
    pane = hands.a_pane(qtbot, noted("Ask the mayor <again> " * 20))
    shown = told_at(pane.view.viewport(), hands.point_of(pane.view, HELD))
    assert shown.startswith("<qt>State, Cost<br>Ask the mayor &lt;again&gt;")


def test_the_margin_marks_a_passage_with_a_note_and_tells_it(qtbot: QtBot) -> None:
    bare, pane = hands.a_pane(qtbot, noted("")), hands.a_pane(qtbot, noted("Ask."))
    assert hands.picture(pane.gutter) != hands.picture(bare.gutter)
    badge = pane.gutter.placed()[0].badge.center().toPoint()
    assert told_at(pane.gutter, badge) == "State, Cost\nAsk."


def test_a_passage_that_no_section_holds_is_told_as_unfiled(qtbot: QtBot) -> None:
    world = a_world("The dam held.")
    world.tag(world.sources[0], "dam", None)
    pane: Pane = hands.a_pane(qtbot, world)
    assert told_at(pane.view.viewport(), hands.point_of(pane.view, 5)) == "Unfiled"
