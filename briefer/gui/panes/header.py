"""The head of a pane: which source it shows, where it came from, and what can be done to the pane."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from briefer.gui.look import icons, theme
from briefer.gui.look.controls import OneLine
from briefer.gui.look.source_words import byline, headline
from briefer.gui.panes.source_badge import SourceBadge
from briefer.model.records import Source

_HEIGHT: Final = 52
_SIDE: Final = 19
_ROOM_FOR_ZOOM: Final = 340
_ROOM_FOR_ARROW: Final = 260


class PaneHeader(QWidget):
    """Says by the colour of its badge whether its pane is the one that keys go to."""

    source_clicked = Signal()
    """Another source is wanted here."""
    dragged = Signal()
    """The pane is to be carried elsewhere."""
    find_clicked = Signal()
    zoom_clicked = Signal(int)
    close_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_HEIGHT)
        self._pressed: QPoint | None = None
        self.badge = SourceBadge()
        self.badge.clicked.connect(self.source_clicked)
        self._title = OneLine(10, strong=True)
        self._origin = OneLine(8.5, mute=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self._title)
        words.addWidget(self._origin)
        words.addStretch()
        self._row = row = QHBoxLayout(self)
        row.setSpacing(0)
        row.addWidget(self.badge)
        row.addSpacing(6)
        row.addLayout(words, 1)
        row.addSpacing(6)
        self._zoom = (
            self._button("zoom-out", "Smaller letters (Ctrl+−)", partial(self.zoom_clicked.emit, -1)),
            self._button("zoom-in", "Larger letters (Ctrl++)", partial(self.zoom_clicked.emit, 1)),
        )
        for button in self._zoom:
            row.addWidget(button)
        row.addWidget(self._button("search", "Find in this source (Ctrl+F)", self.find_clicked.emit))
        row.addWidget(self._button("x", "Close this source", self.close_clicked.emit))

    def show_source(self, source: Source | None) -> None:
        """Show what is recorded of a source, and what is not."""
        self.badge.show_source(source)
        self._title.say(headline(source) if source else "")
        self._origin.say(byline(source) if source else "")

    def set_active(self, *, active: bool) -> None:
        """Look like the head of the pane that keys go to, or of one of the others."""
        self.badge.active = active
        self.badge.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button in self._zoom:
            button.setVisible(self.width() >= _ROOM_FOR_ZOOM)
        self.badge.set_room(wide=self.width() >= _ROOM_FOR_ARROW)
        self._row.setContentsMargins(min(_SIDE, self.width() // 16), 0, 6, 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if left else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        if moved >= QApplication.startDragDistance():
            self._pressed = None
            self.dragged.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._pressed = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        worn = theme.current()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), worn.base)
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), worn.line)

    def _button(self, icon: str, tip: str, clicked: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(icon, "mute"))
        button.setIconSize(QSize(16, 16))
        button.setAutoRaise(True)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(clicked)
        return button
