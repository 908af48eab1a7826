"""What a benchmark answers: a figure, its unit, and what it should not exceed."""

from __future__ import annotations

import subprocess
import sys
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


# In a process of its own, whose greatest resident size is then that of one export and nothing else.
_PEAK = (
    "from pathlib import Path; from briefer.writing.{0} import render;"
    "from tests.writing.briefs import a_long_brief; render(a_long_brief({1}));"
    "print(Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0])"
)


def peak_megabytes(form: str, notes: int) -> float:
    """Return what the export of a long brief as docx or pdf takes at most, resident."""
    work = [sys.executable, "-c", _PEAK.format(form, notes)]
    return int(subprocess.run(work, check=True, capture_output=True, text=True).stdout) / 1024
