"""Going from passage to passage and from source to source, and what the panes beside show meanwhile."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QPoint, QRect

from briefer.gui.desk.tools import Tools
from briefer.gui.look.palette import Choice, Palette
from briefer.gui.look.source_words import byline, headline
from briefer.gui.panes.marks import Mark
from briefer.gui.panes.pane import Pane
from briefer.gui.panes.panes import Panes
from briefer.gui.work.alongside import Alongside
from briefer.gui.work.telling import passage_in_short, sections_of
from briefer.model.records import Passage

_NO_PASSAGE: Final = "No pane shows a tagged passage; show a source that has one, or tag some words."
_ROWS: Final = 12
_TOLD: Final = 200  # code points of a passage's words that are read out


class Reading(QObject):
    """Does what the commands ask that move a reader, and nothing to the project."""

    def __init__(self, tools: Tools, panes: Panes) -> None:
        super().__init__()
        self._tools = tools
        self._desk = tools.desk
        self._panes = panes
        self.alongside = Alongside(tools, panes)
        tools.commands.bind(
            next_passage=lambda: self.step(1),
            previous_passage=lambda: self.step(-1),
            choose_source=self.choose_source,
            swap_panes=self.swap,
        )
        panes.source_wanted.connect(self.choose_source)

    def step(self, by: int) -> None:
        """Go to the next passage of the active pane (-1: the one before), at its end to the next pane's."""
        shown, pane = self._panes.panes(), self._panes.active
        mark = _beyond(pane, by)
        if mark is not None:
            self._go(pane, mark)
            return
        here = shown.index(pane)
        for away in range(1, len(shown) + 1):
            pane = shown[(here + by * away) % len(shown)]
            marks = pane.view.under.marks.passages()
            if marks:
                self._go(pane, marks[0 if by > 0 else -1])
                return
        self._desk.refused.emit(_NO_PASSAGE)

    def choose_source(self, pane: Pane | None = None) -> None:
        """Let a source be found by its words and show it in a pane, the active one for None."""
        project, chosen = self._desk.project, pane or self._panes.active
        sources = project.sources() if project else ()
        choices = [
            Choice(
                f"{one.label} {headline(one)}",
                byline(one),
                "file-text",
                partial(self._panes.show_source, one, chosen),
            )
            for one in sources
        ]
        if not choices:
            self._desk.refused.emit("There is no source yet; add some first.")
            return
        box = Palette(self._tools.window, choices, "Show a source in this pane", min(len(choices), _ROWS))
        box.finished.connect(lambda _result: chosen.take_focus())
        beside = chosen.header.badge if chosen.source else chosen
        box.stand_by(QRect(beside.mapToGlobal(QPoint(0, 0)), chosen.header.badge.size()))
        box.open()

    def swap(self) -> None:
        """Let the active pane and the next one change places."""
        shown = self._panes.panes()
        here = shown.index(self._panes.active)
        if len(shown) == 1:
            self._desk.refused.emit("There is one pane only; choose two or more first.")
        else:
            self._panes.swap(shown[here], shown[(here + 1) % len(shown)])

    def _go(self, pane: Pane, mark: Mark) -> None:
        pane.show_passage(mark)
        project = self._desk.project
        passage = project.get(Passage, mark.passage) if project else None
        if project is None or passage is None:
            return
        marks = pane.view.under.marks.passages()
        place = next(number for number, one in enumerate(marks, 1) if one.passage == mark.passage)
        quote = passage_in_short(project, passage, _TOLD)
        note = f" Note: {passage.note}" if passage.note else ""
        self._desk.told.emit(f"{sections_of(project, passage)}: {quote}, {place} of {len(marks)}.{note}")
        self._panes.visited.emit(pane, passage.id)


def _beyond(pane: Pane, by: int) -> Mark | None:
    """Return the passage behind (or before) the chosen one, else behind (or before) the caret."""
    view = pane.view
    marks = view.under.marks.passages()
    place = next((n for n, mark in enumerate(marks) if mark.passage == view.under.chosen), None)
    if place is None:
        caret = bisect_left(marks, view.textCursor().position(), key=lambda mark: mark.start)
        place = caret - 1 if by > 0 else caret
    return marks[place + by] if 0 <= place + by < len(marks) else None
