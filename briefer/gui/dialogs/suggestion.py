"""What the file of a source suggests for a field: taken over or dismissed with one click or key."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from briefer.gui.look.controls import OneLine, small_button

_KEY: Final = QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Down)


class Suggestion(QWidget):
    """A line under a field, gone once somebody decided; as a filter of the field it hears its key."""

    taken = Signal(str)
    """The value that is to stand in the field."""

    def __init__(self, field: str, value: str, where: str) -> None:
        """`where` says from what the value was guessed."""
        super().__init__()
        self.dismissed = False
        self._value = value
        self.words = OneLine(9, mute=True)
        self.words.say(f"Perhaps “{value}” ({where})")
        self.use = QPushButton("Use")
        self.drop = small_button("x", f"Dismiss what is suggested for {field}")
        self.use.setAutoDefault(False)
        self.use.setAccessibleName(f"{field}: use “{value}”, {where}")
        self.use.setToolTip("Take it over (Alt+↓ in the field)")
        self.use.clicked.connect(self.take)
        self.drop.clicked.connect(self._dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.words, 1)
        row.addWidget(self.use)
        row.addWidget(self.drop)

    def take(self) -> None:
        """Ask for the value in the field."""
        if not self.isHidden():
            self.hide()
            self.taken.emit(self._value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.keyCombination() == _KEY:
            self.take()
            return True
        return super().eventFilter(watched, event)

    def _dismiss(self) -> None:
        self.dismissed = True
        self.hide()
