"""The passages that a statement may cite, ticked where it does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from briefer.gui.look.speech import tip
from briefer.gui.outline.places import Places
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import Passage, Section, Tag

Index = QModelIndex | QPersistentModelIndex


class EvidenceModel(QAbstractListModel):
    """Cited passages first, then what else the section holds, or for the bottom line all that are tagged.

    Each is read when it is painted.
    """

    ticked = Signal()
    """What is cited, or could be, is another."""

    def __init__(self) -> None:
        super().__init__()
        self.cites: list[str] = []
        """Ids of the cited passages, in the order in which they were ticked."""
        self._passages: list[str] = []
        self._places: Places | None = None
        self._project: Project | None = None
        self._section: Section | None = None

    def show_section(self, project: Project, section: Section | None, cites: Sequence[str]) -> None:
        """List what a section holds and what is cited."""
        self.beginResetModel()
        self._project, self._places, self._section = project, Places(project), section
        held = _held(project, section) if section else _every(project)
        self.cites = list(cites)
        self._passages = list(dict.fromkeys([*cites, *held]))
        self.endResetModel()
        self.ticked.emit()

    def clear(self) -> None:
        """Let go of the project."""
        self.beginResetModel()
        self._project = self._places = None
        self._passages, self.cites = [], []
        self.endResetModel()

    def apply(self, change: Change) -> None:
        """List what a change tagged."""
        for edit in change.edits:
            if self._project is not None and isinstance(edit.after, Tag) and self._lists(edit.after):
                self._put_first(edit.after.passage)
                self.ticked.emit()

    def cite(self, passage: str) -> None:
        """Tick a passage, putting it into the list if it is not there."""
        self._put_first(passage)
        if passage not in self.cites:
            self._toggle(passage)

    def passages(self) -> list[Passage]:
        """Return what is cited, in the order in which it was ticked."""
        assert self._project is not None
        found = (self._project.get(Passage, each) for each in self.cites)
        return [passage for passage in found if passage is not None]

    def uncited(self) -> list[int]:
        """Return the rows whose passages are not cited."""
        return [row for row, passage in enumerate(self._passages) if passage not in self.cites]

    def identifier(self, row: int) -> str:
        """Return the id of the passage in a row."""
        return self._passages[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._passages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid() or self._project is None or self._places is None:
            return None
        identifier = self._passages[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if identifier in self.cites else Qt.CheckState.Unchecked
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        passage = self._project.get(Passage, identifier)
        if passage is None:
            return "a passage that is gone"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(passage.anchor.quote)
        return f"{self._places.of(passage)}   {' '.join(passage.anchor.quote.split())}"

    def setData(self, index: Index, _value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self._toggle(self._passages[index.row()])
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def _lists(self, tag: Tag) -> bool:
        return self._section is None or tag.section == self._section.id

    def _put_first(self, passage: str) -> None:
        if passage not in self._passages:
            self.beginInsertRows(QModelIndex(), 0, 0)
            self._passages.insert(0, passage)
            self.endInsertRows()

    def _toggle(self, passage: str) -> None:
        if passage in self.cites:
            self.cites.remove(passage)
        else:
            self.cites.append(passage)
        row = self.index(self._passages.index(passage))
        self.dataChanged.emit(row, row)
        self.ticked.emit()


def _held(project: Project, section: Section) -> list[str]:
    return [tag.passage for tag in project.tags_under(section)]


def _every(project: Project) -> list[str]:
    """Return what the bottom line is offered: what other statements cite, then what each section holds."""
    cited = [passage for statement in project.statements() for passage in statement.cites]
    return [*cited, *(passage for section in project.sections() for passage in _held(project, section))]
