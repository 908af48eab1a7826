"""The margins: badges beside their bars, an overview that scrolls."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from briefer.gui.look import theme
from briefer.gui.panes.gutter import Gutter
from briefer.gui.panes.pane import Pane
from briefer.gui.panes.ruler import Ruler
from briefer.wording.seeking import Query
from tests.gui.hands import LEFT, NONE, a_pane, colours, move, picture
from tests.worlds import World

LINES = [f"Line {number} of the report says something worth a tag." for number in range(400)]


def a_crowded_pane(qtbot: QtBot) -> Pane:
    """Lines 2 to 4 in three sections each, line 350 in one, a passage over lines 2 and 3 unfiled."""
    world = World()
    world.source("\n".join(LINES))
    held = [world.section(title) for title in ("Attendees", "Threats & <co>", "Memorandum")]
    for line in (2, 3, 4):
        for section in held:
            world.tag(world.sources[0], LINES[line], section)
    world.tag(world.sources[0], LINES[350], held[0])
    world.tag(world.sources[0], f"{LINES[2]}\n{LINES[3]}", None)
    return a_pane(qtbot, world)


def gutter_of(pane: Pane) -> Gutter:
    return pane.findChildren(Gutter)[0]


def ruler_of(pane: Pane) -> Ruler:
    return pane.findChildren(Ruler)[0]


def on_screen(widget: QWidget) -> QImage:
    """Return what stands on the screen, painted whenever it was."""
    corner = widget.mapTo(widget.window(), QPoint(0, 0))
    seen = widget.screen().grabWindow(
        widget.window().winId(), corner.x(), corner.y(), *widget.size().toTuple()
    )
    return seen.toImage()


def test_no_badge_covers_another(qtbot: QtBot) -> None:
    placed = gutter_of(a_crowded_pane(qtbot)).placed()
    assert len(placed) == 10
    assert not any(one.badge.intersects(other.badge) for one, other in combinations(placed, 2))


@pytest.mark.parametrize("width", [420, 240])
def test_every_badge_lies_inside_the_gutter(qtbot: QtBot, width: int) -> None:
    pane = a_crowded_pane(qtbot)
    pane.resize(width, 500)
    QApplication.processEvents()
    gutter = gutter_of(pane)
    assert all(
        placed.badge.left() >= 0 and placed.badge.right() <= gutter.width() for placed in gutter.placed()
    )


def test_only_what_shows_has_a_bar(qtbot: QtBot) -> None:
    pane = a_crowded_pane(qtbot)
    pane.view.bring_up(*_line(350))
    assert [placed.mark.title for placed in gutter_of(pane).placed()] == ["Attendees"]


def test_the_badge_of_a_passage_that_begins_above_stays_in_sight(qtbot: QtBot) -> None:
    pane = a_crowded_pane(qtbot)
    top, bottom = pane.view.places.heights(*_line(2))
    pane.view.verticalScrollBar().setValue(round((top + bottom) / 2))
    badges = [p.badge for p in gutter_of(pane).placed() if p.mark.passage == _unfiled(pane)]
    assert badges[0].top() >= 0


def test_the_mouse_over_a_badge_or_a_bar_lights_its_passage_and_a_click_picks_it(qtbot: QtBot) -> None:
    pane = a_crowded_pane(qtbot)
    gutter = gutter_of(pane)
    lit: list[str] = []
    picked: list[str] = []
    pane.hovered.connect(lit.append)
    pane.passage_clicked.connect(picked.append)
    placed = gutter.placed()[-1]
    move(gutter, placed.badge.center().toPoint())
    move(gutter, placed.bar.center().toPoint())
    QTest.mouseClick(gutter, LEFT, NONE, placed.badge.center().toPoint())
    QTest.mouseClick(gutter, LEFT, NONE, QPoint(1, 1))
    QApplication.sendEvent(gutter, QEvent(QEvent.Type.Leave))
    assert lit == [placed.mark.passage, ""]
    assert picked == [placed.mark.passage]


def test_the_light_beside_the_text_comes_and_goes_without_a_trace(qtbot: QtBot) -> None:
    pane = a_crowded_pane(qtbot)
    gutter = gutter_of(pane)
    seen = []
    for passage in ("", *(mark.passage for mark in pane.view.under.marks.passages()), ""):
        pane.set_hot(passage)
        QApplication.processEvents()
        shown = on_screen(gutter)
        gutter.update()
        QApplication.processEvents()
        assert shown == on_screen(gutter)
        seen.append(shown)
    assert seen[0] == seen[-1] != seen[1]


def test_a_badge_tells_the_sections_of_its_passage_in_words(qtbot: QtBot) -> None:
    gutter = gutter_of(a_crowded_pane(qtbot))
    placed = next(p for p in gutter.placed() if p.mark.digit == "2")
    point = placed.badge.center().toPoint()
    QApplication.sendEvent(gutter, QHelpEvent(QEvent.Type.ToolTip, point, gutter.mapToGlobal(point)))
    assert QToolTip.text() == "<qt>Attendees, Threats &amp; &lt;co&gt;, Memorandum</qt>"
    QToolTip.hideText()


def test_a_section_without_a_digit_has_its_letter_and_an_unfiled_passage_a_dash(qtbot: QtBot) -> None:
    world = World()
    world.source("One line. Two lines.")
    tenth = [world.section(f"Xylophones {number}") for number in range(10)][-1]
    bare = a_pane(qtbot, world)
    world.tag(world.sources[0], "One line.", tenth)
    world.tag(world.sources[0], "Two lines.", None)
    pane = a_pane(qtbot, world)
    assert len(colours(picture(gutter_of(pane)))) > len(colours(picture(gutter_of(bare)))) == 1


def test_the_ruler_shows_marks_far_below(qtbot: QtBot) -> None:
    pane = a_crowded_pane(qtbot)
    ruler = ruler_of(pane)
    drawn = picture(ruler)
    ink = theme.current().inks("#b3261e").ink.name()
    rows = [y for y in range(drawn.height()) if drawn.pixelColor(6, y).name() == ink]
    assert rows[0] < 0.05 * ruler.height()
    assert 0.8 * ruler.height() < rows[-1] < 0.95 * ruler.height()


def test_the_ruler_shows_hits_far_below_and_the_one_that_is_stood_on(qtbot: QtBot) -> None:
    pane = a_crowded_pane(qtbot)
    ruler = ruler_of(pane)
    bare = picture(ruler)
    place = pane.view.text.body.rindex(" ")
    pane.find_bar.hits.look_for(Query(pane.view.text.body[place:].strip()))
    found = picture(ruler)
    assert found != bare
    pane.find_bar.hits.stand_on(len(pane.find_bar.hits.spans) - 1)
    pane.view.verticalScrollBar().setValue(0)
    assert picture(ruler) != found


def test_a_passage_that_is_lit_up_stands_out_in_the_ruler(qtbot: QtBot) -> None:
    pane = a_crowded_pane(qtbot)
    bare = picture(ruler_of(pane))
    pane.set_hot(next(iter(pane.view.under.marks)).passage)
    assert picture(ruler_of(pane)) != bare
    pane.set_hot("")
    assert picture(ruler_of(pane)) == bare


def test_a_click_in_the_ruler_goes_there_and_a_drag_goes_on(qtbot: QtBot) -> None:
    pane = a_crowded_pane(qtbot)
    ruler, bar = ruler_of(pane), pane.view.verticalScrollBar()
    x = ruler.width() // 2
    QTest.mousePress(ruler, LEFT, NONE, QPoint(x, ruler.height() // 2))
    assert abs(bar.value() / (bar.maximum() + bar.pageStep()) - 0.48) < 0.05
    move(ruler, QPoint(x, ruler.height()), LEFT)
    assert bar.value() >= pane.view.document().size().height() - pane.view.viewport().height()
    move(ruler, QPoint(x, -50), LEFT)
    assert bar.value() == 0
    QTest.mouseRelease(ruler, LEFT, NONE, QPoint(x, 0))
    move(ruler, QPoint(x, ruler.height()))
    assert bar.value() == 0


def test_the_thumb_keeps_under_the_mouse_that_took_it(qtbot: QtBot) -> None:
    pane = a_crowded_pane(qtbot)
    ruler = ruler_of(pane)
    thumb = ruler.thumb()
    QTest.mousePress(ruler, LEFT, NONE, (thumb.topLeft() + QPointF(3, 4)).toPoint())
    assert pane.view.verticalScrollBar().value() == 0
    move(ruler, QPoint(3, 104), LEFT)
    assert abs(ruler.thumb().top() - 100) < 3


def test_the_wheel_over_the_ruler_scrolls(qtbot: QtBot) -> None:
    pane = a_crowded_pane(qtbot)
    place = QPointF(5, 5)
    turned = QWheelEvent(
        place, place, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, NONE,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(ruler_of(pane), turned)
    assert pane.view.verticalScrollBar().value() > 0


def test_the_thumb_of_a_long_text_can_still_be_taken(qtbot: QtBot) -> None:
    world = World()
    world.source("\n".join(LINES * 20))
    pane = a_pane(qtbot, world)
    ruler = ruler_of(pane)
    assert ruler.thumb().height() == 18
    pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().maximum())
    assert ruler.thumb().bottom() <= ruler.height()


def _line(number: int) -> tuple[int, int]:
    start = sum(len(line) + 1 for line in LINES[:number])
    return start, start + len(LINES[number])


def _unfiled(pane: Pane) -> str:
    return next(mark.passage for mark in pane.view.under.marks if not mark.colour)
