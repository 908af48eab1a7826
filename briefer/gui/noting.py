"""Notes on passages, asked for by a key or a menu."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from briefer.actions import tagging
from briefer.gui.desk.tools import Tools
from briefer.gui.panes.panes import Panes
from briefer.model.records import Passage

_NO_PASSAGE: Final = "Put the caret into a tagged passage first; then a note can be written on it."


class Noting(QObject):
    """Opens the note of a passage; what is written is a change like any other."""

    def __init__(self, tools: Tools, panes: Panes) -> None:
        super().__init__()
        self._window = tools.window
        self._desk = tools.desk
        self._panes = panes
        tools.commands.bind(note=self.ask_here)

    def ask_here(self) -> None:
        """Write on the passage that is chosen in the active pane."""
        project = self._desk.project
        passage = project.get(Passage, self._panes.active.view.under.chosen) if project else None
        if passage is None:
            self._desk.refused.emit(_NO_PASSAGE)
        else:
            self.ask(passage)

    def ask(self, passage: Passage) -> None:
        """Write on a passage."""
        from briefer.gui.dialogs.note_dialog import NoteDialog

        NoteDialog(
            self._window, passage.anchor.quote, passage.note, lambda note: self._keep(passage.id, note)
        ).open()

    def _keep(self, identifier: str, note: str) -> None:
        session = self._desk.opened()
        passage = session.project.passage(identifier)
        change = tagging.annotate(session.project, passage, note)
        session.do(change)
        if change.edits:
            self._desk.told.emit("Note written" if note.strip() else "Note taken away")
