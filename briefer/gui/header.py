"""The bar at the top: what is open, the layouts, undo and redo, the theme, and Export."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout

from briefer.gui.desk.commands import Commands
from briefer.gui.look import icons, theme
from briefer.gui.look.controls import IconButton, OneLine, Panel, PrimaryButton, draw_focus_ring

_HEIGHT: Final = 54
_SEARCH_WIDTH: Final = 360
_SEARCH: Final = ("Search sources, sections, commands…", "Search everything…", "Search…", "")
"""The longest of these that there is room for shows."""
_LAYOUTS: Final = ("one-pane", "two-panes", "three-panes", "four-panes", "six-panes")


class Header(Panel):
    """Its buttons press the window's actions."""

    def __init__(self, commands: Commands) -> None:
        super().__init__(edges=Qt.Edge.BottomEdge)
        self._title = OneLine(12, strong=True)
        self._amount = OneLine(8.75, mute=True)
        self._commands = commands
        self.export = PrimaryButton("Export brief")
        self.export.setIcon(icons.icon("file-down", "on_accent"))
        self.export.setAccessibleName("Export brief")
        self.export.clicked.connect(commands["export"].trigger)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self._title)
        words.addWidget(self._amount)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 14, 0)
        row.setSpacing(4)
        row.addWidget(_button(commands["sources-panel"]))
        row.addSpacing(6)
        row.addLayout(words, 3)
        row.addSpacing(12)
        row.addWidget(PaletteButton(commands["palette"]), 2)
        row.addSpacing(12)
        for name in (*_LAYOUTS, "follow-section", "", "undo", "redo", "", "theme"):
            if name:
                row.addWidget(_button(commands[name]))
            else:
                row.addSpacing(10)
        row.addSpacing(8)
        row.addWidget(self.export)
        self.setFixedHeight(_HEIGHT)

    def show_project(self, title: str, amount: str) -> None:
        """Name what is open and say how much is in it."""
        self._title.say(title)
        self._amount.say(amount)
        self.export.setEnabled(self._commands["export"].isEnabled())

    @property
    def amount(self) -> str:
        """The second line."""
        return self._amount.text()


class PaletteButton(QAbstractButton):
    """Looks like a field to search in and opens the palette."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(_SEARCH[0])
        self.setAccessibleName(self.text())
        self.setToolTip(action.toolTip())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(_SEARCH_WIDTH)
        self.setMinimumWidth(_SEARCH_WIDTH // 3)
        self.clicked.connect(action.trigger)

    def sizeHint(self) -> QSize:
        return QSize(_SEARCH_WIDTH, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.setPen(colours.line)
            painter.setBrush(colours.hover if self.underMouse() else colours.base)
            painter.drawRoundedRect(frame, 8, 8)
            if self.hasFocus():
                draw_focus_ring(painter, frame, 8)
            icons.icon("search", "mute").paint(painter, 10, (self.height() - 15) // 2, 15, 15)
            painter.setPen(colours.mute)
            inner = self.rect().adjusted(34, 0, -12, 0)
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._keys)
            inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(self._keys) - 12)
            advance = painter.fontMetrics().horizontalAdvance
            words = next(words for words in _SEARCH if advance(words) <= max(0, inner.width()))
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)


def _button(action: QAction) -> IconButton:
    """Return a button that looks like an action and presses it."""
    button = IconButton(action.icon(), action.toolTip())

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setCheckable(action.isCheckable())
        button.setChecked(action.isChecked())
        button.setToolTip(action.toolTip())
        button.setAccessibleName(action.text().replace("&", ""))
        button.setIcon(action.icon())
        button.update()

    action.changed.connect(follow)
    # After the press a checkable button shows its own mind, so the action has the last word.
    button.clicked.connect(action.trigger)
    button.clicked.connect(follow)
    follow()
    return button
