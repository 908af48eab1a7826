"""Exports in a child process: watched in their dialog or, when that is put away, in the status line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.gui.desk.background import Job
from briefer.gui.desk.child_job import ChildJob
from briefer.gui.desk.desk import Desk
from briefer.isolated.wire import Value

_TASKS: Final = "briefer.tasks.exporting"
_LONGEST: Final = 3600.0  # seconds: whoever thinks it too long can cancel it


class Exporting(QObject):
    """One export at a time. `watched` says whether the dialog shows how it goes."""

    progressed = Signal(int, int)
    ended = Signal(object, str)
    """The Path that was written; else None and why not, "" when it was cancelled."""

    def __init__(self, desk: Desk, show_file: Callable[[Path], None]) -> None:
        super().__init__(desk)
        self.watched = False
        self.filled = ""
        """How much of its pages the last export fills ("1.6 of 2 pages"), if its preset has such a goal."""
        self.show_file = show_file
        self._desk = desk
        self._child = ChildJob(self)
        self._job: Job | None = None
        self._out = Path()
        self._child.progressed.connect(self._pass_on)

    @property
    def running(self) -> bool:
        """Whether an export is under way."""
        return self._job is not None

    def start(self, project: Path, out: Path, wanted: Value) -> None:
        """Export a project file; `wanted` is the `Wanted` of the task."""
        self._out = out
        self._job = self._desk.background.begin(f"Exporting {out.name}", self.cancel)
        place = self._desk.opened().place
        if place is not None and not place.holds():  # another file may have its name by now
            QTimer.singleShot(0, self, lambda: self._end(None, place.trouble()))
            return
        self._child.start(
            f"{_TASKS}:export_file", str(project), str(out), wanted,
            done=lambda filled: self._end(out, "", str(filled)), failed=lambda why: self._end(None, why),
            reports=True, timeout=_LONGEST,
        )  # fmt: skip

    def cancel(self) -> None:
        """End it early; nothing is written then."""
        self._child.cancel()
        self._end(None, "")

    def _pass_on(self, done: int, total: int) -> None:
        if self._job is not None:
            self._job.progress(done, total)
        self.progressed.emit(done, total)

    def _end(self, written: Path | None, why: str, filled: str = "") -> None:
        if self._job is None:
            return
        self.filled = filled
        self._job.end()
        self._job = None
        self.ended.emit(written, why)
        if written is not None:
            self._desk.told.emit(f"Exported {written.name}")
        if self.watched:
            return
        if written is not None:
            self._desk.offered.emit(
                f"“{written.name}” is exported.", "Open it", lambda: self.show_file(written)
            )
        elif why:
            self._desk.refused.emit(why)
