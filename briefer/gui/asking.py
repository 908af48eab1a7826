"""The dialogs around an open project: each is opened here, on what the window shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from briefer.gui.desk.tools import Tools
from briefer.gui.workspace import Workspace
from briefer.model.records import Section, Source


class Asking(QObject):
    """Imports a dialog when it is first asked for."""

    def __init__(
        self, tools: Tools, space: Workspace, settled: Callable[[], bool], go_to: Callable[[str], None]
    ) -> None:
        """`settled` keeps what is being written; `go_to` shows what an id, a label or a key names."""
        super().__init__(tools.window)
        self._tools = tools
        self._space = space
        self._settled = settled
        self._go_to = go_to
        tools.commands.bind(
            export=self._export,
            details=self._ask_details,
            source=self._describe_here,
            sections=self.edit_sections,
        )
        space.sections.editing_wanted.connect(self.edit_sections)

    def describe(self, source: Source) -> None:
        """Ask for the reference of a source."""
        from briefer.gui.dialogs.source_dialog import SourceDialog

        desk = self._tools.desk
        if desk.project is not None:
            SourceDialog(self._tools.window, desk, desk.project, source).open()

    def edit_sections(self, chosen: Section | None = None) -> None:
        """Open the sections editor, on one of them perhaps."""
        from briefer.gui.dialogs.sections_dialog import SectionsDialog

        project = self._tools.desk.project
        if project is not None:
            SectionsDialog(self._tools, project, chosen).open()

    def _describe_here(self) -> None:
        source = self._space.panes.active.source or self._space.sources.current()
        if source is None:
            self._tools.desk.refused.emit(
                "Choose a source first: its card on the left, or a pane that shows it."
            )
        else:
            self.describe(source)

    def _ask_details(self) -> None:
        from briefer.gui.dialogs.forms import details_form

        form = details_form(self._tools.window, self._tools.desk, self._tools.settings)
        if form is not None:
            form.open()

    def _export(self) -> None:
        from briefer.gui.dialogs.export_dialog import ExportDialog

        tools, session = self._tools, self._tools.desk.session
        if session is not None and self._settled():
            dialog = ExportDialog(tools.window, session, tools.settings, tools.chooser, folder=tools.home())
            dialog.place_wanted.connect(self._go_to)
            dialog.exported.connect(lambda path: tools.desk.told.emit(f"Exported {path.name}"))
            dialog.open()
