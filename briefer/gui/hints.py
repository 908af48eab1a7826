"""What the keys do here, said in the status line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from briefer.gui.desk.desk import Desk
from briefer.gui.panes.panes import Panes
from briefer.gui.status_line import StatusLine
from briefer.gui.work.tagging import Tagging
from briefer.wording.counted import counted

_SELECTED: Final = "press 1–9 to tag · drag onto a section · right button for more"
_ADJUSTING: Final = "←/→ moves the end, Ctrl+←/→ the start, with Alt by character · Enter keeps · Esc undoes"
_CARET: Final = "press 1–9 to tag the sentence under the caret"
LISTED: Final = "Enter, or a click in its text, to tag · F2 describes the source · Delete removes it"
WRITING: Final = "@ cites a passage · Ctrl+Enter is done · Esc lays it aside"


class Hints(QObject):
    """Follows the selection, the section that was used last, and the keyboard.

    `beside` are the widgets whose keys do other things than those of a pane, and the words that say so.
    """

    def __init__(
        self, desk: Desk, panes: Panes, tagging: Tagging, status: StatusLine, beside: Mapping[QWidget, str]
    ) -> None:
        super().__init__()
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
        for widget in beside:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say something else when the keyboard comes or goes."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.show()
        return super().eventFilter(watched, event)

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
        said = next((said for widget, said in self._beside.items() if widget.hasFocus()), "")
        if said:
            return said
        if pane.view.adjuster.by_key:
            return _ADJUSTING
        again = f" · Enter for {last.title}" if last else ""
        span = pane.selected_span()
        if span is None:
            return f"{label} · {_CARET}{again}"
        words = len(project.text_of(pane.source)[slice(*span)].split())
        return f"{label} · {counted(words, 'word')} selected · {_SELECTED}{again}"
