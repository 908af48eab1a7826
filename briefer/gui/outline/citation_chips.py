"""The passages that a statement cites, as chips that show them or let go of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from briefer.gui.look import fonts, icons, theme
from briefer.gui.look.controls import draw_focus_ring
from briefer.gui.look.speech import tip

CHIP_HEIGHT: Final = 24
_GAP: Final = 6
_CROSS: Final = 20
_AWAY: Final = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class CitationChip(QAbstractButton):
    """One passage; its cross, or Delete, lets go of it."""

    let_go = Signal()

    def __init__(self, place: str, quote: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(place)
        self.setFont(fonts.interface_font(8.5, strong=True))
        self.setAccessibleName(f"Cites {place}, {quote}")
        self.setToolTip(tip(f"{quote}\nClick to show it where it stands; Delete takes it out."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 10 + _CROSS, CHIP_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _AWAY:
            self.let_go.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isDown() and event.position().x() > self.width() - _CROSS:
            self.setDown(False)
            self.let_go.emit()
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.hover if self.underMouse() or self.isDown() else colours.chip)
            painter.drawRoundedRect(frame, 6, 6)
            painter.setFont(self.font())
            painter.setPen(colours.text)
            words = frame.adjusted(8, 0, -_CROSS, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
            icons.icon("x", "mute").paint(
                painter, self.width() - _CROSS + 2, (self.height() - 12) // 2, 12, 12
            )
            if self.hasFocus():
                draw_focus_ring(painter, frame)


class CitationChips(QWidget):
    """Chips in as many rows as they need."""

    shown = Signal(str)
    """The id of a passage to show where it stands."""
    let_go = Signal(str)
    """The id of a passage that is no longer to be cited."""

    def __init__(self) -> None:
        super().__init__()
        self.chips: list[CitationChip] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Cited passages")

    def show_cited(self, cited: Sequence[tuple[str, str, str]]) -> None:
        """Show passages by id, place and quote; the chip after one that goes keeps the keys."""
        held = next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), -1)
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(*each) for each in cited]
        self._arrange()
        self.setVisible(bool(cited))
        self.updateGeometry()
        if held >= 0 and self.chips:
            self.chips[min(held, len(self.chips) - 1)].setFocus()

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if self.height() != self.heightForWidth(self.width()):
            self.updateGeometry()

    def _chip(self, identifier: str, place: str, quote: str) -> CitationChip:
        chip = CitationChip(place, quote, self)
        chip.clicked.connect(lambda: self.shown.emit(identifier))
        chip.let_go.connect(lambda: self.let_go.emit(identifier))
        chip.show()
        return chip

    def _arrange(self) -> None:
        for chip, place in zip(self.chips, self._places(self.width()), strict=True):
            chip.setGeometry(place)

    def _places(self, width: int) -> list[QRect]:
        found: list[QRect] = []
        left = top = 0
        for chip in self.chips:
            size = chip.sizeHint()
            if left and left + size.width() > width:
                left, top = 0, top + CHIP_HEIGHT + _GAP
            found.append(QRect(left, top, size.width(), size.height()))
            left += size.width() + _GAP
        return found
