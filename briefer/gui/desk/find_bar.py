"""A bar to find words in what is above it: a box, the way from hit to hit, and how many there are."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout

from briefer.gui.desk.search_box import SearchBox
from briefer.gui.look.controls import Panel, label, small_button
from briefer.gui.look.speech import say

_PAUSE_MILLISECONDS: Final = 120
_ROOM_FOR_WORDS: Final = 250


class FindBar(Panel):
    """Looks again whenever one stops typing; each kind of bar knows how and where.

    It finds without regard to accents, kinds of quotation marks and of spaces, and, unless asked to, case.
    """

    def __init__(self, words: str, *switches: QAbstractButton) -> None:
        """`words` say where it finds, `switches` stand behind the box."""
        super().__init__(edges=Qt.Edge.TopEdge)
        self.box = SearchBox(words, words)
        self._count = label("", 9, mute=True)
        self._buttons = QHBoxLayout()
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._find)
        self.box.textEdited.connect(lambda _words: self._pause.start())
        self._lay_out(switches)
        self.hide()

    @property
    def said(self) -> str:
        """How many were found."""
        return self._count.text()

    def open(self) -> None:
        """Show the bar with what was last looked for."""
        self.show()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()
        self._find()

    def shut(self) -> None:
        """Hide the bar; what was looked for is remembered."""
        self._pause.stop()
        self.box.remember()
        self.hide()

    def step(self, by: int) -> None:
        """Go `by` hits on, round the ends; opens the bar when it is shut."""
        if self.isHidden():
            self.open()
            return
        self.box.remember()
        if self._pause.isActive():
            self._find()
        else:
            self._go(by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3}:
            self.step(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _ROOM_FOR_WORDS + self._buttons.sizeHint().width()
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._rows.setDirection(direction)

    def _find(self) -> None:
        """Look for what stands in the box, and stand on the first hit."""
        self._pause.stop()

    def _go(self, by: int) -> None:
        """Go `by` hits on, round the ends, if there are any."""

    def _tell(self, words: str) -> None:
        """Say how many were found, or that nothing was, as long as anybody looks."""
        words = words or ("Nothing found" if self.box.text().strip() else "")
        if words != self.said and not self.isHidden():
            self._count.setText(words)
            say(self.box, words)

    def _lay_out(self, switches: tuple[QAbstractButton, ...]) -> None:
        words = QHBoxLayout()
        words.setSpacing(8)
        words.addWidget(self.box, 1)
        words.addWidget(self._count)
        self._buttons.setSpacing(2)
        for switch in switches:
            self._buttons.addWidget(switch)
        self._buttons.addStretch()
        for icon, name, act in (
            ("chevron-up", "Previous hit (Shift+F3)", lambda: self.step(-1)),
            ("chevron-down", "Next hit (F3)", lambda: self.step(1)),
            ("x", "Close the find bar (Esc)", self.shut),
        ):
            button = small_button(icon, name)
            button.clicked.connect(act)
            self._buttons.addWidget(button)
        self._rows.setContentsMargins(12, 6, 8, 6)
        self._rows.setSpacing(6)
        self._rows.addLayout(words, 1)
        self._rows.addLayout(self._buttons)
