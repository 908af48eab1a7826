"""A search in a thread of its own, watched from Qt's loop.

Folding and finding let go of the interpreter's lock with every text they read, so that the window
goes on answering; a child process would have to be given a copy of every text first.
"""

from __future__ import annotations

from collections import deque
from threading import Thread
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.errors import BrieferError
from briefer.tasks.searching import FoldedTexts, Found, Search
from briefer.wording.seeking import Query

_PAUSE: Final = 20  # milliseconds between two looks


class SearchJob(QObject):
    """One search at a time; starting another ends the first."""

    found = Signal(object)
    """A list of what was Found since the last time."""
    progressed = Signal(int, int)
    """Sources looked through, and how many there are."""
    ended = Signal(object)
    """The Search, which came to its end."""
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._run: _Run | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._look)

    def start(self, texts: FoldedTexts, query: Query) -> None:
        """Look for something; what is found is told while it is looked for."""
        self.cancel()
        self._run = _Run(Search(texts, query))
        self._timer.start()

    def cancel(self) -> bool:
        """End the search and tell whether there was one; nothing is told of it any more."""
        run, self._run = self._run, None
        self._timer.stop()
        if run is not None:
            run.search.stop()
        return run is not None

    def _look(self) -> None:
        run = self._run
        if run is None:
            return
        over = not run.thread.is_alive()
        found = [run.found.popleft() for _ in range(len(run.found))]
        if found:
            self.found.emit(found)
        self.progressed.emit(run.search.looked_through, run.search.sources)
        if over:
            self._run = None
            self._timer.stop()
            if run.error:
                self.failed.emit(run.error)
            else:
                self.ended.emit(run.search)


class _Run:
    def __init__(self, search: Search) -> None:
        self.search = search
        self.found: deque[Found] = deque()
        self.error = ""
        self.thread = Thread(target=self._work, name="search", daemon=True)
        self.thread.start()

    def _work(self) -> None:
        try:
            self.found.extend(self.search)
        except BrieferError as error:
            self.error = str(error)
