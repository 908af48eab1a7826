"""The findings beside the work: checked while they show, gone through by F8."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject

from briefer.gui.checking.model import Found
from briefer.gui.checking.page import FindingsPage
from briefer.gui.desk.commands import Commands
from briefer.gui.desk.desk import Desk
from briefer.gui.look.tabs import Tabs
from briefer.gui.work.checking import Checking


class Findings(QObject):
    """Joins the page and the check; the page's tab says how many there are, while that is known."""

    def __init__(
        self, desk: Desk, commands: Commands, tabs: Tabs, turn_to: Callable[[FindingsPage], None]
    ) -> None:
        """`turn_to` brings the page to the front, and the keys to it."""
        super().__init__(desk)
        self.page = FindingsPage()
        self.checking = Checking(desk, self.page)
        self._desk = desk
        self._tabs = tabs
        self._turn_to = turn_to
        self._step = 0
        tabs.add("Check", self.page, commands["check"].toolTip())
        commands.bind(
            check=self.show,
            next_finding=lambda: self.go(1),
            previous_finding=lambda: self.go(-1),
        )
        self.page.shown.connect(self.checking.want)
        self.checking.began.connect(lambda: self.page.say("Checking…"))
        self.checking.found.connect(self._show_found)
        self.checking.aged.connect(lambda: self._tabs.count(self.page, 0))
        self.checking.failed.connect(self._show_failure)
        desk.laid.connect(self._forget)

    def mend(self, found: Found) -> None:
        """Go to the place of a finding, with the list of them beside it."""
        self._turn_to(self.page)
        self.page.list.choose(found)
        self.page.list.mend_wanted.emit(found)

    def show(self) -> None:
        """Check the brief and list what is wrong."""
        if self.can_check():
            self._turn_to(self.page)

    def can_check(self) -> bool:
        """Tell whether the open project can be checked, or say why not."""
        session = self._desk.session
        if session is not None and session.path is None:
            self._desk.refused.emit("Save the project first; only what lies in a file can be checked.")
            return False
        return True

    def go(self, step: int) -> None:
        """Go on to the next finding or the one before; the first time the brief is checked before."""
        if self.checking.last is None:
            self._step = step
            self.show()
        else:
            self._turn_to(self.page)
            self.page.list.step(step)

    def _show_found(self, found: Sequence[Mapping[str, str]]) -> None:
        self.page.show_findings(found)
        self._tabs.count(self.page, len(found))
        step, self._step = self._step, 0
        if step:
            self.page.list.step(step)

    def _show_failure(self, sentence: str) -> None:
        self.page.say("not checked")
        if self.page.isVisible():
            self._desk.refused.emit(sentence)

    def _forget(self) -> None:
        """What was found was found in another project."""
        self.page.list.findings.show([])
        self.page.say("")
        self._tabs.count(self.page, 0)
        if self.page.isVisible():
            self.checking.want()
