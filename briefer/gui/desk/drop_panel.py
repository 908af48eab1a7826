"""A panel on which what comes in from outside can be let go."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen

from briefer.gui.desk.dropping import dropped
from briefer.gui.look import theme
from briefer.gui.look.controls import Panel

_MARGIN: Final = 2


class DropPanel(Panel):
    """Shows a dashed frame while it would take what is dragged over it."""

    dropped = Signal(object)
    """What came in: a Dropped."""

    def __init__(self, ground: str = "panel") -> None:
        super().__init__(ground=ground)
        self._welcoming = False
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._welcome(dropped(event.mimeData()) is not None)
        event.setAccepted(self._welcoming)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._welcome(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._welcome(False)
        found = dropped(event.mimeData())
        if found is not None:
            event.acceptProposedAction()
            self.dropped.emit(found)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._welcoming:
            with QPainter(self) as painter:
                painter.setPen(QPen(theme.current().accent, 2.0, Qt.PenStyle.DashLine))
                painter.drawRect(self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN - 1, -_MARGIN - 1))

    def _welcome(self, welcoming: bool) -> None:  # noqa: FBT001
        self._welcoming = welcoming
        self.update()
