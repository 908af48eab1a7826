"""The long part of what the window does with project files: what a child process is asked for.

Each answers in plain values. The window asks `is_soon` first: what takes no longer than a moment it
does itself, since a child takes a moment to start.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from briefer.errors import DamagedError
from briefer.session import Progress, opens_soon, snapshot
from briefer.tasks import known, mounts, shares, working_copies
from briefer.tasks.opening import check_file, copy_project, existing, is_yaml

_SMALL: Final = 1 << 20
"""Bytes of a project file that are checked in some 30 ms."""

_SMALL_YAML: Final = 1 << 17
"""Bytes of YAML that become a project in some 60 ms."""


def place_of(path: Path) -> Path:
    """Return the file that the window edits for the project at `path`; raises BrieferError."""
    found = reached(path)
    if shares.needs_copy(found):
        return shares.copy_of(found)
    return working_copies.copy_of(found) if is_yaml(path) else found


def reached(path: Path) -> Path:
    """Return where a project really lies; a share, which may not answer, is not asked. Raises FolderError."""
    return mounts.followed(path) if mounts.is_remote(path) else existing(path)


def is_soon(path: Path) -> bool:
    """Tell whether the project at `path` is opened, or written elsewhere, in less than 100 ms."""
    if mounts.is_remote(path):
        return False
    if not is_yaml(path):
        return known.is_known(path) or (_size(path) <= _SMALL and (not path.exists() or opens_soon(path)))
    return _size(path) <= _SMALL_YAML and is_soon(place_of(path))


def is_small(path: Path) -> bool:
    """Tell whether all of a project file is read in less than 100 ms."""
    return _size(path) <= _SMALL


def prepare(path: str, progress: Progress = lambda _done, _total: None) -> dict[str, Any]:
    """Make all ready to open a project in the window, which edits a YAML one as a working copy.

    Returns the file to open as "place", the state in which it was found sound as "checked", and
    "notes", sentences for the user; or only which file is "damaged". Raises BrieferError.
    """
    place, notes = existing(Path(path)), list[str]()
    try:
        place = working_copies.working_copy(place, notes.append) if is_yaml(place) else place
        return {"place": str(place), "checked": check_file(place, progress), "notes": notes}
    except DamagedError:
        return {"damaged": str(place)}


def prepare_shared(
    path: str,
    to_read: bool,  # noqa: FBT001  # a child is given its arguments by place
    progress: Progress = lambda _done, _total: None,
) -> dict[str, Any]:
    """Do the same for a project on a share, of which the window edits a copy too.

    Adds its place as "share", what is the matter with that as "trouble" (see `shares`), and whether
    the copy is "ahead" of it.
    """
    given = Path(path)
    taken = shares.Taken(shares.take_to_read(given)) if to_read else shares.take(given, progress)
    try:
        checked = check_file(taken.copy, progress)
    except DamagedError:
        return {"damaged": str(taken.copy)}
    return {
        "place": str(taken.copy),
        "checked": checked,
        "notes": list(taken.notes),
        "share": path,
        "trouble": taken.trouble,
        "ahead": taken.ahead,
    }


def job_of(path: Path, *, read_only: bool) -> tuple[str, list[str | bool]]:
    """Return which of these prepares a project for the window, as a child is told, and with what."""
    found = reached(path)
    if shares.needs_copy(found):
        return "briefer.tasks.preparing:prepare_shared", [str(found), read_only]
    return "briefer.tasks.preparing:prepare", [str(path)]


def copy_file(path: str, target: str, history: bool, mark: str) -> None:  # noqa: FBT001
    """Write a project file that is open in the window to `target`, in the form its name asks for.

    It is read in one go, so that the window need not wait to write. Raises BrieferError.
    """
    session = snapshot(Path(path))
    try:
        copy_project(session, Path(target), history=history, mark=mark)
    finally:
        session.close()
    if is_yaml(Path(target)):
        working_copies.written_back(Path(path), Path(target))


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
