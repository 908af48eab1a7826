"""What lies beside a project file: SQLite does as a journal there says, and a stranger may have sent one."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Final

from briefer.store.schema import NotAProjectError

_NAMES_ANOTHER: Final = bytes.fromhex("d9d505f920a163d7")
"""With these a journal ends that names a further one, which SQLite then deletes, whatever it is (its file
format, section 3.1). Ours never do, as nothing else is ever written along with a project.
"""


def guard_beside(path: Path) -> None:
    """Raise NotAProjectError where a file beside the project could lead anywhere else; raises OSError.

    A journal of ours is fine: SQLite rolls back what a killed writer left half done.
    """
    log, journal = (path.with_name(path.name + ending) for ending in ("-wal", "-journal"))
    if _is_there(log) or (_is_there(journal) and not _is_ours(journal)):
        strange = log if _is_there(log) else journal
        raise NotAProjectError(
            f"“{strange.name}” beside “{path.name}” is not of briefer’s making, so nothing was opened;"
            " take it away or ask the sender for a .brief.yaml."
        )


def _is_there(path: Path) -> bool:
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    return True


def _is_ours(journal: Path) -> bool:
    found = journal.lstat()
    if not stat.S_ISREG(found.st_mode):
        return False
    with journal.open("rb") as file:
        file.seek(max(0, found.st_size - len(_NAMES_ANOTHER)))
        return file.read() != _NAMES_ANOTHER
