"""What the reading half of the window costs: CPU seconds, without a screen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import process_time

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefer.gui.look import fonts, theme
from briefer.gui.panes.panes import Panes
from briefer.model.records import Source
from briefer.session import Session
from tests.bench.figures import Figure, cpu_seconds
from tests.bench.large import a_long_source

_FRAMES = 300
_PAUSE = 11  # milliseconds; Qt goes on laying out every ten
_STEPS = 20
_WORK = 0.002


def figures() -> Iterator[Figure]:
    """Yield what a source of 1 MB with 1,000 tags costs to show, to scroll and to keep."""
    panes, session, source = _panes()
    before = _resident()
    yield Figure("1 MB source with 1,000 tags painted", _painted(panes, source), "s", 0.150)
    steps = _settled()
    yield Figure("the rest of it laid out, while idle", sum(steps), "s")
    yield Figure("the longest step of that", 1000 * max(steps), "ms", 100)
    yield Figure("resident memory for it", (_resident() - before) / 1e6, "MB")
    frames = _frames(panes)
    yield Figure("a frame of scrolling it, median", 1000 * median(frames), "ms", 10)
    yield Figure(f"a frame of scrolling it, the worst of {_FRAMES}", 1000 * max(frames), "ms", 10)
    yield Figure("one more tag painted in it", 1000 * _retagged(panes, session, source), "ms")


def _panes() -> tuple[Panes, Session, Source]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    app.setFont(fonts.interface_font())
    theme.wear(theme.LIGHT)
    session, source = a_long_source()
    panes = Panes(session.project)
    panes.resize(480, 900)
    panes.show()
    QApplication.processEvents()
    return panes, session, source


def _painted(panes: Panes, source: Source) -> float:
    def show() -> None:
        panes.active.show_source(source)
        panes.grab()

    taken = []
    for _ in range(5):
        panes.active.show_source(None)
        _let_go()
        taken.append(cpu_seconds(show, 1))
    return median(taken)


def _settled() -> list[float]:
    """Return what each step of laying out takes that Qt does by itself, until all is laid out."""
    steps: list[float] = []
    while len(steps) < _STEPS or steps[-1] > _WORK:
        begun = process_time()
        QTest.qWait(_PAUSE)
        steps.append(process_time() - begun)
    return steps


def _let_go() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def _frames(panes: Panes) -> list[float]:
    bar = panes.active.view.verticalScrollBar()
    taken = []
    for _ in range(_FRAMES):
        begun = process_time()
        bar.setValue(bar.value() + 400)
        QApplication.processEvents()
        taken.append(process_time() - begun)
    return taken


def _retagged(panes: Panes, session: Session, source: Source) -> float:
    from briefer.actions import tagging

    section = session.project.sections()[0]
    change = tagging.tag(session.project, source, 10, 30, section)
    session.do(change)

    def repaint() -> None:
        panes.apply(change)
        QApplication.processEvents()

    return cpu_seconds(repaint)


def _resident() -> int:
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
