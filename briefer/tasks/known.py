"""Which project files this installation was the last to write, so that it may trust them as they are.

A file that anybody else touched is checked from end to end before it is used. What is remembered
of a file is its inode, size and time of change; it lies in the user's cache and may be lost.
"""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import platformdirs


def is_known(path: Path) -> bool:
    """Tell whether the file is as this installation left it."""
    with suppress(OSError, ValueError):
        return bool(json.loads(_card(path).read_text("utf-8")) == _state(path))
    return False


def remember(path: Path) -> None:
    """Note the file as it is now; a cache that cannot be written only costs a check later."""
    with suppress(OSError):
        card = _card(path)
        card.parent.mkdir(parents=True, exist_ok=True)
        card.write_text(json.dumps(_state(path)), "utf-8")


def _state(path: Path) -> list[int]:
    found = path.stat()
    return [found.st_ino, found.st_size, found.st_mtime_ns]


def _card(path: Path) -> Path:
    name = sha256(str(path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    return Path(platformdirs.user_cache_dir("briefer", appauthor=False)) / "known" / f"{name[:32]}.json"
