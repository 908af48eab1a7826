"""What comes in from outside the program when something is let go over it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData

from briefer.gui.desk import mime

_ADDRESSES: Final = ("chromium/x-source-url", "text/x-moz-url-priv")
"""Where Chromium and Firefox say which page a selection is from: in UTF-8, and in UTF-16."""
_WINDOWS: Final = 'application/x-qt-windows-mime;value="HTML Format"'
_SOURCE_URL: Final = re.compile(r"^SourceURL:(\S+)", re.MULTILINE)
"""The line that says so in the head of what Windows carries."""
_PROJECTS: Final = (".brief", ".brief.yaml", ".brief.yml")


@dataclass(frozen=True, slots=True)
class Dropped:
    """Files, or else the words of a selection from another program."""

    files: tuple[Path, ...]
    words: str
    address: str = ""
    """The web page that the words are from, as far as the other program tells."""

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
    return Dropped((), carried.text(), _address(carried))


def _address(carried: QMimeData) -> str:
    for kind in _ADDRESSES:
        data = bytes(carried.data(kind).data())
        if data:
            return data.decode("utf-16-le" if b"\0" in data else "utf-8", "replace").strip(" \0\r\n")
    found = _SOURCE_URL.search(bytes(carried.data(_WINDOWS).data()).decode("utf-8", "replace"))
    return found[1] if found else ""
