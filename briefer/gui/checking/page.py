"""The page of the findings, which stays open beside the work and shrinks with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from briefer.gui.checking.view import FindingsList
from briefer.gui.look.controls import OneLine, Panel, label


class FindingsPage(Panel):
    """Says when it shows, so that somebody checks."""

    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = FindingsList()
        self._state = OneLine(8.5, mute=True)
        self._hint = label("", mute=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        top = QHBoxLayout()
        top.setContentsMargins(14, 8, 14, 4)
        top.addWidget(self._state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._hint, 1)
        column.addWidget(self.list, 1)
        self.setAccessibleName("Findings")
        self.setFocusProxy(self.list)
        self._hint.hide()

    @property
    def state(self) -> str:
        """What the page says of the check."""
        return self._state.text()

    def say(self, words: str) -> None:
        """Say how the check stands."""
        self._state.say(words)

    def show_findings(self, found: Sequence[Mapping[str, str]]) -> None:
        """List what was found."""
        self.list.findings.show(found)
        self._state.say(self.list.findings.summary())
        self._hint.setText("" if found else "Nothing is wrong with the brief.")
        self._hint.setVisible(not found)
        self.list.setVisible(bool(found))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()
