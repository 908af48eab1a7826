"""Projects on network shares in the window: each is edited as a copy on this computer.

The copy belongs to the place on the share. A card beside it holds the SHA-256 of the file there, as it
was taken or last written, and how far the work was that this file holds: as long as it is what lies
there, work goes on in the copy and is written there whole; what somebody else wrote is never replaced.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Final

from briefer.errors import DamagedError
from briefer.session import Progress, WriterLock, bytes_of, snapshot
from briefer.tasks import known, mounts, working_copies
from briefer.tasks.opening import FolderError, check_file, existing, is_yaml, read_whole
from briefer.tasks.output import OutputError, clear_up, taking_the_place_of, write_beside

WRITTEN: Final = "written"
AWAY: Final = "away"
GONE: Final = "gone"
CHANGED: Final = "changed"
REFUSED: Final = "refused"
SPOILT: Final = "spoilt"
_PATIENCE: Final = 60.0  # seconds
_ANSWERS: Final = 15.0  # seconds

Moment = tuple[int, int]
_ASIDE: Final = (
    "What was of “{}” on this computer could not be used; it is kept as {}, and what lies on the share was"
    " taken instead."
)
_NEVER: Final = (-1, -1)
"""The moment of no project: whoever has it on the card has work that the share lacks."""


class _GoneError(FolderError):
    """There is no such file on a share that answers."""


class _ChangedError(Exception):
    """Somebody else wrote on the share, or nobody can tell whether they did."""


@dataclass(frozen=True, slots=True)
class _Card:
    there: str
    """SHA-256 of the share's file."""
    held: Moment
    """The moment of the project that it holds."""
    coming: str = ""
    """SHA-256 of what was about to take its place, should the program have ended there."""
    coming_held: Moment = (0, 0)


@dataclass(frozen=True, slots=True)
class Taken:
    """A working copy, ready to be opened; or a damaged one where there is nothing sound."""

    copy: Path
    trouble: str = ""
    """AWAY, GONE, CHANGED, SPOILT (what lies there is damaged) or nothing."""
    ahead: bool = False
    """Whether there is work in it that the share's file lacks."""
    notes: Sequence[str] = ()
    """Sentences for the user."""


def needs_copy(path: Path) -> bool:
    """Tell whether the window edits a project as a copy: it lies on a share, and the copy would not."""
    return not is_yaml(path) and mounts.is_remote(path) and not mounts.is_remote(working_copies.home())


def copy_of(place: Path) -> Path:
    """Return where the working copy of a project on a share lies, or will lie, without asking the share."""
    return working_copies.copy_at(mounts.followed(place))


def take(place: Path, progress: Progress = lambda _done, _total: None) -> Taken:
    """Make the working copy of a project on a share ready; work in it that is not there yet stays.

    Raises BrieferError, also when the share cannot be reached and there is no copy.
    """
    copy = copy_of(place)
    with _alone(copy):
        card = _card_of(copy)
        try:
            ahead = card is not None and _moment_of(copy, progress) != card.held
        except DamagedError:
            return _taken_for_spoilt(place, copy, progress)
        return _taken(place, copy, card, ahead, progress)


def _taken(place: Path, copy: Path, card: _Card | None, ahead: bool, progress: Progress) -> Taken:  # noqa: FBT001
    try:
        data = _bytes_at(place)
    except FolderError as error:
        if card is None:
            raise
        return Taken(copy, _trouble_of(error), ahead)
    found = _digest(data)
    if card is not None and found == card.coming:
        card = _note(copy, _Card(found, card.coming_held))
        ahead = _moment_of(copy) != card.held
    if card is not None and found == card.there:
        return Taken(copy, ahead=ahead)
    fresh = _beside(copy, "coming", data)
    try:
        moment = _moment_of(fresh, progress)
    except DamagedError:
        return Taken(fresh) if card is None else Taken(copy, SPOILT, ahead)
    if ahead:
        fresh.unlink()
        return Taken(copy, CHANGED, ahead)
    notes = (_set_aside(place, copy),) if card is None and copy.exists() else ()
    _make(copy, fresh, _Card(found, moment))
    return Taken(copy, notes=notes)


def _taken_for_spoilt(place: Path, copy: Path, progress: Progress) -> Taken:
    """Take what lies on the share where the copy here is damaged; without that, there is only the copy."""
    try:
        data = _bytes_at(place)
    except FolderError:
        return Taken(copy)
    fresh = _beside(copy, "coming", data)
    try:
        moment = _moment_of(fresh, progress)
    except DamagedError:
        return Taken(copy)
    notes = (_set_aside(place, copy),)
    _make(copy, fresh, _Card(_digest(data), moment))
    return Taken(copy, notes=notes)


def take_to_read(place: Path) -> Path:
    """Return a copy of a project on a share as it is now, to be read."""
    return _beside(copy_of(place), "reading", _bytes_at(place))


def trouble_at(place: Path) -> str:
    """Tell whether a share's file is AWAY or GONE; an empty string when it is there."""
    try:
        _reached(place)
    except FolderError as error:
        return _trouble_of(error)
    return ""


def send(copy: str, place: str, mark: str) -> dict[str, Any]:
    """Write a working copy to the share, unless somebody else has written there.

    Returns how that went as "state" (WRITTEN, AWAY, GONE, CHANGED or REFUSED), the "moment" that the share's
    file holds now, and a "sentence" when it was refused. `mark`: see `output.clear_up`.
    """
    try:
        with _alone(Path(copy)):
            moment = _sent(Path(copy), Path(place), mark)
    except _ChangedError:
        return {"state": CHANGED}
    except FolderError as error:
        return {"state": _trouble_of(error)}
    except (OutputError, DamagedError) as error:
        return {"state": REFUSED, "sentence": str(error)}
    return {"state": WRITTEN, "moment": list(moment)}


def _sent(here: Path, there: Path, mark: str) -> Moment:
    card = _card_of(here)
    if card is None:
        raise _ChangedError
    found = _digest(read_whole(_reached(there)))
    clear_up(there, mark)  # of a child that was ended
    if found not in {card.there, card.coming}:
        raise _ChangedError
    session = snapshot(here, check=True)  # what is spoilt here must not go over what is sound there
    try:
        data, moment = session.as_bytes(), session.moment()
    finally:
        session.close()
    digest = _digest(data)
    _note(here, _Card(found, card.held, digest, moment))
    _put(there, data, mark, found)
    _note(here, _Card(digest, moment))
    return moment


def fetch(copy: str, place: str) -> dict[str, str]:
    """Copy the share's file as it is now, to be merged; return the copy's "path" and its "sha256"."""
    data = bytes_of(_reached(Path(place)))
    theirs = Path(copy).with_suffix("") / Path(place).name
    with suppress(FileExistsError):
        theirs.parent.mkdir()
    write_beside(theirs, data)
    return {"path": str(theirs), "sha256": _digest(data)}


def agree(copy: Path, digest: str) -> None:
    """Note that all of the share's file, by its SHA-256, is in the working copy by now."""
    card = _card_of(copy) or _Card(digest, _NEVER)
    _note(copy, replace(card, there=digest, coming=""))


def _reached(place: Path) -> Path:
    """Return where a file on a share lies; raises FolderError, also when the share does not answer soon.

    Who asks a share that is gone may wait for minutes; a thread that does goes with its process.
    """
    answers: SimpleQueue[Path | FolderError] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(existing(place))
        except FolderError as error:
            answers.put(_GoneError(str(error)) if _is_missing(place) else error)

    Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=_ANSWERS)
    except Empty:
        raise FolderError(f"The share of “{place.name}” does not answer; try again when it does.") from None
    if isinstance(answer, FolderError):
        raise answer
    return answer


def _is_missing(place: Path) -> bool:
    """Tell whether a file is not in its folder; an empty one is where a share that is gone was mounted."""
    with suppress(OSError):
        return not os.path.lexists(place) and any(place.parent.iterdir())
    return False


def _trouble_of(error: FolderError) -> str:
    return GONE if isinstance(error, _GoneError) else AWAY


def _bytes_at(place: Path) -> bytes:
    """Return the bytes of a project on a share, also of a damaged one; raises BrieferError."""
    found = _reached(place)
    try:
        return bytes_of(found)
    except DamagedError:
        return read_whole(found)


@contextmanager
def _alone(copy: Path) -> Iterator[None]:
    """Wait for whoever else of this computer takes or sends the same project."""
    lock = WriterLock(_path_of(copy))
    lock.acquire("Another window", _PATIENCE)
    try:
        yield
    finally:
        lock.release()


def _beside(copy: Path, kind: str, data: bytes) -> Path:
    """Put what came from the share beside the working copy, and return where."""
    path = copy.with_name(f"{copy.stem}-{kind}.brief")
    write_beside(path, data)
    return path


def _set_aside(place: Path, copy: Path) -> str:
    """Give a copy that is of no use another name, and return a sentence that says which."""
    return _ASIDE.format(place.name, working_copies.set_aside(copy))


def _make(copy: Path, fresh: Path, card: _Card) -> None:
    """Let a sound file be the working copy; somebody else here may not be at work in the last one."""
    lock = WriterLock(copy)
    lock.acquire("The window, taking a newer copy from the share", patience=0)
    try:
        _path_of(copy).unlink(missing_ok=True)
        fresh.replace(copy)
        known.remember(copy)
        _note(copy, card)
    finally:
        lock.release()


def _put(place: Path, data: bytes, mark: str, found: str) -> None:
    """Let `data` take the place of the share's file, by its SHA-256; on a slow share that takes minutes."""
    with taking_the_place_of(place, mark) as beside, beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
        with suppress(OSError):  # a share need not know of rights
            shutil.copymode(place, beside)
        if _digest(read_whole(_reached(place))) != found:
            raise _ChangedError


def _moment_of(copy: Path, progress: Progress = lambda _done, _total: None) -> Moment:
    """Return how far a project is; raises DamagedError unless all of it is sound."""
    check_file(copy, progress)
    session = snapshot(copy)
    try:
        return session.moment()
    finally:
        session.close()


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _path_of(copy: Path) -> Path:
    return copy.with_suffix(".share.json")


def _note(copy: Path, card: _Card) -> _Card:
    write_beside(_path_of(copy), json.dumps(asdict(card)).encode())
    return card


def _card_of(copy: Path) -> _Card | None:
    """Return the card of a working copy, or None where there is no copy or nobody can tell what it is of."""
    if not copy.exists():
        return None
    try:
        said = json.loads(_path_of(copy).read_bytes())
        moments = {name: (int(said[name][0]), int(said[name][1])) for name in ("held", "coming_held")}
        return _Card(str(said["there"]), moments["held"], str(said["coming"]), moments["coming_held"])
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None
