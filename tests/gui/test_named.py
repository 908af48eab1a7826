"""Whatever the keyboard can reach says what it is, and Enter in a dialog does what the dialog is for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QSplitterHandle, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.windows import a_dam, a_project, a_window, room

DIALOGS = ("new", "sections", "details", "source", "export", "shortcuts", "preferences", "about")


def reached(top: QWidget) -> Iterator[QWidget]:
    """Yield what shows of a window and takes the keyboard by Tab."""
    for part in top.findChildren(QWidget):
        if part.isVisibleTo(top) and part.isEnabled() and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield part


def nameless(top: QWidget) -> list[QWidget]:
    return [part for part in reached(top) if not called(part)]


def called(part: QWidget) -> str:
    """Return what a screen reader calls it; for a strip of tabs, its first tab."""
    if isinstance(part, QTabBar):
        return part.tabText(0)
    return QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)


def the_dialog() -> QDialog:
    (found,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible())
    return found


def test_all_that_the_keyboard_reaches_in_the_window_has_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    assert list(reached(window))
    assert nameless(window) == []
    window = a_window(qtbot, tmp_path, a_dam())
    for command in ("two-panes", "find", "write"):
        window.commands[command].trigger()
    assert nameless(window) == []


@pytest.mark.parametrize("command", DIALOGS)
def test_a_dialog_names_its_parts_and_takes_enter_for_yes(qtbot: QtBot, tmp_path: Path, command: str) -> None:
    window = a_window(qtbot, tmp_path)
    window.projects.open(a_project(tmp_path))
    window.commands[command].trigger()
    dialog = the_dialog()
    assert nameless(dialog) == []
    chosen = [button.text() for button in dialog.findChildren(QPushButton) if button.isDefault()]
    assert "Cancel" not in chosen
    dialog.reject()


def test_a_screen_reader_meets_the_parts_from_left_to_right(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    for command in ("six-panes", "two-panes"):
        window.commands[command].trigger()
    space = room(window).space
    assert children(space) == [space.side, space.panes, space.brief]
    first, second = space.panes.panes()
    assert children(first.parentWidget()) == [first, second]


def children(splitter: QWidget | None) -> list[QWidget]:
    """Return the parts of a splitter as a screen reader goes through them."""
    assert splitter is not None
    found = QAccessible.queryAccessibleInterface(splitter)
    every = [found.child(place).object() for place in range(found.childCount())]
    return [one for one in every if isinstance(one, QWidget) and not isinstance(one, QSplitterHandle)]
