"""The page of what newer copies did to passages: a list, and below it both texts of the one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from briefer.gui.look.card_rows import CardList, CardRow
from briefer.gui.look.compared_words import ComparedWords
from briefer.gui.look.controls import OneLine, Panel, ThinSplitter, label, read_in_order
from briefer.gui.look.speech import tip
from briefer.wording.differing import other_words

_WIDE: Final = 420
"""Pixels from which on both texts have room side by side."""
_COMPARED: Final = 4000
"""Code points of a text that show and are compared."""
_HINT: Final = (
    "When a source has changed, read its newer copy: in the menu of its card, or by dropping the file on it."
    "\n\nYour passages are found again in the new text. What is not sure to be the same waits here"
    " for you; nothing is ever placed elsewhere in silence."
)


class ReviewPage(Panel):
    """Shows and asks; passages are named by their ids."""

    accept_wanted = Signal(str)
    reject_wanted = Signal(str)
    words_wanted = Signal(str)
    """The passage is to be what is selected in the pane."""

    def __init__(self) -> None:
        super().__init__()
        self.list = CardList("Passages of newer copies", heads=1, lines=2)
        self.was = ComparedWords("What it said", "danger")
        self.proposed = ComparedWords("What is proposed", "good")
        self.accept = QPushButton("&Accept")
        self.reject = QPushButton("Re&ject")
        self.words = QPushButton("Take the &words selected")
        self._state = OneLine(8.5, mute=True)
        self._hint = label(_HINT, mute=True)
        self._now = label("", 9, mute=True)
        self._rests = label("", 9)
        self._texts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._parts = ThinSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self._name()
        for button, wanted in (
            (self.accept, self.accept_wanted),
            (self.reject, self.reject_wanted),
            (self.words, self.words_wanted),
        ):
            button.clicked.connect(lambda _checked=False, wanted=wanted: wanted.emit(self.list.current()))
        self.show_rows([], "")

    @property
    def state(self) -> str:
        """How many there are, in words."""
        return self._state.text()

    def show_rows(self, rows: Sequence[CardRow], state: str, chosen: str = "") -> None:
        """List passages, and choose one."""
        self.list.show_rows(rows, chosen)
        self._state.say(state)
        self._parts.setVisible(bool(rows))
        self._hint.setVisible(not rows)

    @property
    def rests(self) -> str:
        """What rests on the passage that is chosen."""
        return self._rests.text()

    def show_texts(self, was: str, proposed: str | None, heading: str, rests: Sequence[str] = ()) -> None:
        """Show both texts, without a proposal one only, and the first sentence of what rests on them."""
        more = f"\n… and {len(rests) - 1:,} more" if rests[1:] else ""
        self._rests.setText(f"{rests[0]}{more}" if rests else "")
        self._rests.setToolTip(tip("\n".join(rests)))
        self._rests.setVisible(bool(rests))
        was, now = was[:_COMPARED], (proposed or "")[:_COMPARED]
        gone, new = other_words(was, now) if proposed is not None else ([], [])
        self.was.show_words(was, gone)
        self.proposed.show_words(now, new)
        self.proposed.setPlaceholderText("" if proposed is not None else "Nothing there is like it.")
        self._now.setText(heading)

    def allow(self, *, accept: bool, reject: bool, words: bool) -> None:
        """Say what can be decided on the passage that is chosen."""
        for button, allowed in ((self.accept, accept), (self.reject, reject), (self.words, words)):
            button.setEnabled(allowed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        self._texts.setDirection(ways.LeftToRight if self.width() >= _WIDE else ways.TopToBottom)

    def _lay_out(self) -> None:
        foot = QWidget()
        below = QVBoxLayout(foot)
        below.setContentsMargins(12, 4, 12, 10)
        below.setSpacing(6)
        for heading, text in ((label("It said", 9, mute=True), self.was), (self._now, self.proposed)):
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(heading)
            column.addWidget(text, 1)
            self._texts.addLayout(column, 1)
        self._texts.setSpacing(6)
        below.addLayout(self._texts, 1)
        self._rests.setWordWrap(True)
        self._rests.setTextFormat(Qt.TextFormat.PlainText)
        below.addWidget(self._rests)
        buttons = QGridLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.accept, 0, 0)
        buttons.addWidget(self.reject, 0, 1)
        buttons.addWidget(self.words, 1, 0, 1, 2)
        below.addLayout(buttons)
        for part in (self.list, foot):
            self._parts.addWidget(part)
        self._parts.setStretchFactor(0, 1)
        self._parts.setStretchFactor(1, 1)
        read_in_order(self._parts)
        self.list.setMinimumHeight(52)
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setContentsMargins(24, 0, 24, 0)
        column = QVBoxLayout(self)
        top = QHBoxLayout()
        top.setContentsMargins(14, 8, 14, 4)
        top.addWidget(self._state)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._hint, 1)
        column.addWidget(self._parts, 1)

    def _name(self) -> None:
        self.setAccessibleName("Passages of newer copies")
        self.setFocusProxy(self.list)
        self.list.setToolTip("Enter or a click shows where it may stand")
        self.accept.setToolTip(
            "It stands where it is proposed; once it does, what rests on it was looked at (Alt+A)"
        )
        self.reject.setToolTip("The newer copy has no such passage (Alt+J)")
        self.words.setToolTip("It is what you have selected in the pane (Alt+W)")
