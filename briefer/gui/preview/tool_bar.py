"""The bar over the pages: which page it is, the way to others, how large, and whether it is up to date."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QSizePolicy, QSpinBox, QToolButton

from briefer.gui.look.controls import Panel, label, small_button
from briefer.gui.look.speech import tip

_HEIGHT: Final = 36
_GOAL: Final = "How many pages the brief fills, of those that its preset is meant for."
_DRAFT: Final = "The brief has errors, so it could only be exported as a draft."


class PageBox(QSpinBox):
    """“3 of 21”: shows the page that is looked at; a number and Enter go to another."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setKeyboardTracking(False)
        self.setAccessibleName("Page")
        self.setToolTip("Go to a page (Ctrl+G)")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            self.left.emit()


class ToolBar(Panel):
    """Tells what is wanted of the pages; counts them from 0."""

    page_wanted = Signal(int)
    zoom_wanted = Signal(int)
    """Steps; 0 fits the pages to the column."""
    find_wanted = Signal()
    left = Signal()
    """The keys go back to the pages."""

    def __init__(self) -> None:
        super().__init__(edges=Qt.Edge.BottomEdge)
        self.box = PageBox()
        self.before = small_button("chevron-up", "Previous page (Ctrl+PgUp)")
        self.after = small_button("chevron-down", "Next page (Ctrl+PgDown)")
        self.scale = QToolButton()
        self._state = label("", 8.75, mute=True)
        self._lay_out()
        self.box.valueChanged.connect(lambda value: self.page_wanted.emit(value - 1))
        self.box.left.connect(self.left)
        self.before.clicked.connect(lambda: self.page_wanted.emit(self.box.value() - 2))
        self.after.clicked.connect(lambda: self.page_wanted.emit(self.box.value()))
        self.show_page(0, 0)
        self.show_scale(100, fits=True)

    @property
    def state(self) -> str:
        """What is said of how far up to date the pages are."""
        return self._state.text()

    def show_page(self, page: int, count: int) -> None:
        """Say which page of how many is looked at."""
        self.box.blockSignals(True)
        self.box.setRange(1, max(1, count))
        self.box.setValue(page + 1)
        self.box.setSuffix(f" of {count}")
        self.box.setFixedWidth(self.box.fontMetrics().horizontalAdvance(f"{count} of {count}") + 26)
        self.box.blockSignals(False)
        self.box.setEnabled(count > 0)
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page + 1 < count)

    def show_scale(self, percent: int, *, fits: bool) -> None:
        """Say how large the pages are."""
        self.scale.setText(f"{percent} %")
        self.scale.setEnabled(not fits)
        words = "As wide as the column" if fits else "Fit to the column (Ctrl+0)"
        self.scale.setToolTip(words)
        self.scale.setAccessibleName(f"{percent} %, {words}")

    def say(self, words: str, explained: str = "") -> None:
        """Say quietly how far up to date the pages are."""
        self._state.setText(words)
        self._state.setToolTip(tip(explained))

    def say_filled(self, filled: str) -> None:
        """Say how much of its pages the brief fills, or nothing."""
        self.say(filled, _GOAL if filled else "")

    def say_draft(self, filled: str) -> None:
        """Say that errors would block the export, and how much of its pages the draft fills."""
        self.say(f"Draft, {filled}" if filled else "Draft", _DRAFT)

    def _lay_out(self) -> None:
        self.scale.setAutoRaise(True)
        self.scale.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.scale.clicked.connect(lambda: self.zoom_wanted.emit(0))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 8, 0)
        row.setSpacing(2)
        row.addWidget(self.before)
        row.addWidget(self.box)
        row.addWidget(self.after)
        row.addSpacing(8)
        self._state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self._state, 1)
        for icon, words, steps in (("zoom-out", "Smaller (Ctrl+−)", -1), ("zoom-in", "Larger (Ctrl++)", 1)):
            button = small_button(icon, words)
            button.clicked.connect(lambda _checked=False, steps=steps: self.zoom_wanted.emit(steps))
            row.addWidget(button)
            if steps < 0:
                row.addWidget(self.scale)
        finding = small_button("search", "Find in the preview (Ctrl+F)")
        finding.clicked.connect(self.find_wanted)
        row.addWidget(finding)
        self.setFixedHeight(_HEIGHT)
