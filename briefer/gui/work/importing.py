"""Files become sources while the window stays alive: read in a thread, put on disk slice by slice."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.errors import BrieferError
from briefer.gui.desk.background import Job
from briefer.gui.desk.desk import Desk
from briefer.gui.desk.thread_job import BROKEN
from briefer.gui.work.staging import Staging
from briefer.model.records import Source
from briefer.reading.open import read_bytes, read_file, read_words
from briefer.reading.reading import Attached
from briefer.session import Session
from briefer.tasks.importing import (
    Prepared,
    add_prepared,
    attached_to,
    near_twins,
    prepare,
    remarks,
    without_twins,
)
from briefer.wording.counted import counted

_PAUSE: Final = 20  # milliseconds between two looks at what was read
_NAME_LONGEST: Final = 40
_NAMED: Final = 5
_WAYS_ON: Final = {
    "attached": "Choose attached files…",
    "page": "Take the whole page",
    "encoding": "Choose the encoding…",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """What should be known of a file; `source` is the one that it became, or that it is already."""

    sentence: str
    source: Source | None = None
    more: str = ""
    """What else the file holds (see `Reading.more`)."""
    path: Path | None = None
    """The file of which nothing was taken, though it holds more."""

    @property
    def way_on(self) -> str:
        """The words of what can be done about it, empty where there is nothing."""
        shown = f"Show {self.source.label}" if self.source else ""
        return _WAYS_ON.get(self.more, shown)


@dataclass(frozen=True, slots=True)
class Report:
    """What there is to know after files were read."""

    files: int
    added: int
    remarks: Sequence[Remark]

    @property
    def summary(self) -> str:
        known = counted(len(self.remarks), "remark")
        if self.files == self.added == 1:
            return f"The file was added, with {known}."
        if self.added == self.files:
            return f"All {self.files:,} files were added, with {known}."
        were = "was" if self.added == 1 else "were"
        return f"{self.added:,} of {self.files:,} files {were} added, with {known}."


class Importing(QObject):
    """One import at a time, all its files one step to undo; one that cannot be read is told and left out."""

    added = Signal(object)
    """A Source that is now in the project."""
    taken = Signal(object)
    """The last of the Sources that came together."""
    reported = Signal(object)
    """A Report, when there is anything to know."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._queue: SimpleQueue[_Read] = SimpleQueue()
        self._cancelled = threading.Event()
        self._reader = threading.Thread()
        self._done, self._total = 0, 0
        self._job: Job | None = None
        self._files: list[Prepared] = []
        self._remarks: list[Remark] = []
        self._staging: Staging | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._look)
        desk.laid.connect(self.cancel)
        desk.moved.connect(self.cancel)  # what was staged is not in the copy

    def add_files(self, files: Sequence[Path]) -> None:
        """Read files and take them in."""
        self._add([partial(_read_path, file) for file in files])

    def add_attached(self, files: Sequence[Attached]) -> None:
        """Take in files that came with a message."""
        self._add([partial(_read_attached, file) for file in files])

    def _add(self, files: Sequence[Callable[[], _Read]]) -> None:
        if self._total:
            self._desk.refused.emit("Files are being read; wait for them, or cancel first.")
        elif files and self._desk.session is not None:
            self._begin(len(files))
            reads = (files, self._queue, self._cancelled)
            self._reader = threading.Thread(target=_read, args=reads, daemon=True)
            self._reader.start()

    def add_words(self, words: str, address: str = "") -> None:
        """Take in words that were dropped or pasted, from a web page perhaps, as a file of their own."""
        name = " ".join(words.split())[:_NAME_LONGEST].replace("/", "-").strip(" .")
        with self._desk.minding():
            session = self._desk.opened()
            known: list[Remark] = []  # files may be being read, and have theirs
            file = prepare(read_words(f"{name}.txt", words, address, session.now()[:10]))
            fresh = _without_twins(session, [file], known)
            self._report(1, self._take(session, fresh, known, staged=False), known)

    def cancel(self) -> None:
        """Stop; nothing of this import stays."""
        self._cancelled.set()
        staging = self._staging
        self._end()
        if staging is not None:
            with self._desk.minding():
                staging.take_back()

    def _begin(self, total: int) -> None:
        self._queue = SimpleQueue()
        self._cancelled = threading.Event()
        self._done, self._total = 0, total
        self._files, self._remarks = [], []
        self._job = self._desk.background.begin("Reading sources", self.cancel)
        self._job.progress(0, total)
        self._timer.start()

    def _look(self) -> None:
        """Fetch what was read; when all is, put a slice of it on disk at each look, then take it in."""
        if self._staging is None:
            self._fetch()
            return
        try:
            if self._staging.go_on():
                return
            added = self._take(self._staging.session, self._files, self._remarks, staged=True)
        except BrieferError as error:
            self.cancel()
            self._desk.refuse(error)
            return
        total = self._total
        self._end()
        self._report(total, added, self._remarks)

    def _fetch(self) -> None:
        over = not self._reader.is_alive()
        with suppress(Empty):
            while self._done < self._total:
                read = self._queue.get_nowait()
                self._done += 1
                if isinstance(read, Remark):
                    self._remarks.append(read)
                else:
                    self._files.append(read)
        if self._job is not None:
            self._job.progress(self._done, self._total)
        if over and self._done < self._total:
            self.cancel()
            self._desk.refused.emit(BROKEN)
        elif self._done == self._total:
            session = self._desk.opened()
            self._files = _without_twins(session, self._files, self._remarks)
            contents = [content for file in self._files for content in file.incoming.contents]
            self._staging = Staging(session, contents)

    def _take(self, session: Session, files: Sequence[Prepared], known: list[Remark], *, staged: bool) -> int:
        """Take files in as one change and put to what is `known` what is now; return how many they are."""
        added = add_prepared(session, files, staged=staged)
        for source, reading in added:
            told = [Remark(sentence, source) for sentence in remarks(source, reading)]
            if told and reading.more:
                told[-1] = replace(told[-1], more=reading.more)
            known += told
            self.added.emit(source)
        twins = near_twins(session.project, [source for source, _ in added])
        known += [Remark(sentence, source) for source, sentence in twins]
        if added:
            names = ", ".join(source.label for source, _ in added[:_NAMED])
            more = f" and {len(added) - _NAMED} more" if len(added) > _NAMED else ""
            self._desk.told.emit(f"Added {names}{more}")
            self.taken.emit(added[-1][0])
        return len(added)

    def _report(self, files: int, added: int, known: Sequence[Remark]) -> None:
        if known:
            self.reported.emit(Report(files, added, tuple(known)))

    def _end(self) -> None:
        self._timer.stop()
        self._total = 0
        self._files = []
        self._staging = None
        if self._job is not None:
            self._job.end()
            self._job = None


_Read = Prepared | Remark
"""A file that was read, or why it could not be."""


def _read(
    files: Sequence[Callable[[], _Read]], queue: SimpleQueue[_Read], cancelled: threading.Event
) -> None:
    for read in files:
        if cancelled.is_set():
            return
        queue.put(read())


def _without_twins(session: Session, files: Sequence[Prepared], known: list[Remark]) -> list[Prepared]:
    """Leave out files whose bytes are there already, or came twice, and put that to what is `known`."""
    fresh, twins = without_twins(session, files)
    known += [Remark(sentence, there) for sentence, there in twins]
    return fresh


def _read_path(path: Path) -> _Read:
    try:
        return prepare(read_file(path))
    except BrieferError as error:
        return (
            Remark(str(error), more="attached", path=path) if attached_to(path).files else Remark(str(error))
        )


def _read_attached(file: Attached) -> _Read:
    try:
        reading = read_bytes(file.name, file.data)
        # What came with a listed message was to be chosen with it.
        return prepare(replace(reading, more="", attached=0) if file.listed else reading)
    except BrieferError as error:
        return Remark(str(error))
