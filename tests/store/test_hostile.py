"""Whatever a stranger’s project tries, it is used or refused in a sentence, and reaches nothing else."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefer.cli import run
from briefer.errors import BrieferError
from briefer.tasks.preparing import prepare
from briefer.tasks.salvaging import lay_out
from tests.house.tree import ROOT
from tests.proving import PROVING
from tests.store.hostile import forgeries, header, write_project

FORGERIES = forgeries()
LONGEST = 400
"""Characters of a sentence that somebody reads."""
REACHING = (
    "trigger", "generated", "virtual", "path as a name", "address", "markup", "kind that is a list",
    "journal that names a file", "journal that is a link", "journal that is a pipe", "hot journal", "wal",
    "wal that is a link", "lock that is a link",
)  # fmt: skip
COMMANDS: dict[str, Callable[[Path], list[str | Path]]] = {
    "log": lambda path: ["log", path],
    "undo": lambda path: ["undo", path],
    "check": lambda path: ["check", path],
    "export": lambda path: ["export", path, path.parent / "out.html", "--draft"],
    "reread": lambda path: ["reread", path, "S1", path.parent / "newer.txt"],
    "merge": lambda path: ["merge", path.parent / "mine.brief", path],
    "redo": lambda path: ["redo", path],
    "salvage": lambda path: ["salvage", path, path.parent / "saved.brief"],
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "p.brief"
    write_project(path)
    return path


def laid_out(sound: Path, folder: Path, name: str) -> Path:
    """Lay a hostile project out in a folder of its own, with what the commands want beside it."""
    folder.mkdir(parents=True)
    for copy in ("p.brief", "mine.brief"):
        shutil.copyfile(sound, folder / copy)
    (folder / "newer.txt").write_text("In July the dam was inspected. It held.", "utf-8")
    (folder / "outside").mkdir()
    (folder / "outside" / "precious").write_text("mine", "utf-8")
    FORGERIES[name](folder / "p.brief")
    return folder / "p.brief"


def commands(name: str) -> Iterator[str]:
    """Yield which commands a project is tried with: `make check` leaves some of them to its neighbours."""
    yield from COMMANDS if PROVING else ("undo", [*COMMANDS][2 + len(name) % 6])


def prepared(path: Path) -> str:
    """Return what the window is told when it wants to open a project."""
    try:
        answer = prepare(str(path))
        if "damaged" in answer:
            left = lay_out(answer["damaged"])
            return f"{left['say']} {' '.join(loss['sentence'] for loss in left['losses'][:3])}"
        return str(answer["notes"])
    except BrieferError as error:
        return str(error)


@pytest.mark.parametrize("name", FORGERIES)
def test_a_hostile_project_is_used_or_refused_in_one_sentence(
    name: str, sound: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = laid_out(sound, tmp_path / "window", name)
    answered = prepared(path)
    assert len(answered) <= LONGEST
    assert answered.isprintable()
    for command in commands(name):
        path = laid_out(sound, tmp_path / command, name)
        status = run([str(word) for word in COMMANDS[command](path)])
        answer = capfd.readouterr()
        assert status <= 3
        assert status != 3 or (len(answer.err.splitlines()) == 1 and len(answer.err) <= LONGEST)
        assert "should not have happened" not in answer.err
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", answer.out + answer.err)
        assert [one.name for one in (path.parent / "outside").iterdir()] == ["precious"]


@pytest.mark.parametrize("ending", [".brief", ".brief.yaml"])
@pytest.mark.parametrize(
    "lay",
    [
        os.mkfifo,
        lambda path: path.mkdir(),
        lambda path: path.symlink_to("/dev/zero"),
        lambda path: path.symlink_to("/proc/self/mem"),
        lambda path: path.symlink_to(path),
        lambda path: path.symlink_to(path.parent / "nothing"),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"\xff" * 4096),
    ],
    ids=["pipe", "folder", "device", "memory", "circle", "nothing", "empty", "noise"],
)
def test_what_is_no_file_to_open_is_refused_in_one_sentence(
    lay: Callable[[Path], None], ending: str, sound: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path, mine = tmp_path / f"p{ending}", tmp_path / "mine.brief"
    lay(path)
    shutil.copyfile(sound, mine)
    assert prepared(path).endswith(".")
    for words in (["check", path], ["undo", path], ["log", path], ["merge", mine, path]):
        assert run([str(word) for word in words]) == 3
        assert len(capfd.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("name", ["\u202efeirb.brief", "a\nb\x1b[2J.brief", "-rf.brief", "%s{0}.brief"])
def test_a_project_of_any_name_is_opened_and_named_on_one_line(
    name: str, sound: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = Path(shutil.copyfile(sound, tmp_path / name))
    assert prepared(path) == "[]"
    assert run(["undo", str(path)]) == 0
    header(68, b"MBTI")(path)
    capfd.readouterr()
    assert run(["check", str(path)]) == 3
    said = capfd.readouterr().err
    assert said.rstrip("\n").isprintable()
    assert len(said.splitlines()) == 1


def test_no_project_reaches_the_network_or_writes_or_removes_another_file(
    sound: Path, tmp_path: Path
) -> None:
    paths = [laid_out(sound, tmp_path / f"{number}", name) for number, name in enumerate(REACHING)]
    trace = tmp_path / "trace"
    # What measures the tests' coverage writes files of its own.
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    unmeasured |= {"PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(tmp_path)}
    subprocess.run(
        ["strace", "-f", "-qq", "-o", trace, "-e", "trace=network,open,openat,creat,unlink,rename,execve",
         sys.executable, "-m", "tests.store.test_hostile", *paths],
        cwd=ROOT, check=True, capture_output=True, env=unmeasured,
    )  # fmt: skip
    calls = trace.read_text("utf-8", "replace").splitlines()
    assert [call for call in calls if "AF_INET" in call] == []
    assert {call.split('"')[1] for call in calls if "execve(" in call} == {sys.executable}
    own = [str(tmp_path), os.environ["XDG_CACHE_HOME"], "/dev/null"]
    changed = [call for call in calls if re.search(r"O_WRONLY|O_RDWR|O_CREAT|unlink\(|rename\(", call)]
    assert [call for call in changed if "ENOENT" not in call and not any(one in call for one in own)] == []
    assert [call for call in changed if "outside" in call and "ELOOP" not in call] == []


def main() -> None:
    """Do everything with projects, whatever comes of it."""
    for path in map(Path, sys.argv[1:]):
        for command in COMMANDS.values():
            run([str(word) for word in command(path)])


if __name__ == "__main__":
    main()
