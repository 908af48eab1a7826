"""Backups of the open project: made beside the window while it is worked in, opened when they are needed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from briefer.gui.desk.tools import Tools
from briefer.gui.work.projects import Projects

# What runs a child process is loaded with the first that is needed.
if TYPE_CHECKING:
    from briefer.gui.desk.child_job import ChildJob

AFTER: Final = 10_000
"""Milliseconds from opening a project to its first backup: whoever opens it wants to see it first."""
EVERY: Final = 30 * 60_000  # milliseconds
_BACK_UP: Final = "briefer.tasks.backups:back_up_beside"
_LONGEST: Final = 3600.0  # seconds
_ROWS: Final = 12
_NONE: Final = "There is no backup of this project yet; one is made soon after opening, then every half hour."
_FAILED: Final = "No backup could be made: {} Your work is saved in the project all the same."


class BackingUp(QObject):
    """Says nothing while all goes well; that one failed, or that there is no room for all, is said once."""

    def __init__(self, tools: Tools, projects: Projects) -> None:
        super().__init__(tools.desk)
        self._window = tools.window
        self._desk = tools.desk
        self._projects = projects
        self._child: ChildJob | None = None
        self._due = self._told = False
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(AFTER)
        self._first.timeout.connect(self.back_up)
        self._later = QTimer(self)
        self._later.setInterval(EVERY)
        self._later.timeout.connect(self._again)
        tools.commands.bind(backups=self.choose_here)
        tools.desk.laid.connect(self._begin)
        tools.desk.moved.connect(lambda _path: self._first.start())
        tools.desk.changed.connect(self._note)
        projects.backups_wanted.connect(self.choose)

    def back_up(self) -> None:
        """Have a backup made, unless the newest one says the same."""
        session = self._desk.session
        if session is None or session.place is None or session.read_only or not session.place.holds():
            return
        from briefer.gui.desk.child_job import ChildJob

        self._due = False
        self._child = self._child or ChildJob(self)
        path, now = str(session.place.path), session.now()
        self._child.start(_BACK_UP, path, now, done=self._tell, failed=self._fail, timeout=_LONGEST)

    def choose_here(self) -> None:
        """Offer the backups of the open project."""
        damage = self._projects.whereabouts.damage
        path = damage.file if damage is not None else self._desk.opened().path
        if path is None:
            self._desk.refused.emit("Save the project first; only what lies in a file has backups.")
        else:
            self.choose(path)

    def choose(self, path: Path) -> None:
        """Offer the backups of a project, which may be gone itself."""
        from briefer.tasks.backups import backups

        found = backups(path)
        if found:
            self._show(found)
        else:
            self._desk.noted.emit(_NONE)

    def open(self, backup: Path) -> None:
        """Show a backup for reading; a copy of it can be saved to go on with."""
        self._projects.open(backup, read_only=True)

    def _show(self, found: list[Path]) -> None:
        from briefer.gui.look.palette import Choice, Palette
        from briefer.tasks.backups import time_of

        choices = []
        for number, backup in enumerate(found):
            time = time_of(backup).astimezone()
            words = f"{time:%A}, {time.day} {time:%B %Y}, {time:%H:%M}"
            note = "" if number else "the newest"
            choices.append(Choice(words, note, "history", partial(self.open, backup)))
        Palette(self._window, choices, "Open a backup for reading", min(len(choices), _ROWS)).open()

    def _begin(self) -> None:
        """Another project lies on the desk, or none."""
        if self._child is not None:
            self._child.cancel()
        self._due = self._told = False
        if self._desk.session is None:
            self._first.stop()
            self._later.stop()
        else:
            self._first.start()
            self._later.start()

    def _again(self) -> None:
        if self._due:
            self.back_up()

    def _note(self) -> None:
        self._due = True

    def _tell(self, words: str) -> None:
        if words:
            self._desk.noted.emit(words)

    def _fail(self, sentence: str) -> None:
        from briefer.session import is_spoilt

        self._due = True
        error = self._child.error if self._child is not None else None
        if error is not None and is_spoilt(error):
            self._desk.spoil(sentence)
        elif not self._told:
            self._told = True
            self._desk.noted.emit(_FAILED.format(sentence))
