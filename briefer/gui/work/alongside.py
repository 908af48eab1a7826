"""Side by side: while a passage is read in one pane, the others show where they speak of its section."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from briefer.gui.desk.tools import Tools
from briefer.gui.panes.marks import Mark
from briefer.gui.panes.pane import Pane
from briefer.gui.panes.panes import Panes

_SOFT: Final = 0.5  # of the flash where the keyboard goes
_SETTING: Final = "other-panes-follow"
_NOTHING: Final = "Go to a passage of a section first; then the other panes can show that section too."
_ALONE: Final = "No other pane has anything in {}; show another source, or tag some of its words."


class Alongside(QObject):
    """Remembers which passage was asked for last and what was shown for it, so that asking again goes on."""

    def __init__(self, tools: Tools, panes: Panes) -> None:
        super().__init__()
        self._desk = tools.desk
        self._panes = panes
        self._settings = tools.settings
        self._asked = ""
        self._shown: dict[str, str] = {}
        self._follow = tools.commands["follow-section"]
        self._follow.setChecked(bool(tools.settings.words(_SETTING)))
        self._follow.toggled.connect(lambda _on: self._remember())
        tools.commands.bind(same_section=self.bring)
        panes.visited.connect(self._visited)

    def bring(self) -> None:
        """Bring the other panes to the section of the chosen passage; asked again, one passage further."""
        pane = self._panes.active
        chosen = pane.view.under.chosen
        if not any(mark.section for mark in pane.view.under.marks.of(chosen)):
            self._desk.refused.emit(_NOTHING)
            return
        titles, brought = self._bring(pane, chosen)
        if brought:
            self._desk.told.emit(f"{titles}: brought {', '.join(brought)} there")
        else:
            self._desk.noted.emit(_ALONE.format(titles))

    def _visited(self, pane: Pane, passage: str) -> None:
        if self._follow.isChecked():
            self._bring(pane, passage)

    def _bring(self, pane: Pane, passage: str) -> tuple[str, list[str]]:
        """Return the titles of the passage's sections, and the labels of the sources that show them now."""
        here = pane.view.under.marks.of(passage)
        sections = {mark.section for mark in here}
        if passage != self._asked:
            self._asked = passage
            self._shown.clear()
        brought = []
        for other in self._panes.panes():
            if other.source is None or pane.source is None or other.source.id == pane.source.id:
                continue
            marks = [mark for mark in other.view.under.marks.filed() if mark.section in sections]
            if marks:
                self._show(other, marks)
                brought.append(other.source.label)
        return ", ".join(mark.title for mark in here), brought

    def _show(self, pane: Pane, marks: list[Mark]) -> None:
        """Show the first of these, one that is in sight already, or the one below that shown last."""
        view = pane.view
        last = self._shown.get(view.source)
        passages = list(dict.fromkeys(mark.passage for mark in marks))
        if last in passages:
            wanted = passages[(passages.index(last) + 1) % len(passages)]
        else:
            seen = [mark.passage for mark in marks if view.shows(mark.start, mark.end)]
            wanted = (seen or passages)[0]
        self._shown[view.source] = wanted
        mark = next(mark for mark in marks if mark.passage == wanted)
        start, end = view.text.to_stored(mark.start), view.text.to_stored(mark.end)
        view.show_stretch(start, end, strength=_SOFT)

    def _remember(self) -> None:
        follow = self._follow.isChecked()
        self._settings.keep(_SETTING, "yes" if follow else "")
        if follow and self._panes.active.view.under.chosen:
            self._bring(self._panes.active, self._panes.active.view.under.chosen)
