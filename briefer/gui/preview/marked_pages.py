"""Pages with what is marked on them: what was found, what is pointed at, where something is printed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent

from briefer.gui.look import theme
from briefer.gui.look.controls import draw_focus_ring
from briefer.gui.preview.edition import Place, Printed
from briefer.gui.preview.page_links import PageLink
from briefer.gui.preview.page_paint import Over, paint_page, placed
from briefer.gui.preview.page_scroll import PageScroll
from briefer.gui.preview.sheets import Box

_FLASH_MILLISECONDS: Final = 1400
_NAME: Final = "Preview of the brief"
_TRIED: Final = 3
"""Pages that are looked through for something printed: a paragraph may begin at the foot of one."""


class MarkedPages(PageScroll):
    """Paints, and says to a screen reader what stands on the page that is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.found_now: tuple[int, int] | None = None
        """Which of the stretches found the reader stands on: its page and its place among those there."""
        self.pointed: PageLink | None = None
        self.focused: PageLink | None = None
        self.shown: tuple[int, Box] | None = None
        """What is marked: where something that was asked for is printed."""
        self._sought: Printed | None = None
        self._fading = QVariantAnimation(self)
        self._fading.setStartValue(1.0)
        self._fading.setEndValue(0.0)
        self._fading.setDuration(_FLASH_MILLISECONDS)
        self._fading.valueChanged.connect(lambda _strength: self.viewport().update())
        self.setAccessibleName(_NAME)
        self.sheets.opened.connect(self._forget_marks)
        self.sheets.read.connect(self._take_words)
        self.page_changed.connect(self.describe_page)

    def box_in_view(self, page: int, box: Box) -> QRectF:
        """Return where a box of a page lies in the view."""
        return placed(box, self.page_rect(page), self.stack.scale)

    def show_printed(self, printed: Printed) -> None:
        """Go where something is printed and mark it, as soon as the words there are known."""
        self.forget_shown()
        self.go_to(printed.place)
        self._sought = printed
        self._seek()

    def forget_shown(self) -> None:
        """Take the mark from what was shown."""
        self._sought = self.shown = None
        self._fading.stop()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), theme.current().window)
            for page in self.seen():
                picture = self.sheets.pictures.get(page)
                image = picture.image if picture else None
                paint_page(painter, self.page_rect(page), image, self._over(page), self.stack.scale)
            if self.hasFocus() and self.focused is None:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                draw_focus_ring(painter, QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 3)

    def _over(self, page: int) -> Over:
        boxes = self.sheets.boxes.get(page, [])
        now = self.found_now[1] if self.found_now and self.found_now[0] == page else -1
        strength = self._fading.currentValue() if self._fading.state() == self._fading.State.Running else 0.0
        return Over(
            found=[box for place, hit in enumerate(boxes) if place != now for box in hit],
            found_now=boxes[now] if 0 <= now < len(boxes) else (),
            pointed=self.pointed.box if self.pointed and self.pointed.page == page else None,
            focused=self.focused.box if self.focused and self.focused.page == page else None,
            shown=self.shown[1] if self.shown and self.shown[0] == page else None,
            strength=float(strength),
        )

    def describe_page(self, page: int) -> None:
        """Give a screen reader the number and the words of a page."""
        words = self.sheets.words.get(page)
        self.setAccessibleName(f"{_NAME}, page {page + 1} of {len(self.stack)}" if len(self.stack) else _NAME)
        self.setAccessibleDescription(" ".join(words.text.split()) if words else "")

    def _forget_marks(self) -> None:
        self.pointed = self.focused = self.found_now = None
        self.forget_shown()

    def _take_words(self, page: int) -> None:
        self._seek()
        if page == self.page:
            self.describe_page(page)

    def _seek(self) -> None:
        """Mark what is sought, on its page or the next one that has it."""
        if self._sought is None:
            return
        (kind, number), place = self._sought
        for page in range(place.page, min(place.page + _TRIED, len(self.stack))):
            words = self.sheets.words.get(page)
            if words is None:
                self.go_to(place if page == place.page else Place(page, 0))
                return
            box = next((box for key, box in words.printed if key == (kind, number)), None)
            if box is not None:
                self._mark(page, box)
                return
        self._sought = None

    def _mark(self, page: int, box: Box) -> None:
        self._sought, self.shown = None, (page, box)
        self.bring_up(page, box[1], box[3])
        self._fading.stop()
        self._fading.start()
