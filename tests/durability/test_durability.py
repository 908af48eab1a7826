"""What was acknowledged stays, whatever happens to the program or the disk."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefer.session import open_file
from tests.durability.jumper import STEPS
from tests.proving import examples
from tests.worlds import World

TITLES = ("Findings", "Threats", "People")
WORKER = (sys.executable, "-m", "tests.durability.worker")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project that every run begins with."""
    world = World()
    source = world.source("The dam was inspected in May, and it held. " * 40)
    for title in TITLES:
        world.tag(source, "it held", world.section(title))
    path = tmp_path_factory.mktemp("begun") / "p.brief"
    world.session().write_copy(path)
    return path


def where_it_stands(path: Path) -> tuple[int, int]:
    """Check a project through and return how long its history is and how much of it stands."""
    session = open_file(path, "Bob", "Bob", check=True)
    log = session.log()
    session.close()
    return len(log), sum(not entry.undone for entry in log)


def acknowledged(output: bytes) -> tuple[int, int]:
    """Return what the last whole line of a worker says."""
    line = output[: output.rindex(b"\n")].split(b"\n")[-1].split()
    return int(line[1]), int(line[2])


def within_one_step(found: tuple[int, int], said: tuple[int, int]) -> bool:
    """Tell whether a project stands where it was said to, or one unacknowledged step further."""
    length, standing = found[0] - said[0], found[1] - said[1]
    return (length, standing) == (0, 0) or length == 1 or (length == 0 and abs(standing) == 1)


def runs(begun: Path, folder: Path, count: int) -> Iterator[tuple[int, Path, Path]]:
    for number in range(count):
        path, out = folder / f"{number}.brief", folder / f"{number}.docx"
        shutil.copyfile(begun, path)
        out.write_bytes(b"old")
        yield number, path, out


def is_whole(out: Path) -> bool:
    """Tell whether an exported file is the old one or a whole new one."""
    if out.read_bytes() == b"old":
        return True
    with zipfile.ZipFile(out) as package:
        return package.testzip() is None


def test_a_kill_at_any_moment_loses_nothing_acknowledged(
    begun: Path, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    chance = random.Random(7)
    inside = 0
    count = examples(300)
    for number, path, out in runs(begun, tmp_path, count):
        worker = subprocess.Popen([*WORKER, path, out, str(number), "1000000"], stdout=subprocess.PIPE)
        assert worker.stdout is not None
        first = worker.stdout.readline()
        time.sleep(chance.random() * 0.4)
        worker.kill()
        said = acknowledged(first + worker.stdout.read())
        worker.stdout.close()
        worker.wait()
        inside += path.with_name(path.name + "-journal").exists() or any(tmp_path.glob(f".{out.name}*.part"))
        assert within_one_step(where_it_stands(path), said)
        assert is_whole(out)
        for left in tmp_path.glob(f".{out.name}*.part"):
            left.unlink()
    record_property("kills", count)
    record_property("kills inside a write", inside)
    print(f"{count} kills, {inside} of them inside a write")
    assert inside > 0


@pytest.mark.parametrize("fault", ["EIO", "ENOSPC"])
@pytest.mark.parametrize("call", ["pwrite64", "fdatasync", "fsync", "write", "rename", "unlink"])
def test_a_disk_that_fails_any_one_write_loses_nothing_acknowledged(
    begun: Path, tmp_path: Path, call: str, fault: str
) -> None:
    failed = 0
    trace = tmp_path / "trace"
    for number, path, out in runs(begun, tmp_path, examples(60)):
        only: list[str | Path] = (
            ["-P", path, "-P", f"{path}-journal"] if call in {"pwrite64", "fdatasync", "unlink"} else []
        )
        inject = ["-e", f"trace={call}", "-e", f"inject={call}:error={fault}:when={number + 1}"]
        worker = subprocess.run(
            ["strace", "-f", "-qq", "-o", trace, *only, *inject, *WORKER, path, out, str(number), "12"],
            capture_output=True,
            check=False,
        )
        failed += trace.read_text("utf-8", "replace").count("(INJECTED)")
        assert b"Traceback" not in worker.stderr
        assert within_one_step(where_it_stands(path), acknowledged(worker.stdout))
        assert is_whole(out)
    assert failed > 0


def test_a_kill_in_a_jump_leaves_the_project_at_one_of_its_ends(begun: Path, tmp_path: Path) -> None:
    chance = random.Random(11)
    for _, path, _ in runs(begun, tmp_path, examples(80)):
        jumper = subprocess.Popen(
            [sys.executable, "-m", "tests.durability.jumper", path], stdout=subprocess.PIPE
        )
        assert jumper.stdout is not None
        said = jumper.stdout.readline()
        time.sleep(chance.random() * 0.2)
        jumper.kill()
        said += jumper.stdout.read()
        jumper.stdout.close()
        jumper.wait()
        session = open_file(path, "Bob", "Bob", check=True)
        stands = session.history.head()
        tags = sum(session.project.tag_counts().values())
        session.close()
        assert stands in {int(place) for place in [str(STEPS), *said.decode().split()][-2:]}
        assert tags == stands + len(TITLES)
