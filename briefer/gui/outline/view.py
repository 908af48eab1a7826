"""The outline: sections in order, what stands in them, and where it can be moved."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from briefer.gui.look.controls import SlimScrollBar
from briefer.gui.outline.delegate import PLUS, OutlineDelegate
from briefer.gui.outline.drops import OutlineDrops
from briefer.gui.outline.model import OutlineModel
from briefer.gui.outline.rows import UNFILED, Group, Line, passage_of
from briefer.gui.outline.steps import moved_by, step_from
from briefer.model.change import Change

_BATCH: Final = 300


class OutlineView(OutlineDrops):
    """Shows and asks; whoever listens does."""

    place_wanted = Signal(object)
    """A line to show where it stands, whatever has to give way."""
    clicked_on = Signal(object)
    """A line that was chosen by a click; perhaps it was only to be chosen."""
    edit_wanted = Signal(object)
    """The Statement to edit, or a passage's line to write about."""
    write_wanted = Signal(object)
    """The Section to write in, None for the bottom line."""
    removal_wanted = Signal(object)
    hovered = Signal(str)
    menu_wanted = Signal(object, object, QPoint)
    """The Group, the line or None, and where on the screen."""

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._delegate = OutlineDelegate(model, self)
        self._twice = False
        self._kept = ""
        self._kept_scroll = 0
        self._set_up()
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._keep_current)
        model.modelReset.connect(self._restore_current)

    def _set_up(self) -> None:
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setMouseTracking(True)
        self.viewport().setBackgroundRole(self.backgroundRole().AlternateBase)
        self.viewport().setAutoFillBackground(True)
        self.setAccessibleName("Outline of the brief")

    def current_line(self) -> Line | None:
        """Return what the chosen card stands for."""
        return self.outline.line(self.currentIndex())

    def choose(self, identifier: str) -> None:
        """Choose the card of an entry and bring it into sight."""
        row = self.outline.rows.row_of(identifier) if self.outline.rows else -1
        if row >= 0:
            self._choose_row(row)

    def apply(self, change: Change) -> None:
        """Show what a change left; an entry that it moved is chosen, done, undone or done again."""
        self.outline.apply(change)
        rows, entry = self.outline.rows, moved_by(change)
        if rows is not None and entry is not None:
            home = rows.home(entry)
            self._choose_row(rows.first_row(home) if home.folded else rows.row_of(entry.id))

    @property
    def hot(self) -> str:
        """The id of the passage that is lit up."""
        return self._delegate.hot

    def set_hot(self, passage: str) -> None:
        """Light up the cards of a passage."""
        if passage != self._delegate.hot:
            self._delegate.hot = passage
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line, key = self.current_line(), event.key()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in steps:
            self._step(line, steps[Qt.Key(key)])
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and line is not None:
            self.removal_wanted.emit(line)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter(line)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._fold_here(folded=key == Qt.Key.Key_Left)
        elif key == Qt.Key.Key_Space and line is not None:
            self.place_wanted.emit(line)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if (
            event.button() == Qt.MouseButton.LeftButton
            and index.isValid()
            and self.outline.line(index) is None
        ):
            self._press_heading(index, event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._twice:  # what the double click opened has the keyboard now
            self._twice = False
            return
        line = self.outline.line(self.indexAt(event.position().toPoint()))
        if event.button() == Qt.MouseButton.LeftButton and line is not None and line is self.current_line():
            self.clicked_on.emit(line)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        line = self.outline.line(self.indexAt(event.position().toPoint()))
        if line is not None:
            self._twice = True
            self.edit_wanted.emit(line)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.hovered.emit(passage_of(self.outline.line(self.indexAt(event.position().toPoint()))))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit("")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid() and self.outline.rows:
            group, _ = self.outline.rows.at(index.row())
            self.menu_wanted.emit(group, self.outline.line(index), event.globalPos())

    def _choose_row(self, row: int) -> None:
        index = self.outline.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _press_heading(self, index: QModelIndex, place: QPoint) -> None:
        group = self._group_at(index)
        if group is None:
            return
        if group.key != UNFILED and place.x() > self.visualRect(index).right() - PLUS - 8:
            self.write_wanted.emit(group.section)
        else:
            self.outline.fold(group, folded=not group.folded)

    def _enter(self, line: Line | None) -> None:
        group = self._group_at(self.currentIndex())
        if line is not None:
            self.edit_wanted.emit(line)
        elif group is not None and group.key != UNFILED:
            self.write_wanted.emit(group.section)

    def _fold_here(self, *, folded: bool) -> None:
        group = self._group_at(self.currentIndex())
        if group is not None and self.outline.rows is not None:
            self.setCurrentIndex(self.outline.index(self.outline.rows.first_row(group)))
            self.outline.fold(group, folded=folded)

    def _step(self, line: Line | None, step: int) -> None:
        target = step_from(self.outline.rows, line, step) if self.outline.rows and line else None
        if target is not None:
            self.move_wanted.emit(line, target)

    def _group_at(self, index: QModelIndex) -> Group | None:
        return self.outline.rows.at(index.row())[0] if self.outline.rows and index.isValid() else None

    def _keep_current(self) -> None:
        line = self.current_line()
        self._kept = line.id if line else ""
        self._kept_scroll = self.verticalScrollBar().value()

    def _restore_current(self) -> None:
        self.choose(self._kept)
        self.verticalScrollBar().setValue(self._kept_scroll)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
