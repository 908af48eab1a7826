"""Scrolling, zooming and finding one's place in a long text."""

from __future__ import annotations

from functools import reduce

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.gui.panes.gutter import width_in
from briefer.gui.panes.pane import Pane
from briefer.gui.panes.text_view import TextView
from tests.gui.hands import NONE, a_pane, picture
from tests.worlds import World

LONG = "".join(f"Sentence number {number} stands here.\n" + "\n" * (number % 3) for number in range(2_000))
NEEDLE = "Sentence number 1500 stands here."


def a_long_pane(qtbot: QtBot) -> Pane:
    world = World()
    world.source(LONG)
    world.tag(world.sources[0], NEEDLE, world.section("Findings"))
    return a_pane(qtbot, world)


def top_of(view: TextView) -> int:
    QApplication.processEvents()
    return view.places.position_at(view.verticalScrollBar().value() + 2)


def wheel(view: TextView, steps: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    place = QPointF(50, 50)
    turned = QWheelEvent(
        place, place, QPoint(), QPoint(0, 120 * steps), Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), turned)


def test_going_to_a_passage_brings_it_up_and_puts_the_caret_there(qtbot: QtBot) -> None:
    pane = a_long_pane(qtbot)
    start = LONG.index(NEEDLE)
    pane.go_to(start, start + len(NEEDLE))
    assert pane.view.caret() == start
    top, bottom = pane.view.places.heights(start, start + len(NEEDLE))
    seen = pane.view.verticalScrollBar().value()
    assert seen <= top <= bottom <= seen + pane.view.viewport().height() / 2
    assert pane.view.hasFocus()


def test_a_passage_far_beyond_what_is_laid_out_is_reached_at_once(qtbot: QtBot) -> None:
    world = World()
    world.source(LONG * 6)
    pane = a_pane(qtbot, world)
    pane.show_source(world.sources[0])
    end = len(LONG) * 6
    pane.go_to(end - 30, end - 20)
    seen = pane.view.verticalScrollBar().value()
    top, bottom = pane.view.places.heights(*[pane.view.text.to_shown(at) for at in (end - 30, end - 20)])
    assert seen <= top <= bottom <= seen + pane.view.viewport().height()


def test_a_passage_that_shows_already_does_not_move_the_text(qtbot: QtBot) -> None:
    pane = a_long_pane(qtbot)
    pane.go_to(60, 80)
    assert pane.view.verticalScrollBar().value() == 0


def test_the_place_gone_to_flashes_and_fades(qtbot: QtBot) -> None:
    pane = a_long_pane(qtbot)
    pane.go_to(0, 15)
    bright = picture(pane.view.viewport())
    assert pane.view.under.flash_strength > 0
    qtbot.waitUntil(lambda: pane.view.under.flash_strength == 0, timeout=5000)
    assert picture(pane.view.viewport()) != bright


def test_the_wheel_scrolls_and_with_ctrl_zooms(qtbot: QtBot) -> None:
    pane = a_long_pane(qtbot)
    before = pane.view.points()
    wheel(pane.view, -1)
    assert pane.view.verticalScrollBar().value() > 0
    assert pane.view.points() == before
    wheel(pane.view, 1, Qt.KeyboardModifier.ControlModifier)
    assert pane.view.points() > before
    wheel(pane.view, -200, Qt.KeyboardModifier.ControlModifier)
    assert 5 < pane.view.points() < before


def test_what_is_at_the_top_stays_there_in_another_size_and_width(qtbot: QtBot) -> None:
    pane = a_long_pane(qtbot)
    start = LONG.index(NEEDLE)
    pane.view.verticalScrollBar().setValue(round(pane.view.places.heights(start, start)[0]))
    pane.view.set_points(18)
    assert start <= top_of(pane.view) < start + len(NEEDLE)
    pane.resize(300, 500)
    assert start <= top_of(pane.view) < start + len(NEEDLE)


def test_a_wide_pane_keeps_lines_short(qtbot: QtBot) -> None:
    pane = a_long_pane(qtbot)
    pane.resize(1800, 500)
    assert pane.view.viewport().width() < 800
    assert pane.view.viewport().geometry().left() > 300


def test_another_source_starts_at_its_top(qtbot: QtBot) -> None:
    pane = a_long_pane(qtbot)
    pane.view.verticalScrollBar().setValue(5_000)
    pane.show_source(pane.source)
    assert pane.view.verticalScrollBar().value() == 0
    assert pane.view.caret() == 0


@pytest.mark.usefixtures("qapp")
def test_a_stretch_in_both_directions_is_covered_where_its_letters_are() -> None:
    body = "😀 The minister said «سنعزز التعاون الدفاعي» in Tokyo."
    view = TextView(width_in)
    view.resize(900, 300)
    view.show_text("s", body)
    arabic = body.index("سنعزز"), body.index("التعاون"), body.index("»"), body.index("Tokyo")

    def box(start: int, end: int) -> QRectF:
        block = view.document().firstBlock()
        rect = view.document().documentLayout().blockBoundingRect(block)
        boxes = list(view.places.line_rects(block, rect, *(view.text.to_shown(at) for at in (start, end))))
        return reduce(QRectF.united, boxes)

    first, rest = box(arabic[0], arabic[1] - 1), box(arabic[1], arabic[2])
    assert 0 <= first.left() - rest.right() < 12
    assert box(10, arabic[0]).right() <= rest.left()
    assert first.right() <= box(arabic[3], len(body)).left()
    assert box(10, arabic[1]).right() >= first.right() > box(10, arabic[1]).left() + 50


@settings(max_examples=20)
@given(st.floats(0, 1))
def test_share_and_height_are_each_others_inverse(qapp: QApplication, share: float) -> None:
    places = _long_view(qapp).places
    assert abs(places.share_at(places.height_at(share)) - share) < 0.001


def test_shares_follow_the_text(qapp: QApplication) -> None:
    places = _long_view(qapp).places
    shares = [places.share_of(position) for position in range(0, len(LONG), 97)]
    assert shares == sorted(shares)
    assert 0 == shares[0] < shares[-1] <= 1


_views: list[TextView] = []


def _long_view(_app: QApplication) -> TextView:
    if not _views:
        _views.append(TextView(width_in))
        _views[0].resize(400, 400)
        _views[0].show_text("s", LONG)
    return _views[0]
