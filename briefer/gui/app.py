"""The window as a program: set up, started, and what happens when something goes wrong."""

from __future__ import annotations

import os
import re
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Final

import platformdirs
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import QApplication

from briefer import __version__
from briefer.errors import BrieferError
from briefer.gui.appearance import wear_chosen
from briefer.gui.desk.settings import Settings
from briefer.gui.handing_over import hand_over
from briefer.gui.look import fonts
from briefer.gui.window import MainWindow, open_first
from briefer.gui.windows import Windows

_LOG_LIMIT: Final = 1 << 20
_NO_DISPLAY: Final = 3
_THROUGH_QT: Final = re.compile(r"^Error calling Python override of \S+\(\): ")
"""How PySide begins the words of an error that went through Qt."""


def run(paths: Sequence[Path]) -> int:
    """Open the window on a project, if one is named, and return the exit status when it is closed.

    When the program runs already, it opens the project instead, in a window of its own.
    """
    if not _has_display():
        sys.stderr.write("There is no display to open a window on; use the commands of “briefer --help”.\n")
        return _NO_DISPLAY
    program = make_program(sys.argv[:1])
    if hand_over(paths):
        return 0
    settings = Settings()
    wear_chosen(settings)
    windows = Windows(settings, log_file())
    LastResort(windows.active).install()
    first = windows.add()
    QTimer.singleShot(0, lambda: _begin(windows, first, paths))
    return program.exec()


def _begin(windows: Windows, first: MainWindow, paths: Sequence[Path]) -> None:
    """Open what was asked for once the first window is painted, then listen for later starts."""
    open_first(first, paths)
    if paths[1:]:
        windows.take(paths[1:])
    QTimer.singleShot(0, windows.listen)


def make_program(arguments: Sequence[str]) -> QApplication:
    """Return the one QApplication, dressed and named as the desktop entry names it."""
    program = QApplication(list(arguments))
    program.setApplicationName("briefer")
    program.setApplicationDisplayName("")
    program.setApplicationVersion(__version__)
    program.setDesktopFileName("briefer")
    program.setWindowIcon(QIcon.fromTheme("briefer"))
    program.setFont(fonts.interface_font())
    return program


def log_file() -> Path:
    """Return where what went wrong is written down."""
    return Path(platformdirs.user_log_dir("briefer", appauthor=False)) / "briefer.log"


class LastResort:
    """Tells the user calmly of an error that nobody expected, and writes it down."""

    def __init__(self, active: Callable[[], MainWindow | None]) -> None:
        """`active` returns the window that is told, if there is one."""
        self._active = active
        self._noted: set[tuple[type[BaseException], str, int]] = set()

    def install(self) -> None:
        """Hear of every error that is not caught, in whatever thread."""
        sys.excepthook = self.hear
        threading.excepthook = lambda caught: note_down(log_file(), caught.exc_value)

    def hear(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None = None
    ) -> None:
        """Take an error that came to the end of the line."""
        if isinstance(error, KeyboardInterrupt):
            QApplication.closeAllWindows()
        elif isinstance(error, BrieferError):
            self._refuse(error)
        else:
            self._regret(error)

    def _refuse(self, error: BrieferError) -> None:
        from briefer.session import is_spoilt

        window, sentence = self._active(), _THROUGH_QT.sub("", str(error))
        if window is not None and window.desk.session is not None and is_spoilt(error):
            if not window.desk.damaged:  # painting may fail for ever
                window.desk.spoil(sentence)
        elif sentence != str(error):  # what Qt asked for must not be refused
            self._regret(error)
        else:
            self._tell(sentence)

    def _regret(self, error: BaseException) -> None:
        """Note down what is new and say so, but not again while it is said: painting may fail for ever."""
        log, place = log_file(), _place(error)
        if place not in self._noted:
            self._noted.add(place)
            note_down(log, error)
        sentence = f"Something went wrong; your work is on disk. What happened is written down in {log}."
        self._tell(
            sentence, "Show the log file", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log)))
        )

    def _tell(self, sentence: str, offer: str = "", accept: Callable[[], object] | None = None) -> None:
        window = self._active()
        if window is not None and window.notice.words != sentence:
            window.notice.show_sentence(sentence, offer=offer, accept=accept)


def note_down(log: Path, error: BaseException | None) -> None:
    """Add an error to the log file, which begins anew when it has grown long."""
    log.parent.mkdir(parents=True, exist_ok=True)
    mode = "w" if log.exists() and log.stat().st_size > _LOG_LIMIT else "a"
    with log.open(mode, encoding="utf-8") as file:
        file.write(f"\n{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, briefer {__version__}\n")
        file.writelines(traceback.format_exception(error) if error else ["unknown\n"])


def _place(error: BaseException) -> tuple[type[BaseException], str, int]:
    """Return what went wrong and in which line of the program."""
    frames = traceback.extract_tb(error.__traceback__)
    return (type(error), frames[-1].filename, frames[-1].lineno or 0) if frames else (type(error), "", 0)


def _has_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
