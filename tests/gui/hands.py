"""A reader's hands on a text pane: real mouse and key events at places of the stored text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from briefer.gui.panes.pane import Pane
from briefer.gui.panes.tagging_view import TaggingView
from tests.worlds import World

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


def a_pane(qtbot: QtBot, world: World, *, source: int = 0) -> Pane:
    """Show a source of a world in a pane of its own, with the keyboard on its text."""
    pane = Pane(world.session().project)
    qtbot.addWidget(pane)
    pane.resize(420, 500)
    pane.show_source(world.sources[source])
    pane.show()
    pane.view.setFocus()
    QApplication.processEvents()
    return pane


def point_of(view: TaggingView, offset: int) -> QPoint:
    """Return where in the viewport the character at a code point begins."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.text.to_shown(offset))
    return view.cursorRect(cursor).center()


def drag(view: TaggingView, start: int, end: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press the left button at one code point, move to another, and let go."""
    first, last = point_of(view, start), point_of(view, end)
    QTest.mousePress(view.viewport(), LEFT, modifiers, first)
    move(view.viewport(), last, LEFT, modifiers)
    QTest.mouseRelease(view.viewport(), LEFT, modifiers, last)


def click(view: TaggingView, offset: int) -> None:
    """Click on the character at a code point."""
    QTest.mouseClick(view.viewport(), LEFT, NONE, point_of(view, offset) + QPoint(3, 0))


def hover(view: TaggingView, offset: int) -> None:
    """Move the mouse over the character at a code point."""
    move(view.viewport(), point_of(view, offset) + QPoint(3, 0))


def leave(view: TaggingView) -> None:
    """Move the mouse out of the text."""
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))


def right_click(
    view: TaggingView, offset: int, reason: QContextMenuEvent.Reason = QContextMenuEvent.Reason.Mouse
) -> None:
    """Ask for the menu on the character at a code point, or where the caret is by the menu key."""
    point = point_of(view, offset) + QPoint(3, 0)
    there = view.viewport().mapToGlobal(point)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, point, there, NONE))


def move(
    widget: QWidget,
    point: QPoint,
    buttons: Qt.MouseButton = Qt.MouseButton.NoButton,
    modifiers: Qt.KeyboardModifier = NONE,
) -> None:
    """Move the mouse; QTest's own move knows of no pressed button."""
    place, none = QPointF(point), Qt.MouseButton.NoButton
    there = QPointF(widget.mapToGlobal(point))
    QApplication.sendEvent(widget, QMouseEvent(QEvent.Type.MouseMove, place, there, none, buttons, modifiers))


def drag_line(splitter: QSplitter, line: int, by: int) -> None:
    """Take hold of the line before a part, move it by so many pixels, and let go."""
    QApplication.processEvents()
    handle = splitter.handle(line)
    middle = handle.rect().center()
    QTest.mousePress(handle, LEFT, NONE, middle)
    move(handle, middle + QPoint(by, 0), LEFT)
    QTest.mouseRelease(handle, LEFT, NONE, middle)
    QApplication.processEvents()


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press and release a key."""
    QTest.keyClick(widget, key, modifiers)


def picture(widget: QWidget) -> QImage:
    """Return what a widget looks like."""
    QApplication.processEvents()
    return widget.grab().toImage()


def colours(image: QImage) -> set[str]:
    """Return the names of all colours in a picture."""
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
