"""Which cards of the outline are chosen, and which one is when these are gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QWidget

from briefer.gui.outline.drops import OutlineDrops
from briefer.gui.outline.model import Index, OutlineModel
from briefer.gui.outline.rows import Group, Line

_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class OutlineChoice(OutlineDrops):
    """One card is current, several may be chosen; both outlive whatever is done to the list."""

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._kept: tuple[str, list[str], int] = ("", [], 0)
        self._anchor = QPersistentModelIndex()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._keep_choice)
        model.modelReset.connect(self._restore_choice)

    def current_line(self) -> Line | None:
        """Return what the current card stands for."""
        return self.outline.line(self.currentIndex())

    def chosen(self) -> list[Line]:
        """Return what the chosen cards stand for, from the top; the current one when none is chosen."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        lines = [self.outline.line(self.outline.index(row)) for row in rows]
        found = [line for line in lines if line is not None]
        current = self.current_line()
        return found or ([current] if current is not None else [])

    def choose(self, identifier: str) -> None:
        """Choose the card of an entry and bring it into sight."""
        self.choose_all([identifier])

    def choose_all(self, identifiers: Iterable[str]) -> None:
        """Choose the cards of entries, as far as they show; the first is current."""
        rows = self.outline.rows
        places = sorted(filter(lambda row: row >= 0, map(rows.row_of, identifiers))) if rows else []
        if not places:
            return
        chosen = QItemSelection()
        for row in places:
            chosen.select(self.outline.index(row), self.outline.index(row))
        self._choose_row(places[0])
        self.selectionModel().select(chosen, _CHOOSE)

    def choose_heading(self, key: str) -> None:
        """Choose the heading of a section by its id, or of the bottom line, and bring it into sight."""
        rows = self.outline.rows
        group = next((group for group in rows.groups if group.key == key), None) if rows else None
        if rows is not None and group is not None:
            self._choose_row(rows.first_row(group))

    def choose_section(self) -> None:
        """Choose all cards of the current section; all of the outline when these are chosen already."""
        rows, group = self.outline.rows, self.current_group()
        if rows is None or group is None:
            return
        here = [line.id for line in rows.lines(group)] if not rows.folded(group) else []
        if {line.id for line in self.chosen()} >= set(here):
            here = [line.id for each in rows.groups if not rows.folded(each) for line in rows.lines(each)]
        current = self.currentIndex()
        self.choose_all(here)
        self.selectionModel().setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)

    def current_group(self) -> Group | None:
        """Return the section of the current card or heading."""
        rows, index = self.outline.rows, self.currentIndex()
        return rows.at(index.row())[0] if rows and index.isValid() else None

    def extend(self, row: int) -> None:
        """Choose all from the card chosen alone last to this row; Qt would begin at the last click."""
        if not 0 <= row < self.outline.rowCount():
            return
        index = self.outline.index(row)
        start = self.outline.index(self._anchor.row()) if self._anchor.isValid() else index
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(QItemSelection(start, index), _CHOOSE)
        self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._anchor = QPersistentModelIndex(current)

    def successor(self, gone: Sequence[Line]) -> Callable[[], None]:
        """Return what chooses the card to go on with once these are gone.

        It is the next of the section, else the one before, else the heading.
        """
        rows = self.outline.rows
        if rows is None or not gone:
            return lambda: None
        home = rows.home(gone[-1])
        going = {line.id for line in gone}
        lines = rows.lines(home)
        place = next((n for n, line in enumerate(lines) if line.id == gone[-1].id), len(lines))
        others = [line.id for line in (*lines[place:], *reversed(lines[:place])) if line.id not in going]
        return partial(self._go_on_with, others[0] if others else "", home.key)

    def _go_on_with(self, identifier: str, key: str) -> None:
        rows = self.outline.rows
        if identifier:
            self.choose(identifier)
        elif rows is not None:
            group = next((group for group in rows.groups if group.key == key), None)
            if group is not None and rows.shown(group):
                self._choose_row(rows.first_row(group))

    def _choose_row(self, row: int) -> None:
        index = self.outline.index(row)
        self.selectionModel().setCurrentIndex(index, _CHOOSE)
        self._anchor = QPersistentModelIndex(index)
        self.scrollTo(index)

    def _keep_choice(self) -> None:
        line = self.current_line()
        ids = [each.id for each in self.chosen()] if line else []
        self._kept = (line.id if line else "", ids, self.verticalScrollBar().value())

    def _restore_choice(self) -> None:
        current, ids, scrolled = self._kept
        self.choose_all(ids)
        row = self.outline.rows.row_of(current) if self.outline.rows and current else -1
        if row >= 0:
            stay = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.outline.index(row), stay)
        self.verticalScrollBar().setValue(scrolled)
