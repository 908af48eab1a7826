"""What was found in the text of one pane, and on which of it the reader stands."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from PySide6.QtCore import QObject, Signal

from briefer.gui.panes.text_view import TextView
from briefer.wording.characters import Span
from briefer.wording.folding import Folded
from briefer.wording.seeking import Query

MOST: Final = 10_000
"""More hits nobody goes through, and marking them would be felt at each letter typed."""


class Hits(QObject):
    """Marks every hit under the text; places are code points."""

    changed = Signal()

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self.view = view
        self.query = Query()
        self.spans: list[Span] = []
        self._folded: dict[bool, Folded] = {}

    def look_for(self, query: Query) -> None:
        """Mark where this stands; the reader stands on none of it yet."""
        self.query = query
        body = self.view.text.body
        if query and query.match_case not in self._folded:
            self._folded[query.match_case] = query.fold(body)
        self.spans = query.places(self._folded[query.match_case], MOST) if query else []
        text = self.view.text
        self.view.under.found = [(text.to_shown(start), text.end_to_shown(end)) for start, end in self.spans]
        self._point_at(-1)

    def forget(self) -> None:
        """Let go of the text of before and look for the same through the new one."""
        self._folded.clear()
        self.look_for(self.query)

    def after(self, place: int) -> int:
        """Return which hit is the first that begins at a place or behind it; there may be none."""
        return bisect_left(self.spans, (place, 0))

    def stand_on(self, hit: int) -> None:
        """Select a hit and bring it into sight."""
        self.view.bring_up(*self.spans[hit])
        self.view.select(*self.spans[hit])
        self._point_at(hit)

    def point_at(self, span: Span) -> None:
        """Mark a hit as the one that the reader stands on, if it is one."""
        place = self.after(span[0])
        self._point_at(place if self.spans[place : place + 1] == [span] else -1)

    def leave(self) -> None:
        """Mark no hit as the one that the reader stands on, and select it no longer."""
        now = self.view.under.found_now
        if now >= 0:
            start, end = self.spans[now]
            if self.view.selected_span() == (start, end):
                self.view.select(start, start)
            self._point_at(-1)

    def _point_at(self, hit: int) -> None:
        self.view.under.found_now = hit
        self.view.viewport().update()
        self.changed.emit()
