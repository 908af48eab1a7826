"""The menu bar, and the menus of passages, sources and sections."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from briefer.gui.desk.commands import Commands
from briefer.gui.look.speech import tip

MENUS: Final = (
    (
        "&File",
        (
            "new", "open", "recent", "sample", "", "add", "",
            "copy", "bare-copy", "export", "yaml", "", "close", "quit",
        ),
    ),
    ("&Edit", ("undo", "redo", "history", "", "find", "palette", "", "repeat", "untag")),
    ("&Brief", ("write", "sort", "", "sections", "details", "source")),
    (
        "&View",
        (
            "one-pane", "two-panes", "three-panes", "four-panes", "six-panes", "",
            "sources-panel", "outline-panel", "", "zoom-in", "zoom-out", "zoom-reset", "",
            "theme", "", "next-part", "previous-part",
        ),
    ),
    ("&Help", ("shortcuts", "preferences", "", "about")),
)  # fmt: skip
"""Commands by name; an empty name is a line, "recent" the menu of recent projects."""


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
            action = self.addAction(path.name.replace("&", "&&"))
            action.setToolTip(tip(str(path)))
            action.triggered.connect(lambda _checked=False, path=path: self._open(path))
        if self.isEmpty():
            self.addAction("No recent project").setEnabled(False)


def fill_menu_bar(bar: QMenuBar, commands: Commands, recent: QMenu) -> None:
    """Put every menu into the bar."""
    for title, names in MENUS:
        menu = bar.addMenu(title)
        menu.setToolTipsVisible(True)
        for name in names:
            if name == "recent":
                menu.addMenu(recent)
            elif name:
                menu.addAction(commands[name])
            else:
                menu.addSeparator()
