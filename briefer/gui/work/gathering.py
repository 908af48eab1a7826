"""What answers a question differently, gathered from the outline and the panes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from briefer.gui.desk.tools import Tools
from briefer.gui.outline.rows import passage_of
from briefer.gui.outline.view import OutlineView
from briefer.gui.work.differing import Differing
from briefer.gui.work.tagging import Tagging
from briefer.model.records import Passage

_TAG: Final = "Tag these words first by pressing a section’s digit; then they can answer the question."
_NOTHING: Final = "Put the caret into a tagged passage first; then it can be added to the difference."


class Gathering(QObject):
    """Binds the commands about differences."""

    def __init__(self, tools: Tools, outline: OutlineView, tagging: Tagging, differing: Differing) -> None:
        super().__init__(differing)
        self._desk = tools.desk
        self._outline = outline
        self._tagging = tagging
        self._differing = differing
        tools.commands.bind(difference=self.note, differences=differing.turn_to_page)
        differing.page.form.adding_wanted.connect(self.note)

    def note(self) -> None:
        """Take the chosen cards of the outline, or the passage at the caret, for a difference."""
        project = self._desk.opened().project
        lines = self._outline.chosen() if self._outline.hasFocus() else []
        cards = [project.passage(name) for name in map(passage_of, lines) if name]
        here = self._here()
        if cards:
            self._differing.take(cards)
        elif here is not None:
            self._differing.take([here])
        elif self._differing.page.isVisible():
            self._desk.refused.emit(_TAG if self._tagging.selected() else _NOTHING)
        else:
            self._differing.begin(())

    def _here(self) -> Passage | None:
        """Return the passage that is selected in the active pane, or stands at its caret."""
        if (span := self._tagging.selected()) is not None:
            return self._tagging.passage_of(span)
        return next(iter(self._tagging.passages_here()), None)
