"""How work begins: a project opened or made, and what is let go over the window while there is none."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from briefer.gui.desk.dropping import Dropped
from briefer.gui.desk.recent import recent_projects
from briefer.gui.desk.tools import Tools
from briefer.gui.start.page import StartPage
from briefer.gui.work.projects import Projects


class Beginning(QObject):
    """Listens to the start page."""

    sources_come = Signal(object)
    """A Dropped that the open project is to take in."""

    def __init__(self, tools: Tools, projects: Projects, page: StartPage) -> None:
        super().__init__(tools.window)
        self._tools = tools
        self._projects = projects
        self._page = page
        projects.forgotten.connect(self.show_recent)
        page.recent_chosen.connect(projects.open)
        page.forget_wanted.connect(self._forget)
        page.dropped.connect(self.take_in)

    def show_recent(self) -> None:
        """List on the start page what was open last."""
        self._page.show_recent(recent_projects(self._tools.settings))

    def take_in(self, found: Dropped) -> None:
        """Open a project that was let go; anything else becomes sources, of a new project if need be."""
        project = found.project()
        if project is not None:
            self._projects.open(project)
        elif self._tools.desk.session is not None:
            self.sources_come.emit(found)
        else:
            self._ask(found)

    def begin(self) -> None:
        """Ask what project to begin."""
        self._ask(Dropped((), ""))

    def _ask(self, found: Dropped) -> None:
        from briefer.gui.dialogs.new_dialog import NewDialog

        then = partial(self.sources_come.emit, found) if found.files or found.words else None

        def begin(path: Path, template: str, title: str) -> None:
            self._projects.begin(path, template, title, then)

        NewDialog(self._tools, begin, found.files).open()

    def _forget(self, path: Path) -> None:
        self._tools.settings.forget(path)
        self.show_recent()
