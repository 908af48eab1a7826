"""Every command of the window, as a whole."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QKeySequence

from briefer.gui.desk.commands import COMMANDS
from briefer.gui.menus import MENUS


def test_no_two_commands_have_the_same_key() -> None:
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_command_stands_in_a_menu() -> None:
    listed = [name for _, names in MENUS for entry in names for name in _names(entry)]
    assert {command.name for command in COMMANDS} <= set(listed)


def _names(entry: str | tuple[str, tuple[str, ...]]) -> tuple[str, ...]:
    return (entry,) if isinstance(entry, str) else entry[1]
