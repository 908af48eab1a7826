"""Rolling copies of a project in the user's data folder, for the day on which the file itself is gone.

Each is read back and checked from end to end before an older one goes. A project has a folder of its
own there, by the place where it lies; the copies are named by their time in UTC.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Final

import platformdirs

from briefer.errors import BrieferError
from briefer.session import snapshot
from briefer.tasks.opening import FolderError, existing
from briefer.tasks.output import taking_the_place_of
from briefer.tasks.working_copies import copy_at

ALL: Final = timedelta(days=2)
"""As far back every copy is kept; before that the last of each day, then of each week, then of each month."""
DAYS: Final = 12
WEEKS: Final = 10
MONTHS: Final = 9
_NAME: Final = "%Y%m%dT%H%M%SZ"
_NAMED: Final = re.compile(r"\d{8}T\d{6}Z\.brief\Z")
_STEM: Final = 40  # characters of a name that may be as long as a file system allows
_MONTH: Final = 30  # days


def back_up(path: str, at: str) -> str:
    """Copy a project file unless the newest copy says the same; return the copy's path, or an empty string.

    `at` is the time, ISO 8601 in UTC. Copies that are no longer due go, once the new one was found sound.
    Raises BrieferError.
    """
    place, now = existing(Path(path)), datetime.fromisoformat(at)
    session = snapshot(place)
    try:
        known = backups(place)
        if known and session.fingerprint() == _fingerprint_of(known[0]):
            return ""
        copy = _folder(place) / f"{now.strftime(_NAME)}.brief"
        with taking_the_place_of(copy) as beside:
            beside.unlink()
            session.write_copy(beside)
            snapshot(beside, check=True).close()
    finally:
        session.close()
    _clear(place, now)
    return str(copy)


def backups(path: Path) -> list[Path]:
    """Return the copies of the project at `path`, which may be gone or a copy itself, the newest first."""
    place = Path(os.path.realpath(path))
    # What is edited as a working copy has its backups by the place of that.
    folders = [path.parent] if is_backup(path) else [_folder_of(place), _folder_of(copy_at(place))]
    there = [one for folder in folders if folder.is_dir() for one in folder.iterdir()]
    return sorted((one for one in there if _is_named(one)), key=lambda one: one.name, reverse=True)


def is_backup(path: Path) -> bool:
    """Tell whether a file is one of these copies, which is no place to work in."""
    home = os.path.realpath(path.parent.parent)
    return home == os.path.realpath(_home()) and _is_named(path)


def time_of(copy: Path) -> datetime:
    """Return when a copy was made."""
    return datetime.strptime(copy.stem, _NAME).replace(tzinfo=UTC)


def kept(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return which copies are due: all of two days, then the last of 12 days, of 10 weeks, of 9 months."""
    ages = sorted(times, reverse=True)
    due = {time for time in ages if now - time <= ALL}
    left = [time for time in ages if time not in due]
    for days, most in ((1, DAYS), (7, WEEKS), (_MONTH, MONTHS)):
        latest: dict[int, datetime] = {}
        for time in left:
            latest.setdefault(time.toordinal() // days, time)
        chosen = [*latest.values()][:most]
        due |= set(chosen)
        left = [time for time in left if chosen and time < chosen[-1] and time not in due]
    return due


def _is_named(path: Path) -> bool:
    """Tell whether a file is called as a copy is: by a time that there is."""
    try:
        return _NAMED.match(path.name) is not None and time_of(path) is not None
    except ValueError:
        return False


def _clear(place: Path, now: datetime) -> None:
    due = kept(map(time_of, backups(place)), now)
    for copy in backups(place):
        if time_of(copy) not in due:
            with suppress(OSError):
                copy.unlink()
    for left in _folder_of(place).glob(".*.part*"):  # of a process that was killed in the midst of it
        with suppress(OSError):
            left.unlink()


def _fingerprint_of(copy: Path) -> str:
    """Return what tells a copy from others, or nothing for one that cannot be read."""
    try:
        session = snapshot(copy)
    except BrieferError:
        return ""
    try:
        return session.fingerprint()
    finally:
        session.close()


def _folder(place: Path) -> Path:
    """Return the folder of a project's copies, which is made if it is not there."""
    folder = _folder_of(place)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderError(
            f"The folder “{folder}” cannot be made ({error.strerror}); check your rights there."
        ) from error
    return folder


def _folder_of(place: Path) -> Path:
    name = sha256(str(place).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return _home() / f"{place.name.removesuffix(place.suffix)[:_STEM]}-{name}"


def _home() -> Path:
    return Path(platformdirs.user_data_dir("briefer", appauthor=False)) / "backups"
