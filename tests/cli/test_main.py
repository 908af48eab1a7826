"""Which of the two the program is: the window or the command line."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path
from types import ModuleType

import pytest

from briefer import cli
from briefer.__main__ import main
from tests.cli.terminal import Terminal


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> list[list[Path]]:
    """The lists of projects that windows were opened with; no window is."""
    opened: list[list[Path]] = []
    app = ModuleType("briefer.gui.app")

    def run(projects: list[Path]) -> int:
        opened.append(projects)
        return 7

    app.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "briefer.gui.app", app)
    return opened


@pytest.mark.parametrize(
    "arguments", [[], ["p.brief"], ["P.BRIEF"], ["p.brief.yaml", "q.yml"], ["/there/of mine.brief"]]
)
def test_no_arguments_or_projects_open_the_window(
    monkeypatch: pytest.MonkeyPatch, windows: list[list[Path]], arguments: list[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["briefer", *arguments])
    assert main() == 7
    assert windows == [[Path(argument) for argument in arguments]]


@pytest.mark.parametrize(
    ("arguments", "status"), [(["--version"], 0), (["sources", "no.brief"], 3), (["no-such-command"], 2)]
)
def test_a_command_or_an_option_is_for_the_command_line(
    monkeypatch: pytest.MonkeyPatch, windows: list[list[Path]], arguments: list[str], status: int
) -> None:
    monkeypatch.setattr(sys, "argv", ["briefer", *arguments])
    assert main() == status
    assert windows == []


def test_the_module_is_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["briefer", "--version"])
    monkeypatch.delitem(sys.modules, "briefer.__main__")
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("briefer", run_name="__main__")
    assert ended.value.code == 0


def test_an_interruption_before_the_command_line_stands_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_arguments: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "run", interrupted)
    monkeypatch.setattr(sys, "argv", ["briefer", "--version"])
    assert main() == 3
    assert capsys.readouterr().err == "Interrupted before anything was done.\n"


def test_the_help_says_of_each_command_in_one_whole_line_what_it_does(
    monkeypatch: pytest.MonkeyPatch, bare: Terminal
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    commands = "\n".join(bare.do("--help")).partition("Commands:")[2].splitlines()
    lines = [line for line in commands if line.startswith("  ") and "“" not in line]
    assert len(lines) == len(cli.commands.commands)
    assert [line for line in lines if not line.endswith(".") or "..." in line] == []
