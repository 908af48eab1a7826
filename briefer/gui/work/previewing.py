"""The preview kept up with the project, and the ways between a note and its passage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.gui.desk.background import Job
from briefer.gui.desk.child_talk import ChildTalk
from briefer.gui.desk.desk import Desk
from briefer.gui.desk.settings import Settings
from briefer.gui.outline.rows import Line
from briefer.gui.panes.panes import Panes
from briefer.gui.preview.edition import Edition
from briefer.gui.preview.page_links import PageLink
from briefer.gui.preview.preview import Preview
from briefer.model.preset import WHOLE
from briefer.model.records import Passage, Source, Statement, Tag
from briefer.wording.quoted import quoted_in_short

_PAUSE: Final = 120
"""Milliseconds without a change before the pages are set anew."""
_LONG: Final = 1500
"""Milliseconds after which the status line says what goes on."""
_LINGER: Final = 60_000
"""Milliseconds that the children stay when nobody looks any more: they have loaded much."""
_QUOTED: Final = 90  # code points
_UNSAVED: Final = "This project lies in no file yet, so it has no preview; save a copy and open that."


class Previewing(QObject):
    """Sets the pages in a child, only while somebody looks at them."""

    shown = Signal()
    """Something is shown in the preview, so it should be in front."""

    def __init__(self, desk: Desk, settings: Settings, preview: Preview, panes: Panes) -> None:
        super().__init__(preview)
        self._desk = desk
        self._settings = settings
        self._chosen = ("", "", "")
        self._preview = preview
        self._panes = panes
        self._stale = True
        self._job: Job | None = None
        self._child = ChildTalk(self)
        self._pause = _timer(self, _PAUSE, self._set_pages)
        self._leaving = _timer(self, _LINGER, self.rest)
        desk.laid.connect(self._begin)
        desk.changed.connect(self._take_change)
        preview.appeared.connect(self._look)
        preview.disappeared.connect(self._leaving.start)
        preview.view.passages_wanted.connect(self._show_passages)
        preview.view.describe = self._describe

    def show_line(self, line: Line | None) -> None:
        """Show where a card of the outline is printed: a statement, or a passage."""
        if isinstance(line, Statement):
            self._show_printed((line.id, *line.cites))
        elif line is not None:
            self._show_printed((line.passage if isinstance(line, Tag) else line.id,))

    def show_passage(self, passage: Passage) -> None:
        """Show where a passage is printed."""
        self._show_printed((passage.id,))

    def rest(self) -> None:
        """Let the children go; the pages stay, and the next look at them begins anew."""
        self._stale = self._stale or self._child.asked
        self._pause.stop()
        self._leaving.stop()
        self._child.stop()
        self._preview.view.sheets.rest()
        self._end_job()

    def _show_printed(self, records: Sequence[str]) -> None:
        self.shown.emit()
        self._preview.show_records(records)
        self._preview.view.setFocus()

    def _begin(self) -> None:
        """Another project lies on the desk, or none."""
        self.rest()
        self._stale = True
        self._preview.clear()
        if self._preview.isVisible():
            self._look()

    def _take_change(self) -> None:
        self._stale = True
        if self._preview.isVisible():
            self._preview.start()
            self._pause.start()

    def _look(self) -> None:
        self._leaving.stop()
        self._preview.view.look()
        if self._stale or self._chosen != self._choice():
            self._set_pages()

    def _set_pages(self) -> None:
        """Begin a new edition, unless one is being made: then the next one begins when it is done."""
        session = self._desk.session
        if session is None or self._child.asked:
            return
        if session.path is None:
            self._preview.show_trouble(_UNSAVED)
            return
        self._stale, self._chosen = False, self._choice()
        self._preview.start()
        self._job = self._desk.background.begin("Setting the preview", self._give_up, after=_LONG)
        self._child.ask(
            "briefer.tasks.previewing:preview_file", str(session.path), *self._chosen,
            done=self._take, failed=self._fail,
        )  # fmt: skip

    def _choice(self) -> tuple[str, str, str]:
        """Return the preset, paper and citations that the project was exported with last."""
        path = self._desk.session.path if self._desk.session else None
        kept = self._settings.export_of(path) if path else {}
        return (
            kept.get("preset") or WHOLE.name,
            kept.get("paper") or WHOLE.paper,
            kept.get("citations") or WHOLE.citations,
        )

    def _take(self, found: dict[str, Any]) -> None:
        self._end_job()
        self._preview.show_edition(Edition.of(found))
        self._go_on()

    def _fail(self, sentence: str) -> None:
        self._end_job()
        self._preview.show_trouble(sentence)
        self._go_on()

    def _go_on(self) -> None:
        """Make the next edition if the project has changed meanwhile."""
        if self._stale and self._preview.isVisible():
            self._preview.start()
            self._pause.start()

    def _give_up(self) -> None:
        self.rest()
        self._preview.show_trouble("Cancelled: the preview is made anew with the next change.")

    def _end_job(self) -> None:
        if self._job is not None:
            self._job.end()
            self._job = None

    # From a note to its passage

    def _show_passages(self, passages: Sequence[str]) -> None:
        """Bring the first of these into sight in its pane, while the keys stay with the pages."""
        found = self._passage(passages[0])
        if found is not None:
            self._panes.go_to(found)
            self._preview.view.setFocus()

    def _passage(self, identifier: str) -> Passage | None:
        project = self._desk.project
        return project.get(Passage, identifier) if project else None

    def _describe(self, link: PageLink) -> str:
        if not link.passages:
            return f"Page {link.place.page + 1} of this brief" if link.place else ""
        found, project = self._passage(link.passages[0]), self._desk.project
        source = project.get(Source, found.source) if found and project else None
        if found is None or source is None:
            return ""
        quote = quoted_in_short(found.anchor.quote, _QUOTED)
        more = len(link.passages) - 1
        others = f" and {more} more; each click shows the next" if more else ""
        return f"Show in {source.label}: {quote}{others}"


def _timer(parent: QObject, milliseconds: int, act: Callable[[], object]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(act)
    return timer
