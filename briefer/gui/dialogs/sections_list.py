"""The sections in the order of the brief, each with its digit, colour and counts; dragged into order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from briefer.gui.dialogs.section_rows import Index, SectionPainter, SectionRows
from briefer.gui.look.controls import set_up_list
from briefer.model.project import Project
from briefer.model.records import Section
from briefer.wording.counted import counted

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MIME: Final = "application/x-briefer-section"


class SectionsModel(SectionRows):
    """The sections of a project with what they hold, read anew after every change."""

    def __init__(self) -> None:
        super().__init__()
        self._tags: Mapping[str, int] = {}
        self._statements: Counter[str] = Counter()

    def read(self, project: Project) -> None:
        """Show the sections as they stand."""
        self._tags = project.tag_counts()
        self._statements = Counter(statement.section for statement in project.statements())
        self.show_sections(project.sections())

    def note(self, section: Section) -> str:
        """Say what a section holds: "12 tags · 3 statements"."""
        tags = counted(self._tags.get(section.id, 0), "tag")
        return f"{tags} · {counted(self._statements[section.id], 'statement')}"

    def statements(self, section: Section) -> int:
        """Return how many statements stand in a section."""
        return self._statements[section.id]

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
        self.setItemDelegate(SectionPainter(self.rows, self, grip=True))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        set_up_list(self, "Sections in the order of the brief")
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
