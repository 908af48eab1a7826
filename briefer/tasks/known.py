"""Which project files this installation was the last to write, so that it may trust them as they are.

A file that anybody else touched is checked from end to end before it is used. What is remembered
of a file is its inode, its size and its times; it lies in the user's cache and may be lost.
"""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import platformdirs

State = list[int]
"""By what a file is told from itself after a change."""


def is_known(path: Path, checked: State | None = None) -> bool:
    """Tell whether the file is as this installation left it, or as it was when it was `checked`."""
    with suppress(OSError, ValueError):
        now = state_of(path)
        return now == checked or bool(now == json.loads(_card(path).read_text("utf-8")))
    return False


def remember(path: Path, state: State | None = None) -> None:
    """Note the file as it is now, or was; a cache that cannot be written only costs a check later."""
    with suppress(OSError):
        card = _card(path)
        card.parent.mkdir(parents=True, exist_ok=True)
        card.write_text(json.dumps(state or state_of(path)), "utf-8")


def state_of(path: Path) -> State:
    """Return the state of a file now; raises OSError."""
    found = path.stat()
    return [found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns]


def _card(path: Path) -> Path:
    name = sha256(str(path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    return Path(platformdirs.user_cache_dir("briefer", appauthor=False)) / "known" / f"{name[:32]}.json"
