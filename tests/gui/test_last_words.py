"""The words looked for last, brought back from a list."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from briefer.gui.desk.search_box import SearchBox
from briefer.gui.desk.settings import Settings
from briefer.gui.window import MainWindow
from tests.gui.windows import a_dam, a_window, press, room


def box_of(window: MainWindow) -> SearchBox:
    window.commands["find-sources"].trigger()
    return room(window).searching.page.box


def listed(box: SearchBox) -> list[str]:
    """Press the button at the end of the box and return what it lists."""
    box.actions()[-1].trigger()
    menu = box.findChildren(QMenu)[-1]
    words = [action.text() for action in menu.actions()]
    menu.close()
    return words


def look_for(box: SearchBox, words: str) -> None:
    box.selectAll()
    QTest.keyClicks(box, words)
    press(box, Qt.Key.Key_Escape)


def test_nothing_is_listed_before_the_first_search(qtbot: QtBot, tmp_path: Path) -> None:
    assert listed(box_of(a_window(qtbot, tmp_path, a_dam()))) == ["Nothing looked for yet"]


def test_the_last_words_are_listed_the_latest_first_also_next_time(qtbot: QtBot, tmp_path: Path) -> None:
    box = box_of(a_window(qtbot, tmp_path, a_dam()))
    for words in ("dam & flood", "held", " "):
        look_for(box, words)
    assert Settings(tmp_path / "settings.ini").words("find/last-words") == "held\ndam & flood"
    again = box_of(a_window(qtbot, tmp_path, a_dam()))
    assert listed(again) == ["held", "dam && flood"]
    again.findChildren(QMenu)[-1].actions()[1].trigger()
    assert again.text() == "dam & flood"


def test_panes_and_the_page_share_them(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    look_for(box_of(window), "held")
    window.commands["find"].trigger()
    box = room(window).space.panes.active.find_bar.box
    press(box, Qt.Key.Key_Up)
    assert box.text() == "held"
