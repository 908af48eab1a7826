"""The program as a process: what goes down its pipes, and how it ends when they or the user give out."""

from __future__ import annotations

import errno
import io
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from briefer import __version__
from briefer.cli import run
from briefer.tasks import importing
from tests.cli.conftest import SECOND
from tests.cli.terminal import Terminal

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "briefer")


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


def briefer(*arguments: str | bytes, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *arguments], capture_output=True, check=False, env={**os.environ, **environment}
    )


def shell(line: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["/bin/sh", "-c", line.replace("briefer", " ".join(PROGRAM))], capture_output=True, check=False
    )


def test_the_version_and_the_help_are_printed() -> None:
    found = briefer("--version")
    assert (found.returncode, found.stdout.decode()) == (0, f"briefer, version {__version__}\n")
    found = briefer("-h")
    assert found.returncode == 0
    assert b"verify" in found.stdout


def test_a_command_that_is_none_is_wrong_usage() -> None:
    found = briefer("frobnicate")
    assert (found.returncode, found.stdout) == (2, b"")
    assert b"No such command 'frobnicate'" in found.stderr


def test_history_goes_on_from_one_process_to_the_next(terminal: Terminal) -> None:
    tagged = briefer("tag", "p.brief", "S1", "threats", "--quote", "본문 바로가기")
    assert (tagged.returncode, tagged.stderr) == (0, b"")
    assert terminal.rows("tags")[0]["id"] == tagged.stdout.decode().strip()
    assert briefer("undo", "p.brief").stderr == b"Undone: Tag as Threats\n"
    assert terminal.rows("tags") == []
    assert briefer("redo", "p.brief").returncode == 0
    assert terminal.rows("tags")[0]["id"] == tagged.stdout.decode().strip()


def test_words_of_any_script_are_printed_in_any_locale(terminal: Terminal) -> None:
    terminal.do("tag", "p.brief", "S1", "threats", "--quote", "본문 바로가기")
    for environment in ({"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"}):
        found = briefer("tags", "p.brief", **environment)
        assert found.returncode == 0
        assert "본문 바로가기" in found.stdout.decode()


def test_a_bar_is_drawn_on_a_terminal_only(terminal: Terminal) -> None:
    del terminal
    Path("third.txt").write_bytes(b"Third.")
    screen, keyboard = pty.openpty()
    found = subprocess.run(
        [*PROGRAM, "add", "p.brief", "third.txt"], stdout=subprocess.PIPE, stderr=keyboard, check=False
    )
    os.close(keyboard)
    assert b"Reading" in os.read(screen, 10_000)
    os.close(screen)
    assert found.returncode == 0
    assert len(found.stdout.split()) == 1


@pytest.mark.parametrize("line", ["briefer sources p.brief", "briefer tags p.brief --json"])
def test_a_pipe_that_nobody_reads_from_ends_the_program_quietly(terminal: Terminal, line: str) -> None:
    terminal.do("tag", "p.brief", "S1", "threats", "--quote", "Tokyo")
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        found = subprocess.run(
            [*PROGRAM, *line.split()[1:]], stdout=pipe, stderr=subprocess.PIPE, check=False
        )
    assert (found.returncode, found.stderr) == (3, b"")


def test_a_full_disk_behind_the_output_is_one_sentence(terminal: Terminal) -> None:
    del terminal
    found = shell("briefer sources p.brief > /dev/full")
    assert found.returncode == 3
    assert found.stderr.decode() == (
        "The system refused (No space left on device); see to that, then repeat the command.\n"
    )


def test_closed_streams_are_no_reason_to_fail(terminal: Terminal) -> None:
    assert shell("briefer set p.brief title New >&- 2>&-").returncode == 0
    assert shell("briefer add p.brief no.txt 2>&-").returncode == 3
    assert terminal.rows("log")[-1]["label"] == "Set title"


def test_a_file_name_of_any_bytes_is_added_and_refused_in_one_line(terminal: Terminal) -> None:
    name = b"a\n\xff\x1b[31m\xe2\x80\xae.txt"
    missing = briefer("add", "p.brief", name)
    assert (missing.returncode, missing.stdout) == (3, b"")
    assert missing.stderr.decode() == (
        "“a\\n\\udcff\\x1b[31m\\u202e.txt” cannot be read (No such file or directory);"
        " check the name and your rights.\n"
    )
    Path(os.fsdecode(name)).write_bytes(b"Third.")
    assert briefer("add", "p.brief", name).returncode == 0
    assert terminal.rows("sources")[2]["file_name"] == "a \N{REPLACEMENT CHARACTER}[31m.txt"


def test_what_a_statement_says_turns_no_line_of_a_terminal_round(terminal: Terminal) -> None:
    del terminal
    turned = "It \u202eheld."
    assert briefer("write", "p.brief", "bluf", turned, "--kind", "fact").returncode == 0
    blocked = briefer("export", "p.brief", "out.md")
    assert blocked.returncode == 1
    assert "\u202e" not in blocked.stderr.decode()
    assert "“It \\u202eheld.”" in blocked.stderr.decode()


def test_a_very_long_argument_is_like_any_other(terminal: Terminal) -> None:
    del terminal
    words = "word " * 20_000
    found = briefer("write", "p.brief", "bluf", words, "--kind", "judgement")
    assert (found.returncode, found.stderr) == (0, b"")
    found = briefer("write", "p.brief", "bluf", f"{words}{words[:20_000]}", "--kind", "judgement")
    assert (found.returncode, found.stdout) == (3, b"")
    assert b"characters; cut it below 100,000" in found.stderr


def test_an_interruption_is_one_sentence_and_changes_nothing(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    Path("third.txt").write_text(SECOND + SECOND)
    with monkeypatch.context() as fault:
        fault.setattr(importing, "read_files", interrupted)
        assert run(["add", "p.brief", "third.txt"]) == 3
    found = capsys.readouterr()
    assert (found.out, found.err.strip()) == ("", "Interrupted; what was not finished was not written.")
    assert len(terminal.rows("sources")) == 2


def test_what_nobody_thought_of_is_still_a_sentence(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_arguments: object, **_options: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(importing, "read_files", broken)
    assert run(["add", "p.brief", "first.txt"]) == 3
    assert capsys.readouterr().err == (
        "This should not have happened (ZeroDivisionError: by nought); please report it.\n"
    )
    assert len(terminal.rows("sources")) == 2


def test_what_the_system_refuses_is_still_a_sentence(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_arguments: object, **_options: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(importing, "read_files", refused)
    sentence = terminal.refused("add", "p.brief", "first.txt")
    assert sentence == "The system refused (Input/output error); see to that, then repeat the command."


class Full(io.StringIO):
    """An output that takes nothing, as a full disk does, and complains as often as it is asked."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__()
        self.file = file

    def flush(self) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def fileno(self) -> int:
        return self.file.fileno()


def test_an_output_that_takes_nothing_is_let_go_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "out").open("wb") as file:
        monkeypatch.setattr(sys, "stdout", Full(file))
        assert run(["--version"]) == 3
        assert os.path.samestat(os.fstat(file.fileno()), Path(os.devnull).stat())
