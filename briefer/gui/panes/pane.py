"""One source beside others, as it stands in the project now."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent

from briefer.gui.panes.marks import Mark, marks_of, renew
from briefer.gui.panes.pane_frame import PaneFrame
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import Passage, Section, Source, Tag


class Pane(PaneFrame):
    """Asks by signal and changes nothing; passages and sources are named by their ids, "" for none."""

    activated = Signal()
    tag_requested = Signal(int)
    untag_requested = Signal(int)
    repeat_requested = Signal()
    hovered = Signal(str)
    passage_clicked = Signal(str)
    menu_requested = Signal(QPoint, str)
    selection_changed = Signal()
    adjusted = Signal(str, int, int)
    """A passage and where it should stand, in code points."""
    source_changed = Signal()

    def __init__(self, project: Project | None = None) -> None:
        super().__init__()
        self.project = project
        self.source: Source | None = None
        self._lost = ""
        self._connect()
        self.show_source(None)

    # What it shows

    def show_source(self, source: Source | None) -> None:
        """Show a source of the project from its beginning, or nothing."""
        self.source, self._lost = source, ""
        body = self.project.text_of(source) if self.project and source else ""
        self.view.adjuster.leave()
        self.view.show_text(source.id if source else "", body)
        self.describe(self.source)
        self._mark_all()
        self.find_bar.forget()
        if self.hasFocus():
            self.take_focus()
        self.source_changed.emit()

    def apply(self, change: Change) -> None:
        """Show what a change did to this source, painting no more than that."""
        if self.source is None or self.project is None:
            self._take_back(change)
            return
        records = [edit.record for edit in change.edits]
        if any(isinstance(record, Source) and record.id == self.source.id for record in records):
            self._reread(self.project.get(Source, self.source.id))
        elif any(isinstance(record, Section) for record in records):
            self._mark_all()
        else:
            touched = {record.id for record in records if isinstance(record, Passage)}
            touched |= {record.passage for record in records if isinstance(record, Tag)}
            self._remark(touched)

    def set_hot(self, passage: str) -> None:
        """Light a passage up."""
        under = self.view.under
        if passage != under.hot:
            for mark in (*under.marks.of(under.hot)[:1], *under.marks.of(passage)[:1]):
                lines = self.view.lines_of(mark)
                self.view.viewport().update(lines)
                self.gutter.repaint_bars(lines)
            under.hot = passage
            self.ruler.update()

    # What is selected

    def selected_span(self) -> tuple[int, int] | None:
        """Return what is selected in code points, as it is selected."""
        return self.view.selected_span() if self.source else None

    def span_to_tag(self) -> tuple[int, int] | None:
        """Return what a digit tags: the selection in whole words, else the sentence under the caret."""
        return self.view.span_to_tag() if self.source else None

    def go_to(self, start: int, end: int) -> None:
        """Bring a stretch into sight, flash it and put the caret there."""
        self.view.go_to(start, end)
        self.take_focus()

    def show_passage(self, mark: Mark) -> None:
        """Bring a passage into sight, flash it, and let its ends be taken hold of."""
        text = self.view.text
        self.go_to(text.to_stored(mark.start), text.to_stored(mark.end))
        self.view.choose(mark.passage)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find, where the window has no such command."""
        standard = QKeySequence.StandardKey
        if event.matches(standard.Find):
            self.find_bar.open()
        elif event.matches(standard.FindNext) or event.matches(standard.FindPrevious):
            self.find_bar.step(1 if event.matches(standard.FindNext) else -1)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.activated.emit()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.take_focus()

    # Inside

    def _reread(self, now: Source | None) -> None:
        """Show the source as it is now: another text, another reference, or gone."""
        if now is None or self.source is None or now.text != self.source.text:
            lost = self.source.id if self.source and now is None else ""
            self.show_source(now)
            self._lost = lost
        else:
            self.source = now
            self.describe(self.source)

    def _take_back(self, change: Change) -> None:
        """Show the source that went from under this pane, when it is there again."""
        for edit in change.edits:
            if isinstance(edit.after, Source) and edit.after.id == self._lost:
                self.show_source(edit.after)
                return

    def _remark(self, touched: set[str]) -> None:
        """Put the marks of these passages right."""
        assert self.project is not None
        assert self.source is not None
        view = self.view
        if touched:
            view.adjuster.leave()
        if renew(view.under.marks, touched, self.project, self.source, view.text):
            if not view.under.marks.of(view.under.chosen):
                view.choose_here()
            self._repaint_marks()

    def _choose(self, passage: str) -> None:
        """Choose a passage at its bar in the gutter."""
        self.take_focus()
        self.view.choose(passage)
        self.passage_clicked.emit(passage)

    def _adjust(self, passage: str, start: int, end: int) -> None:
        """Ask for other ends of a passage, then show what came of it."""
        self.adjusted.emit(passage, start, end)
        self._remark({passage})
        self.view.choose_span(start, end)

    def _mark_all(self) -> None:
        self.view.adjuster.leave()
        if self.project and self.source:
            self.view.under.marks.place(marks_of(self.project, self.source, self.view.text))
        self._repaint_marks()

    def _repaint_marks(self) -> None:
        self.view.viewport().update()
        self.gutter.update()
        self.ruler.remark()

    def _connect(self) -> None:
        view = self.view
        view.tag_requested.connect(self.tag_requested)
        view.untag_requested.connect(self.untag_requested)
        view.repeat_requested.connect(self.repeat_requested)
        view.passage_clicked.connect(self.passage_clicked)
        view.menu_requested.connect(self.menu_requested)
        view.selectionChanged.connect(self.selection_changed)
        view.cursorPositionChanged.connect(self.selection_changed)
        for focused in (view, self):
            focused.installEventFilter(self)
        for lit in (view, self.gutter):
            lit.hovered.connect(self.hovered)
        view.adjuster.wanted.connect(self._adjust)
        view.remarked.connect(self.gutter.update)
        view.remarked.connect(view.viewport().update)
        self.gutter.clicked.connect(self._choose)
        self.find_bar.hits.changed.connect(self.ruler.update)
        self.header.find_clicked.connect(self.find_bar.open)
        self.header.zoom_clicked.connect(view.zoom_by)
        self.header.close_clicked.connect(lambda: self.show_source(None))
