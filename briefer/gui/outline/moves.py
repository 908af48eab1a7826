"""What a change moves in the outline, told to Qt row by row, so that what is chosen stays chosen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex

from briefer.gui.outline.rows import Line, Rows
from briefer.model.change import Change
from briefer.model.project import Entry
from briefer.model.records import Passage, Record, Statement, Tag

_TOP: Final = QModelIndex()


class Moves:
    """Lets cards come, go and move, without a filter."""

    def __init__(self, model: QAbstractListModel, rows: Rows) -> None:
        self._model = model
        self._rows = rows

    def apply(self, change: Change) -> None:
        """Follow a change edit by edit."""
        for edit in change.edits:
            if isinstance(edit.record, Tag | Statement):
                self._apply_line(_entry(edit.before), _entry(edit.after))
        self._settle_unfiled(change)

    def _apply_line(self, before: Line | None, after: Line | None) -> None:
        """Let a card come, go, move or look new."""
        if before is not None and after is not None:
            self._move(before, after)
        elif before is not None:
            self._take(before)
        elif after is not None:
            self._put(after)

    def _take(self, line: Line) -> None:
        rows = self._rows
        group = rows.home(line)
        index = rows.index_of(group, line.id) if group.entries is not None else 0
        gone = rows.rows_with(group, index, alone=group.count == 1)
        if gone:
            self._model.beginRemoveRows(_TOP, gone[0], gone[-1])
        rows.take(group, index)
        if gone:
            self._model.endRemoveRows()

    def _put(self, line: Line) -> None:
        rows = self._rows
        group = rows.home(line)
        index = rows.index_for(group, line) if group.entries is not None else 0
        come = rows.rows_with(group, index, alone=group.count == 0)
        if come:
            self._model.beginInsertRows(_TOP, come[0], come[-1])
        rows.put(group, index, line)
        if come:
            self._model.endInsertRows()

    def _move(self, before: Line, after: Line) -> None:
        """Move a card within what shows, so that it stays chosen."""
        rows = self._rows
        home, goal = rows.home(before), rows.home(after)
        if home.folded or goal.folded:
            self._take(before)
            self._put(after)
            return
        index, place = rows.index_of(home, before.id), rows.index_for(goal, after)
        row, below = rows.first_row(home) + 1 + index, rows.first_row(goal) + 1 + place
        elsewhere = self._model.beginMoveRows(_TOP, row, row, _TOP, below)
        rows.take(home, index)
        rows.put(goal, place - 1 if home is goal and place > index else place, after)
        if elsewhere:
            self._model.endMoveRows()

    def _settle_unfiled(self, change: Change) -> None:
        """Show the passages that lost their last tag, no longer those that got one."""
        project = self._rows.project
        touched = {
            edit.record.passage if isinstance(edit.record, Tag) else edit.record.id
            for edit in change.edits
            if isinstance(edit.record, Tag | Passage)
        }
        listed = {line.id: line for line in self._rows.entries(self._rows.groups[-1])}
        for identifier in touched:
            passage = project.get(Passage, identifier)
            unfiled = passage if passage is not None and not project.tags_of(passage) else None
            if unfiled != listed.get(identifier):
                self._apply_line(listed.get(identifier), unfiled)


def _entry(record: Record | None) -> Entry | None:
    return record if isinstance(record, Tag | Statement) else None
