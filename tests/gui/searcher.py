"""A window whose find page is open, and what one reads on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from briefer.gui.searching.page import FindPage
from briefer.gui.window import MainWindow
from tests.gui.windows import a_dam, a_window, room
from tests.worlds import World

DOWN, UP, ENTER, ESCAPE = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Escape


def a_searcher(qtbot: QtBot, tmp_path: Path, words: str = "", world: World | None = None) -> MainWindow:
    """Open the find page on the two reports and type words into it."""
    window = a_window(qtbot, tmp_path, world or a_dam())
    window.commands["find-sources"].trigger()
    assert page_of(window).box.hasFocus()
    if words:
        look_for(qtbot, window, words)
    return window


def look_for(qtbot: QtBot, window: MainWindow, words: str) -> None:
    page, finding = page_of(window), room(window).searching
    with qtbot.waitSignal(finding.searching):
        page.box.selectAll()
        QTest.keyClicks(page.box, words)
    # Only now: a search for what stood there before may have ended meanwhile.
    with qtbot.waitSignal(finding.searched):
        pass


def page_of(window: MainWindow) -> FindPage:
    return room(window).searching.page


def rows(window: MainWindow) -> list[str]:
    model = page_of(window).model
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


def chosen(window: MainWindow) -> str:
    return str(page_of(window).results.currentIndex().data())


def said(window: MainWindow) -> str:
    return " ".join(one.text() for one in page_of(window).findChildren(QLabel) if one.isVisible())
