"""What shows while no project is open: ways to begin, and what was open last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from briefer.gui.desk.commands import Commands
from briefer.gui.desk.drop_panel import DropPanel
from briefer.gui.desk.recent import RecentProject
from briefer.gui.look import icons
from briefer.gui.look.controls import caption, label
from briefer.gui.start.rows import RecentRow, Row, StartRow

_LINE: Final = "Read reports side by side, tag what matters, and write a brief that can say who said so."
_LEFT: Final = 330
_RIGHT_LEAST: Final = 400
_MOST: Final = 6
_WAYS: Final = (
    ("new", "file-plus", "A meeting, a visit, a situation, or blank"),
    ("open", "folder-open", "A .brief or .brief.yaml project"),
    ("sample", "lightbulb", "Five tagged reports; opens as a copy"),
)
_STEPS: Final = (
    ("file-text", "Add reports", "Drop files here, or begin with a template and add them."),
    ("tag", "Tag what matters", "Select words and press a digit: 1 to 9 are the sections of the brief."),
    ("quote", "Write and cite", "Each statement beside its evidence; @ picks the passage."),
    ("file-down", "Export", "Word, PDF, web page: every sentence with its source in a note."),
)


class StartPage(DropPanel):
    """Begins anew each time it shows; the arrows go from row to row."""

    recent_chosen = Signal(object)
    """The Path of a project."""
    forget_wanted = Signal(object)
    """The Path of a project that is to be listed no more."""

    def __init__(self, commands: Commands) -> None:
        super().__init__("window")
        self._ways = [self._way(commands, *way) for way in _WAYS]
        self._rows: list[Row] = []
        self._heading = caption("Recent")
        self._recent = QVBoxLayout()
        self._menu: QMenu | None = None
        self.setAccessibleName("Start")
        self._lay_out()

    def show_recent(self, projects: Iterable[RecentProject]) -> None:
        """List the projects that were open last; a newcomer is told what there is to do."""
        for old in self._rows:
            self._recent.removeWidget(old)
            old.hide()
            old.deleteLater()
        shown = list(projects)[:_MOST]
        self._heading.setText(("Recent" if shown else "How it goes").upper())
        now = datetime.now().astimezone().isoformat()
        self._rows = [self._recent_row(project, now) for project in shown]
        self._rows = self._rows or [StartRow(*step, to_press=False) for step in _STEPS]
        for row in self._rows:
            row.setMinimumWidth(_RIGHT_LEAST)
            self._recent.addWidget(row)
        if self.isVisible():  # the row that had the keyboard is another now
            self._take_keys()

    def rows(self) -> list[Row]:
        """Return what can be pressed, from the top: ways to begin, then recent projects."""
        return [row for row in (*self._ways, *self._rows) if row.to_press]

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the project that was open last, else at the first way to begin."""
        super().showEvent(event)
        self._take_keys()

    def _take_keys(self) -> None:
        (self._rows if self._rows[0].to_press else self._ways)[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        rows = self.rows()
        here = next((place for place, row in enumerate(rows) if row.hasFocus()), None)
        if not step:
            super().keyPressEvent(event)
        else:
            place = 0 if here is None else (here + step) % len(rows)
            rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _way(self, commands: Commands, name: str, icon: str, note: str) -> StartRow:
        action = commands[name]
        keys = action.shortcut().toString()
        row = StartRow(icon, action.text().replace("&", ""), note, keys=keys)
        row.clicked.connect(action.trigger)
        return row

    def _recent_row(self, project: RecentProject, now: str) -> RecentRow:
        row = RecentRow(project, now)
        row.clicked.connect(lambda: self.recent_chosen.emit(project.path))
        row.forget_wanted.connect(lambda: self.forget_wanted.emit(project.path))
        row.menu_wanted.connect(lambda place: self._open_menu(project, place))
        return row

    def _open_menu(self, project: RecentProject, place: QPoint) -> None:
        self._menu = menu = QMenu(self)
        opening = menu.addAction("Open")
        opening.setEnabled(project.there)
        opening.triggered.connect(lambda: self.recent_chosen.emit(project.path))
        menu.addAction("Remove from the list").triggered.connect(
            lambda: self.forget_wanted.emit(project.path)
        )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _lay_out(self) -> None:
        self._recent.setSpacing(4)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 20, 28, 20)
        row.setSpacing(0)
        row.addStretch(1)
        row.addLayout(self._left())
        row.addSpacing(56)
        row.addLayout(self._right())
        row.addStretch(1)

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addStretch(2)
        name, line = label("briefer", 26, strong=True), label(_LINE, 10.5, mute=True)
        line.setWordWrap(True)
        for words in (name, line):
            words.setContentsMargins(14, 0, 0, 0)  # flush with the icons of the rows
        column.addWidget(name)
        line.setFixedWidth(_LEFT)
        column.addWidget(line)
        column.addSpacing(20)
        for way in self._ways:
            way.setFixedWidth(_LEFT)
            column.addWidget(way)
        column.addSpacing(14)
        column.addWidget(self._drop_hint())
        column.addStretch(3)
        return column

    def _drop_hint(self) -> QWidget:
        hint = QWidget()
        icon, words = label(), label("Drop reports anywhere here to begin with them.", 9.5, mute=True)
        icon.setPixmap(icons.icon("upload", "mute").pixmap(16, 16))
        row = QHBoxLayout(hint)
        row.setContentsMargins(14, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(icon)
        row.addWidget(words, 1)
        return hint

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addStretch(2)
        self._heading.setIndent(14)
        column.addWidget(self._heading)
        column.addLayout(self._recent)
        column.addStretch(3)
        return column
