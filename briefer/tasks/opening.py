"""Projects opened, made and converted, whatever form they are kept in."""

from __future__ import annotations

import getpass
import os
import platform
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from briefer import paths
from briefer.errors import BrieferError, DamagedError
from briefer.model.content import Content
from briefer.model.invariants import MalformedProjectError
from briefer.model.plain import MalformedRecordError
from briefer.model.project import Project
from briefer.model.records import Details, Record
from briefer.session import (
    PATIENCE,
    Clock,
    Progress,
    Session,
    WriterLock,
    in_memory,
    leave_no_journal,
    open_file,
    snapshot,
    wall_clock,
)
from briefer.tasks import known
from briefer.tasks.output import refuse_existing, taking_the_place_of, write_beside

DEFAULT_TEMPLATE: Final = "us-japan-2plus2"
ENDINGS: Final = (".brief", ".yaml", ".yml")
_LARGEST: Final = 1 << 30


class FolderError(BrieferError):
    """A file or its folder is not where it should be."""


def is_yaml(path: Path) -> bool:
    """Tell whether a project of this name is kept as YAML."""
    return path.suffix.lower() in {".yaml", ".yml"}


def user_name() -> str:
    """Return the name that changes are signed with unless the user chose another."""
    from briefer.actions.words import typed_line

    try:
        return typed_line(getpass.getuser()) or "unknown"
    except (OSError, KeyError):  # no password entry, as in a bare container
        return "unknown"


def existing(path: Path, advice: str = "check the name") -> Path:
    """Return where a file really lies, symbolic links followed; raises FolderError unless it is one."""
    try:
        found = path.resolve(strict=True)
    except (FileNotFoundError, NotADirectoryError):
        raise FolderError(f"There is no file “{path}”; {advice}.") from None
    except (OSError, RuntimeError) as error:  # links in a circle are a RuntimeError before Python 3.13
        reason = getattr(error, "strerror", None) or "its links lead in a circle"
        raise FolderError(f"“{path}” cannot be reached ({reason}); check it and your rights.") from error
    if not found.is_file():
        raise FolderError(f"“{path}” is not a file; {advice}.")
    return found


def open_project(
    path: Path,
    author: str,
    *,
    program: str = "the command line",
    read_only: bool = False,
    checked: known.State | None = None,
    patience: float = PATIENCE,
    clock: Clock = wall_clock,
) -> Session:
    """Open a project of either form where it lies; one that is not known is checked through first.

    `program` is what others are told has it open; `checked` is the state in which the file was found
    sound already, `patience` the seconds that a writer who is just ending is waited for.
    Raises BrieferError with a sentence.
    """
    path = existing(path, "make a project with “briefer new”, or check the name")
    holder = holder_of(author, program, clock)
    if is_yaml(path):
        return _open_yaml(path, author, holder, read_only=read_only, clock=clock)
    return open_file(
        path,
        author,
        holder,
        read_only=read_only,
        check=lambda: not known.is_known(path, checked),
        patience=patience,
        clock=clock,
    )


def holder_of(author: str, program: str = "the window", clock: Clock = wall_clock) -> str:
    """Return what others are told of who has a project open, and since when."""
    return f"{author} ({program} on {platform.node()}, process {os.getpid()}, since {_time(clock)})"


def check_file(place: Path, progress: Progress) -> known.State:
    """Check a file that is not known, and remember it as it was before the first record was read."""
    if known.is_known(place):
        return known.state_of(place)
    session = open_project(place, "", read_only=True, checked=known.state_of(place))
    try:
        state = known.state_of(place)
        session.check(progress)
    finally:
        session.close()
    known.remember(place, state)
    return state


def close_project(session: Session) -> None:
    """Close a session and remember its file as one that we wrote."""
    session.close()
    if session.path is not None and not session.read_only and not is_yaml(session.path):
        known.remember(session.path)


def read_project(path: Path) -> Session:
    """Return a read-only session on a copy in memory, for a long job that is in nobody's way."""
    path = existing(path)
    if is_yaml(path):
        return _open_yaml(path, "", "", read_only=True, clock=wall_clock)
    return snapshot(path, check=not known.is_known(path))


def read_open(path: Path) -> Session:
    """Return the same of a project that the window has open: it was checked then, and is not again."""
    return read_project(path) if is_yaml(path) else snapshot(existing(path))


def new_project(path: Path, template: str = DEFAULT_TEMPLATE, title: str = "") -> None:
    """Make a project with a template's sections (a name, or a YAML file) at `path`.

    Raises BrieferError when something stands there or the template is unknown.
    """
    from briefer.actions.words import typed_line
    from briefer.exchange.templates import load_template

    refuse_existing(path)
    if path.suffix:
        project_ending(path)
    loaded = load_template(template)
    words = typed_line(title) or "Untitled brief"
    _write_new(path, [Details(title=words), *loaded], ())


def convert(source: Path, target: Path) -> None:
    """Write a project in its other form, without history when one of the two is YAML.

    Raises BrieferError when the target exists or its name is that of no project.
    """
    project_ending(target)
    refuse_existing(target)
    session = read_project(source)
    try:
        copy_project(session, target)
    finally:
        session.close()


def project_ending(target: Path) -> None:
    """Raise FolderError unless a name is one that a project may have."""
    if target.suffix.lower() not in ENDINGS:
        raise FolderError(f"“{target.name or target}” ends in neither .brief nor .brief.yaml; name it so.")


def copy_project(session: Session, target: Path, *, history: bool = True, mark: str = "") -> None:
    """Write the project as it stands to `target`, in the form its name asks for.

    `mark` names what is left when this process is killed, see `output.clear_up`.
    Raises BrieferError when a project lies there that is open, in this session or another, and for one
    of a newer format.
    """
    session.be_whole()
    with _nobody_at(target, session):
        if is_yaml(target):
            write_beside(target, yaml_of(session.project), mark)
            return
        with taking_the_place_of(target, mark) as beside:
            session.write_copy(beside, history=history)
            leave_no_journal(Path(os.path.realpath(target)))
        known.remember(target)


def yaml_of(project: Project) -> bytes:
    """Return the project in the lossless YAML form."""
    from briefer.exchange.project import to_yaml

    return to_yaml(project)


def sample_path() -> Path:
    """Return where the sample project lies; it is never written to."""
    return paths.seeds() / "us-japan-2plus2.brief.yaml"


def read_whole(path: Path) -> bytes:
    """Return a file's bytes; raises FolderError when it cannot be read or is too large."""
    try:
        if path.stat().st_size > _LARGEST:
            raise FolderError(
                f"“{path.name}” is larger than {_LARGEST >> 30} GB; keep it as a .brief instead."
            )
        return path.read_bytes()
    except OSError as error:
        raise FolderError(f"“{path.name}” cannot be read ({error.strerror}); check your rights.") from error


@contextmanager
def _nobody_at(target: Path, session: Session) -> Iterator[None]:
    """Refuse to replace a project that is open: its next changes would go to a file without a name."""
    place = Path(os.path.realpath(target))
    if place == session.path:
        raise FolderError(f"“{place.name}” is the project that is open; choose another name for the copy.")
    if not place.is_file():
        yield
        return
    lock = WriterLock(place)
    lock.acquire("A copy that is being written", patience=0)
    try:
        yield
    finally:
        lock.release()


def _open_yaml(path: Path, author: str, holder: str, *, read_only: bool, clock: Clock) -> Session:
    lock = None if read_only else WriterLock(path)
    if lock is not None:
        lock.acquire(holder)
    try:
        records, contents = _from_yaml(read_whole(path), path.name)
    except BrieferError:
        if lock is not None:
            lock.release()
        raise
    return in_memory(
        records, contents, author, path=path, lock=lock, saved=_writer(path), read_only=read_only, clock=clock
    )


def _writer(path: Path) -> Callable[[Project], None]:
    return lambda project: write_beside(path, yaml_of(project))


def _from_yaml(data: bytes, name: str) -> tuple[Iterable[Record], Iterable[Content]]:
    from briefer.exchange.events import HarmfulYamlError, UnreadableYamlError
    from briefer.exchange.project import MalformedYamlError, from_yaml
    from briefer.exchange.rescue import holds_records

    try:
        loaded = from_yaml(data)
    except HarmfulYamlError as error:
        raise BrieferError(
            f"“{name}” was not opened, because {error.reason}; correct it there, or take an untouched copy."
        ) from error
    except (MalformedProjectError, MalformedRecordError, MalformedYamlError, UnreadableYamlError) as error:
        if holds_records(data):
            raise DamagedError(name, error.reason, "correct that or go back to a backup of it") from error
        raise
    return loaded.records, loaded.contents


def _write_new(path: Path, records: Iterable[Record], contents: Iterable[Content]) -> None:
    session = in_memory(records, contents, "")
    try:
        copy_project(session, path)
    finally:
        session.close()


def _time(clock: Callable[[], datetime]) -> str:
    return clock().astimezone().strftime("%Y-%m-%d %H:%M")
