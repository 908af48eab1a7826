"""What stands over the window for a moment: the palette, the sheet of keys, preferences, About."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from briefer.gui.appearance import CHOICES, Appearance
from briefer.gui.desk.commands import COMMANDS
from briefer.gui.desk.recent import folder_of, recent_projects
from briefer.gui.desk.tools import Tools
from briefer.gui.look.palette import Choice
from briefer.gui.menus.bar import names_of_menus
from briefer.wording.showing import shown_name


class Helping(QObject):
    """Does what the Help menu asks; each dialog is loaded when it is asked for."""

    text_size_chosen = Signal()
    """Sources are set in another size from now on."""
    project_chosen = Signal(object)
    """The Path of a recent project."""

    def __init__(
        self, tools: Tools, appearance: Appearance, log: Path, choices: Callable[[], Iterable[Choice]]
    ) -> None:
        """`choices` are what the palette finds in the open project."""
        super().__init__(tools.window)
        self._window = tools.window
        self._commands = tools.commands
        self._settings = tools.settings
        self._appearance = appearance
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

        Palette(self._window, [*self._choices(), *self._commands.choices(), *self._recent()]).open()

    def _recent(self) -> list[Choice]:
        return [
            Choice(
                f"Open {shown_name(project.name)}",
                shown_name(folder_of(project.path)),
                "folder-open",
                partial(self.project_chosen.emit, project.path),
            )
            for project in recent_projects(self._settings)
            if project.there
        ]

    def _show_shortcuts(self) -> None:
        from briefer.gui.dialogs.shortcuts_dialog import shortcuts_dialog

        shortcuts_dialog(self._window, names_of_menus()).open()

    def _show_about(self) -> None:
        from briefer.gui.dialogs.help_dialogs import about_dialog

        about_dialog(self._window, self._log).open()

    def _ask_preferences(self) -> None:
        from briefer.gui.dialogs.preferences import preferences_form

        titles = {command.name: command.words.replace("&", "") for command in COMMANDS}
        themes = {theme: titles[command] for command, theme in CHOICES.items()}
        preferences_form(self._window, self._settings, themes, self._prefer).open()

    def _prefer(self, key: str) -> None:
        """Show a preference that was just changed."""
        if key == "theme":
            self._appearance.choose(self._settings.theme)
        elif key == "text-size":
            self.text_size_chosen.emit()
