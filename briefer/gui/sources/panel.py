"""The list of sources at the left: filter, cards, and where files are let go."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
)

from briefer.gui.desk.drop_panel import DropPanel
from briefer.gui.desk.dropping import dropped
from briefer.gui.look import icons
from briefer.gui.look.controls import caption, label, set_up_list, small_button
from briefer.gui.sources.delegate import SourcesDelegate
from briefer.gui.sources.model import SourcesModel
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import Source
from briefer.wording.counted import counted


class SourcesList(QListView):
    """Cards to drag into a pane; Delete removes one, F2 describes it, Ctrl+V adds what was copied."""

    entered = Signal()
    removal_wanted = Signal()
    describing_wanted = Signal()
    pasted = Signal()

    def __init__(self, model: SourcesModel) -> None:
        super().__init__()
        self.painter_of_cards = SourcesDelegate(model, self)
        self.setItemDelegate(self.painter_of_cards)
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        set_up_list(self, "Sources")

    def event(self, event: QEvent) -> bool:
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:
            event.accept()  # elsewhere in the window it is a command
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.describing_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        else:
            super().keyPressEvent(event)


class SourcesPanel(DropPanel):
    """Shows and asks. A file that is let go on a card is its newer copy, elsewhere a new source."""

    chosen = Signal(object)
    """The Source to show in a pane."""
    adding_wanted = Signal()
    menu_wanted = Signal(object, QPoint)
    removal_wanted = Signal(object)
    """The Source to remove."""
    describing_wanted = Signal(object)
    """The Source whose reference is to be asked for."""
    pasted = Signal()
    renewed = Signal(object, object)
    """The Source on whose card a file was let go, and the Path of the file."""

    def __init__(self) -> None:
        super().__init__()
        self.model = SourcesModel()
        self.cards = SourcesList(self.model)
        self.filter_box = QLineEdit()
        self._add = small_button("plus", "Add sources…")
        self._count: QLabel = caption("")
        self._hint = label("Drop files here,\nor press Ctrl+Shift+O.", mute=True)
        self.setAccessibleName("Sources panel")
        self._lay_out()
        self.cards.clicked.connect(lambda index: self.chosen.emit(self.model.source(index)))
        self.cards.entered.connect(lambda: self._tell(self.chosen))
        self.cards.removal_wanted.connect(lambda: self._tell(self.removal_wanted))
        self.cards.describing_wanted.connect(lambda: self._tell(self.describing_wanted))
        self.cards.pasted.connect(self.pasted)
        self.cards.customContextMenuRequested.connect(self._ask_for_menu)
        self.filter_box.textChanged.connect(self.model.filter)
        self.model.modelReset.connect(self._recount)

    def _lay_out(self) -> None:
        self._add.clicked.connect(self.adding_wanted)
        top = QHBoxLayout()
        top.setContentsMargins(14, 8, 8, 0)
        top.addWidget(self._count)
        top.addStretch()
        top.addWidget(self._add)
        self.filter_box.setPlaceholderText("Filter")
        self.filter_box.setAccessibleName("Filter sources")
        self.filter_box.setClearButtonEnabled(True)
        icons.lead(self.filter_box, "search", "Search")
        around = QHBoxLayout()
        around.setContentsMargins(10, 0, 10, 4)
        around.addWidget(self.filter_box)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(around)
        column.addWidget(self._hint, 1)
        column.addWidget(self.cards, 1)
        self.setTabOrder(self.filter_box, self.cards)

    def set_project(self, project: Project | None) -> None:
        """List another project's sources."""
        self.filter_box.clear()
        self.model.set_project(project)

    def allow_adding(self, *, allowed: bool) -> None:
        """Let sources be added, or not."""
        self._add.setEnabled(allowed)

    def apply(self, change: Change) -> None:
        """Show what a change left."""
        self.model.apply(change)

    def mark_shown(self, sources: list[str]) -> None:
        """Mark the cards of the sources that panes show, by id."""
        self.cards.painter_of_cards.shown = frozenset(sources)
        self.cards.viewport().update()

    def bring_up(self, source: Source) -> None:
        """Choose the card of a source, and scroll to it."""
        self.cards.setCurrentIndex(self.model.index_of(source))

    def current(self) -> Source | None:
        """Return the source whose card is chosen."""
        return self.model.source(self.cards.currentIndex())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        source = self._takes(event)
        self._welcome_on(source)
        self._welcome(source is None and dropped(event.mimeData()) is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._welcome_on(None)

    def dropEvent(self, event: QDropEvent) -> None:
        source, found = self._takes(event), dropped(event.mimeData())
        self._welcome_on(None)
        if source is None or found is None:
            super().dropEvent(event)
            return
        self._welcome(False)
        event.acceptProposedAction()
        self.renewed.emit(source, found.files[0])

    def _takes(self, event: QDropEvent) -> Source | None:
        """Return the source whose card is under what is dragged, if that is one file."""
        found, cards = dropped(event.mimeData()), self.cards
        if found is None or len(found.files) != 1 or not cards.isVisible():
            return None
        place = cards.viewport().mapFrom(self, event.position().toPoint())
        return self.model.source(cards.indexAt(place)) if cards.viewport().rect().contains(place) else None

    def _welcome_on(self, source: Source | None) -> None:
        """Say on a card that it takes what is dragged over it."""
        self.cards.painter_of_cards.welcoming = source.id if source else ""
        self.cards.viewport().update()

    def _tell(self, signal: SignalInstance) -> None:
        """Tell of the chosen card."""
        source = self.current()
        if source is not None:
            signal.emit(source)

    def _ask_for_menu(self, place: QPoint) -> None:
        source = self.model.source(self.cards.indexAt(place))
        if source is not None:
            self.menu_wanted.emit(source, self.cards.viewport().mapToGlobal(place))

    def _recount(self) -> None:
        total, shown = self.model.total(), self.model.rowCount()
        words = counted(total, "source") if shown == total else f"{shown:,} of {counted(total, 'source')}"
        self._count.setText((words if total else "no sources yet").upper())
        self.filter_box.setVisible(total > 0)
        self._hint.setVisible(total == 0)
        self.cards.setVisible(total > 0)
