"""Somebody at the program: sees what a screen reader could tell, and has a mouse and keys."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tests.e2e.desktop import Desktop, Node
from tests.e2e.screen import SIZE, Running, until

Found = TypeVar("Found")


class User:
    """Works at one window of the program, which fills the screen unless told otherwise."""

    def __init__(self, desktop: Desktop, home: Path, *arguments: str, size: tuple[int, int] = SIZE) -> None:
        self.eyes = desktop.eyes
        self.heard_before = len(self.eyes.heard())
        more = {
            "QT_ACCESSIBILITY": "1",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "DBUS_SESSION_BUS_ADDRESS": desktop.environment["DBUS_SESSION_BUS_ADDRESS"],
        }
        self.program = Running(desktop.display, home, *arguments, **more)
        self.program.fill(*size)

    # Seeing

    def sees(self, role: str, name: str = "") -> Node:
        """Wait until something with a name that begins so shows, and return it."""
        return self._awaited(
            lambda: self.eyes.find(role, re.escape(name)), f"there is a {role} “{name}…” to be seen"
        )

    def sees_no_more(self, role: str, name: str = "") -> None:
        """Wait until nothing with such a name shows."""
        until(lambda: self.eyes.find(role, re.escape(name)) is None, f"the {role} “{name}…” is gone")

    def hears(self, words: str) -> None:
        """Wait until something is announced that has these words."""

        def said() -> bool:
            return any(words in one for one in self.eyes.heard()[self.heard_before :])

        until(said, f"“{words}” is heard")

    def has_keys_at(self, role: str, name: str = "") -> Node:
        """Wait until the keyboard is given to something."""

        def there() -> Node | None:
            node = self.eyes.focused()
            return node if node and node.role == role and node.name.startswith(name) else None

        return self._awaited(there, f"the keys go to the {role} “{name}…”")

    # Keys

    def press(self, *keys: str) -> None:
        """Press keys one after the other: "2", "ctrl+z"."""
        self.program.key(*keys)

    def types(self, words: str) -> None:
        """Type words."""
        self.program.type(words)

    # The mouse

    def click(self, role: str, name: str = "") -> None:
        """Click in the middle of something, once it shows."""
        self.program.click(self.sees(role, name).middle)

    def selects(self, source: str, quote: str) -> tuple[int, int]:
        """Drag over words of a source; return a place among them."""
        start, end = self.words_at(source, quote)
        self.program.drag(start, end)
        return start[0] + 8, start[1]

    def words_at(self, source: str, quote: str) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return where words of a source begin and end, once it shows."""
        return self._awaited(lambda: self.eyes.spot(source, quote), f"“{quote}” is to be read in {source}")

    def _awaited(self, look: Callable[[], Found | None], what: str) -> Found:
        seen: list[Found] = []

        def there() -> bool:
            seen[:] = [one for one in (look(),) if one is not None]
            return bool(seen)

        until(there, what)
        return seen[0]
