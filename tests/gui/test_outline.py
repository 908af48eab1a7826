"""The outline: what it lists, and how entries move in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.actions import sections, tagging
from briefer.gui.desk import mime
from briefer.gui.look import theme
from briefer.gui.outline import model as outline_model
from briefer.gui.outline import rows as outline_rows
from briefer.gui.outline.model import ENTRY_MIME, OutlineModel
from briefer.gui.outline.rows import UNFILED
from briefer.gui.window import MainWindow
from briefer.model.records import Statement
from tests.gui import hands
from tests.gui.test_tagging import menu_words, take
from tests.gui.windows import (
    ALT,
    LEFT,
    NONE,
    a_dam,
    a_window,
    carry_in,
    choose,
    press,
    quotes,
    room,
    section,
    session_of,
    source,
)  # fmt: skip
from tests.worlds import World


def lines(model: OutlineModel) -> list[str]:
    """Return what a screen reader would say of each row."""
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def said(window: MainWindow) -> list[str]:
    return lines(room(window).space.outline.outline)


def heading(window: MainWindow, title: str) -> QRect:
    """Return where a section's heading is painted."""
    outline = room(window).space.outline
    row = next(number for number, words in enumerate(said(window)) if words.startswith(f"{title}, "))
    return outline.visualRect(outline.outline.index(row))


def card(window: MainWindow, words: str) -> QRect:
    """Return where the first card that holds these words is painted."""
    outline = room(window).space.outline
    row = next(number for number, line in enumerate(said(window)) if words in line)
    return outline.visualRect(outline.outline.index(row))


def test_it_lists_sections_in_order_with_what_stands_in_them(qtbot: QtBot, tmp_path: Path) -> None:
    assert said(a_window(qtbot, tmp_path, a_dam())) == [
        "Bottom line, 1",
        "Judgement, The dam is sound., S1 ¶1, one source",
        "State, 3",
        "It held through the flood., S1 ¶1, in a note",
        "The dam held, S2 ¶1, not cited",
        "Reported fact, The dam held through the flood., S1 ¶1, one source",
        "Cost, 1",
        "Repairs cost two million., S2 ¶1, not cited",
        "People, 0",
    ]


def test_a_card_names_the_other_sections_of_its_passage(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    world.tag(world.sources[0], "It held through the flood.", world.sections[1])
    window = a_window(qtbot, tmp_path, world)
    assert "It held through the flood., S1 ¶1, in a note, also in Cost" in said(window)
    assert hands.picture(room(window).space.outline).width() > 100


def test_statements_say_when_they_cite_nothing_or_much(qtbot: QtBot, tmp_path: Path) -> None:
    world = World()
    text = "\n".join(f"Line {number}." for number in range(6))
    report, home = world.source(text), world.section("State")
    cited = [world.tag(report, f"Line {number}.", home) for number in range(6)]
    world.statement(home, "Six lines.", *cited)
    world.statement(home, "No line.")
    window = a_window(qtbot, tmp_path, world)
    assert "Reported fact, Six lines., S1 ¶1 · S1 ¶2 · S1 ¶3 · S1 ¶4 · and 2 more, one source" in said(window)
    assert "Reported fact, No line., cites nothing" in said(window)


def test_passages_of_no_section_come_last(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    world.tag(world.sources[0], "The mayor thanked the crew.", None)
    window = a_window(qtbot, tmp_path, world)
    assert said(window)[-2:] == ["Unfiled passages, 1", "The mayor thanked the crew., S1 ¶2, not cited"]


def test_the_unfiled_passages_of_a_large_project_are_listed_when_it_is_on_the_screen(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outline_model, "LARGE", 1)
    world = a_dam()
    world.tag(world.sources[0], "The mayor thanked the crew.", None)
    window = a_window(qtbot, tmp_path, world)
    qtbot.waitUntil(lambda: "Unfiled passages, 1" in said(window))
    assert said(window)[-1] == "The mayor thanked the crew., S1 ¶2, not cited"


def test_a_passage_whose_last_tag_goes_is_unfiled_while_it_is_cited(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    choose(window, "state", 0)
    press(room(window).space.outline, Qt.Key.Key_Delete)
    assert said(window)[-2:] == ["Unfiled passages, 1", "It held through the flood., S1 ¶1"]
    window.desk.undo()
    assert "Unfiled passages, 1" not in said(window)


def test_more_unfiled_passages_come_and_go(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    one = world.tag(world.sources[0], "The mayor", None)
    world.tag(world.sources[0], "the crew", None)
    window = a_window(qtbot, tmp_path, world)
    project = session_of(window).project
    window.desk.do(lambda _: tagging.discard(project, one))
    assert said(window)[-2:] == ["Unfiled passages, 1", "the crew, S1 ¶2, not cited"]
    window.desk.undo()
    assert "Unfiled passages, 2" in said(window)


def test_alt_and_arrows_move_an_entry(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    outline = room(window).space.outline
    choose(window, "state", 1)
    press(outline, Qt.Key.Key_Up, ALT)
    assert quotes(window, "state")[:2] == ["The dam held", "It held through the flood."]
    press(outline, Qt.Key.Key_Down, ALT)
    press(outline, Qt.Key.Key_Down, ALT)
    assert quotes(window, "state")[2] == "The dam held"
    press(outline, Qt.Key.Key_Down, ALT)
    assert quotes(window, "cost")[0] == "The dam held"
    press(outline, Qt.Key.Key_Up, ALT)
    assert quotes(window, "state")[2] == "The dam held"


def test_a_tag_cannot_go_up_into_the_bottom_line_but_a_statement_can(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    outline = room(window).space.outline
    choose(window, "state", 0)
    press(outline, Qt.Key.Key_Up, ALT)
    assert quotes(window, "state")[0] == "It held through the flood."
    choose(window, "state", 2)
    for _ in range(3):
        press(outline, Qt.Key.Key_Up, ALT)
    assert quotes(window, "bluf") == ["The dam is sound.", "The dam held through the flood."]


def test_nothing_moves_beyond_the_end(qtbot: QtBot, tmp_path: Path) -> None:
    world = World()
    world.tag(world.source("The dam held."), "The dam", world.section("State"))
    window = a_window(qtbot, tmp_path, world)
    choose(window, "state", 0)
    press(room(window).space.outline, Qt.Key.Key_Down, ALT)
    assert not window.commands["undo"].isEnabled()


def test_an_entry_is_dragged_into_another_section(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    model = room(window).space.outline.outline
    row = next(number for number, words in enumerate(said(window)) if words.startswith("The dam held, "))
    carried = model.mimeData([model.index(row)])
    target = card(window, "Repairs cost").bottomLeft() + QPoint(30, -10)
    assert carry_in(room(window).space.outline.viewport(), carried, target)
    assert quotes(window, "cost") == ["Repairs cost two million.", "The dam held"]


def test_below_a_heading_is_first_in_its_section(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    model = room(window).space.outline.outline
    row = next(number for number, words in enumerate(said(window)) if words.startswith("The dam held, "))
    carried = model.mimeData([model.index(row)])
    assert carry_in(room(window).space.outline.viewport(), carried, heading(window, "State").center())
    assert quotes(window, "state")[0] == "The dam held"


def test_an_unfiled_passage_is_filed_by_dragging(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    world.tag(world.sources[0], "The mayor thanked the crew.", None)
    window = a_window(qtbot, tmp_path, world)
    model = room(window).space.outline.outline
    carried = model.mimeData([model.index(model.rowCount() - 1)])
    assert carry_in(room(window).space.outline.viewport(), carried, heading(window, "People").center())
    assert quotes(window, "people") == ["The mayor thanked the crew."]
    assert UNFILED.capitalize() not in " ".join(said(window))


def test_what_is_dragged_away_again_moves_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    outline = room(window).space.outline
    carried = QMimeData()
    carried.setData(ENTRY_MIME, b"0" * 32)
    assert carry_in(outline.viewport(), carried, QPoint(40, 2), let_go=False)
    assert carry_in(outline.viewport(), carried, QPoint(40, 2))
    card = mime.source_mime(source(window, "S1").id)
    assert not carry_in(outline.viewport(), card, QPoint(40, 2))
    assert not window.commands["undo"].isEnabled()


def test_headings_fold_by_click_and_by_arrows(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    outline = room(window).space.outline
    QTest.mouseClick(outline.viewport(), LEFT, NONE, heading(window, "State").center())
    assert len(said(window)) == 6
    press(outline, Qt.Key.Key_Right)
    assert len(said(window)) == 9
    press(outline, Qt.Key.Key_Right)
    assert outline.current_line() == session_of(window).project.body(section(window, "state"))[0]
    choose(window, "state", 1)
    press(outline, Qt.Key.Key_Left)
    assert outline.current_line() is None
    press(outline, Qt.Key.Key_Left)
    assert len(said(window)) == 6


def test_a_folded_section_still_counts(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    outline = room(window).space.outline
    QTest.mouseClick(outline.viewport(), LEFT, NONE, heading(window, "State").center())
    view = room(window).space.panes.active.view
    view.setFocus()
    press(view, Qt.Key.Key_1)
    assert "State, 4" in said(window)
    window.desk.undo()
    assert "State, 3" in said(window)
    QTest.mouseClick(outline.viewport(), LEFT, NONE, heading(window, "People").center())
    assert "People, 0" in said(window)


def test_a_long_section_begins_folded_and_can_be_opened(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outline_rows, "LONG", 2)
    window = a_window(qtbot, tmp_path, a_dam())
    assert len(said(window)) == 6
    QTest.mouseClick(room(window).space.outline.viewport(), LEFT, NONE, heading(window, "State").center())
    assert len(said(window)) == 9
    assert card(window, "It held").height() > 40


def test_a_renamed_section_and_a_new_one_show_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    choose(window, "cost", 0)
    window.desk.do(lambda project: sections.change(project, section(window, "cost"), title="Money"))
    window.desk.do(lambda project: sections.add(project, "weather"))
    assert "Money, 1" in said(window)
    assert said(window)[-1] == "Weather, 0"
    line = room(window).space.outline.current_line()
    assert line is not None
    assert len(room(window).space.sections.chips()) == 4


def test_the_plus_of_a_heading_writes_there(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    place = heading(window, "People")
    QTest.mouseClick(
        room(window).space.outline.viewport(), LEFT, NONE, QPoint(place.right() - 20, place.center().y())
    )
    assert room(window).space.editor.isVisible()


def test_enter_on_a_heading_writes_and_on_a_card_edits(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    outline, editor = room(window).space.outline, room(window).space.editor
    outline.setCurrentIndex(outline.outline.index(0))
    press(outline, Qt.Key.Key_Return)
    assert editor.kind.currentText() == "Judgement"
    editor.close_editor()
    choose(window, "state", 2)
    press(outline, Qt.Key.Key_Return)
    assert editor.words.toPlainText() == "The dam held through the flood."


def test_a_double_click_edits(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    QTest.mouseDClick(room(window).space.outline.viewport(), LEFT, NONE, card(window, "sound").center())
    assert room(window).space.editor.words.toPlainText() == "The dam is sound."
    assert QApplication.focusWidget() is room(window).space.editor.words


def test_delete_takes_an_entry_out(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    world.tag(world.sources[0], "The mayor", None)
    window = a_window(qtbot, tmp_path, world)
    outline = room(window).space.outline
    choose(window, "state", 2)
    press(outline, Qt.Key.Key_Delete)
    assert len(quotes(window, "state")) == 2
    outline.choose(session_of(window).project.unfiled()[0].id)
    press(outline, Qt.Key.Key_Backspace)
    assert session_of(window).project.unfiled() == []


def right_click(window: MainWindow, place: QPoint) -> None:
    viewport = room(window).space.outline.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place), NONE)
    QApplication.sendEvent(viewport, event)


def test_the_right_button_knows_what_a_card_is(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    right_click(window, card(window, "Repairs cost").center())
    assert menu_words(room(window).menus.open) == [
        "Write a statement that cites it", "Show where it stands", "Copy with its citation",
        "Move to", "File also under", "Take it out of the section", "Show in the preview",
        "Write a statement", "Sort by source and place",
        "Collapse all sections", "Expand all sections",
    ]  # fmt: skip
    take(room(window).menus.open, "Take it out of the section")
    assert quotes(window, "cost") == []
    right_click(window, card(window, "sound").center())
    take(room(window).menus.open, "Show where it stands")
    assert room(window).space.panes.active.view.caret() > 0
    right_click(window, card(window, "sound").center())
    take(room(window).menus.open, "Edit the statement")
    assert room(window).space.editor.isVisible()
    right_click(window, heading(window, "People").center())
    take(room(window).menus.open, "Write a statement")
    assert room(window).space.editor.isVisible()


def test_a_section_that_rests_on_one_source_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    model = room(window).space.outline.outline
    assert model.rows is not None
    assert [model.one_source(group) for group in model.rows.groups] == ["", "", "S2", "", ""]


def test_an_altered_passage_is_marked(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    place = world.records.index(world.passages[2])
    held = world.passages[2]
    world.records[place] = type(held)(held.id, held.source, held.anchor, "", "review")
    window = a_window(qtbot, tmp_path, world)
    assert "Repairs cost two million., S2 ¶1, to review" in said(window)


def test_it_is_painted_in_both_themes(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    world.tag(world.sources[0], "It held through the flood.", world.sections[1])
    window = a_window(qtbot, tmp_path, world)
    outline = room(window).space.outline
    choose(window, "state", 0)
    light = hands.colours(hands.picture(outline))
    assert theme.LIGHT.accent.name() in light
    theme.wear(theme.DARK)
    assert theme.DARK.base.name() in hands.colours(hands.picture(outline))


def test_many_changes_at_once_are_read_anew(qtbot: QtBot, tmp_path: Path) -> None:
    world = World()
    text = "".join(f"Line {number}. " for number in range(250))
    report, home, other = world.source(text), world.section("State"), world.section("Cost")
    for number in range(210):
        world.tag(report, f"Line {number}.", home)
    window = a_window(qtbot, tmp_path, world)
    window.desk.do(lambda project: sections.merge(project, home, other))
    assert "Cost, 210" in said(window)


def test_rewritten_words_show_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    from briefer.actions import drafting

    window = a_window(qtbot, tmp_path, a_dam())
    statement = session_of(window).project.body(section(window, "state"))[2]
    assert isinstance(statement, Statement)
    window.desk.do(lambda project: drafting.rewrite(project, statement, text="It stood."))
    assert "Reported fact, It stood., S1 ¶1, one source" in said(window)
