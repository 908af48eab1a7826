"""What the outline costs with thousands of cards: CPU milliseconds of the window, without a screen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median
from time import process_time

from PySide6.QtWidgets import QApplication

from briefer.actions import tagging
from briefer.gui.look import fonts, theme
from briefer.gui.outline.filtering import NOTHING, Filter
from briefer.gui.outline.model import OutlineModel
from briefer.gui.outline.panel import OutlinePanel
from briefer.gui.outline.statement_editor import StatementEditor
from briefer.gui.outline.view import OutlineView
from briefer.session import Session
from tests.bench.figures import Figure
from tests.bench.large import large_session

_FRAMES = 200
_FOLDED = 400  # cards, from which on a section begins folded


def figures() -> Iterator[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    program = QApplication.instance() or QApplication(["bench"])
    assert isinstance(program, QApplication)
    program.setFont(fonts.interface_font())
    theme.wear(theme.LIGHT)
    for sources, tags in ((5, 1_500), (50, 5_000), (1_000, 100_000)):
        yield from _figures(sources, tags)


def _figures(sources: int, tags: int) -> Iterator[Figure]:
    session, panel = large_session(sources, 20_000, tags), OutlinePanel(OutlineView(OutlineModel()))
    outline, named = panel.view.outline, f"{tags:,} tags"
    panel.resize(400, 700)
    panel.show()
    yield _figure(f"outline of {named} shown", lambda: outline.set_project(session.project), 500)
    begun = process_time()
    _settle(outline)
    yield Figure("  counted and made ready to be found in, while idle", process_time() - begun, "s")
    goal = 100 if tags <= 5_000 else None
    for what, wanted in (("few found", "report 3."), ("many found", "dam")):
        yield _figure(f"  filtered by words, {what}", partial(_filter, outline, wanted), goal)
        yield _figure("  and all shown again", lambda: outline.set_filter(NOTHING), goal)
    yield _figure("  one more tag shown in it", lambda: _tag(session, panel), goal and 30)
    if tags <= 5 * _FOLDED:
        frames = list(_frames(panel))
        yield Figure("  a frame of scrolling it, median", 1000 * median(frames), "ms", 10)
        yield Figure(f"  the worst of {_FRAMES}", 1000 * max(frames), "ms", 10)
    yield from _citing(session, outline)


def _citing(session: Session, outline: OutlineModel) -> Iterator[Figure]:
    editor = StatementEditor(outline)
    editor.write_in(session.project, session.project.sections()[0])
    yield _figure("  passages that an @ offers first", lambda: editor.evidence.find(""), 30)
    yield _figure("  passages that an @ finds by words", lambda: editor.evidence.find("held spring"), 30)
    yield _figure("  and by words that nothing has", lambda: editor.evidence.find("held earthquake"), 100)


def _figure(name: str, work: Callable[[], object], goal: float | None) -> Figure:
    begun = process_time()
    work()
    QApplication.processEvents()
    return Figure(name, 1000 * (process_time() - begun), "ms", goal)


def _filter(outline: OutlineModel, words: str) -> None:
    outline.set_filter(Filter.of(words))
    _settle(outline)


def _tag(session: Session, panel: OutlinePanel) -> None:
    source, section = session.project.sources()[0], session.project.sections()[0]
    change = tagging.tag(session.project, source, 3, 11, section)
    session.do(change)
    panel.view.apply(change)
    panel.grab()


def _frames(panel: OutlinePanel) -> Iterator[float]:
    bar = panel.view.verticalScrollBar()
    for _ in range(_FRAMES):
        begun = process_time()
        bar.setValue(bar.value() + 150)
        QApplication.processEvents()
        panel.view.viewport().grab()
        yield process_time() - begun


def _settle(outline: OutlineModel) -> None:
    while outline.busy or outline.counts.busy:
        QApplication.processEvents()
