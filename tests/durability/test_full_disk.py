"""What was acknowledged stays when the disk is full, and work goes on once there is room again."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.durability import places
from tests.durability.worker import KINDS, Said
from tests.proving import PROVING

APART = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-ceu")
"""Where nobody else sees what is mounted, and no rights are wanted."""
STEPS = 25
ROOM = {"export": 12, "tagging": 56, "undo": 30}
"""Kilobytes that are left when a kind of work begins: enough for some of it."""
USUAL_ROOM = 160
LIMIT = {"tagging": 50_000, "undo": 50_000, "export": 10_000, "backup": 100_000, "migrate": 150_000}
"""Bytes that no file may exceed."""
USUAL_LIMIT = 140_000
NOTHING: Said = {"stands": None, "backups": []}
SMALL_DISK = f"""
mkdir "$1/disk"; mount -t tmpfs -o size=8m small "$1/disk"; mv "$1/$2" "$1/disk"
free=$(df -k --output=avail "$1/disk" | tail -1)
dd if=/dev/zero of="$1/disk/filling" bs=1k count=$((free - $4)) 2> "$1/errors"
for pass in full later; do
  "$3" -m tests.durability.worker "$1/disk" ${{#pass}} {STEPS} "$2" 2>> "$1/errors" | cat > "$1/$pass"
  mkdir "$1/after-$pass"; cp -r "$1/disk/$2" "$1/after-$pass"; rm -f "$1/disk/filling"
done
"""
SMALL_FILES = f"""
limit=$5
for pass in full later; do
  prlimit --fsize=$limit "$3" -m tests.durability.worker "$1" ${{#pass}} {STEPS} "$2" 2>> "$1/errors" |
    cat > "$1/$pass"  # whose size is not limited
  mkdir "$1/after-$pass"; cp -r "$1/$2" "$1/after-$pass"; limit=unlimited
done
"""


@cache
def can_mount() -> bool:
    """Tell whether this machine lets anybody mount a small disk of his own."""
    command = [*APART, "mount -t tmpfs small /mnt"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def ways() -> list[list[str]]:
    """Return the ways to fill a disk: a real one where that may be, files that may not grow everywhere."""
    files, disk = ["sh", "-ceu", SMALL_FILES], [*APART, SMALL_DISK]
    if not can_mount():
        return [files]
    return [disk, files] if PROVING else [disk]


def said_in(output: Path) -> list[Said]:
    return [json.loads(line) for line in output.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("kind", KINDS)
def test_a_full_disk_loses_nothing_acknowledged_and_can_be_cleared(
    kind: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    record_property: Callable[[str, object], None],
) -> None:
    begun = tmp_path / "begun.brief"
    places.write_begun(begun)
    room, limit = ROOM.get(kind, USUAL_ROOM), LIMIT.get(kind, USUAL_LIMIT)
    record_property("a real disk", can_mount())
    for way in ways():
        folder = tmp_path / str(len(way))
        places.begin(begun, folder / kind, kind)
        subprocess.run([*way, "sh", folder, kind, sys.executable, str(room), str(limit)], check=True)
        assert "Traceback" not in (folder / "errors").read_text("utf-8")
        full, after = said_in(folder / "full"), said_in(folder / "later")
        refusals = [said["sentence"] for said in full if said["word"] in {"refused", "stopped"}]
        assert refusals
        assert all(places.is_a_sentence(words) for words in refusals)
        assert {said["word"] for said in after} == {"begin", "done"}
        for name, said in (("full", full), ("later", after)):
            stood = [one for one in said if one["word"] != "stopped"]
            places.check(folder / f"after-{name}" / kind, (stood or [NOTHING])[-1], monkeypatch)
        shutil.rmtree(folder)
