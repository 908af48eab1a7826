"""What stands over the window for a moment: the palette, the sheet of keys, preferences, About."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject

from briefer.gui.desk.tools import Tools
from briefer.gui.look.palette import Choice


class Helping(QObject):
    """Does what the Help menu asks; each dialog is loaded when it is asked for."""

    def __init__(self, tools: Tools, log: Path, choices: Callable[[], Iterable[Choice]]) -> None:
        """`choices` are what the palette finds besides the commands."""
        super().__init__(tools.window)
        self._window = tools.window
        self._commands = tools.commands
        self._settings = tools.settings
        self._log = log
        self._choices = choices
        tools.commands.bind(
            palette=self._show_palette,
            shortcuts=self._show_shortcuts,
            preferences=self._ask_preferences,
            about=self._show_about,
        )

    def _show_palette(self) -> None:
        from briefer.gui.look.palette import Palette

        Palette(self._window, [*self._choices(), *self._commands.choices()]).open()

    def _show_shortcuts(self) -> None:
        from briefer.gui.dialogs.help_dialogs import shortcuts_dialog

        shortcuts_dialog(self._window).open()

    def _show_about(self) -> None:
        from briefer.gui.dialogs.help_dialogs import about_dialog

        about_dialog(self._window, self._log).open()

    def _ask_preferences(self) -> None:
        from briefer.gui.dialogs.forms import preferences_form

        preferences_form(self._window, self._settings).open()
