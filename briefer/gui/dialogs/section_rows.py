"""Sections as rows of a list: a badge with the digit, the title, and a quiet line under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterStateGuard, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefer.gui.look import fonts, icons, theme
from briefer.gui.look.speech import tip
from briefer.model.records import Section

Index = QModelIndex | QPersistentModelIndex
_HEIGHT: Final = 48
_BADGE: Final = 22


class SectionRows(QAbstractListModel):
    """One row a section; under its title stands its guidance."""

    def __init__(self) -> None:
        super().__init__()
        self.sections: Sequence[Section] = ()

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show other sections."""
        self.beginResetModel()
        self.sections = sections
        self.endResetModel()

    def note(self, section: Section) -> str:
        """Return what stands under a section's title."""
        return section.guidance

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.sections)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        section = self.sections[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return section.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            digit = f"digit {section.digit}" if section.digit else "no digit"
            return f"{section.title}, {digit}, {self.note(section)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(f"{section.title}\n{section.guidance}".strip())
        return None


class SectionPainter(QStyledItemDelegate):
    """A badge with the digit, the title, and quietly what the section holds."""

    def __init__(self, model: SectionRows, parent: QObject, *, grip: bool) -> None:
        """`grip` shows that the rows can be dragged."""
        super().__init__(parent)
        self._model = model
        self._grip = grip

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, section = theme.current(), self._model.sections[index.row()]
        frame = QRectF(option.rect).adjusted(6, 1, -6, -1)
        with QPainterStateGuard(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if option.state & QStyle.StateFlag.State_Selected:
                painter.setBrush(colours.base)
                painter.setPen(QPen(colours.accent, 2.0))
                painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), 7, 7)
            elif option.state & QStyle.StateFlag.State_MouseOver:
                painter.setBrush(colours.hover)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawRoundedRect(frame, 7, 7)
            self._paint_badge(painter, frame, section)
            self._paint_words(painter, frame.adjusted(_BADGE + 22, 6, -26, -6), section)
            if self._grip:
                icon, right = icons.icon("grip-vertical", "mute"), int(frame.right())
                icon.paint(painter, right - 22, int(frame.center().y()) - 7, 14, 14)

    def _paint_badge(self, painter: QPainter, frame: QRectF, section: Section) -> None:
        inks = theme.current().inks(section.colour)
        badge = QRectF(frame.left() + 10, frame.center().y() - _BADGE / 2, _BADGE, _BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.ink)
        painter.drawRoundedRect(badge, 5, 5)
        painter.setFont(fonts.interface_font(9.5, strong=True))
        painter.setPen(inks.on_ink)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(section.digit or ""))

    def _paint_words(self, painter: QPainter, inner: QRectF, section: Section) -> None:
        colours, elide = theme.current(), Qt.TextElideMode.ElideRight
        fonts.cover(section.title)
        painter.setFont(fonts.interface_font(10, strong=True))
        painter.setPen(colours.text)
        words = painter.fontMetrics().elidedText(section.title, elide, int(inner.width()))
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop, words)
        painter.setFont(fonts.interface_font(8.5))
        painter.setPen(colours.mute)
        note = " ".join(self._model.note(section).split())
        fonts.cover(note)
        words = painter.fontMetrics().elidedText(note, elide, int(inner.width()))
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom, words)
