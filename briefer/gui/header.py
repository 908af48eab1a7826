"""The bar at the top: what is open, the layouts, undo and redo, the theme, and Export."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from briefer.gui import icons
from briefer.gui.commands import Commands
from briefer.gui.controls import IconButton, Panel, PrimaryButton, label

_HEIGHT: Final = 54
_LAYOUTS: Final = ("one-pane", "two-panes", "three-panes", "four-panes", "six-panes")


class Header(Panel):
    """Its buttons press the window's actions."""

    def __init__(self, commands: Commands) -> None:
        super().__init__(edges=Qt.Edge.BottomEdge)
        self._title = _shrinking(label("", 12, strong=True))
        self._amount = _shrinking(label("", 8.75, mute=True))
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
        row.addLayout(words, 1)
        for name in (*_LAYOUTS, "", "undo", "redo", "", "theme"):
            if name:
                row.addWidget(_button(commands[name], switch=name != "theme"))
            else:
                row.addSpacing(10)
        row.addSpacing(8)
        row.addWidget(self.export)
        self.setFixedHeight(_HEIGHT)

    def show_project(self, title: str, amount: str) -> None:
        """Name what is open and say how much is in it."""
        self._title.setText(title)
        self._title.setToolTip(title)
        self._amount.setText(amount)
        self.export.setEnabled(self._commands["export"].isEnabled())

    @property
    def amount(self) -> str:
        """The second line."""
        return self._amount.text()


def _button(action: QAction, *, switch: bool = True) -> IconButton:
    """Return a button that looks like an action and presses it; without `switch` never as if pressed in."""
    button = IconButton(action.icon(), action.toolTip())

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setCheckable(switch and action.isCheckable())
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


def _shrinking(words: QLabel) -> QLabel:
    words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    words.setMinimumWidth(80)
    return words
