"""Pages of one place in the window, one at a time, chosen by flat tabs."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from briefer.gui.look import fonts, theme
from briefer.gui.look.controls import draw_focus_ring

_HEIGHT: Final = 36
_SIDE: Final = 12
_LEAST_SIDE: Final = 4
_LINE: Final = 2.0


class TabStrip(QTabBar):
    """Words in a row, the chosen one underlined; the arrow keys go from one to the next."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(fonts.interface_font(9.5, strong=True))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.tabText(index)) + 2 * self._side(), _HEIGHT)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def _side(self) -> int:
        """Return what is left free on both sides of the words, less where all of them would not fit."""
        shown = [place for place in range(self.count()) if self.isTabVisible(place)]
        words = sum(self.fontMetrics().horizontalAdvance(self.tabText(place)) for place in shown)
        return max(_LEAST_SIDE, min(_SIDE, (self.width() - words) // (2 * max(1, len(shown)))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        pointed = self.tabAt(self.mapFromGlobal(self.cursor().pos())) if self.underMouse() else -1
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colours.panel)
            painter.setPen(colours.line)
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
            for index in filter(self.isTabVisible, range(self.count())):
                frame = QRectF(self.tabRect(index))
                chosen = index == self.currentIndex()
                painter.setPen(colours.text if chosen or index == pointed else colours.mute)
                painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self.tabText(index))
                if chosen:
                    painter.setPen(QPen(colours.accent, _LINE))
                    under = frame.adjusted(self._side(), 0, -self._side(), -_LINE / 2)
                    painter.drawLine(under.bottomLeft(), under.bottomRight())
                    if self.hasFocus():
                        draw_focus_ring(painter, frame.adjusted(3, 5, -3, -6))


class Tabs(QWidget):
    """A strip of tabs over their pages; with a single page the strip hides."""

    chosen = Signal(QWidget)
    """The page that shows now."""

    def __init__(self, name: str) -> None:
        """`name` is what a screen reader calls the strip."""
        super().__init__()
        self.strip = TabStrip()
        self.strip.setAccessibleName(name)
        self._pages = QStackedWidget()
        self._words: list[str] = []
        self._lasting: set[QWidget] = set()
        self._last: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self._pages, 1)
        self.strip.hide()
        self.strip.currentChanged.connect(self._turn)

    def add(self, words: str, page: QWidget, tip: str = "", *, lasting: bool = True) -> None:
        """Add a page behind the others; one that is not `lasting` is looked at for a while."""
        if lasting:
            self._lasting.add(page)
            self._last = self._last or page
        self._pages.addWidget(page)
        self._words.append(words)
        place = self.strip.addTab(words)
        self.strip.setTabToolTip(place, tip)
        self.strip.setVisible(self.strip.count() > 1)

    def count(self, page: QWidget, number: int) -> None:
        """Write on the tab of a page how much there is on it."""
        place = self._pages.indexOf(page)
        words = self._words[place]
        self.strip.setTabText(place, f"{words} · {number:,}" if number else words)

    def set_shown(self, page: QWidget, *, shown: bool) -> None:
        """Let a page have a tab, or none while there is nothing on it."""
        self.strip.setTabVisible(self._pages.indexOf(page), shown)
        self.strip.updateGeometry()
        self.strip.update()

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front."""
        self.strip.setCurrentIndex(self._pages.indexOf(page))

    def current(self) -> QWidget | None:
        """Return the page that shows."""
        return self._pages.currentWidget()

    def last(self) -> QWidget | None:
        """Return the lasting page that shows, or did before the one that shows for a while."""
        return self._last

    def title(self) -> str:
        """Return the words of that page, without its number."""
        return self._words[self._pages.indexOf(self._last)] if self._last else ""

    def show_title(self, words: str) -> None:
        """Bring the page of these words to the front, if there is one."""
        if words in self._words:
            self.strip.setCurrentIndex(self._words.index(words))

    def _turn(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        page = self._pages.currentWidget()
        if page in self._lasting:
            self._last = page
        self.chosen.emit(page)
