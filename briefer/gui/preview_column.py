"""The preview in the right column, which grows while it shows so that its words can be read."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from briefer.gui.desk.tools import Tools
from briefer.gui.menus.context import ContextMenus
from briefer.gui.preview.preview import Preview
from briefer.gui.work.previewing import Previewing
from briefer.gui.work.tagging import Tagging
from briefer.gui.workspace import Workspace

_WIDTH: Final = "preview-width"
_SHARE: Final = 0.42
_LEAST, _MOST = 440, 576
"""Pixels: what the preview takes when it first shows, as far as a wider column makes larger words."""
_NOTHING: Final = (
    "Choose a card in the outline, or put the caret into a tagged passage, to see where it is printed."
)


class PreviewColumn(QObject):
    """Turns between the outline and the preview; each has a width of its own, remembered for next time."""

    def __init__(self, tools: Tools, space: Workspace, tagging: Tagging, menus: ContextMenus) -> None:
        super().__init__(space)
        self.preview = Preview()
        self.previewing = Previewing(tools.desk, tools.settings, self.preview, space.panes)
        self.preview.find_bar.box.last = space.panes.find_bars.last_words
        self._tools = tools
        self._space = space
        self._tagging = tagging
        self._given = 0
        space.pages.add("Preview", self.preview, tools.commands["preview"].toolTip(), lasting=False)
        space.pages.chosen.connect(self._turn)
        tools.commands.bind(preview=self.toggle, show_in_preview=self._show_here)
        self.previewing.shown.connect(self.show)
        menus.printed_wanted.connect(self.previewing.show_line)

    def show(self) -> None:
        """Bring the preview to the front, and the keys to it."""
        if self._space.brief.isHidden():
            self._tools.commands["outline-panel"].trigger()
        self._space.pages.show_page(self.preview)
        self.preview.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle(self) -> None:
        """Turn to the preview, or back to what was in front before."""
        other = self._space.pages.last()
        if self.preview.isVisible() and other is not None:
            self._space.pages.show_page(other)
            self._space.outline.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.show()
        self._tools.commands["preview"].setChecked(self.preview.isVisible())

    def leave(self) -> None:
        """Turn to what was in front before, with which the next project begins."""
        other = self._space.pages.last()
        if other is not None:
            self._space.pages.show_page(other)

    def _turn(self, page: QWidget) -> None:
        space, shows = self._space, page is self.preview
        self._tools.commands["preview"].setChecked(shows)
        space.sections.setVisible(not shows)
        if shows:
            usual = max(_LEAST, min(int(space.width() * _SHARE), _MOST))
            self._given = max(space.widths()[1], int(self._tools.settings.words(_WIDTH) or usual))
            space.lend(self._given)
        elif space.lent:
            if space.lent != self._given:
                self._tools.settings.keep(_WIDTH, str(space.lent))
            space.lend(0)

    def _show_here(self) -> None:
        """Show where the card that has the keys is printed, else the passage at the caret, else the card."""
        line = self._space.outline.current_line() if self._space.outline.hasFocus() else None
        here = line or next(iter(self._tagging.passages_here()), None) or self._space.outline.current_line()
        if here is None:
            self._tools.desk.refused.emit(_NOTHING)
        else:
            self.previewing.show_line(here)
