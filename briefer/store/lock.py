"""One writer a project: a lock file beside it that says who has it open.

The lock is the operating system's (flock), so it goes with the process that holds it, however that
ends; the words in the file are only for people.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from briefer.errors import BrieferError

PATIENCE: Final = 0.5
_PAUSE: Final = 0.05
_FAR: Final = 1 << 30  # on Windows a locked byte cannot be read, so lock one beyond the words


class InUseError(BrieferError):
    """Somebody else has the project open for writing."""

    def __init__(self, path: Path, holder: str) -> None:
        who = holder or "Someone else"
        super().__init__(f"{who} has “{path.name}” open; close it there, or work on a copy.")


class NotWritableError(BrieferError):
    """The project lies where nothing can be written; it can be read there."""


class WriterLock:
    """Held from `acquire` to `release`."""

    def __init__(self, project: Path) -> None:
        self._project = project
        self._path = project.with_name(f".~lock.{project.name}")
        self._file: int | None = None

    def acquire(self, holder: str, patience: float = PATIENCE) -> None:
        """Take the lock for `holder` ("Ada, in the window since 14:05"); raises InUseError.

        Waits up to `patience` seconds for a command that is just ending.
        """
        until = time.monotonic() + patience
        while not self._try():
            if time.monotonic() >= until:
                raise InUseError(self._project, self._holder())
            time.sleep(_PAUSE)
        assert self._file is not None
        with suppress(OSError):  # the lock is held, its words are only for people
            os.ftruncate(self._file, 0)
            os.write(self._file, holder.encode())

    def release(self) -> None:
        """Give the lock back; without effect when it is not held."""
        if self._file is not None:
            with suppress(OSError):
                self._path.unlink()
            os.close(self._file)
            self._file = None

    def _try(self) -> bool:
        try:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        except OSError as error:
            raise NotWritableError(
                f"“{self._project.name}” cannot be written where it lies ({error.strerror});"
                " copy it to a folder of yours."
            ) from error
        if _lock(file) and self._still_there(file):
            self._file = file
            return True
        os.close(file)
        return False

    def _still_there(self, file: int) -> bool:
        """Tell whether the file we locked is the one that stands there now, not one just removed."""
        try:
            return os.path.samestat(os.fstat(file), self._path.stat())
        except FileNotFoundError:
            return False

    def _holder(self) -> str:
        try:
            return self._path.read_text("utf-8", "replace")[:200].strip()
        except OSError:
            return ""


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> bool:
        os.lseek(file, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(file, 0, os.SEEK_SET)
        return True
else:
    import fcntl

    def _lock(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
