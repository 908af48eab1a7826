"""The window: first paint, opening projects of any size, memory at rest; each in a fresh process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from briefer.tasks import known
from tests.bench.figures import Figure
from tests.bench.large import large_file

_ROUNDS = 5


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        home = {kind: str(folder) for kind in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
        os.environ.update(home)
        tiny, small, large = (
            large_file(folder / f"{sources}.brief", sources, 20_000, tags)
            for sources, tags in ((1, 10), (100, 5_000), (1_000, 100_000))
        )
        (bare,) = _probe("bare")
        empty, first, few, many = _probe(str(tiny), str(small), str(large))
        yield Figure("a bare window with one text pane painted", bare[0], "s")
        yield Figure("the program's window painted", empty[0], "s")
        yield Figure("the ratio of the two", empty[0] / bare[0], "×", 2)
        yield Figure("the first project opened in it, a small one", first[0], "s")
        yield Figure("then one of 100 sources × 20 kB, 5,000 tags", few[0], "s", 0.1)
        yield Figure("then one of 1,000 sources × 20 kB, 100,000 tags", many[0], "s", 0.5)
        yield Figure("resident memory then, above the empty window", many[1] - empty[1], "MB", 150)


def _probe(*arguments: str) -> list[list[float]]:
    """Return the medians of what a probe prints; the files are as we wrote them, as in daily work."""
    rounds = []
    for _ in range(_ROUNDS):
        for path in arguments:
            if path.endswith(".brief"):
                known.remember(Path(path))
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.window_probe", *arguments],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            check=True,
        )
        rounds.append([[float(part) for part in line.split()] for line in done.stdout.splitlines()])
    return [[median(column) for column in zip(*lines, strict=True)] for lines in zip(*rounds, strict=True)]
