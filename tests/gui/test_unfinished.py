"""Half a statement, after the program was killed in the middle of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from briefer.actions import drafting
from briefer.gui.look.palette import Palette
from briefer.gui.outline.statement_editor import StatementEditor
from briefer.gui.window import MainWindow
from briefer.model.records import Tag
from tests.gui.windows import a_dam, a_project, a_window, press, room, section, session_of


def editor_of(window: MainWindow) -> StatementEditor:
    return room(window).space.editor


def kill(window: MainWindow) -> None:
    """Leave of a window what a crash would: the project, and what the settings hold of the statement."""
    path = session_of(window).path
    assert path is not None
    kept = window.settings.draft_of(path)
    editor_of(window).close_editor()
    window.projects.close()
    window.settings.keep_draft_of(path, kept)


def reopened(qtbot: QtBot, tmp_path: Path, path: Path) -> MainWindow:
    window = a_window(qtbot, tmp_path)
    window.projects.open(path)
    return window


def test_a_new_statement_goes_on_where_it_stopped(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    first = reopened(qtbot, tmp_path, path)
    room(first).drafting.write(section(first, "cost"))
    editor = editor_of(first)
    editor.kind.setCurrentIndex(editor.kind.findData("judgement"))
    editor.evidence.cite(editor.evidence.identifier(0))
    QTest.keyClicks(editor.words, "It was de")
    wanted = editor.draft()
    room(first).unfinished.keep()
    kill(first)
    second = reopened(qtbot, tmp_path, path)
    assert editor_of(second).draft() == wanted
    assert "in the editor again" in second.status.told
    QTest.keyClicks(editor_of(second).words, "ar.")
    press(editor_of(second).words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    texts = [one.text for one in session_of(second).project.statements()]
    assert "It was dear." in texts
    second.projects.close()
    assert not editor_of(reopened(qtbot, tmp_path, path)).isVisible()


def test_a_statement_that_was_being_changed_is_taken_up(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    first = reopened(qtbot, tmp_path, path)
    statement = session_of(first).project.statements()[0]
    room(first).drafting.edit(statement)
    QTest.keyClicks(editor_of(first).words, " Again.")
    room(first).unfinished.keep()
    kill(first)
    draft = editor_of(reopened(qtbot, tmp_path, path)).draft()
    assert (draft.statement, draft.text) == (statement, f"{statement.text} Again.")


def test_what_was_given_up_does_not_come_back(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    first = reopened(qtbot, tmp_path, path)
    room(first).drafting.write(section(first, "cost"))
    QTest.keyClicks(editor_of(first).words, "It was de")
    room(first).unfinished.keep()
    press(editor_of(first).words, Qt.Key.Key_Escape)
    kill(first)
    assert not editor_of(reopened(qtbot, tmp_path, path)).isVisible()


def written_and_left(window: MainWindow, words: str, key: str = "cost") -> None:
    """Begin a statement and press Escape in the middle of it."""
    room(window).drafting.write(section(window, key))
    QTest.keyClicks(editor_of(window).words, words)
    press(editor_of(window).words, Qt.Key.Key_Escape)


def test_escape_lays_aside_what_was_written_and_offers_to_write_on(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    written_and_left(window, "It was de")
    assert not editor_of(window).isVisible()
    assert window.notice.words == "Laid aside, not in the brief: “It was de”"
    offer = next(b for b in window.notice.findChildren(QAbstractButton) if b.text() == "Write on")
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert editor_of(window).words.toPlainText() == "It was de"
    assert editor_of(window).draft().section == section(window, "cost")


def test_escape_without_words_or_changes_lays_nothing_aside(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    written_and_left(window, " ")
    room(window).drafting.edit(session_of(window).project.statements()[0])
    press(editor_of(window).words, Qt.Key.Key_Escape)
    window.commands["write-on"].trigger()
    assert window.notice.words.startswith("Nothing was laid aside")


def test_of_several_laid_aside_one_is_chosen_the_latest_first(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    written_and_left(window, "It was de")
    written_and_left(window, f"The crew {'and more of it ' * 9}", "people")
    written_and_left(window, "On the whole", "state")
    window.commands["write-on"].trigger()
    QApplication.processEvents()
    box = QApplication.activePopupWidget()
    assert isinstance(box, Palette)
    shown = [box.found.item(row).text() for row in range(box.found.count())]
    assert shown[0] == "State: “On the whole”"
    assert shown[1].endswith("…”")
    QTest.keyClicks(box.box, "cost")
    press(box.box, Qt.Key.Key_Return)
    assert editor_of(window).words.toPlainText() == "It was de"
    press(editor_of(window).words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "It was de" in [one.text for one in session_of(window).project.statements()]


def test_what_was_laid_aside_outlives_the_program(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    first = reopened(qtbot, tmp_path, path)
    written_and_left(first, "It was de")
    first.projects.close()
    second = reopened(qtbot, tmp_path, path)
    second.commands["write-on"].trigger()
    assert editor_of(second).words.toPlainText() == "It was de"
    press(editor_of(second).words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    second.commands["write-on"].trigger()
    assert second.notice.words.startswith("Nothing was laid aside")


def test_words_are_laid_aside_when_their_statement_is_taken_away(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    statement = session_of(window).project.statements()[0]
    room(window).drafting.edit(statement)
    QTest.keyClicks(editor_of(window).words, " Again.")
    window.desk.do(lambda project: drafting.remove(project, statement))
    assert not editor_of(window).isVisible()
    window.commands["write-on"].trigger()
    draft = editor_of(window).draft()
    assert (draft.text, draft.statement) == (f"{statement.text} Again.", None)


def test_a_changed_statement_is_written_on_with_what_it_cited_then(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    [held, dam, _] = session_of(window).project.body(section(window, "state"))
    statement = session_of(window).project.statements_under(section(window, "state"))[0]
    assert isinstance(held, Tag)
    assert isinstance(dam, Tag)
    room(window).drafting.edit(statement)
    QTest.keyClicks(editor_of(window).words, " Again.")
    editor_of(window).evidence.let_go(held.passage)
    editor_of(window).evidence.cite(dam.passage)
    press(editor_of(window).words, Qt.Key.Key_Escape)
    window.commands["write-on"].trigger()
    assert [passage.id for passage in editor_of(window).draft().cites] == [dam.passage]


@pytest.mark.parametrize("kept", ["{}", "[1]", "half a", '{"section": "", "statement": "", "text": ""}'])
def test_a_draft_that_the_settings_no_longer_hold_whole_is_let_go(
    qtbot: QtBot, tmp_path: Path, kept: str
) -> None:
    path = a_project(tmp_path)
    window = a_window(qtbot, tmp_path)
    window.settings.keep_draft_of(path, kept)
    window.settings.keep_aside_of(path, [kept])
    window.projects.open(path)
    assert not editor_of(window).isVisible()
    window.commands["write-on"].trigger()
    assert "Nothing was laid aside" in window.notice.words
