"""The page of the differences: the list of them, and below it the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from briefer.gui.differing.form import DifferenceForm
from briefer.gui.look.card_rows import CardList, CardRow
from briefer.gui.look.controls import Panel, ThinSplitter, caption, label, read_in_order, small_button
from briefer.wording.counted import counted

_HINT = (
    "Where your sources answer a question differently, the brief says so and prints your ruling."
    "\n\nPut the caret into a tagged passage and press Ctrl+Shift+R;"
    " then do the same in one that says otherwise."
)


class DifferencesPage(Panel):
    """Shows and asks; says when it shows, so that it is filled only then."""

    shown = Signal()
    beginning_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = CardList("Differences", heads=2, lines=1)
        self.form = DifferenceForm()
        self.new = small_button("plus", "Note a difference")
        self.up = small_button("chevron-up", "Move up (Alt+↑)")
        self.down = small_button("chevron-down", "Move down (Alt+↓)")
        self.remove = small_button("trash-2", "Remove the difference (Delete)")
        self._count = caption("")
        self._hint = label(_HINT, mute=True)
        self._parts = ThinSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self._listen()
        self.setAccessibleName("Differences between the sources")
        self.setFocusProxy(self.list)

    def show_rows(self, rows: Sequence[CardRow], chosen: str) -> None:
        """List the differences and choose one by its id."""
        self.list.show_rows(rows, chosen)
        self._count.setText((counted(len(rows), "difference") if rows else "no differences yet").upper())
        self._parts.setVisible(bool(rows))
        self._hint.setVisible(not rows)
        self.setFocusProxy(self.list if rows else self.new)
        self._show_order()

    def allow_changes(self, *, allowed: bool) -> None:
        """Look as if differences can be noted, or only read."""
        for part in (self.new, self.up, self.down, self.remove, self.form.add, self.form.drop):
            part.setVisible(allowed)
        for field in self.form.fields.values():
            field.setReadOnly(not allowed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _show_order(self) -> None:
        row, rows = self.list.currentIndex().row(), len(self.list.cards.rows)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < rows - 1)
        self.remove.setEnabled(row >= 0)

    def _listen(self) -> None:
        self.new.clicked.connect(self.beginning_wanted)
        self.up.clicked.connect(lambda: self.list.move_wanted.emit(self.list.current(), -1))
        self.down.clicked.connect(lambda: self.list.move_wanted.emit(self.list.current(), 1))
        self.remove.clicked.connect(lambda: self.list.removal_wanted.emit(self.list.current()))
        self.list.turned.connect(self._show_order)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(14, 8, 8, 0)
        top.setSpacing(2)
        top.addWidget(self._count)
        top.addStretch()
        for button in (self.up, self.down, self.remove, self.new):
            top.addWidget(button)
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setContentsMargins(24, 0, 24, 0)
        for part in (self.list, self.form):
            self._parts.addWidget(part)
        self.list.setMinimumHeight(52)
        self._parts.setStretchFactor(0, 1)
        self._parts.setStretchFactor(1, 2)
        read_in_order(self._parts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._hint, 1)
        column.addWidget(self._parts, 1)
