"""The palette: whatever can be done, by its words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from briefer.gui.header import PaletteButton
from briefer.gui.look.palette import Palette
from briefer.gui.window import MainWindow
from tests.gui.windows import (
    CONTROL,
    LEFT,
    NONE,
    a_dam,
    a_window,
    begin,
    press,
    quotes,
    room,
    session_of,
    source,
)


def palette_of(window: MainWindow) -> Palette:
    """Open the palette by its key."""
    press(window, Qt.Key.Key_K, CONTROL)
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, Palette) and w.isVisible())


def rows(palette: Palette) -> list[str]:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    return [palette.found.item(row).data(spoken) for row in range(palette.found.count())]


def test_a_section_is_found_and_tagged_as(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    palette = palette_of(window)
    QTest.keyClicks(palette.box, "tag peo")
    assert rows(palette) == ["Tag as People, 3", "Find “tag peo” in all sources"]
    press(palette.box, Qt.Key.Key_Return)
    assert quotes(window, "people") == ["The dam was inspected in May."]


def test_what_is_typed_reaches_the_field_without_a_click(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    palette = palette_of(window)
    for key in (Qt.Key.Key_C, Qt.Key.Key_O, Qt.Key.Key_S):
        QTest.keyClick(window.windowHandle(), key)  # as a window manager that knows of no popup sends it
    assert palette.box.text() == "cos"
    palette.reject()


def test_every_row_that_shows_is_whole(qtbot: QtBot, tmp_path: Path) -> None:
    palette = palette_of(a_window(qtbot, tmp_path, a_dam()))
    view = palette.found.viewport().rect()
    shown = [palette.found.visualItemRect(palette.found.item(row)) for row in range(palette.found.count())]
    assert palette.found.count() > 16
    assert all(view.contains(row) for row in shown if row.intersects(view))
    palette.reject()


def test_any_words_can_be_found_in_all_sources(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    palette = palette_of(window)
    QTest.keyClicks(palette.box, "two million")
    assert rows(palette) == ["Find “two million” in all sources"]
    press(palette.box, Qt.Key.Key_Return)
    page = room(window).searching.page
    assert page.isVisible()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)


def test_a_source_is_found_and_shown(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.commands["one-pane"].trigger()
    palette = palette_of(window)
    QTest.keyClicks(palette.box, "s2")
    press(palette.box, Qt.Key.Key_Return)
    assert room(window).space.panes.active.source == source(window, "S2")


def test_arrows_go_round_what_was_found(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    palette = palette_of(window)
    QTest.keyClicks(palette.box, "panes")
    assert rows(palette)[1].startswith("Two panes")
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        press(palette.box, key)
    press(palette.box, Qt.Key.Key_Return)
    assert room(window).space.panes.shape == (1, 3)


def test_a_click_does_it_too(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    palette = palette_of(window)
    QTest.keyClicks(palette.box, "six panes")
    place = palette.found.visualItemRect(palette.found.item(0)).center()
    QTest.mouseClick(palette.found.viewport(), LEFT, NONE, place)
    QApplication.processEvents()
    assert room(window).space.panes.shape == (2, 3)


def test_nothing_found_does_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    palette = palette_of(window)
    QTest.keyClicks(palette.box, "xyzzy")
    assert rows(palette) == []
    press(palette.box, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.finished):
        QTest.keyClick(palette.box, Qt.Key.Key_Return)


def test_the_search_box_of_the_header_opens_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    box = window.header.findChild(PaletteButton)
    assert isinstance(box, QAbstractButton)
    box.setFocus()
    box.grab()
    QTest.mouseClick(box, LEFT)
    palette = next(w for w in QApplication.topLevelWidgets() if isinstance(w, Palette) and w.isVisible())
    assert "Try the sample" in rows(palette)
    palette.reject()


def test_a_new_project_bears_the_users_name(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, None, tmp_path / "dam.brief")
    window.settings.keep("author", "Ada Lovelace")
    begin(window)
    assert session_of(window).project.details().author == "Ada Lovelace"


def test_no_theme_is_offered_twice(qtbot: QtBot, tmp_path: Path) -> None:
    palette = palette_of(a_window(qtbot, tmp_path))
    QTest.keyClicks(palette.box, "dark")
    assert [row for row in rows(palette) if "contrast" not in row] == [
        "Theme: dark",
        "Theme: swap light and dark, Ctrl+Shift+D",
    ]
    palette.reject()
