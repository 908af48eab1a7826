"""What the outline and the statement editor ask for, done at the desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject

from briefer.actions import drafting
from briefer.gui.desk.desk import Desk
from briefer.gui.desk.mime import Span
from briefer.gui.outline.rows import Line
from briefer.gui.outline.statement_editor import Draft, StatementEditor
from briefer.gui.outline.steps import Target
from briefer.gui.outline.view import OutlineView
from briefer.gui.work.tagging import Tagging
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import Passage, Section, Statement, Tag
from briefer.session import ReadOnlyError

_SELECT: Final = "Select words in a pane, or choose a passage’s card in the outline, then cite it."
_TAG: Final = "Tag these words first by pressing a section’s digit; then cite them."


class Drafting(QObject):
    """Listens to both and answers to neither."""

    def __init__(self, desk: Desk, outline: OutlineView, editor: StatementEditor, tagging_: Tagging) -> None:
        super().__init__()
        self._desk = desk
        self._outline = outline
        self._editor = editor
        self._tagging = tagging_
        outline.edit_wanted.connect(self.edit)
        outline.write_wanted.connect(self.write)
        outline.span_dropped.connect(self.place)
        editor.done.connect(self.keep)
        editor.removal_wanted.connect(self._remove)
        editor.selection_wanted.connect(self.cite_selection)
        editor.remarked.connect(desk.refused)
        editor.closed.connect(outline.setFocus)

    def write(self, section: Section | None, cites: Sequence[Passage] = ()) -> None:
        """Begin a statement in a section, or in the bottom line for None."""
        project = self._desk.project
        if project is not None and self._may_begin():
            self._editor.write_in(project, section, cites)

    def edit(self, line: Line) -> None:
        """Take up a statement, or begin one that cites a passage."""
        project = self._desk.project
        if project is None or not self._may_begin():
            return
        if isinstance(line, Statement):
            self._editor.edit(project, line)
        elif isinstance(line, Tag):
            self._editor.write_in(
                project, project.get(Section, line.section), [project.passage(line.passage)]
            )
        else:
            self._editor.write_in(project, None, [line])

    def settle(self) -> bool:
        """Keep what is being written; tell whether the editor is free now."""
        if self._editor.is_dirty():
            self._editor.finish()
        return not self._editor.is_dirty()

    def keep(self, draft: Draft) -> None:
        """Make what was written part of the brief; refused words stay in the editor."""

        def make(project: Project) -> Change:
            if draft.statement is None:
                return drafting.write(project, draft.section, draft.text, draft.kind, draft.cites)
            return drafting.rewrite(
                project, draft.statement, text=draft.text, kind=draft.kind, cites=draft.cites
            )

        change = self._desk.do(make)
        if change is not None:
            self._editor.close_editor()
            if change.edits:
                self._outline.choose(change.edits[0].record.id)

    def place(self, span: Span, target: Target) -> None:
        """Tag words where they were let go."""
        if target.group.section is None:
            self._desk.refused.emit(drafting.STATEMENTS_ONLY)
        else:
            self._tagging.tag_behind(target.group.section, span, target.after)

    def sort(self, section: Section | None) -> None:
        """Order a section by source and place."""
        self._desk.do(lambda project: drafting.sort_by_place(project, section))

    def cite_selection(self) -> None:
        """Cite what is selected in the active pane, else the passage at its caret, else the chosen card's."""
        span = self._tagging.selected()
        passage = self._passage_of(span) if span else self._passage_here()
        if passage is not None:
            self._editor.cite(passage)
        elif span is None:
            self._desk.refused.emit(_SELECT)

    def _remove(self, statement: Statement) -> None:
        self._desk.do(lambda project: drafting.remove(project, statement))

    def _may_begin(self) -> bool:
        """Tell whether something can be written now: into this project, and the editor is free."""
        if self._desk.opened().read_only:
            self._desk.refused.emit(str(ReadOnlyError()))
            return False
        return self.settle()

    def _passage_of(self, span: Span) -> Passage | None:
        """Return the passage of selected words; what is none yet is tagged as the statement's section."""
        found, section = self._tagging.passage_of(span), self._editor.draft().section
        if found is None and section is None:
            self._desk.refused.emit(_TAG)
        elif found is None and section is not None:
            self._tagging.tag_span(section, span)
            found = self._tagging.passage_of(span)
        return found

    def _passage_here(self) -> Passage | None:
        here = self._tagging.passages_here()
        line, project = self._outline.current_line(), self._desk.project
        if here:
            return here[0]
        if isinstance(line, Tag) and project is not None:
            return project.passage(line.passage)
        return line if isinstance(line, Passage) else None
