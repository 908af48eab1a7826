"""What was found as Qt's views know it: a heading for each source, its hits below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from briefer.gui.look.source_words import headline
from briefer.model.records import Difference, Passage, Statement
from briefer.tasks.searching import Found, Hit
from briefer.wording.counted import counted

Index = QModelIndex | QPersistentModelIndex
_WRITTEN: Final[dict[type, str]] = {
    Passage: "Notes on passages",
    Statement: "Statements",
    Difference: "Differences",
}


@dataclass(slots=True)
class Group:
    """The hits of one source, or those in notes, statements or differences; only a heading if folded."""

    found: Found
    folded: bool = False

    @property
    def label(self) -> str:
        """What stands on the badge; nothing for what the analyst wrote."""
        return self.found.source.label if self.found.source else ""

    @property
    def title(self) -> str:
        if self.found.source is not None:
            return headline(self.found.source)
        return _WRITTEN[type(self.found.hits[0].record)]

    @property
    def count(self) -> str:
        return counted(len(self.found.hits), "place")


@dataclass(frozen=True, slots=True)
class Row:
    """A heading, or for a hit one line of what was found."""

    group: Group
    hit: Hit | None


class ResultsModel(QAbstractListModel):
    """Grows while the search goes on."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        row = self.row(index)
        if row is None or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if row.hit is None:
            folded = ", folded" if row.group.folded else ""
            return f"{row.group.label} {row.group.title}, {row.group.count}{folded}".strip()
        return "".join(row.hit.context)

    def row(self, index: Index) -> Row | None:
        """Return what a row shows, or None for no row."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def clear(self) -> None:
        self.beginResetModel()
        self._rows = []
        self.endResetModel()

    def add(self, found: Sequence[Found]) -> None:
        """Put more below what is there."""
        new = [row for each in found for row in _rows_of(Group(each))]
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(new) - 1)
        self._rows += new
        self.endInsertRows()

    def fold(self, group: Group, *, folded: bool) -> None:
        """Show a group's heading only, or its hits again."""
        if group.folded == folded:
            return
        group.folded = folded
        heading = self.heading(group)
        first, last = heading + 1, heading + len(group.found.hits)
        if folded:
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
        else:
            self.beginInsertRows(QModelIndex(), first, last)
            self._rows[first:first] = _rows_of(group)[1:]
            self.endInsertRows()
        self.dataChanged.emit(self.index(heading), self.index(heading))

    def heading(self, group: Group) -> int:
        """Return the row of a group's heading."""
        return next(place for place, row in enumerate(self._rows) if row.group is group)

    def next_hit(self, row: int, step: int) -> int:
        """Return the row of the next hit from a row on, or before it for -1, round the ends; -1 for none."""
        count = len(self._rows)
        places = ((row + step * (number + 1)) % count for number in range(count))
        return next((place for place in places if self._rows[place].hit is not None), -1)

    def row_of(self, hit: Hit) -> int:
        """Return where the same place stands now, -1 for nowhere."""
        wanted = hit.record.id, hit.start
        rows = enumerate(self._rows)
        return next((n for n, row in rows if row.hit and (row.hit.record.id, row.hit.start) == wanted), -1)


def _rows_of(group: Group) -> list[Row]:
    return [Row(group, None), *(Row(group, hit) for hit in group.found.hits)]
