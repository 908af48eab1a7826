"""A whole window for a test, and hands for the parts around the panes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from briefer.gui.desk.chooser import Chooser
from briefer.gui.desk.settings import Settings
from briefer.gui.dialogs.new_dialog import NewDialog
from briefer.gui.look import fonts, theme
from briefer.gui.window import MainWindow
from briefer.gui.workroom import Workroom
from briefer.model.records import Passage, Section, Source, Statement, Tag
from briefer.session import Session
from tests.worlds import World

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton

FLOOD = "The dam was inspected in May. It held through the flood.\nThe mayor thanked the crew."
REPAIR = "Repairs cost two million. The dam held, said the mayor."


class Answers(Chooser):
    """Answers every question for a file with the next of these paths."""

    def __init__(self, *paths: Path) -> None:
        self.paths = list(paths)
        self.suggested: list[Path] = []

    def open_one(self, _title: str, _kinds: str) -> Path | None:
        return self.paths.pop(0) if self.paths else None

    def open_many(self, _title: str, _kinds: str) -> Sequence[Path]:
        found, self.paths = self.paths, []
        return found

    def save(self, _title: str, suggested: Path, _kinds: str) -> Path | None:
        self.suggested.append(suggested)
        return self.paths.pop(0) if self.paths else None


def a_dam() -> World:
    """Return two reports and three sections; the first holds two passages and a statement on one of them."""
    world = World()
    first = world.source(FLOOD, title="The flood", publisher="The Gazette", kind="newspaper")
    second = world.source(REPAIR)
    state, cost, _ = (world.section(title) for title in ("State", "Cost", "People"))
    held = world.tag(first, "It held through the flood.", state)
    world.tag(second, "The dam held", state)
    world.tag(second, "Repairs cost two million.", cost)
    world.statement(state, "The dam held through the flood.", held)
    world.statement(None, "The dam is sound.", held, kind="judgement")
    return world


def a_project(folder: Path, name: str = "dam.brief") -> Path:
    """Write the two reports into a file."""
    path = folder / name
    session = a_dam().session()
    session.write_copy(path)
    session.close()
    return path


def a_window(qtbot: QtBot, tmp_path: Path, world: World | None = None, *answers: Path) -> MainWindow:
    """Show a window with settings of its own on a world, or on its start page."""
    program = QApplication.instance()
    assert isinstance(program, QApplication)
    program.setFont(fonts.interface_font())
    theme.wear(theme.LIGHT)
    window = MainWindow(Settings(tmp_path / "settings.ini"), tmp_path / "log", Answers(*answers))
    qtbot.addWidget(window)
    window.resize(1400, 900)
    window.show()
    if world is not None:
        window.desk.lay(world.session())
    QApplication.processEvents()
    return window


def begin(window: MainWindow) -> NewDialog:
    """Begin a project of the usual kind where the chooser answers, called by the name of its file."""
    window.commands["new"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NewDialog)
    dialog.elsewhere.click()
    dialog.accept()
    return dialog


def room(window: MainWindow) -> Workroom:
    """Return what stands around the open project."""
    assert window.workroom is not None
    return window.workroom


def session_of(window: MainWindow) -> Session:
    assert window.desk.session is not None
    return window.desk.session


def quotes(window: MainWindow, key: str) -> list[str]:
    """Return the words of what stands in a section, in order."""
    project = session_of(window).project
    section = None if key == "bluf" else project.find_section(key)
    return [words_of(window, entry) for entry in project.body(section)]


def words_of(window: MainWindow, entry: Tag | Statement | Passage) -> str:
    if isinstance(entry, Statement):
        return entry.text
    passage = entry if isinstance(entry, Passage) else session_of(window).project.passage(entry.passage)
    return passage.anchor.quote


def section(window: MainWindow, key: str) -> Section:
    return session_of(window).project.find_section(key)


def source(window: MainWindow, label: str) -> Source:
    return session_of(window).project.find_source(label)


def choose(window: MainWindow, key: str, place: int) -> None:
    """Choose a card of the outline by its section and its place in it."""
    project = session_of(window).project
    home = None if key == "bluf" else project.find_section(key)
    room(window).space.outline.choose(project.body(home)[place].id)
    room(window).space.outline.setFocus()
    QApplication.processEvents()


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(widget, key, modifiers)
    QApplication.processEvents()


def carry_in(widget: QWidget, carried: QMimeData, at: QPoint, *, let_go: bool = True) -> bool:
    """Carry something over a widget and let it go or take it away again; tell whether it was welcome."""
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at, copy, carried, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    QApplication.sendEvent(widget, QDragMoveEvent(at, copy, carried, LEFT, NONE))
    QApplication.processEvents()
    welcome = enter.isAccepted()
    if welcome and let_go:
        QApplication.sendEvent(widget, QDropEvent(QPointF(at), copy, carried, LEFT, NONE))
    else:
        QApplication.sendEvent(widget, QDragLeaveEvent())
    QApplication.processEvents()
    return welcome
