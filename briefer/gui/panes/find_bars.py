"""What the find bars of all panes have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefer.gui.desk.search_box import LastWords
from briefer.gui.panes.find_bar import PaneFindBar
from briefer.wording.seeking import Query


class FindBars:
    """Asks for the bars when it needs them, as panes come and go."""

    def __init__(self, bars: Callable[[], Sequence[PaneFindBar]]) -> None:
        """`bars` gives them in the order of their panes."""
        self.last_words = LastWords()
        self._bars = bars
        self._query = Query()

    def take_in(self, bar: PaneFindBar) -> None:
        """Let a new bar find in all panes, and remember with the others what was looked for."""
        bar.join(self._bars, self.last_words)
        bar.closed.connect(lambda: self.look_for(self._query))

    def look_for(self, query: Query) -> None:
        """Mark what is looked for in every pane; one whose bar is open has its own words as long as it is."""
        self._query = query
        for bar in self._bars():
            if bar.isHidden():
                bar.hits.look_for(query)

    def look_again(self, changed: PaneFindBar) -> None:
        """Let the others that find in all panes see that the pane of this bar shows another text."""
        for bar in self._bars():
            if bar is not changed:
                bar.refresh()
