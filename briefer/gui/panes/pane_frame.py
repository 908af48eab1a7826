"""What a pane is made of: its head, its words, its gutter, its overview and its find bar."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from briefer.gui.look.source_words import headline
from briefer.gui.panes.find_bar import PaneFindBar
from briefer.gui.panes.gutter import Gutter, width_in
from briefer.gui.panes.header import PaneHeader
from briefer.gui.panes.landing import Landing
from briefer.gui.panes.ruler import Ruler
from briefer.gui.panes.tagging_view import TaggingView
from briefer.model.records import Source

_INVITATION: Final = (
    "Choose a source on the left, drag one here, or press Ctrl+L."
    "\nNone there yet? Drop files here, or press Ctrl+Shift+O."
)


class PaneFrame(Landing):
    """Empty until a source is described."""

    def __init__(self) -> None:
        super().__init__()
        self.header = PaneHeader()
        self.view = TaggingView(width_in)
        self.gutter = Gutter(self.view)
        self.ruler = Ruler(self.view)
        self.find_bar = PaneFindBar(self.view)
        self._invitation = _invitation()
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAutoFillBackground(True)

    def describe(self, source: Source | None) -> None:
        """Name the source that shows; what belongs to a text is hidden while none does."""
        name = f"{source.label}: {headline(source)}" if source else "Empty pane"
        self.header.show_source(source)
        self.view.setAccessibleName(name)
        self.setAccessibleName(name)
        for part in (self.header, self.view, self.ruler):
            part.setVisible(source is not None)
        self._invitation.setVisible(source is None)

    def set_active(self, *, active: bool) -> None:
        """Look like the pane that keys go to, or like one of the others."""
        self.header.set_active(active=active)
        role = QPalette.ColorRole.Text if active else QPalette.ColorRole.PlaceholderText
        self._invitation.setForegroundRole(role)

    def take_focus(self) -> None:
        """Give the keyboard to the text, or to the empty pane itself."""
        (self if self.view.isHidden() else self.view).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.setBackgroundRole(QPalette.ColorRole.Base)
        text = QHBoxLayout()
        text.setContentsMargins(0, 0, 3, 0)
        text.setSpacing(0)
        text.addWidget(self.view, 1)
        text.addWidget(self.ruler)
        text.addWidget(self._invitation, 1, Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(text, 1)
        column.addWidget(self.find_bar)


def _invitation() -> QLabel:
    words = QLabel(_INVITATION)
    words.setWordWrap(True)
    words.setMargin(16)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return words
