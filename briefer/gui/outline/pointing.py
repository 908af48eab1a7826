"""What the mouse does in the outline."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from briefer.gui.outline.choosing import OutlineChoice
from briefer.gui.outline.delegate import PLUS
from briefer.gui.outline.model import OutlineModel
from briefer.gui.outline.rows import UNFILED, Group, passage_of


class OutlinePointing(OutlineChoice):
    """A click chooses and shows, on a heading it folds; two clicks edit; the right button asks."""

    clicked_on = Signal(object)
    """A line that was chosen by a click; perhaps it was only to be chosen."""
    edit_wanted = Signal(object)
    """The Statement to edit, or a passage's line to write about."""
    write_wanted = Signal(object)
    """The Section to write in, None for the bottom line."""
    hovered = Signal(str)
    menu_wanted = Signal(object, object, QPoint)
    """The Group, the line or None, and where on the screen."""

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._twice = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if (
            event.button() == Qt.MouseButton.LeftButton
            and index.isValid()
            and self.outline.line(index) is None
        ):
            self._press_heading(index, event.position().toPoint())
        super().mousePressEvent(event)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and index.isValid():
            self.extend(index.row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._twice:  # what the double click opened has the keyboard now
            self._twice = False
            return
        line = self.outline.line(self.indexAt(event.position().toPoint()))
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if plain and line is not None and self.chosen() == [line]:
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
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid() or self.outline.rows is None:
            return
        place = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
        line = self.outline.line(index)
        if line is not None and line not in self.chosen():
            self._choose_row(index.row())
        group, _ = self.outline.rows.at(index.row())
        self.menu_wanted.emit(group, line, place)

    def _press_heading(self, index: QModelIndex, place: QPoint) -> None:
        group = self._group_at(index)
        rows = self.outline.rows
        if group is None or rows is None:
            return
        on_plus = place.x() > self.visualRect(index).right() - PLUS - 8
        if on_plus and group.key != UNFILED and self.outline.changeable:
            self.write_wanted.emit(group.section)
        else:
            self.outline.fold(group, folded=not rows.folded(group))

    def _group_at(self, index: QModelIndex) -> Group | None:
        return self.outline.rows.at(index.row())[0] if self.outline.rows and index.isValid() else None
