"""The bars that stay as long as what they tell of: nothing can be saved, or the project is damaged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject

from briefer.gui.desk.tools import Tools
from briefer.gui.notice_bar import NoticeBar, Way
from briefer.gui.work.backing_up import BackingUp
from briefer.gui.work.copying import ELSEWHERE, Copying
from briefer.gui.work.projects import Projects

_SALVAGE: Final = "Save what can be saved…"


class LastingBars(QObject):
    """Each has the ways on beside its sentence; nothing is shown any more once the window is gone."""

    def __init__(
        self, tools: Tools, notice: NoticeBar, projects: Projects, copying: Copying, backing_up: BackingUp
    ) -> None:
        super().__init__(tools.window)
        self._window = tools.window
        self._notice = notice
        self._projects = projects
        self._copying = copying
        self._backing_up = backing_up
        tools.desk.troubled.connect(self._show_trouble)
        tools.desk.spoilt.connect(self._show_spoilt)
        tools.desk.lasting.connect(self._show_lasting)

    def show_damage(self) -> bool:
        """Show what is damaged of the open project, or nothing; tell whether it is."""
        damage = self._projects.whereabouts.damage
        ways = ("Details…", self._show_losses), (_SALVAGE, self._copying.save_to_work_on)
        self._notice.keep("damage", damage.sentence() if damage else "", *ways)
        return damage is not None

    def _show_lasting(self, what: str, sentence: str, ways: Sequence[Way]) -> None:
        self._notice.keep(what, sentence, *ways)

    def _show_trouble(self, sentence: str) -> None:
        self._notice.keep("place", sentence, (ELSEWHERE, self._copying.save_elsewhere))

    def _show_spoilt(self, sentence: str) -> None:
        """Say that what is open was damaged since it was opened, until something else is open."""
        left = "Read what is left", self._projects.read_what_is_left
        self._notice.keep("damage", sentence, left, ("Open a backup…", self._backing_up.choose_here))

    def _show_losses(self) -> None:
        from briefer.gui.dialogs.losses_dialog import LossesDialog

        damage = self._projects.whereabouts.damage
        if damage is not None:
            dialog = LossesDialog(self._window, damage)
            dialog.saving_wanted.connect(self._copying.save_to_work_on)
            dialog.backups_wanted.connect(self._backing_up.choose_here)
            dialog.open()
