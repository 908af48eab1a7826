"""The window: first paint, opening projects of any size, memory at rest; each round in fresh processes."""

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

_ROUNDS = 7
_OPENED = (
    ("the first project opened in it, a small one", None),
    ("then 100 sources × 20 kB, 5,000 tags", 0.1),
    ("then 1,000 sources × 20 kB, 100,000 tags", 0.5),
)
Lines = list[list[float]]
"""What a probe prints: a line for the first paint, then one for each project opened."""


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        os.environ.update(dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), name))
        projects = [
            str(large_file(folder / f"{sources}.brief", sources, 20_000, tags))
            for sources, tags in ((1, 10), (100, 5_000), (1_000, 100_000))
        ]
        rounds = [(_probe("bare"), _probe(*projects)) for _ in range(_ROUNDS)]
    painted = [(bare[0][0], ours[0][0]) for bare, ours in rounds]
    yield Figure("a bare window with one text pane painted", median(bare for bare, _ in painted), "s")
    yield Figure("the program's window painted", median(ours for _, ours in painted), "s")
    yield Figure(
        "the ratio of the two, round by round", median(ours / bare for bare, ours in painted), "×", 2
    )
    for place, (what, goal) in enumerate(_OPENED, 1):
        yield Figure(what, median(ours[place][0] for _, ours in rounds), "s", goal)
    grown = median(ours[-1][1] - ours[0][1] for _, ours in rounds)
    yield Figure("resident memory then, above the empty window", grown, "MB", 150)


def _probe(*arguments: str) -> Lines:
    """Run a probe; its projects are as we wrote them and its modules are compiled, as in daily work."""
    for path in arguments:
        if path.endswith(".brief"):
            known.remember(Path(path))
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.window_probe", *arguments],
        env=_compiled({**os.environ, "QT_QPA_PLATFORM": "offscreen"}),
        capture_output=True,
        text=True,
        check=True,
    )
    return [[float(part) for part in line.split()] for line in done.stdout.splitlines()]


def _compiled(surroundings: dict[str, str]) -> dict[str, str]:
    """Let Python keep what it compiles, as an installed program has it, but not in this tree."""
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    return {**surroundings, "PYTHONPYCACHEPREFIX": os.environ["XDG_CACHE_HOME"]}
