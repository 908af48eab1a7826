"""What is asked of files that are taken in, found on the screen, and a page to take in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from briefer.gui.window import MainWindow
from tests.gui.windows import room, session_of, source

PAGE = """<html><head><title>The dam</title></head><body><nav><a href="/">Home</a> <a href="/w">News</a></nav>
<article><h1>The dam held</h1>{}</article><aside><p>Elsewhere a bridge was closed for good.</p></aside>
</body></html>"""
ARTICLE = "".join(
    f"<p>On day {day} the engineers of the county looked at the dam, and wrote that it held well.</p>"
    for day in range(9)
)


def a_page(folder: Path) -> Path:
    """Return a file that holds an article, and words beside it."""
    path = folder / "dam.html"
    path.write_text(PAGE.format(ARTICLE))
    return path


def take_in(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    """Let a file become a source."""
    room(window).importing.add_files([path])
    qtbot.waitUntil(lambda: path.name in names(window))


def offered(window: MainWindow) -> QPushButton:
    return next(one for one in window.notice.findChildren(QPushButton) if one.isVisible())


def dialog_of(qtbot: QtBot, kind: type[QDialog]) -> QDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def names(window: MainWindow) -> list[str]:
    return [one.file_name for one in session_of(window).project.sources()]


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: room(window).rereading._job is None)


def card_offers(window: MainWindow, label: str, words: str) -> None:
    """Do what the menu of a card offers."""
    room(window).menus.for_source(source(window, label), QPoint(5, 5))
    menu = room(window).menus.open
    assert menu is not None
    next(one for one in menu.actions() if one.text() == words).trigger()
    menu.close()
