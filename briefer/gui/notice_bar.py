"""Sentences for the user at the foot of the window, in place of message boxes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSizePolicy, QWidget
from shiboken6 import isValid

from briefer.gui.look import theme
from briefer.gui.look.controls import draw_focus_ring, label, small_button
from briefer.gui.look.speech import say, tip
from briefer.wording.showing import shown_sentence

_HEIGHT: Final = 32
_STRIPE: Final = 4
_MOST: Final = 9
"""More sentences than this nobody goes back to."""


@dataclass(frozen=True, slots=True)
class _Notice:
    sentence: str
    serious: bool
    offer: str
    accept: Callable[[], object] | None


class NoticeBar(QWidget):
    """Shows the newest sentence until it is dismissed; an offer adds a button, earlier ones are counted.

    It takes the place of the status line and its height, so that nothing jumps when it comes and goes.
    """

    turned = Signal(bool)
    """It came, or it went."""

    def __init__(self) -> None:
        super().__init__()
        self._notices: list[_Notice] = []
        self._place = 0
        self._from: QWidget | None = None
        """What had the keys when the sentence came."""
        self._words = label()
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._earlier = QPushButton()
        self._offer = QPushButton()
        close = small_button("x", "Dismiss (Esc)")
        close.setAccessibleName("Dismiss")
        close.clicked.connect(self.dismiss)
        self._earlier.clicked.connect(self._go_back)
        self._offer.clicked.connect(self._take_offer)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 1, 8, 0)
        self.setMinimumHeight(_HEIGHT)
        row.addWidget(self._words, 1)
        for part in (self._earlier, self._offer, close):
            row.addWidget(part)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
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
        accept: Callable[[], object] | None = None,
    ) -> None:
        """Show why something was not done (`serious`) or what should be known, and perhaps a way on."""
        if self.isHidden():
            self._from = QApplication.focusWidget()
        kept = [one for one in self._notices if one.sentence != sentence]
        self._notices = [*kept, _Notice(sentence, serious, offer, accept)][-_MOST:]
        self._show(len(self._notices) - 1)
        self.show()
        self.turned.emit(True)
        say(self, self._words.text(), urgent=serious)

    def dismiss(self) -> None:
        """Take all sentences away, and give the keys back if they were here."""
        focus = QApplication.focusWidget()
        before = self._from if self._from is not None and isValid(self._from) else None
        if before is not None and focus is not None and (focus is self or self.isAncestorOf(focus)):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._from = None
        self._notices = []
        self.hide()
        self.turned.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        serious = bool(self._notices) and self._notices[self._place].serious
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colours.chip)
            painter.fillRect(0, 0, self.width(), 1, colours.line)
            painter.fillRect(0, 0, _STRIPE, self.height(), colours.danger if serious else colours.accent)
            if self.hasFocus():
                draw_focus_ring(painter, self.rect().toRectF().adjusted(2, 2, -2, -2))

    def _show(self, place: int) -> None:
        self._place, shown = place, self._notices[place]
        words = shown_sentence(shown.sentence)
        self._words.setText(words)
        self.setAccessibleName(f"Notice: {words}")
        self._offer.setText(shown.offer)
        self._offer.setVisible(bool(shown.offer))
        self._earlier.setVisible(len(self._notices) > 1)
        self._earlier.setText(f"{place} earlier" if place else "Newest")
        self._earlier.setToolTip(tip(f"This is {place + 1} of {len(self._notices)}"))
        self.update()

    def _go_back(self) -> None:
        """Show the sentence before this one; behind the oldest comes the newest."""
        self._show((self._place - 1) % len(self._notices))
        say(self, self._words.text())

    def _take_offer(self) -> None:
        accept = self._notices[self._place].accept
        self.dismiss()
        if accept is not None:
            accept()
