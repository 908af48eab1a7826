"""The outline as Qt's views know it: one flat list, changed by as little as a Change says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

from briefer.gui.look.speech import tip
from briefer.gui.outline.cards import Card, Cards
from briefer.gui.outline.citable import Citable
from briefer.gui.outline.counting import PAINTED, Counts, details
from briefer.gui.outline.filtering import NOTHING, Filter
from briefer.gui.outline.ledger import Ledger
from briefer.gui.outline.moves import Moves
from briefer.gui.outline.rows import Group, Line, Rows
from briefer.gui.outline.slices import Slices
from briefer.gui.outline.tally import Tally
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import Passage, Section

ENTRY_MIME: Final = "application/x-briefer-entry"
MANY: Final = 200
"""Edits in one change from which on everything is read anew."""
LARGE: Final = 10_000
"""Passages from which on to look for the unfiled ones among them takes long enough to be felt."""

_AT_ONCE: Final = 0.05
"""Seconds that a filter may take before the user sees anything else."""

Index = QModelIndex | QPersistentModelIndex


class OutlineModel(QAbstractListModel):
    """Rows are headings and cards; `rows` says which, `card` what a card shows."""

    filtered = Signal()
    """Other cards show, or another number of them."""
    folded = Signal()
    """A section was folded or unfolded by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Rows | None = None
        self.changeable = True
        """Whether what only makes sense in a project that can be changed is offered."""
        self.filter = NOTHING
        self.counts = Counts(self)
        self._cards: Cards | None = None
        self._ledger: Ledger | None = None
        self._search = Slices(self)
        self._search.done.connect(self._show_found)
        self._listing = Slices(self)
        self._listing.done.connect(self._list_unfiled)

    def citable(self, section: Section | None) -> Citable | None:
        """Return what a statement in a section, or in the bottom line for None, can cite."""
        return Citable(self.rows, self._ledger, section) if self.rows and self._ledger else None

    def allow_changes(self, *, allowed: bool) -> None:
        """Offer what changes the project, or do not."""
        self.changeable = allowed

    def set_project(
        self, project: Project | None, folds: Mapping[str, bool] | None = None, tally: Tally | None = None
    ) -> None:
        """Show another project, or none; `folds` says by key what is folded or unfolded by hand.

        Of a large one, as its `tally` tells, the unfiled passages are listed when it is on the screen.
        """
        self._search.stop()
        self._listing.stop()
        large = tally is not None and tally.passages > LARGE
        self.beginResetModel()
        self.filter = NOTHING
        self.rows = Rows(project, dict(folds or {})) if project else None
        self._ledger = Ledger(project) if project else None
        self._cards = Cards(project, self._ledger) if project and self._ledger else None
        if self.rows:
            self.rows.reload(tally.tags if tally else None, () if large else None)
        self.endResetModel()
        self.counts.begin(self._ledger, at_once=not large)
        if project is not None and large:
            self._listing.run(_read_unfiled(project), pause=PAINTED)
        self.filtered.emit()

    def set_filter(self, wanted: Filter) -> None:
        """Show only what a filter admits, at once or as soon as it is found."""
        if wanted == self.filter:
            return
        self.filter = wanted
        self._search.stop()
        if wanted == NOTHING:
            self._show_found(None)
        elif self.rows is not None and self._ledger is not None:
            self._search.run(wanted.search(self.rows, self._ledger), _AT_ONCE)

    def apply(self, change: Change) -> None:
        """Show what a change of the project left."""
        if self.rows is None or self._cards is None or self._ledger is None:
            return
        touched = self._ledger.apply(change)
        structural = any(isinstance(edit.record, Section) for edit in change.edits)
        if structural or len(change.edits) > MANY or self.filter != NOTHING:
            self._read_anew(self.rows, self._cards, change)
        else:
            Moves(self, self.rows).apply(change)
            # Only now: while rows come and go, views ask for cards whose records have left the project.
            self._cards.forget(change)
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
        self.counts.count_anew(touched)

    def fold(self, group: Group, *, folded: bool) -> None:
        """Fold or unfold what stands under a heading."""
        rows = self.rows
        if rows is None or rows.folded(group) == folded:
            return
        heading, count = rows.first_row(group), len(rows.lines(group))
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
        self.folded.emit()

    def fold_all(self, *, folded: bool) -> None:
        """Fold or unfold every section."""
        for group in self.rows.groups if self.rows else ():
            self.fold(group, folded=folded)

    def line(self, index: Index) -> Line | None:
        """Return what a card stands for, None for a heading or nothing."""
        return self.rows.line(index.row()) if self.rows and index.isValid() else None

    def card(self, line: Line) -> Card:
        """Return what a card shows."""
        assert self._cards is not None
        return self._cards.of(line)

    def one_source(self, group: Group) -> str:
        """Return the label of the only source that a section rests on, or an empty string."""
        sources = self.counts.of(group.key).sources
        return self._cards.label(*sources) if self._cards and group.section and len(sources) == 1 else ""

    def shown(self) -> int:
        """Return how many cards a filter lets show."""
        return sum(map(len, self.rows.found.values())) if self.rows and self.rows.found else 0

    @property
    def busy(self) -> bool:
        """Tell whether cards are still being looked for."""
        return self._search.busy

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self.rows is None else self.rows.total()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if self.rows is None or not index.isValid():
            return None
        group, place = self.rows.at(index.row())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{group.title}, {group.count}" if place < 0 else self._card_at(group, place).spoken
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            about = self.about(group) if place < 0 else self._card_at(group, place).about
            return tip(about) if role == Qt.ItemDataRole.ToolTipRole else about
        return None

    def about(self, group: Group) -> str:
        """Say what a section holds and rests on."""
        only = self.one_source(group)
        rests = f"\nIt rests on one source, {only}; look for a second." if only else ""
        return ", ".join(details(group, self.counts.of(group.key))) + rests

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.line(index) and self.changeable else flags

    def mimeTypes(self) -> list[str]:
        return [ENTRY_MIME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        mime = QMimeData()
        lines = [line for line in map(self.line, sorted(indexes, key=lambda one: one.row())) if line]
        if lines:
            mime.setData(ENTRY_MIME, " ".join(line.id for line in lines).encode())
        return mime

    def _card_at(self, group: Group, place: int) -> Card:
        assert self.rows is not None
        return self.card(self.rows.lines(group)[place])

    def _list_unfiled(self, unfiled: Sequence[Passage]) -> None:
        if unfiled and self.rows is not None and self._cards is not None:
            self._read_anew(self.rows, self._cards, Change("", ()), unfiled)

    def _read_anew(
        self, rows: Rows, cards: Cards, change: Change, unfiled: Sequence[Passage] | None = None
    ) -> None:
        assert self._ledger is not None
        self.beginResetModel()
        cards.forget()
        rows.reload(unfiled=unfiled)
        if rows.found is not None:
            rows.filter(rows.followed(rows.found, change))
        self.endResetModel()
        if self.filter != NOTHING:
            self._search.run(self.filter.search(rows, self._ledger), _AT_ONCE)

    def _show_found(self, found: dict[str, list[Line]] | None) -> None:
        if self.rows is None:
            return
        self.beginResetModel()
        self.rows.filter(found)
        self.endResetModel()
        self.filtered.emit()


def _read_unfiled(project: Project) -> Iterator[Sequence[Passage]]:
    """Read the passages that no section holds, in one step."""
    yield project.unfiled()
