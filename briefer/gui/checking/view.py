"""The list of findings: a click or Enter asks for the place where one can be mended."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterStateGuard, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from briefer.gui.checking.model import FindingsModel, Found
from briefer.gui.look import fonts, icons, theme
from briefer.gui.look.controls import draw_focus_ring, set_up_list
from briefer.gui.look.text_lines import broken

_HEADING: Final = 28
_PADDING: Final = 7
_SIDE: Final = 10
_WORDS: Final = 34  # from the left edge to the words, the icon before them
_ICON: Final = 16
_LINES: Final = 8
_ICONS: Final = {"error": ("circle-alert", "danger"), "warning": ("triangle-alert", "warning")}


class FindingsDelegate(QStyledItemDelegate):
    """Each finding takes as many lines as its sentence does."""

    def __init__(self, model: FindingsModel, view: QListView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self._face = fonts.interface_font(9.5)
        self._strong = fonts.interface_font(8.5, strong=True)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width, found = self._view.viewport().width(), self._model.found(index)
        if found is None:
            return QSize(width, _HEADING)
        lines = len(self._lines(found, width))
        return QSize(width, 2 * _PADDING + lines * QFontMetrics(self._face).height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        found, colours = self._model.found(index), theme.current()
        with QPainterStateGuard(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if found is None:
                painter.setFont(self._strong)
                painter.setPen(colours.mute)
                place = option.rect.adjusted(_SIDE, 4, -_SIDE, 0)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
                return
            frame = QRectF(option.rect).adjusted(3, 1, -3, -1)
            chosen = option.state & QStyle.StateFlag.State_Selected
            if chosen or option.state & QStyle.StateFlag.State_MouseOver:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.chip if chosen else colours.hover)
                painter.drawRoundedRect(frame, 6, 6)
            if chosen and option.state & QStyle.StateFlag.State_HasFocus:
                draw_focus_ring(painter, frame.adjusted(1, 1, -1, -1))
            self._paint_found(painter, option.rect, found)

    def _paint_found(self, painter: QPainter, frame: QRect, found: Found) -> None:
        top = frame.top() + _PADDING
        icons.icon(*_ICONS[found.level]).paint(painter, frame.left() + _SIDE, top, _ICON, _ICON)
        painter.setFont(self._face)
        painter.setPen(theme.current().text)
        step, ascent = painter.fontMetrics().height(), painter.fontMetrics().ascent()
        for number, words in enumerate(self._lines(found, frame.width())):
            painter.drawText(frame.left() + _WORDS, top + number * step + ascent, words)

    def _lines(self, found: Found, width: int) -> tuple[str, ...]:
        return broken(found.message, self._face, width - _WORDS - _SIDE, _LINES)


class FindingsList(QListView):
    """Keeps the same finding chosen while the list changes, else the one that comes to stand there."""

    mend_wanted = Signal(object)
    """The Found whose place to show."""

    def __init__(self, *, framed: bool = False) -> None:
        super().__init__()
        self.findings = FindingsModel()
        self._kept: Found | None = None
        self._kept_row = -1
        self.setItemDelegate(FindingsDelegate(self.findings, self))
        self.setModel(self.findings)
        set_up_list(self, "Findings", framed=framed)
        self.findings.modelAboutToBeReset.connect(self._keep)
        self.findings.modelReset.connect(self._restore)
        self.clicked.connect(self._ask)

    def choose(self, found: Found) -> None:
        """Choose the row of a finding, if it is listed."""
        row = self.findings.row_of(found)
        if row >= 0:
            self.setCurrentIndex(self.findings.index(row))

    def step(self, by: int) -> None:
        """Choose the next finding, or for -1 the one before, and ask for its place."""
        row = self.findings.step(self.currentIndex().row(), by)
        if row >= 0:
            self.setCurrentIndex(self.findings.index(row))
            self._ask(self.findings.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _ask(self, index: QModelIndex) -> None:
        found = self.findings.found(index)
        if found is not None:
            self.mend_wanted.emit(found)

    def _keep(self) -> None:
        self._kept_row = self.currentIndex().row()
        self._kept = self.findings.found(self.currentIndex())

    def _restore(self) -> None:
        row = self.findings.row_of(self._kept)
        if row < 0 <= self._kept_row:  # it was mended: F8 goes on with what came to stand in its place
            row = self.findings.step(min(self._kept_row, self.findings.rowCount()) - 1, 1)
            self._kept_row = row
        if row >= 0:
            self.setCurrentIndex(self.findings.index(row))
