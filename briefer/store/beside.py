"""What lies beside a project file: SQLite does as a journal there says, and a stranger may have sent one."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import Final

from briefer.errors import BrieferError
from briefer.store.schema import NotAProjectError, harden

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


def leave_no_journal(path: Path) -> None:
    """Let a file that is about to lose its name be whole, and leave no journal for the next one of that name.

    SQLite would roll it back into that. Raises BrieferError, with all as it was, when another program is
    at the file or the disk fails.
    """
    journal = path.with_name(f"{path.name}-journal")
    if not _is_there(journal):
        return
    if _is_there(path) and _is_ours(journal):
        try:
            with closing(sqlite3.connect(path, timeout=0)) as database:
                harden(database)
                database.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.OperationalError as error:
            raise BrieferError(
                f"What a killed program left half done in “{path.name}” cannot be taken back ({error});"
                " close what else uses that file and try again."
            ) from error
        except sqlite3.DatabaseError:
            pass  # what is no database, or none any more, has nothing to be taken back
    journal.unlink(missing_ok=True)


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
