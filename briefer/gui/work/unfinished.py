"""What is being written, kept beside the project until it is done, so that a crash does not take it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer

from briefer.gui.desk.settings import Settings
from briefer.gui.outline.statement_editor import Draft, StatementEditor
from briefer.model.project import Project
from briefer.model.records import Passage, Section, Statement
from briefer.session import Session

_PAUSE: Final = 1000  # milliseconds without a key


class Unfinished(QObject):
    """Watches the editor; the words lie in the user's settings, under the project's path."""

    def __init__(self, editor: StatementEditor, settings: Settings) -> None:
        super().__init__(editor)
        self._editor = editor
        self._settings = settings
        self._path: Path | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.keep)
        editor.words.textChanged.connect(self._pause.start)
        editor.closed.connect(self._forget)

    def take_up(self, session: Session | None) -> bool:
        """Put into the editor what was being written when the program ended; tell whether there was any."""
        writable = session is not None and not session.read_only
        self._path = session.path if session is not None and writable else None
        kept = self._settings.draft_of(self._path) if self._path else ""
        if session is not None and kept:
            self._editor.resume(session.project, _read(session.project, kept))
        return bool(kept)

    def keep(self) -> None:
        """Write down what the editor holds now."""
        if self._path is not None and self._editor.is_dirty():
            self._settings.keep_draft_of(self._path, _written(self._editor.draft()))

    def _forget(self) -> None:
        self._pause.stop()
        if self._path is not None:
            self._settings.keep_draft_of(self._path, "")


def _written(draft: Draft) -> str:
    return json.dumps(
        {
            "section": draft.section.id if draft.section else "",
            "statement": draft.statement.id if draft.statement else "",
            "text": draft.text,
            "kind": draft.kind,
            "cites": [passage.id for passage in draft.cites],
        }
    )


def _read(project: Project, kept: str) -> Draft:
    """Return a draft as the project has its parts now; one whose section is gone is of the bottom line."""
    parts = json.loads(kept)
    cites = (project.get(Passage, each) for each in parts["cites"])
    return Draft(
        project.get(Section, parts["section"]),
        project.get(Statement, parts["statement"]),
        parts["text"],
        parts["kind"],
        [passage for passage in cites if passage is not None],
    )
