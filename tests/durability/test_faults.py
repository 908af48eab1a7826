"""What was acknowledged stays when the disk fails, at whichever write it does; the user gets a sentence."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.durability import places
from tests.durability.worker import KINDS, Said
from tests.proving import PROVING

STEPS = 3
CALLS = {
    "pwrite64": range(1, 560, 7),
    "fdatasync": range(1, 56),
    "unlink": range(1, 17),
    "rename": range(1, 4),
    "fsync": range(1, 7),
    "write": range(1, 5),
    "ftruncate": range(1, 5),
}
"""Which calls of each kind fail, one a run: as many are made, at most, by a worker in its steps."""
FEWEST = 2
"""As many of them at least are tried in `make check`, where it is a tenth."""
FAULTS = ("EIO", "ENOSPC")


def tenth(calls: range) -> range:
    """Return a tenth of the calls, spread over them."""
    number = max(FEWEST, -(-len(calls) // 10))
    step = len(calls) // number
    return calls[step // 2 :: step][:number]


def last_said(output: bytes) -> dict[str, Said]:
    """Return what the worker of each kind said last, where it said how its project stands."""
    found: dict[str, Said] = {}
    for line in output.splitlines():
        said = json.loads(line)
        assert said["word"] in {"begin", "done"} or places.is_a_sentence(said["sentence"])
        if said["word"] != "stopped":
            found[said["kind"]] = said
    return found


def injected(trace: Path, output: bytes) -> Counter[str]:
    """Return how many faults met each kind of work."""
    kinds = {said["process"]: said["kind"] for said in map(json.loads, output.splitlines())}
    found = re.findall(r"^(\d+) .*\(INJECTED\)$", trace.read_text("utf-8", "replace"), re.MULTILINE)
    return Counter(kinds[int(process)] for process in found if int(process) in kinds)


@pytest.mark.parametrize("call", CALLS)
def test_a_disk_that_fails_any_one_write_loses_nothing_acknowledged(
    call: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    record_property: Callable[[str, object], None],
) -> None:
    begun, trace = tmp_path / "begun.brief", tmp_path / "trace"
    # What measures the tests' coverage writes files of its own, which must not fail.
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    places.write_begun(begun)
    met: Counter[str] = Counter()
    calls = CALLS[call]
    tried = calls if PROVING else tenth(calls)
    for number, place in enumerate(tried):
        folder = tmp_path / str(place)
        for kind in KINDS:
            places.begin(begun, folder / kind, kind)
        inject = ["-e", f"trace={call}", "-e", f"inject={call}:error={FAULTS[number % 2]}:when={place}"]
        done = subprocess.run(
            ["strace", "-f", "--seccomp-bpf", "-qq", "-o", trace, *inject,
             sys.executable, "-m", "tests.durability.worker", folder, str(place), str(STEPS), *KINDS],
            capture_output=True, check=False, env=unmeasured | {"PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        met += injected(trace, done.stdout)
        for kind, said in last_said(done.stdout).items():
            places.check(folder / kind, said, monkeypatch)
    record_property("faults", dict(met))
    print(call, dict(met))
    assert met
