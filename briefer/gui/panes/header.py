"""The head of a pane: which source it shows, where it came from, and what can be done to the pane."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from briefer.gui.look import icons, theme
from briefer.gui.look.controls import FewLines, OneLine
from briefer.gui.look.source_words import byline, headline
from briefer.gui.panes.source_badge import SourceBadge
from briefer.model.records import Source

_HEIGHT: Final = 52
_SIDE: Final = 19
_ROOM_FOR_ZOOM: Final = 340
_ROOM_FOR_BUTTONS: Final = 260
_LARGE, _SMALL = 10.0, 9.0  # points


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
        self._title = FewLines(strong=True)
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
        self._acts = self._what_can_be_done()
        self._buttons = [self._button(*each) for each in self._acts]
        self._more = self._button("ellipsis", "Find, zoom, close", self._open_menu)
        for button in (*self._buttons, self._more):
            row.addWidget(button)

    def show_source(self, source: Source | None) -> None:
        """Show what is recorded of a source, and what is not."""
        self.badge.show_source(source)
        self._title.say(headline(source) if source else "")
        self._origin.say(byline(source) if source else "")
        self._fit()

    def set_active(self, *, active: bool) -> None:
        """Look like the head of the pane that keys go to, or of one of the others."""
        self.badge.active = active
        self.badge.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

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

    def _fit(self) -> None:
        """Where there is little room the title has it, in two lines: what it was called is what tells it."""
        width = self.width()
        wide = width >= _ROOM_FOR_BUTTONS
        for button in self._buttons:
            button.setVisible(width >= _ROOM_FOR_ZOOM if button in self._buttons[:2] else wide)
        self._more.setVisible(not wide)
        self.badge.set_room(wide=wide)
        self._row.setContentsMargins(min(_SIDE, width // 16), 0, 6 if wide else 2, 0)
        self._row.activate()
        self._title.set_lines(1 if wide else 2, _LARGE if wide else _SMALL)
        self._origin.setVisible(self._title.lines == 1)

    def _what_can_be_done(self) -> Sequence[tuple[str, str, Callable[[], object]]]:
        """Return what can be done to the pane, by icon and words."""
        return (
            ("zoom-out", "Smaller letters (Ctrl+−)", partial(self.zoom_clicked.emit, -1)),
            ("zoom-in", "Larger letters (Ctrl++)", partial(self.zoom_clicked.emit, 1)),
            ("search", "Find in this source (Ctrl+F)", self.find_clicked.emit),
            ("x", "Close this source", self.close_clicked.emit),
        )

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for icon, words, act in self._acts:
            entry = QAction(icons.icon(icon, "mute"), words, menu)
            entry.triggered.connect(lambda _checked=False, act=act: act())
            menu.addAction(entry)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _button(self, icon: str, tip: str, clicked: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(icon, "mute"))
        button.setIconSize(QSize(16, 16))
        button.setAutoRaise(True)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(clicked)
        return button
