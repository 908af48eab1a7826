"""The page of the history: what was done, where one stands in it, and the way to any moment."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QVBoxLayout

from briefer.gui.history.delegate import HistoryDelegate
from briefer.gui.history.model import HistoryModel
from briefer.gui.look import icons
from briefer.gui.look.controls import Panel, caption, label, set_up_list
from briefer.session import Session
from briefer.wording.counted import counted


class HistoryList(QListView):
    """A click or Enter asks for the row."""

    asked = Signal(int)
    """The number of an entry, 0 for the beginning."""

    def __init__(self, model: HistoryModel) -> None:
        super().__init__()
        self._history = model
        self.setItemDelegate(HistoryDelegate(model, self))
        self.setModel(model)
        self.setUniformItemSizes(True)
        set_up_list(self, "History of the project")
        # Qt asks for more rows by the scroll bar that it came with.
        self.verticalScrollBar().valueChanged.connect(self._read_on)
        self.clicked.connect(lambda index: self.asked.emit(model.entry(index)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self._history.entry(self.currentIndex())
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and entry is not None:
            self.asked.emit(entry)
        else:
            super().keyPressEvent(event)

    def _read_on(self, value: int) -> None:
        if value == self.verticalScrollBar().maximum() and self._history.canFetchMore(QModelIndex()):
            self._history.fetchMore(QModelIndex())


class HistoryPage(Panel):
    """Reads the log only while it shows."""

    jump_wanted = Signal(int)
    """The number of the entry to go to, 0 for the beginning."""

    def __init__(self) -> None:
        super().__init__()
        self.model = HistoryModel()
        self.list = HistoryList(self.model)
        self.filter_box = QLineEdit()
        self._count = label("", 8.5, mute=True)
        self._session: Session | None = None
        self._stale = False
        self._lay_out()
        self.setAccessibleName("History")
        self.setFocusProxy(self.list)
        self.list.asked.connect(self.jump_wanted)
        self.filter_box.textChanged.connect(self._filter)

    def set_session(self, session: Session | None) -> None:
        """Show another project's history, or none."""
        self._session = session
        self.model.set_session(None)
        self._stale = True
        if self.isVisible():
            self._renew()

    def follow(self) -> None:
        """Show what was just done, undone or redone, and where the project stands now."""
        if not self.isVisible():
            self._stale = True
            return
        self.model.follow()
        self._show_here()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._renew()

    def _renew(self) -> None:
        self._stale = False
        if self.model.branches is None:
            self.model.set_session(self._session)
        else:
            self.model.follow()
        self._show_here()

    def _filter(self, words: str) -> None:
        self.model.filter(words)
        self._show_here()

    def _show_here(self) -> None:
        """Bring the place where the project stands into sight."""
        done = self.model.branches.count() if self.model.branches else 0
        self._count.setText(counted(done, "action") if done else "nothing was done yet")
        here = self.model.here()
        if here.isValid():
            self.list.setCurrentIndex(here)
            self.list.scrollTo(here)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(14, 8, 14, 0)
        top.addWidget(caption("History"))
        top.addStretch()
        top.addWidget(self._count)
        self.filter_box.setPlaceholderText("Filter")
        self.filter_box.setAccessibleName("Filter the history")
        self.filter_box.setClearButtonEnabled(True)
        icons.lead(self.filter_box, "search", "Search")
        around = QHBoxLayout()
        around.setContentsMargins(10, 0, 10, 4)
        around.addWidget(self.filter_box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(around)
        column.addWidget(self.list, 1)
