"""The sections in the order of the brief, each with its digit, colour and counts; dragged into order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QDropEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefer.gui.look import fonts, icons, theme
from briefer.gui.look.controls import SlimScrollBar
from briefer.gui.look.speech import tip
from briefer.model.project import Project
from briefer.model.records import Section
from briefer.wording.counted import counted

Index = QModelIndex | QPersistentModelIndex
_HEIGHT: Final = 48
_BADGE: Final = 22
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MIME: Final = "application/x-briefer-section"


class SectionsModel(QAbstractListModel):
    """Read anew from the project after every change."""

    def __init__(self) -> None:
        super().__init__()
        self.sections: Sequence[Section] = ()
        self._tags: Mapping[str, int] = {}
        self._statements: Counter[str] = Counter()

    def read(self, project: Project) -> None:
        """Show the sections as they stand."""
        self.beginResetModel()
        self.sections = project.sections()
        self._tags = project.tag_counts()
        self._statements = Counter(statement.section for statement in project.statements())
        self.endResetModel()

    def counts(self, section: Section) -> str:
        """Say what a section holds: "12 tags · 3 statements"."""
        tags = counted(self._tags.get(section.id, 0), "tag")
        return f"{tags} · {counted(self._statements[section.id], 'statement')}"

    def statements(self, section: Section) -> int:
        """Return how many statements stand in a section."""
        return self._statements[section.id]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.sections)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        section = self.sections[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return section.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            digit = f"digit {section.digit}" if section.digit else "no digit"
            return f"{section.title}, {digit}, {self.counts(section)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(section.title)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Any) -> QMimeData:  # noqa: ANN401  # Qt's own sequence type
        carried = QMimeData()
        carried.setData(_MIME, self.sections[indexes[0].row()].id.encode())
        return carried


class _Painter(QStyledItemDelegate):
    """A badge with the digit, the title, and quietly what the section holds."""

    def __init__(self, model: SectionsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, section = theme.current(), self._model.sections[index.row()]
        frame = QRectF(option.rect).adjusted(6, 1, -6, -1)
        painter.save()
        try:
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
            grip = frame.toRect()
            icons.icon("grip-vertical", "mute").paint(
                painter, grip.right() - 22, grip.center().y() - 7, 14, 14
            )
        finally:
            painter.restore()

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
        words = painter.fontMetrics().elidedText(self._model.counts(section), elide, int(inner.width()))
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom, words)


class SectionsList(QListView):
    """Tells where a section is to stand; Alt+↑ and Alt+↓ move it by one."""

    moved = Signal(object, object)
    """The Section, and the one that it is to stand behind, None for first."""
    turned = Signal(object)
    """Another Section is chosen."""
    removal_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows = SectionsModel()
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(self.rows, self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.viewport().setBackgroundRole(self.backgroundRole().AlternateBase)
        self.setAccessibleName("Sections in the order of the brief")
        self.setToolTip("Drag a section, or press Alt+↑ and Alt+↓, to change the order")
        self.selectionModel().currentChanged.connect(self._tell_turned)

    def current(self) -> Section | None:
        """Return the chosen section."""
        row = self.currentIndex().row()
        return self.rows.sections[row] if row >= 0 else None

    def choose(self, identifier: str, row: int = 0) -> None:
        """Choose a section by its id, or whichever now stands at a row when it is gone."""
        ids = [section.id for section in self.rows.sections]
        row = ids.index(identifier) if identifier in ids else min(row, len(ids) - 1)
        self.setCurrentIndex(self.rows.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in _STEPS:
            self.move_by(_STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell, and let nothing be moved by Qt itself."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        row = index.row() if index.isValid() else len(self.rows.sections)
        if index.isValid() and place.y() > self.visualRect(index).center().y():
            row += 1
        self._move_to(row)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    def move_by(self, step: int) -> None:
        """Move the chosen section up (-1) or down (1), as far as there is room."""
        row = self.currentIndex().row()
        if 0 <= row + step < len(self.rows.sections):
            self._move_to(row + step + (step > 0))

    def _move_to(self, row: int) -> None:
        """Ask for the chosen section to stand before what is at a row now."""
        section, own = self.current(), self.currentIndex().row()
        if section is not None and row not in {own, own + 1}:
            self.moved.emit(section, self.rows.sections[row - 1] if row else None)

    def _tell_turned(self, index: QModelIndex) -> None:
        if index.isValid():
            self.turned.emit(self.rows.sections[index.row()])
