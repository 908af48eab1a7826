"""What happens around an open project: the workspace, and those who do what its parts ask for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefer.gui import chooser
from briefer.gui.arrangement import Arrangement
from briefer.gui.chooser import Chooser
from briefer.gui.commands import Commands
from briefer.gui.context_menus import ContextMenus
from briefer.gui.desk import Desk
from briefer.gui.drafting import Drafting
from briefer.gui.dropping import Dropped
from briefer.gui.importing import Importing
from briefer.gui.notice_bar import NoticeBar
from briefer.gui.outline_rows import Line, passage_of
from briefer.gui.palette import Choice
from briefer.gui.settings import Settings
from briefer.gui.source_words import headline
from briefer.gui.status_line import StatusLine
from briefer.gui.tagging import Tagging
from briefer.gui.unfinished import Unfinished
from briefer.gui.workspace import Workspace
from briefer.model.change import Change
from briefer.model.records import Passage, Section, Source, Statement, Tag
from briefer.session import Session
from briefer.wording.counted import counted

_HINT: Final = "press 1–9 to tag · drag onto a section · right button for more"


class Workroom(QObject):
    """Joins the workspace, the commands and the desk."""

    def __init__(
        self, window: QWidget, desk: Desk, *, commands: Commands, settings: Settings, chooser_: Chooser,
        status: StatusLine, notice: NoticeBar, home: Callable[[], Path],
    ) -> None:  # fmt: skip
        """`home` answers with the folder that the open project is kept in."""
        super().__init__(window)
        self.space = Workspace()
        self.tagging = Tagging(desk, self.space.panes)
        self.drafting = Drafting(desk, self.space.outline, self.space.editor, self.tagging)
        self.unfinished = Unfinished(self.space.editor, settings)
        self.importing = Importing(desk)
        self.arrangement = Arrangement(self.space, commands, settings)
        self.menus = ContextMenus(self.space, desk, self.tagging, self.drafting, self._describe)
        self._window = window
        self._desk = desk
        self._settings = settings
        self._chooser = chooser_
        self._status = status
        self._notice = notice
        self._home = home
        self._session: Session | None = None
        self._bind(commands)
        self._listen()

    def show_session(self, session: Session | None) -> None:
        """Show another project, or none; how the last one lay is remembered."""
        self._remember()
        self._session = session
        self.space.set_project(session.project if session else None)
        if session is not None:
            self.space.allow_changes(allowed=not session.read_only)
            self.arrangement.restore(session)
            self._hint()
        if self.unfinished.take_up(session):
            self._desk.told.emit("What was being written when the program ended is in the editor again")

    def show_change(self, change: Change) -> None:
        """Show what a change of the project left."""
        self.space.apply(change)

    def choices(self) -> list[Choice]:
        """Return what the palette finds in the project: its sections to tag as, its sources to show."""
        project = self._desk.project
        found = [
            Choice(f"Tag as {one.title}", str(one.digit or ""), "tag", partial(self.tagging.tag_active, one))
            for one in (project.sections() if project else ())
        ]
        for source in project.sources() if project else ():
            show = partial(self.space.panes.show_source, source)
            found.append(Choice(f"{source.label} {headline(source)}", "", "file-text", show))
        return found

    def take_in(self, found: Dropped) -> None:
        """Make sources of what was let go over the window."""
        if found.files:
            self.importing.add_files(found.files)
        else:
            self.importing.add_words(found.words)

    def _bind(self, commands: Commands) -> None:
        commands.bind(
            add=self._add,
            export=self._export,
            find=self._find,
            untag=self.menus.untag_here,
            repeat=self.tagging.repeat,
            write=lambda: self.drafting.write(self._section_here()),
            sort=lambda: self.drafting.sort(self._section_here()),
            details=self._ask_details,
            source=self._describe_here,
        )

    def _listen(self) -> None:
        space = self.space
        space.sections.tag_wanted.connect(self.tagging.tag_active)
        space.sections.span_dropped.connect(self.tagging.tag_span)
        space.sources.chosen.connect(space.panes.show_source)
        space.sources.adding_wanted.connect(self._add)
        space.sources.dropped.connect(self.take_in)
        space.sources.cards.entered.connect(self._read_on)
        space.outline.place_wanted.connect(self._show_place)
        space.outline.clicked_on.connect(
            lambda line: self._show_place(line, replacing=not isinstance(line, Statement))
        )
        space.panes.passage_clicked.connect(self._choose_card)
        space.panes.selection_changed.connect(lambda _pane: self._hint())
        space.panes.active_changed.connect(lambda _pane: self._hint())
        self.tagging.last_changed.connect(lambda _section: self._hint())
        self.importing.progressed.connect(self._status.set_progress)
        self.importing.added.connect(self._show_added)
        self.importing.remarked.connect(lambda words: self._notice.show_sentence(words, serious=False))
        self._status.cancel.clicked.connect(self.importing.cancel)

    def go_to(self, name: str) -> None:
        """Show where something stands: a passage, or what a finding names."""
        project = self._desk.project
        if project is None:
            return
        with self._desk.minding():
            found = project.find(name)
            if isinstance(found, Passage):
                self.space.panes.go_to(found)
            elif isinstance(found, Tag):
                self.space.panes.go_to(project.passage(found.passage))
            elif isinstance(found, Source):
                self.space.panes.show_source(found)
            elif not isinstance(found, Section):
                self.space.outline.choose(found.id)

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

    def _remember(self) -> None:
        if self._session is not None:
            self.arrangement.remember(self._session)

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

    def _hint(self) -> None:
        pane, last = self.space.panes.active, self.tagging.last
        span, source = pane.selected_span(), pane.source
        again = f" · Enter for {last.title}" if last else ""
        if source is None or self._desk.project is None:
            self._status.hint("")
        elif self._desk.opened().read_only:
            self._status.hint(source.label)
        elif span is None:
            self._status.hint(f"{source.label} · press 1–9 to tag the sentence under the caret{again}")
        else:
            words = len(self._desk.project.text_of(source)[slice(*span)].split())
            self._status.hint(f"{source.label} · {counted(words, 'word')} selected · {_HINT}{again}")

    def _show_added(self, source: Source) -> None:
        panes = self.space.panes
        if any(pane.source is None for pane in panes.panes()):
            panes.show_source(source)

    def _find(self) -> None:
        self.space.panes.active.open_find()

    def _add(self) -> None:
        self.importing.add_files(self._chooser.open_many("Add sources", chooser.TEXTS))

    def _export(self) -> None:
        from briefer.gui.export_dialog import ExportDialog

        session = self._desk.session
        if session is not None and self.drafting.settle():
            dialog = ExportDialog(self._window, session, self._settings, self._chooser, folder=self._home())
            dialog.place_wanted.connect(self.go_to)
            dialog.exported.connect(lambda path: self._desk.told.emit(f"Exported {path.name}"))
            dialog.open()

    def _ask_details(self) -> None:
        from briefer.gui.forms import details_form

        form = details_form(self._window, self._desk, self._settings)
        if form is not None:
            form.open()

    def _describe_here(self) -> None:
        source = self.space.panes.active.source or self.space.sources.current()
        if source is None:
            self._desk.refused.emit("Choose a source first: its card on the left, or a pane that shows it.")
        else:
            self._describe(source)

    def _describe(self, source: Source) -> None:
        from briefer.gui.forms import source_form

        form = source_form(self._window, self._desk, source)
        if form is not None:
            form.open()
