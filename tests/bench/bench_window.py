"""What the window costs: to its first paint, and to open a project in it; CPU seconds, without a screen."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.figures import Figure, cpu_seconds
from tests.bench.large import large_file
from tests.house.tree import ROOT

_ROUNDS = 5
_PAINT = """
for _ in range(3):
    program.processEvents()
print(time.process_time())
sys.stdout.flush()
os._exit(0)
"""
_BARE = """
import os, sys, time
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
program = QApplication(["bare"])
program.setStyle("Fusion")
window = QMainWindow()
pane = QTextEdit()
pane.setPlainText("The dam held. " * 1500)
window.setCentralWidget(pane)
window.resize(1400, 880)
window.show()
"""
_OURS = """
import os, sys, time
from briefer.gui import app, theme
from briefer.gui.settings import Settings
from briefer.gui.window import MainWindow
program = app.make_program(["ours"])
theme.wear(theme.LIGHT)
window = MainWindow(Settings(), app.log_file())
window.show()
"""


def figures() -> Iterator[Figure]:
    """Yield the first paint beside a bare window's, and what projects of two sizes cost to open."""
    bare, ours = _painted(_BARE), _painted(_OURS)
    yield Figure("bare window with one text pane painted", bare, "s")
    yield Figure("window painted", ours, "s", round(2 * bare, 3))
    with TemporaryDirectory() as folder:
        yield from _opened(Path(folder))


def _painted(script: str) -> float:
    with TemporaryDirectory() as home:
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": home}
        command = [sys.executable, "-c", script + _PAINT]
        taken = [
            float(subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout)
            for _ in range(_ROUNDS + 1)
        ]
    return median(taken[1:])


def _opened(folder: Path) -> Iterator[Figure]:
    from PySide6.QtWidgets import QApplication

    from briefer.gui import app, theme
    from briefer.gui.settings import Settings
    from briefer.gui.window import MainWindow
    from briefer.tasks import known

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    program = QApplication.instance() or app.make_program(["bench"])
    theme.wear(theme.LIGHT)
    window = MainWindow(Settings(folder / "settings.ini"), folder / "log")
    window.show()
    for sources, tags, goal in ((1, 0, None), (100, 5_000, 0.1), (1_000, 100_000, 0.5)):
        path = large_file(folder / f"{sources}.brief", sources, 20_000, tags)
        known.remember(path)

        def open_it(path: Path = path) -> None:
            window.projects.open(path)
            for _ in range(3):
                program.processEvents()

        def close_it() -> None:
            window.commands["close"].trigger()
            program.processEvents()

        taken = []
        for _ in range(_ROUNDS if goal else 1):
            taken.append(cpu_seconds(open_it, 1))
            close_it()
        name = f"{sources:,} sources × 20 kB with {tags:,} tags usable"
        yield Figure(
            name if goal else "the first project opened, all it needs loaded", median(taken), "s", goal
        )
