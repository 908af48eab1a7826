"""An outline of more cards than Qt lays out at once: whoever reads far down in it stays there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from pytestqt.qtbot import QtBot

from briefer.actions import tagging
from briefer.gui.outline.view import OutlineView
from briefer.gui.window import MainWindow
from tests.gui.windows import ALT, a_window, choose, press, quotes, room, section, source
from tests.worlds import World, a_world

LINES = [f"Line {number} of the report." for number in range(150)]


def a_long_brief() -> World:
    return a_world("\n".join(LINES), tagged=LINES[1:])


def laid_out(qtbot: QtBot, window: MainWindow) -> OutlineView:
    """Return the outline when the last of its cards has its place."""
    outline = room(window).space.outline
    last = outline.outline.index(outline.outline.rowCount() - 1)
    qtbot.waitUntil(lambda: not outline.visualRect(last).isEmpty())
    qtbot.waitUntil(lambda: outline.verticalScrollBar().maximum() > 100 * outline.visualRect(last).height())
    return outline


def test_one_tag_more_leaves_the_reader_where_he_was(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_long_brief())
    bar = laid_out(qtbot, window).verticalScrollBar()
    bar.setValue(bar.maximum())
    place, text = bar.value(), source(window, "S1")
    findings = section(window, "findings")
    window.desk.do(lambda project: tagging.tag(project, text, 0, len(LINES[0]), findings))
    qtbot.waitUntil(lambda: bar.maximum() > place)
    assert bar.value() == place


def test_a_card_that_is_moved_far_down_stays_in_sight(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_long_brief())
    outline = laid_out(qtbot, window)
    choose(window, "findings", 130)
    press(outline, Qt.Key.Key_Down, ALT)
    laid_out(qtbot, window)
    assert quotes(window, "findings")[131] == LINES[131]
    seen = QRect(QPoint(), outline.viewport().size())
    assert seen.intersects(outline.visualRect(outline.currentIndex()))
