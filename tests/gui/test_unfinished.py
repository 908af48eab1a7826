"""Half a statement, after the program was killed in the middle of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefer.gui.outline.statement_editor import StatementEditor
from briefer.gui.window import MainWindow
from tests.gui.windows import a_project, a_window, press, room, section, session_of


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
