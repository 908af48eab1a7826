"""YAML projects in the window: each is edited as a `.brief` in the user's data folder.

The copy belongs to the place where the YAML lies. A card beside it holds the SHA-256 of the YAML
that it was made from, or last written to: as long as that is what lies there, work goes on in it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Final

import platformdirs

from briefer.session import WriterLock, leave_no_journal
from briefer.tasks import mounts, opening
from briefer.tasks.output import write_beside

_STEM: Final = 40  # characters of a name that may be as long as a file system allows


def working_copy(path: Path, tell: Callable[[str], None] = lambda _sentence: None) -> Path:
    """Return the `.brief` on which the window edits the YAML project at `path`.

    When the YAML has changed since, a new copy is made of it, and the earlier one is set aside:
    `tell` is called with a sentence that says where. Raises BrieferError, also when that one is open.
    """
    place = opening.existing(path)
    data = opening.read_whole(place)
    copy = copy_of(path)
    if copy.exists():
        if _said_by(_card(copy)) == sha256(data).hexdigest():
            return copy
        aside = set_aside(copy)
        tell(f"“{path.name}” has changed since you worked on it; your earlier work is kept as {aside}.")
    _note(copy, data)
    opening.convert(place, copy)
    return copy


def copy_of(path: Path) -> Path:
    """Return where the working copy of the YAML project at `path` lies, or will lie; asks no share."""
    return copy_at(mounts.followed(path) if mounts.is_remote(path) else opening.existing(path))


def written_back(copy: Path | None, path: Path) -> None:
    """Note that a working copy was written to the YAML that it belongs to; nothing for any other file."""
    if copy is not None and copy == copy_of(path):
        _note(copy, opening.read_whole(path))


def copy_at(place: Path) -> Path:
    """Return where the working copy of what lies at a place lies, or will lie; raises FolderError."""
    stem = place.name.removesuffix(place.suffix).removesuffix(".brief")[:_STEM]
    folder = home()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise opening.FolderError(
            f"The folder “{folder}” cannot be made ({error.strerror}); check your rights there."
        ) from error
    name = sha256(str(place).encode("utf-8", "surrogateescape")).hexdigest()
    return Path(os.path.realpath(folder)) / f"{stem}-{name[:12]}.brief"


def home() -> Path:
    """Return the folder of all working copies."""
    return Path(platformdirs.user_data_dir("briefer", appauthor=False)) / "projects"


def set_aside(copy: Path) -> Path:
    """Give a working copy another name and return it; raises InUseError."""
    lock = WriterLock(copy)
    lock.acquire("The window, setting an earlier copy aside", patience=0)
    try:
        names = (copy.with_name(f"{copy.stem}-earlier-{number}.brief") for number in count(1))
        aside = next(name for name in names if not name.exists())
        leave_no_journal(copy)
        copy.rename(aside)
        return aside
    finally:
        lock.release()


def _card(copy: Path) -> Path:
    return copy.with_suffix(".sha256")


def _note(copy: Path, data: bytes) -> None:
    write_beside(_card(copy), sha256(data).hexdigest().encode())


def _said_by(card: Path) -> str:
    return card.read_text("ascii", "replace") if card.is_file() else ""
