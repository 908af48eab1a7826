"""Whatever a file tries, it is read or refused in one sentence, and reaches neither network nor disk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefer.errors import BrieferError
from briefer.reading import open as opening
from briefer.reading.open import read_bytes, read_file
from tests.house.tree import ROOT
from tests.reading.hostile import LOCAL, hostile

FILES = dict(hostile())
PROMISED = opening.SECONDS
REACHING = [
    "remote.docx", "local.docx", "outside.docx", "linked.docx", "remote.odt", "local.odt", "remote.html",
    "declared.mht", "object.rtf", "action.pdf",
]  # fmt: skip


def test_a_hostile_file_is_answered_within_ten_seconds() -> None:
    assert PROMISED < 10


@pytest.mark.parametrize("name", FILES, ids=ascii)
def test_a_hostile_file_is_read_or_refused_in_one_sentence(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "SECONDS", 2.0)
    said = answer(name)
    assert "It held." in said or (said.startswith(f"“{name}” ") and "\n" not in said) or len(said) < 30


def test_no_file_reaches_the_network_or_writes_or_reads_another(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in REACHING]
    for path in paths:
        path.write_bytes(FILES[path.name])
    trace = tmp_path / "trace"
    # What measures the tests' coverage writes files of its own.
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    environment = unmeasured | {"PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run(
        ["strace", "-f", "-qq", "-o", trace, "-e", "trace=network,open,openat,creat,execve",
         sys.executable, "-m", "tests.reading.test_hostile", *paths],
        cwd=ROOT, check=True, capture_output=True, env=environment,
    )  # fmt: skip
    calls = trace.read_text("utf-8", "replace").splitlines()
    assert sum("execve(" in call for call in calls) > len(REACHING)
    assert [call for call in calls if "AF_INET" in call] == []
    assert [call for call in calls if LOCAL.removeprefix("file://") in call] == []
    # What the child says of its troubles goes to a file without a name, or with one that nobody had.
    written = [call for call in calls if ("O_WRONLY" in call or "O_RDWR" in call) and "ENOENT" not in call]
    assert [
        call
        for call in written
        if "/dev/null" not in call and "O_TMPFILE" not in call and "O_EXCL" not in call
    ] == []


def answer(name: str) -> str:
    try:
        return read_bytes(name, FILES[name]).text
    except BrieferError as error:
        return str(error)


def main() -> None:
    """Read files one after the other, whatever comes of it."""
    for path in sys.argv[1:]:
        try:
            read_file(Path(path))
        except BrieferError:
            continue


if __name__ == "__main__":
    main()
