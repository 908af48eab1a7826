"""What a statement cites as chips, its kind by keys, and its words checked while they are written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.gui.outline import evidence_model
from briefer.gui.outline.citation_chips import CitationChip
from briefer.gui.outline.statement_editor import StatementEditor
from briefer.gui.window import MainWindow
from tests.gui import hands
from tests.gui.test_statements import at_box, editor_of, listed, statements, writing_in
from tests.gui.windows import ALT, CONTROL, FLOOD, LEFT, NONE, a_dam, a_window, press, room, session_of
from tests.worlds import World


def chips(window: MainWindow) -> list[CitationChip]:
    return editor_of(window).parts.chips.chips


def cited(editor: StatementEditor) -> list[str]:
    return [passage.anchor.quote for passage in editor.evidence.passages()]


def citing_all(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """Begin a statement that cites the three passages of the dam."""
    window = a_window(qtbot, tmp_path, a_dam())
    editor = writing_in(window, "state")
    for passage in session_of(window).project.passages():
        editor.cite(passage)
    QApplication.processEvents()
    return window


def checked(qtbot: QtBot, editor: StatementEditor, words: str) -> str:
    """Write words and return what the editor says of them when the keys rest."""
    editor.words.setPlainText(words)
    qtbot.waitUntil(lambda: not editor._pause.isActive())
    return editor.parts.check.words


def test_a_click_on_a_chip_shows_the_passage(qtbot: QtBot, tmp_path: Path) -> None:
    window = citing_all(qtbot, tmp_path)
    chip = next(one for one in chips(window) if "two million" in one.accessibleName())
    QTest.mouseClick(chip, LEFT, NONE, QPoint(8, 8))
    pane = room(window).space.panes.active
    assert (pane.source.label if pane.source else "", pane.view.caret()) == ("S2", 0)
    assert len(chips(window)) == 3


def test_the_cross_of_a_chip_lets_go(qtbot: QtBot, tmp_path: Path) -> None:
    window = citing_all(qtbot, tmp_path)
    chip = chips(window)[0]
    QTest.mouseClick(chip, LEFT, NONE, QPoint(chip.width() - 6, 8))
    assert len(cited(editor_of(window))) == 2


def test_chips_are_gone_through_and_taken_out_by_keys(qtbot: QtBot, tmp_path: Path) -> None:
    window = citing_all(qtbot, tmp_path)
    chips(window)[0].setFocus()
    press(chips(window)[0], Qt.Key.Key_Right)
    assert chips(window)[1].hasFocus()
    press(chips(window)[1], Qt.Key.Key_Left)
    assert chips(window)[0].hasFocus()
    for left in (2, 1):
        press(chips(window)[0], Qt.Key.Key_Delete)
        assert len(chips(window)) == left
        assert chips(window)[0].hasFocus()
    press(chips(window)[0], Qt.Key.Key_Backspace)
    assert editor_of(window).words.hasFocus()
    assert editor_of(window).parts.chips.isHidden()


def test_enter_on_a_chip_shows_the_passage(qtbot: QtBot, tmp_path: Path) -> None:
    window = citing_all(qtbot, tmp_path)
    chip = next(one for one in chips(window) if "two million" in one.accessibleName())
    chip.setFocus()
    press(chip, Qt.Key.Key_Return)
    assert room(window).space.panes.active.source == session_of(window).project.find_source("S2")


def test_many_chips_take_more_rows(qtbot: QtBot, tmp_path: Path) -> None:
    world = World()
    text = "\n".join(f"Line {number}." for number in range(20))
    report, home = world.source(text), world.section("State")
    passages = [world.tag(report, f"Line {number}.", home) for number in range(20)]
    window = a_window(qtbot, tmp_path, world)
    room(window).drafting.write(home, passages)
    QApplication.processEvents()
    box = editor_of(window).parts.chips
    assert all(chip.geometry().right() <= box.width() for chip in chips(window))
    assert chips(window)[-1].y() > chips(window)[0].y()
    assert hands.picture(box).height() >= chips(window)[-1].geometry().bottom()
    room(window).space.brief.resize(300, room(window).space.brief.height())


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_1, "quotation"),
        (Qt.Key.Key_2, "fact"),
        (Qt.Key.Key_3, "judgement"),
        (Qt.Key.Key_4, "assumption"),
    ],
)
def test_the_kind_is_chosen_by_alt_and_a_digit(qtbot: QtBot, tmp_path: Path, key: Qt.Key, kind: str) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    editor = writing_in(window, "state")
    press(editor.words, key, ALT)
    assert editor.kind.currentData() == kind


def test_a_statement_that_becomes_a_quotation_takes_the_words_of_its_only_passage(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    editor = writing_in(window, "people")
    editor.cite(session_of(window).project.passages()[0])
    press(editor.words, Qt.Key.Key_1, ALT)
    assert editor.words.toPlainText() == cited(editor)[0]
    press(editor.words, Qt.Key.Key_2, ALT)
    assert editor.words.toPlainText() == cited(editor)[0]


def test_words_in_quotation_marks_are_compared_with_what_is_cited(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    editor = writing_in(window, "state")
    assert editor.parts.check.isHidden()
    assert (
        checked(qtbot, editor, "It held.") == "It cites nothing yet; type @ to cite the passage it rests on."
    )
    editor.cite(session_of(window).project.passages()[0])
    assert checked(qtbot, editor, "They say it “held through the flood”.") == ""
    said = checked(qtbot, editor, "They say it “held in spite of the flood” and “stood”.")
    assert said.startswith("It has “held in spite of the flood” in quotation marks, which no passage")
    assert said.endswith("(and 1 more).")
    assert checked(qtbot, editor, "They say it “stood”.").startswith("It has “stood” in quotation marks")
    assert hands.picture(editor.parts.check).height() > 10


def test_a_quotation_that_is_altered_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    editor = writing_in(window, "state")
    press(editor.words, Qt.Key.Key_1, ALT)
    editor.cite(session_of(window).project.passages()[0])
    assert editor.parts.check.words == ""
    said = checked(qtbot, editor, "It held through the floods.")
    assert said == "It is not what each passage it cites says; restore the source’s words."


def test_an_at_sign_finds_passages_of_other_sections_too_by_label_and_by_folded_words(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    editor = writing_in(window, "state")
    box = at_box(editor)
    QTest.keyClicks(box.box, "s2 RÉPAIRS")
    press(box.box, Qt.Key.Key_Return)
    assert cited(editor) == ["Repairs cost two million."]


def test_a_passage_tagged_meanwhile_can_be_cited(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    world.tag(world.sources[0], "The mayor", None)
    window = a_window(qtbot, tmp_path, world)
    editor = writing_in(window, "state")
    box = at_box(editor)
    QTest.keyClicks(box.box, "mayor")
    press(box.box, Qt.Key.Key_Return)
    assert cited(editor) == ["The mayor"]


def test_a_list_nobody_reads_to_the_end_is_cut(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence_model, "LISTED", 2)
    window = a_window(qtbot, tmp_path, a_dam())
    counts = room(window).space.outline.outline.counts
    qtbot.waitUntil(lambda: not counts.busy)
    writing_in(window, "bluf")
    assert len(listed(window)) == 2


def test_in_a_low_window_the_words_have_the_room(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    editor = writing_in(window, "state")
    assert editor.list.isVisible()
    assert editor.parts.cited.text() == "tick what the statement cites"
    window.resize(1280, 720)
    QApplication.processEvents()
    assert not editor.list.isVisible()
    assert editor.parts.cited.text() == "type @ to cite a passage"
    assert lines_of(editor) >= 5


@pytest.mark.parametrize("height", [560, 620, 679, 720, 725, 801, 900])
def test_the_words_show_in_whole_lines(qtbot: QtBot, tmp_path: Path, height: int) -> None:
    window = citing_all(qtbot, tmp_path)
    editor = editor_of(window)
    checked(qtbot, editor, "They say that it “held in spite of the flood and of all the rain that fell”.")
    window.resize(1280, height)
    QApplication.processEvents()
    assert lines_of(editor) == int(lines_of(editor)) >= (5 if height >= 720 else 1)


def lines_of(editor: StatementEditor) -> float:
    """Return how many lines show between the margins of the box for the words."""
    margin = 2 * int(editor.words.document().documentMargin())
    return (editor.words.viewport().height() - margin) / editor.words.fontMetrics().height()


def test_in_the_smallest_window_nothing_lies_over_the_words(qtbot: QtBot, tmp_path: Path) -> None:
    window = citing_all(qtbot, tmp_path)
    editor = editor_of(window)
    checked(qtbot, editor, "They say that it “held in spite of the flood and of all the rain that fell”.")
    window.resize(window.minimumSize())
    QApplication.processEvents()
    parts = editor.parts
    assert parts.words.geometry().bottom() < parts.check.geometry().top()
    assert parts.check.geometry().bottom() < parts.chips.geometry().top()
    assert parts.chips.geometry().bottom() < parts.cite.geometry().top()


def test_what_is_wrong_with_a_statement_shows_on_its_card(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    held, dam, _ = world.passages
    people = world.sections[2]
    world.statement(people, "It held through the floods.", held, kind="quotation")
    world.statement(people, "It “stood through all the rain”.", held, dam)
    world.statement(people, "It “stood”.", held, dam)
    world.statement(people, "It is old.", kind="judgement")
    window = a_window(qtbot, tmp_path, world)
    model = room(window).space.outline.outline
    marks = [
        [(mark.words, mark.level) for mark in model.card(statement).marks]
        for statement in statements(window, "people")
    ]
    assert marks == [
        [("altered", "error")],
        [("misquoted", "error")],
        [("loose quotation", "warning")],
        [("cites nothing", "open")],
    ]
    assert hands.picture(room(window).space.outline).width() > 100


def test_a_note_on_a_passage_shows_on_its_card(qtbot: QtBot, tmp_path: Path) -> None:
    world = World()
    world.tag(world.source("The dam held."), "The dam", world.section("State"), note="Ask the mayor.")
    window = a_window(qtbot, tmp_path, world)
    model = room(window).space.outline.outline
    assert model.data(model.index(2)) == "The dam, S1 ¶1, not cited, note"
    assert str(model.data(model.index(2), Qt.ItemDataRole.ToolTipRole)).endswith("Ask the mayor.")


def quoting(qtbot: QtBot, tmp_path: Path, words: str = FLOOD.split("\n", maxsplit=1)[0]) -> MainWindow:
    """Begin a quotation of these words of the first report."""
    world = World()
    section = world.section("State")
    world.tag(world.source(FLOOD), words, section)
    window = a_window(qtbot, tmp_path, world)
    editor = writing_in(window, "state")
    editor.cite(session_of(window).project.passages()[0])
    press(editor.words, Qt.Key.Key_1, ALT)
    return window


def select(window: MainWindow, words: str) -> None:
    box = editor_of(window).words
    cursor = box.textCursor()
    cursor.setPosition(box.toPlainText().index(words))
    cursor.setPosition(cursor.position() + len(words), cursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)


def test_only_a_quotation_offers_edits(qtbot: QtBot, tmp_path: Path) -> None:
    window = quoting(qtbot, tmp_path)
    bar = editor_of(window).parts.quoting
    assert bar.isVisible()
    press(editor_of(window).words, Qt.Key.Key_2, ALT)
    assert not bar.isVisible()


def test_words_are_left_out_doubted_and_explained_and_that_is_recorded(qtbot: QtBot, tmp_path: Path) -> None:
    window = quoting(qtbot, tmp_path)
    editor = editor_of(window)
    select(window, "was inspected in May. It ")
    editor.parts.quoting.leave_out.click()
    assert editor.words.toPlainText() == "The dam […] held through the flood."
    select(window, "flood")
    editor.parts.quoting.doubt.click()
    select(window, "dam")
    editor.parts.quoting.explain.click()
    QTest.keyClicks(editor.words, "at the lake")
    assert editor.words.toPlainText() == "The dam [at the lake] […] held through the flood [sic]."
    qtbot.waitUntil(lambda: not editor._pause.isActive())
    assert editor.parts.check.words == "3 edits recorded: 1 insertion, 1 omission, 1 [sic]."
    press(editor.words, Qt.Key.Key_Return, CONTROL)
    [kept] = statements(window, "state")
    assert (kept.kind, len(kept.edits)) == ("quotation", 3)


def test_an_edit_is_one_step_to_undo_also_behind_letters_of_two_units(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    editor = writing_in(window, "state")
    press(editor.words, Qt.Key.Key_1, ALT)
    editor.words.setPlainText("😀 It was dry then.")
    cursor = editor.words.textCursor()
    cursor.setPosition(6)
    cursor.setPosition(13, cursor.MoveMode.KeepAnchor)
    editor.words.setTextCursor(cursor)
    editor.parts.quoting.leave_out.click()
    assert editor.words.toPlainText() == "😀 It […] then."
    editor.words.undo()
    assert editor.words.toPlainText() == "😀 It was dry then."


def test_leaving_out_asks_for_words(qtbot: QtBot, tmp_path: Path) -> None:
    window = quoting(qtbot, tmp_path)
    editor_of(window).parts.quoting.leave_out.click()
    assert window.notice.words == "Select the words to leave out first; […] then stands for them."


def test_edits_that_suit_only_one_of_two_passages_are_said_to_be_so(qtbot: QtBot, tmp_path: Path) -> None:
    world = World()
    section = world.section("State")
    source = world.source("It held. It held on.")
    world.tag(source, "It held.", section)
    world.tag(source, "It held on.", section)
    window = a_window(qtbot, tmp_path, world)
    editor = writing_in(window, "state")
    for passage in session_of(window).project.passages():
        editor.cite(passage)
    press(editor.words, Qt.Key.Key_1, ALT)
    assert checked(qtbot, editor, "It […]") == "The passages it cites need different edits; cite one of them."


def test_done_records_the_edits_that_nobody_had_recorded(qtbot: QtBot, tmp_path: Path) -> None:
    world = World()
    section = world.section("State")
    held = world.tag(world.source("It held well."), "It held well.", section)
    written = world.statement(section, "It […] well.", held, kind="quotation")
    world.records[-1] = replace(written, edits=())
    window = a_window(qtbot, tmp_path, world)
    room(window).drafting.edit(statements(window, "state")[0])
    press(editor_of(window).words, Qt.Key.Key_Return, CONTROL)
    assert statements(window, "state")[0].edits == ("2-8: […] ",)
