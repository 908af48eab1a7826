"""What every feature of the window works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from briefer.gui.desk.chooser import Chooser
from briefer.gui.desk.commands import Commands
from briefer.gui.desk.desk import Desk
from briefer.gui.desk.settings import Settings


@dataclass(frozen=True, slots=True)
class Tools:
    """One set a window: what it tells and refuses goes through the desk, dialogs stand over `window`."""

    window: QWidget
    desk: Desk
    commands: Commands
    settings: Settings
    chooser: Chooser
    home: Callable[[], Path]
    """The folder that the open project is kept in."""
