"""The sources list: a row a source, counted and measured only when it is painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from briefer.gui.desk import mime
from briefer.gui.look.source_words import byline, gaps, headline, said_of
from briefer.gui.look.speech import tip
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import Passage, Section, Source, Tag
from briefer.wording.counted import counted

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Shares:
    """How a source's tags are spread: (colour, count) by section in the order of the brief."""

    parts: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        return sum(count for _, count in self.parts)


class SourcesModel(QAbstractListModel):
    """`filter` narrows the rows to sources that have all its words in their label or reference."""

    def __init__(self) -> None:
        super().__init__()
        self._project: Project | None = None
        self._sources: Sequence[Source] = ()
        self._rows: list[Source] = []
        self._words: list[str] = []
        self._shares: dict[str, Shares] = {}
        self._sections: Sequence[Section] = ()

    def set_project(self, project: Project | None) -> None:
        """Show another project's sources, or none."""
        self._project = project
        self._reload()

    def apply(self, change: Change) -> None:
        """Show what a change of the project left."""
        if any(isinstance(edit.record, Source | Section) for edit in change.edits):
            self._reload()
            return
        touched = [edit.record for edit in change.edits if isinstance(edit.record, Passage | Tag)]
        if touched and self._rows:
            self._shares.clear()
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def filter(self, words: str) -> None:
        """Show only the sources that hold every one of these words."""
        self._words = words.casefold().split()
        self.beginResetModel()
        self._rows = [source for source in self._sources if self._passes(source)]
        self.endResetModel()

    def total(self) -> int:
        """Return how many sources there are, whatever the filter."""
        return len(self._sources)

    def first(self, count: int) -> Sequence[Source]:
        """Return the first few sources, whatever the filter."""
        return self._sources[:count]

    def source(self, index: Index) -> Source | None:
        """Return the source of a row, or None."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, source: Source) -> QModelIndex:
        """Return the row of a source, none where the filter hides it."""
        row = next((row for row, one in enumerate(self._rows) if one.id == source.id), -1)
        return self.index(row)

    def shares(self, source: Source) -> Shares:
        """Return how the tags of a source are spread over the sections."""
        found = self._shares.get(source.id)
        if found is None and self._project is not None:
            counts = self._project.tag_counts(source)
            parts = tuple((one.colour, counts[one.id]) for one in self._sections if counts.get(one.id))
            found = self._shares[source.id] = Shares(parts)
        return found or Shares(())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        source = self.source(index)
        if source is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{source.label} {headline(source)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            tags = counted(self.shares(source).total, "tag")
            parts = (f"{source.label} {headline(source)}", byline(source), tags, _recorded(source))
            return ", ".join(parts)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(f"{headline(source)}\n{_recorded(source)}")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Any) -> QMimeData:  # noqa: ANN401  # Qt's own sequence type
        source = self.source(indexes[0]) if indexes else None
        return mime.source_mime(source.id) if source else QMimeData()

    def _reload(self) -> None:
        self._shares.clear()
        self._sources = self._project.sources() if self._project else ()
        self._sections = self._project.sections() if self._project else ()
        self.filter(" ".join(self._words))

    def _passes(self, source: Source) -> bool:
        if not self._words:
            return True
        reference = source.reference
        parts = (
            source.label,
            source.file_name,
            reference.title,
            reference.publisher,
            reference.author,
            reference.kind,
        )
        everything = " ".join(parts).casefold()
        return all(word in everything for word in self._words)


def _recorded(source: Source) -> str:
    return said_of(gaps(source.reference))
