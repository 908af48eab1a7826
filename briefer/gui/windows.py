"""All windows of the program: each shows one project, none shows what another has open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QApplication

from briefer.errors import BrieferError
from briefer.gui.appearance import wear_chosen
from briefer.gui.desk.settings import Settings
from briefer.gui.handing_over import Door
from briefer.gui.window import MainWindow

_STEP: Final = QPoint(32, 32)
"""A further window stands so far from the one before it."""


class Windows(QObject):
    """Made once; a window that is closed leaves the others as they are."""

    def __init__(self, settings: Settings, log: Path) -> None:
        super().__init__()
        self._settings = settings
        self._log = log
        self._windows: list[MainWindow] = []
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_desktop)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_desktop)
        self._door = Door(self)
        self._door.handed_in.connect(self.take)

    def add(self) -> MainWindow:
        """Show one more window, on its start page."""
        window = MainWindow(self._settings, self._log)
        window.projects.shown_elsewhere = partial(self._show_holder, but=window)
        window.closed.connect(partial(self._let_go, window))
        if self._windows:
            window.move(self._windows[-1].pos() + _STEP)
        self._windows.append(window)
        window.show()
        return window

    def all(self) -> list[MainWindow]:
        return list(self._windows)

    def active(self) -> MainWindow | None:
        """Return the window that the user works in, or worked in last."""
        return next(
            (window for window in self._windows if window.isActiveWindow()),
            self._windows[-1] if self._windows else None,
        )

    def listen(self) -> None:
        """Take what later starts of the program hand over."""
        self._door.open()

    def take(self, paths: Sequence[Path]) -> None:
        """Open each project in a window of its own, or bring the one forward that has it open."""
        for path in paths:
            if not self._show_holder(_place_of(path)):
                window = self._free()
                window.projects.open(path)
                _bring_forward(window)
        if not paths:
            _bring_forward(self._free())

    def _follow_desktop(self) -> None:
        if not self._settings.theme:
            wear_chosen(self._settings)

    def _free(self) -> MainWindow:
        """Return a window that shows no project."""
        return next((window for window in self._windows if window.is_free()), None) or self.add()

    def _show_holder(self, place: Path, but: MainWindow | None = None) -> bool:
        for window in self._windows:
            if window is not but and window.projects.has_open(place):
                _bring_forward(window)
                return True
        return False

    def _let_go(self, window: MainWindow) -> None:
        self._windows.remove(window)
        window.deleteLater()


def _place_of(path: Path) -> Path:
    """Return the file that is edited for a project; what is not there is refused when it is opened."""
    from briefer.tasks import preparing

    try:
        return preparing.place_of(path)
    except BrieferError:
        return path


def _bring_forward(window: MainWindow) -> None:
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()
