"""What would fall without a source, found by a child process and found anew after every change."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.gui.desk.child_job import ChildJob
from briefer.gui.desk.desk import Desk

_LEAST: Final = 1000  # milliseconds without a change before it is looked for again


class Withdrawing(QObject):
    """Looks as soon as it is made, until its parent goes."""

    found = Signal(object)
    """A list of effects, each a dict: what, id, section, effect, message."""
    failed = Signal(str)

    def __init__(self, parent: QObject, desk: Desk, source: str) -> None:
        """`source` is the id of the one that would be withdrawn."""
        super().__init__(parent)
        self._desk = desk
        self._source = source
        self._child = ChildJob(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_LEAST)
        self._pause.timeout.connect(self.look)
        desk.changed.connect(self._note)

    def look(self) -> None:
        """Look for what would fall as the project stands now."""
        path = self._desk.opened().path
        self._child.start(
            "briefer.tasks.withdrawing:impact_file", str(path), self._source,
            done=self.found.emit, failed=self.failed.emit,
        )  # fmt: skip

    def end(self) -> None:
        """Look no more."""
        self._pause.stop()
        self._child.cancel()
        self._desk.changed.disconnect(self._note)

    def _note(self) -> None:
        self._pause.start()
