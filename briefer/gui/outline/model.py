"""The outline as Qt's views know it: one flat list, changed by as little as a Change says."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from briefer.gui.outline.cards import Card, Cards
from briefer.gui.outline.rows import Group, Line, Rows
from briefer.model.change import Change
from briefer.model.project import Entry, Project
from briefer.model.records import Passage, Record, Section, Statement, Tag

ENTRY_MIME: Final = "application/x-briefer-entry"
MANY: Final = 200
"""Edits in one change from which on everything is read anew."""

_TOP: Final = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class OutlineModel(QAbstractListModel):
    """Rows are headings and cards; `rows` says which, `card` what a card shows."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Rows | None = None
        self._cards: Cards | None = None

    def set_project(self, project: Project | None) -> None:
        """Show another project, or none."""
        self.beginResetModel()
        self.rows = Rows(project) if project else None
        self._cards = Cards(project) if project else None
        if self.rows:
            self.rows.reload()
        self.endResetModel()

    def apply(self, change: Change) -> None:
        """Show what a change of the project left."""
        if self.rows is None or self._cards is None:
            return
        structural = any(isinstance(edit.record, Section) for edit in change.edits)
        if structural or len(change.edits) > MANY:
            self.beginResetModel()
            self._cards.forget()
            self.rows.reload()
            self.endResetModel()
            return
        for edit in change.edits:
            if isinstance(edit.record, Tag | Statement):
                self._apply_line(self.rows, _entry(edit.before), _entry(edit.after))
        self._settle_unfiled(self.rows, change)
        # Only now: while rows come and go, views ask for cards whose records have left the project.
        self._cards.forget()
        self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def fold(self, group: Group, *, folded: bool) -> None:
        """Fold or unfold what stands under a heading."""
        rows = self.rows
        if rows is None or group.folded == folded:
            return
        heading, count = rows.first_row(group), len(rows.entries(group))
        if count == 0:
            rows.fold(group, folded=folded)
        elif folded:
            self.beginRemoveRows(QModelIndex(), heading + 1, heading + count)
            rows.fold(group, folded=True)
            self.endRemoveRows()
        else:
            self.beginInsertRows(QModelIndex(), heading + 1, heading + count)
            rows.fold(group, folded=False)
            self.endInsertRows()
        self.dataChanged.emit(self.index(heading), self.index(heading))

    def line(self, index: Index) -> Line | None:
        """Return what a card stands for, None for a heading or nothing."""
        return self.rows.line(index.row()) if self.rows and index.isValid() else None

    def card(self, line: Line) -> Card:
        """Return what a card shows."""
        assert self._cards is not None
        return self._cards.of(line)

    def one_source(self, group: Group) -> str:
        """Return the label of the only source that a section's passages come from, or an empty string."""
        if self._cards is None or group.section is None or group.entries is None:
            return ""
        return self._cards.only_source(group.key, group.entries)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self.rows is None else self.rows.total()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if self.rows is None or not index.isValid():
            return None
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        group, place = self.rows.at(index.row())
        if place < 0:
            return f"{group.title}, {group.count}"
        return self.card(self.rows.entries(group)[place]).spoken

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.line(index) else flags

    def mimeTypes(self) -> list[str]:
        return [ENTRY_MIME]

    def mimeData(self, indexes: Any) -> QMimeData:  # noqa: ANN401  # Qt's own sequence type
        mime = QMimeData()
        line = self.line(indexes[0]) if indexes else None
        if line is not None:
            mime.setData(ENTRY_MIME, line.id.encode())
        return mime

    def _apply_line(self, rows: Rows, before: Line | None, after: Line | None) -> None:
        """Let a card come, go, move or look new."""
        if before is not None and after is not None:
            self._move(rows, before, after)
        elif before is not None:
            self._take(rows, before)
        elif after is not None:
            self._put(rows, after)

    def _take(self, rows: Rows, line: Line) -> None:
        group = rows.home(line)
        index = rows.index_of(group, line.id) if group.entries is not None else 0
        gone = rows.rows_with(group, index, alone=group.count == 1)
        if gone:
            self.beginRemoveRows(_TOP, gone[0], gone[-1])
        rows.take(group, index)
        if gone:
            self.endRemoveRows()

    def _put(self, rows: Rows, line: Line) -> None:
        group = rows.home(line)
        index = rows.index_for(group, line) if group.entries is not None else 0
        come = rows.rows_with(group, index, alone=group.count == 0)
        if come:
            self.beginInsertRows(_TOP, come[0], come[-1])
        rows.put(group, index, line)
        if come:
            self.endInsertRows()

    def _move(self, rows: Rows, before: Line, after: Line) -> None:
        """Move a card within what shows, so that it stays chosen."""
        home, goal = rows.home(before), rows.home(after)
        if home.folded or goal.folded:
            self._take(rows, before)
            self._put(rows, after)
            return
        index, place = rows.index_of(home, before.id), rows.index_for(goal, after)
        row, below = rows.first_row(home) + 1 + index, rows.first_row(goal) + 1 + place
        elsewhere = self.beginMoveRows(_TOP, row, row, _TOP, below)
        rows.take(home, index)
        rows.put(goal, place - 1 if home is goal and place > index else place, after)
        if elsewhere:
            self.endMoveRows()

    def _settle_unfiled(self, rows: Rows, change: Change) -> None:
        """Show the passages that lost their last tag, no longer those that got one."""
        touched = {
            edit.record.passage if isinstance(edit.record, Tag) else edit.record.id
            for edit in change.edits
            if isinstance(edit.record, Tag | Passage)
        }
        listed = {line.id: line for line in rows.entries(rows.groups[-1])}
        for identifier in touched:
            passage = rows.project.get(Passage, identifier)
            unfiled = passage if passage is not None and not rows.project.tags_of(passage) else None
            if unfiled != listed.get(identifier):
                self._apply_line(rows, listed.get(identifier), unfiled)


def _entry(record: Record | None) -> Entry | None:
    return record if isinstance(record, Tag | Statement) else None
