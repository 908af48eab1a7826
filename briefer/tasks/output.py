"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from briefer.errors import BrieferError


class OutputError(BrieferError):
    """A file could not be written; what stood there before still does."""


def write_beside(path: Path, data: bytes) -> None:
    """Write a file beside its place, make sure that it is on disk, and rename it there.

    Raises OutputError and leaves the old file as it was.
    """
    beside = path.with_name(f".{path.name}.{uuid4().hex[:8]}.part")
    try:
        try:
            with beside.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
            _keep_name(path.parent)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(
            f"“{path.name}” was not written ({error.strerror}); choose another place or free some space."
        ) from error


def refuse_existing(path: Path) -> None:
    """Raise OutputError when something stands at `path`."""
    if path.exists() or path.is_symlink():
        raise OutputError(f"“{path.name}” exists already; choose another name or remove it first.")


def _keep_name(folder: Path) -> None:
    """Make a rename outlive a power cut; a folder that cannot be synchronised is left at that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            with suppress(OSError):
                os.fsync(handle)
        finally:
            os.close(handle)
