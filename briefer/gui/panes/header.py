"""The head of a pane: which source it shows, where it came from, and what can be done to the pane."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from briefer.gui.look import fonts, icons, theme
from briefer.gui.look.controls import OneLine
from briefer.gui.look.source_words import byline, headline
from briefer.model.records import Source

_HEIGHT: Final = 52
_SIDE: Final = 22
_ROOM_FOR_ZOOM: Final = 340
_BADGE: Final = QSize(32, 21)


class PaneHeader(QWidget):
    """Says by the colour of its badge whether its pane is the one that keys go to."""

    find_clicked = Signal()
    zoom_clicked = Signal(int)
    close_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_HEIGHT)
        self.active = False
        self._label = ""
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
        self._label = source.label if source else ""
        self._title.say(headline(source) if source else "")
        self._origin.say(byline(source) if source else "")
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button in self._zoom:
            button.setVisible(self.width() >= _ROOM_FOR_ZOOM)
        self._row.setContentsMargins(self._side() + _BADGE.width() + 8, 0, 6, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        worn = theme.current()
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), worn.base)
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), worn.line)
            if self._label:
                self._paint_badge(painter, worn)
        finally:
            painter.end()

    def _side(self) -> int:
        return min(_SIDE, self.width() // 16)

    def _paint_badge(self, painter: QPainter, worn: theme.Theme) -> None:
        badge = QRectF(self._side(), (self.height() - _BADGE.height()) / 2, _BADGE.width(), _BADGE.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(worn.accent if self.active else worn.chip)
        painter.drawRoundedRect(badge, 5, 5)
        painter.setPen(worn.on_accent if self.active else worn.text)
        painter.setFont(fonts.interface_font(9, strong=True))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self._label)

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
