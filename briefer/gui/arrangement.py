"""How the workspace is laid out: panes, panels, zoom and focus, and what is remembered of it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from briefer.gui.columns import WIDTHS
from briefer.gui.desk.commands import Commands
from briefer.gui.desk.layout import Layout, PaneLayout
from briefer.gui.desk.settings import Settings
from briefer.gui.panes.pane import Pane
from briefer.gui.panes.panes import LAYOUTS
from briefer.gui.workspace import Workspace
from briefer.model.project import Project
from briefer.model.records import Source
from briefer.session import Session

_COMMANDS: Final = dict(
    zip(("one-pane", "two-panes", "three-panes", "four-panes", "six-panes"), LAYOUTS, strict=True)
)
_PARTS: Final = 3
_PAUSE: Final = 3000  # milliseconds from one look at what changed to the next
_LOOKED_AT: Final = 12  # sources that new panes are filled from: six may show already


class Arrangement(QObject):
    """Does what the View menu asks, and keeps what was changed while it is worked with."""

    def __init__(self, space: Workspace, commands: Commands, settings: Settings) -> None:
        super().__init__(space)
        self._space = space
        self._commands = commands
        self._settings = settings
        self._path: Path | None = None
        self._kept: tuple[Layout, QByteArray] | None = None
        self._pause = QTimer(self)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._keep)
        for name, shape in _COMMANDS.items():
            commands[name].triggered.connect(lambda _checked=False, shape=shape: self.arrange(*shape))
        for name, panel in (("sources-panel", space.side), ("outline-panel", space.brief)):
            commands[name].triggered.connect(lambda _checked=False, panel=panel: self._toggle(panel))
        commands.bind(
            zoom_in=lambda: space.panes.active.view.zoom_by(1),
            zoom_out=lambda: space.panes.active.view.zoom_by(-1),
            zoom_reset=lambda: space.panes.active.view.set_points(settings.text_points),
            next_part=lambda: self._go_on(1),
            previous_part=lambda: self._go_on(-1),
        )
        space.panes.layout_changed.connect(self._show_state)

    def arrange(self, rows: int, columns: int) -> None:
        """Make so many panes and fill the new ones with sources that show nowhere."""
        panes = self._space.panes
        before = set(panes.panes())
        panes.arrange(rows, columns)
        shown = set(panes.shown())
        hidden = [source for source in self._space.sources.model.first(_LOOKED_AT) if source.id not in shown]
        empty = [pane for pane in panes.panes() if pane.source is None]
        active = panes.active
        for pane in set(panes.panes()) - before:
            pane.view.set_points(active.view.points())
        for pane, source in zip(empty, hidden, strict=False):
            panes.show_source(source, pane)
        if empty and active.source is not None:
            panes.show_source(active.source, active)
        self._show_state()

    def restore(self, session: Session) -> None:
        """Show a project as it lay when it was left, or as suits its sources when it was never open here."""
        layout = self._settings.layout_of(session.path) if session.path else Layout()
        self._restore_parts(layout)
        if (layout.rows, layout.columns) in LAYOUTS:
            self._restore_panes(layout, session.project)
        else:
            self._space.arrange()
            self.reset_zoom()
        self._show_state()
        self._path, self._kept = session.path, None
        if self._path is not None:
            self._pause.start()

    def move(self, path: Path) -> None:
        """Remember how it lies for another file from now on."""
        self._path, self._kept = path, None

    def leave(self) -> None:
        """Keep how the workspace looks now, which is about to show something else."""
        self._keep()
        self._pause.stop()
        self._path = None

    def _keep(self) -> None:
        """Keep what changed, for a program that ends unasked as well."""
        if self._path is None:
            return
        now = self._layout(), self._space.window().saveGeometry()
        if now != self._kept:
            self._kept = now
            self._settings.keep_layout_of(self._path, now[0])
            self._settings.keep_window_of(self._path, now[1])

    def _layout(self) -> Layout:
        space, panes = self._space, self._space.panes
        rows, columns = panes.shape
        left, right = space.widths()
        return Layout(
            rows=rows,
            columns=columns,
            active=panes.panes().index(panes.active),
            panes=[_of(pane) for pane in panes.panes()],
            pane_sizes=panes.sizes(),
            parts=[
                0 if space.side.isHidden() else left,
                panes.width(),
                0 if space.brief.isHidden() else right,
            ],
            side=space.side.title(),
            page=space.pages.title(),
        )

    def reset_zoom(self) -> None:
        """Set all panes in the size that the user prefers."""
        for pane in self._space.panes.panes():
            pane.view.set_points(self._settings.text_points)

    def _restore_parts(self, layout: Layout) -> None:
        space = self._space
        left, _, right = layout.parts if len(layout.parts) == _PARTS else (WIDTHS[0], 0, WIDTHS[1])
        space.side.setVisible(left > 0)
        space.brief.setVisible(right > 0)
        space.give(left or WIDTHS[0], right or WIDTHS[1])
        space.side.show_title(layout.side)
        space.pages.show_title(layout.page)

    def _restore_panes(self, layout: Layout, project: Project) -> None:
        panes = self._space.panes
        panes.arrange(layout.rows, layout.columns)
        panes.set_sizes(layout.pane_sizes)
        for pane, kept in zip(panes.panes(), layout.panes, strict=False):
            source = project.get(Source, kept.source)
            if source is not None:
                panes.show_source(source, pane)
            pane.view.set_points(kept.points)
            # Before the panes have their width there is no line to go to.
            QTimer.singleShot(0, pane, lambda pane=pane, top=kept.top: _show_top(pane, top))
        panes.focus(layout.active)

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


def _of(pane: Pane) -> PaneLayout:
    source = pane.source.id if pane.source else ""
    return PaneLayout(source, pane.view.points(), pane.view.top_position())


def _show_top(pane: Pane, top: int) -> None:
    last = pane.view.document().characterCount() - 1
    pane.view.set_top(min(top, last))
