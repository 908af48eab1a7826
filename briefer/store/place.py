"""The place of an open project file: whether a change written now would be found there again."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Final

from briefer.errors import BrieferError

_EFFECTIVE: Final = os.access in os.supports_effective_ids
_ENOUGH: Final = 1 << 18  # bytes that a change and its journal need at most, on the whole


class TroubleError(BrieferError):
    """Nothing can be saved where the project lies, and that lasts until somebody mends it."""


class Place:
    """Where a file was opened; SQLite names its journal after that, so nothing is written once it moved."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._opened = _found(path)

    def check(self) -> None:
        """Raise TroubleError unless the file that was opened lies here and may be written; quickly."""
        trouble = self.trouble()
        if trouble:
            raise TroubleError(trouble)

    def trouble(self) -> str:
        """Say why nothing can be saved here, or an empty string."""
        name = self.path.name
        try:
            now = self.path.stat()
        except FileNotFoundError:
            return self._missed()
        except OSError as error:
            return (
                f"The folder of “{name}” cannot be reached ({error.strerror}), so nothing more can be saved"
                " there; connect it again or save a copy elsewhere."
            )
        if not self._same(now):
            return (
                f"Another file has taken the place of “{name}”, so nothing more can be saved there;"
                " save a copy elsewhere."
            )
        if all(os.access(one, os.W_OK, effective_ids=_EFFECTIVE) for one in (self.path, self.path.parent)):
            return ""
        return f"“{name}” or its folder may not be written to any more; save a copy elsewhere."

    def takes(self) -> bool:
        """Tell whether a few bytes can be written beside the file; what was written is gone at once."""
        try:
            with tempfile.TemporaryFile(dir=self.path.parent) as file:
                file.write(bytes(_ENOUGH))
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            return False
        return True

    def holds(self) -> bool:
        """Tell whether the file that was opened still has its name, and no other took it."""
        now = _found(self.path)
        return now is not None and self._same(now)

    def _same(self, now: os.stat_result) -> bool:
        return self._opened is not None and os.path.samestat(now, self._opened)

    def _missed(self) -> str:
        name = self.path.name
        if self.path.parent.is_dir():
            return (
                f"“{name}” is no longer where it was (moved, renamed or deleted), so nothing more can be"
                " saved there; put it back or save a copy elsewhere."
            )
        return (
            f"The folder of “{name}” is gone (renamed, or its drive was taken out), so nothing more can be"
            " saved there; bring it back or save a copy elsewhere."
        )


def _found(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None
