"""Rolling copies of a project in the user's data folder, for the day on which the file itself is gone.

Each is read back and checked from end to end before an older one goes. A project has a folder of its
own there, by the place where it lies; the copies are named by their time in UTC.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from shutil import disk_usage
from typing import Final

import platformdirs

from briefer.errors import BrieferError, DamagedError
from briefer.session import Session, snapshot
from briefer.tasks.opening import FolderError, existing
from briefer.tasks.output import OutputError, taking_the_place_of
from briefer.tasks.working_copies import copy_at

ALL: Final = timedelta(days=2)
"""As far back every copy is kept; before that the last of each day, then of each week, then of each month."""
DAYS: Final = 12
WEEKS: Final = 10
MONTHS: Final = 9
LARGEST: Final = 5 << 30
"""Bytes that the copies of these two days may take, or a tenth of what is free where that is less."""
FEWEST: Final = 6
"""Copies of these two days that are kept whatever they take."""
FEWER: Final = (
    "There is little room for the backups of “{}”, so of the last two days no longer every one is kept, but"
    " some spread over that time and always the newest."
)
_NOTE: Final = "Fewer copies.txt"
_NAME: Final = "%Y%m%dT%H%M%SZ"
_NAMED: Final = re.compile(r"\d{8}T\d{6}Z\.brief\Z")
_STEM: Final = 40  # characters of a name that may be as long as a file system allows
_MONTH: Final = 30  # days


def back_up_beside(path: str, at: str) -> str:
    """Do so for the window; return what the user is to be told of it, or an empty string."""
    said: list[str] = []
    back_up(path, at, said.append)
    return "".join(said)


def _write_checked(session: Session, beside: Path, name: str) -> None:
    """Write a copy and check it; raises DamagedError where it is the project that is spoilt."""
    try:
        session.write_copy(beside)
        snapshot(beside, check=True).close()
    except DamagedError as error:
        session.check()
        raise OutputError(
            f"A backup of “{name}” was not written soundly; look after the disk it is on."
        ) from error


def back_up(path: str, at: str, tell: Callable[[str], None] = lambda _sentence: None) -> str:
    """Copy a project file unless the newest copy says the same; return the copy's path, or an empty string.

    `at` is the time, ISO 8601 in UTC. Copies that are no longer due go, once the new one was found sound;
    that some go for want of room is told once a project. Raises BrieferError.
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
            _write_checked(session, beside, place.name)
    finally:
        session.close()
    if _clear(place, now, _most(copy)):
        _tell_once(copy.with_name(_NOTE), FEWER.format(place.name), tell)
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


def kept(times: Iterable[datetime], now: datetime, most: int = sys.maxsize) -> set[datetime]:
    """Return which copies are due: all of two days, then the last of 12 days, of 10 weeks, of 9 months.

    Where there is room for so many of the two days at `most`, they are spread over them.
    """
    ages = sorted(times, reverse=True)
    recent = [time for time in ages if now - time <= ALL]
    due = set(_spread(recent, max(most, FEWEST)))
    left = ages[len(recent) :]
    for days, number in ((1, DAYS), (7, WEEKS), (_MONTH, MONTHS)):
        latest: dict[int, datetime] = {}
        for time in left:
            latest.setdefault(time.toordinal() // days, time)
        chosen = [*latest.values()][:number]
        due |= set(chosen)
        left = [time for time in left if chosen and time < chosen[-1] and time not in due]
    return due


def _spread(times: list[datetime], most: int) -> list[datetime]:
    """Leave out of times, the newest first, one after another, that whose neighbours are nearest."""
    left = list(times)
    while len(left) > most:
        neighbours = zip(left, left[2:], strict=False)
        gaps = ((after - before, -place) for place, (after, before) in enumerate(neighbours, 1))
        del left[-min(gaps)[1]]
    return left


def _most(copy: Path) -> int:
    """Return for how many such copies there is room."""
    try:
        return min(LARGEST, disk_usage(copy.parent).free // 10) // copy.stat().st_size
    except OSError:
        return sys.maxsize


def _tell_once(note: Path, sentence: str, tell: Callable[[str], None]) -> None:
    """Say something unless a note beside the copies, which is left there, says it already."""
    if not note.exists():
        tell(sentence)
        with suppress(OSError):
            note.write_text(f"{sentence}\n", "utf-8")


def _is_named(path: Path) -> bool:
    """Tell whether a file is called as a copy is: by a time that there is."""
    try:
        return _NAMED.match(path.name) is not None and time_of(path) is not None
    except ValueError:
        return False


def _clear(place: Path, now: datetime, most: int) -> bool:
    """Remove what is no longer due, and tell whether any of it is younger than two days."""
    there = backups(place)
    due = kept(map(time_of, there), now, most)
    gone = [copy for copy in there if time_of(copy) not in due]
    for copy in gone:
        with suppress(OSError):
            copy.unlink()
    for left in _folder_of(place).glob(".*.part*"):  # of a process that was killed in the midst of it
        with suppress(OSError):
            left.unlink()
    return any(now - time_of(copy) <= ALL for copy in gone)


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
