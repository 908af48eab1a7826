"""What happens around an open project: the workspace, and those who do what its parts ask for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from briefer.gui import hints
from briefer.gui.arrangement import Arrangement
from briefer.gui.asking import Asking
from briefer.gui.desk import chooser
from briefer.gui.desk.commands import Commands
from briefer.gui.desk.dropping import Dropped
from briefer.gui.desk.tools import Tools
from briefer.gui.differing.page import DifferencesPage
from briefer.gui.history.page import HistoryPage
from briefer.gui.look.palette import Choice
from briefer.gui.look.source_words import headline
from briefer.gui.mending import Mending
from briefer.gui.menus.context import ContextMenus
from briefer.gui.outline.rows import Line, passage_of
from briefer.gui.preview_column import PreviewColumn
from briefer.gui.status_line import StatusLine
from briefer.gui.taking_in import TakingIn
from briefer.gui.work.adjusting import Adjusting
from briefer.gui.work.differing import Differing
from briefer.gui.work.drafting import Drafting
from briefer.gui.work.findings import Findings
from briefer.gui.work.folds import Folds
from briefer.gui.work.gathering import Gathering
from briefer.gui.work.greying import Greying
from briefer.gui.work.history import Jumping
from briefer.gui.work.importing import Importing
from briefer.gui.work.merging import Merging
from briefer.gui.work.offering import Offering
from briefer.gui.work.outlining import Outlining
from briefer.gui.work.reading import Reading
from briefer.gui.work.rereading import Rereading
from briefer.gui.work.reviewing import Reviewing
from briefer.gui.work.searching import Searching
from briefer.gui.work.sourcing import Sourcing
from briefer.gui.work.tagging import Tagging
from briefer.gui.work.unfinished import Unfinished
from briefer.gui.workspace import Workspace
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import Section, Source, Statement
from briefer.session import Session


class Workroom(QObject):
    """Joins the workspace, the commands and the desk."""

    def __init__(self, tools: Tools, status: StatusLine) -> None:
        super().__init__(tools.window)
        desk, commands = tools.desk, tools.commands
        self.space = Workspace()
        self.tagging = Tagging(desk, self.space.panes)
        self.greying = Greying(tools, self.space.panes)
        self.adjusting = Adjusting(desk, self.space.panes)
        self.reading = Reading(tools, self.space.panes)
        self.drafting = Drafting(desk, self.space.outline, self.space.editor, self.tagging)
        self.outlining = Outlining(tools, self.space.outline_panel, self.drafting)
        self.folds = Folds(self.space.outline.outline, tools.settings)
        self.unfinished = Unfinished(tools, self.space.editor, self.drafting.settle)
        self.importing = Importing(desk)
        self.arrangement = Arrangement(self.space, commands, tools.settings)
        self.searching = Searching(tools, self.space.side, self.space.panes, self.tagging, self._go_to)
        self.findings = Findings(desk, commands, self.space.side, self._turn_to_side)
        self.reviewing = Reviewing(
            tools, self.space.side, self.space.panes, self.tagging.selected, self._turn_to_side
        )
        self.asking = Asking(tools, self.space, self.settle, self.findings)
        self.rereading = Rereading(tools, self.asking.source_here, self.reviewing.show)
        self.taking_in = TakingIn(tools, self.importing, self.rereading, self.space.panes.show_source)
        self.offering = Offering(tools, partial(self.asking.source_here, said=False))
        self.merging = Merging(tools, self.asking.resolve)
        self.menus = ContextMenus(self.space, desk, self.tagging, self.outlining, self.asking.describe)
        self.differing = Differing(desk, DifferencesPage(), self._turn_to)
        self.gathering = Gathering(tools, self.space.outline, self.tagging, self.differing)
        self.mending = Mending(desk, self.space, self.drafting, self.asking, self._turn_to_outline)
        self.sourcing = Sourcing(desk, self.take_in, self.mending.go_to, self.asking.describe)
        self.preview = PreviewColumn(tools, self.space, self.tagging, self.menus)
        self.space.pages.add("Differences", self.differing.page, commands["differences"].toolTip())
        self.history = HistoryPage()
        self.jumping = Jumping(desk, self.history, self.settle)
        self.space.pages.add("History", self.history, commands["history"].toolTip())
        self._desk = desk
        self._chooser = tools.chooser
        self._commands = commands
        self.hints = self._hinting(status)
        self._bind(commands)
        self._listen()

    def show_session(self, session: Session | None) -> None:
        """Show another project, or none; how the last one lay is remembered."""
        self.preview.leave()
        self.arrangement.leave()
        self.space.set_project(session.project if session else None, self.folds.of(session))
        self.history.set_session(session)
        self.searching.set_project(session.project if session else None)
        if session is not None:
            self.space.allow_changes(allowed=not session.read_only)
            self.arrangement.restore(session)
            self.hints.show()
        if self.unfinished.take_up(session):
            self._desk.told.emit("What was being written when the program ended is in the editor again")

    def show_change(self, change: Change) -> None:
        """Show what a change of the project left."""
        self.space.apply(change)
        self.searching.apply(change)

    def settle(self) -> bool:
        """Keep what is being written; tell whether all of it could be."""
        return self.differing.settle() and self.drafting.settle()

    def choices(self) -> list[Choice]:
        """Return what the palette finds in the project: its sections to tag as, its sources to show."""
        return [*_choices(self, self._desk.project)] if self._desk.project else []

    def take_in(self, found: Dropped) -> None:
        """Make sources of what was let go over the window."""
        if found.files:
            self.importing.add_files(found.files)
        else:
            self.importing.add_words(found.words, found.address)

    def _hinting(self, status: StatusLine) -> hints.Hints:
        beside: dict[QWidget, str] = {
            self.space.sources.cards: hints.LISTED,
            self.space.editor.words: hints.WRITING,
            self.space.outline: hints.OUTLINED,
        }
        return hints.Hints(self._desk, self.space.panes, self.tagging, status, beside)

    def _bind(self, commands: Commands) -> None:
        commands.bind(
            add=self._add,
            untag=self.menus.untag_here,
            repeat=self.tagging.repeat,
            adjust=self.adjusting.begin,
            write=lambda: self.drafting.write(self._section_here()),
            sort=lambda: self.drafting.sort(self._section_here()),
            history=lambda: self._turn_to(self.history),
        )

    def _listen(self) -> None:
        space = self.space
        for kept in (self.folds, self.unfinished, self.arrangement):
            self._desk.moved.connect(kept.move)
        space.sections.tag_wanted.connect(self.tagging.tag_active)
        space.sections.span_dropped.connect(self.tagging.tag_span)
        space.sources.chosen.connect(space.panes.show_source)
        space.sources.adding_wanted.connect(self._add)
        space.sources.renewed.connect(self.rereading.read)
        space.sources.dropped.connect(self.take_in)
        space.sources.cards.entered.connect(self._read_on)
        space.sources.removal_wanted.connect(self.sourcing.remove)
        space.sources.describing_wanted.connect(self.asking.describe)
        space.sources.pasted.connect(self.sourcing.paste)
        space.panes.pasted.connect(self.sourcing.paste)
        space.outline.place_wanted.connect(self._show_place)
        space.outline.clicked_on.connect(
            lambda line: self._show_place(line, replacing=not isinstance(line, Statement))
        )
        space.outline.left.connect(self._read_on)
        self.asking.place_wanted.connect(self._go_to)
        self.mending.difference_wanted.connect(self.differing.show)
        self.differing.place_wanted.connect(space.panes.go_to)
        space.editor.place_wanted.connect(space.panes.go_to)
        space.panes.passage_clicked.connect(self._choose_card)
        space.panes.review_wanted.connect(self.reviewing.show)
        self.findings.page.list.mend_wanted.connect(self.mending.mend)
        self.menus.editing_wanted.connect(self.asking.edit_sections)
        self.menus.note_wanted.connect(self.asking.note)
        self.menus.withdrawal_wanted.connect(self.asking.withdraw)
        self.menus.rereading_wanted.connect(self.rereading.choose)
        self.menus.whole_wanted.connect(self.rereading.read_whole)
        self.menus.attached_wanted.connect(self.taking_in.offer_attached)
        self.menus.encoding_wanted.connect(self.taking_in.choose_encoding)
        self.menus.text_wanted.connect(self.taking_in.edit_text)
        self.menus.difference_wanted.connect(self.differing.take)
        self.menus.adjusting_wanted.connect(self.adjusting.begin)
        self.adjusting.statement_wanted.connect(self.mending.go_to)
        self.importing.added.connect(self._show_added)
        self.importing.taken.connect(space.sources.bring_up)

    def _turn_to(self, page: QWidget) -> None:
        """Bring a page of the right column to the front, and the keys to it."""
        if self.space.brief.isHidden():
            self._commands["outline-panel"].trigger()
        self.space.pages.show_page(page)
        page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _turn_to_outline(self) -> None:
        self._turn_to(self.space.outline_page)

    def _go_to(self, name: str) -> None:
        self.mending.go_to(name)

    def _turn_to_side(self, page: QWidget) -> None:
        """The same in the left column."""
        if self.space.side.isHidden():
            self._commands["sources-panel"].trigger()
        self.space.side.show_page(page)
        page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _read_on(self) -> None:
        self.space.panes.active.view.setFocus()

    def _show_place(self, line: Line, *, replacing: bool = True) -> None:
        """Show a passage, or one that a statement cites, while the keys stay with the card."""
        project = self._desk.project
        if project is not None:
            cited = line.cites if isinstance(line, Statement) else (passage_of(line),)
            passages = [project.passage(identifier) for identifier in cited]
            self.space.panes.go_to_any(passages, replacing=replacing)
        self.space.outline.setFocus()

    def _section_here(self) -> Section | None:
        """Return the section of the chosen card, else the one tagged last; None is the bottom line."""
        rows, index = self.space.outline.outline.rows, self.space.outline.currentIndex()
        if rows is not None and index.isValid():
            return rows.at(index.row())[0].section
        return self.tagging.last

    def _choose_card(self, passage: str) -> None:
        rows = self.space.outline.outline.rows
        row = rows.row_of_passage(passage) if rows else -1
        line = rows.line(row) if rows and row >= 0 else None
        if line is not None:
            self.space.outline.choose(line.id)

    def _show_added(self, source: Source) -> None:
        panes = self.space.panes
        if any(pane.source is None for pane in panes.panes()):
            panes.show_source(source)
            if panes.shape == (1, 1) and list(self.space.sources.model.first(1)) == [source]:
                # The first of all: when those read with it are in, as many show as there is room for.
                QTimer.singleShot(0, self.space.arrange)

    def _add(self) -> None:
        self.importing.add_files(self._chooser.open_many("Add sources", chooser.SOURCES))


def _choices(room: Workroom, project: Project) -> Iterator[Choice]:
    for one in project.sections():
        yield Choice(
            f"Tag as {one.title}", str(one.digit or ""), "tag", partial(room.tagging.tag_active, one)
        )
    for source in project.sources():
        show = partial(room.space.panes.show_source, source)
        yield Choice(f"{source.label} {headline(source)}", "", "file-text", show)
    yield Choice("Find “{}” in all sources", "", "text-search", room.searching.open_page, of_words=True)
