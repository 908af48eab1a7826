"""One process of a window benchmark: `python -m tests.bench.window_probe bare|PROJECT...`.

Prints CPU seconds at the first paint and resident megabytes, then, for each project opened one
after the other, the CPU seconds until it is painted and can be worked on, and resident megabytes.
"""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit


def main() -> None:
    if sys.argv[1:] == ["bare"]:
        _bare()
    else:
        _window([Path(argument) for argument in sys.argv[1:]])


def _bare() -> None:
    """A main window with one text pane: the least that a program like this could be."""
    program = QApplication([])
    program.setStyle("Fusion")
    window = QMainWindow()
    pane = QTextEdit()
    pane.setPlainText("The dam held. " * 1500)
    window.setCentralWidget(pane)
    window.resize(1400, 880)
    window.show()
    program.processEvents()
    window.grab()
    print(time.process_time(), _resident())


def _window(projects: list[Path]) -> None:
    from briefer.gui import app
    from briefer.gui.desk.settings import Settings
    from briefer.gui.look import theme
    from briefer.gui.window import MainWindow, open_first

    program = app.make_program([])
    settings = Settings()
    theme.wear(theme.LIGHT)
    window = MainWindow(settings, app.log_file())
    window.resize(1400, 880)
    window.show()
    program.processEvents()
    window.grab()
    print(time.process_time(), _resident())
    for path in projects:
        begun = time.process_time()
        open_first(window, [path])
        program.processEvents()
        window.grab()
        usable = time.process_time() - begun
        _rest(program)
        print(usable, _resident())


def _rest(program: QApplication) -> None:
    """Let the program do what it does when nobody asks anything of it."""
    until = time.monotonic() + 1
    while time.monotonic() < until:
        program.processEvents()
        time.sleep(0.01)


def _resident() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


if __name__ == "__main__":
    main()
