"""One to six sources side by side, one of them the one that keys go to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from briefer.gui.look import theme
from briefer.gui.panes.pane import Pane
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import Passage, Source

LAYOUTS: Final = ((1, 1), (1, 2), (1, 3), (2, 2), (2, 3))
"""Rows and columns."""

_NARROWEST: Final = 420
"""Pixels of a row of panes: with both lists beside it, it fits the smallest window."""


class Panes(QWidget):
    """Tells of its panes what each asks for; asks nothing of the project but what stands in it."""

    tag_requested = Signal(Pane, int)
    untag_requested = Signal(Pane, int)
    repeat_requested = Signal(Pane)
    hovered = Signal(str)
    passage_clicked = Signal(str)
    menu_requested = Signal(Pane, QPoint, str)
    selection_changed = Signal(Pane)
    active_changed = Signal(Pane)
    layout_changed = Signal()
    shown_changed = Signal()
    """Another source shows in some pane."""

    def __init__(self, project: Project | None = None) -> None:
        super().__init__()
        self._project = project
        self._panes: list[Pane] = []
        self._rows = _Splitter(Qt.Orientation.Vertical)
        self.shape = (0, 0)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._rows)
        self._add_pane()
        self.active = self._panes[0]
        self.arrange(1, 1)

    def panes(self) -> list[Pane]:
        """Return the panes row by row."""
        return list(self._panes)

    def set_project(self, project: Project | None) -> None:
        """Read from this project from now on; every pane is empty then."""
        self._project = project
        for pane in self._panes:
            pane.project = project
            pane.show_source(None)

    def arrange(self, rows: int, columns: int) -> None:
        """Make so many rows and columns; what the active pane shows stays in sight."""
        if (rows, columns) == self.shape:
            return
        while len(self._panes) < rows * columns:
            self._add_pane()
        self._drop_panes(rows * columns)
        for row in range(rows):
            if row == self._rows.count():
                self._rows.addWidget(_Splitter(Qt.Orientation.Horizontal))
            for column in range(columns):
                pane = self._panes[row * columns + column]
                pane.setMinimumWidth(_NARROWEST // max(2, columns))
                self._row(row).insertWidget(column, pane)
            self._row(row).setSizes([1000] * columns)
        for row in reversed(range(rows, self._rows.count())):
            emptied = self._row(row)
            emptied.setParent(None)
            emptied.deleteLater()
        self._rows.setSizes([1000] * rows)
        self.shape = (rows, columns)
        self._set_active(self.active)
        self.layout_changed.emit()

    def show_source(self, source: Source, pane: Pane | None = None) -> Pane:
        """Show a source in this pane, else where it shows already, an empty pane or the active one."""
        if pane is None:
            pane = self._pane_of(source.id) or self._room()
        if pane.source is None or pane.source.id != source.id:
            pane.show_source(source)
        self._set_active(pane)
        return pane

    def go_to(self, passage: Passage) -> Pane:
        """Bring a passage into sight; its source takes the active pane unless some pane shows it."""
        pane = self._pane_of(passage.source)
        if pane is None and self._project is not None:
            source = self._project.get(Source, passage.source)
            pane = self.show_source(source, self._room()) if source else None
        pane = pane or self.active
        pane.go_to(passage.anchor.start, passage.anchor.end)
        return pane

    def go_to_any(self, passages: Sequence[Passage], *, replacing: bool) -> None:
        """Bring one of these into sight: one whose source shows, else the first in an empty pane.

        When there is none of either, the first replaces what is being read, or nothing happens.
        """
        found = next((passage for passage in passages if self._pane_of(passage.source)), None)
        if found is None and passages and (replacing or self._room().source is None):
            found = passages[0]
        if found is not None:
            self.go_to(found)

    def apply(self, change: Change) -> None:
        """Show what a change did."""
        for pane in self._panes:
            pane.apply(change)

    def set_hot(self, passage: str) -> None:
        """Light a passage up wherever it shows; "" for none."""
        for pane in self._panes:
            pane.set_hot(passage)

    def focus(self, place: int) -> None:
        """Give the keyboard to a pane by its place, counted from 0, if there is one."""
        if place < len(self._panes):
            self._set_active(self._panes[place])
            self.active.take_focus()

    def focus_next(self, step: int = 1) -> None:
        """Give the keyboard to the next pane, round the end."""
        self.focus((self._panes.index(self.active) + step) % len(self._panes))

    def shown(self) -> list[str]:
        """Return the id of the source in each pane, "" for an empty one."""
        return [pane.source.id if pane.source else "" for pane in self._panes]

    def sizes(self) -> list[list[int]]:
        """Return how high the rows are, then how wide the panes of each row."""
        return [self._rows.sizes(), *(self._row(row).sizes() for row in range(self._rows.count()))]

    def set_sizes(self, sizes: Sequence[Sequence[int]]) -> None:
        """Give rows and panes these shares; what does not fit their number is left out."""
        splitters = [self._rows, *(self._row(row) for row in range(self._rows.count()))]
        for splitter, wanted in zip(splitters, sizes, strict=False):
            if len(wanted) == splitter.count():
                splitter.setSizes(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between panes by F6 and Ctrl+1 to Ctrl+6, where the window has no such action."""
        place = event.key() - Qt.Key.Key_1.value
        if event.key() == Qt.Key.Key_F6:
            self.focus_next(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and 0 <= place < len(self._panes):
            self.focus(place)
        else:
            super().keyPressEvent(event)

    def _pane_of(self, source: str) -> Pane | None:
        return next((pane for pane in self._panes if pane.source and pane.source.id == source), None)

    def _room(self) -> Pane:
        """Return where a source comes to stand: in an empty pane, the active one first, else in that."""
        if self.active.source is None:
            return self.active
        return next((pane for pane in self._panes if pane.source is None), self.active)

    def _row(self, place: int) -> QSplitter:
        row = self._rows.widget(place)
        assert isinstance(row, QSplitter)
        return row

    def _add_pane(self) -> None:
        pane = Pane(self._project)
        self._panes.append(pane)
        pane.activated.connect(lambda: self._set_active(pane))
        pane.source_dropped.connect(lambda source: self._drop(source, pane))
        pane.tag_requested.connect(lambda digit: self.tag_requested.emit(pane, digit))
        pane.untag_requested.connect(lambda digit: self.untag_requested.emit(pane, digit))
        pane.repeat_requested.connect(lambda: self.repeat_requested.emit(pane))
        pane.menu_requested.connect(lambda at, passage: self.menu_requested.emit(pane, at, passage))
        pane.selection_changed.connect(lambda: self.selection_changed.emit(pane))
        pane.source_changed.connect(self.shown_changed)
        pane.hovered.connect(self.hovered)
        pane.passage_clicked.connect(self.passage_clicked)

    def _drop_panes(self, count: int) -> None:
        """Keep so many panes: those before the rest, full before empty, the active one always."""
        while len(self._panes) > count:
            rest = [pane for pane in reversed(self._panes) if pane is not self.active]
            dropped = next((pane for pane in rest if pane.source is None), rest[0])
            self._panes.remove(dropped)
            dropped.hide()
            dropped.setParent(None)
            dropped.deleteLater()

    def _drop(self, identifier: str, pane: Pane) -> None:
        source = self._project.get(Source, identifier) if self._project else None
        if source is not None:
            self.show_source(source, pane)

    def _set_active(self, active: Pane) -> None:
        for pane in self._panes:
            pane.set_active(active=pane is active)
        if active is not self.active:
            self.active = active
            self.active_changed.emit(active)


class _Splitter(QSplitter):
    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        return _Line(self.orientation(), self)


class _Line(QSplitterHandle):
    """Qt widens the part of a handle one pixel wide that can be grasped."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), theme.current().line)
        finally:
            painter.end()
