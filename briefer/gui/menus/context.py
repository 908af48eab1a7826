"""The menus at the right mouse button."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QMenu

from briefer.gui.desk.desk import Desk
from briefer.gui.menus.outline import add_card_actions, add_fold_actions
from briefer.gui.menus.passage import passage_menu, tag_menu
from briefer.gui.outline.rows import UNFILED, Group, Line
from briefer.gui.panes.pane import Pane
from briefer.gui.work.outlining import Outlining
from briefer.gui.work.quoting import cited_quote
from briefer.gui.work.tagging import Tagging
from briefer.gui.workspace import Workspace
from briefer.model.records import Passage, Section, Source
from briefer.tasks.rereading import more_of


class ContextMenus(QObject):
    """Opens a menu for whatever is under the mouse."""

    editing_wanted = Signal(object)
    """The Section to edit."""
    note_wanted = Signal(object)
    """The Passage to write a note on."""
    printed_wanted = Signal(object)
    """The card, or the Passage, to show in the preview."""
    withdrawal_wanted = Signal(object)
    """The Source that would be withdrawn."""
    rereading_wanted = Signal(object)
    """The Source of which there is a newer copy."""
    whole_wanted = Signal(object)
    """The Source of which all of its web page is to be taken."""
    attached_wanted = Signal(object)
    """The Source whose attached files are to be added."""
    encoding_wanted = Signal(object)
    """The Source of which the encoding is to be chosen."""
    text_wanted = Signal(object)
    """The Source of which the text is to be corrected."""
    difference_wanted = Signal(object)
    """The Passages that answer a question differently."""
    adjusting_wanted = Signal()
    """The ends of the chosen passage are to be moved."""

    def __init__(
        self, space: Workspace, desk: Desk, tagging_: Tagging, outlining: Outlining,
        describe: Callable[[Source], None],
    ) -> None:  # fmt: skip
        super().__init__()
        self._space = space
        self._desk = desk
        self._tagging = tagging_
        self._outlining = outlining
        self._drafting = outlining.drafting
        self._describe = describe
        self.open: QMenu | None = None
        """The menu that was opened last."""
        space.panes.menu_requested.connect(self.for_pane)
        space.sources.menu_wanted.connect(self.for_source)
        space.outline.menu_wanted.connect(self.for_outline)
        space.sections.menu_wanted.connect(self.for_section)

    def for_pane(self, pane: Pane, place: QPoint, passage: str) -> None:
        """Tag a selection; file, cite, annotate or copy a passage."""
        project = self._desk.project
        if project is None or pane.source is None:
            return
        found = project.get(Passage, passage) if passage and pane.selected_span() is None else None
        if found is None:
            menu = tag_menu(self._space, project, self._tagging.tag_active)
        else:
            menu = passage_menu(self._space, project, found, self._tagging)
            self._add_passage_actions(menu, found)
        menu.addSeparator()
        menu.addAction("Details of the source…").triggered.connect(lambda: self._describe_shown(pane))
        self._pop_up(menu, place)

    def for_source(self, source: Source, place: QPoint) -> None:
        """Show, describe, read anew or remove a source."""
        menu = QMenu(self._space)
        menu.addAction("Show in the active pane").triggered.connect(
            lambda: self._space.panes.show_source(source, self._space.panes.active)
        )
        menu.addAction("Details of the source…").triggered.connect(lambda: self._describe(source))
        menu.addAction("Read a newer copy…").triggered.connect(lambda: self.rereading_wanted.emit(source))
        self._add_more(menu, source)
        menu.addAction("Correct the text…").triggered.connect(lambda: self.text_wanted.emit(source))
        menu.addAction("If it were withdrawn…").triggered.connect(lambda: self.withdrawal_wanted.emit(source))
        menu.addSeparator()
        menu.addAction(f"Remove {source.label}").triggered.connect(
            lambda: self._space.sources.removal_wanted.emit(source)
        )
        self._pop_up(menu, place)

    def for_section(self, section: Section, place: QPoint) -> None:
        """Tag, write in or sort a section."""
        menu = QMenu(self._space)
        menu.addAction("Tag the selection").triggered.connect(lambda: self._tagging.tag_active(section))
        self._add_section_actions(menu, section)
        menu.addSeparator()
        menu.addAction("Edit the section…").triggered.connect(lambda: self.editing_wanted.emit(section))
        self._pop_up(menu, place)

    def for_outline(self, group: Group, line: Line | None, place: QPoint) -> None:
        """Edit, show, move or remove entries; write in, sort, fold or unfold sections."""
        menu = QMenu(self._space)
        lines = self._space.outline.chosen() if line is not None else []
        if lines:
            add_card_actions(menu, lines, self._space.outline, self._outlining)
            passages = self._outlining.passages(lines)
            if len(passages) > 1 and self._space.outline.outline.changeable:
                self._add_difference(menu, passages)
            self._add_printed(menu, lines[0])
            menu.addSeparator()
        if group.key != UNFILED and self._space.outline.outline.changeable:
            self._add_section_actions(menu, group.section)
        add_fold_actions(menu, self._space.outline)
        self._pop_up(menu, place)

    def untag_here(self) -> None:
        """Take the passage at the caret out of its section; ask which when there are several."""
        project = self._desk.project
        tags = [
            (passage, tag)
            for passage in self._tagging.passages_here()
            for tag in (project.tags_of(passage) if project else ())
        ]
        if not tags:
            self._desk.refused.emit("Nothing here is tagged; put the caret into a tagged passage first.")
        elif len(tags) == 1:
            self._tagging.untag(tags[0][1])
        elif project is not None:
            menu = QMenu(self._space)
            for passage, tag in tags:
                section = project.get(Section, tag.section)
                words = f"{section.title if section else ''}: {passage.anchor.quote[:40]}".replace("&", "&&")
                menu.addAction(words).triggered.connect(
                    lambda _checked=False, tag=tag: self._tagging.untag(tag)
                )
            self._pop_up(menu, QCursor.pos())

    def _add_passage_actions(self, menu: QMenu, passage: Passage) -> None:
        menu.addSeparator()
        menu.addAction("Write a statement that cites it").triggered.connect(
            lambda: self._write_citing(passage)
        )
        words = "Change the note…" if passage.note else "Note…"
        menu.addAction(words).triggered.connect(lambda: self.note_wanted.emit(passage))
        self._add_difference(menu, [passage])
        menu.addAction("Adjust its ends").triggered.connect(self.adjusting_wanted)
        self._add_printed(menu, passage)
        menu.addAction("Copy with its citation").triggered.connect(lambda: self._copy(passage))

    def _add_more(self, menu: QMenu, source: Source) -> None:
        """Offer what else the file of a source may hold."""
        more = more_of(self._desk.opened().project, source)
        if more == "page":
            menu.addAction("Take the whole page").triggered.connect(lambda: self.whole_wanted.emit(source))
        elif more == "attached":
            menu.addAction("Add files attached…").triggered.connect(lambda: self.attached_wanted.emit(source))
        elif more == "encoding":
            menu.addAction("Choose the encoding…").triggered.connect(
                lambda: self.encoding_wanted.emit(source)
            )

    def _add_difference(self, menu: QMenu, passages: Sequence[Passage]) -> None:
        menu.addAction("Note a difference…").triggered.connect(lambda: self.difference_wanted.emit(passages))

    def _add_printed(self, menu: QMenu, line: Line) -> None:
        menu.addAction("Show in the preview").triggered.connect(lambda: self.printed_wanted.emit(line))

    def _add_section_actions(self, menu: QMenu, section: Section | None) -> None:
        menu.addAction("Write a statement").triggered.connect(lambda: self._drafting.write(section))
        menu.addAction("Sort by source and place").triggered.connect(lambda: self._drafting.sort(section))

    def _write_citing(self, passage: Passage) -> None:
        project = self._desk.project
        tags = project.tags_of(passage) if project else ()
        self._drafting.edit(tags[0] if tags else passage)

    def _copy(self, passage: Passage) -> None:
        if self._desk.project is not None:
            QGuiApplication.clipboard().setText(cited_quote(self._desk.project, passage))
            self._desk.told.emit("Copied with its citation")

    def _describe_shown(self, pane: Pane) -> None:
        if pane.source is not None:
            self._describe(pane.source)

    def _pop_up(self, menu: QMenu, place: QPoint) -> None:
        self.open = menu
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
