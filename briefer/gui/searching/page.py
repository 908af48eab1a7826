"""The page that finds in all sources: words and options above, the places below, source by source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefer.gui.desk.search_box import SearchBox
from briefer.gui.look import theme
from briefer.gui.look.controls import IconButton, Panel, label, small_button
from briefer.gui.look.speech import say
from briefer.gui.searching.model import ResultsModel
from briefer.gui.searching.results import ResultsList
from briefer.tasks.searching import Found, Hit, Search
from briefer.wording.counted import counted
from briefer.wording.seeking import Query

_PAUSE_MILLISECONDS: Final = 150
_WELCOME: Final = "Finds words in all sources,\nin notes and in statements."
_NOTHING: Final = "Nothing found."


class FindPage(Panel):
    """Says what is looked for and shows what is handed to it."""

    sought = Signal(object)
    """The Query, once typing pauses; an empty one when there is nothing to look for."""
    given_up = Signal()
    """Esc in the box."""

    def __init__(self, digit_of: Callable[[QKeyEvent], int | None]) -> None:
        super().__init__()
        self.model = ResultsModel()
        self.results = ResultsList(self.model, digit_of)
        self.box = SearchBox("Find in all sources", "Find in all sources")
        self._case = self._switch("case-sensitive", "Match case (Alt+C)")
        self._whole = self._switch("whole-word", "Whole words only (Alt+W)")
        self._count = label("", 8.5, mute=True)
        self._line = _ProgressLine()
        self._hint = label(_WELCOME, mute=True)
        self._stale = False
        """What shows is of the search before."""
        self._going_in = False
        """The keys go to the first place as soon as it is found."""
        self._again: Hit | None = None
        """What was chosen when the same is looked for again."""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.seek)
        self.box.textEdited.connect(lambda _words: self._pause.start())
        self.results.left.connect(self._back_to_box)
        self.setAccessibleName("Find in all sources")
        self.setFocusProxy(self.box)
        self._lay_out()
        self._tell("")

    def query(self) -> Query:
        """Return what is looked for, as it stands in the box."""
        return Query(self.box.text(), self._case.isChecked(), self._whole.isChecked())

    def look_for(self, words: str) -> None:
        """Put words into the box, unless there are none, and the keys there too."""
        if words and words != self.box.text():
            self.box.setText(words)
            self.seek()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def seek(self) -> None:
        """Ask for what stands in the box, at once."""
        self._going_in = False
        self._pause.stop()
        self._stale = True
        self.sought.emit(self.query())

    def seek_again(self) -> None:
        """Ask for the same, as sources or notes have changed."""
        row = self.results.row()
        self._again = row.hit if row else None
        if self.query():
            self.seek()

    def reset(self) -> None:
        """Be empty, as for a new project."""
        self._pause.stop()
        self.box.clear()
        self.model.clear()
        self._line.show_share(1.0)
        self._tell("")

    def add(self, found: Sequence[Found]) -> None:
        """Show what was found next."""
        self._clear_stale()
        self.model.add(found)
        self._show_list(there=True)

    def progress(self, done: int, total: int) -> None:
        """Show how much was looked through."""
        self._line.show_share(done / total if total else 1.0)

    def end(self, search: Search) -> None:
        """Show that nothing more comes."""
        self._clear_stale()
        self._line.show_share(1.0)
        places = counted(search.hits, "place")
        self._tell(f"The first {places}" if search.cut_short else places if search.query else "")
        again, self._again = self._again, None
        row = self.model.row_of(again) if again else -1
        if row >= 0:
            self.results.setCurrentIndex(self.model.index(row))
        if self._going_in:
            self._going_in = False
            self._into_results(showing=True)

    def stop(self) -> None:
        """Show that the search was broken off."""
        self._line.show_share(1.0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.box.remember()
            self._into_results(showing=True)
        elif key == Qt.Key.Key_Down:
            self._into_results(showing=False)
        elif key == Qt.Key.Key_Escape:
            self.box.remember()
            self.given_up.emit()
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and key in self._keys():
            self._keys()[key].click()
        else:
            super().keyPressEvent(event)

    def _keys(self) -> dict[Qt.Key, IconButton]:
        return {Qt.Key.Key_C: self._case, Qt.Key.Key_W: self._whole}

    def _into_results(self, *, showing: bool) -> None:
        if self._pause.isActive():
            self.seek()
        if self._stale:
            self._going_in = True
        elif self.model.rowCount():
            if showing or not self.results.currentIndex().isValid():
                self.results.setCurrentIndex(self.model.index(self.model.next_hit(0, 1)))
            self.results.setFocus(Qt.FocusReason.OtherFocusReason)
            if showing:
                self.results.show_chosen()

    def _back_to_box(self) -> None:
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.box.selectAll()

    def _clear_stale(self) -> None:
        if self._stale:
            self._stale = False
            self.model.clear()

    def _tell(self, count: str) -> None:
        self._count.setText(count)
        say(self.box, count)
        there = self.model.rowCount() > 0
        self._hint.setText(_NOTHING if self.query() else _WELCOME)
        self._show_list(there=there)

    def _show_list(self, *, there: bool) -> None:
        self.results.setVisible(there)
        self._hint.setVisible(not there)

    def _switch(self, icon: str, tip: str) -> IconButton:
        button = small_button(icon, tip)
        button.setCheckable(True)
        button.toggled.connect(lambda _on: self.seek())
        return button

    def _lay_out(self) -> None:
        options = QHBoxLayout()
        options.setSpacing(2)
        options.addWidget(self._case)
        options.addWidget(self._whole)
        options.addStretch()
        options.addWidget(self._count)
        top = QVBoxLayout()
        top.setContentsMargins(10, 10, 10, 2)
        top.setSpacing(4)
        top.addWidget(self.box)
        top.addLayout(options)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setMargin(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self._line)
        column.addWidget(self._hint, 1)
        column.addWidget(self.results, 1)


class _ProgressLine(QWidget):
    """A thin line that grows while something goes on, and is not there when it is over."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 1.0
        self.setFixedHeight(2)

    def show_share(self, share: float) -> None:
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.current().panel)
            if self._share < 1:
                done = QRectF(0, 0, self.width() * self._share, self.height())
                painter.fillRect(done, theme.current().accent)
