"""Going from passage to passage and from source to source; what the other panes show meanwhile."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.gui.desk import mime
from briefer.gui.look.palette import Palette
from briefer.gui.panes.pane import Pane
from briefer.gui.window import MainWindow
from tests.gui import hands
from tests.gui.windows import (
    CONTROL,
    FLOOD,
    LEFT,
    NONE,
    a_dam,
    a_window,
    carry_in,
    choose,
    press,
    room,
    session_of,
    source,
)  # fmt: skip
from tests.worlds import World

LONG = "\n".join(["The dam held."] + ["Nothing was said of it."] * 80 + ["The dam held again."])


def side_by_side(qtbot: QtBot, tmp_path: Path, world: World | None = None, panes: int = 2) -> MainWindow:
    """Show the first sources beside each other with the keyboard on the first."""
    window = a_window(qtbot, tmp_path, world or a_dam())
    room(window).arrangement.arrange(1, panes)
    room(window).space.panes.focus(0)
    QApplication.processEvents()
    return window


def three_reports() -> World:
    """Return a short report and two long ones that speak of the dam at their beginning and end."""
    world = World()
    short, *long = world.source("The dam held. Costs rose."), world.source(LONG), world.source(LONG + " Yes.")
    state, cost = world.section("State"), world.section("Cost")
    world.tag(short, "The dam held.", state)
    world.tag(short, "Costs rose.", cost)
    for each in long:
        world.tag(each, "The dam held.", state)
        world.tag(each, "The dam held again.", state)
    return world


def pane(window: MainWindow, place: int) -> Pane:
    return room(window).space.panes.panes()[place]


def chosen(window: MainWindow) -> str:
    """Return the words of the passage that is chosen in the active pane."""
    identifier = room(window).space.panes.active.view.under.chosen
    return session_of(window).project.passage(identifier).anchor.quote if identifier else ""


def flashed(window: MainWindow, place: int) -> str:
    view = pane(window, place).view
    return view.text.shown[slice(*view.under.flash)]


def scrolled(window: MainWindow, place: int) -> bool:
    return pane(window, place).view.verticalScrollBar().value() > 0


# From passage to passage


def test_a_key_goes_from_passage_to_passage_and_on_to_the_next_pane(qtbot: QtBot, tmp_path: Path) -> None:
    window = side_by_side(qtbot, tmp_path)
    gone = []
    for _ in range(4):
        window.commands["next-passage"].trigger()
        gone.append(chosen(window))
    held, repairs, dam = "It held through the flood.", "Repairs cost two million.", "The dam held"
    assert gone == [held, repairs, dam, held]
    window.commands["previous-passage"].trigger()
    assert (chosen(window), room(window).space.panes.active) == (dam, pane(window, 1))


def test_the_way_goes_on_from_the_caret(qtbot: QtBot, tmp_path: Path) -> None:
    window = side_by_side(qtbot, tmp_path)
    hands.click(pane(window, 0).view, len(FLOOD) - 3)
    window.commands["previous-passage"].trigger()
    assert chosen(window) == "It held through the flood."
    hands.click(pane(window, 0).view, len(FLOOD) - 3)
    window.commands["next-passage"].trigger()
    assert chosen(window) == "Repairs cost two million."


def test_each_passage_is_told_with_its_sections_words_and_note(qtbot: QtBot, tmp_path: Path) -> None:
    world = World()
    state, cost = world.section("State"), world.section("Cost")
    report = world.source("The dam\nheld. Costs rose.")
    world.tag(report, "The dam\nheld.", state, "Who says so?")
    world.tag(report, "The dam\nheld.", cost)
    world.tag(report, "Costs", None)
    window = side_by_side(qtbot, tmp_path, world, 1)
    window.commands["next-passage"].trigger()
    assert window.status.told == "State, Cost: S1 “The dam held.”, 1 of 2. Note: Who says so?"
    window.commands["next-passage"].trigger()
    assert window.status.told == "Unfiled: S1 “Costs”, 2 of 2."


def test_where_no_pane_has_a_passage_the_key_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    world = World()
    world.source("Nothing.")
    window = side_by_side(qtbot, tmp_path, world)
    window.commands["next-passage"].trigger()
    assert window.notice.words.startswith("No pane shows a tagged passage")


# Side by side


def test_other_panes_are_brought_to_the_section_of_a_passage(qtbot: QtBot, tmp_path: Path) -> None:
    window = side_by_side(qtbot, tmp_path, three_reports(), 3)
    hands.click(pane(window, 0).view, 3)
    window.commands["same-section"].trigger()
    assert [flashed(window, place) for place in (1, 2)] == ["The dam held."] * 2
    assert not scrolled(window, 1)
    assert window.status.told == "State: brought S2, S3 there"
    assert pane(window, 0).view.hasFocus()


def test_asked_again_they_go_to_the_passage_below_and_round(qtbot: QtBot, tmp_path: Path) -> None:
    window = side_by_side(qtbot, tmp_path, three_reports(), 3)
    hands.click(pane(window, 0).view, 3)
    for words, below in (("The dam held.", False), ("The dam held again.", True), ("The dam held.", False)):
        window.commands["same-section"].trigger()
        assert flashed(window, 1) == words
        assert scrolled(window, 1) is below


def test_a_passage_in_sight_is_not_scrolled_away(qtbot: QtBot, tmp_path: Path) -> None:
    window = side_by_side(qtbot, tmp_path, three_reports(), 3)
    view = pane(window, 1).view
    view.bring_up(len(LONG) - 3, len(LONG))
    hands.click(pane(window, 0).view, 3)
    window.commands["same-section"].trigger()
    assert (flashed(window, 1), scrolled(window, 1)) == ("The dam held again.", True)


def test_panes_follow_each_click_while_they_are_told_to(qtbot: QtBot, tmp_path: Path) -> None:
    window = side_by_side(qtbot, tmp_path, three_reports(), 3)
    hands.click(pane(window, 0).view, 3)
    assert flashed(window, 1) == ""
    window.commands["follow-section"].trigger()
    assert flashed(window, 1) == "The dam held."
    hands.click(pane(window, 1).view, 3)
    assert flashed(window, 0) == "The dam held."
    window.commands["next-passage"].trigger()
    assert chosen(window) == "The dam held again."
    assert [flashed(window, place) for place in (0, 2)] == ["The dam held."] * 2
    assert window.settings.words("other-panes-follow")
    window.commands["follow-section"].trigger()
    assert not window.settings.words("other-panes-follow")


def test_panes_follow_a_card_of_the_outline_too(qtbot: QtBot, tmp_path: Path) -> None:
    window = side_by_side(qtbot, tmp_path)
    window.commands["follow-section"].trigger()
    choose(window, "state", 0)
    press(room(window).space.outline, Qt.Key.Key_Space)
    assert flashed(window, 1) == "The dam held"


def test_that_panes_follow_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    side_by_side(qtbot, tmp_path).commands["follow-section"].trigger()
    assert side_by_side(qtbot, tmp_path).commands["follow-section"].isChecked()


def test_without_a_passage_there_is_no_section_to_bring_panes_to(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    world.tag(world.sources[0], "The mayor", None)
    window = side_by_side(qtbot, tmp_path, world)
    for place in (3, FLOOD.index("The mayor") + 5):
        hands.click(pane(window, 0).view, place)
        window.commands["same-section"].trigger()
        assert window.notice.words.startswith("Go to a passage of a section first")
        window.notice.dismiss()


def test_where_no_other_pane_has_the_section_it_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    window = side_by_side(qtbot, tmp_path, three_reports())
    hands.click(pane(window, 0).view, 18)
    window.commands["same-section"].trigger()
    assert window.notice.words.startswith("No other pane has anything in Cost")


# Sources and panes


def test_the_source_of_a_pane_is_chosen_by_its_words(qtbot: QtBot, tmp_path: Path) -> None:
    window = side_by_side(qtbot, tmp_path, three_reports())
    window.commands["choose-source"].trigger()
    box = window.findChild(Palette)
    assert box is not None
    QTest.keyClicks(box.box, "s3")
    press(box.box, Qt.Key.Key_Return)
    assert room(window).space.panes.shown() == [source(window, "S3").id, source(window, "S2").id]
    assert window.focusWidget() is pane(window, 0).view


def test_the_label_at_the_head_of_a_pane_is_the_button_for_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = side_by_side(qtbot, tmp_path, three_reports())
    badge = pane(window, 1).header.badge
    assert badge.accessibleName() == "S2: S2.txt. Choose another source"
    badge.setFocus()
    press(badge, Qt.Key.Key_Space)
    box = window.findChild(Palette)
    assert box is not None
    press(box.box, Qt.Key.Key_Return)
    assert room(window).space.panes.shown()[1] == source(window, "S1").id


def test_the_choice_stands_at_the_pane_it_is_for(qtbot: QtBot, tmp_path: Path) -> None:
    window = side_by_side(qtbot, tmp_path, three_reports())
    for source_shown in (True, False):
        if not source_shown:
            pane(window, 0).show_source(None)
        room(window).reading.choose_source(pane(window, 0))
        box = window.findChildren(Palette)[-1]
        assert abs(box.y() - pane(window, 0).mapToGlobal(QPoint(0, 0)).y()) < 60
        box.reject()


def test_without_a_source_there_is_nothing_to_choose(qtbot: QtBot, tmp_path: Path) -> None:
    window = side_by_side(qtbot, tmp_path, World())
    window.commands["choose-source"].trigger()
    assert window.notice.words.startswith("There is no source yet")


def test_two_panes_change_places_with_all_they_show(qtbot: QtBot, tmp_path: Path) -> None:
    window = side_by_side(qtbot, tmp_path, three_reports(), 3)
    first, second, third = room(window).space.panes.panes()
    second.view.zoom_by(2)
    window.commands["swap-panes"].trigger()
    assert room(window).space.panes.panes() == [second, first, third]
    QApplication.processEvents()
    assert second.x() < first.x() < third.x()
    assert room(window).space.panes.active is first
    room(window).arrangement.arrange(2, 2)
    room(window).space.panes.swap(second, third)
    QApplication.processEvents()
    assert second.mapTo(window, QPoint(0, 0)).y() > third.mapTo(window, QPoint(0, 0)).y()


def test_one_pane_alone_cannot_change_places(qtbot: QtBot, tmp_path: Path) -> None:
    window = side_by_side(qtbot, tmp_path, panes=1)
    window.commands["swap-panes"].trigger()
    assert window.notice.words.startswith("There is one pane only")


def test_a_pane_dropped_on_another_changes_places_with_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = side_by_side(qtbot, tmp_path)
    first, second = room(window).space.panes.panes()
    assert carry_in(second, mime.pane_mime(0), QPoint(50, 100))
    assert room(window).space.panes.panes() == [second, first]
    assert carry_in(first, mime.pane_mime(1), QPoint(50, 100))
    assert room(window).space.panes.panes() == [second, first]
    assert carry_in(first, mime.pane_mime(0), QPoint(50, 100), let_go=False)
    assert room(window).space.panes.panes() == [second, first]


def test_a_veil_shows_where_a_dragged_pane_would_land(qtbot: QtBot, tmp_path: Path) -> None:
    window = side_by_side(qtbot, tmp_path)
    second, carried = pane(window, 1), mime.pane_mime(0)
    before = hands.picture(second)
    enter = QDragEnterEvent(QPoint(50, 100), Qt.DropAction.CopyAction, carried, LEFT, NONE)
    QApplication.sendEvent(second, enter)
    assert hands.picture(second) != before
    QApplication.sendEvent(second, QDragLeaveEvent())
    assert hands.picture(second) == before


def test_the_head_of_a_pane_is_dragged_from_a_few_pixels_on(qtbot: QtBot, tmp_path: Path) -> None:
    window = side_by_side(qtbot, tmp_path)
    header = pane(window, 0).header
    carried = []
    header.dragged.disconnect()
    header.dragged.connect(lambda: carried.append("pane"))
    hands.move(header, QPoint(200, 20), LEFT)
    QTest.mousePress(header, LEFT, NONE, QPoint(100, 20))
    hands.move(header, QPoint(102, 20), LEFT)
    assert carried == []
    hands.move(header, QPoint(160, 20), LEFT)
    hands.move(header, QPoint(190, 20), LEFT)
    QTest.mouseRelease(header, LEFT, NONE, QPoint(190, 20))
    assert carried == ["pane"]


def test_keys_reach_these_commands(qtbot: QtBot, tmp_path: Path) -> None:
    window = side_by_side(qtbot, tmp_path)
    press(pane(window, 0).view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert chosen(window) == "It held through the flood."
    press(pane(window, 0).view, Qt.Key.Key_J, CONTROL)
    assert flashed(window, 1) == "The dam held"
