"""The project file: opening, counting, one tag on disk, checking through."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from briefer.actions import tagging
from briefer.session import open_file
from tests.bench.figures import Figure, cpu_seconds
from tests.bench.large import large_file, lengthen


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        small = large_file(folder / "small.brief", 100, 20_000, 5_000)
        large = large_file(folder / "large.brief", 1_000, 20_000, 100_000)
        yield Figure("open and count, 100 sources, 5,000 tags", cpu_seconds(lambda: _open(small)), "s")
        yield Figure("open and count, 1,000 sources, 100,000 tags", cpu_seconds(lambda: _open(large)), "s")
        yield Figure("the same, checked from end to end", cpu_seconds(lambda: _open(large, True), 1), "s")
        yield Figure("one tag on disk, 95th percentile, wall clock", _tag_p95(large) * 1000, "ms", 20)
        for entries in (250_000, 500_000):
            _lengthen(small, entries)
            words = f"open, see and undo the last of {entries:,} changes"
            yield Figure(words, cpu_seconds(lambda: _undo(small)) * 1000, "ms", 50)


def _open(path: Path, check: bool = False) -> None:
    session = open_file(path, "Ada", "Ada", check=check)
    project = session.project
    project.tag_counts()
    project.passage_count()
    project.passages_in(project.sources()[0])
    project.tags_in(project.sources()[0])
    session.close()


def _lengthen(path: Path, entries: int) -> None:
    session = open_file(path, "Ada", "Ada")
    project = session.project
    if not session.undo_label:
        session.do(tagging.tag(project, project.sources()[0], 0, 7, project.sections()[0]))
    lengthen(session, entries)
    session.close()


def _undo(path: Path) -> None:
    session = open_file(path, "Ada", "Ada")
    head = session.history.head()
    session.history.entries(head - 128, head)
    session.do(
        tagging.tag(session.project, session.project.sources()[0], 0, 9, session.project.sections()[0])
    )
    session.undo()
    session.close()


def _tag_p95(path: Path, count: int = 200) -> float:
    session = open_file(path, "Ada", "Ada")
    project = session.project
    source, section = project.sources()[0], project.sections()[0]
    taken = []
    for start in range(count):
        begun = time.perf_counter()
        session.do(tagging.tag(project, source, start, start + 7, section))
        taken.append(time.perf_counter() - begun)
    session.close()
    return sorted(taken)[int(count * 0.95)]
