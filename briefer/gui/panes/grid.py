"""Rows and columns of panes with a line between them that can be drawn elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QSplitterHandle, QWidget

from briefer.gui.look import theme
from briefer.gui.look.controls import SlimScrollBar, read_in_order

_NARROWEST: Final = 200
"""Pixels of a pane: in letters of the usual size any word but the longest has room on a line."""
_SHOWN: Final = 420
"""Pixels that show of a row of panes: with both lists beside it, it fits the smallest window."""


class _Splitter(QSplitter):
    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        return _Line(self.orientation(), self)


class Grid(_Splitter):
    """Holds what it is given row by row."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)

    def lay(self, parts: Sequence[QWidget], rows: int, columns: int) -> None:
        """Make so many rows and columns, all of one size, and put the parts into them."""
        for row in range(rows):
            if row == self.count():
                self.addWidget(_Splitter(Qt.Orientation.Horizontal))
            for column in range(columns):
                part = parts[row * columns + column]
                part.setMinimumWidth(_NARROWEST)
                self._row(row).insertWidget(column, part)
            self._row(row).setSizes([1000] * columns)
        for row in reversed(range(rows, self.count())):
            emptied = self._row(row)
            emptied.setParent(None)
            emptied.deleteLater()
        self.setSizes([1000] * rows)
        self._read_in_order()

    def reorder(self, parts: Sequence[QWidget]) -> None:
        """Put the same parts into other places, which keep their sizes."""
        place = 0
        for row in map(self._row, range(self.count())):
            sizes, columns = row.sizes(), row.count()
            for column, part in enumerate(parts[place : place + columns]):
                row.insertWidget(column, part)
            row.setSizes(sizes)
            place += columns
        self._read_in_order()

    def shares(self) -> list[list[int]]:
        """Return how high the rows are, then how wide the parts of each row."""
        return [splitter.sizes() for splitter in self._splitters()]

    def share(self, sizes: Sequence[Sequence[int]]) -> None:
        """Give rows and parts these shares; what does not fit their number is left out."""
        for splitter, wanted in zip(self._splitters(), sizes, strict=False):
            if len(wanted) == splitter.count():
                splitter.setSizes(wanted)

    def _read_in_order(self) -> None:
        for splitter in self._splitters():
            read_in_order(splitter)

    def _splitters(self) -> list[QSplitter]:
        return [self, *map(self._row, range(self.count()))]

    def _row(self, place: int) -> QSplitter:
        row = self.widget(place)
        assert isinstance(row, QSplitter)
        return row


class GridRoom(QScrollArea):
    """Shows a grid, and where the window is too narrow for its panes as many of them as there is room for."""

    def __init__(self, grid: Grid) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBar(SlimScrollBar(self, "base", Qt.Orientation.Horizontal))
        self._grid = grid
        self._kept: QWidget | None = None
        self.setWidget(grid)
        self.setWidgetResizable(True)

    def minimumSizeHint(self) -> QSize:
        least = self._grid.minimumSizeHint().height()
        return QSize(_SHOWN, least + self.horizontalScrollBar().sizeHint().height())

    def keep_in_sight(self, part: QWidget) -> None:
        """Bring a pane into sight, and keep it there whatever the width becomes."""
        self._kept = part
        self.updateGeometry()
        self._bring()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bring()

    def _bring(self) -> None:
        if self._kept is not None and self._grid.isAncestorOf(self._kept):
            left = self._kept.mapTo(self._grid, QPoint(0, 0)).x()
            bar = self.horizontalScrollBar()
            bar.setValue(min(left, max(bar.value(), left + self._kept.width() - self.viewport().width())))


class _Line(QSplitterHandle):
    """Qt widens the part of a handle one pixel wide that can be grasped."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.current().line)
