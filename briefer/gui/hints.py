"""What the keys do here, said in the status line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from briefer.gui.desk.desk import Desk
from briefer.gui.panes.panes import Panes
from briefer.gui.status_line import StatusLine
from briefer.gui.work.tagging import Tagging
from briefer.model.project import Project
from briefer.wording.counted import counted

_SELECTED: Final = "press 1–9 to tag · drag onto a section · right button for more"
_ADJUSTING: Final = "←/→ moves the end, Ctrl+←/→ the start, with Alt by character · Enter keeps · Esc undoes"
_CARET: Final = "press 1–9 to tag the sentence under the caret"
OUTLINED: Final = "Enter edits or writes · Space shows the passage · Alt+↑/↓ moves it · Delete takes it out"
LISTED: Final = "Enter, or a click in its text, to tag · F2 describes the source · Delete removes it"
WRITING: Final = "@ cites a passage · Ctrl+Enter is done · Esc lays it aside"


class Hints(QObject):
    """Follows the selection, the section that was used last, and the keyboard.

    `beside` are the widgets whose keys do other things than those of a pane, and the words that say so;
    of keys that are anywhere else nothing is said.
    """

    def __init__(
        self, desk: Desk, panes: Panes, tagging: Tagging, status: StatusLine, beside: Mapping[QWidget, str]
    ) -> None:
        super().__init__(panes)
        self._beside = beside
        self._desk = desk
        self._panes = panes
        self._tagging = tagging
        self._status = status
        signals = (
            panes.selection_changed, panes.active_changed, panes.adjusting_changed, tagging.last_changed
        )  # fmt: skip
        for signal in signals:
            signal.connect(lambda _where: self.show())
        program = QApplication.instance()
        assert isinstance(program, QApplication)
        program.focusChanged.connect(self.show)

    def show(self) -> None:
        """Say what the keys do where they are."""
        if self._desk.project is not None:
            self._status.hint(self._words(self._desk.project))

    def _words(self, project: Project) -> str:
        pane, last = self._panes.active, self._tagging.last
        label = pane.source.label if pane.source else ""
        if self._desk.opened().read_only:
            return label
        keys_at = self._panes.window().focusWidget()
        if keys_at in self._beside:
            return self._beside[keys_at]
        if pane.source is None or keys_at is not pane.view:
            return ""
        if pane.view.adjuster.by_key:
            return _ADJUSTING
        again = f" · Enter for {last.title}" if last else ""
        span = pane.selected_span()
        if span is None:
            return f"{label} · {_CARET}{again}"
        words = len(project.text_of(pane.source)[slice(*span)].split())
        return f"{label} · {counted(words, 'word')} selected · {_SELECTED}{again}"
