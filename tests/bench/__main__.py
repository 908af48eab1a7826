"""`make bench`: every figure beside its goal. CPU seconds are medians; nothing here fails a build."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure


def figures(wanted: list[str]) -> Iterator[Figure]:
    """Yield the figures of every bench_*.py, or of those whose name holds a wanted word."""
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        if not wanted or any(word in path.stem for word in wanted):
            yield from importlib.import_module(f"tests.bench.{path.stem}").figures()


def main() -> None:
    print(f"{'':60} {'measured':>12} {'goal':>12}")
    for figure in figures(sys.argv[1:]):
        goal = "" if figure.goal is None else f"≤ {figure.goal:g} {figure.unit}"
        over = "  over" if figure.goal is not None and figure.value > figure.goal else ""
        print(f"{figure.name:60} {figure.value:9.3f} {figure.unit:>2} {goal:>12}{over}", flush=True)


if __name__ == "__main__":
    main()
