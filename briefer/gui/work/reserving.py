"""The lock of a project on a share, taken beside the window: the share may keep whoever asks it waiting."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from briefer.gui.desk.settings import Settings
from briefer.gui.desk.thread_job import ThreadJob
from briefer.gui.work.shared import Shared
from briefer.tasks import opening


class Reserving(QObject):
    """One lock at a time; what is given up meanwhile is let go."""

    def __init__(self, parent: QObject, settings: Settings) -> None:
        super().__init__(parent)
        self._settings = settings
        self._shared: Shared | None = None
        self._thread = ThreadJob(self)

    def begin(self, shared: Shared, done: Callable[[str], object], failed: Callable[[str], object]) -> None:
        """Tell others who has the project; `done` is called with what is the matter with the share."""
        self.give_up()
        self._shared = shared
        holder = opening.holder_of(self._settings.author)
        self._thread.start(partial(shared.reserve, holder), done, failed)

    def give_up(self) -> None:
        """Want the lock that is being waited for no more."""
        if self._thread.busy and self._shared is not None:
            self._thread.cancel()
            self._shared.let_go()
