"""One source beside others: its head, its words, its gutter, its overview and its find bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QKeyCombination, QObject, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPalette,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from briefer.gui.desk import mime
from briefer.gui.look import fonts
from briefer.gui.look.source_words import headline
from briefer.gui.panes import gutter
from briefer.gui.panes.find_bar import FindBar
from briefer.gui.panes.header import PaneHeader
from briefer.gui.panes.marks import marks_of, renew
from briefer.gui.panes.ruler import Ruler
from briefer.gui.panes.tagging_view import TaggingView
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import Passage, Section, Source, Tag

_ACTUAL_SIZE: Final = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_0)
_INVITATION: Final = "Choose a source on the left, or drag one here."


class Pane(QWidget):
    """Asks by signal and changes nothing; passages and sources are named by their ids, "" for none."""

    activated = Signal()
    tag_requested = Signal(int)
    untag_requested = Signal(int)
    repeat_requested = Signal()
    hovered = Signal(str)
    passage_clicked = Signal(str)
    menu_requested = Signal(QPoint, str)
    selection_changed = Signal()
    source_dropped = Signal(str)
    source_changed = Signal()

    def __init__(self, project: Project | None = None) -> None:
        super().__init__()
        self.project = project
        self.source: Source | None = None
        self.header = PaneHeader()
        self.view = TaggingView(gutter.width_in)
        self._gutter = gutter.Gutter(self.view)
        self._ruler = Ruler(self.view)
        self._find_bar = FindBar(self.view)
        self._invitation = _invitation()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAutoFillBackground(True)
        self.show_source(None)

    # What it shows

    def show_source(self, source: Source | None) -> None:
        """Show a source of the project from its beginning, or nothing."""
        self.source = source
        body = self.project.text_of(source) if self.project and source else ""
        self.view.show_text(source.id if source else "", body)
        self._describe()
        self._mark_all()
        self._find_bar.forget()
        self.source_changed.emit()

    def apply(self, change: Change) -> None:
        """Show what a change did to this source, painting no more than that."""
        if self.source is None or self.project is None:
            return
        records = [edit.record for edit in change.edits]
        if any(isinstance(record, Source) and record.id == self.source.id for record in records):
            self._reread(self.project.get(Source, self.source.id))
        elif any(isinstance(record, Section) for record in records):
            self._mark_all()
        else:
            touched = {record.id for record in records if isinstance(record, Passage)}
            touched |= {record.passage for record in records if isinstance(record, Tag)}
            if renew(self.view.under.marks, touched, self.project, self.source, self.view.text):
                self._repaint_marks()

    def set_hot(self, passage: str) -> None:
        """Light a passage up."""
        if passage != self.view.under.hot:
            self.view.under.hot = passage
            self.view.viewport().update()
            self._gutter.update()

    def set_active(self, *, active: bool) -> None:
        """Look like the pane that keys go to, or like one of the others."""
        self.header.active = active
        self.header.update()
        role = QPalette.ColorRole.Text if active else QPalette.ColorRole.PlaceholderText
        self._invitation.setForegroundRole(role)

    def take_focus(self) -> None:
        """Give the keyboard to the text, or to the empty pane itself."""
        (self.view if self.source else self).setFocus(Qt.FocusReason.OtherFocusReason)

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

    def open_find(self) -> None:
        """Open the find bar with what is selected."""
        self._find_bar.open()

    def step_find(self, by: int) -> None:
        """Go to the next hit, or the one before for -1; opens the find bar when it is shut."""
        self._find_bar.step(by)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the text and the window's menus left over."""
        standard = QKeySequence.StandardKey
        answers: tuple[tuple[QKeySequence.StandardKey, Callable[[], None]], ...] = (
            (standard.Find, self.open_find),
            (standard.FindNext, lambda: self.step_find(1)),
            (standard.FindPrevious, lambda: self.step_find(-1)),
            (standard.ZoomIn, lambda: self.view.zoom_by(1)),
            (standard.ZoomOut, lambda: self.view.zoom_by(-1)),
        )
        for key, answer in answers:
            if event.matches(key):
                answer()
                return
        if event.keyCombination() == _ACTUAL_SIZE:
            self.view.set_points(fonts.READING_POINTS)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.activated.emit()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.take_focus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if mime.read_source(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.source_dropped.emit(mime.read_source(event.mimeData()))
        event.acceptProposedAction()

    # Inside

    def _reread(self, now: Source | None) -> None:
        """Show the source as it is now: another text, another reference, or gone."""
        if now is None or self.source is None or now.text != self.source.text:
            self.show_source(now)
        else:
            self.source = now
            self._describe()

    def _describe(self) -> None:
        source = self.source
        name = f"{source.label}: {headline(source)}" if source else "Empty pane"
        self.header.show_source(source)
        self.view.setAccessibleName(name)
        self.setAccessibleName(name)
        for part in (self.header, self.view, self._ruler):
            part.setVisible(source is not None)
        self._invitation.setVisible(source is None)

    def _mark_all(self) -> None:
        if self.project and self.source:
            self.view.under.marks.place(marks_of(self.project, self.source, self.view.text))
        self._repaint_marks()

    def _repaint_marks(self) -> None:
        self.view.viewport().update()
        self._gutter.update()
        self._ruler.remark()

    def _lay_out(self) -> None:
        self.setBackgroundRole(QPalette.ColorRole.Base)
        text = QHBoxLayout()
        text.setContentsMargins(0, 0, 3, 0)
        text.setSpacing(0)
        text.addWidget(self.view, 1)
        text.addWidget(self._ruler)
        text.addWidget(self._invitation, 1, Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(text, 1)
        column.addWidget(self._find_bar)

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
        for lit in (view, self._gutter):
            lit.hovered.connect(self.hovered)
        self._gutter.clicked.connect(self.passage_clicked)
        self.header.find_clicked.connect(self.open_find)
        self.header.zoom_clicked.connect(view.zoom_by)
        self.header.close_clicked.connect(lambda: self.show_source(None))


def _invitation() -> QLabel:
    words = QLabel(_INVITATION)
    words.setWordWrap(True)
    words.setMargin(16)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return words
