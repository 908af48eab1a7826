"""The passages that a statement may cite, ticked where it does."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from briefer.gui.look.palette import MOST
from briefer.gui.look.speech import tip
from briefer.gui.outline.citable import Citable
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import Passage, Section, Tag

Index = QModelIndex | QPersistentModelIndex


LISTED: Final = 500
"""More passages than these nobody ticks off a list; an @ finds every one."""


class EvidenceModel(QAbstractListModel):
    """Passages cited from elsewhere first, then what the section holds; for the bottom line, all sections.

    Each is read when it is painted.
    """

    ticked = Signal()
    """What is cited, or could be, is another."""

    def __init__(self) -> None:
        super().__init__()
        self.cites: list[str] = []
        """Ids of the cited passages, in the order in which they were ticked."""
        self._passages: list[str] = []
        self._citable: Citable | None = None
        self._project: Project | None = None
        self._section: Section | None = None

    def show_section(
        self, project: Project, citable: Citable, section: Section | None, cites: Sequence[str]
    ) -> None:
        """List what a section holds and what is cited."""
        self.beginResetModel()
        self._project, self._citable, self._section = project, citable, section
        self.cites = list(cites)
        near = dict.fromkeys(islice(dict.fromkeys(citable.near()), LISTED))
        self._passages = [*(each for each in dict.fromkeys(cites) if each not in near), *near]
        self.endResetModel()
        self.ticked.emit()

    def find(self, words: str) -> list[tuple[str, str]]:
        """Return the ids and lines of passages with these words that are not cited, the nearest first."""
        if self._citable is None:
            return []
        found = self._citable.find(words, MOST, set(self.cites))
        return [(identifier, self._citable.words_of(identifier)) for identifier in found]

    def places(self) -> list[tuple[str, str, str]]:
        """Return id, place and words of each cited passage."""
        if self._citable is None:
            return []
        return [(one.id, self._citable.place_of(one), one.anchor.quote) for one in self.passages()]

    def clear(self) -> None:
        """Let go of the project."""
        self.beginResetModel()
        self._project = self._citable = None
        self._passages, self.cites = [], []
        self.endResetModel()
        self.ticked.emit()

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

    def let_go(self, passage: str) -> None:
        """Cite a passage no longer."""
        if passage in self.cites:
            self._toggle(passage)

    def passages(self) -> list[Passage]:
        """Return what is cited, in the order in which it was ticked."""
        if self._project is None:
            return []
        found = (self._project.get(Passage, each) for each in self.cites)
        return [passage for passage in found if passage is not None]

    def identifier(self, row: int) -> str:
        """Return the id of the passage in a row."""
        return self._passages[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._passages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid() or self._project is None or self._citable is None:
            return None
        identifier = self._passages[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if identifier in self.cites else Qt.CheckState.Unchecked
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        passage = self._project.get(Passage, identifier)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(passage.anchor.quote) if passage else None
        return self._citable.words_of(identifier)

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
