"""Finding words in one pane or in all: every hit marked, the way from hit to hit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from briefer.gui.desk.find_bar import FindBar
from briefer.gui.desk.search_box import LastWords
from briefer.gui.look.controls import small_button
from briefer.gui.panes.hits import MOST, Hits
from briefer.gui.panes.text_view import TextView
from briefer.wording.seeking import Query

_ALT: Final = Qt.KeyboardModifier.AltModifier


class PaneFindBar(FindBar):
    """Minds case, or whole words only, on demand."""

    closed = Signal()

    def __init__(self, view: TextView) -> None:
        self._case = small_button("case-sensitive", "Match case (Alt+C)")
        self._whole = small_button("whole-word", "Whole words only (Alt+W)")
        self._everywhere = small_button("layout-grid", "In all panes (Alt+A)")
        switches = self._case, self._whole, self._everywhere
        super().__init__("Find in this source", *switches)
        self.hits = Hits(view)
        self._bars: Callable[[], Sequence[PaneFindBar]] = lambda: [self]
        self._stops: list[tuple[Hits, int]] = []
        self._now = -1
        self._origin = (0, 0, 0)
        """Where the reader stood when the bar was opened: selected start and end, height."""
        for switch in switches:
            switch.setCheckable(True)
            switch.toggled.connect(lambda _on: self._turn())

    def join(self, bars: Callable[[], Sequence[PaneFindBar]], last: LastWords) -> None:
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
        super().open()

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        switches = {Qt.Key.Key_C: self._case, Qt.Key.Key_W: self._whole, Qt.Key.Key_A: self._everywhere}
        if event.modifiers() == _ALT and (switch := switches.get(Qt.Key(event.key()))):
            switch.click()
        else:
            super().keyPressEvent(event)

    def _scope(self) -> list[Hits]:
        return [bar.hits for bar in self._bars()] if self._everywhere.isChecked() else [self.hits]

    def _find(self, *, moving: bool = True) -> None:
        super()._find()
        query = Query(self.box.text(), self._case.isChecked(), self._whole.isChecked())
        for hits in self._scope():
            hits.look_for(query)
        self._stops = [(hits, place) for hits in self._scope() for place in range(len(hits.spans))]
        self._now = -1
        if self._stops and moving:
            self._stand_on(self._first_stop())
        else:
            self._count_up()

    def _go(self, by: int) -> None:
        if self._stops:
            self._stand_on((self._now + by) % len(self._stops))

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
        self._count_up()

    def _count_up(self) -> None:
        more = "+" if any(len(hits.spans) >= MOST for hits in self._scope()) else ""
        place = f"{self._now + 1:,} of " if self._now >= 0 else ""
        self._tell(f"{place}{len(self._stops):,}{more}" if self._stops else "")

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
