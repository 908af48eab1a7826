"""One to six sources side by side, one of them the one that keys go to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefer.gui.desk import mime
from briefer.gui.panes.find_bars import FindBars
from briefer.gui.panes.grid import Grid, GridRoom
from briefer.gui.panes.pane import Pane
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import Passage, Source

LAYOUTS: Final = ((1, 1), (1, 2), (1, 3), (2, 2), (2, 3))
"""Rows and columns."""


class Panes(QWidget):
    """Tells of its panes what each asks for; asks nothing of the project but what stands in it."""

    tag_requested = Signal(Pane, int)
    untag_requested = Signal(Pane, int)
    repeat_requested = Signal(Pane)
    hovered = Signal(str)
    passage_clicked = Signal(str)
    visited = Signal(Pane, str)
    """A passage that was clicked, or that was gone to from elsewhere."""
    adjusted = Signal(str, int, int)
    """A passage and where it should stand, in code points."""
    adjusting_changed = Signal(Pane)
    """Adjusting a passage began or ended in a pane."""
    adjust_stepped = Signal(Pane, int)
    """A key moved this end of the passage in hand."""
    source_wanted = Signal(Pane)
    """Another source is to be chosen for a pane."""
    review_wanted = Signal(str)
    """A passage that was gone to stands in a former copy of its source."""
    pasted = Signal()
    """What was copied is to become a source."""
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
        self.find_bars = FindBars(lambda: [pane.find_bar for pane in self._panes])
        self._grid = Grid()
        self.shape = (0, 0)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        self._frame = GridRoom(self._grid)
        room.addWidget(self._frame)
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
        self._grid.lay(self._panes, rows, columns)
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
        if pane.source is not None and passage.anchor.text != pane.source.text:
            self._set_active(pane)
            self.review_wanted.emit(passage.id)
            return pane
        pane.go_to(passage.anchor.start, passage.anchor.end)
        pane.view.choose(passage.id)
        self.visited.emit(pane, passage.id)
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

    def swap(self, one: Pane, other: Pane) -> None:
        """Let two panes change places, with all that each shows; the keyboard goes with the first."""
        if one is other:
            return
        here, there = self._panes.index(one), self._panes.index(other)
        self._panes[here], self._panes[there] = other, one
        self._grid.reorder(self._panes)
        self._set_active(one)
        one.take_focus()
        self.layout_changed.emit()

    def shown(self) -> list[str]:
        """Return the id of the source in each pane, "" for an empty one."""
        return [pane.source.id if pane.source else "" for pane in self._panes]

    def sizes(self) -> list[list[int]]:
        """Return how high the rows are, then how wide the panes of each row."""
        return self._grid.shares()

    def set_sizes(self, sizes: Sequence[Sequence[int]]) -> None:
        """Give rows and panes these shares; what does not fit their number is left out."""
        self._grid.share(sizes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for what was copied; move by F6 and Ctrl+1 to Ctrl+6, where the window has no such action."""
        place = event.key() - Qt.Key.Key_1.value
        if event.key() == Qt.Key.Key_F6:
            self.focus_next(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and 0 <= place < len(self._panes):
            self.focus(place)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        else:
            super().keyPressEvent(event)

    def _pane_of(self, source: str) -> Pane | None:
        return next((pane for pane in self._panes if pane.source and pane.source.id == source), None)

    def _room(self) -> Pane:
        """Return where a source comes to stand: in an empty pane, the active one first, else in that."""
        if self.active.source is None:
            return self.active
        return next((pane for pane in self._panes if pane.source is None), self.active)

    def _add_pane(self) -> None:
        pane = Pane(self._project)
        self._panes.append(pane)
        pane.activated.connect(lambda: self._set_active(pane))
        pane.source_dropped.connect(lambda source: self._drop(source, pane))
        pane.pane_dropped.connect(lambda place: self.swap(self._panes[place], pane))
        pane.source_changed.connect(lambda: self.find_bars.look_again(pane.find_bar))
        self.find_bars.take_in(pane.find_bar)
        pane.header.dragged.connect(lambda: _carry(pane, self._panes.index(pane)))
        _pass_on(pane, self)

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
        self._frame.keep_in_sight(active)
        if active is not self.active:
            self.active = active
            self.active_changed.emit(active)


def _carry(pane: Pane, place: int) -> None:
    """Drag a pane by its head."""
    drag = QDrag(pane)
    drag.setMimeData(mime.pane_mime(place))
    drag.setPixmap(pane.header.grab())
    drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction)


def _pass_on(pane: Pane, panes: Panes) -> None:
    """Let what one of the panes tells be told by all of them."""
    pane.tag_requested.connect(lambda digit: panes.tag_requested.emit(pane, digit))
    pane.untag_requested.connect(lambda digit: panes.untag_requested.emit(pane, digit))
    pane.repeat_requested.connect(lambda: panes.repeat_requested.emit(pane))
    pane.menu_requested.connect(lambda at, passage: panes.menu_requested.emit(pane, at, passage))
    pane.selection_changed.connect(lambda: panes.selection_changed.emit(pane))
    pane.source_changed.connect(panes.shown_changed)
    pane.hovered.connect(panes.hovered)
    pane.passage_clicked.connect(panes.passage_clicked)
    pane.passage_clicked.connect(lambda passage: panes.visited.emit(pane, passage))
    pane.adjusted.connect(panes.adjusted)
    pane.view.adjuster.changed.connect(lambda: panes.adjusting_changed.emit(pane))
    pane.view.adjuster.stepped.connect(lambda end: panes.adjust_stepped.emit(pane, end))
    pane.header.source_clicked.connect(lambda: panes.source_wanted.emit(pane))
