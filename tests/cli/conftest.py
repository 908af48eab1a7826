from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

FIRST = "Yōko Kamikawa met “Kihara” in Tokyo. The dam held, and the dam was old.\n본문 바로가기\n"
SECOND = "The dam fell."


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOGNAME", "Ada")
    return Terminal(tmp_path, capsys)


@pytest.fixture(params=["p.brief", "p.brief.yaml"])
def form(request: pytest.FixtureRequest) -> str:
    """The name of the project, in one form and in the other."""
    name: str = request.param
    return name


@pytest.fixture
def terminal(bare: Terminal) -> Terminal:
    """A terminal in a folder with p.brief: the five sections and two sources."""
    return begun(bare, "p.brief")


def begun(terminal: Terminal, name: str) -> Terminal:
    """Make a project of two sources."""
    Path("first.txt").write_text(FIRST, "utf-8")
    Path("second.txt").write_text(SECOND, "utf-8")
    terminal.do("new", name, "--title", "The dam")
    terminal.do("add", name, "first.txt", "second.txt")
    return terminal
