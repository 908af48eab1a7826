"""The history as Qt's views know it: a row an entry, the youngest first, read when it is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from briefer.gui.history.branches import BEGINNING, Branches, State
from briefer.gui.history.words import THE_BEGINNING
from briefer.gui.look.speech import tip
from briefer.model.change import Change
from briefer.model.records import (
    Acronym,
    Details,
    Difference,
    Issue,
    Passage,
    Record,
    Section,
    Source,
    Statement,
    Tag,
)
from briefer.session import Entry, Session
from briefer.wording.times import when

Index = QModelIndex | QPersistentModelIndex
_PAGE: Final = 128  # entries read at once
_MORE: Final = 2_000  # rows that a view is told of at once
_LONGEST: Final = 300  # code points of a label; more never shows
_FIRST: Final = Entry(BEGINNING, "", "", THE_BEGINNING)
_STATES: Final[dict[State, str]] = {
    "here": "you are here",
    "undone": "undone",
    "left": "left",
    "standing": "",
}
_ICONS: Final[dict[type[Record], str]] = {
    Source: "file-text",
    Section: "list",
    Statement: "pencil",
    Tag: "tag",
    Passage: "message-square",
    Difference: "scale",
    Issue: "stamp",
    Details: "info",
    Acronym: "case-sensitive",
}
"""What a change is about, the weightiest first."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a row shows; `colour` is the #rrggbb of a section, or empty."""

    label: str
    below: str
    state: State
    icon: str
    colour: str


class HistoryModel(QAbstractListModel):
    """`filter` narrows the rows to entries with all its words; the beginning is always there."""

    def __init__(self) -> None:
        super().__init__()
        self.branches: Branches | None = None
        self._session: Session | None = None
        self._rows: list[int] = []
        self._shown = 0
        self._words = ""
        self._read: dict[int, Entry] = {}
        self._looks: dict[int, tuple[str, str]] = {}

    def set_session(self, session: Session | None) -> None:
        """Show another project's history, or none."""
        self._session = session
        self.branches = Branches(session.history) if session else None
        self._read = {BEGINNING: _FIRST}
        self._list_rows()

    def follow(self) -> None:
        """Show what was done since, and where the project stands now."""
        if self.branches is None:
            return
        known = self.branches.count()
        self.branches.follow()
        self._looks.clear()
        if self.branches.count() == known:
            self.dataChanged.emit(self.index(0), self.index(self._shown - 1))
        else:
            self._list_rows()

    def filter(self, words: str) -> None:
        """Show only the entries whose label or author has every one of these words."""
        self._words = words.strip()
        self._list_rows()

    def entry(self, index: Index) -> int | None:
        """Return the number of the entry in a row."""
        return self._rows[index.row()] if index.isValid() else None

    def here(self) -> QModelIndex:
        """Return the row of the entry that stands last; not a valid one when the filter hides it."""
        head = self.branches.head if self.branches else None
        if head not in self._rows:
            return QModelIndex()
        row = self._rows.index(head)
        while row >= self._shown:
            self.fetchMore(QModelIndex())
        return self.index(row)

    def line(self, entry: int) -> Line:
        """Return what an entry shows."""
        assert self.branches is not None
        found, state = self._entry(entry), self.branches.state(entry)
        icon, colour = self._look(entry)
        parts = [self._time(found), found.author, self._fate(entry, state)]
        return Line(found.label[:_LONGEST], " · ".join(filter(None, parts)), state, icon, colour)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._shown

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._shown < len(self._rows)

    def fetchMore(self, _parent: Index) -> None:
        """Show what is scrolled to: a list view asks every row for its place."""
        last = min(self._shown + _MORE, len(self._rows)) - 1
        self.beginInsertRows(QModelIndex(), self._shown, last)
        self._shown = last + 1
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        entry = self.entry(index)
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._entry(entry).label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            line = self.line(entry)
            return f"{line.label}, {line.below}"
        if role == Qt.ItemDataRole.ToolTipRole:
            line = self.line(entry)
            return tip(f"{line.label}\n{line.below}\nClick or press Enter to go there; nothing is lost.")
        return None

    def _list_rows(self) -> None:
        self.beginResetModel()
        self._looks.clear()
        self._rows = self.branches.entries() if self.branches else []
        if self._words and self._session:
            found = self._session.history.matching(self._words) | {BEGINNING}
            self._rows = [entry for entry in self._rows if entry in found]
        self._shown = min(_MORE, len(self._rows))
        self.endResetModel()

    def _entry(self, entry: int) -> Entry:
        if entry not in self._read and self._session is not None:
            first = entry - entry % _PAGE
            for found in self._session.history.entries(first, first + _PAGE - 1):
                self._read[found.seq] = found
        return self._read[entry]

    def _time(self, entry: Entry) -> str:
        return when(entry.at, self._session.now()) if self._session and entry.at else ""

    def _fate(self, entry: int, state: State) -> str:
        """Say what became of an entry, and of the first one of a way that was left, where it went off."""
        fork = self.branches.fork(entry) if self.branches else None
        if fork is None:
            return _STATES[state]
        return f"left, another way from “{self._entry(fork).label[:_LONGEST]}”"

    def _look(self, entry: int) -> tuple[str, str]:
        """Return the icon of an entry, and the colour of the section that it is about."""
        if entry == BEGINNING or self._session is None:
            return "file-plus", ""
        if entry not in self._looks:
            self._looks[entry] = _look(self._session, self._session.history.change(entry))
        return self._looks[entry]


def _look(session: Session, change: Change) -> tuple[str, str]:
    records = [edit.record for edit in change.edits]
    icon = next(
        (name for kind, name in _ICONS.items() if any(type(one) is kind for one in records)), "history"
    )
    homes = (one.section for one in records if isinstance(one, Tag | Statement))
    section = session.project.get(Section, next(homes, ""))
    return icon, section.colour if section else ""
