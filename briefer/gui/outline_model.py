"""The outline as Qt's views know it: one flat list, changed by as little as a Change says."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from briefer.gui.outline_cards import Card, Cards
from briefer.gui.outline_rows import UNFILED, Group, Line, Rows
from briefer.model.change import Change, Edit
from briefer.model.project import Project
from briefer.model.records import Details, Passage, Section, Source, Statement, Tag

ENTRY_MIME: Final = "application/x-briefer-entry"
_MANY: Final = 200
"""Edits in one change from which on everything is read anew."""

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
        self._cards.forget()
        structural = any(isinstance(edit.record, Section) for edit in change.edits)
        if structural or len(change.edits) > _MANY:
            self.reload()
            return
        for edit in change.edits:
            if isinstance(edit.record, Tag | Statement):
                self._apply_entry(self.rows, edit)
        self._settle_unfiled(self.rows, change)
        if any(isinstance(edit.record, Source | Passage | Details) for edit in change.edits):
            self._all_look_new()

    def reload(self) -> None:
        """Read everything anew."""
        if self.rows is not None:
            self.beginResetModel()
            self.rows.reload()
            self.endResetModel()

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

    def _apply_entry(self, rows: Rows, edit: Edit) -> None:
        before, after = edit.before, edit.after
        same_place = (
            isinstance(before, Tag | Statement)
            and isinstance(after, Tag | Statement)
            and (before.section, before.rank) == (after.section, after.rank)
        )
        if isinstance(before, Tag | Statement) and not same_place:
            self._take(rows, before)
        if isinstance(after, Tag | Statement):
            if same_place:
                self._replace(rows, after)
            else:
                self._put(rows, after)

    def _take(self, rows: Rows, line: Line) -> None:
        group = rows.home(line)
        if group is None:
            return
        if group.entries is not None:
            index = rows.index_of(group, line.id)
            if group.folded:
                del group.entries[index]
            else:
                row = rows.first_row(group) + 1 + index
                self.beginRemoveRows(QModelIndex(), row, row)
                del group.entries[index]
                self.endRemoveRows()
        group.count -= 1
        self._heading_looks_new(rows, group)

    def _put(self, rows: Rows, line: Line) -> None:
        group = rows.home(line)
        if group is None:
            return
        if group.entries is not None:
            index = rows.index_for(group, line)
            if group.folded:
                group.entries.insert(index, line)
            else:
                row = rows.first_row(group) + 1 + index
                self.beginInsertRows(QModelIndex(), row, row)
                group.entries.insert(index, line)
                self.endInsertRows()
        group.count += 1
        self._heading_looks_new(rows, group)

    def _replace(self, rows: Rows, line: Line) -> None:
        group = rows.home(line)
        if group is not None and group.entries is not None:
            group.entries[rows.index_of(group, line.id)] = line
            self._all_look_new()

    def _settle_unfiled(self, rows: Rows, change: Change) -> None:
        """Show the passages that lost their last tag, no longer those that got one."""
        touched = {
            edit.record.passage if isinstance(edit.record, Tag) else edit.record.id
            for edit in change.edits
            if isinstance(edit.record, Tag | Passage)
        }
        group = rows.group(UNFILED)
        assert group is not None
        listed = {line.id: line for line in rows.entries(group)}
        for identifier in touched:
            passage = rows.project.get(Passage, identifier)
            unfiled = passage is not None and not rows.project.tags_of(passage)
            if unfiled == (identifier in listed):
                continue
            if len(rows.entries(group)) == (0 if unfiled else 1):
                self.reload()  # the heading comes or goes as well
                return
            if unfiled and passage is not None:
                self._put(rows, passage)
            else:
                self._take(rows, listed[identifier])

    def _heading_looks_new(self, rows: Rows, group: Group) -> None:
        heading = self.index(rows.first_row(group))
        self.dataChanged.emit(heading, heading)

    def _all_look_new(self) -> None:
        self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
