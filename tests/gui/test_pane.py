"""Reading and tagging in one pane, with the mouse and the keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.actions import sections, sources, tagging
from briefer.gui.desk import mime
from briefer.gui.look import fonts, theme
from briefer.gui.panes.pane import Pane
from briefer.model.change import Change, Edit
from briefer.model.records import Passage
from tests.gui.hands import (
    NONE,
    a_pane,
    click,
    colours,
    drag,
    hover,
    leave,
    picture,
    point_of,
    press,
    right_click,
)
from tests.worlds import a_world

TEXT = "The dam was inspected in May. 😀 It held.\nNobody in Yōko’s team had asked\u00a0why."
SHIFT, ALT, CONTROL = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def a_reader(qtbot: QtBot, *tagged: str) -> Pane:
    return a_pane(qtbot, a_world(TEXT, tagged=tagged))


def heard(pane: Pane) -> list[tuple[str, object]]:
    """Return a list that grows by what the pane asks for."""
    asked: list[tuple[str, object]] = []
    pane.tag_requested.connect(lambda digit: asked.append(("tag", digit)))
    pane.untag_requested.connect(lambda digit: asked.append(("untag", digit)))
    pane.repeat_requested.connect(lambda: asked.append(("repeat", None)))
    pane.hovered.connect(lambda passage: asked.append(("hovered", passage)))
    pane.passage_clicked.connect(lambda passage: asked.append(("clicked", passage)))
    pane.menu_requested.connect(lambda _at, passage: asked.append(("menu", passage)))
    return asked


def test_a_dragged_selection_grows_to_whole_words(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    drag(pane.view, 5, 15)
    assert pane.selected_span() == (4, 21)
    assert pane.span_to_tag() == (4, 21)


def test_a_selection_dragged_backwards_keeps_its_caret_at_the_front(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    drag(pane.view, 15, 5)
    assert pane.selected_span() == (4, 21)
    assert pane.view.caret() == 4


def test_with_alt_a_selection_stays_as_it_was_drawn(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    drag(pane.view, 5, 15, ALT)
    assert pane.span_to_tag() == (5, 15)


def test_a_selection_by_keyboard_is_tagged_in_whole_words_unless_alt_is_held(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    pane.view.select(5, 15)
    press(pane.view, Qt.Key.Key_1)
    assert pane.span_to_tag() == (4, 21)
    press(pane.view, Qt.Key.Key_1, ALT)
    assert pane.span_to_tag() == (5, 15)


def test_with_nothing_selected_the_sentence_under_the_caret_is_meant(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    click(pane.view, 35)
    span = pane.span_to_tag()
    assert span is not None
    assert TEXT[slice(*span)] == "😀 It held."


def test_a_blank_selection_means_nothing(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    pane.view.select(3, 4)
    assert pane.span_to_tag() is None


def test_the_caret_moves_by_keyboard(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    press(pane.view, Qt.Key.Key_Down)
    press(pane.view, Qt.Key.Key_Right)
    assert pane.view.caret() > 20
    press(pane.view, Qt.Key.Key_Home, CONTROL)
    press(pane.view, Qt.Key.Key_Right, SHIFT | CONTROL)
    assert pane.selected_span() == (0, 4)
    assert pane.span_to_tag() == (0, 3)


def test_places_beyond_an_astral_character_are_code_points(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    where = TEXT.index("Nobody")
    drag(pane.view, where, where + 6)
    assert pane.selected_span() == (where, where + 6)


def test_digits_ask_for_tags_and_with_shift_take_them_back(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    asked = heard(pane)
    press(pane.view, Qt.Key.Key_2)
    press(pane.view, Qt.Key.Key_3, SHIFT)
    press(pane.view, Qt.Key.Key_Return)
    press(pane.view, Qt.Key.Key_0)
    press(pane.view, Qt.Key.Key_A)
    assert asked == [("tag", 2), ("untag", 3), ("repeat", None)]


def test_composing_korean_never_tags(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    asked = heard(pane)
    QApplication.sendEvent(pane.view, QInputMethodEvent("본", []))
    press(pane.view, Qt.Key.Key_2)
    press(pane.view, Qt.Key.Key_Return)
    assert asked == []
    QApplication.sendEvent(pane.view, QInputMethodEvent("", []))
    press(pane.view, Qt.Key.Key_2)
    assert asked == [("tag", 2)]


def test_typing_changes_nothing(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    for key in (Qt.Key.Key_A, Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
        press(pane.view, key)
    assert pane.view.document().characterCount() == pane.view.text.to_shown(len(TEXT)) + 1


def test_the_mouse_over_a_tag_names_its_passage_once(qtbot: QtBot) -> None:
    world = a_world(TEXT, tagged=["inspected"])
    pane = a_pane(qtbot, world)
    asked = heard(pane)
    hover(pane.view, 14)
    hover(pane.view, 16)
    hover(pane.view, 0)
    assert asked == [("hovered", world.passages[0].id), ("hovered", "")]


def test_the_innermost_passage_is_the_one_meant(qtbot: QtBot) -> None:
    world = a_world(TEXT, tagged=["The dam was inspected in May.", "inspected"])
    pane = a_pane(qtbot, world)
    asked = heard(pane)
    click(pane.view, 14)
    click(pane.view, 25)
    assert [passage for kind, passage in asked if kind == "clicked"] == [
        world.passages[1].id,
        world.passages[0].id,
    ]


def test_leaving_the_pane_puts_the_light_out(qtbot: QtBot) -> None:
    world = a_world(TEXT, tagged=["inspected"])
    pane = a_pane(qtbot, world)
    asked = heard(pane)
    hover(pane.view, 14)
    leave(pane.view)
    assert asked[-1] == ("hovered", "")


def test_a_right_click_moves_the_caret_there_and_names_the_passage(qtbot: QtBot) -> None:
    world = a_world(TEXT, tagged=["inspected"])
    pane = a_pane(qtbot, world)
    asked = heard(pane)
    right_click(pane.view, 14)
    assert asked == [("menu", world.passages[0].id)]
    assert pane.view.caret() in {13, 14, 15}


def test_a_right_click_leaves_a_selection_alone(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    pane.view.select(4, 11)
    right_click(pane.view, 30)
    assert pane.selected_span() == (4, 11)


def test_the_middle_button_picks_nothing(qtbot: QtBot) -> None:
    pane = a_reader(qtbot, "inspected")
    asked = heard(pane)
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.MiddleButton, NONE, point_of(pane.view, 14))
    assert asked == []


def test_the_menu_key_asks_at_the_caret(qtbot: QtBot) -> None:
    pane = a_reader(qtbot)
    asked = heard(pane)
    right_click(pane.view, 30, QContextMenuEvent.Reason.Keyboard)
    assert asked == [("menu", "")]


def test_what_is_dragged_or_copied_is_the_stored_text_and_its_place(qtbot: QtBot) -> None:
    world = a_world(TEXT)
    pane = a_pane(qtbot, world)
    start, end = TEXT.index("asked"), TEXT.index("hy.")
    pane.view.select(start, end)
    carried = pane.view.createMimeDataFromSelection()
    assert carried.text() == "asked\u00a0w"
    assert mime.read_span(carried) == mime.Span(world.sources[0].id, start, end + 2)


def test_a_change_paints_a_tag_and_its_undo_takes_it_away(qtbot: QtBot) -> None:
    world = a_world(TEXT)
    session = world.session()
    pane = Pane(session.project)
    qtbot.addWidget(pane)
    pane.resize(420, 500)
    pane.show_source(world.sources[0])
    session.listen(pane.apply)
    bare = picture(pane)
    session.do(tagging.tag(session.project, world.sources[0], 4, 11, world.sections[0]))
    assert len(pane.view.under.marks) == 1
    assert picture(pane) != bare
    session.undo()
    assert len(pane.view.under.marks) == 0
    assert picture(pane) == bare


def test_a_new_colour_of_a_section_repaints_its_tags(qtbot: QtBot) -> None:
    world = a_world(TEXT, tagged=["inspected"])
    session = world.session()
    pane = Pane(session.project)
    qtbot.addWidget(pane)
    pane.show_source(world.sources[0])
    session.listen(pane.apply)
    session.do(sections.change(session.project, world.sections[0], colour="#0f8a7e"))
    assert [mark.colour for mark in pane.view.under.marks] == ["#0f8a7e"]


def test_what_is_written_of_a_source_shows_in_the_head(qtbot: QtBot) -> None:
    world = a_world(TEXT)
    session = world.session()
    pane = Pane(session.project)
    qtbot.addWidget(pane)
    pane.show_source(world.sources[0])
    session.listen(pane.apply)
    assert pane.accessibleName() == "S1: S1.txt"
    session.do(sources.describe(session.project, world.sources[0], title="본문 The dam"))
    assert pane.accessibleName() == "S1: 본문 The dam"
    session.do(sources.remove(session.project, session.project.sources()[0]))
    assert pane.source is None
    pane.apply(Change("Nothing here", ()))
    assert pane.source is None
    session.undo()
    assert pane.accessibleName() == "S1: 본문 The dam"


def test_a_change_elsewhere_leaves_the_marks_alone(qtbot: QtBot) -> None:
    world = a_world(TEXT, tagged=["inspected"])
    other = world.source("Another report.")
    passage = world.tag(other, "report", world.sections[0])
    pane = a_pane(qtbot, world)
    before = list(pane.view.under.marks)
    pane.apply(Change("Tag", (Edit(None, passage),)))
    assert list(pane.view.under.marks) == before


def test_a_lost_passage_is_not_drawn(qtbot: QtBot) -> None:
    world = a_world(TEXT, tagged=["inspected"])
    lost = replace(world.passages[0], state="lost")
    world.records[world.records.index(world.passages[0])] = lost
    pane = a_pane(qtbot, world)
    assert isinstance(lost, Passage)
    assert len(pane.view.under.marks) == 0


def test_a_lit_passage_looks_different(qtbot: QtBot) -> None:
    world = a_world(TEXT, tagged=["inspected"])
    pane = a_pane(qtbot, world)
    before = picture(pane)
    pane.set_hot(world.passages[0].id)
    assert picture(pane) != before
    pane.set_hot("")
    assert picture(pane) == before


def test_overlapping_and_unfiled_passages_are_drawn(qtbot: QtBot) -> None:
    world = a_world(TEXT, tagged=["The dam was inspected", "inspected in May"])
    world.tag(world.sources[0], "Nobody", None)
    world.tag(world.sources[0], "dam was inspected in", world.section("Threats"))
    pane = a_pane(qtbot, world)
    assert pane.view.under.marks.lanes == 3
    drawn = picture(pane.view.viewport())
    inks = {theme.current().inks("#b3261e").ink.name(), theme.current().mute.name()}
    assert inks <= colours(drawn)


def test_the_theme_changes_under_a_shown_pane(qtbot: QtBot) -> None:
    pane = a_reader(qtbot, "inspected")
    theme.wear(theme.DARK)
    dark = picture(pane)
    theme.wear(theme.LIGHT)
    assert dark.pixelColor(5, 200) == theme.DARK.base
    assert picture(pane).pixelColor(5, 200) == theme.LIGHT.base


@pytest.mark.parametrize(("key", "larger"), [(Qt.Key.Key_Plus, True), (Qt.Key.Key_Minus, False)])
def test_letters_grow_and_shrink_and_come_back(qtbot: QtBot, key: Qt.Key, larger: bool) -> None:
    pane = a_reader(qtbot)
    press(pane.view, key, CONTROL)
    assert (pane.view.points() > fonts.READING_POINTS) is larger
    press(pane.view, Qt.Key.Key_0, CONTROL)
    assert pane.view.points() == fonts.READING_POINTS


def test_an_empty_pane_invites_and_means_nothing(qtbot: QtBot) -> None:
    pane = Pane(None)
    qtbot.addWidget(pane)
    pane.resize(420, 300)
    pane.apply(Change("Nothing", ()))
    assert pane.selected_span() is None
    assert pane.span_to_tag() is None
    assert pane.accessibleName() == "Empty pane"
    assert len(colours(picture(pane))) > 2


def test_the_keys_of_an_empty_pane_go_to_what_comes_into_it(qtbot: QtBot) -> None:
    world = a_world()
    pane = a_pane(qtbot, world)
    pane.show_source(None)
    pane.take_focus()
    pane.show_source(world.sources[0])
    assert pane.view.hasFocus()
