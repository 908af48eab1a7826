"""A terminal to type commands into, without a process for each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from briefer.cli import run


@dataclass(frozen=True)
class Answer:
    """What a command printed, and the status it ended with."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def rows(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.out)
        return found

    def __str__(self) -> str:
        return f"status {self.status}\n{self.out}\n{self.err}"


class Terminal:
    """Runs commands in a folder of its own; a name without a folder lies there."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capture = capture

    def answer(self, *arguments: object) -> Answer:
        """Run a command, however it ends; it may not say that it ended in a way nobody thought of."""
        status = run([str(argument) for argument in arguments])
        out, err = self._capture.readouterr()
        assert "should not have happened" not in err, err
        assert "Traceback" not in err
        return Answer(status, out, err)

    def do(self, *arguments: object) -> list[str]:
        """Run a command that must succeed without a word on standard error; return what it printed."""
        found = self.answer(*arguments)
        assert (found.status, found.err) == (0, ""), found
        return found.lines

    def refused(self, *arguments: object) -> str:
        """Run a command that must be refused; return its one sentence."""
        found = self.answer(*arguments)
        assert (found.status, found.out) == (3, ""), found
        (sentence,) = found.err.splitlines()
        return sentence

    def misused(self, *arguments: object) -> str:
        """Run a command that must be found wrong before anything is opened; return what it said."""
        found = self.answer(*arguments)
        assert (found.status, found.out) == (2, ""), found
        return found.err

    def rows(self, command: str, project: object = "p.brief") -> list[dict[str, Any]]:
        """Return what a command lists with --json."""
        found = self.answer(command, project, "--json")
        assert (found.status, found.err) == (0, ""), found
        return found.rows
