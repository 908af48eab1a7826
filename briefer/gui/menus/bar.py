"""The menu bar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from briefer.gui.desk.commands import Commands
from briefer.gui.look.speech import tip
from briefer.wording.showing import shown_name

THEMES: Final = ("theme-light", "theme-dark", "theme-contrast-light", "theme-contrast-dark")
Names = tuple[str | tuple[str, tuple[str, ...]], ...]
MENUS: Final[tuple[tuple[str, Names], ...]] = (
    (
        "&File",
        (
            "new", "open", "recent", "backups", "sample", "", "add", "",
            "copy", "bare-copy", "merge", "export", "yaml", "", "close", "quit",
        ),
    ),
    (
        "&Edit",
        (
            "undo", "redo", "history", "",
            "find", "find-panes", "find-sources", "find-next", "find-previous", "palette", "",
            "repeat", "untag", "adjust", "note",
        ),
    ),
    (
        "&Brief",
        (
            "write", "write-on", "",
            ("Out&line", ("sort", "move-to", "file-under", "", "filter", "uncited", "", "fold", "unfold")),
            "difference", "differences", "",
            "check", "next-finding", "previous-finding", "",
            "sections", "details",
            (
                "So&urce",
                (
                    "source", "",
                    "reread", "whole", "attached", "encoding", "edit-text", "review", "",
                    "withdraw",
                ),
            ),
            "", "issue",
        ),
    ),
    (
        "&View",
        (
            "next-passage", "previous-passage", "",
            (
                "&Panes",
                (
                    "one-pane", "two-panes", "three-panes", "four-panes", "six-panes", "",
                    "choose-source", "swap-panes", "", "same-section", "follow-section",
                ),
            ),
            "sources-panel", "outline-panel", "preview", "show-in-preview", "", "grey",
            "zoom-in", "zoom-out", "zoom-reset", "",
            ("&Theme", ("theme-desktop", "", *THEMES, "", "theme")), "", "next-part", "previous-part",
        ),
    ),
    ("&Help", ("shortcuts", "preferences", "", "about")),
)  # fmt: skip
"""Commands by name; an empty name is a line, "recent" the recent projects, a pair a menu in the menu."""


class RecentMenu(QMenu):
    """Filled when it opens."""

    def __init__(
        self, parent: QWidget, recent: Callable[[], Iterable[Path]], open_it: Callable[[Path], None]
    ) -> None:
        super().__init__("Open &recent", parent)
        self._recent = recent
        self._open = open_it
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        for path in self._recent():
            action = self.addAction(shown_name(path.name).replace("&", "&&"))
            action.setToolTip(tip(shown_name(str(path))))
            action.triggered.connect(lambda _checked=False, path=path: self._open(path))
        if self.isEmpty():
            self.addAction("No recent project").setEnabled(False)


def names_of_menus() -> list[tuple[str, list[str]]]:
    """Return the title of each menu and the commands in it and the menus in it."""
    return [(title.replace("&", ""), list(_flat(names))) for title, names in MENUS]


def _flat(names: Names) -> Iterator[str]:
    for name in names:
        if isinstance(name, tuple):
            yield from name[1]
        else:
            yield name


def fill_menu_bar(bar: QMenuBar, commands: Commands, recent: QMenu) -> None:
    """Put every menu into the bar."""
    for title, names in MENUS:
        _fill(bar.addMenu(title), names, commands, recent)


def _fill(menu: QMenu, names: Names, commands: Commands, recent: QMenu) -> None:
    menu.setToolTipsVisible(True)
    for name in names:
        if isinstance(name, tuple):
            _fill(menu.addMenu(name[0]), name[1], commands, recent)
        elif name == "recent":
            menu.addMenu(recent)
        elif name:
            menu.addAction(commands[name])
        else:
            menu.addSeparator()
