"""What the user prefers in all projects; it is kept in the user's own settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtWidgets import QWidget

from briefer.actions.words import typed_line
from briefer.gui.desk.settings import PAPERS, TEXT_SIZES, Settings
from briefer.gui.dialogs.form import Field
from briefer.gui.dialogs.form_dialog import FormDialog
from briefer.model.records import DEFAULT_MARKING

_PAPERS: Final = tuple(zip(PAPERS, ("A4", "US Letter"), strict=True))


def preferences_form(
    parent: QWidget | None, settings: Settings, themes: Mapping[str, str], changed: Callable[[str], None]
) -> FormDialog:
    """Ask who the user is, how new briefs begin and how the window looks.

    `themes` are the words of each theme by its name; `changed` is called with the key of each
    preference that is another now.
    """
    parts = (
        "You",
        Field("author", "Your name", settings.words("author"), settings.author),
        Field("office", "Your office", settings.office),
        "New briefs",
        Field("marking", "Marking", settings.words("marking"), DEFAULT_MARKING),
        Field("paper", "Paper", settings.paper, choices=_PAPERS),
        "The window",
        Field("theme", "Theme", settings.theme, choices=tuple(themes.items())),
        Field(
            "text-size", "Text of sources", f"{settings.text_points:g}",
            choices=tuple((size, f"{size} points") for size in TEXT_SIZES),
        ),
    )  # fmt: skip

    def keep(found: Mapping[str, str]) -> None:
        for name, words in found.items():
            settings.keep(name, typed_line(words))
            changed(name)

    return FormDialog(parent, "Preferences", parts, keep)
