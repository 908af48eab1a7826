"""From drawn ends to a changed passage: done at the desk, told in words, with what it makes untrue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, Signal

from briefer.actions import adjusting
from briefer.checking.statements import doubts
from briefer.gui.desk.desk import Desk
from briefer.gui.panes.pane import Pane
from briefer.gui.panes.panes import Panes
from briefer.gui.work.telling import in_short
from briefer.model.project import Project
from briefer.model.records import Passage, Source, Statement
from briefer.wording.counted import counted
from briefer.wording.quoted import quoted_in_short
from briefer.wording.stretching import END

_CHOOSE: Final = "Put the caret into a tagged passage first; then its ends can be moved."
_SAID: Final = 30  # code points told of the end that moved


class Adjusting(QObject):
    """Asks nothing beforehand: what was drawn can be undone."""

    statement_wanted = Signal(str)
    """The id of a statement that is to be mended."""

    def __init__(self, desk: Desk, panes: Panes) -> None:
        super().__init__()
        self._desk = desk
        self._panes = panes
        panes.adjusted.connect(self.adjust)
        panes.adjust_stepped.connect(self._tell_step)

    def begin(self) -> None:
        """Let keys move the ends of the passage at the caret of the active pane."""
        pane = self._panes.active
        if pane.source is None or not pane.view.adjuster.begin():
            self._desk.refused.emit(_CHOOSE)
        else:
            pane.take_focus()

    def adjust(self, identifier: str, start: int, end: int) -> None:
        """Let a passage stand elsewhere, and say which statements no longer quote it rightly."""
        project = self._desk.project
        passage = project.get(Passage, identifier) if project else None
        source = project.get(Source, passage.source) if project and passage else None
        if project is None or passage is None or source is None:
            return
        wrong = {statement.id for statement in _misquoting(project, passage)}
        joined = project.passage_at(source, start, end)
        change = self._desk.do(
            lambda project: adjusting.adjust(project, passage, start, end),
            f"{'Joined' if joined else 'Adjusted'}: {in_short(project, source, start, end)}",
        )
        now = project.passage_at(source, start, end)
        if change is not None and now is not None:
            self._warn([one.id for one in _misquoting(project, now) if one.id not in wrong])

    def _warn(self, statements: list[str]) -> None:
        if statements:
            one = len(statements) == 1
            who = "A statement quotes" if one else f"{len(statements)} statements quote"
            self._desk.mendable.emit(
                f"{who} this passage in words that it no longer says; mend {'it' if one else 'them'}.",
                "Show it" if one else "Show the first",
                lambda: self.statement_wanted.emit(statements[0]),
            )

    def _tell_step(self, pane: Pane, end: int) -> None:
        """Say what the passage begins or ends with now."""
        span = pane.view.adjuster.span
        if span is None:
            return
        words = " ".join(pane.view.text.body[slice(*span)].split())
        last = f"…{words[-_SAID:]}" if len(words) > _SAID else words
        ends, begins = quoted_in_short(last, _SAID + 1), quoted_in_short(words, _SAID)
        said = f"Ends with {ends}" if end == END else f"Begins with {begins}"
        self._desk.told.emit(f"{said}, {counted(len(words.split()), 'word')}")


def _misquoting(project: Project, passage: Passage) -> Iterator[Statement]:
    """Yield the statements citing a passage that claim to quote what their passages do not say."""
    for statement in project.citing(passage):
        cited = (project.get(Passage, cite) for cite in statement.cites)
        said = [each.anchor.quote for each in cited if each is not None]
        if any(doubts(statement.kind, statement.text, said)):
            yield statement
