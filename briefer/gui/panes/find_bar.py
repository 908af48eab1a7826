"""Finding words in one pane or in all: a bar below the text, every hit marked, the way from hit to hit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from briefer.gui.desk.search_box import LastWords, SearchBox
from briefer.gui.look import theme
from briefer.gui.look.controls import label, small_button
from briefer.gui.look.speech import say
from briefer.gui.panes.hits import MOST, Hits
from briefer.gui.panes.text_view import TextView
from briefer.wording.seeking import Query

_PAUSE_MILLISECONDS: Final = 120
_ROOM_FOR_ONE_ROW: Final = 430
_ALT: Final = Qt.KeyboardModifier.AltModifier


class FindBar(QWidget):
    """Finds without regard to accents, kinds of quotation marks and of spaces, and, unless asked to, case."""

    closed = Signal()

    def __init__(self, view: TextView) -> None:
        super().__init__()
        self.hits = Hits(view)
        self.box = SearchBox("Find in this source", "Find in this source")
        self._bars: Callable[[], Sequence[FindBar]] = lambda: [self]
        self._stops: list[tuple[Hits, int]] = []
        self._now = -1
        self._origin = (0, 0, 0)
        """Where the reader stood when the bar was opened: selected start and end, height."""
        self._count = label("", 9, mute=True)
        self._case = small_button("case-sensitive", "Match case (Alt+C)")
        self._whole = small_button("whole-word", "Whole words only (Alt+W)")
        self._everywhere = small_button("layout-grid", "In all panes (Alt+A)")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._find)
        self.box.textEdited.connect(lambda _words: self._pause.start())
        self._lay_out()
        self.hide()

    def join(self, bars: Callable[[], Sequence[FindBar]], last: LastWords) -> None:
        """Find in all panes with these bars, pane by pane, and share with them what was looked for last."""
        self._bars = bars
        self.box.last = last

    def open(self, *, everywhere: bool | None = None) -> None:
        """Show the bar with what is selected, or with what was last looked for; in all panes if asked to."""
        view = self.hits.view
        span = view.selected_span()
        self._origin = *(span or (view.caret(), view.caret())), view.verticalScrollBar().value()
        selected = view.text.body[slice(*span)] if span else ""
        if selected and "\n" not in selected:
            self.box.setText(selected)
        if everywhere is not None:
            self._everywhere.setChecked(everywhere)
        self.show()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()
        self._find()

    def shut(self) -> None:
        """Hide the bar and its hits, and give the keyboard to the text where the reader stands now.

        Only the caret stays at a hit: a digit tags the sentence that was looked for, not the few words.
        """
        here, place = self._stops[self._now] if self._now >= 0 else (self.hits, -1)
        if place >= 0:
            here.view.select(here.spans[place][0], here.spans[place][0])
        else:
            start, end, height = self._origin
            here.view.select(start, end)
            here.view.verticalScrollBar().setValue(height)
        self.box.remember()
        self.leave()
        here.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Hide the bar and its hits; the keyboard stays where it is."""
        if not self.isHidden():
            self._pause.stop()
            for hits in self._scope():
                hits.look_for(Query())
            self.hide()
            self.closed.emit()

    def forget(self) -> None:
        """Let go of the text of before; when the bar is open, look through the new one."""
        self._origin = (0, 0, 0)
        self.hits.forget()
        if not self.isHidden():
            self._find()

    def refresh(self) -> None:
        """Look through what the panes show now, if the bar is open."""
        if not self.isHidden():
            self._find(moving=False)

    def step(self, by: int) -> None:
        """Go `by` hits on, round the ends; opens the bar when it is shut."""
        if self.isHidden():
            self.open()
            return
        self.box.remember()
        if self._pause.isActive():
            self._find()
        elif self._stops:
            self._stand_on((self._now + by) % len(self._stops))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        switches = {Qt.Key.Key_C: self._case, Qt.Key.Key_W: self._whole, Qt.Key.Key_A: self._everywhere}
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3}:
            self.step(-1 if back else 1)
        elif event.modifiers() == _ALT and (switch := switches.get(Qt.Key(event.key()))):
            switch.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _ROOM_FOR_ONE_ROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._rows.setDirection(direction)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.current().panel)
            painter.fillRect(QRectF(0, 0, self.width(), 1), theme.current().line)

    def _scope(self) -> list[Hits]:
        return [bar.hits for bar in self._bars()] if self._everywhere.isChecked() else [self.hits]

    def _find(self, *, moving: bool = True) -> None:
        self._pause.stop()
        query = Query(self.box.text(), self._case.isChecked(), self._whole.isChecked())
        for hits in self._scope():
            hits.look_for(query)
        self._stops = [(hits, place) for hits in self._scope() for place in range(len(hits.spans))]
        self._now = -1
        if self._stops and moving:
            self._stand_on(self._first_stop())
        else:
            self._tell()

    def _first_stop(self) -> int:
        """Return the first hit from where the bar was opened on, in this pane or else in the next."""
        scope = self._scope()
        before = sum(len(hits.spans) for hits in scope[: scope.index(self.hits)])
        return (before + self.hits.after(self._origin[0])) % len(self._stops)

    def _stand_on(self, stop: int) -> None:
        self._now = stop
        here, place = self._stops[stop]
        for hits in self._scope():
            if hits is not here:
                hits.leave()
        here.stand_on(place)
        self._tell()

    def _tell(self) -> None:
        words = ""
        if self._stops:
            more = "+" if any(len(hits.spans) >= MOST for hits in self._scope()) else ""
            place = f"{self._now + 1:,} of " if self._now >= 0 else ""
            words = f"{place}{len(self._stops):,}{more}"
        elif self.box.text().strip():
            words = "Nothing found"
        if words != self._count.text():
            self._count.setText(words)
            say(self.box, words)

    def _turn(self) -> None:
        """Look again with another option; hits that are no longer looked for go."""
        for bar in self._bars():
            if bar is not self:
                bar.leave()
                bar.hits.look_for(Query())
        words = "Find in all panes" if self._everywhere.isChecked() else "Find in this source"
        self.box.setPlaceholderText(words)
        self.box.setAccessibleName(words)
        if not self.isHidden():
            self._find()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.box, 1)
        first.addWidget(self._count)
        second = QHBoxLayout()
        second.setSpacing(2)
        for switch in (self._case, self._whole, self._everywhere):
            second.addWidget(switch)
            switch.setCheckable(True)
            switch.toggled.connect(lambda _on: self._turn())
        second.addStretch()
        for icon, words, act in (
            ("chevron-up", "Previous hit (Shift+F3)", lambda: self.step(-1)),
            ("chevron-down", "Next hit (F3)", lambda: self.step(1)),
            ("x", "Close the find bar (Esc)", self.shut),
        ):
            button = small_button(icon, words)
            button.clicked.connect(act)
            second.addWidget(button)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(12, 6, 8, 6)
        self._rows.setSpacing(6)
        self._rows.addLayout(first, 1)
        self._rows.addLayout(second)
