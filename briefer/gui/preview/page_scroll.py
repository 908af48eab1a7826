"""Pages to scroll through and to zoom: where each lies, which are near sight, and the reader's place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from briefer.gui.look.controls import SlimScrollBar
from briefer.gui.preview.edition import Place
from briefer.gui.preview.sheets import Sheets, Sight
from briefer.gui.preview.stack import Stack, fitting

ACTUAL: Final = 96 / 72
"""Pixels a point at 100 %."""
_SMALLEST, _LARGEST = 0.3 * ACTUAL, 3.0 * ACTUAL
_ZOOM: Final = 1.15
_STEP: Final = 48
_HEAD_ROOM: Final = 0.25
"""What is gone to stands so far down in the view."""
_LOOKED_AT: Final = 1 / 3
"""The page at this height of the view is the one that is looked at."""


class PageScroll(QAbstractScrollArea):
    """Places on pages are in points, all else in pixels of the view; pages count from 0."""

    page_changed = Signal(int)
    """Another page is looked at, or more is known of it."""
    zoomed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sheets = Sheets(self)
        self.stack = Stack()
        self.page = 0
        """The page that is looked at."""
        self._zoom: float | None = None
        self._every = False
        self._kept: tuple[str, float] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(SlimScrollBar(self, "window"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.horizontalScrollBar().setSingleStep(_STEP)
        self.sheets.drawn.connect(self.viewport().update)
        self.sheets.opening.connect(self._keep_place)
        self.sheets.opened.connect(self._show_edition)

    # Where what lies

    def page_rect(self, page: int) -> QRectF:
        """Return where a page lies in the view."""
        middle = self.viewport().width() / 2
        if self._zoom is not None:
            middle = max(middle, self.stack.width / 2)
        scrolled = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return self.stack.rect(page, middle).translated(-scrolled[0], -scrolled[1])

    def seen(self) -> range:
        """Return the pages in sight."""
        top = self.verticalScrollBar().value()
        return self.stack.between(top, top + self.viewport().height())

    def height_of(self, place: Place) -> float:
        """Return how far below the beginning of the first page a place is."""
        return self.stack.top(place.page) + place.top * self.stack.scale

    # Going somewhere

    def go_to_page(self, page: int) -> None:
        """Bring the beginning of a page to the top."""
        if 0 <= page < len(self.stack):
            self.verticalScrollBar().setValue(self.stack.top(page) - 4)

    def go_to(self, place: Place) -> None:
        """Bring a place into the upper part of the view."""
        if place.page < len(self.stack):
            room = _HEAD_ROOM * self.viewport().height()
            self.verticalScrollBar().setValue(round(self.height_of(place) - room))

    def bring_up(self, page: int, top: float, bottom: float) -> None:
        """Scroll to a stretch of a page unless it shows already."""
        rect = self.page_rect(page)
        above, below = (rect.top() + edge * self.stack.scale for edge in (top, bottom))
        if above < 0 or below > self.viewport().height():
            self.go_to(Place(page, top))

    def read_every_page(self, *, every: bool) -> None:
        """Fetch the words of every page, or only of those near sight."""
        self._every = every
        self.look()

    # Zoom

    @property
    def fits(self) -> bool:
        """Pages are as wide as the view allows."""
        return self._zoom is None

    def percent(self) -> int:
        """Return how large pages are shown."""
        return round(100 * self.stack.scale / ACTUAL)

    def zoom_by(self, steps: float) -> None:
        """Make pages larger, or smaller for a negative number of steps."""
        self._zoom = min(_LARGEST, max(_SMALLEST, self.stack.scale * _ZOOM**steps))
        self._lay_out()

    def fit(self) -> None:
        """Make pages as wide as the view."""
        self._zoom = None
        self._lay_out()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / 120)
            event.accept()
        else:
            super().wheelEvent(event)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()
        self.look()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.look()

    # How it keeps up

    def look(self) -> None:
        """Have fetched what is in sight, and then the pages before and after it."""
        pages = self.seen()
        near = [page for page in (pages.stop, pages.start - 1) if 0 <= page < len(self.stack)]
        self.sheets.look(Sight(self._pixels(pages), self._pixels(near), self._every))
        height = self.verticalScrollBar().value() + self.viewport().height() * _LOOKED_AT
        page = self.stack.at(height)
        if page != self.page:
            self.page = page
            self.page_changed.emit(page)

    def _pixels(self, pages: Iterable[int]) -> dict[int, tuple[int, int]]:
        ratio = self.devicePixelRatioF()
        rects = {page: self.stack.rect(page, 0) for page in pages}
        return {page: (round(r.width() * ratio), round(r.height() * ratio)) for page, r in rects.items()}

    def _lay_out(self) -> None:
        """Place the pages anew, what is in the middle of the view staying there."""
        bar, half = self.verticalScrollBar(), self.viewport().height() / 2
        kept = self._place_at(bar.value() + half) if bar.value() else None
        self.stack = Stack(self.sheets.sizes, self._scale())
        self._set_ranges()
        if kept is not None and kept.page < len(self.stack):
            bar.setValue(round(self.height_of(kept) - half))
        self.viewport().update()
        self.look()
        self.zoomed.emit()

    def _place_at(self, height: float) -> Place | None:
        if not len(self.stack):
            return None
        page = self.stack.at(height)
        return Place(page, (height - self.stack.top(page)) / self.stack.scale)

    def _scale(self) -> float:
        sizes, edition = self.sheets.sizes, self.sheets.edition
        if self._zoom is not None or not sizes or edition is None:
            return self._zoom or ACTUAL
        return fitting(self.viewport().width(), sizes[0][0], edition.margin)

    def _set_ranges(self) -> None:
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, self.stack.height - self.viewport().height()))
        down.setPageStep(max(1, self.viewport().height() - _STEP))
        over = max(0, self.stack.width - self.viewport().width()) if self._zoom is not None else 0
        centred = across.maximum() == 0
        across.setRange(0, over)
        across.setPageStep(self.viewport().width())
        if centred:
            across.setValue(over // 2)

    def _keep_place(self) -> None:
        """Remember a place that the next edition is likely to have too, and where in the view it is."""
        edition, top = self.sheets.edition, self.verticalScrollBar().value()
        self._kept = None
        if edition is not None and top > 0:
            middle = top + self.viewport().height() / 2
            above = [
                (name, self.height_of(place))
                for place, name in edition.lasting()
                if self.height_of(place) <= middle
            ]
            self._kept = (above[-1][0], above[-1][1] - top) if above else None

    def _show_edition(self) -> None:
        self._lay_out()
        edition = self.sheets.edition
        place = edition.places.get(self._kept[0]) if edition and self._kept else None
        if place is not None and self._kept is not None:
            self.verticalScrollBar().setValue(round(self.height_of(place) - self._kept[1]))
        self.page_changed.emit(self.page)
