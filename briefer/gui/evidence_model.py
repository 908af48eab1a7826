"""The passages that a statement may cite, ticked where it does."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from briefer.gui.outline_cards import Cards
from briefer.gui.speech import tip
from briefer.model.project import Project
from briefer.model.records import Passage, Section

Index = QModelIndex | QPersistentModelIndex


class EvidenceModel(QAbstractListModel):
    """Cited passages first, then what else the section holds; each read when it is painted."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cites: list[str] = []
        """Ids of the cited passages, in the order in which they were ticked."""
        self._passages: list[str] = []
        self._cards: Cards | None = None
        self._project: Project | None = None

    def show_section(self, project: Project, section: Section | None, cites: Sequence[str]) -> None:
        """List what a section holds and what is cited."""
        self.beginResetModel()
        self._project, self._cards = project, Cards(project)
        held = [tag.passage for tag in project.tags_under(section)] if section else _every(project)
        self.cites = list(cites)
        self._passages = list(dict.fromkeys([*cites, *held]))
        self.endResetModel()
        self.ticked.emit()

    def clear(self) -> None:
        """Let go of the project."""
        self.beginResetModel()
        self._project = self._cards = None
        self._passages, self.cites = [], []
        self.endResetModel()

    def cite(self, passage: str) -> None:
        """Tick a passage, putting it into the list if it is not there."""
        if passage not in self._passages:
            self.beginInsertRows(QModelIndex(), 0, 0)
            self._passages.insert(0, passage)
            self.endInsertRows()
        if passage not in self.cites:
            self._toggle(passage)

    def passages(self) -> list[Passage]:
        """Return what is cited, in the order in which it was ticked."""
        assert self._project is not None
        found = (self._project.get(Passage, each) for each in self.cites)
        return [passage for passage in found if passage is not None]

    def uncited(self, most: int) -> list[int]:
        """Return the first rows, at most so many, whose passages are not cited."""
        rows = (row for row, passage in enumerate(self._passages) if passage not in self.cites)
        return list(islice(rows, most))

    def identifier(self, row: int) -> str:
        """Return the id of the passage in a row."""
        return self._passages[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._passages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid() or self._project is None or self._cards is None:
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
        return f"{self._cards.place(passage)}   {' '.join(passage.anchor.quote.split())}"

    def setData(self, index: Index, _value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self._toggle(self._passages[index.row()])
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def _toggle(self, passage: str) -> None:
        if passage in self.cites:
            self.cites.remove(passage)
        else:
            self.cites.append(passage)
        row = self.index(self._passages.index(passage))
        self.dataChanged.emit(row, row)
        self.ticked.emit()


def _every(project: Project) -> list[str]:
    """Return what the bottom line is offered: the passages that other statements cite."""
    return [passage for statement in project.statements() for passage in statement.cites]
