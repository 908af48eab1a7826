"""Sentences for the user above the work, in place of message boxes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from briefer.gui.look import icons, theme
from briefer.gui.look.controls import IconButton, label
from briefer.gui.look.speech import say

_STRIPE: Final = 4


class NoticeBar(QWidget):
    """Shows one sentence until it is dismissed or another comes; an offer adds a button."""

    def __init__(self) -> None:
        super().__init__()
        self._words = label()
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._offer = QPushButton()
        self._accept: Callable[[], None] | None = None
        self._serious = True
        close = IconButton(icons.icon("x", "mute"), "Dismiss")
        close.setFixedSize(28, 28)
        close.clicked.connect(self.dismiss)
        self._offer.clicked.connect(self._take_offer)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 5, 8, 5)
        row.addWidget(self._words, 1)
        row.addWidget(self._offer)
        row.addWidget(close)
        self.setAccessibleName("Notice")
        self.hide()

    @property
    def words(self) -> str:
        """The sentence that shows, or an empty string."""
        return "" if self.isHidden() else self._words.text()

    def show_sentence(
        self,
        sentence: str,
        *,
        serious: bool = True,
        offer: str = "",
        accept: Callable[[], None] | None = None,
    ) -> None:
        """Show why something was not done (`serious`) or what should be known, and perhaps a way on."""
        self._words.setText(sentence)
        self._accept = accept
        self._serious = serious
        self._offer.setText(offer)
        self._offer.setVisible(bool(offer))
        self.show()
        self.update()
        say(self, sentence, urgent=serious)

    def dismiss(self) -> None:
        """Take the sentence away."""
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), colours.chip)
            painter.fillRect(
                0, 0, _STRIPE, self.height(), colours.danger if self._serious else colours.accent
            )
        finally:
            painter.end()

    def _take_offer(self) -> None:
        accept = self._accept
        self.dismiss()
        if accept is not None:
            accept()
