"""A search, done: the page and the panes are searched, and a place that was found is opened or tagged."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.gui.desk.desk import Desk
from briefer.gui.desk.mime import Span
from briefer.gui.desk.tools import Tools
from briefer.gui.look.tabs import Tabs
from briefer.gui.panes.digit_keys import digit_of
from briefer.gui.panes.panes import Panes
from briefer.gui.searching.page import FindPage
from briefer.gui.searching.search_job import SearchJob
from briefer.gui.work.tagging import Tagging
from briefer.model.change import Change, Edit
from briefer.model.project import Project
from briefer.model.records import Difference, Passage, Source, Statement
from briefer.tasks.searching import FoldedTexts, Hit
from briefer.wording.seeking import Query
from briefer.wording.sentences import sentence_at

_Tagged = tuple[int, int, str]
"""A stretch in code points, and the colour of a section."""
_PAUSE: Final = 300  # milliseconds from a change to looking again


class Searching(QObject):
    """Joins the find page and the panes; `go_to` shows what has an id."""

    searching = Signal()
    """A search has begun."""
    searched = Signal()
    """A search has come to its end."""

    def __init__(
        self, tools: Tools, side: Tabs, panes: Panes, tagging: Tagging, go_to: Callable[[str], None]
    ) -> None:
        super().__init__(panes)
        self.page = FindPage(digit_of)
        self._desk: Desk = tools.desk
        self._side = side
        self._show_side = tools.commands["sources-panel"].trigger
        self._panes = panes
        self._tagging = tagging
        self._go_to = go_to
        self._texts: FoldedTexts | None = None
        self._tagged: dict[str, list[_Tagged]] = {}
        """What is tagged by the id of its source, as far as it was asked for."""
        self._stepping_page = False
        """The page was searched last, so F3 steps there."""
        self._job = SearchJob(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        panes.find_bars.last_words.keep_in(tools.settings)
        self.page.box.last = panes.find_bars.last_words
        self.page.results.painter_of_rows.colours_at = self._colours_at
        side.add("Find", self.page, tools.commands["find-sources"].toolTip())
        self._listen()
        tools.commands.bind(
            find=lambda: self._find_in_pane(everywhere=False),
            find_panes=lambda: self._find_in_pane(everywhere=True),
            find_sources=self.open_page,
            find_next=lambda: self._step(1),
            find_previous=lambda: self._step(-1),
        )

    def set_project(self, project: Project | None) -> None:
        """Search another project from now on, or none."""
        self._job.cancel()
        self._pause.stop()
        self._texts = FoldedTexts(project) if project else None
        self._tagged.clear()
        self.page.reset()

    def apply(self, change: Change) -> None:
        """Look again when a change has touched what was looked through."""
        self._tagged.clear()
        self.page.results.viewport().update()
        if any(_is_searched(edit) for edit in change.edits):
            self._pause.start()

    def open_page(self, words: str = "") -> None:
        """Show the page, with these words, else with what is selected in a pane, else as it was."""
        pane = self._panes.active
        span = pane.selected_span()
        selected = pane.view.text.body[slice(*span)] if span and not words else ""
        if not self._side.isVisible():
            self._show_side()
        self._side.show_page(self.page)
        self.page.look_for(words or ("" if "\n" in selected else selected))
        self._stepping_page = True

    def _listen(self) -> None:
        page, job = self.page, self._job
        page.sought.connect(self._seek)
        page.given_up.connect(self._give_up)
        page.results.shown.connect(self._show)
        page.results.entered.connect(self._read)
        page.results.digit_pressed.connect(self._tag)
        job.found.connect(page.add)
        job.progressed.connect(page.progress)
        job.ended.connect(page.end)
        job.ended.connect(self.searched)
        job.failed.connect(self._desk.refused)
        job.failed.connect(page.stop)
        self._pause.timeout.connect(page.seek_again)
        self._side.chosen.connect(self._turn)

    def _seek(self, query: Query) -> None:
        if self.page.isVisible():
            self._panes.find_bars.look_for(query)
        if self._texts is not None:
            self._job.start(self._texts, query)
            self.searching.emit()

    def _turn(self, front: QObject) -> None:
        """Mark in the panes what is looked for only while its page shows."""
        self._panes.find_bars.look_for(self.page.query() if front is self.page else Query())

    def _give_up(self) -> None:
        if self._job.cancel():
            self.page.stop()
        self._panes.active.take_focus()

    def _find_in_pane(self, *, everywhere: bool) -> None:
        self._stepping_page = False
        self._panes.active.find_bar.open(everywhere=everywhere)

    def _step(self, by: int) -> None:
        if self._stepping_page and self.page.isVisible() and self.page.model.rowCount():
            self.page.results.step(by)
        else:
            self._panes.active.find_bar.step(by)

    def _show(self, hit: Hit) -> None:
        """Show the place while the keys stay with the results."""
        self._stepping_page = True
        self.page.box.remember()
        if isinstance(hit.record, Source):
            pane = self._panes.show_source(hit.record)
            pane.view.go_to(hit.start, hit.end)
            pane.find_bar.hits.point_at((hit.start, hit.end))
        else:
            self._go_to(hit.record.id)
            self.page.results.setFocus()

    def _read(self, hit: Hit) -> None:
        self._show(hit)
        if isinstance(hit.record, Source | Passage):
            self._panes.active.take_focus()

    def _colours_at(self, hit: Hit) -> list[str]:
        project = self._desk.project
        if project is None or not isinstance(hit.record, Source):
            return []
        if hit.record.id not in self._tagged:
            self._tagged[hit.record.id] = _tagged_in(project, hit.record)
        spans = self._tagged[hit.record.id]
        return list(dict.fromkeys(c for start, end, c in spans if start < hit.end and hit.start < end))

    def _tag(self, hit: Hit, digit: int) -> None:
        """Tag the sentence of a hit, which alone is rarely worth quoting."""
        project = self._desk.project
        if project is None or not isinstance(hit.record, Source):
            return
        sentence = sentence_at(project.text_of(hit.record), hit.start)
        if sentence is not None:
            self._tagging.tag_span_by_digit(Span(hit.record.id, *sentence), digit)


def _tagged_in(project: Project, source: Source) -> list[_Tagged]:
    """Return what is tagged in the text of a source as it is now."""
    colours = {section.id: section.colour for section in project.sections()}
    anchors = {one.id: one.anchor for one in project.passages_in(source) if one.anchor.text == source.text}
    tags = [(anchors[tag.passage], tag) for tag in project.tags_in(source) if tag.passage in anchors]
    return [(anchor.start, anchor.end, colours[tag.section]) for anchor, tag in tags]


def _is_searched(edit: Edit) -> bool:
    """Tell whether an edit touches a text, a note or a statement."""
    if isinstance(edit.record, Passage):
        before, after = (side.note if isinstance(side, Passage) else "" for side in (edit.before, edit.after))
        return before != after
    return isinstance(edit.record, Source | Statement | Difference)
