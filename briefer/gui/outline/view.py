"""The outline: sections in order, what stands in them, and what the user wants done with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from briefer.gui.look.controls import set_up_list
from briefer.gui.outline.delegate import OutlineDelegate
from briefer.gui.outline.filtering import NOTHING
from briefer.gui.outline.model import OutlineModel
from briefer.gui.outline.pointing import OutlinePointing
from briefer.gui.outline.rows import UNFILED, passage_of
from briefer.gui.outline.steps import moved_by, step_from
from briefer.model.change import Change

_BATCH: Final = 100
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_AWAY: Final = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class OutlineView(OutlinePointing):
    """Shows and asks; whoever listens does."""

    place_wanted = Signal(object)
    """A line to show where it stands, whatever has to give way."""
    cite_wanted = Signal(object)
    """Several lines to cite in one new statement."""
    removal_wanted = Signal(object)
    """The lines to take out."""
    copy_wanted = Signal(object)
    """The lines to copy as words."""
    whole_wanted = Signal()
    """Escape while the outline is filtered: everything again."""
    left = Signal()
    """Escape otherwise: back to the text."""

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._delegate = OutlineDelegate(model, self)
        self._filter = model.filter
        self._left_at = 0
        """Where the reader was before the last layout, in pixels; 0 when nothing is to come back to."""
        self._sought = QPersistentModelIndex()
        """What was to be brought into sight before it was laid out."""
        self._set_up()
        model.counts.counted.connect(self.viewport().update)
        model.filtered.connect(self._show_filtered)

    def _set_up(self) -> None:
        self.setItemDelegate(self._delegate)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        set_up_list(self, "Outline of the brief")
        self.verticalScrollBar().rangeChanged.connect(self._keep_place)

    def apply(self, change: Change) -> None:
        """Show what a change left; an entry that it moved is chosen, done, undone or done again."""
        self.outline.apply(change)
        rows, entry = self.outline.rows, moved_by(change)
        if rows is not None and entry is not None:
            home = rows.home(entry)
            row = rows.first_row(home) if rows.folded(home) else rows.row_of(entry.id)
            if row >= 0:
                self._choose_row(row)

    @property
    def hot(self) -> str:
        """The id of the passage that is lit up."""
        return self._delegate.hot

    def set_hot(self, passage: str) -> None:
        """Light up the cards of a passage; no others are painted again."""
        changed = {self._delegate.hot, passage} - {""}
        self._delegate.hot = passage
        for index in self._seen():
            if passage_of(self.outline.line(index)) in changed:
                self.update(index)

    def _seen(self) -> Iterator[QModelIndex]:
        """Yield what is in sight, from the top."""
        height, left = 0, self.viewport().width() // 2
        while (index := self.indexAt(QPoint(left, height))).isValid() and height < self.viewport().height():
            yield index
            height = self.visualRect(index).bottom() + 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _STEPS:
            self._step(_STEPS[Qt.Key(key)])
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in _STEPS:
            self.extend(self.currentIndex().row() + _STEPS[Qt.Key(key)])
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit(self.chosen())
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.choose_section()
        elif key in _AWAY and self.chosen():
            self.removal_wanted.emit(self.chosen())
        elif key in _ENTER:
            self._enter()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._fold_here(event, folded=key == Qt.Key.Key_Left)
        elif key == Qt.Key.Key_Space and self.current_line() is not None:
            self.place_wanted.emit(self.current_line())
        elif key == Qt.Key.Key_Escape:
            (self.left if self.outline.filter == NOTHING else self.whole_wanted).emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The current card stays in sight when the editor opens below."""
        seen = QRect(QPoint(), event.oldSize()).intersects(self.visualRect(self.currentIndex()))
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        if seen and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def doItemsLayout(self) -> None:
        """Lay out anew, which Qt does for every card that comes or goes: of a long list a batch at a time."""
        self._left_at = self.verticalScrollBar().value()
        super().doItemsLayout()
        self._go_on_seeking()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a card into sight, at once or when Qt has laid it out."""
        super().scrollTo(index, hint)
        late = self.visualRect(index).isEmpty()
        self._sought = QPersistentModelIndex(index) if late else QPersistentModelIndex()
        if not late:
            self._left_at = 0

    def _keep_place(self, _least: int, most: int) -> None:
        """Come back to where the reader was, and to what was to be seen, when the list is long enough."""
        if self._left_at > self.verticalScrollBar().value():
            self.verticalScrollBar().setValue(min(self._left_at, most))
        self._go_on_seeking()

    def _go_on_seeking(self) -> None:
        if self._sought.isValid():
            self.scrollTo(self._sought)

    def _show_filtered(self) -> None:
        """Begin at the top of what another filter found, or at the current card."""
        if self.outline.filter != self._filter:
            self._filter = self.outline.filter
            self._left_at = 0
            if self.currentIndex().isValid():
                self.scrollTo(self.currentIndex())
            else:
                self.scrollToTop()

    def _enter(self) -> None:
        lines, group = self.chosen(), self.current_group()
        if len(lines) > 1:
            self.cite_wanted.emit(lines)
        elif lines:
            self.edit_wanted.emit(lines[0])
        elif group is not None and group.key != UNFILED:
            self.write_wanted.emit(group.section)

    def _fold_here(self, event: QKeyEvent, *, folded: bool) -> None:
        """As in trees: left goes to the heading and then folds, right unfolds and goes in; with Shift all."""
        group, rows = self.current_group(), self.outline.rows
        if group is None or rows is None:
            return
        heading, here = rows.first_row(group), self.currentIndex().row()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.fold_all(folded=folded)
        elif here != heading:
            self._choose_row(heading if folded else here)
        elif rows.folded(group) != folded:
            self.outline.fold(group, folded=folded)
        elif not folded and rows.lines(group):
            self._choose_row(heading + 1)

    def fold_all(self, *, folded: bool) -> None:
        """Fold or unfold every section; the current heading stays in sight."""
        group, rows = self.current_group(), self.outline.rows
        self.outline.fold_all(folded=folded)
        if group is not None and rows is not None and folded:
            self._choose_row(rows.first_row(group))

    def _step(self, step: int) -> None:
        lines = self.chosen()
        target = step_from(self.outline.rows, lines, step) if self.outline.rows else None
        if target is not None:
            self.move_wanted.emit(lines, target)
