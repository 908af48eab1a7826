"""Questions for file names, by the desktop's own dialogs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from briefer.reading.kinds import ENDINGS

PROJECTS: Final = "Projects (*.brief *.yaml *.yml)"
PROJECT: Final = "Project (*.brief)"
YAML: Final = "Project as YAML (*.brief.yaml)"
TEMPLATE: Final = "Template (*.yaml)"
_ALSO: Final = (".text", ".markdown", ".htm", ".mht")
SOURCES: Final = f"Reports ({' '.join(f'*{ending}' for ending in (*ENDINGS, *_ALSO))});;All files (*)"


class Chooser:
    """Asks where; every answer may be None or empty when the user thinks better of it."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def open_one(self, title: str, kinds: str) -> Path | None:
        """Ask for a file that exists."""
        name, _ = QFileDialog.getOpenFileName(self._parent, title, "", kinds)
        return Path(name) if name else None

    def open_many(self, title: str, kinds: str) -> Sequence[Path]:
        """Ask for files that exist."""
        names, _ = QFileDialog.getOpenFileNames(self._parent, title, "", kinds)
        return [Path(name) for name in names]

    def save(self, title: str, suggested: Path, kinds: str) -> Path | None:
        """Ask for a name to write to; the desktop asks before an existing file is taken."""
        name, _ = QFileDialog.getSaveFileName(self._parent, title, str(suggested), kinds)
        return Path(name) if name else None
