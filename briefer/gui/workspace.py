"""The three parts of the window with a project open: sources, panes, and the brief at the right."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from briefer.gui.columns import Columns
from briefer.gui.look.controls import Panel, ThinSplitter, read_in_order
from briefer.gui.look.tabs import Tabs
from briefer.gui.outline.model import OutlineModel
from briefer.gui.outline.panel import OutlinePanel
from briefer.gui.outline.section_bar import SectionBar
from briefer.gui.outline.statement_editor import StatementEditor
from briefer.gui.outline.tally import Tally
from briefer.gui.outline.view import OutlineView
from briefer.gui.panes.panes import Panes
from briefer.gui.sources.panel import SourcesPanel
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.wording.counted import counted

_WIDE: Final = 1500
"""From this width on three panes are readable side by side."""

_MOST: Final = 3


class Workspace(Columns):
    """Shows one project after another; its parts tell what the user wants."""

    def __init__(self) -> None:
        super().__init__()
        self.sources = SourcesPanel()
        self.panes = Panes()
        self.sections = SectionBar()
        self.outline = OutlineView(OutlineModel())
        self.outline_panel = OutlinePanel(self.outline)
        self.editor = StatementEditor(self.outline.outline)
        self.side = Tabs("Sources and search")
        self.brief = Panel()
        self.pages = Tabs("The brief")
        self.tally = Tally()
        self.above: QWidget | None = None
        """What F6 goes to besides the parts of the workspace."""
        self._project: Project | None = None
        self._lay_out()
        self.panes.shown_changed.connect(self.mark_shown)
        self.panes.layout_changed.connect(self.mark_shown)
        self.panes.layout_changed.connect(self._order_tabs)
        self.sections.rebuilt.connect(self._order_tabs)
        for part in (self.panes, self.outline):
            part.hovered.connect(self._light_up)

    def set_project(self, project: Project | None, folds: Mapping[str, bool] | None = None) -> None:
        """Show a project from its beginning, sections of its outline folded as they were left."""
        self._project = project
        self.tally = Tally.of(project) if project else Tally()
        self.panes.set_project(project)
        self.sources.set_project(project)
        self.outline.outline.set_project(project, folds, self.tally)
        self.editor.close_editor()
        self._count()

    def allow_changes(self, *, allowed: bool) -> None:
        """Look as if the project can be changed, or only read."""
        self.sources.allow_adding(allowed=allowed)
        self.sections.allow_tagging(allowed=allowed)
        self.outline.outline.allow_changes(allowed=allowed)

    def apply(self, change: Change) -> None:
        """Show what a change left."""
        self.tally.apply(change)
        self.panes.apply(change)
        self.sources.apply(change)
        self.outline.apply(change)
        self.editor.apply(change)
        self._count()

    def amount(self) -> str:
        """Say how much there is: "5 sources · 72 passages · 12 statements"."""
        return " · ".join(
            (
                counted(self.sources.model.total(), "source"),
                counted(self.tally.passages, "passage"),
                counted(self.tally.statements, "statement"),
            )
        )

    def arrange(self) -> None:
        """Show the first sources of a project that was never arranged by hand."""
        sources = self.sources.model.first(_MOST)
        columns = max(1, min(_MOST if self.width() >= _WIDE else 2, len(sources)))
        self.panes.arrange(1, columns)
        for pane, source in zip(self.panes.panes(), sources, strict=False):
            self.panes.show_source(source, pane)
        self.panes.focus(0)

    def mark_shown(self) -> None:
        """Mark in the list which sources the panes show."""
        self.sources.mark_shown(self.panes.shown())

    def parts(self) -> list[QWidget]:
        """Return what F6 goes through, in order, as far as it shows."""
        parts: list[QWidget] = [self.panes.active.view, self.outline, self.editor.words]
        fronts = (tabs.current() for tabs in (self.side, self.pages))
        left, right = (page.focusProxy() if page else None for page in fronts)
        lists = self.side.findChildren(QListView)
        return [part for part in (self.above, left, *lists, *parts, right) if part and part.isVisible()]

    def _light_up(self, passage: str) -> None:
        """Light a passage up wherever it shows; "" for none."""
        self.panes.set_hot(passage)
        self.outline.set_hot(passage)

    def _order_tabs(self) -> None:
        """Let Tab go from left to right, whatever was made last."""
        order: list[QWidget] = [self.sources.filter_box, self.sources.cards]
        order += [stop for stop in _tab_stops(self.side) if stop not in order]
        for pane in self.panes.panes():
            order += _tab_stops(pane)
        order += [*self.sections.chips(), *self.outline_panel.stops(), self.outline]
        for first, second in pairwise(order):
            self.setTabOrder(first, second)

    def _count(self) -> None:
        sections = self._project.sections() if self._project else ()
        self.sections.show_sections(sections, self.tally.tags)

    def _lay_out(self) -> None:
        stack = self.outline_page = ThinSplitter(Qt.Orientation.Vertical)
        stack.addWidget(self.outline_panel)
        stack.addWidget(self.editor)
        stack.setStretchFactor(0, 2)
        stack.setStretchFactor(1, 3)
        column = QVBoxLayout(self.brief)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sections)
        column.addWidget(self.pages, 1)
        self.pages.add("Outline", stack)
        self.side.add("Sources", self.sources)
        self.side.setMinimumWidth(170)
        self.brief.setMinimumWidth(290)
        for part in (self.side, self.panes, self.brief):
            self.addWidget(part)
        for splitter in (self, stack):
            read_in_order(splitter)
        self.setStretchFactor(1, 1)


def _tab_stops(part: QWidget) -> list[QWidget]:
    return [one for one in part.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
