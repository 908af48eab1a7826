"""Which theme is worn: one that the user chose, or as the desktop has it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from briefer.gui.desk.commands import Commands
from briefer.gui.desk.settings import Settings
from briefer.gui.look import icons, theme

CHOICES: Final = {
    "theme-desktop": "",
    "theme-light": theme.LIGHT.name,
    "theme-dark": theme.DARK.name,
    "theme-contrast-light": theme.CONTRAST_LIGHT.name,
    "theme-contrast-dark": theme.CONTRAST_DARK.name,
}
"""The theme that each command chooses."""


class Appearance(QObject):
    """Does what View, Theme asks; the choice is the user's, so all windows wear the same."""

    def __init__(self, commands: Commands, settings: Settings) -> None:
        super().__init__(commands)
        self._commands = commands
        self._settings = settings
        for name, chosen in CHOICES.items():
            commands[name].triggered.connect(lambda _checked=False, chosen=chosen: self.choose(chosen))
        commands.bind(theme=lambda: self.choose(theme.opposite(theme.current()).name))
        self.show_worn()

    def choose(self, name: str) -> None:
        """Wear a theme from now on; an empty name is as the desktop has it."""
        self._settings.keep("theme", name)
        wear_chosen(self._settings)
        self.show_worn()

    def show_worn(self) -> None:
        """Tick what is worn and what was chosen."""
        for name, chosen in CHOICES.items():
            self._commands[name].setChecked(chosen == self._settings.theme)
        self._commands["theme"].setIcon(icons.icon("sun" if theme.current().dark else "moon"))


def wear_chosen(settings: Settings) -> None:
    """Wear the theme that the user chose, or that of the desktop."""
    theme.wear(theme.THEMES.get(settings.theme) or theme.preferred())
