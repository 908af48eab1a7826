"""A screen nobody sees, the program on it, and a hand for its mouse and keys."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.house.tree import ROOT

PATIENCE = 30.0
"""Seconds to wait for anything; it is there in one."""

SIZE = (1600, 1000)
_BREATH = 0.2
"""Seconds between the steps of a drag, so that a busy program answers each before the button goes up."""


@contextmanager
def a_screen() -> Iterator[str]:
    """Start an X server without a screen and give its display.

    Without `-noreset` it begins anew when the last program leaves it, and turns away who comes meanwhile.
    """
    for tool in ("Xvfb", "xdotool"):
        assert shutil.which(tool), f"{tool} is missing; run “apt install xvfb xdotool” and repeat the test."
    reader, writer = os.pipe()
    shape = ["-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-dpi", "96"]
    command = ["Xvfb", "-displayfd", str(writer), *shape, "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as answers:
            yield f":{answers.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


class Running:
    """The program with one window on a display; it meets no other program of its user."""

    def __init__(self, display: str, home: Path, *arguments: str, **more: str) -> None:
        """`more` is added to its environment."""
        # Sockets lie in it, whose paths must be short.
        self._runtime = TemporaryDirectory(prefix="briefer-")
        self.environment = os.environ | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_ACCESSIBILITY": "0",
            "HOME": str(home),
            "XDG_CURRENT_DESKTOP": "",
            "XDG_RUNTIME_DIR": self._runtime.name,
            "PYTHONPATH": str(ROOT),
            **{f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CACHE", "CONFIG", "DATA", "STATE")},
            **more,
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "briefer", *arguments], env=self.environment, cwd=home
        )
        self.window = ""
        try:
            until(self._is_found, "the window shows")
            self._tool("windowmove", self.window, "0", "0")
            self._tool("windowfocus", "--sync", self.window)
        except BaseException:
            self.kill()
            raise

    def fill(self, width: int, height: int) -> None:
        """Give the window a size and wait until it has it."""
        self._tool("windowsize", "--sync", self.window, str(width), str(height))
        time.sleep(0.5)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the left button at one place of the window, move to another, and let go."""
        self._tool("mousemove", "--window", self.window, *map(str, start), "mousedown", "1")
        middle = ((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
        for place in (middle, end):
            time.sleep(_BREATH)
            self._tool("mousemove", "--window", self.window, *map(str, place))
        time.sleep(_BREATH)
        self._tool("mouseup", "1")

    def point(self, place: tuple[int, int]) -> None:
        """Move the mouse to a place of the screen."""
        self._tool("mousemove", *map(str, place))

    def click(self, place: tuple[int, int], button: int = 1) -> None:
        """Press and let go a button of the mouse at a place of the screen."""
        self._tool("mousemove", *map(str, place), "click", str(button))

    def title(self) -> str:
        """Return the first word of what the window is called."""
        return self._tool("getwindowname", self.window)

    def key(self, *keys: str) -> None:
        """Press keys one after the other, or several at once: "2", "ctrl+z"."""
        self._tool("key", "--delay", "20", *keys)

    def turn_wheel(self, place: tuple[int, int], steps: int) -> None:
        """Turn the wheel of the mouse over a place of the screen, downwards for more than 0."""
        wheel = ("--repeat", str(abs(steps)), "--delay", "10", "5" if steps > 0 else "4")
        self._tool("mousemove", *map(str, place), "click", *wheel)

    def hold(self, key: str) -> None:
        """Press a key and do not let go of it."""
        self._tool("keydown", key)

    def let_go(self, key: str) -> None:
        """Let go of a key."""
        self._tool("keyup", key)

    def type(self, words: str) -> None:
        """Type words that a Latin keyboard has."""
        self._tool("type", "--delay", "4", words)

    def kill(self) -> None:
        """Let the program die where it stands."""
        self.process.kill()
        self.process.wait()
        self._runtime.cleanup()

    def _is_found(self) -> bool:
        """Look for the window; a search fails where another window goes away meanwhile."""
        self.window = self._tool("search", "--onlyvisible", "--name", "( – |^)briefer$", check=False)
        return bool(self.window)

    def _tool(self, *arguments: str, check: bool = True) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment, capture_output=True, text=True, check=check, timeout=PATIENCE,
        )  # fmt: skip
        return done.stdout.split()[0] if done.stdout.split() else ""


@contextmanager
def started(display: str, home: Path, project: Path) -> Iterator[Running]:
    """Start the program on a project and wait until it shows, filling the screen; kill it at the end."""
    program = Running(display, home, str(project))
    try:
        until(lambda: program.title() != "briefer", "the project is open")
        program.fill(*SIZE)
        yield program
    finally:
        program.kill()


def until(holds: Callable[[], bool], what: str) -> None:
    """Wait until something holds; fail with its words when it does not in good time."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"It did not come to pass that {what}."
        time.sleep(0.05)
