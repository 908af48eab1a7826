"""The whole of a source at the side of its text: where its tags lie and what shows; it scrolls."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from briefer.gui.look import theme
from briefer.gui.panes.text_paint import ink_of
from briefer.gui.panes.text_view import TextView

_WIDTH: Final = 12
_LEAST_MARK: Final = 2.5
_LEAST_THUMB: Final = 18.0


class Ruler(QWidget):
    """Stands where a scroll bar would; click or drag to go there."""

    def __init__(self, view: TextView) -> None:
        super().__init__()
        self._view = view
        self._marks = QPixmap()
        self._grip: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Overview of the tags in this source")
        view.scrolled.connect(self.update)
        view.laid_out.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 80)

    def remark(self) -> None:
        """Paint the marks anew."""
        self._marks = QPixmap()
        self.update()

    def thumb(self) -> QRectF:
        """Return where the part of the text that shows lies."""
        above, seen = self._shares()
        height = max(_LEAST_THUMB, seen * self.height())
        top = above / (1 - seen) * (self.height() - height) if seen < 1 else 0.0
        return QRectF(0, top, self.width(), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._marks.size() != self.size() * ratio:
            self._marks = self._painted_marks(ratio)
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.fillRect(self.rect(), theme.current().chip)
            held = self._grip is not None
            painter.setBrush(theme.veil(theme.current().mute, 0.44 if held else 0.28))
            painter.drawRoundedRect(self.thumb(), 4, 4)
            painter.drawPixmap(0, 0, self._marks)
        finally:
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        thumb, height = self.thumb(), event.position().y()
        on_thumb = thumb.top() <= height <= thumb.bottom()
        self._grip = height - thumb.top() if on_thumb else thumb.height() / 2
        if not on_thumb:
            self._scroll(height)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._scroll(event.position().y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grip = None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self._view.verticalScrollBar(), event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.remark()

    def _shares(self) -> tuple[float, float]:
        """Return how much of the text lies above what shows, and how much shows."""
        view, scrolled = self._view, self._view.verticalScrollBar().value()
        above = view.places.share_at(scrolled)
        return above, view.places.share_at(scrolled + view.viewport().height()) - above

    def _scroll(self, height: float) -> None:
        track = max(1.0, self.height() - self.thumb().height())
        share = (height - (self._grip or 0.0)) / track * (1 - self._shares()[1])
        self._view.scroll_to(self._view.places.height_at(share))

    def _painted_marks(self, ratio: float) -> QPixmap:
        """Paint every mark where it lies, the short ones over the long ones."""
        marks = QPixmap(self.size() * ratio)
        marks.setDevicePixelRatio(ratio)
        marks.fill(Qt.GlobalColor.transparent)
        places = self._view.places
        painter = QPainter(marks)
        try:
            for mark in sorted(self._view.under.marks, key=lambda mark: mark.start - mark.end):
                top = places.share_of(mark.start) * self.height()
                bottom = places.share_of(mark.end) * self.height()
                box = QRectF(2, top, self.width() - 4, max(_LEAST_MARK, bottom - top))
                painter.fillRect(box, ink_of(mark))
        finally:
            painter.end()
        return marks
