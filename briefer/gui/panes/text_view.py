"""The words of one source, read-only with a caret, and what is tagged painted under them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QKeyCombination, QRect, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from briefer.gui.look import fonts
from briefer.gui.panes import page_setting
from briefer.gui.panes.asides import paint_asides
from briefer.gui.panes.marks import Mark
from briefer.gui.panes.source_text import ShownText
from briefer.gui.panes.text_paint import Under, paint_under
from briefer.gui.panes.text_places import TextPlaces

_ACTUAL_SIZE: Final = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_0)
_ZOOM: Final = 1.1
_SMALLEST, _LARGEST = 7.0, 40.0
_FLASH_MILLISECONDS: Final = 1400
_WIDEST_MEASURE: Final = 36
"""Ems: about 75 characters a line."""
_SIDE: Final = 22
_UNDER: Final = 12  # pixels: the last lane of underlines may reach below its line


class TextView(QTextEdit):
    """Speaks of places in code points of the stored text; what lies `under` it counts as Qt does."""

    scrolled = Signal()
    laid_out = Signal()
    """The heights of before hold no longer."""
    remarked = Signal()
    """Marks lie elsewhere while they are being drawn."""

    def __init__(self, gutter_width: Callable[[int], int]) -> None:
        """`gutter_width` says what is to be left free at the right of a view of some width."""
        super().__init__()
        self.text = ShownText("")
        self.source = ""
        self.under = Under()
        self._gutter_width = gutter_width
        self._points = fonts.READING_POINTS
        self._page: QTextDocument | None = None
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        self.verticalScrollBar().valueChanged.connect(self.scrolled)
        self._fading = QVariantAnimation(self)
        self._fading.setEndValue(0.0)
        self._fading.setDuration(_FLASH_MILLISECONDS)
        self._fading.valueChanged.connect(self._fade)
        self.show_text("", "")

    def show_text(self, source: str, body: str) -> None:
        """Show the stored text of the source with this id from its beginning, nothing marked."""
        self.text = ShownText(body)
        self.source = source
        self.under = Under()
        self._fading.stop()
        font = fonts.reading_font(body, self._points)
        self.setFont(font)
        before, self._page = self._page, page_setting.document_of(self.text.shown, font, self)
        self.setDocument(self._page)
        if before is not None:
            before.deleteLater()
        self._page_is_set()
        self.verticalScrollBar().setValue(0)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, 80)

    def caret(self) -> int:
        return self.text.to_stored(self.textCursor().position())

    def selected_span(self) -> tuple[int, int] | None:
        """Return what is selected, as it is selected, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self.text.to_stored(cursor.selectionStart()), self.text.to_stored(cursor.selectionEnd())

    def select(self, start: int, end: int, *, backwards: bool = False) -> None:
        """Select a stretch; the caret goes to its end, or to its start."""
        first, last = self._shown(start, end)
        cursor = self.textCursor()
        cursor.setPosition(last if backwards else first)
        cursor.setPosition(first if backwards else last, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def go_to(self, start: int, end: int) -> None:
        """Put the caret at a stretch, bring it into sight, and flash it."""
        self.show_stretch(start, end)
        self.select(start, start)

    def show_stretch(self, start: int, end: int, *, strength: float = 1.0) -> None:
        """Bring a stretch into the upper half of the pane unless it shows, and flash it."""
        self.bring_up(start, end)
        self.under.flash = self._shown(start, end)
        self._fade(strength)
        self._fading.stop()
        self._fading.setStartValue(strength)
        self._fading.start()

    def bring_up(self, start: int, end: int) -> None:
        """Scroll to a stretch unless it shows already."""
        span = self._shown(start, end)
        if not self.shows(*span):
            self.scroll_to(self.places.heights(*span)[0] - self.viewport().height() * 0.3)

    def shows(self, start: int, end: int) -> bool:
        """Tell whether a stretch, as the document counts, lies in sight from top to bottom."""
        top, bottom = self.places.heights(start, end)
        seen = self.verticalScrollBar().value()
        return seen <= top and bottom <= seen + self.viewport().height()

    def lines_of(self, mark: Mark) -> QRect:
        """Return where in the viewport the lines show that a mark lies on, as far as they are in sight."""
        scrolled, height = self.verticalScrollBar().value(), self.viewport().height()
        start, end = self.places.stretch(scrolled, scrolled + height)
        if mark.end <= start or end <= mark.start:
            return QRect()
        top, bottom = self.places.heights(max(start, mark.start), min(end, mark.end))
        return QRectF(0, top - scrolled, self.viewport().width(), bottom - top + _UNDER).toAlignedRect()

    def scroll_to(self, height: float) -> None:
        """Bring what is at this height of the document to the top, as far as there is enough below it."""
        bar, layout = self.verticalScrollBar(), self.document().documentLayout()
        if height > bar.maximum():
            # Qt lays out on demand, but tells its scroll bar only when it did so unasked.
            layout.documentSizeChanged.emit(layout.documentSize())
        bar.setValue(round(height))

    def zoom_by(self, steps: float) -> None:
        """Make the letters larger, or smaller for a negative number of steps."""
        self.set_points(self._points * _ZOOM**steps)

    def points(self) -> float:
        """Return the size of the letters."""
        return self._points

    def set_points(self, points: float) -> None:
        """Set the text in this size, what is at the top of the pane staying there."""
        wanted = min(_LARGEST, max(_SMALLEST, points))
        if wanted == self._points:
            return
        self._points = wanted
        top = self.top_position()
        font = fonts.reading_font(self.text.body, self._points)
        self.setFont(font)
        page_setting.set_page(self.document(), font)
        self._page_is_set()
        self.set_top(top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, where the window has no such command."""
        if event.matches(QKeySequence.StandardKey.ZoomIn):
            self.zoom_by(1)
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom_by(-1)
        elif event.keyCombination() == _ACTUAL_SIZE:
            self.set_points(fonts.READING_POINTS)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / 120)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        top = self.top_position()
        self._set_margins()
        super().resizeEvent(event)
        self.set_top(top)
        self.laid_out.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        scrolled = self.verticalScrollBar().value()
        seen = scrolled + event.rect().top(), scrolled + event.rect().bottom()
        with QPainter(self.viewport()) as painter:
            painter.translate(0, -scrolled)
            paint_under(painter, self.under, self.places, self._metrics, seen)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            painter.translate(0, -scrolled)
            paint_asides(painter, self.under.asides, self.places, self._metrics, seen)

    def _shown(self, start: int, end: int) -> tuple[int, int]:
        first = self.text.to_shown(start)
        return first, self.text.end_to_shown(end) if end > start else first

    def _page_is_set(self) -> None:
        self.places = TextPlaces(self.document())
        self._metrics = QFontMetricsF(self.font())
        self._set_margins()
        self.laid_out.emit()

    def _set_margins(self) -> None:
        """Keep the lines short enough to read: what a wide pane has over goes to both sides."""
        measure = round(_WIDEST_MEASURE * self._metrics.horizontalAdvance("m"))
        side = min(_SIDE, self.width() // 16)
        gutter = self._gutter_width(self.width())
        over = max(0, self.width() - 2 * side - gutter - measure) // 2
        self.setViewportMargins(side + over, 0, gutter + over, 0)

    def top_position(self) -> int:
        """Return the shown place that stands first in the pane."""
        return self.places.position_at(self.verticalScrollBar().value())

    def set_top(self, position: int) -> None:
        """Bring a shown place to the top of the pane."""
        if position:
            self.scroll_to(self.places.heights(position, position)[0])

    def _fade(self, strength: float) -> None:
        self.under.flash_strength = strength
        self.viewport().update()
