"""The line at the foot of the window: what was just done, what can be done next, how much there is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy

from briefer.gui.look import icons
from briefer.gui.look.controls import IconButton, Panel, label
from briefer.gui.look.speech import say, tip

_HEIGHT: Final = 32


class StatusLine(Panel):
    """`tell` for what happened, `hint` for what the keys do here, `amount` for counts."""

    def __init__(self) -> None:
        super().__init__(edges=Qt.Edge.TopEdge)
        self._told = label("", 9.25, strong=True)
        self._hint = label("", 9.25, mute=True)
        self._amount = label("", 9.25, mute=True)
        self._progress = QProgressBar()
        self.cancel = IconButton(icons.icon("x", "mute"), "Cancel")
        self._progress.setFixedWidth(160)
        self._progress.setFixedHeight(8)
        self._progress.setTextVisible(False)
        self.cancel.setFixedSize(24, 24)
        for words in (self._told, self._hint):
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._told.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(12)
        row.addWidget(self._told)
        row.addWidget(self._hint, 1)
        row.addWidget(self._progress)
        row.addWidget(self.cancel)
        row.addWidget(self._amount)
        self.setFixedHeight(_HEIGHT)
        self.set_progress(0, 0)
        self._told.hide()
        self.setAccessibleName("Status")

    @property
    def told(self) -> str:
        """What was said last."""
        return self.accessibleDescription()

    @property
    def hinted(self) -> str:
        """What can be done here."""
        return self._hint.text()

    def tell(self, words: str) -> None:
        """Say what was just done, to the eye and to a screen reader."""
        room = max(240, self.width() // 2)
        shown = self._told.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self._told.setText(shown)
        self._told.show()
        self._told.setToolTip(tip(words))
        self.setAccessibleDescription(words)
        say(self, words)

    def forget(self) -> None:
        """Take away what was said last: it was said of another project."""
        self._told.hide()
        self.setAccessibleDescription("")

    @property
    def counted(self) -> str:
        """How much there is, and whether it is saved."""
        return self._amount.text()

    def hint(self, words: str) -> None:
        """Say what can be done here."""
        self._hint.setText(words)

    def amount(self, words: str) -> None:
        """Say how much there is."""
        self._amount.setText(words)

    def set_progress(self, done: int, total: int) -> None:
        """Show how far a long job is; a total of 0 ends it."""
        self._progress.setVisible(total > 0)
        self.cancel.setVisible(total > 0)
        self._progress.setRange(0, max(1, total))
        self._progress.setValue(done)
        self._progress.setAccessibleName(f"{done} of {total}")
