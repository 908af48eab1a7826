"""A theme is chosen, worn by the whole window, and remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefer.gui.look import theme
from tests.gui.windows import a_dam, a_window


def test_the_theme_is_worn_at_once_and_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.commands["theme"].trigger()
    assert theme.current().dark
    assert window.settings.theme == "dark"
    assert window.commands["theme-dark"].isChecked()
    window.commands["theme"].trigger()
    assert window.settings.theme == "light"


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("theme-light", "light"), ("theme-dark", "dark"),
        ("theme-contrast-light", "contrast-light"), ("theme-contrast-dark", "contrast-dark"),
    ],
)  # fmt: skip
def test_a_theme_is_chosen_by_its_name_and_ticked(
    qtbot: QtBot, tmp_path: Path, command: str, name: str
) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.commands[command].trigger()
    assert theme.current().name == name
    ticked = [
        one.objectName() for one in window.commands.all() if "theme-" in one.objectName() and one.isChecked()
    ]
    assert ticked == [command]
    window.commands["theme"].trigger()
    assert theme.current().dark != theme.THEMES[name].dark
    assert ("contrast" in theme.current().name) == ("contrast" in name)


def test_the_palette_says_what_is_on(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.commands["theme-dark"].trigger()
    notes = {choice.words: choice.note for choice in window.commands.choices()}
    assert notes["Theme: dark"] == "on"
    assert notes["Theme: light"] == ""
    assert notes["Sources list"] == "Ctrl+B · on"
