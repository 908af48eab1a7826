"""What a menu offers of a source: only what its file may hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from briefer.gui.desk.tools import Tools
from briefer.model.records import Source
from briefer.tasks.rereading import more_of

_NEEDS: Final[Mapping[str, str]] = {"whole": "page", "attached": "attached", "encoding": "encoding"}
"""Commands, and what the file must hold (see `Extract.more`)."""


class Offering(QObject):
    """Greys commands while their menu is open; the palette offers all, and says why one cannot be done."""

    def __init__(self, tools: Tools, source_here: Callable[[], Source | None]) -> None:
        super().__init__(tools.window)
        self._desk = tools.desk
        self._commands = tools.commands
        self._source_here = source_here
        for menu in tools.commands["whole"].associatedObjects():
            if isinstance(menu, QMenu):
                menu.aboutToShow.connect(self._grey)
                menu.aboutToHide.connect(self._ungrey)

    def _grey(self) -> None:
        source, project = self._source_here(), self._desk.project
        more = more_of(project, source) if project is not None and source is not None else ""
        for name, needs in _NEEDS.items():
            self._commands[name].setEnabled(more == needs)

    def _ungrey(self) -> None:
        for name in _NEEDS:
            self._commands[name].setEnabled(self._desk.project is not None)
