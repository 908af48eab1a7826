"""A project file copied page by page, where others go on writing it."""

from __future__ import annotations

import sqlite3
from time import sleep
from typing import Final

_STEP: Final = 4096
"""Pages that are copied before others have their turn."""
_TURN: Final = 0.005
_ATTEMPTS: Final = 3
"""Whatever is written in between makes a copy begin anew; after so many, all is copied in one step."""


class _WrittenAgainError(Exception):
    """The file was written into each time that it was copied in steps."""


def copy(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy a database as it stands at one moment, such that who writes into it need not wait long.

    Raises sqlite3.Error, for one that stays locked too.
    """
    try:
        source.backup(target, pages=_STEP, progress=_Steps().end)
    except _WrittenAgainError:
        source.backup(target, progress=_stop_when_locked)


class _Steps:
    """The steps of a copy, as far as made."""

    def __init__(self) -> None:
        self._left = 0
        self._attempts = 0

    def end(self, status: int, left: int, _total: int) -> None:
        """Let others write, with so many pages `left` to copy; raises _WrittenAgainError."""
        _stop_when_locked(status, left, _total)
        self._attempts += left >= self._left
        if self._attempts > _ATTEMPTS:
            raise _WrittenAgainError
        self._left = left
        if left:
            sleep(_TURN)


def _stop_when_locked(status: int, _left: int, _total: int) -> None:
    if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:  # `backup` would try for ever
        raise sqlite3.OperationalError("database is locked")
