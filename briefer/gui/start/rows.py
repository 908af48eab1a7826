"""The rows of the start page: an icon, words, and quieter words under and behind them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy

from briefer.gui.desk.recent import RecentProject, folder_of
from briefer.gui.look import fonts, icons, theme
from briefer.gui.look.controls import draw_focus_ring
from briefer.gui.look.speech import tip
from briefer.wording.showing import shown_name
from briefer.wording.times import when

_WIDTH: Final = 520
_HEIGHT: Final = 54
_ICON: Final = 20
_TEXT: Final = 48  # from the left edge to the words
_EDGE: Final = 14


class Row(QAbstractButton):
    """Lights up under the mouse; one that only tells something is not `to_press`."""

    _elide = Qt.TextElideMode.ElideRight
    """Where the quieter words are cut when there is no room for them."""

    def __init__(self, icon: str, words: str, note: str, *, to_press: bool) -> None:
        super().__init__()
        self.to_press = to_press
        self._note = note
        self.setText(words)
        self.setIcon(icons.icon(icon, "accent"))
        self.setAccessibleName(words)
        self.setAccessibleDescription(note)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if to_press else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        fonts.cover(words)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()  # the page goes on to another row
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            if self.to_press and (self.underMouse() or self.isDown()):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.hover)
                painter.drawRoundedRect(frame, 8, 8)
            if self.hasFocus():
                draw_focus_ring(painter, frame, 8)
            self.icon().paint(painter, _EDGE, (self.height() - _ICON) // 2, _ICON, _ICON)
            self._paint_words(painter, *self._paint_right(painter))

    def _paint_words(self, painter: QPainter, above: int, below: int) -> None:
        """Write the words in two lines, which leave so many pixels free at their right ends."""
        right = Qt.TextElideMode.ElideRight
        lines = (
            (self.text(), right, fonts.interface_font(10.25, strong=True), self._ink(), 7, above),
            (self._note, self._elide, fonts.interface_font(9), theme.current().mute, 27, below),
        )
        for words, elide, font, ink, top, taken in lines:
            place = QRectF(_TEXT, top, self.width() - _TEXT - _EDGE - taken, 20)
            painter.setFont(font)
            painter.setPen(ink)
            shown = painter.fontMetrics().elidedText(words, elide, int(place.width()))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)

    def _ink(self) -> QColor:
        return theme.current().text

    def _paint_right(self, _painter: QPainter) -> tuple[int, int]:
        """Paint what stands at the right end; return how many pixels it takes of the two lines."""
        return 0, 0


def _paint_behind(painter: QPainter, words: str, right: int, top: int) -> int:
    """Write quiet words that end at `right`, and return how wide they are with the gap before them."""
    painter.setFont(fonts.interface_font(8.75))
    painter.setPen(theme.current().mute)
    width = painter.fontMetrics().horizontalAdvance(words)
    painter.drawText(QRectF(right - width, top, width + 2, 20), Qt.AlignmentFlag.AlignVCenter, words)
    return width + 12 if words else 0


class StartRow(Row):
    """A way to begin, or a step of how the work goes."""

    def __init__(self, icon: str, words: str, note: str, *, keys: str = "", to_press: bool = True) -> None:
        super().__init__(icon, words, note, to_press=to_press)
        self._keys = keys
        plain = words.rstrip("…")
        self.setToolTip(f"{plain} ({keys})" if keys else "")

    def _paint_right(self, painter: QPainter) -> tuple[int, int]:
        return _paint_behind(painter, self._keys, self.width() - _EDGE, 7), 0


class RecentRow(Row):
    """A project that was open before; one that is gone is faint and offers to leave the list."""

    _elide = Qt.TextElideMode.ElideMiddle

    forget_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, project: RecentProject, now: str) -> None:
        note = shown_name(f"{folder_of(project.path)}/{project.path.name}")
        super().__init__(
            "file-text",
            shown_name(project.name),
            note if project.there else f"No longer at {note}",
            to_press=True,
        )
        self._there = project.there
        self._behind = (when(project.opened, now), project.amount)
        self.setIcon(icons.icon("file-text", "accent" if project.there else "mute"))
        self.setAccessibleDescription(", ".join(filter(None, (self._note, *self._behind))))
        self.setToolTip(tip(str(project.path)))
        self._forget = QPushButton("Remove from list", self)
        self._forget.setVisible(not project.there)
        self._forget.clicked.connect(self.forget_wanted)

    def resizeEvent(self, _event: object) -> None:
        size = self._forget.sizeHint()
        self._forget.setGeometry(
            self.width() - size.width() - _EDGE,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.forget_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def _ink(self) -> QColor:
        colours = theme.current()
        return colours.text if self._there else colours.mute

    def _paint_right(self, painter: QPainter) -> tuple[int, int]:
        if not self._there:
            return (self._forget.width() + 12,) * 2
        (opened, amount), right = self._behind, self.width() - _EDGE
        return _paint_behind(painter, opened, right, 7), _paint_behind(painter, amount, right, 27)
