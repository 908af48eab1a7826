"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final
from uuid import uuid4

from briefer.errors import BrieferError

_PLACE: Final = "choose another place"
_SPACE: Final = f"free some space or {_PLACE}"
_MENDS: Final = {
    errno.ENOSPC: _SPACE,
    errno.EDQUOT: _SPACE,
    errno.EISDIR: "choose another name",
    errno.ENAMETOOLONG: "choose a shorter name",
}


class OutputError(BrieferError):
    """A file could not be written; what stood there before still does."""


def write_beside(path: Path, data: bytes, mark: str = "") -> None:
    """Write a file beside its place, make sure that it is on disk, and rename it there.

    Raises OutputError and leaves the old file as it was.
    """
    with taking_the_place_of(path, mark) as beside, beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def taking_the_place_of(path: Path, mark: str = "") -> Iterator[Path]:
    """Give an empty file to write; when the block ends well, it takes the place of `path`.

    `mark` makes its name one that `clear_up` finds, should this process be killed.

    Where `path` is a symbolic link, the file that it leads to is replaced and the link stays.
    Raises OutputError and leaves the old file as it was.
    """
    try:
        place = Path(os.path.realpath(path))
        beside = _beside(place, mark or new_mark())
        try:
            beside.touch(exist_ok=False)
            yield beside
            beside.replace(place)
            _keep_name(place.parent)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
    except OSError as error:
        mend = _MENDS.get(error.errno or 0, _PLACE)
        raise OutputError(f"“{path.name or path}” was not written ({_reason(error)}); {mend}.") from error


def new_mark() -> str:
    """Return what tells one file beside its place from all others."""
    return uuid4().hex[:8]


def clear_up(path: Path, mark: str) -> None:
    """Remove what a process that was killed has left of the file that it wrote for `path`."""
    with suppress(OSError):
        _beside(Path(os.path.realpath(path)), mark).unlink(missing_ok=True)


def refuse_existing(path: Path) -> None:
    """Raise OutputError when something stands at `path`."""
    if os.path.lexists(path):
        raise OutputError(f"“{path.name or path}” exists already; choose another name or remove it first.")


def _beside(place: Path, mark: str) -> Path:
    return place.parent / f".{place.name}.{mark}.part"


def _reason(error: OSError) -> str:
    missing = isinstance(error, FileNotFoundError | NotADirectoryError)
    return "there is no such folder" if missing else f"{error.strerror}"


def _keep_name(folder: Path) -> None:
    """Make a rename outlive a power cut; a folder that cannot be synchronised is left at that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            with suppress(OSError):
                os.fsync(handle)
        finally:
            os.close(handle)
