"""What tagging costs in the whole window, without a screen: from the key to disk and to the repaint."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefer.gui import app
from briefer.gui.desk.settings import Settings
from briefer.gui.look import theme
from briefer.gui.panes.panes import Panes
from briefer.gui.panes.tagging_view import TaggingView
from briefer.gui.window import MainWindow
from briefer.session import Session, open_file
from tests.bench.figures import Figure
from tests.bench.large import a_long_source, large_session
from tests.gui import hands

_KEYS = 30
_HOVERS = 60
_REST = 2_000  # milliseconds; after the tags above the outline lays its cards out anew
_FEW, _MANY = 200, 1_000
"""Rounds of a tag and its undo after which memory is looked at."""


def figures() -> Iterator[Figure]:
    """Yield the figures of one window after the other."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as name:
        window = _a_window(Path(name), _long(Path(name)), 1)
        tagged = sorted(_tagged(window))
        yield Figure("key to tag on disk and on the screen, 1 MB, 1,000 tags", median(tagged), "ms", 30)
        yield Figure("the same, 95th percentile", tagged[_KEYS * 95 // 100], "ms", 30)
        early = sorted(_pointed(window))[_HOVERS * 95 // 100]
        yield Figure("pointing right after, while cards are laid out, 95th percentile", early, "ms")
        QTest.qWait(_REST)
        pointed = sorted(_pointed(window))
        yield Figure("pointing at a passage, lit in text, gutter and card", median(pointed), "ms", 4)
        yield Figure("the same, 95th percentile", pointed[_HOVERS * 95 // 100], "ms", 4)
        yield Figure(f"memory after {_MANY:,} tags and undos over {_FEW}", _grown(window), "MB", 1)
        window.close()
        window = _a_window(Path(name), large_session(6, 20_000, 600), 6)
        shown = [_shown(window) for _ in range(5)]
        yield Figure("six panes of 20 kB with 100 tags each, shown", median(shown), "ms", 250)
        window.close()


def _a_window(folder: Path, session: Session, panes: int) -> MainWindow:
    program = QApplication.instance() or app.make_program([])
    assert isinstance(program, QApplication)
    theme.wear(theme.LIGHT)
    window = MainWindow(Settings(folder / f"{panes}.ini"), folder / "log")
    window.resize(1600, 1000)
    window.show()
    window.desk.lay(session)
    assert window.workroom is not None
    window.workroom.arrangement.arrange(*{1: (1, 1), 6: (2, 3)}[panes])
    window.workroom.space.panes.focus(0)
    _view(window).document().size()
    _settle()
    return window


def _long(folder: Path) -> Session:
    """Return 1 MB with 1,000 tags in a file of its own."""
    session, _ = a_long_source()
    session.write_copy(folder / "long.brief")
    session.close()
    return open_file(folder / "long.brief", "Ada", "Ada")


def _panes(window: MainWindow) -> Panes:
    assert window.workroom is not None
    return window.workroom.space.panes


def _view(window: MainWindow) -> TaggingView:
    return _panes(window).active.view


def _tagged(window: MainWindow) -> Iterator[float]:
    """Yield the milliseconds of CPU from a key to the repaint of all that the tag changed."""
    view = _view(window)
    for number in range(_KEYS):
        view.select(200 + 17 * number, 208 + 17 * number)
        _settle()
        begun = process_time()
        QTest.keyClick(view, Qt.Key(Qt.Key.Key_1.value + number % 5))
        QApplication.processEvents()
        yield 1000 * (process_time() - begun)


def _pointed(window: MainWindow) -> Iterator[float]:
    view = _view(window)
    for number in range(_HOVERS):
        place = QPoint(40 + 9 * (number % 20), 30 + 61 * (number % 12))
        begun = process_time()
        hands.move(view.viewport(), place)
        QApplication.processEvents()
        yield 1000 * (process_time() - begun)


def _grown(window: MainWindow) -> float:
    view, held = _view(window), []
    for number in range(1, _MANY + 1):
        view.select(300 + number, 330 + number)
        QTest.keyClick(view, Qt.Key(Qt.Key.Key_1.value + number % 5))
        QApplication.processEvents()
        window.desk.undo()
        QApplication.processEvents()
        if number in {_FEW, _MANY}:
            held.append(_resident())
    return held[1] - held[0]


def _shown(window: MainWindow) -> float:
    """Return the milliseconds of CPU that showing a source in each of the six panes takes."""
    panes = _panes(window)
    sources = [pane.source for pane in panes.panes()]
    for pane in panes.panes():
        pane.show_source(None)
    _settle()
    begun = process_time()
    for pane, source in zip(panes.panes(), sources, strict=True):
        pane.show_source(source)
    window.grab()
    QApplication.processEvents()
    return 1000 * (process_time() - begun)


def _settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def _resident() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
