"""Jumps through the history, done at the desk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from briefer.gui.desk.desk import Desk
from briefer.gui.history.page import HistoryPage
from briefer.gui.history.words import told


class Jumping(QObject):
    """Listens to the page; what is being written is kept first, as an entry of its own."""

    def __init__(self, desk: Desk, page: HistoryPage, settled: Callable[[], bool]) -> None:
        """`settled` keeps what is being written and tells whether that could be done."""
        super().__init__(page)
        self._desk = desk
        self._settled = settled
        page.jump_wanted.connect(self.jump)
        desk.changed.connect(lambda _change: page.follow())

    def jump(self, entry: int) -> None:
        """Let the project stand as it did after an entry."""
        if self._settled():
            self._desk.step(lambda session: told(session.jump(entry)))
