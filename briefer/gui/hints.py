"""What the keys do here, said in the status line."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from briefer.gui.desk.desk import Desk
from briefer.gui.panes.panes import Panes
from briefer.gui.sources.panel import SourcesList
from briefer.gui.status_line import StatusLine
from briefer.gui.work.tagging import Tagging
from briefer.wording.counted import counted

_SELECTED: Final = "press 1–9 to tag · drag onto a section · right button for more"
_ADJUSTING: Final = "←/→ moves the end, Ctrl+←/→ the start, with Alt by character · Enter keeps · Esc undoes"
_CARET: Final = "press 1–9 to tag the sentence under the caret"
_LISTED: Final = "click in its text, or Enter, to tag · F2 describes the source · Delete removes it"


class Hints(QObject):
    """Follows the selection, the section that was used last, and the keyboard to the list of sources."""

    def __init__(
        self, desk: Desk, panes: Panes, sources: SourcesList, tagging: Tagging, status: StatusLine
    ) -> None:
        super().__init__()
        self._sources = sources
        self._desk = desk
        self._panes = panes
        self._tagging = tagging
        self._status = status
        signals = (
            panes.selection_changed, panes.active_changed, panes.adjusting_changed, tagging.last_changed
        )  # fmt: skip
        for signal in signals:
            signal.connect(lambda _where: self.show())
        sources.focus_changed.connect(self.show)

    def show(self) -> None:
        """Say what can be done with what is selected."""
        self._status.hint(self._words())

    def _words(self) -> str:
        pane, last, project = self._panes.active, self._tagging.last, self._desk.project
        if pane.source is None or project is None:
            return ""
        label = pane.source.label
        if self._desk.opened().read_only:
            return label
        if self._sources.hasFocus():
            return f"{label} · {_LISTED}"
        if pane.view.adjuster.by_key:
            return _ADJUSTING
        again = f" · Enter for {last.title}" if last else ""
        span = pane.selected_span()
        if span is None:
            return f"{label} · {_CARET}{again}"
        words = len(project.text_of(pane.source)[slice(*span)].split())
        return f"{label} · {counted(words, 'word')} selected · {_SELECTED}{again}"
