"""The few controls that Fusion does not draw calmly enough, painted in the colours of the theme."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QIcon, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QListView,
    QPushButton,
    QScrollBar,
    QSizePolicy,
    QSplitter,
    QSplitterHandle,
    QWidget,
)

from briefer.gui.look import fonts, icons, theme
from briefer.gui.look.speech import tip
from briefer.gui.look.text_lines import broken

ICON: Final = 18
_SIDE: Final = 34
_SMALL: Final = 26
_ROUND: Final = 6.0
_HANDLE: Final = 5
_BAR: Final = 10


class Panel(QWidget):
    """A ground, by its colour in the theme, for bars and lists, with a line along some of its edges."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        edges: Qt.Edge = Qt.Edge(0),  # noqa: B008
        ground: str = "panel",
    ) -> None:
        super().__init__(parent)
        self._edges = edges
        self._ground = ground

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), getattr(theme.current(), self._ground))
            painter.setPen(theme.current().line)
            right, bottom = self.width() - 1, self.height() - 1
            if self._edges & Qt.Edge.TopEdge:
                painter.drawLine(0, 0, right, 0)
            if self._edges & Qt.Edge.BottomEdge:
                painter.drawLine(0, bottom, right, bottom)


class IconButton(QAbstractButton):
    """A flat button that shows an icon; its words are its tool tip and accessible name."""

    def __init__(self, icon: QIcon, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(icon)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            lit = self.isEnabled() and (self.underMouse() or self.isDown())
            if lit or self.isChecked():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.hover if lit else colours.chip)
                painter.drawRoundedRect(frame, _ROUND, _ROUND)
            if self.hasFocus():
                draw_focus_ring(painter, frame)
            mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
            left, top = (self.width() - ICON) // 2, (self.height() - ICON) // 2
            self.icon().paint(painter, left, top, ICON, ICON, mode=mode)


def small_button(icon: str, words: str) -> IconButton:
    """Return a quiet button for a bar or the head of a list."""
    button = IconButton(icons.icon(icon, "mute"), words)
    button.setFixedSize(_SMALL, _SMALL)
    return button


class PrimaryButton(QPushButton):
    """The one button of a window or dialog that does what it is for."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setFont(fonts.interface_font(strong=True))
        self.setIconSize(QSize(ICON - 2, ICON - 2))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        wanted = super().sizeHint()
        return QSize(wanted.width() + 12, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        ground = colours.accent if self.isEnabled() else colours.chip
        if self.isEnabled() and (self.isDown() or self.underMouse()):
            ground = ground.lighter(112) if colours.dark else ground.darker(112)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(frame, _ROUND + 1, _ROUND + 1)
            if self.hasFocus():
                draw_focus_ring(painter, frame)
                painter.setPen(QPen(colours.base, 1.0))
                painter.drawRoundedRect(frame.adjusted(2, 2, -2, -2), _ROUND - 1, _ROUND - 1)
            painter.setPen(colours.on_accent if self.isEnabled() else colours.mute)
            self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        icon = 0 if self.icon().isNull() or not self.isEnabled() else self.iconSize().width()
        words = self.fontMetrics().horizontalAdvance(self.text().replace("&", ""))
        left = (self.width() - words - icon - (6 if icon else 0)) // 2
        if icon:
            self.icon().paint(painter, left, (self.height() - icon) // 2, icon, icon)
            left += icon + 6
        painter.drawText(
            left, 0, words + 4, self.height(), Qt.AlignmentFlag.AlignVCenter, self.text().replace("&", "")
        )


class SlimScrollBar(QScrollBar):
    """A rounded handle on the ground it lies on, and nothing else."""

    def __init__(
        self,
        parent: QWidget | None = None,
        ground: str = "panel",
        orientation: Qt.Orientation = Qt.Orientation.Vertical,
    ) -> None:
        """`ground` is the theme's colour for what the bar lies on."""
        super().__init__(orientation, parent)
        self._ground = ground
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if orientation == Qt.Orientation.Vertical:
            self.setFixedWidth(_BAR)
        else:
            self.setFixedHeight(_BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), getattr(colours, self._ground))
            reach = self.maximum() - self.minimum() + self.pageStep()
            if self.maximum() > self.minimum():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.mute if self.underMouse() or self.isSliderDown() else colours.line)
                whole = max(self.width(), self.height())
                length = max(28.0, whole * self.pageStep() / reach)
                share = (self.value() - self.minimum()) / (self.maximum() - self.minimum())
                handle = QRectF(2, (whole - length) * share, 6, length)
                upright = self.orientation() == Qt.Orientation.Vertical
                painter.drawRoundedRect(handle if upright else _turned(handle), 3, 3)


def _turned(frame: QRectF) -> QRectF:
    return QRectF(frame.y(), frame.x(), frame.height(), frame.width())


class _Handle(QSplitterHandle):
    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colours.panel)
            painter.setPen(colours.accent if self.underMouse() else colours.line)
            if self.orientation() == Qt.Orientation.Horizontal:
                middle = self.width() // 2
                painter.drawLine(middle, 0, middle, self.height())
            else:
                middle = self.height() // 2
                painter.drawLine(0, middle, self.width(), middle)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


class ThinSplitter(QSplitter):
    """Parts with a thin line between them that is still wide enough to take hold of."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setHandleWidth(_HANDLE)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)


def read_in_order(splitter: QSplitter) -> None:
    """Let a screen reader meet the parts in order: Qt lays what comes behind what is there."""
    parts = [splitter.widget(place) for place in range(splitter.count())]
    handles = [splitter.handle(place) for place in range(1, splitter.count())]
    for part in filter(None, (*parts, *handles)):
        part.raise_()


class OneLine(QLabel):
    """Words that end in … where there is no room for them; the tool tip has them whole."""

    def __init__(self, points: float, *, strong: bool = False, mute: bool = False) -> None:
        super().__init__()
        self.setFont(fonts.interface_font(points, strong=strong))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._mute = mute

    def say(self, words: str) -> None:
        """Show the words, and all of them to who asks for the tool tip."""
        fonts.cover(words)
        self.setText(words)
        self.setToolTip(tip(words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(theme.current().mute if self._mute else theme.current().text)
            words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, words)


class FewLines(OneLine):
    """The same in up to so many lines as there is room for."""

    def __init__(self, *, strong: bool = False) -> None:
        super().__init__(fonts.INTERFACE_POINTS, strong=strong)
        self._strong = strong
        self._most = 1
        self.lines = 1
        """What the words take of the lines they may have."""

    def set_lines(self, most: int, points: float) -> None:
        """Show the words in at most so many lines of letters of this size."""
        self.setFont(fonts.interface_font(points, strong=self._strong))
        self._most = most
        self.lines = len(self._broken()) or 1
        self.setFixedHeight(self.lines * self.fontMetrics().height())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(theme.current().text)
            step, ascent = self.fontMetrics().height(), self.fontMetrics().ascent()
            for number, words in enumerate(self._broken()):
                painter.drawText(0, number * step + ascent, words)

    def _broken(self) -> tuple[str, ...]:
        return broken(self.text(), self.font(), self.width(), self._most)


def label(
    words: str = "", points: float = fonts.INTERFACE_POINTS, *, strong: bool = False, mute: bool = False
) -> QLabel:
    """Return a label of plain text, in the theme's text colour or its quieter one."""
    found = QLabel(words)
    found.setTextFormat(Qt.TextFormat.PlainText)
    found.setFont(fonts.interface_font(points, strong=strong))
    if mute:
        found.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return found


def caption(words: str) -> QLabel:
    """Return the small heading of a list."""
    return label(words.upper(), 8.5, strong=True, mute=True)


def set_up_list(rows: QListView, name: str, *, framed: bool = False) -> None:
    """Let a list lie bare on a panel, or `framed` in a dialog, and be scrolled by pixels."""
    rows.setAccessibleName(name)
    rows.setVerticalScrollBar(SlimScrollBar(rows, "base" if framed else "panel"))
    rows.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    rows.verticalScrollBar().setSingleStep(24)
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rows.setMouseTracking(True)
    if not framed:
        rows.setFrameShape(QListView.Shape.NoFrame)
        rows.viewport().setBackgroundRole(QPalette.ColorRole.AlternateBase)
        rows.viewport().setAutoFillBackground(True)


def draw_focus_ring(painter: QPainter, frame: QRectF, radius: float = _ROUND) -> None:
    """Draw what shows that keys go here."""
    painter.setPen(QPen(theme.current().accent, theme.current().ring))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, radius, radius)
