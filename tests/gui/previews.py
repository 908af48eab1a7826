"""A window with its preview open on a project in a file, and hands for its pages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.gui.preview.page_links import PageLink
from briefer.gui.preview.page_view import PageView
from briefer.gui.preview.preview import Preview
from briefer.gui.window import MainWindow
from tests.gui.hands import move
from tests.gui.windows import LEFT, NONE, a_dam, a_window, room, session_of
from tests.worlds import World

PATIENCE = 20_000
"""Milliseconds; a child starts in less than one second."""


def a_preview(qtbot: QtBot, folder: Path, world: World | None = None) -> MainWindow:
    """Open the dam, or another world, from a file, and its preview; wait until its pages show."""
    window = a_window(qtbot, folder)
    open_world(qtbot, window, world or a_dam(), folder / "dam.brief")
    window.commands["preview"].trigger()
    shown(qtbot, window)
    return window


def open_world(qtbot: QtBot, window: MainWindow, world: World, path: Path) -> None:
    """Write a world into a file and open that."""
    session = world.session()
    session.write_copy(path)
    session.close()
    window.projects.open(path)
    qtbot.waitUntil(
        lambda: window.desk.session is not None and session_of(window).path == path, timeout=PATIENCE
    )


def preview(window: MainWindow) -> Preview:
    return room(window).preview.preview


def pages(window: MainWindow) -> PageView:
    return preview(window).view


def shown(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until all that is in sight is of the project as it stands, and its words are known."""

    def complete() -> bool:
        view = pages(window)
        up_to_date = preview(window).bar.state in {"", "Draft"} and view.sheets.edition is not None
        return up_to_date and all(page in view.sheets.words for page in view.seen())

    qtbot.waitUntil(complete, timeout=PATIENCE)
    QApplication.processEvents()


def link(window: MainWindow, kind: str, number: int) -> PageLink:
    """Return a link in sight by what it is."""
    view = pages(window)
    found = [one for page in view.seen() for one in view.links(page) if one.key == (kind, number)]
    return found[0]


def point_of(window: MainWindow, link: PageLink) -> QPoint:
    """Return the middle of a link in the view."""
    return pages(window).box_in_view(link.page, link.box).center().toPoint()


def click(window: MainWindow, link: PageLink) -> None:
    QTest.mouseClick(pages(window).viewport(), LEFT, NONE, point_of(window, link))
    QApplication.processEvents()


def hover(window: MainWindow, link: PageLink) -> None:
    move(pages(window).viewport(), point_of(window, link))


def printed(window: MainWindow) -> str:
    """Return the words of the pages in sight."""
    view = pages(window)
    return " ".join(" ".join(view.sheets.words[page].text.split()) for page in view.seen())
