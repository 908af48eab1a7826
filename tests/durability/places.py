"""Folders in which a worker works, and what must hold in them when it was stopped at any moment."""

from __future__ import annotations

import shutil
import zipfile
from datetime import UTC, datetime
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final

import pytest

from briefer.session import open_file, snapshot
from briefer.store import schema
from briefer.tasks import backups
from tests.durability.worker import FORMATS, OLDER, OUT, PROJECT, Said, standing
from tests.worlds import World

GOLDEN: Final = Path(__file__).parents[1] / "golden"
OLD: Final = b"old"
_ENDS: Final = {"docx": b"PK", "html": b"</html>\n", "md": b"\n", "pdf": b"%%EOF\n"}
TITLES: Final = ("Findings", "Threats", "People")


def write_begun(path: Path) -> None:
    """Write the small project that every work begins with."""
    world = World()
    source = world.source("The dam was inspected in May, and it held. " * 40)
    for title in TITLES:
        world.tag(source, "it held", world.section(title))
    world.session().write_copy(path)


def begin(begun: Path, folder: Path, kind: str) -> Path:
    """Lay out a folder to work in: the project, a brief in each format, older projects to be brought up."""
    folder.mkdir(parents=True)
    shutil.copyfile(begun, folder / PROJECT)
    for ending in FORMATS:
        (folder / f"{OUT}.{ending}").write_bytes(OLD)
    if kind == "migrate":
        for number, golden in product(range(3), GOLDEN.glob("format-[123].brief")):
            shutil.copyfile(golden, folder / f"{number}-{golden.name}")
    return folder


def is_inside_a_write(folder: Path) -> bool:
    """Tell whether a worker that was stopped has left something half written."""
    return any(any(folder.rglob(left)) for left in (".*.part", "*-journal"))


def is_a_sentence(words: str) -> bool:
    """Tell whether the user hears in one line what is and what to do."""
    return words.endswith(".") and "\n" not in words and "; " in words


def check(folder: Path, said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    """See that all that was acknowledged in a folder is there, and what was not, whole or not at all."""
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
    _check_backups(folder, said["backups"])
    _check_migrated(folder)
    for ending in FORMATS:
        assert _is_whole(folder / f"{OUT}.{ending}")
    if said["stands"] is not None:
        _check_project(folder / PROJECT, *said["stands"])


def _check_project(path: Path, length: int, stood: int, says: str) -> None:
    """See that a project stands where it was said to, or one unacknowledged step further."""
    session = open_file(path, "Bob", "Bob", check=True)
    found = standing(session)
    if found != [length, stood, says]:
        entries = session.log()
        if len(entries) == length + 1:
            assert not entries[-1].undone
            session.undo()
        else:
            assert len(entries) == length
            assert found[1] in {stood - 1, stood + 1}
            session.redo() if found[1] == stood - 1 else session.undo()
        assert standing(session)[2] == says
    session.close()


def _check_migrated(folder: Path) -> None:
    """See that each older project is the old one or the new one, and has a whole copy of it kept if new."""
    for path in folder.glob(OLDER):
        former = int(path.stem[-1])
        kept = list(folder.glob(f"{path.name}*.bak"))
        session = snapshot(path, check=True)
        assert standing(session) == _golden(path.name.partition("-")[2])
        session.close()
        assert schema.guard_header(path) in ({former, schema.FORMAT_VERSION} if kept else {former})
        for copy in kept:
            session = snapshot(copy, check=True)
            assert standing(session) == _golden(path.name.partition("-")[2])
            session.close()
            assert schema.guard_header(copy) == former


def _check_backups(folder: Path, before: list[str]) -> None:
    """See that each backup is sound, and that none went before the newer one for which it had to."""
    place = next(folder.glob("data/briefer/backups/*/*.brief"), folder / PROJECT)
    now = backups.backups(place)
    for copy in now:
        snapshot(copy, check=True).close()
    names = {copy.name for copy in now}
    new = names - set(before)
    assert len(new) <= 1
    if not new:
        assert names == set(before)
    else:
        times = [_time(name) for name in {*before, *names}]
        due = backups.kept(times, max(times))
        assert {name for name in before if _time(name) in due} <= names


def _time(name: str) -> datetime:
    return datetime.strptime(name, "%Y%m%dT%H%M%SZ.brief").replace(tzinfo=UTC)


@cache
def _golden(name: str) -> list[object]:
    session = snapshot(GOLDEN / name, check=True)
    try:
        return standing(session)
    finally:
        session.close()


def _is_whole(out: Path) -> bool:
    """Tell whether an exported file is the old one or a whole new one."""
    data = out.read_bytes()
    if data != OLD and out.suffix == ".docx":
        with zipfile.ZipFile(out) as package:
            return package.testzip() is None
    return data == OLD or data.endswith(_ENDS[out.suffix[1:]])
