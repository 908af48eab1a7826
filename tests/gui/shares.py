"""Hands for a window that has a project on a share."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from briefer.gui.window import MainWindow
from briefer.tasks.opening import close_project, open_project
from tests.gui.windows import LEFT, a_window, room, section

AWAY = "“dam.brief” cannot be reached on its share; your work is kept on this computer"
THEIRS = "Somebody else has changed “dam.brief” on its share"


def opened(qtbot: QtBot, tmp_path: Path, project: Path, *answers: Path) -> MainWindow:
    window = a_window(qtbot, tmp_path, None, *answers)
    window.projects.open(project)
    qtbot.waitUntil(lambda: window.desk.session is not None)
    return window


def sort(window: MainWindow) -> None:
    """Do something to the project."""
    room(window).drafting.sort(section(window, "state"))


def retitle(window: MainWindow, title: str) -> None:
    from briefer.actions.details import set_field

    window.desk.do(lambda project: set_field(project, "title", title))


def title_of(path: Path) -> str:
    with closing(open_project(path, "Grace", read_only=True)) as session:
        return session.project.details().title


def ways(window: MainWindow) -> list[str]:
    return [b.text() for b in window.notice.findChildren(QAbstractButton) if b.isVisible() and b.text()]


def take(window: MainWindow, words: str) -> None:
    button = next(b for b in window.notice.findChildren(QAbstractButton) if b.text() == words)
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)
    QApplication.processEvents()


def wait_written(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.status.counted.startswith("dam.brief · on the share at "))


def theirs(project: Path, title: str) -> None:
    """Let a colleague, whose share knows of no locks, change the project there."""
    project.with_name(f".~lock.{project.name}").unlink(missing_ok=True)
    session = open_project(project, "Grace")
    from briefer.actions.details import set_field

    session.do(set_field(session.project, "title", title))
    close_project(session)
