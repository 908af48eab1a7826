"""What comes in from outside the program when something is let go over it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData

from briefer.gui.desk import mime

_PROJECTS: Final = (".brief", ".brief.yaml", ".brief.yml")


@dataclass(frozen=True, slots=True)
class Dropped:
    """Files, or else the words of a selection from another program."""

    files: tuple[Path, ...]
    words: str

    def project(self) -> Path | None:
        """Return the project that was let go, by its name; several, or other files among them, are none."""
        only = self.files[0] if len(self.files) == 1 else None
        return only if only is not None and only.name.lower().endswith(_PROJECTS) else None


def dropped(carried: QMimeData) -> Dropped | None:
    """Return what a drag brings from outside; None for what was dragged inside the window."""
    if any(carried.hasFormat(kind) for kind in mime.INSIDE):
        return None
    files = tuple(Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile())
    if files:
        return Dropped(files, "")
    if carried.hasUrls() or not carried.hasText() or not carried.text().strip():
        return None
    return Dropped((), carried.text())
