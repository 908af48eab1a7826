"""A newer copy of a source: read, put on disk and compared beside the window, then taken in as one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from briefer.errors import BrieferError
from briefer.gui.desk import chooser
from briefer.gui.desk.background import Job
from briefer.gui.desk.thread_job import ThreadJob
from briefer.gui.desk.tools import Tools
from briefer.gui.work.staging import Staging
from briefer.model.change import Change
from briefer.model.records import Passage, Source
from briefer.session import ReadOnlyError
from briefer.tasks.rereading import Newer, doubts, edited, in_encoding, newer_copy, unmoved, whole_page
from briefer.wording.counted import counted

_BUSY: Final = "A newer copy is being read; wait for it, or cancel first."
_STOPPED: Final = "It was stopped; nothing was changed."
_NOT_SAVED: Final = "It could not be saved; the window says why."
_SAME: Final = "The text is the one that the source has already; nothing was changed."
_GONE: Final = "The source was removed while its newer copy was read; nothing was changed."


class Rereading(QObject):
    """One newer copy at a time; what was changed meanwhile is compared again."""

    ended = Signal(str)
    """Why a source does not say what it was to say; no words when it does."""

    def __init__(
        self,
        tools: Tools,
        source_here: Callable[[], Source | None],
        review: Callable[[], None],
    ) -> None:
        """`source_here` gives the source that is chosen, `review` shows what waits."""
        super().__init__(tools.window)
        self._desk = tools.desk
        self._chooser = tools.chooser
        self._source_here = source_here
        self._review = review
        self._thread = ThreadJob(self)
        self._source = ""
        self._stale = False
        self._job: Job | None = None
        self._staging: Staging | None = None
        tools.commands.bind(
            reread=partial(self.here, self.choose),
            whole=partial(self.here, self.read_whole),
        )
        tools.desk.changed.connect(self._note)
        tools.desk.laid.connect(self.cancel)
        tools.desk.moved.connect(lambda _path: self.cancel())  # what was staged is not in the copy

    def choose(self, source: Source) -> None:
        """Ask for the newer copy of a source, and read it."""
        path = self._chooser.open_one(f"Read a newer copy of {source.label}", chooser.SOURCES)
        if path is not None:
            self.read(source, path)

    def read(self, source: Source, path: Path) -> None:
        """Let a file be what a source says from now on."""
        self._begin(source, f"Reading {source.label} anew", partial(newer_copy, path))

    def read_whole(self, source: Source) -> None:
        """Let a source say all of the web page that it came in."""
        project = self._desk.opened().project
        self._begin(source, f"Reading all of {source.label}", partial(whole_page, project, source))

    def recode(self, source: Source, encoding: str) -> None:
        """Let a source say what its file says in another encoding."""
        project = self._desk.opened().project
        load = partial(in_encoding, project, source, encoding)
        self._begin(source, f"Reading {source.label} in {encoding}", load)

    def revise(self, source: Source, text: str) -> None:
        """Let a source say what its text was corrected to."""
        self._begin(source, f"Finding the passages of {source.label}", partial(edited, text))

    def cancel(self, why: str = _STOPPED) -> None:
        """Stop; nothing of it stays."""
        staging = self._staging
        self._end(why)
        if staging is not None:
            with self._desk.minding():
                staging.take_back()

    def here(self, act: Callable[[Source], None]) -> None:
        """Do something with the source that is chosen, or say that there is none."""
        source = self._source_here()
        if source is not None:
            act(source)

    def may_begin(self) -> bool:
        """Tell whether the text of a source can be changed now, or say why not."""
        if self._job is not None:
            self._desk.refused.emit(_BUSY)
        elif self._desk.opened().read_only:
            self._desk.refused.emit(str(ReadOnlyError()))
        else:
            return True
        return False

    def _begin(self, source: Source, words: str, load: Callable[[], Newer]) -> None:
        if self.may_begin():
            self._source = source.id
            self._job = self._desk.background.begin(words, self.cancel)
            self._thread.start(load, self._stage, self._fail)

    def _stage(self, newer: Newer) -> None:
        """Put what was read on disk, slice by slice, ahead of the change that names it."""
        self._staging = Staging(self._desk.opened(), newer.contents)
        self._staging.run(partial(self._compare, newer), self._refuse)

    def _compare(self, newer: Newer) -> None:
        """Find the passages in the new text, in a thread that reads the project as it stands."""
        session = self._desk.opened()
        source = session.project.get(Source, self._source)
        self._stale = False
        if source is None:
            self._fail(_GONE)
            return
        make = partial(newer.make, session.project, source, session.now())
        self._thread.start(make, partial(self._take, newer), self._fail)

    def _take(self, newer: Newer, change: Change) -> None:
        if self._stale:
            self._compare(newer)
            return
        done = self._desk.do(lambda _project: replace(change, contents=()))
        if done is None:
            self.cancel(self._desk.trouble or _NOT_SAVED)
            return
        self._end()
        source = next((edit.after for edit in done.edits if isinstance(edit.after, Source)), None)
        if source is None:
            self._desk.noted.emit(_SAME)
        else:
            self._report(source, done, newer)

    def _report(self, source: Source, change: Change, newer: Newer) -> None:
        states = Counter(edit.after.state for edit in change.edits if isinstance(edit.after, Passage))
        parts = [
            words
            for words in (
                f"{counted(states['moved'], 'passage')} moved" if states["moved"] else "",
                f"{counted(states['review'], 'passage')} to review" if states["review"] else "",
                f"{counted(states['lost'], 'passage')} no longer there" if states["lost"] else "",
            )
            if words
        ]
        outcome = ", ".join(parts) or unmoved(self._desk.opened().project, source)
        sentence = f"{source.label} was read anew: {outcome}."
        self._desk.told.emit(sentence.removesuffix("."))
        if states["review"] or states["lost"]:
            self._review()
        told = [*newer.remarks(source), *doubts(self._desk.opened().project, source, change)]
        said = " ".join([*([sentence] if parts else []), *told])
        if states["moved"] and not (states["review"] or states["lost"]):
            self._desk.offered.emit(said, "Review", self._review)
        elif said:
            self._desk.noted.emit(said)

    def _note(self) -> None:
        self._stale = True

    def _refuse(self, error: BrieferError) -> None:
        self.cancel(str(error))
        self._desk.refuse(error)

    def _fail(self, sentence: str) -> None:
        self.cancel(sentence)
        self._desk.refused.emit(sentence)

    def _end(self, why: str = "") -> None:
        self._thread.cancel()
        self._staging = None
        if self._job is not None:
            self._job.end()
            self._job = None
            self.ended.emit(why)
