"""One to six sources side by side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from briefer.actions import sources, tagging
from briefer.gui.desk import mime
from briefer.gui.panes.pane import Pane
from briefer.gui.panes.panes import LAYOUTS, Panes
from tests.gui.hands import LEFT, NONE, click, hover, picture, press
from tests.worlds import World

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def a_desk(world: World, qtbot: QtBot, rows: int = 1, columns: int = 2) -> Panes:
    panes = Panes(world.session().project)
    qtbot.addWidget(panes)
    panes.resize(1200, 700)
    panes.arrange(rows, columns)
    panes.show()
    QApplication.processEvents()
    return panes


def reports(count: int = 3) -> World:
    world = World()
    world.section("Findings")
    for number in range(count):
        world.source(f"Report {number}. The dam held.")
    return world


def drop(pane: Pane, carried: QMimeData) -> bool:
    """Carry something over a pane and let go; tell whether the pane took it."""
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    over = QDragEnterEvent(QPoint(50, 100), copy, carried, left, NONE)
    over.ignore()
    QApplication.sendEvent(pane, over)
    if over.isAccepted():
        QApplication.sendEvent(pane, QDropEvent(QPointF(50, 100), copy, carried, left, NONE))
    return over.isAccepted()


@pytest.mark.parametrize("shape", LAYOUTS)
def test_each_layout_has_its_panes(qtbot: QtBot, shape: tuple[int, int]) -> None:
    panes = a_desk(reports(), qtbot, *shape)
    assert len(panes.panes()) == shape[0] * shape[1]
    assert all(pane.isVisible() for pane in panes.panes())
    tops = {pane.mapTo(panes, QPoint()).y() for pane in panes.panes()}
    assert len(tops) == shape[0]


def test_panes_share_the_room_evenly(qtbot: QtBot) -> None:
    widths = [pane.width() for pane in a_desk(reports(), qtbot, 1, 3).panes()]
    assert max(widths) - min(widths) <= 2


@pytest.mark.parametrize("shape", [(1, 3), (2, 3)])
def test_in_a_narrow_window_panes_stay_wide_enough_for_words(qtbot: QtBot, shape: tuple[int, int]) -> None:
    panes = a_desk(reports(), qtbot, *shape)
    panes.resize(420, 700)
    QApplication.processEvents()
    assert min(pane.width() for pane in panes.panes()) >= 200
    for place, pane in enumerate(panes.panes()):
        panes.focus(place)
        left = pane.mapTo(panes, QPoint()).x()
        assert 0 <= left <= left + pane.width() <= panes.width()
    picture(panes)
    panes.resize(1200, 700)
    panes.focus(0)
    panes.resize(420, 700)
    assert panes.panes()[0].mapTo(panes, QPoint()).x() == 0


def test_the_head_of_a_narrow_pane_has_room_for_the_title(qtbot: QtBot) -> None:
    world = World()
    source = world.source("The dam held.", title="Strengthening the dam in response to the flood of May")
    panes = a_desk(world, qtbot, 1, 3)
    pane = panes.show_source(source)
    wide = buttons_of(pane)
    panes.resize(620, 700)
    QApplication.processEvents()
    narrow = buttons_of(pane)
    assert len(wide) > len(narrow) == 1
    texts = [one.text() for one in pane.header.findChildren(QLabel) if one.isVisible()]
    assert texts == ["Strengthening the dam in response to the flood of May"]
    picture(pane.header)
    narrow[0].click()
    menu = pane.header.findChild(QMenu)
    assert menu is not None
    entry = next(entry for entry in menu.actions() if "Find" in entry.text())
    entry.trigger()
    menu.close()
    assert pane.find_bar.isVisible()


def buttons_of(pane: Pane) -> list[QToolButton]:
    return [button for button in pane.header.findChildren(QToolButton) if button.isVisible()]


def test_sources_fill_empty_panes_first_then_take_the_active_one(qtbot: QtBot) -> None:
    world = reports()
    panes = a_desk(world, qtbot)
    for source in world.sources:
        panes.show_source(source)
    assert panes.shown() == [world.sources[0].id, world.sources[2].id]
    panes.show_source(world.sources[0])
    assert panes.active is panes.panes()[0]


def test_fewer_panes_keep_the_active_one_and_the_full_ones(qtbot: QtBot) -> None:
    world = reports()
    panes = a_desk(world, qtbot, 2, 3)
    for place, source in zip((1, 3, 5), world.sources, strict=True):
        panes.show_source(source, panes.panes()[place])
    panes.arrange(1, 2)
    assert panes.shown() == [world.sources[0].id, world.sources[2].id]
    assert panes.active.source == world.sources[2]
    panes.arrange(2, 2)
    assert panes.shown() == [world.sources[0].id, world.sources[2].id, "", ""]


def test_a_change_of_layout_is_told_once(qtbot: QtBot) -> None:
    panes = a_desk(reports(), qtbot)
    told: list[tuple[int, int]] = []
    panes.layout_changed.connect(lambda: told.append(panes.shape))
    panes.arrange(2, 2)
    panes.arrange(2, 2)
    assert told == [(2, 2)]


def test_keys_move_from_pane_to_pane(qtbot: QtBot) -> None:
    world = reports()
    panes = a_desk(world, qtbot, 1, 3)
    for source in world.sources:
        panes.show_source(source)
    panes.focus(0)
    first, second, third = panes.panes()
    press(first.view, Qt.Key.Key_F6)
    assert panes.active is second
    assert second.view.hasFocus()
    press(second.view, Qt.Key.Key_F6, SHIFT)
    press(first.view, Qt.Key.Key_F6, SHIFT)
    assert panes.active is third
    press(third.view, Qt.Key.Key_2, CONTROL)
    assert panes.active is second
    press(second.view, Qt.Key.Key_6, CONTROL)
    press(second.view, Qt.Key.Key_F9)
    assert panes.active is second
    panes.focus(17)
    assert panes.active is second


def test_keys_go_through_empty_panes_too(qtbot: QtBot) -> None:
    panes = a_desk(reports(), qtbot, 1, 3)
    panes.focus(0)
    for place in (1, 2, 0):
        press(panes.active, Qt.Key.Key_F6)
        assert panes.active is panes.panes()[place]
        assert panes.active.hasFocus()


def test_a_click_in_the_text_or_beside_it_makes_a_pane_active(qtbot: QtBot) -> None:
    world = reports()
    panes = a_desk(world, qtbot)
    panes.show_source(world.sources[0])
    panes.show_source(world.sources[1])
    told: list[Pane] = []
    panes.active_changed.connect(told.append)
    click(panes.panes()[0].view, 5)
    QTest.mouseClick(panes.panes()[1], LEFT, NONE, QPoint(60, 20))
    assert told == panes.panes()


def test_what_a_pane_asks_for_comes_with_the_pane(qtbot: QtBot) -> None:
    world = reports()
    passage = world.tag(world.sources[0], "The dam held.", world.sections[0])
    panes = a_desk(world, qtbot)
    pane = panes.show_source(world.sources[0])
    asked: list[tuple[object, ...]] = []
    for signal in (panes.tag_requested, panes.untag_requested):
        signal.connect(lambda pane, digit: asked.append((pane, digit)))
    panes.repeat_requested.connect(lambda pane: asked.append((pane,)))
    panes.hovered.connect(lambda passage: asked.append((passage,)))
    panes.passage_clicked.connect(lambda passage: asked.append((passage, "clicked")))
    press(pane.view, Qt.Key.Key_1)
    press(pane.view, Qt.Key.Key_2, SHIFT)
    press(pane.view, Qt.Key.Key_Return)
    hover(pane.view, 15)
    click(pane.view, 15)
    assert asked == [(pane, 1), (pane, 2), (pane,), (passage.id,), (passage.id, "clicked")]


def test_a_source_dropped_on_a_pane_shows_there(qtbot: QtBot) -> None:
    world = reports()
    panes = a_desk(world, qtbot)
    assert drop(panes.panes()[1], mime.source_mime(world.sources[2].id))
    assert panes.shown() == ["", world.sources[2].id]
    assert panes.active is panes.panes()[1]


def test_other_things_dropped_on_a_pane_are_refused(qtbot: QtBot) -> None:
    panes = a_desk(reports(), qtbot)
    words = QMimeData()
    words.setText("some words")
    assert not drop(panes.panes()[0], words)
    assert mime.read_span(words) is None


def test_a_source_of_another_window_changes_nothing(qtbot: QtBot) -> None:
    panes = a_desk(reports(), qtbot)
    drop(panes.panes()[0], mime.source_mime("0" * 32))
    assert panes.shown() == ["", ""]


def test_going_to_a_passage_opens_its_source_when_no_pane_shows_it(qtbot: QtBot) -> None:
    world = reports()
    passage = world.tag(world.sources[2], "The dam held.", world.sections[0])
    panes = a_desk(world, qtbot)
    panes.show_source(world.sources[0])
    assert panes.go_to(passage) is panes.panes()[1]
    assert panes.active.view.caret() == passage.anchor.start
    panes.focus(0)
    assert panes.go_to(passage) is panes.panes()[1]
    assert panes.active is panes.panes()[1]


def test_a_passage_lights_up_in_every_pane_that_shows_it(qtbot: QtBot) -> None:
    world = reports()
    passage = world.tag(world.sources[0], "The dam held.", world.sections[0])
    panes = a_desk(world, qtbot)
    for pane in panes.panes():
        panes.show_source(world.sources[0], pane)
    before = [picture(pane.view) for pane in panes.panes()]
    panes.set_hot(passage.id)
    assert all(picture(pane.view) != was for pane, was in zip(panes.panes(), before, strict=True))


def test_a_change_reaches_every_pane(qtbot: QtBot) -> None:
    world = reports()
    session = world.session()
    panes = Panes(session.project)
    qtbot.addWidget(panes)
    panes.arrange(1, 2)
    for pane in panes.panes():
        panes.show_source(world.sources[0], pane)
    session.listen(panes.apply)
    session.do(tagging.tag(session.project, world.sources[0], 0, 6, world.sections[0]))
    assert [len(pane.view.under.marks) for pane in panes.panes()] == [1, 1]


def test_closing_a_source_leaves_the_pane_empty(qtbot: QtBot) -> None:
    world = reports()
    panes = a_desk(world, qtbot)
    pane = panes.show_source(world.sources[0])
    told: list[list[str]] = []
    panes.shown_changed.connect(lambda: told.append(panes.shown()))
    closing = next(b for b in pane.findChildren(QToolButton) if b.accessibleName() == "Close this source")
    QTest.mouseClick(closing, LEFT)
    assert told == [["", ""]]


def test_a_source_that_comes_back_shows_where_it_was_read(qtbot: QtBot) -> None:
    world = reports()
    session = world.session()
    panes = Panes(session.project)
    qtbot.addWidget(panes)
    panes.arrange(1, 2)
    for pane, report in zip(panes.panes(), world.sources, strict=False):
        panes.show_source(report, pane)
    session.listen(panes.apply)
    session.do(sources.remove(session.project, world.sources[1]))
    assert panes.shown() == [world.sources[0].id, ""]
    session.undo()
    assert panes.shown() == [world.sources[0].id, world.sources[1].id]


def test_a_pane_that_was_closed_or_filled_meanwhile_stays_so(qtbot: QtBot) -> None:
    world = reports()
    session = world.session()
    panes = Panes(session.project)
    qtbot.addWidget(panes)
    panes.show_source(world.sources[0])
    session.listen(panes.apply)
    session.do(sources.remove(session.project, world.sources[0]))
    panes.show_source(world.sources[1])
    session.undo()
    assert panes.shown() == [world.sources[1].id]
    panes.active.show_source(None)
    session.redo()
    session.undo()
    assert panes.shown() == [""]


def test_another_project_empties_the_panes(qtbot: QtBot) -> None:
    world, other = reports(), reports()
    panes = a_desk(world, qtbot)
    panes.show_source(world.sources[0])
    session = other.session()
    panes.set_project(session.project)
    assert panes.shown() == ["", ""]
    assert panes.show_source(other.sources[0]).view.text.body == "Report 0. The dam held."
    panes.set_project(None)
    assert panes.shown() == ["", ""]


def test_the_head_of_a_narrow_pane_leaves_the_zoom_to_the_keys(qtbot: QtBot) -> None:
    world = reports()
    panes = a_desk(world, qtbot, 1, 1)
    pane = panes.show_source(world.sources[0])
    zoom = next(b for b in pane.findChildren(QToolButton) if b.accessibleName().startswith("Larger"))
    before = pane.view.points()
    QTest.mouseClick(zoom, LEFT)
    assert pane.view.points() > before
    panes.arrange(1, 2)
    panes.resize(620, 500)
    QApplication.processEvents()
    assert not zoom.isVisible()


def test_an_empty_pane_says_so_in_its_middle(qtbot: QtBot) -> None:
    pane = a_desk(reports(), qtbot).panes()[0]
    [words] = [label for label in pane.findChildren(QLabel) if label.text().startswith("Choose a source")]
    middle = words.mapTo(pane, words.rect().center())
    assert (middle - pane.rect().center()).manhattanLength() <= 4
