"""Tags set and taken away by keys, chips, drops and menus."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from briefer.gui.desk import mime
from briefer.gui.desk.mime import Span
from briefer.gui.dialogs.note_dialog import NoteDialog
from briefer.gui.outline.section_bar import Chip
from briefer.gui.panes.tagging_view import TaggingView
from briefer.gui.window import MainWindow
from tests.gui import hands
from tests.gui.windows import (
    CONTROL,
    FLOOD,
    LEFT,
    NONE,
    SHIFT,
    a_dam,
    a_window,
    carry_in,
    press,
    quotes,
    room,
    section,
    session_of,
    source,
)  # fmt: skip
from tests.worlds import World

WHO = FLOOD.index("The mayor")


def a_desk(qtbot: QtBot, tmp_path: Path, world: World | None = None) -> MainWindow:
    """Show the dam with the keyboard on the first report."""
    window = a_window(qtbot, tmp_path, world or a_dam())
    room(window).space.panes.active.view.setFocus()
    return window


def view_of(window: MainWindow) -> TaggingView:
    return room(window).space.panes.active.view


def chip(window: MainWindow, title: str) -> Chip:
    return next(c for c in room(window).space.sections.chips() if c.section.title == title)


def menu_words(menu: QMenu | None) -> list[str]:
    assert menu is not None
    return [action.text() for action in menu.actions() if action.text()]


def take(menu: QMenu | None, words: str) -> None:
    """Choose an action of a menu by its words, and see the menu go."""
    assert menu is not None
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()
    QApplication.processEvents()


def test_a_dragged_sentence_and_a_digit_make_a_tag(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    hands.drag(view_of(window), WHO, len(FLOOD))
    press(view_of(window), Qt.Key.Key_3)
    assert quotes(window, "people") == ["The mayor thanked the crew."]
    assert window.status.told == "Tagged as People: S1 “The mayor thanked the crew.”"


def test_without_a_selection_the_sentence_under_the_caret_is_tagged(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    hands.click(view_of(window), WHO + 8)
    press(view_of(window), Qt.Key.Key_3)
    assert quotes(window, "people") == ["The mayor thanked the crew."]


def test_tagging_again_changes_nothing_and_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    hands.click(view_of(window), WHO + 8)
    press(view_of(window), Qt.Key.Key_3)
    press(view_of(window), Qt.Key.Key_3)
    assert len(quotes(window, "people")) == 1
    assert window.status.told.startswith("Already tagged as People")


def test_shift_and_the_digit_untag(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    hands.click(view_of(window), WHO + 8)
    press(view_of(window), Qt.Key.Key_3)
    press(view_of(window), Qt.Key.Key_3, SHIFT)
    assert quotes(window, "people") == []
    assert window.status.told == "Untagged from People: S1 “The mayor thanked the crew.”"
    press(view_of(window), Qt.Key.Key_3, SHIFT)
    assert window.notice.words.startswith("Nothing here is tagged as People")


def test_untagging_more_than_one_passage_says_how_many(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    for start, end in ((WHO, len(FLOOD)), (WHO, WHO + 9)):
        view_of(window).select(start, end)
        press(view_of(window), Qt.Key.Key_3)
    hands.click(view_of(window), WHO + 5)
    press(view_of(window), Qt.Key.Key_3, SHIFT)
    assert window.status.told == "Untagged from People: S1 “The mayor” and 1 more"


def test_each_tag_is_announced_to_a_screen_reader(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = a_desk(qtbot, tmp_path)
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    hands.click(view_of(window), WHO + 8)
    press(view_of(window), Qt.Key.Key_3)
    press(view_of(window), Qt.Key.Key_3, SHIFT)
    window.commands["next-passage"].trigger()
    assert heard == [
        "Tagged as People: S1 “The mayor thanked the crew.”",
        "Untagged from People: S1 “The mayor thanked the crew.”",
        "Cost: S2 “Repairs cost two million.”, 1 of 2.",
    ]


def test_enter_tags_as_the_section_used_last(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    press(view_of(window), Qt.Key.Key_Return)
    assert window.notice.words.startswith("Tag something first")
    hands.click(view_of(window), WHO + 8)
    press(view_of(window), Qt.Key.Key_3)
    hands.click(view_of(window), 4)
    press(view_of(window), Qt.Key.Key_Return)
    assert quotes(window, "people") == ["The mayor thanked the crew.", "The dam was inspected in May."]


def test_a_long_quote_is_told_in_short(qtbot: QtBot, tmp_path: Path) -> None:
    world = World()
    world.source("word " * 50)
    world.section("State")
    window = a_desk(qtbot, tmp_path, world)
    press(view_of(window), Qt.Key.Key_1)
    assert window.status.told.endswith("…”")


def test_nothing_but_space_cannot_be_tagged(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    room(window).space.panes.active.show_source(None)
    QTest.mouseClick(chip(window, "Cost"), LEFT)
    assert window.notice.words.startswith("Select some text first")
    room(window).tagging.untag_in(room(window).space.panes.active, section(window, "cost"))
    assert window.notice.words.startswith("Select some text first")


def test_on_an_empty_line_a_digit_says_where_to_click(qtbot: QtBot, tmp_path: Path) -> None:
    world = World()
    world.source("The dam held.\n\nThe mayor thanked the crew.")
    world.section("State")
    window = a_desk(qtbot, tmp_path, world)
    press(view_of(window), Qt.Key.Key_Down)
    press(view_of(window), Qt.Key.Key_1)
    assert window.notice.words == "There is no sentence under the caret; click in one, or select some words."


def test_a_click_on_a_chip_tags(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    hands.click(view_of(window), 4)
    QTest.mouseClick(chip(window, "Cost"), LEFT)
    assert "The dam was inspected in May." in quotes(window, "cost")
    assert chip(window, "Cost").accessibleName() == "Tag as Cost, key 2, 2 passages"


def test_a_selection_dropped_on_a_chip_is_tagged(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    carried = QMimeData()
    mime.carry_span(carried, Span(source(window, "S1").id, WHO, len(FLOOD)))
    assert carry_in(chip(window, "People"), carried, QPoint(20, 10))
    assert quotes(window, "people") == ["The mayor thanked the crew."]


def test_a_chip_takes_nothing_else(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    card = mime.source_mime(source(window, "S1").id)
    assert not carry_in(chip(window, "People"), card, QPoint(20, 10))


def test_a_selection_dropped_in_the_outline_is_tagged_there(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    outline = room(window).space.outline
    carried = QMimeData()
    mime.carry_span(carried, Span(source(window, "S1").id, WHO, len(FLOOD)))
    row = outline.outline.rowCount() - 1
    place = outline.visualRect(outline.outline.index(row)).center()
    assert carry_in(outline.viewport(), carried, place)
    assert quotes(window, "people") == ["The mayor thanked the crew."]


def test_the_right_button_tags_a_selection(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    hands.drag(view_of(window), WHO, len(FLOOD))
    hands.right_click(view_of(window), WHO + 4)
    menu = room(window).menus.open
    assert menu_words(menu)[:3] == ["Tag as &1  State", "Tag as &2  Cost", "Tag as &3  People"]
    take(menu, "Tag as &3  People")
    assert quotes(window, "people") == ["The mayor thanked the crew."]


def test_the_right_button_on_a_passage_files_it_and_takes_it_out(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    held = FLOOD.index("It held") + 4
    hands.right_click(view_of(window), held)
    take(room(window).menus.open, "&2  Cost")
    assert "It held through the flood." in quotes(window, "cost")
    hands.right_click(view_of(window), held)
    take(room(window).menus.open, "&2  Cost")
    assert "It held through the flood." not in quotes(window, "cost")


def test_a_passage_is_copied_with_its_citation(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    hands.right_click(view_of(window), FLOOD.index("It held") + 4)
    take(room(window).menus.open, "Copy with its citation")
    assert QGuiApplication.clipboard().text() == "“It held through the flood.” (The flood, S1 ¶1)"


def test_a_note_is_written_on_a_passage(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    hands.right_click(view_of(window), FLOOD.index("It held") + 4)
    take(room(window).menus.open, "Note…")
    form = QApplication.activeModalWidget()
    assert isinstance(form, NoteDialog)
    QTest.keyClicks(form.words, "Ask the mayor.")
    press(form.words, Qt.Key.Key_Return, CONTROL)
    passage = session_of(window).project.passages_in(source(window, "S1"))[0]
    assert passage.note == "Ask the mayor."


def test_a_statement_is_begun_from_a_passage(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    hands.right_click(view_of(window), FLOOD.index("It held") + 4)
    take(room(window).menus.open, "Write a statement that cites it")
    assert [p.anchor.quote for p in room(window).space.editor.evidence.passages()] == [
        "It held through the flood."
    ]


def test_untag_here_takes_the_one_tag_away(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    hands.click(view_of(window), FLOOD.index("It held") + 4)
    window.commands["untag"].trigger()
    assert quotes(window, "state") == ["The dam held", "The dam held through the flood."]
    window.commands["untag"].trigger()
    assert window.notice.words.startswith("Nothing here is tagged")


def test_untag_here_asks_which_of_several(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    held = FLOOD.index("It held")
    hands.drag(view_of(window), held, held + len("It held through the flood."))
    press(view_of(window), Qt.Key.Key_2)
    hands.click(view_of(window), held + 4)
    window.commands["untag"].trigger()
    take(room(window).menus.open, "Cost: It held through the flood.")
    assert quotes(window, "cost") == ["Repairs cost two million."]


def test_a_chip_has_a_menu_of_its_section(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    target = chip(window, "State")
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, QPoint(9, 9), target.mapToGlobal(QPoint(9, 9)), NONE
    )
    QApplication.sendEvent(target, event)
    assert menu_words(room(window).menus.open) == [
        "Tag the selection", "Write a statement", "Sort by source and place", "Edit the section…",
    ]  # fmt: skip
    take(room(window).menus.open, "Sort by source and place")
    assert window.status.told == "Sort State by source and place"


def test_the_repeat_command_tags_too(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    hands.click(view_of(window), 4)
    press(view_of(window), Qt.Key.Key_3)
    hands.click(view_of(window), WHO + 4)
    window.commands["repeat"].trigger()
    assert len(quotes(window, "people")) == 2


def test_pointing_at_a_passage_lights_it_up_everywhere(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    space = room(window).space
    passage = session_of(window).project.passages_in(source(window, "S1"))[0]
    hands.hover(view_of(window), FLOOD.index("It held") + 4)
    assert (space.outline.hot, view_of(window).under.hot) == (passage.id, passage.id)
    hands.leave(view_of(window))
    assert (space.outline.hot, view_of(window).under.hot) == ("", "")
    row = space.outline.outline.index(2 + 1)
    hands.move(space.outline.viewport(), space.outline.visualRect(row).center())
    assert (space.outline.hot, view_of(window).under.hot) == (passage.id, passage.id)
    QApplication.sendEvent(space.outline, QEvent(QEvent.Type.Leave))
    assert (space.outline.hot, view_of(window).under.hot) == ("", "")


def test_a_click_on_a_passage_chooses_its_card(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    hands.click(view_of(window), FLOOD.index("It held") + 4)
    line = room(window).space.outline.current_line()
    assert line is not None
    assert line.id == session_of(window).project.body(section(window, "state"))[0].id


def test_words_that_bring_their_quotation_marks_are_told_with_one_pair(qtbot: QtBot, tmp_path: Path) -> None:
    world = World()
    world.source("“The dam held.” So said the mayor.")
    world.section("State")
    window = a_window(qtbot, tmp_path, world)
    hands.drag(view_of(window), 0, len("“The dam held.”"))
    press(view_of(window), Qt.Key.Key_1)
    assert window.status.told == "Tagged as State: S1 “The dam held.”"


def test_the_status_line_says_what_the_keys_do_here(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_desk(qtbot, tmp_path)
    hands.drag(view_of(window), WHO, len(FLOOD))
    assert window.status.hinted.startswith("S1 · 5 words selected · press 1–9 to tag")
    press(view_of(window), Qt.Key.Key_3)
    assert window.status.hinted.endswith("Enter for People")
    room(window).space.panes.active.show_source(None)
    room(window).space.panes.selection_changed.emit(room(window).space.panes.active)
    assert window.status.hinted == ""
