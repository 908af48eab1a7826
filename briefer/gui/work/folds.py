"""Which sections of the outline are folded, remembered per project in the user's settings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from briefer.gui.desk.settings import Settings
from briefer.gui.outline.model import OutlineModel
from briefer.session import Session


class Folds(QObject):
    """Keeps each fold when it is made; one that a filter brought about is not one."""

    def __init__(self, outline: OutlineModel, settings: Settings) -> None:
        super().__init__(outline)
        self._outline = outline
        self._settings = settings
        self._path: Path | None = None
        outline.folded.connect(self._keep)

    def of(self, session: Session | None) -> dict[str, bool]:
        """Return the folds of a project, by the keys of its groups, and watch it from now on."""
        self._path = session.path if session else None
        return self._settings.folds_of(self._path) if self._path else {}

    def move(self, path: Path) -> None:
        """Keep them for another file from now on."""
        self._path = path

    def _keep(self) -> None:
        rows = self._outline.rows
        if rows is not None and rows.found is None and self._path is not None:
            self._settings.keep_folds_of(self._path, rows.folds)
