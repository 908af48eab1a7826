"""The outline's page: how much there is, the filter, and the list."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefer.gui.look import icons
from briefer.gui.look.controls import OneLine, Panel, label, small_button
from briefer.gui.look.speech import say
from briefer.gui.outline.filter_bar import FilterBar
from briefer.gui.outline.filtering import NOTHING
from briefer.gui.outline.view import OutlineView
from briefer.wording.counted import counted

_ROOMY: Final = 88
_LOWEST: Final = 32
"""The heading shows at least, so that the editor has room in the smallest window."""


class OutlinePanel(Panel):
    """Shows; the view asks."""

    def __init__(self, view: OutlineView) -> None:
        super().__init__()
        self.view = view
        self.filter = FilterBar(view.outline)
        self._amount = OneLine(8.5, mute=True)
        self._fold = small_button("chevrons-down-up", "Collapse all sections")
        self._nothing = label("No card has all of this. Escape shows everything again.", mute=True)
        self._lay_out()
        self._fold.clicked.connect(self._fold_all)
        self.filter.finished.connect(view.setFocus)
        view.whole_wanted.connect(self.filter.clear)
        view.outline.filtered.connect(self._show_amount)
        view.outline.counts.counted.connect(self._show_amount)
        for happened in (view.outline.folded, view.outline.modelReset):
            happened.connect(self._show_fold)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the heading alone where there is no room for more."""
        super().resizeEvent(event)
        for part in (self.filter, self.view):
            part.setVisible(self.height() >= _ROOMY)

    def look_for(self) -> None:
        """Let the next keys filter."""
        self.filter.box.setFocus()
        self.filter.box.selectAll()

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at above the list."""
        return [self._fold, *self.filter.stops()]

    @property
    def amount(self) -> str:
        """What the head says of how much there is."""
        return self._amount.text()

    def _show_amount(self) -> None:
        outline = self.view.outline
        filtering = outline.filter != NOTHING
        shown = outline.shown()
        self._nothing.setVisible(filtering and not shown)
        if filtering:
            total = sum(group.count for group in outline.rows.groups) if outline.rows else 0
            self._amount.say(f"{shown:,} of {counted(total, 'card')}")
            say(self.view, self._amount.text())
            return
        written, quoted = outline.counts.words()
        words = f"{counted(written + quoted, 'word')}, {written:,} in statements" if written + quoted else ""
        self._amount.say(words)
        self._amount.setToolTip(
            f"{counted(written, 'word')} in statements, {quoted:,} in passages that print as quotations"
        )

    def _fold_all(self) -> None:
        self.view.fold_all(folded=self._any_open())

    def _any_open(self) -> bool:
        rows = self.view.outline.rows
        return rows is not None and any(rows.shown(group) > 1 for group in rows.groups)

    def _show_fold(self) -> None:
        any_open = self._any_open()
        words = "Collapse all sections (Shift+Left)" if any_open else "Expand all sections (Shift+Right)"
        self._fold.setIcon(icons.icon("chevrons-down-up" if any_open else "chevrons-up-down", "mute"))
        self._fold.setToolTip(words)
        self._fold.setAccessibleName(words)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(14, 4, 16, 0)
        top.addWidget(self._amount, 1)
        top.addWidget(self._fold)
        self._nothing.setContentsMargins(16, 6, 16, 6)
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.filter)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        self.setMinimumHeight(_LOWEST)
