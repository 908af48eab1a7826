"""What the start page will say of the open project, noted when it is laid on the desk and taken off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefer.gui.desk.desk import Desk
from briefer.gui.desk.settings import Settings

# Before the first paint there is no project to note.
if TYPE_CHECKING:
    from briefer.session import Session


class Remembering(QObject):
    """Listens to the desk; the session that is taken off it can still be read then."""

    def __init__(self, desk: Desk, settings: Settings, place: Callable[[], Path | None]) -> None:
        """`place` answers where the user knows the open project to be."""
        super().__init__(desk)
        self._desk = desk
        self._settings = settings
        self._place = place
        self._session: Session | None = None
        self._path: Path | None = None
        self._opened = ""
        desk.laid.connect(self._turn)
        desk.moved.connect(self._turn)

    def _turn(self) -> None:
        self._note()
        self._session = self._desk.session
        self._path = self._place()
        self._opened = datetime.now().astimezone().isoformat(timespec="seconds")
        self._note()

    def _note(self) -> None:
        from briefer.wording.counted import counted

        if self._session is None or self._path is None:
            return
        project = self._session.project
        amount = (
            f"{counted(project.source_count(), 'source')} · {counted(project.passage_count(), 'passage')}"
        )
        self._settings.note(self._path, project.details().title, self._opened, amount)
