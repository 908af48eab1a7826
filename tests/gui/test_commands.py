"""Every command of the window, as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtGui import QKeySequence

from briefer.gui.desk.commands import COMMANDS
from briefer.gui.menus.bar import MENUS


def test_no_two_commands_have_the_same_key() -> None:
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_key_of_a_command_types_a_character_where_altgr_is_ctrl_alt() -> None:
    assert [key for command in COMMANDS for key in command.keys if "Ctrl+Alt" in key or "Meta" in key] == []


def test_preferences_have_the_key_that_they_have_elsewhere() -> None:
    assert {command.keys for command in COMMANDS if command.name == "preferences"} == {("Ctrl+,",)}


def test_every_command_stands_in_a_menu() -> None:
    listed = {name for menu in _menus() for name in menu}
    assert {command.name for command in COMMANDS} <= listed


def test_no_menu_is_too_long_to_be_read_and_each_letter_in_it_opens_one_thing() -> None:
    words = {command.name: command.words for command in COMMANDS}
    for menu in _menus():
        letters = Counter(
            shown.partition("&")[2][:1].lower() for name in menu if "&" in (shown := words.get(name, name))
        )
        assert len(menu) <= 14
        assert [letter for letter, count in letters.items() if count > 1] == []


def _menus() -> Iterator[list[str]]:
    """Return what stands in each menu: names of commands, and the titles of menus in it."""
    for _, names in MENUS:
        inside = [entry for entry in names if isinstance(entry, tuple)]
        yield [entry if isinstance(entry, str) else entry[0] for entry in names if entry]
        yield from ([name for name in below if name] for _, below in inside)
