"""Sentences for the user at the foot of the window, in place of message boxes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
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
_WAYS: Final = 2
_MOST: Final = 9
"""More sentences than this nobody goes back to."""


Way = tuple[str, Callable[[], object]]
"""The words of a button, and what it does."""


@dataclass(frozen=True, slots=True)
class _Notice:
    sentence: str
    serious: bool
    ways: tuple[Way, ...] = ()


class NoticeBar(QWidget):
    """Shows the newest sentence until it is dismissed; an offer adds a button, earlier ones are counted.

    It takes the place of the status line and its height, so that nothing jumps when it comes and goes.
    A sentence that lasts shows above the status line whenever there is no other, and is counted with them.
    """

    turned = Signal(bool)
    """It took the place of the status line, or gave it back."""

    def __init__(self) -> None:
        super().__init__()
        self._notices: list[_Notice] = []
        self._lasting: dict[str, _Notice] = {}
        self._place = 0
        self._shown: _Notice | None = None
        self._from: QWidget | None = None
        """What had the keys when the sentence came."""
        self._words = label()
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._earlier = QPushButton()
        self._offers = [QPushButton() for _ in range(_WAYS)]
        self._close = small_button("x", "Dismiss (Esc)")
        self._close.setAccessibleName("Dismiss")
        self._close.clicked.connect(self.dismiss)
        self._earlier.clicked.connect(self._go_back)
        for place, offer in enumerate(self._offers):
            offer.clicked.connect(partial(self._go, place))
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 1, 8, 0)
        self.setMinimumHeight(_HEIGHT)
        row.addWidget(self._words, 1)
        for part in (self._earlier, *self._offers, self._close):
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
        """Show why something was not done (`serious`) or what should be known, and perhaps a way on.

        One that lasts shows already, below what was said since.
        """
        if any(one.sentence == sentence for one in self._lasting.values()):
            self.dismiss()
            return
        if self.isHidden():
            self._from = QApplication.focusWidget()
        kept = [one for one in self._notices if one.sentence != sentence]
        ways = ((offer, accept),) if accept is not None else ()
        self._notices = [*kept, _Notice(sentence, serious, ways)][-_MOST:]
        self._show(-1)
        self.turned.emit(True)
        say(self, self._words.text(), urgent=serious)

    def keep(self, what: str, sentence: str, *ways: Way) -> None:
        """Show a sentence on a matter until another on it is kept, or none; it cannot be dismissed."""
        before = self._lasting.pop(what, None)
        if sentence:
            self._lasting = {what: _Notice(sentence, True, ways), **self._lasting}
        every = self._every()
        if self._notices and self._shown in every:
            self._show(every.index(self._shown))
        else:
            self._settle()
        if sentence and (before is None or before.sentence != sentence):
            say(self, shown_sentence(sentence), urgent=True)

    def dismiss(self) -> None:
        """Take all sentences away but those that last, and give the keys back if they were here."""
        focus = QApplication.focusWidget()
        before = self._from if self._from is not None and isValid(self._from) else None
        if before is not None and focus is not None and (focus is self or self.isAncestorOf(focus)):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._from = None
        self._notices = []
        self._settle()
        self.turned.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        serious = self._shown is not None and self._shown.serious
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colours.chip)
            painter.fillRect(0, 0, self.width(), 1, colours.line)
            painter.fillRect(0, 0, _STRIPE, self.height(), colours.danger if serious else colours.accent)
            if self.hasFocus():
                draw_focus_ring(painter, self.rect().toRectF().adjusted(2, 2, -2, -2))

    def _settle(self) -> None:
        """Show the latest of what there is, or nothing."""
        if self._every():
            self._show(-1)
        else:
            self.hide()
            self._shown = None

    def _every(self) -> list[_Notice]:
        """Return all there is to go back to: what lasts, then what was said, each from the oldest on."""
        return [*reversed(self._lasting.values()), *self._notices]

    def _show(self, place: int) -> None:
        """Show one of `_every`, counted from 0, or back from -1."""
        every = self._every()
        self._place = place % len(every)
        self._put(every[self._place])
        self._earlier.setText(f"{self._place} earlier" if self._place else "Newest")
        self._earlier.setToolTip(tip(f"This is {self._place + 1} of {len(every)}"))
        self._earlier.setVisible(len(every) > 1)

    def _put(self, notice: _Notice) -> None:
        self._shown = notice
        words = shown_sentence(notice.sentence)
        self._words.setText(words)
        self.setAccessibleName(f"Notice: {words}")
        for offer, way in zip_longest(self._offers, notice.ways):
            offer.setText(way[0] if way else "")
            offer.setVisible(way is not None)
        self._close.setHidden(not self._notices)
        self.show()
        self.update()

    def _go_back(self) -> None:
        """Show the sentence before this one; behind the oldest comes the newest."""
        self._show(self._place - 1)
        say(self, self._words.text())

    def _go(self, place: int) -> None:
        """Take a way that is offered."""
        assert self._shown is not None
        _, accept = self._shown.ways[place]
        self.dismiss()
        accept()
