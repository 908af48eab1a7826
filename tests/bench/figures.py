"""What a benchmark answers: a figure, its unit, and what it should not exceed."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; `goal` is an upper bound in the same unit, None when there is none."""

    name: str
    value: float
    unit: str
    goal: float | None = None


def cpu_seconds(work: Callable[[], object], rounds: int = 5) -> float:
    """Return the median CPU seconds of the process (user and system) that the work takes."""
    taken = []
    for _ in range(rounds):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return median(taken)
