"""The list of what was found; Enter shows a place, Enter again reads on there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from briefer.gui.look.controls import set_up_list
from briefer.gui.searching.delegate import ResultsDelegate
from briefer.gui.searching.model import ResultsModel, Row
from briefer.tasks.searching import Hit


class ResultsList(QListView):
    """Left and Right fold and unfold a source, Enter on it shows its first place.

    A digit asks for a tag on the sentence of the hit.
    """

    shown = Signal(object)
    """The Hit whose place is to be shown while the keys stay here."""
    entered = Signal(object)
    """The Hit whose place is to be shown and read on."""
    digit_pressed = Signal(object, int)
    """A Hit and the section's digit."""
    left = Signal()
    """Up from the first row, or Esc: the keys go back to the box."""

    def __init__(self, model: ResultsModel, digit_of: Callable[[QKeyEvent], int | None]) -> None:
        super().__init__()
        self._results = model
        self._digit_of = digit_of
        self._last_shown: Hit | None = None
        self.painter_of_rows = ResultsDelegate(model, self)
        self.setItemDelegate(self.painter_of_rows)
        self.setModel(model)
        self.setUniformItemSizes(True)
        set_up_list(self, "Places found")
        self.clicked.connect(self._click)
        self.doubleClicked.connect(lambda _index: self._read())

    def row(self) -> Row | None:
        """Return the chosen row."""
        return self._results.row(self.currentIndex())

    def step(self, by: int) -> None:
        """Choose and show the next hit, or the one before for -1, round the ends."""
        row = self._results.next_hit(self.currentIndex().row(), by) if self._results.rowCount() else -1
        if row >= 0:
            self.setCurrentIndex(self._results.index(row))
            self.show_chosen()

    def show_chosen(self) -> None:
        """Ask for the place of the chosen hit."""
        row = self.row()
        if row is not None and row.hit is not None:
            self._last_shown = row.hit
            self.shown.emit(row.hit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        digit = None if shift else self._digit_of(event)
        row, key = self.row(), Qt.Key(event.key())
        if row is None:
            super().keyPressEvent(event)
        elif digit is not None and row.hit is not None:
            self.digit_pressed.emit(row.hit, digit)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter(row)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._fold(row, folded=key == Qt.Key.Key_Left)
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and self.currentIndex().row() == 0):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _enter(self, row: Row) -> None:
        if row.hit is None:
            self._fold(row, folded=False)
            self.step(1)
        elif row.hit is self._last_shown:
            self._read()
        else:
            self.show_chosen()

    def _click(self, index: QModelIndex) -> None:
        row = self._results.row(index)
        if row is not None and row.hit is None:
            self._fold(row, folded=not row.group.folded)
        else:
            self.show_chosen()

    def _read(self) -> None:
        row = self.row()
        if row is not None and row.hit is not None:
            self.entered.emit(row.hit)

    def _fold(self, row: Row, *, folded: bool) -> None:
        self._results.fold(row.group, folded=folded)
        self.setCurrentIndex(self._results.index(self._results.heading(row.group)))
