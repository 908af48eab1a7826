"""The states of the window that are drawn, each as somebody at work comes to it."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from email.message import EmailMessage
from pathlib import Path
from tempfile import TemporaryDirectory

import dense_project
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from briefer.actions.conflicts import Conflict
from briefer.gui import app
from briefer.gui.desk.recent import RecentProject
from briefer.gui.desk.settings import Settings
from briefer.gui.dialogs.export_dialog import ExportDialog
from briefer.gui.look import theme
from briefer.gui.look.palette import Palette
from briefer.gui.window import MainWindow
from briefer.gui.workroom import Workroom
from briefer.model.project import Project

PATIENCE = 30.0
"""Seconds to wait for anything."""

SAMPLE = 5
"""Sources in the sample."""

HOME = Path("~/Briefs")
"""Where the pictures say that files lie."""


class Stage:
    """One program; each state is drawn in a window of its own."""

    def __init__(self, width: int, height: int) -> None:
        self.program = app.make_program(["briefer"])
        self.window: MainWindow
        self._size = (width, height)
        self._kept = TemporaryDirectory()
        self.home = Path(self._kept.name)

    def photograph(self, state: Callable[[Stage], None]) -> QPixmap:
        """Bring a new window into a state, and return the picture of it and of what lies over it."""
        theme.wear(theme.LIGHT)
        os.environ["XDG_DATA_HOME"] = str(self.home / state.__name__)  # a sample of its own
        settings = Settings(self.home / f"{state.__name__}.ini")
        self.window = MainWindow(settings, self.home / "log")
        self.window.resize(*self._size)
        self.window.move(0, 0)
        self.window.show()
        self.rest()
        state(self)
        self.rest()
        picture = self._picture()
        for over in self.over():
            over.close()
        self.window.close()
        self.window.deleteLater()
        self.rest()
        return picture

    @property
    def room(self) -> Workroom:
        assert self.window.workroom is not None
        return self.window.workroom

    @property
    def project(self) -> Project:
        return self.window.desk.opened().project

    def press(self, *commands: str) -> None:
        """Do what these commands of the menus do."""
        for command in commands:
            self.window.commands[command].trigger()
        self.rest()

    def sample(self, *commands: str) -> None:
        """Open the sample with the brief beside it, then press these commands."""
        self.press("sample", *commands)

    def over(self) -> list[QWidget]:
        """Return the dialogs that lie over the window."""
        return [one for one in self.program.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end
            QTest.qWait(20)

    def rest(self) -> None:
        """Let what was begun be finished and painted."""
        QTest.qWait(250)

    def _picture(self) -> QPixmap:
        picture = self.window.grab()
        painter = QPainter(picture)
        for over in self.over():
            frame = over.geometry().translated(-self.window.pos())
            frame.moveTop(max(frame.top(), 16))  # Qt leaves room for a title bar that no one draws here
            painter.drawPixmap(frame.topLeft(), over.grab())
            painter.setPen(theme.current().mute)
            painter.drawRect(frame.adjusted(-1, -1, 0, 0))
        painter.end()
        return picture


def start(stage: Stage) -> None:
    stage.window.start_page.show_recent(
        RecentProject(HOME / f"{title}.brief", there=True, title=title, opened=opened, amount=amount)
        for title, opened, amount in (
            ("Tokyo 2+2", "2024-07-29T09:12:00", "5 sources · 72 passages"),
            ("Seoul visit", "2024-07-11T16:40:00", "11 sources · 134 passages"),
        )
    )


def three_panes(stage: Stage) -> None:
    stage.sample("three-panes")


def six_panes(stage: Stage) -> None:
    stage.sample("six-panes")


def dark(stage: Stage) -> None:
    stage.sample("three-panes", "theme")


def high_contrast(stage: Stage) -> None:
    stage.sample("three-panes", "theme-contrast-dark")


def dense(stage: Stage) -> None:
    """Nine sections, their passages laid over each other, in two sources made for it."""
    project = stage.home / "dense.brief"
    if not project.exists():
        dense_project.write(project)
    stage.window.projects.open(project)


def outline(stage: Stage) -> None:
    """A statement taken up beside its evidence."""
    stage.sample("two-panes")
    view = stage.room.space.outline
    view.setFocus()
    row = next(row for row in range(40) if view.outline.index(row, 0).isValid() and row > 0)
    view.setCurrentIndex(view.outline.index(row, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)


def preview(stage: Stage) -> None:
    stage.sample("one-pane", "preview")
    sheets = stage.room.preview.preview.view.sheets
    stage.until(lambda: bool(sheets.pictures))


def details(stage: Stage) -> None:
    stage.sample("three-panes", "source")


def palette(stage: Stage) -> None:
    stage.sample("three-panes", "palette")
    (box,) = (one for one in stage.over() if isinstance(one, Palette))
    QTest.keyClicks(box.box, "ta")


def find(stage: Stage) -> None:
    """A name that the sources spell in two ways, found with and without its macron."""
    stage.sample("two-panes", "find-sources")
    page = stage.room.searching.page
    QTest.keyClicks(page.box, "Yoko Kamikawa")
    stage.until(lambda: page.model.rowCount() > 0)
    QTest.keyClick(page.box, Qt.Key.Key_Return)


def export(stage: Stage) -> None:
    stage.window.settings.keep("export-folder", str(HOME))
    stage.sample("two-panes", "export")
    (dialog,) = (one for one in stage.over() if isinstance(one, ExportDialog))
    stage.until(lambda: dialog.form.findings.findings.rowCount() > 0)


def review(stage: Stage) -> None:
    """A newer copy of a source, in which every other passage reads otherwise or is gone."""
    stage.sample("three-panes")
    project = stage.project
    source = project.find_source("S1")
    text = project.text_of(source)
    for number, passage in enumerate(project.passages_in(source)):
        words = passage.anchor.quote
        text = text.replace(words, (words, words.replace(" the ", " this ", 1), words, "")[number % 4])
    newer = stage.home / "newer.txt"
    newer.write_text(f"Updated at noon.\n\n{text}", "utf-8")
    stage.room.rereading.read(source, newer)
    stage.until(lambda: stage.room.reviewing.page.state != "")


def attached(stage: Stage) -> None:
    """The files that came with a message."""
    message = EmailMessage()
    message["From"], message["Subject"] = "Ada <ada@example.org>", "Two reports on the dam"
    message.set_content("Please see both reports.")
    message.add_attachment("The gate broke.", filename="What the engineers of the county found.txt")
    message.add_attachment(bytes(2000), maintype="image", subtype="png", filename="gate.png")
    path = stage.home / "reports.eml"
    path.write_bytes(bytes(message))
    stage.sample("two-panes")
    stage.room.importing.add_files([path])
    stage.until(lambda: len(stage.project.sources()) == SAMPLE + 1)
    stage.room.taking_in.offer_attached(stage.project.sources()[-1])
    stage.until(lambda: bool(stage.over()))


def correct(stage: Stage) -> None:
    stage.sample("two-panes")
    stage.room.taking_in.edit_text(stage.project.find_source("S2"))


def merge(stage: Stage) -> None:
    """What two people changed, side by side."""
    stage.sample("two-panes")
    both = [
        Conflict("1", "details", "title", "Tokyo 2+2", "The ministers in Tokyo"),
        *(Conflict(one.id, "statement", "text", one.text, f"{one.text} So it was said.")
          for one in stage.project.statements()[:3]),
    ]  # fmt: skip
    stage.room.asking.resolve(both, lambda _theirs: None, lambda: None)


def damaged(stage: Stage) -> None:
    """A project of which a passage lost its place, with what is lost."""
    path = stage.home / "damaged.brief"
    stage.sample()
    stage.window.desk.opened().write_copy(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("UPDATE passage SET quote = 'weir' WHERE id = (SELECT max(id) FROM passage)")
    stage.window.projects.open(path)
    stage.until(lambda: stage.window.projects.whereabouts.damage is not None)
    ways = stage.window.notice.findChildren(QPushButton)
    next(one for one in ways if one.text() == "Details…").click()


STATES: Mapping[str, Callable[[Stage], None]] = {
    "start": start,
    "three-panes": three_panes,
    "six-panes": six_panes,
    "dark": dark,
    "high-contrast": high_contrast,
    "dense": dense,
    "outline": outline,
    "preview": preview,
    "source-details": details,
    "find": find,
    "palette": palette,
    "export": export,
    "review": review,
    "attached": attached,
    "correct": correct,
    "merge": merge,
    "damaged": damaged,
}
