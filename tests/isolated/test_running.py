from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefer.errors import BrieferError
from briefer.isolated.running import CancelledError, OvertimeError, call, start
from tests.house.tree import ROOT
from tests.isolated.errands import TornPageError

HERE = "tests.isolated.errands"


def test_a_child_gives_back_what_the_function_returns() -> None:
    assert call(f"{HERE}:echo", 1, "Yōko 김 🙂\ud800", None, {"a": [b"\x00\xff", 2.5]}) == [
        1,
        "Yōko 김 🙂\ud800",
        None,
        {"a": [b"\x00\xff", 2.5]},
    ]


def test_an_error_for_the_user_comes_back_as_itself() -> None:
    with pytest.raises(TornPageError, match=r"^Page 7 is torn; scan it again\.$"):
        call(f"{HERE}:tear", 7)


@pytest.mark.parametrize("errand", ["crash", "err", "not_there"])
def test_a_child_that_dies_is_told_in_one_sentence(errand: str) -> None:
    with pytest.raises(BrieferError, match="ended without an answer"):
        call(f"{HERE}:{errand}")


def test_a_child_that_takes_too_much_memory_is_stopped() -> None:
    with pytest.raises(BrieferError, match="more memory"):
        call(f"{HERE}:fill_the_memory", memory=1 << 30)


def test_a_child_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(OvertimeError, match="longer than 0.3 seconds"):
        call(f"{HERE}:hang", timeout=0.3)


def test_a_child_can_be_cancelled() -> None:
    running = start(f"{HERE}:hang")
    assert not running.poll()
    running.cancel()
    with pytest.raises(CancelledError):
        running.result()
    running.cancel()
    assert running.poll()


def test_progress_is_told_in_the_thread_that_asks() -> None:
    told: list[tuple[int, int]] = []
    assert call(f"{HERE}:count", 3, progress=lambda done, total: told.append((done, total))) == 3
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(
    "line",
    ["not json", "[1, 2]", '{"progress": 7}', '{"progress": ["a", {}]}', '{"$bytes": "?"}', "[" * 100_000],
)
def test_a_child_that_was_taken_over_can_say_nothing_but_falsehoods(line: str) -> None:
    with pytest.raises(BrieferError, match="ended without an answer"):
        call(f"{HERE}:answer", line)


def test_only_errors_known_here_are_raised_again() -> None:
    with pytest.raises(BrieferError, match=r"^Look out\.$") as caught:
        call(f"{HERE}:answer", '{"error": "Look out.", "kind": "os:system"}')
    assert type(caught.value) is BrieferError


def test_a_request_that_does_not_travel_is_refused_at_once() -> None:
    with pytest.raises(TypeError, match="object does not travel"):
        call(f"{HERE}:echo", object())


def test_a_module_that_lies_in_the_current_folder_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    assert call(f"{HERE}:echo", 1) == [1]


def test_a_child_ends_with_its_parent() -> None:
    code = f"""
import os
from briefer.isolated.running import start
told = []
running = start("{HERE}:count", 10_000, progress=lambda done, total: told.append(done))
while not told:
    running.poll()
print(running._process.pid, flush=True)
os.kill(os.getpid(), 9)
"""
    parent = [sys.executable, "-c", code]
    child = int(subprocess.run(parent, cwd=ROOT, capture_output=True, check=False).stdout)
    for _ in range(100):
        if not is_running(child):
            return
        time.sleep(0.05)
    pytest.fail("the child outlived its parent")


def test_a_frozen_program_is_its_own_child(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m briefer "$@"\n')
    program.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    assert call(f"{HERE}:echo", 1) == [1]


def is_running(process: int) -> bool:
    """Tell whether a process is there and no zombie that nobody has waited for."""
    try:
        os.kill(process, 0)
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text("ascii")
    except (ProcessLookupError, FileNotFoundError):
        return False


def test_a_system_without_room_for_a_process_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object, **_options: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    with pytest.raises(BrieferError, match="No process could be started beside briefer"):
        call("tests.isolated.errands:add", 1, 2)
