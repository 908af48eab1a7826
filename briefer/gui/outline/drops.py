"""A list that shows where what is dragged over it would land."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from briefer.gui.desk import mime
from briefer.gui.look import fonts, theme
from briefer.gui.outline.model import ENTRY_MIME, OutlineModel
from briefer.gui.outline.rows import UNFILED, Line
from briefer.gui.outline.steps import Target, gap_below

_FAINT: Final = 0.7


class OutlineDrops(QListView):
    """Takes its own entries, and selections from the panes."""

    move_wanted = Signal(object, object)
    """Lines in their order, and the Target that they go to."""
    span_dropped = Signal(object, object)
    """The Span of a pane that was dropped, and the Target that it goes to."""

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outline = model
        self._gap: int | None = None  # the row below which a drop would go
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragEnabled(True)
        self.setDropIndicatorShown(False)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Carry a faint picture of the card beside the mouse, so that the place it would go to shows."""
        chosen = [index for index in self.selectedIndexes() if self.outline.line(index) is not None]
        if not chosen or not self.outline.changeable:
            return
        grasped = self.currentIndex() if self.currentIndex() in chosen else chosen[0]
        drag = QDrag(self)
        drag.setMimeData(self.outline.mimeData(chosen))
        drag.setPixmap(_faint(self.viewport().grab(self.visualRect(grasped)), len(chosen)))
        drag.setHotSpot(QPoint(-14, -6))
        drag.exec(Qt.DropAction.CopyAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        carried = event.mimeData()
        known = carried.hasFormat(ENTRY_MIME) or carried.hasFormat(mime.SPAN_MIME)
        row = self._row_above(event.position().toPoint())
        self._gap = row if known and self._target(row) else None
        self.viewport().update()
        event.setAccepted(known)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._gap = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._gap = None
        self.viewport().update()
        self._take_in(event.mimeData(), self._row_above(event.position().toPoint()))
        # Never as a move of Qt's: the model hears of it from the project.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap is None:
            return
        below = self.visualRect(self.outline.index(self._gap)).bottom() - 2 if self._gap >= 0 else 2
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.current().accent)
            painter.drawRect(14, below - 1, self.viewport().width() - 26, 2)
            painter.drawEllipse(8, below - 3, 6, 6)

    def _take_in(self, carried: QMimeData, row: int) -> None:
        span, lines = mime.read_span(carried), self._lines(carried)
        target = self._target(row, lines)
        if target is None:
            return
        if span is not None:
            self.span_dropped.emit(span, target)
        elif lines:
            self.move_wanted.emit(lines, target)

    def _lines(self, carried: QMimeData) -> list[Line]:
        """Return the cards that a drag carries, as far as they still show."""
        rows = self.outline.rows
        if rows is None or not carried.hasFormat(ENTRY_MIME):
            return []
        places = map(rows.row_of, carried.data(ENTRY_MIME).toStdString().split())
        lines = (rows.line(place) for place in places if place >= 0)
        return [line for line in lines if line is not None]

    def _target(self, row: int, moved: Sequence[Line] = ()) -> Target | None:
        """Return where something let go below a row goes; nothing goes among the unfiled passages."""
        rows = self.outline.rows
        if rows is None or rows.total() == 0:
            return None
        target = gap_below(rows, row, moved)
        return None if target.group.key == UNFILED else target

    def _row_above(self, place: QPoint) -> int:
        """Return the row below which something let go here would land."""
        index = self.indexAt(place)
        if not index.isValid():
            return -1 if place.y() < 0 else self.outline.rowCount() - 1
        lower_half = place.y() >= self.visualRect(index).center().y()
        return index.row() if lower_half or self.outline.line(index) is None else index.row() - 1


def _faint(picture: QPixmap, count: int) -> QPixmap:
    """Return a picture that one can look through, at two thirds of its size, and how many it stands for."""
    small = picture.scaledToWidth(picture.width() * 2 // 3, Qt.TransformationMode.SmoothTransformation)
    found = QPixmap(small.size())
    found.setDevicePixelRatio(small.devicePixelRatio())
    found.fill(Qt.GlobalColor.transparent)
    with QPainter(found) as painter:
        painter.setOpacity(_FAINT)
        painter.drawPixmap(0, 0, small)
        if count > 1:
            _paint_badge(painter, small.deviceIndependentSize().width(), count)
    return found


def _paint_badge(painter: QPainter, right: float, count: int) -> None:
    colours = theme.current()
    painter.setOpacity(1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(fonts.interface_font(9, strong=True))
    width = painter.fontMetrics().horizontalAdvance(f"{count}") + 12
    badge = QRectF(right - width - 4, 4, width, 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.accent)
    painter.drawRoundedRect(badge, 9, 9)
    painter.setPen(colours.on_accent)
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, f"{count}")
