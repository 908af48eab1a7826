"""Finding in all sources: texts with curly quotation marks and short paragraphs, as reports have."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtWidgets import QApplication

from briefer.gui.searching.page import FindPage
from briefer.gui.searching.search_job import SearchJob
from briefer.model.project import Project
from briefer.session import Session, in_memory, open_file
from briefer.tasks.searching import FoldedTexts, Search
from briefer.wording.seeking import Query
from tests.bench.figures import Figure, cpu_seconds
from tests.bench.waits import Waits, run_until
from tests.worlds import World

_PARAGRAPH = (
    "“We will deepen deterrence,” said Kamikawa Yōko – the minister’s third visit this year.\n\n"
    "The two sides met in Tokyo and spoke of the dam, which held through the spring flood. It was repaired "
    "at a cost of two million, and nobody whom the Gazette’s reporters asked could say who had paid for it. "
)
_SOURCES = 1_000
_LENGTH = 20_000


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name:
        path = Path(name) / "many.brief"
        _many().write_copy(path)
        session = open_file(path, "Ada", "Ada")
        rare, common = Query("memorandum 7"), Query("Yoko")
        for words, query in (("in a few of them", rare), ("in all of them, cut at 5,000 places", common)):
            cold = cpu_seconds(partial(_search_first, session.project, query))
            yield Figure(f"find in 1,000 sources × 20 kB, {words}", cold * 1000, "ms", 200)
        texts = FoldedTexts(session.project)
        _search(texts, rare)
        warm = cpu_seconds(lambda: _search(texts, rare))
        yield Figure("the same with the next letter typed", warm * 1000, "ms")
        shown, silent = _in_the_window(session.project, common)
        yield Figure("the first place painted, wall clock", shown * 1000, "ms")
        yield Figure("longest that the window did not answer meanwhile", silent * 1000, "ms", 100)
        session.close()


def _search_first(project: Project, query: Query) -> None:
    _search(FoldedTexts(project), query)


def _search(texts: FoldedTexts, query: Query) -> None:
    for _ in Search(texts, query):
        pass


def _in_the_window(project: Project, query: Query) -> tuple[float, float]:
    """Return the seconds until a place is painted, and the longest that the window waited.

    It is the second search: with the first, letters and icons are loaded.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(["bench"])
    page = FindPage(lambda _event: None)
    page.resize(250, 900)
    page.show()
    job = SearchJob(page)
    over: list[object] = []
    job.found.connect(page.add)
    job.ended.connect(page.end)
    job.ended.connect(over.append)
    for _ in range(2):
        page.reset()
        over.clear()
        app.processEvents()
        waits = Waits()
        waits.begin()
        begun = perf_counter()
        job.start(FoldedTexts(project), query)
        run_until(lambda: page.model.rowCount() > 0)
        page.grab()
        shown = perf_counter() - begun
        run_until(lambda: bool(over))
        silent = waits.end()
    page.close()
    return shown, silent


def _many() -> Session:
    world = World()
    text = _PARAGRAPH * (_LENGTH // len(_PARAGRAPH) + 1)
    for number in range(_SOURCES):
        world.source(f"Report {number}. See memorandum {number}.\n{text}"[:_LENGTH], title=f"Report {number}")
    return in_memory(world.records, world.contents, "Ada")
