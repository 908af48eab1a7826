"""The dialogs around an open project: each is opened here, on what the window shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from briefer.actions import tagging
from briefer.actions.conflicts import Conflict
from briefer.errors import BrieferError
from briefer.gui.desk.tools import Tools
from briefer.gui.work.exporting import Exporting
from briefer.gui.work.findings import Findings
from briefer.gui.work.merging import Chosen
from briefer.gui.workspace import Workspace
from briefer.model.records import Passage, Section, Source
from briefer.wording.counted import counted

if TYPE_CHECKING:
    from briefer.gui.dialogs.form_dialog import FormDialog

_NO_PASSAGE: Final = "Put the caret into a tagged passage first; then a note can be written on it."


class Asking(QObject):
    """Imports a dialog when it is first asked for."""

    place_wanted = Signal(str)
    """The id of what a dialog leads to."""

    def __init__(
        self, tools: Tools, space: Workspace, settled: Callable[[], bool], findings: Findings
    ) -> None:
        """`settled` keeps what is being written and tells whether that could be done."""
        super().__init__(tools.window)
        self._tools = tools
        self._space = space
        self._settled = settled
        self._findings = findings
        self._issued: FormDialog | None = None
        findings.checking.found.connect(self._go_on_issuing)
        self.exporting = Exporting(tools.desk, _open_file)
        tools.commands.bind(
            export=self._export,
            details=self.ask_details,
            source=self._describe_here,
            note=self._note_here,
            sections=self.edit_sections,
            issue=self._issue,
            withdraw=self._withdraw_here,
        )
        space.sections.editing_wanted.connect(self.edit_sections)

    def describe(self, source: Source, field: str = "") -> None:
        """Ask for the reference of a source, beginning with a field perhaps."""
        from briefer.gui.dialogs.source_dialog import SourceDialog

        desk = self._tools.desk
        if desk.project is not None:
            dialog = SourceDialog(self._tools.window, desk, desk.project, source)
            dialog.open()
            if field:
                dialog.box(field).setFocus(Qt.FocusReason.TabFocusReason)

    def withdraw(self, source: Source) -> None:
        """Show what would fall if a source were withdrawn."""
        from briefer.gui.dialogs.withdrawal_dialog import WithdrawalDialog

        desk = self._tools.desk
        if desk.opened().path is None:
            desk.refused.emit("Save the project first; only what lies in a file can be looked through.")
            return
        dialog = WithdrawalDialog(self._tools.window, desk, source)
        dialog.place_wanted.connect(self.place_wanted)
        dialog.show()

    def edit_sections(self, chosen: Section | None = None) -> None:
        """Open the sections editor, on one of them perhaps."""
        from briefer.gui.dialogs.sections_dialog import SectionsDialog

        project = self._tools.desk.project
        if project is not None:
            SectionsDialog(self._tools, project, chosen).open()

    def note(self, passage: Passage) -> None:
        """Ask for the note on a passage."""
        from briefer.gui.dialogs.note_dialog import NoteDialog

        window, keep = self._tools.window, partial(self._keep_note, passage.id)
        NoteDialog(window, passage.anchor.quote, passage.note, keep).open()

    def resolve(
        self, conflicts: Sequence[Conflict], keep: Callable[[Chosen], None], leave: Callable[[], None]
    ) -> None:
        """Ask which of two copies is right where both changed the same thing."""
        from briefer.gui.dialogs.merge_dialog import MergeDialog

        dialog = MergeDialog(self._tools.window, conflicts, keep)
        dialog.rejected.connect(leave)
        dialog.open()

    def _note_here(self) -> None:
        desk = self._tools.desk
        chosen = self._space.panes.active.view.under.chosen
        passage = desk.project.get(Passage, chosen) if desk.project else None
        if passage is None:
            desk.refused.emit(_NO_PASSAGE)
        else:
            self.note(passage)

    def _keep_note(self, identifier: str, note: str) -> None:
        session = self._tools.desk.opened()
        change = tagging.annotate(session.project, session.project.passage(identifier), note)
        session.do(change)
        if change.edits:
            self._tools.desk.told.emit("Note written" if note.strip() else "Note taken away")

    def _describe_here(self) -> None:
        source = self.source_here()
        if source is not None:
            self.describe(source)

    def _withdraw_here(self) -> None:
        source = self.source_here()
        if source is not None:
            self.withdraw(source)

    def source_here(self, *, said: bool = True) -> Source | None:
        """Return the source that is chosen or read; that there is none is `said`."""
        sources = self._space.sources
        chosen = sources.current() if sources.cards.hasFocus() else None
        source = chosen or self._space.panes.active.source or sources.current()
        if source is None and said:
            self._tools.desk.refused.emit(
                "Choose a source first: its card on the left, or a pane that shows it."
            )
        return source

    def ask_details(self, field: str = "") -> None:
        """Ask for what the brief says of itself, beginning with a field perhaps, or with its acronyms."""
        from briefer.gui.dialogs.forms import details_form

        form = details_form(self._tools.window, self._tools.desk, self._tools.settings)
        if form is not None:
            form.open()
        if form is not None and field:
            form.begin_at(field)

    def _issue(self) -> None:
        from briefer.gui.dialogs.issue_form import issue_form

        desk = self._tools.desk
        if not self._settled() or not self._findings.can_check():
            return
        try:
            self._issued = issue_form(self._tools.window, desk.opened(), desk.told.emit)
        except BrieferError as error:
            desk.offered.emit(str(error), "Set the version", lambda: self.ask_details("version"))
        else:
            self._findings.checking.want()

    def _go_on_issuing(self, found: Sequence[Mapping[str, str]]) -> None:
        """Show the form of the issue now that the brief was checked: one with errors is not issued."""
        form, self._issued = self._issued, None
        if form is None:
            return
        if errors := sum(one["level"] == "error" for one in found):
            form.deleteLater()
            them = "it" if errors == 1 else "them"
            sentence = f"The brief has {counted(errors, 'error')}; mend {them}, then issue the brief."
            self._tools.desk.offered.emit(sentence, "Show", self._findings.show)
        else:
            form.open()

    def _export(self) -> None:
        from briefer.gui.dialogs.export_dialog import ExportDialog

        tools, session = self._tools, self._tools.desk.session
        if session is not None and self._settled():
            dialog = ExportDialog(tools, session, self._findings.checking, self.exporting)
            dialog.mend_wanted.connect(self._findings.mend)
            dialog.open()


def _open_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
