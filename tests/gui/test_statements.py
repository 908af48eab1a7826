"""Statements written beside the evidence they cite."""

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
from briefer.model.records import Statement
from tests.gui import hands
from tests.gui.windows import (
    CONTROL,
    FLOOD,
    LEFT,
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


def editor_of(window: MainWindow) -> StatementEditor:
    return room(window).space.editor


def button(window: MainWindow, words: str) -> QAbstractButton:
    return next(b for b in editor_of(window).findChildren(QAbstractButton) if b.text() == words)


def writing_in(window: MainWindow, key: str) -> StatementEditor:
    """Begin a statement and return the editor, the keyboard on its words."""
    room(window).drafting.write(None if key == "bluf" else section(window, key))
    QApplication.processEvents()
    return editor_of(window)


def listed(window: MainWindow) -> list[str]:
    model = editor_of(window).evidence
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


def statements(window: MainWindow, key: str) -> list[Statement]:
    body = session_of(window).project.body(section(window, key))
    return [entry for entry in body if isinstance(entry, Statement)]


def test_a_statement_is_written_with_what_it_cites(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    editor = writing_in(window, "cost")
    assert listed(window) == ["S2 ¶1   Repairs cost two million."]
    QTest.keyClicks(editor.words, "It was dear.")
    editor.list.setCurrentIndex(editor.evidence.index(0))
    press(editor.list, Qt.Key.Key_Space)
    QTest.mouseClick(button(window, "Done"), LEFT)
    [written] = statements(window, "cost")
    assert (written.text, written.kind, len(written.cites)) == ("It was dear.", "fact", 1)
    assert not editor.isVisible()
    assert room(window).space.outline.current_line() == written


def test_ctrl_enter_is_done_and_escape_gives_up(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    QTest.keyClicks(writing_in(window, "people").words, "The crew worked.")
    press(editor_of(window).words, Qt.Key.Key_Return, CONTROL)
    assert quotes(window, "people") == ["The crew worked."]
    QTest.keyClicks(writing_in(window, "people").words, "They slept.")
    press(editor_of(window).words, Qt.Key.Key_Escape)
    assert quotes(window, "people") == ["The crew worked."]
    assert not editor_of(window).isVisible()


def test_a_statement_is_edited_where_it_stands(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    [statement] = statements(window, "state")
    room(window).drafting.edit(statement)
    editor = editor_of(window)
    editor.words.setPlainText("The dam stood.")
    editor.kind.setCurrentIndex(editor.kind.findData("judgement"))
    editor.finish()
    [now] = statements(window, "state")
    assert (now.text, now.kind, now.id) == ("The dam stood.", "judgement", statement.id)


def test_unchanged_words_make_no_change(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    room(window).drafting.edit(statements(window, "state")[0])
    editor_of(window).finish()
    assert not window.commands["undo"].isEnabled()
    assert not editor_of(window).isVisible()


def test_no_words_are_refused_and_the_editor_stays(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    editor = writing_in(window, "cost")
    editor.list.setCurrentIndex(editor.evidence.index(0))
    press(editor.list, Qt.Key.Key_Space)
    editor.finish()
    assert window.notice.words.startswith("A statement needs words")
    assert editor.isVisible()


def test_a_quotation_takes_the_words_of_its_passage(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    editor = writing_in(window, "cost")
    editor.kind.setCurrentIndex(editor.kind.findData("quotation"))
    editor.list.setCurrentIndex(editor.evidence.index(0))
    press(editor.list, Qt.Key.Key_Space)
    assert editor.words.toPlainText() == "Repairs cost two million."


def at_box(editor: StatementEditor, words: str = "@") -> Palette:
    """Type words that end in an @ and return the box that opens."""
    QTest.keyClicks(editor.words, words)
    QApplication.processEvents()
    box = QApplication.activePopupWidget()
    assert isinstance(box, Palette)
    return box


def test_an_at_sign_cites_the_first_that_is_found(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    editor = writing_in(window, "state")
    box = at_box(editor, "Sound @")
    assert [box.found.item(row).text() for row in range(box.found.count())] == [
        "S1 ¶1   It held through the flood.",
        "S2 ¶1   The dam held",
        "S2 ¶1   Repairs cost two million.",
    ]
    QTest.keyClicks(box.box, "dam")
    assert box.found.currentRow() == 0
    press(box.box, Qt.Key.Key_Return)
    assert [p.anchor.quote for p in editor.evidence.passages()] == ["The dam held"]
    assert editor.words.toPlainText() == "Sound "


def test_an_at_sign_cites_in_the_bottom_line(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    editor = writing_in(window, "bluf")
    box = at_box(editor)
    QTest.keyClicks(box.box, "rep")
    press(box.box, Qt.Key.Key_Return)
    assert [p.anchor.quote for p in editor.evidence.passages()] == ["Repairs cost two million."]


@pytest.mark.parametrize(("letters", "key"), [("dam", Qt.Key.Key_Escape), ("crew", Qt.Key.Key_Return)])
def test_an_at_sign_that_cites_nothing_does_not_stay_unsaid(
    qtbot: QtBot, tmp_path: Path, letters: str, key: Qt.Key
) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    editor = writing_in(window, "state")
    box = at_box(editor, "crew@")
    QTest.keyClicks(box.box, letters)
    press(box.box, key)
    assert editor.words.toPlainText() == f"crew@{letters}"
    assert editor.words.hasFocus()
    assert window.notice.words.startswith(f"“@{letters}” stays as it was typed and cites nothing")


def test_where_nothing_can_be_cited_an_at_sign_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    world = World()
    world.source(FLOOD)
    world.section("People")
    window = a_window(qtbot, tmp_path, world)
    editor = writing_in(window, "people")
    QTest.keyClicks(editor.words, "crew@dam")
    assert editor.words.toPlainText() == "crew@dam"
    assert window.notice.words.startswith("There is nothing to cite here yet")


def test_the_box_to_cite_from_stands_on_the_screen(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    screen = window.screen().availableGeometry()
    window.move(screen.bottomRight() - window.rect().bottomRight())
    box = at_box(writing_in(window, "bluf"))
    assert screen.contains(box.geometry())
    box.reject()


def test_selected_words_are_tagged_and_cited_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    editor = writing_in(window, "people")
    start = FLOOD.index("The mayor")
    hands.drag(room(window).space.panes.active.view, start, start + len("The mayor thanked"))
    QTest.mouseClick(button(window, "Cite selection"), LEFT)
    assert quotes(window, "people") == ["The mayor thanked"]
    assert [p.anchor.quote for p in editor.evidence.passages()] == ["The mayor thanked"]
    window.desk.undo()
    assert quotes(window, "people") == []


def test_selected_words_that_are_a_passage_are_cited_as_they_are(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    editor = writing_in(window, "bluf")
    start = FLOOD.index("It held")
    hands.drag(room(window).space.panes.active.view, start, start + len("It held through the flood."))
    QTest.mouseClick(button(window, "Cite selection"), LEFT)
    assert [p.anchor.quote for p in editor.evidence.passages()] == ["It held through the flood."]
    assert not window.commands["undo"].isEnabled()


def test_words_for_the_bottom_line_are_tagged_first(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    editor = writing_in(window, "bluf")
    start = FLOOD.index("The mayor")
    hands.drag(room(window).space.panes.active.view, start, start + len("The mayor thanked"))
    QTest.mouseClick(button(window, "Cite selection"), LEFT)
    assert window.notice.words.startswith("Tag these words first by pressing a section’s digit")
    hands.press(room(window).space.panes.active.view, Qt.Key.Key_3)
    assert listed(window)[0] == "S1 ¶2   The mayor thanked"
    QTest.mouseClick(button(window, "Cite selection"), LEFT)
    assert [p.anchor.quote for p in editor.evidence.passages()] == ["The mayor thanked"]


def test_the_passage_at_the_caret_is_cited(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    editor = writing_in(window, "people")
    hands.click(room(window).space.panes.active.view, FLOOD.index("It held") + 4)
    QTest.mouseClick(button(window, "Cite selection"), LEFT)
    assert listed(window) == ["S1 ¶1   It held through the flood."]
    assert len(editor.evidence.cites) == 1
    QTest.mouseClick(button(window, "Cite selection"), LEFT)
    assert len(editor.evidence.cites) == 1


def test_so_is_the_chosen_card(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    world.tag(world.sources[1], "said the mayor", None)
    window = a_window(qtbot, tmp_path, world)
    choose(window, "cost", 0)
    editor = writing_in(window, "people")
    hands.click(room(window).space.panes.panes()[0].view, 3)
    QTest.mouseClick(button(window, "Cite selection"), LEFT)
    room(window).space.outline.choose(session_of(window).project.unfiled()[0].id)
    QTest.mouseClick(button(window, "Cite selection"), LEFT)
    assert [p.anchor.quote for p in editor.evidence.passages()] == [
        "Repairs cost two million.",
        "said the mayor",
    ]


def test_with_nothing_chosen_it_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    writing_in(window, "people")
    hands.click(room(window).space.panes.active.view, 3)
    QTest.mouseClick(button(window, "Cite selection"), LEFT)
    assert window.notice.words.startswith("Select words in a pane")


def test_a_quotation_cited_by_selection_takes_its_words(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    editor = writing_in(window, "people")
    editor.kind.setCurrentIndex(editor.kind.findData("quotation"))
    editor.cite(session_of(window).project.passages()[0])
    assert editor.words.toPlainText() != ""


def test_the_bottom_line_is_offered_what_is_cited_and_then_all_that_is_tagged(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    writing_in(window, "bluf")
    assert listed(window) == [
        "S1 ¶1   It held through the flood.",
        "S2 ¶1   The dam held",
        "S2 ¶1   Repairs cost two million.",
    ]


def test_a_statement_is_removed_from_the_editor(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    room(window).drafting.edit(statements(window, "state")[0])
    QApplication.processEvents()
    QTest.mouseClick(button(window, "Remove"), LEFT)
    assert statements(window, "state") == []
    assert not editor_of(window).isVisible()


def test_going_on_to_another_keeps_what_was_written(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    QTest.keyClicks(writing_in(window, "people").words, "The crew worked.")
    room(window).drafting.edit(statements(window, "state")[0])
    assert quotes(window, "people") == ["The crew worked."]
    assert editor_of(window).words.toPlainText() == "The dam held through the flood."


def test_closing_the_window_keeps_what_was_written(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    QTest.keyClicks(writing_in(window, "people").words, "The crew worked.")
    project = session_of(window).project
    people = section(window, "people")
    texts: list[str] = []
    window.desk.changed.connect(
        lambda _change: texts.extend(s.text for s in project.statements_under(people))
    )
    window.close()
    assert texts == ["The crew worked."]


def test_words_that_cannot_be_kept_keep_the_window_open(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    writing_in(window, "people").words.setPlainText("x" * 100_001)
    window.close()
    assert window.isVisible()
    assert "cut it below" in window.notice.words
    window.commands["close"].trigger()
    assert window.desk.session is not None
    room(window).drafting.write(None)
    room(window).drafting.edit(statements(window, "state")[0])
    assert len(editor_of(window).words.toPlainText()) > 100_000
    editor_of(window).close_editor()


def test_the_editor_follows_what_happens_to_its_statement(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    [statement] = statements(window, "state")
    room(window).drafting.edit(statement)
    window.desk.do(lambda project: drafting.rewrite(project, statement, kind="judgement"))
    editor_of(window).words.setPlainText("It stood.")
    editor_of(window).finish()
    assert statements(window, "state")[0].text == "It stood."
    room(window).drafting.edit(statements(window, "state")[0])
    for _ in range(2):
        window.desk.undo()
    window.desk.do(lambda project: drafting.remove(project, statement))
    assert not editor_of(window).isVisible()


def test_the_write_command_writes_where_the_outline_stands(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    choose(window, "cost", 0)
    window.commands["write"].trigger()
    assert listed(window) == ["S2 ¶1   Repairs cost two million."]
    window.commands["sort"].trigger()
    window.commands["find"].trigger()


def test_evidence_can_be_read_whole(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    model = writing_in(window, "cost").evidence
    assert model.data(model.index(0), Qt.ItemDataRole.ToolTipRole) == "Repairs cost two million."
    assert model.data(model.index(0), Qt.ItemDataRole.FontRole) is None
    assert not model.setData(model.index(0), "x", Qt.ItemDataRole.EditRole)
    model.clear()
    assert model.rowCount() == 0


def test_nothing_is_begun_where_nothing_can_be_kept(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    window.projects.open(a_project(tmp_path), read_only=True)
    window.commands["write"].trigger()
    room(window).drafting.edit(statements(window, "state")[0])
    assert not editor_of(window).isVisible()
    assert "reading only" in window.notice.words


def test_a_project_to_be_read_looks_so(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    window = a_window(qtbot, tmp_path)
    window.projects.open(path)
    room(window).drafting.sort(section(window, "state"))
    [add] = [b for b in window.findChildren(QAbstractButton) if b.accessibleName() == "Add sources…"]
    assert add.isEnabled()
    assert window.commands["undo"].isEnabled()
    window.projects.close()
    window.projects.open(path, read_only=True)
    assert not add.isEnabled()
    assert not window.commands["undo"].isEnabled()
    assert window.status.hinted == "S1"
