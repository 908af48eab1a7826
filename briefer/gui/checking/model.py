"""The findings as Qt's views know them: errors, then warnings, each group under a heading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from briefer.gui.look.speech import tip
from briefer.wording.counted import counted

Index = QModelIndex | QPersistentModelIndex
LEVELS: Final = ("error", "warning")
_MOST: Final = 200  # of one level: nobody mends more before the next check


@dataclass(frozen=True, slots=True)
class Found:
    """One finding; `where` is an id, a label or a key."""

    rule: str
    level: str
    message: str
    where: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over a group, and what says how many more there are."""

    words: str


Row = Found | Heading


class FindingsModel(QAbstractListModel):
    """Takes findings as a child process gives them."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self.counts: Mapping[str, int] = dict.fromkeys(LEVELS, 0)

    def show(self, found: Sequence[Mapping[str, str]]) -> None:
        """List these in place of what is listed."""
        self.beginResetModel()
        groups = {level: [Found(**one) for one in found if one["level"] == level] for level in LEVELS}
        self.counts = {level: len(group) for level, group in groups.items()}
        self._rows = []
        for level, group in groups.items():
            if group:
                self._rows += [Heading(f"{level.capitalize()}s · {len(group):,}"), *group[:_MOST]]
            if len(group) > _MOST:
                self._rows.append(Heading(f"and {len(group) - _MOST:,} more; mend some of these first"))
        self.endResetModel()

    def found(self, index: Index) -> Found | None:
        """Return the finding of a row, None for a heading."""
        row = self.row(index)
        return row if isinstance(row, Found) else None

    def row(self, index: Index) -> Row | None:
        """Return what a row shows."""
        return self._rows[index.row()] if index.isValid() else None

    def row_of(self, finding: Found | None) -> int:
        """Return the row of a finding that says the same, else -1."""
        return self._rows.index(finding) if finding in self._rows else -1

    def step(self, row: int, by: int) -> int:
        """Return the next row with a finding, or for -1 the one before, round the end; -1 for none."""
        rows = [place for place, one in enumerate(self._rows) if isinstance(one, Found)]
        later = [place for place in rows if (place > row if by > 0 else place < row)]
        around = later or rows
        return (around[0] if by > 0 else around[-1]) if around else -1

    def summary(self) -> str:
        """Say how many there are: "1 error · 5 warnings", "5 warnings"."""
        found = [counted(count, level) for level, count in self.counts.items() if count]
        return " · ".join(found) or "nothing found"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) if self.found(index) else Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        row = self.row(index)
        if isinstance(row, Heading) and role in {
            Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
        }:  # fmt: skip
            return row.words
        if isinstance(row, Found) and role == Qt.ItemDataRole.DisplayRole:
            return row.message
        if isinstance(row, Found) and role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.level.capitalize()}: {row.message}"
        if isinstance(row, Found) and role == Qt.ItemDataRole.ToolTipRole:
            return tip(f"{row.message}\nClick or press Enter to go to the place.")
        return None
