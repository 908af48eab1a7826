"""Somebody at the program: sees what a screen reader could tell, and has a mouse and keys."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar

from tests.e2e.desktop import Desktop, Node
from tests.e2e.screen import SIZE, Running, until

Found = TypeVar("Found")

_RIGHT: Final = 3
_WHEEL: Final = 60  # pixels a step
_LINE: Final = 8  # pixels
_STILL: Final = 0.1  # seconds: a window that opens is put in its place


class User:
    """Works at one window of the program, which fills the screen unless told otherwise."""

    def __init__(self, desktop: Desktop, home: Path, *arguments: str, size: tuple[int, int] = SIZE) -> None:
        self.eyes = desktop.eyes
        self.heard_before = len(self.eyes.heard())
        more = {
            "QT_ACCESSIBILITY": "1",
            "QT_LOGGING_RULES": "qt.accessibility.*=false",
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

    def can_use(self, role: str, name: str = "") -> Node:
        """Wait until something with a name that begins so can be pressed or chosen, and return it."""

        def usable() -> Node | None:
            node = self.eyes.find(role, re.escape(name))
            return node if node and "enabled" in node.states else None

        return self._awaited(usable, f"the {role} “{name}…” can be used")

    def sees_no_more(self, role: str, name: str = "") -> None:
        """Wait until nothing with such a name shows."""
        until(lambda: self.eyes.find(role, re.escape(name)) is None, f"the {role} “{name}…” is gone")

    def hears(self, words: str) -> None:
        """Wait until something is announced that has these words."""

        def said() -> bool:
            return any(words in one for one in self.eyes.heard()[self.heard_before :])

        until(said, f"“{words}” is heard")

    def gives_keys_to(self, role: str, name: str) -> Node:
        """Give the keyboard to something, again while the window does not have it yet."""

        def there() -> Node | None:
            node = self.eyes.focused() if self.eyes.focus(role, name) else None
            return node if node and node.role == role and node.name.startswith(name) else None

        return self._awaited(there, f"the keys go to the {role} “{name}…”")

    def has_keys_at(self, role: str, name: str = "") -> Node:
        """Wait until the keyboard is given to something."""

        def there() -> Node | None:
            node = self.eyes.focused()
            return node if node and node.role == role and node.name.startswith(name) else None

        return self._awaited(there, f"the keys go to the {role} “{name}…”")

    def has_keys_elsewhere(self, before: Node) -> Node:
        """Wait until the keyboard is given to something else, and return it."""

        def moved() -> Node | None:
            node = self.eyes.focused()
            return node if node and (node.name, node.place) != (before.name, before.place) else None

        return self._awaited(moved, f"the keys leave {before.name}")

    # Keys

    def press(self, *keys: str) -> None:
        """Press keys one after the other: "2", "ctrl+z"."""
        self.program.key(*keys)

    def types(self, words: str) -> None:
        """Type words."""
        self.program.type(words)

    # The mouse

    def click(self, role: str, name: str = "") -> None:
        """Click in the middle of something, once it can be used and stays where it is."""
        before = self.can_use(role, name)
        time.sleep(_STILL)
        while (now := self.can_use(role, name)) != before:
            before = now
            time.sleep(_STILL)
        self.program.click(now.middle)

    def opens_menu(self, place: tuple[int, int]) -> None:
        """Press the right button and point at the first line of the menu."""
        self.program.click(place, _RIGHT)
        x, y = place
        self.program.point((x + 10, y + 5))
        self.program.point((x + 12, y + 12))

    def drags(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag what lies at one place of the screen to another."""
        self.program.drag(start, end)

    @contextmanager
    def holding(self, key: str) -> Iterator[None]:
        """Keep a key pressed meanwhile."""
        self.program.hold(key)
        yield
        self.program.let_go(key)

    def selects(self, source: str, quote: str) -> tuple[int, int]:
        """Turn the wheel until words of a source show, and drag over them; return a place among them."""
        start, end = self.words_at(source, quote)
        self.program.drag(start, end)
        return start[0] + 8, start[1]

    def words_at(self, source: str, quote: str) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return where words of a source begin and end, once they show from the first to the last."""
        page = self.sees("text", source)
        top, bottom = page.place[1] + _LINE, page.place[1] + page.place[3] - _LINE

        def shown() -> tuple[tuple[int, int], tuple[int, int]] | None:
            found = self.eyes.spot(source, quote)
            if found is None or (top < found[0][1] and found[1][1] < bottom):
                return found
            self.program.turn_wheel(page.middle, (found[0][1] - top) // _WHEEL or -1)
            return None

        return self._awaited(shown, f"“{quote}” is to be read in {source}")

    def _awaited(self, look: Callable[[], Found | None], what: str) -> Found:
        seen: list[Found] = []

        def there() -> bool:
            seen[:] = [one for one in (look(),) if one is not None]
            return bool(seen)

        until(there, what)
        return seen[0]
