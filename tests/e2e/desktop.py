"""A desktop nobody sees: a screen, a session bus, a window manager, and eyes for all of it."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, cast

from tests.e2e.screen import a_screen

_EYES: Final = Path(__file__).with_name("atspi_eyes.py")
_PYTHON: Final = "/usr/bin/python3"
"""The one that has the system's bindings."""

_WINDOWS: Final = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <applications><application class="*"><decor>no</decor></application></applications>
</openbox_config>
"""
"""Windows with no more than a thin frame, so that they can fill the screen, and no keys but the program's.

Without any frame Qt is sometimes not told where a window was put.
"""


@dataclass(frozen=True, slots=True)
class Node:
    """Something that a screen reader can name; its place is in pixels of the screen."""

    role: str
    name: str
    description: str
    place: tuple[int, int, int, int]
    states: frozenset[str]
    words: str
    labels: tuple[str, ...]

    @property
    def middle(self) -> tuple[int, int]:
        x, y, width, height = self.place
        return x + width // 2, y + height // 2


class Eyes:
    """Asks the accessibility bus; names are patterns that fit from the beginning of a name."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [_PYTHON, str(_EYES)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._read() == "ready"

    def find(self, role: str, name: str = "") -> Node | None:
        """Return the first that shows, in the window opened last."""
        return _node(self._ask("find", role=role, name=name))

    def unnamed(self, *roles: str) -> list[Node] | None:
        """Return what shows of these roles without a name, None while it changes."""
        found = self._ask("unnamed", roles=roles)
        return None if found is None else [cast("Node", _node(node)) for node in found]

    def focused(self) -> Node | None:
        """Return what the keyboard was given to last."""
        return _node(self._ask("focused"))

    def heard(self) -> list[str]:
        """Return what was announced since the beginning."""
        return [str(words) for words in self._ask("heard")]

    def spot(self, name: str, quote: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """Return where a quote begins and ends in a text, None when the text does not have it."""
        found = self._ask("spot", name=name, quote=quote)
        if found is None:
            return None
        first, last = found
        start = (first[0] + 1, first[1] + first[3] // 2)
        return start, (last[0] + last[2] - 1, last[1] + last[3] // 2)

    def act(self, role: str, name: str, action: str) -> bool:
        """Do one of the actions that something offers."""
        return bool(self._ask("act", role=role, name=name, action=action))

    def focus(self, role: str, name: str) -> bool:
        """Give the keyboard to something."""
        return bool(self._ask("focus", role=role, name=name))

    def put_caret(self, role: str, name: str, at: int) -> bool:
        """Put the caret of a text before its character with this number."""
        return bool(self._ask("caret", role=role, name=name, at=at))

    def _ask(self, what: str, **more: object) -> Any:  # noqa: ANN401
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"ask": what, **more}) + "\n")
        self.process.stdin.flush()
        return self._read()

    def _read(self) -> Any:  # noqa: ANN401
        assert self.process.stdout is not None
        return json.loads(self.process.stdout.readline())["answer"]


@dataclass(frozen=True, slots=True)
class Desktop:
    """What a program needs to show itself, and the eyes that see it."""

    display: str
    environment: dict[str, str]
    eyes: Eyes


@contextmanager
def a_desktop() -> Iterator[Desktop]:
    """Start all that a desktop is made of, and end it again."""
    with ExitStack() as stack:
        display = stack.enter_context(a_screen())
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="briefer-")))
        environment = {
            **os.environ,
            "DISPLAY": display,
            "XDG_RUNTIME_DIR": str(folder),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder / 'bus'}",
        }
        address = environment["DBUS_SESSION_BUS_ADDRESS"]
        bus = ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address={address}"]
        _started(stack, bus, environment, speaks=True)
        (folder / "rc.xml").write_text(_WINDOWS)
        _started(stack, ["openbox", "--config-file", str(folder / "rc.xml")], environment)
        eyes = Eyes(environment)
        stack.callback(_ended, eyes.process)
        yield Desktop(display, environment, eyes)


def _started(
    stack: ExitStack, command: list[str], environment: dict[str, str], *, speaks: bool = False
) -> None:
    """Start a program of the desktop; one that speaks is waited for until it says that it is there."""
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    stack.callback(_ended, process)
    if speaks:
        assert process.stdout is not None
        assert process.stdout.readline()


def _ended(process: subprocess.Popen[Any]) -> None:
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()
    process.terminate()
    process.wait()


def _node(found: dict[str, Any] | None) -> Node | None:
    if found is None:
        return None
    place = cast("tuple[int, int, int, int]", tuple(found.pop("place")))
    states, labels = frozenset(found.pop("states")), tuple(found.pop("labels"))
    return Node(place=place, states=states, labels=labels, **found)
