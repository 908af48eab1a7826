"""The widths of the window's three columns, which outlast a window too narrow for them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent

from briefer.gui.look.controls import ThinSplitter

WIDTHS: Final = (250, 400)
"""Pixels of the left and the right column until the user gives them others; the panes have the rest."""


class Columns(ThinSplitter):
    """What shows may be narrower than what was given: that comes back as soon as there is room for it."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._left, self._right = WIDTHS
        self._lent = 0
        self._shown: list[int] = []
        self.splitterMoved.connect(self._take)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """When one line is drawn elsewhere, Qt forgets what squeezed columns had."""
        self._spread()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Know what shows after a part came, went or grew, too: Qt lays the parts out anew then."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._shown = self.sizes()
        return done

    def widths(self) -> tuple[int, int]:
        """Return the pixels given to the left and to the right column, whether or not they show."""
        return self._left, self._right

    def give(self, left: int, right: int) -> None:
        """Give the left and the right column so many pixels."""
        self._left, self._right = left, right
        self._spread()

    @property
    def lent(self) -> int:
        """The pixels that the right column has for a while instead of its own, or 0."""
        return self._lent

    def lend(self, width: int) -> None:
        """Give the right column so many pixels for a while; 0 gives it back its own."""
        self._lent = width
        self._spread()

    def _spread(self) -> None:
        if self.count() == len(WIDTHS) + 1:
            right = self._lent or self._right
            self.setSizes([self._left, max(1, self.width() - self._left - right), right])
            self._shown = self.sizes()

    def _take(self, _place: int, line: int) -> None:
        """Take the width that the user gave the column beside a line, unless the line could not move."""
        before, self._shown = self._shown, self.sizes()
        left, _, right = self._shown
        if self._shown == before:
            return
        if line == 1:
            self._left = left
        elif self._lent:
            self._lent = right
        else:
            self._right = right
