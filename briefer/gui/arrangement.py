"""How the workspace is laid out: panes, panels, zoom and focus, and what is remembered of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from briefer.gui.desk.commands import Commands
from briefer.gui.desk.settings import Settings
from briefer.gui.look import fonts
from briefer.gui.panes.panes import LAYOUTS
from briefer.gui.workspace import Workspace
from briefer.model.records import Source
from briefer.session import Session

_COMMANDS: Final = dict(
    zip(("one-pane", "two-panes", "three-panes", "four-panes", "six-panes"), LAYOUTS, strict=True)
)
_LOOKED_AT: Final = 12  # sources that new panes are filled from: six may show already


class Arrangement(QObject):
    """Does what the View menu asks."""

    def __init__(self, space: Workspace, commands: Commands, settings: Settings) -> None:
        super().__init__()
        self._space = space
        self._commands = commands
        self._settings = settings
        for name, shape in _COMMANDS.items():
            commands[name].triggered.connect(lambda _checked=False, shape=shape: self.arrange(*shape))
        for name, panel in (("sources-panel", space.side), ("outline-panel", space.brief)):
            commands[name].triggered.connect(lambda _checked=False, panel=panel: self._toggle(panel))
        commands.bind(
            zoom_in=lambda: space.panes.active.view.zoom_by(1),
            zoom_out=lambda: space.panes.active.view.zoom_by(-1),
            zoom_reset=lambda: space.panes.active.view.set_points(fonts.READING_POINTS),
            next_part=lambda: self._go_on(1),
            previous_part=lambda: self._go_on(-1),
        )
        space.panes.layout_changed.connect(self._show_state)
        state = settings.state("parts")
        if not state.isEmpty():
            space.restoreState(state)

    def arrange(self, rows: int, columns: int) -> None:
        """Make so many panes and fill the new ones with sources that show nowhere."""
        panes = self._space.panes
        panes.arrange(rows, columns)
        shown = set(panes.shown())
        hidden = [source for source in self._space.sources.model.first(_LOOKED_AT) if source.id not in shown]
        empty = [pane for pane in panes.panes() if pane.source is None]
        active = panes.active
        for pane, source in zip(empty, hidden, strict=False):
            panes.show_source(source, pane)
        if empty and active.source is not None:
            panes.show_source(active.source, active)
        self._show_state()

    def restore(self, session: Session) -> None:
        """Show a project's panes as they were, or as suits its sources when it was never open here."""
        kept = self._settings.panes_of(session.path) if session.path else []
        if len(kept) > 2 and (int(kept[0]), int(kept[1])) in LAYOUTS:  # noqa: PLR2004  # rows, columns, then panes
            panes = self._space.panes
            panes.arrange(int(kept[0]), int(kept[1]))
            for pane, identifier in zip(panes.panes(), kept[2:], strict=False):
                source = session.project.get(Source, identifier)
                if source is not None:
                    panes.show_source(source, pane)
            panes.focus(0)
        else:
            self._space.arrange()
        self._show_state()

    def remember(self, session: Session | None) -> None:
        """Keep how the workspace looks now."""
        panes = self._space.panes
        if session is not None and session.path is not None:
            self._settings.keep_panes_of(session.path, panes.shape, panes.shown())
        self._settings.keep_state("parts", self._space.saveState())

    def _toggle(self, panel: QWidget) -> None:
        panel.setVisible(not panel.isVisible())
        self._show_state()

    def _show_state(self) -> None:
        for name, shape in _COMMANDS.items():
            self._commands[name].setChecked(shape == self._space.panes.shape)
        self._commands["sources-panel"].setChecked(not self._space.side.isHidden())
        self._commands["outline-panel"].setChecked(not self._space.brief.isHidden())

    def _go_on(self, step: int) -> None:
        """Give the keyboard to the next part of the window."""
        parts = self._space.parts()
        here = next((place for place, part in enumerate(parts) if part.hasFocus()), -1 if step > 0 else 0)
        parts[(here + step) % len(parts)].setFocus(Qt.FocusReason.ShortcutFocusReason)
