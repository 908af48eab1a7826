"""A copy of the project, in which somebody else worked, taken in as one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from briefer.actions.conflicts import Conflict
from briefer.actions.merging import Merged
from briefer.gui.desk import chooser
from briefer.gui.desk.background import Job
from briefer.gui.desk.thread_job import ThreadJob
from briefer.gui.desk.tools import Tools
from briefer.session import ReadOnlyError
from briefer.tasks.merging import merged
from briefer.wording.counted import counted

Chosen = frozenset[tuple[str, str]]
"""Records and fields for which theirs is taken."""

Ask = Callable[[Sequence[Conflict], Callable[[Chosen], None]], None]
"""Shows what both changed, and hands over what is chosen."""

_BUSY: Final = "A copy is being merged; wait for it, or cancel first."


class Merging(QObject):
    """One copy at a time; where something was changed meanwhile it is looked at again."""

    def __init__(self, tools: Tools, ask: Ask) -> None:
        super().__init__(tools.window)
        self._desk = tools.desk
        self._chooser = tools.chooser
        self._ask = ask
        self._thread = ThreadJob(self)
        self._path = Path()
        self._then: Callable[[], object] = lambda: None
        self._stale = False
        self._job: Job | None = None
        tools.commands.bind(merge=self.choose)
        tools.desk.changed.connect(self._note)
        tools.desk.laid.connect(self.cancel)

    def choose(self) -> None:
        """Ask for a copy, and take in what was done in it."""
        if self._job is not None:
            self._desk.refused.emit(_BUSY)
        elif self._desk.opened().read_only:
            self._desk.refused.emit(str(ReadOnlyError()))
        else:
            path = self._chooser.open_one("Merge a copy of this project", chooser.PROJECTS)
            if path is not None:
                self.take(path)

    def take(self, path: Path, then: Callable[[], object] = lambda: None) -> None:
        """Take in what was done in a copy; `then` is called when nothing of it is missing here any more."""
        self.cancel()
        self._path, self._then = path, then
        self._compare(None)

    def cancel(self) -> None:
        """Stop; nothing of it stays."""
        self._thread.cancel()
        if self._job is not None:
            self._job.end()
            self._job = None

    def _compare(self, chosen: Chosen | None) -> None:
        """See, in a thread, what comes of both; nothing was `chosen` before the conflicts are known."""
        session, path = self._desk.opened(), self._path
        self._stale = False
        if self._job is None:
            self._job = self._desk.background.begin(f"Merging “{path.name}”", self.cancel)
        self._thread.start(
            lambda: merged(session, path, lambda *field: field in (chosen or ())),
            partial(self._take, chosen),
            self._fail,
        )

    def _take(self, chosen: Chosen | None, found: Merged) -> None:
        if self._stale:
            self._compare(chosen)
            return
        self.cancel()
        if chosen is None and found.conflicts:
            self._ask(found.conflicts, self._compare)
        elif not found.change.edits:
            self._desk.told.emit(f"Nothing to take in: all of “{self._path.name}” is here already.")
            self._then()
        else:
            records = counted(len(found.change.edits), "record")
            if self._desk.do(lambda _project: found.change, f"Merged “{self._path.name}”: {records} changed"):
                self._then()

    def _fail(self, sentence: str) -> None:
        self.cancel()
        self._desk.refused.emit(sentence)

    def _note(self) -> None:
        self._stale = True
