"""A copy of the project, in which somebody else worked, taken in as one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from briefer.actions.conflicts import Conflict
from briefer.actions.merging import Merged
from briefer.actions.overlapping import overlap
from briefer.errors import BrieferError
from briefer.gui.desk import chooser
from briefer.gui.desk.background import Job
from briefer.gui.desk.child_job import ChildJob
from briefer.gui.desk.thread_job import ThreadJob
from briefer.gui.desk.tools import Tools
from briefer.gui.work.staging import Staging
from briefer.isolated.wire import Value
from briefer.session import ReadOnlyError
from briefer.tasks.merging import arrived
from briefer.wording.counted import counted

if TYPE_CHECKING:
    from briefer.model.change import Change
    from briefer.session import Session

Chosen = frozenset[tuple[str, str]]
"""Records and fields for which theirs is taken."""

Ask = Callable[[Sequence[Conflict], Callable[[Chosen], None], Callable[[], None]], None]
"""Shows what both changed, and hands over what is chosen, or says that nothing is."""

_COMPARE: Final = "briefer.tasks.merging:compare_files"
_LONGEST: Final = 3600.0  # seconds: whoever thinks it too long can cancel it
_BUSY: Final = "A copy is being merged; wait for it, or cancel first."
_NO_FILE: Final = "Save the project first; only what lies in a file can be compared with a copy."


def _tell_nobody(_brought: bool) -> None:  # noqa: FBT001  # the answer
    """Nobody waits for the end of the merge."""


class Merging(QObject):
    """One copy at a time, compared in a child process, and again where it meets what was done meanwhile."""

    def __init__(self, tools: Tools, ask: Ask) -> None:
        super().__init__(tools.window)
        self._desk = tools.desk
        self._chooser = tools.chooser
        self._ask = ask
        self._child = ChildJob(self)
        self._thread = ThreadJob(self)
        self._path = Path()
        self._then: Callable[[bool], object] = _tell_nobody
        self._meanwhile: list[Change] = []
        self._shown: set[Conflict] = set()
        self._chosen: Chosen = frozenset()
        self._staging: Staging | None = None
        self._job: Job | None = None
        tools.commands.bind(merge=self.choose)
        tools.desk.changed.connect(self._note)
        tools.desk.laid.connect(self.cancel)
        tools.desk.moved.connect(self.cancel)  # what was staged is not in the copy

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

    def take(self, path: Path, then: Callable[[bool], object] = _tell_nobody) -> None:
        """Take in what was done in a copy, unless another is being merged.

        When nothing of it is missing here any more, `then` is told whether there was anything.
        """
        if self._job is not None:
            self._desk.refused.emit(_BUSY)
            return
        self._path, self._then, self._chosen = path, then, frozenset()
        self._shown.clear()
        self._compare()

    def cancel(self) -> None:
        """Stop; nothing of it stays, and nobody is called any more."""
        self._then = _tell_nobody
        self._take_back()

    def _take_back(self) -> None:
        staging = self._staging
        self._end()
        if staging is not None:
            with self._desk.minding():
                staging.take_back()

    def _compare(self) -> None:
        """See what comes of both with what was chosen so far."""
        ours = self._desk.opened().path
        if ours is None:
            self._fail(_NO_FILE)
            return
        self._meanwhile.clear()
        if self._job is None:
            self._job = self._desk.background.begin(f"Merging “{self._path.name}”", self.cancel)
        self._child.start(
            _COMPARE, str(ours), str(self._path), [list(one) for one in self._chosen],
            done=self._receive, failed=self._fail, timeout=_LONGEST,
        )  # fmt: skip

    def _receive(self, answer: Value) -> None:
        self._thread.start(partial(arrived, answer), self._take, self._fail)

    def _take(self, found: Merged) -> None:
        """Ask where something was not asked yet, else put on disk what is new, and do it."""
        new = [one for one in found.conflicts if one not in self._shown]
        if overlap(found.change, self._meanwhile):
            self._compare()
        elif new:
            self._ask(new, partial(self._answered, self._desk.opened(), new), self.cancel)
        elif found.change.edits:
            self._stage(found)
        else:
            self._end()
            self._report(found, f"Nothing to take in: all of “{self._path.name}” is here already")

    def _answered(self, session: Session, asked: Sequence[Conflict], chosen: Chosen) -> None:
        if self._desk.session is not session:
            return
        self._shown.update(asked)
        before = self._chosen - {(one.record, one.field) for one in asked}
        self._chosen = before | chosen
        self._compare()

    def _stage(self, found: Merged) -> None:
        """Put texts and files on disk, slice by slice, ahead of the change that names them."""
        self._staging = Staging(self._desk.opened(), found.change.contents)
        self._staging.run(partial(self._do, found), self._refuse)

    def _do(self, found: Merged) -> None:
        if overlap(found.change, self._meanwhile):
            self._take_back()
            self._compare()
            return
        change = replace(found.change, contents=())
        if self._desk.do(lambda _project: change) is None:
            self.cancel()
            return
        self._end()
        self._report(found, f"Merged “{self._path.name}”: {counted(len(change.edits), 'record')} changed")

    def _report(self, found: Merged, words: str) -> None:
        kept = sum((one.record, one.field) not in self._chosen for one in found.conflicts)
        if kept and not found.change.edits:
            words = "Nothing else to take in"
        self._desk.told.emit(f"{words}; yours was kept in {counted(kept, 'place')}." if kept else f"{words}.")
        if found.remarks:
            self._desk.noted.emit(" ".join(found.remarks))
        self._then(bool(found.change.edits))

    def _refuse(self, error: BrieferError) -> None:
        self.cancel()
        self._desk.refuse(error)

    def _fail(self, sentence: str) -> None:
        self.cancel()
        self._desk.refused.emit(sentence)

    def _end(self) -> None:
        self._child.cancel()
        self._thread.cancel()
        self._staging = None
        if self._job is not None:
            self._job.end()
            self._job = None

    def _note(self, change: Change) -> None:
        if self._job is not None:
            self._meanwhile.append(change)
