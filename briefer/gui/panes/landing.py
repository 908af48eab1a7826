"""What a pane does with what is dragged over it: it takes a source, or changes places with a pane."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from briefer.gui.desk import mime
from briefer.gui.look import theme

_EDGE: Final = 2.0


class Landing(QWidget):
    """The ground of a pane; a veil over it shows where something would land."""

    source_dropped = Signal(str)
    """The id of a source that was let go here."""
    pane_dropped = Signal(int)
    """The place, counted from 0, of the pane that was let go here."""

    def __init__(self) -> None:
        super().__init__()
        self._veil = _Veil(self)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        carried = event.mimeData()
        if mime.read_source(carried) or mime.read_pane(carried) is not None:
            event.acceptProposedAction()
            self._veil.setGeometry(self.rect())
            self._veil.raise_()
            self._veil.show()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._veil.hide()
        event.acceptProposedAction()
        place = mime.read_pane(event.mimeData())
        if place is None:
            self.source_dropped.emit(mime.read_source(event.mimeData()))
        else:
            self.pane_dropped.emit(place)


class _Veil(QWidget):
    """Takes nothing from the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        accent = theme.current().accent
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.veil(accent, 0.08))
            painter.setPen(QPen(accent, _EDGE))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
