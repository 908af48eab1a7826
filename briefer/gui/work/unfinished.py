"""What is being written or was laid aside, kept where neither Escape nor a crash takes it."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer

from briefer.gui.desk.tools import Tools
from briefer.gui.look.palette import Choice, Palette
from briefer.gui.outline.rows import BOTTOM_LINE
from briefer.gui.outline.statement_editor import Draft, StatementEditor
from briefer.model.project import Project
from briefer.model.records import Passage, Section, Statement
from briefer.session import Session
from briefer.wording.quoted import quoted_in_short

_PAUSE: Final = 1000  # milliseconds without a key
_MOST_ASIDE: Final = 20
_SHAPE: Final = {"section": str, "statement": str, "text": str, "kind": str, "cites": list}
_SHOWN: Final = 60  # code points of a draft in a sentence or a list


class Unfinished(QObject):
    """Watches the editor; the words lie in the user's settings, under the project's path."""

    def __init__(self, tools: Tools, editor: StatementEditor, settled: Callable[[], bool]) -> None:
        """`settled` keeps what the editor holds and tells whether it is free."""
        super().__init__(editor)
        self._editor = editor
        self._desk = tools.desk
        self._window = tools.window
        self._settings = tools.settings
        self._settled = settled
        self._path: Path | None = None
        self._aside: list[str] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.keep)
        editor.words.textChanged.connect(self._pause.start)
        editor.closed.connect(self._forget)
        editor.laid_aside.connect(self._lay_aside)
        tools.commands.bind(write_on=self.ask)

    def take_up(self, session: Session | None) -> bool:
        """Put into the editor what was being written when the program ended; tell whether there was any."""
        writable = session is not None and not session.read_only
        self._path = session.path if session is not None and writable else None
        aside = self._settings.aside_of(self._path) if self._path else []
        self._aside = [each for each in aside if _is_whole(each)]
        kept = self._settings.draft_of(self._path) if self._path else ""
        if session is None or not _is_whole(kept):
            return False
        self._editor.resume(session.project, _read(session.project, kept))
        return True

    def move(self, path: Path) -> None:
        """Keep it for another file from now on."""
        self._path = path
        self.keep()

    def keep(self) -> None:
        """Write down what the editor holds now."""
        if self._path is not None and self._editor.is_dirty():
            self._settings.keep_draft_of(self._path, _written(self._editor.draft()))

    def ask(self) -> None:
        """Go on with what was laid aside; ask with what when there is more than one."""
        if not self._aside:
            self._desk.refused.emit("Nothing was laid aside; Esc lays aside a statement that is not done.")
        elif len(self._aside) == 1:
            self._write_on(self._aside[0])
        else:
            found = [
                Choice(self._named(each), "", "pencil", partial(self._write_on, each)) for each in self._aside
            ]
            Palette(self._window, found[::-1], "Write on").open()

    def _lay_aside(self, draft: Draft) -> None:
        kept = _written(draft)
        self._keep_aside([*(each for each in self._aside if each != kept), kept][-_MOST_ASIDE:])
        sentence = f"Laid aside, not in the brief: {quoted_in_short(draft.text, _SHOWN)}"
        self._desk.offered.emit(sentence, "Write on", partial(self._write_on, kept))

    def _write_on(self, kept: str) -> None:
        project = self._desk.project
        if project is None or kept not in self._aside or not self._settled():
            return
        self._keep_aside([each for each in self._aside if each != kept])
        self._editor.resume(project, _read(project, kept))

    def _keep_aside(self, aside: list[str]) -> None:
        self._aside = aside
        if self._path is not None:
            self._settings.keep_aside_of(self._path, aside)

    def _named(self, kept: str) -> str:
        parts = _parts(kept)
        project = self._desk.project
        section = project.get(Section, parts["section"]) if project else None
        return f"{section.title if section else BOTTOM_LINE}: {quoted_in_short(parts['text'], _SHOWN)}"

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


def _is_whole(kept: str) -> bool:
    """Tell whether these words are a draft: settings may be edited, or cut short by a full disk."""
    with suppress(ValueError):
        parts = json.loads(kept)
        shape = isinstance(parts, dict) and {name: type(each) for name, each in parts.items()}
        return shape == _SHAPE and all(isinstance(each, str) for each in parts["cites"])
    return False


def _parts(kept: str) -> dict[str, Any]:
    parts: dict[str, Any] = json.loads(kept)
    return parts


def _read(project: Project, kept: str) -> Draft:
    """Return a draft as the project has its parts now; one whose section is gone is of the bottom line."""
    parts = _parts(kept)
    cites = (project.get(Passage, each) for each in parts["cites"])
    return Draft(
        project.get(Section, parts["section"]),
        project.get(Statement, parts["statement"]),
        parts["text"],
        parts["kind"],
        [passage for passage in cites if passage is not None],
    )
