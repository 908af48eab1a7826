"""The whole of a source at the side of its text: where its tags and hits lie and what shows; it scrolls."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
_DARKER, _LIGHTER = 135, 170
"""Per cent: what lies well behind words is too pale for a line."""


class Ruler(QWidget):
    """Stands where a scroll bar would; click or drag to go there."""

    def __init__(self, view: TextView) -> None:
        super().__init__()
        self._view = view
        self._marks = QPixmap()
        self._hits_for: tuple[Sequence[tuple[int, int]], int] = ((), 0)
        self._hit_heights: set[int] = set()
        self._grip: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Overview of the tags and hits in this source")
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
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.fillRect(self.rect(), theme.current().chip)
            held = self._grip is not None
            painter.setBrush(theme.veil(theme.current().mute, 0.44 if held else 0.28))
            painter.drawRoundedRect(self.thumb(), 4, 4)
            painter.drawPixmap(0, 0, self._marks)
            self._paint_found(painter)
            self._paint_hot(painter)

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

    def _paint_found(self, painter: QPainter) -> None:
        """Paint where the hits lie, across the tags, and the one that the reader stands on over all."""
        worn, under = theme.current(), self._view.under
        line = worn.found.lighter(_LIGHTER) if worn.dark else worn.found.darker(_DARKER)
        for height in self._heights_of_hits():
            painter.fillRect(QRectF(0, height - 1, self.width(), _LEAST_MARK), line)
        if 0 <= under.found_now < len(under.found):
            now = self._height_of(under.found[under.found_now][0])
            painter.fillRect(QRectF(0, now - 2, self.width(), 2 * _LEAST_MARK), worn.text)

    def _heights_of_hits(self) -> Iterable[int]:
        """Return where there are hits, worked out once and not for every step of scrolling."""
        found = self._view.under.found
        if self._hits_for[0] is not found or self._hits_for[1] != self.height():
            self._hits_for = found, self.height()
            self._hit_heights = {round(self._height_of(start)) for start, _ in found}
        return self._hit_heights

    def _paint_hot(self, painter: QPainter) -> None:
        for mark in self._view.under.marks.of(self._view.under.hot):
            top, bottom = self._height_of(mark.start), self._height_of(mark.end)
            box = QRectF(0, top - 1, self.width(), max(_LEAST_MARK, bottom - top) + 2)
            painter.fillRect(box, theme.current().text)
            painter.fillRect(box.adjusted(1, 1, -1, -1), ink_of(mark))

    def _height_of(self, position: int) -> float:
        return self._view.places.share_of(position) * self.height()

    def _painted_marks(self, ratio: float) -> QPixmap:
        """Paint every mark where it lies, the short ones over the long ones."""
        marks = QPixmap(self.size() * ratio)
        marks.setDevicePixelRatio(ratio)
        marks.fill(Qt.GlobalColor.transparent)
        with QPainter(marks) as painter:
            for mark in sorted(self._view.under.marks, key=lambda mark: mark.start - mark.end):
                top, bottom = self._height_of(mark.start), self._height_of(mark.end)
                box = QRectF(2, top, self.width() - 4, max(_LEAST_MARK, bottom - top))
                painter.fillRect(box, ink_of(mark))
        return marks
