"""Files become sources while the window stays alive: read in a thread, taken in together."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.errors import BrieferError
from briefer.gui.desk.background import Job
from briefer.gui.desk.desk import Desk
from briefer.reading.open import read_bytes, read_file
from briefer.reading.reading import Reading
from briefer.tasks.importing import add_readings, remarks

_PAUSE: Final = 20  # milliseconds between two looks at what was read
_NAME_LONGEST: Final = 40
_NAMED: Final = 5


class Importing(QObject):
    """One import at a time, all its files one step to undo; one that cannot be read is told and left out."""

    added = Signal(object)
    """A Source that is now in the project."""
    remarked = Signal(str)
    """What the user should know of how files were read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._queue: SimpleQueue[Reading | BrieferError] = SimpleQueue()
        self._cancelled = threading.Event()
        self._done, self._total = 0, 0
        self._job: Job | None = None
        self._readings: list[Reading] = []
        self._remarks: list[str] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._look)
        desk.laid.connect(self.cancel)

    def add_files(self, files: Sequence[Path]) -> None:
        """Read files and take them in."""
        if self._total:
            self._desk.refused.emit("Files are being read; wait for them, or cancel first.")
        elif files and self._desk.session is not None:
            self._begin(len(files))
            threading.Thread(target=_read, args=(files, self._queue, self._cancelled), daemon=True).start()

    def add_words(self, words: str) -> None:
        """Take in words that were dropped or pasted, as a file of their own."""
        name = " ".join(words.split())[:_NAME_LONGEST].replace("/", "-").strip(" .")
        with self._desk.minding():
            self._take([read_bytes(f"{name}.txt", words.encode("utf-8", "replace"))])
        self._tell_remarks()

    def cancel(self) -> None:
        """Stop reading; nothing of this import goes in."""
        self._cancelled.set()
        self._remarks = []
        self._end()

    def _begin(self, total: int) -> None:
        self._queue = SimpleQueue()
        self._cancelled = threading.Event()
        self._done, self._total = 0, total
        self._readings, self._remarks = [], []
        self._job = self._desk.background.begin("Reading sources", self.cancel)
        self._job.progress(0, total)
        self._timer.start()

    def _look(self) -> None:
        with suppress(Empty):
            while self._done < self._total:
                read = self._queue.get_nowait()
                self._done += 1
                if isinstance(read, BrieferError):
                    self._remarks.append(str(read))
                else:
                    self._readings.append(read)
        if self._job is not None:
            self._job.progress(self._done, self._total)
        if self._done == self._total:
            self._take_all(self._readings)
            self._end()

    def _take_all(self, readings: Sequence[Reading]) -> None:
        """Take files in as one change, or each by itself when one of them is refused."""
        try:
            self._take(readings)
        except BrieferError as error:
            if len(readings) == 1:
                self._remarks.append(str(error))
                return
            for reading in readings:
                self._take_all([reading])

    def _take(self, readings: Sequence[Reading]) -> None:
        added = add_readings(self._desk.opened(), readings)
        for source, reading in added:
            self._remarks += remarks(source, reading)
            self.added.emit(source)
        if added:
            names = ", ".join(source.label for source, _ in added[:_NAMED])
            more = f" and {len(added) - _NAMED} more" if len(added) > _NAMED else ""
            self._desk.told.emit(f"Added {names}{more}")

    def _end(self) -> None:
        self._timer.stop()
        self._total = 0
        self._readings = []
        if self._job is not None:
            self._job.end()
            self._job = None
        self._tell_remarks()

    def _tell_remarks(self) -> None:
        if self._remarks:
            more = f" (and {len(self._remarks) - 1} more)" if len(self._remarks) > 1 else ""
            self.remarked.emit(self._remarks[0] + more)
            self._remarks = []


def _read(
    files: Sequence[Path], queue: SimpleQueue[Reading | BrieferError], cancelled: threading.Event
) -> None:
    for file in files:
        if cancelled.is_set():
            return
        try:
            queue.put(read_file(file))
        except BrieferError as error:
            queue.put(error)
