"""The Word document: CPU time and memory by the count of notes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from briefer.writing.docx import render
from tests.bench.figures import Figure, cpu_seconds
from tests.writing.briefs import a_long_brief

# In a process of its own, whose greatest resident size is then that of one export and nothing else.
_PEAK = (
    "from pathlib import Path; from briefer.writing.docx import render;"
    "from tests.writing.briefs import a_long_brief; render(a_long_brief(10_000));"
    "print(Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0])"
)


def figures() -> Iterator[Figure]:
    thousand, ten_thousand = a_long_brief(1_000), a_long_brief(10_000)
    render(thousand)  # the imports are paid once
    yield Figure("DOCX with 1,000 notes", cpu_seconds(lambda: render(thousand)), "s", 1)
    yield Figure("DOCX with 10,000 notes", cpu_seconds(lambda: render(ten_thousand)), "s", 6)
    yield Figure("DOCX with 10,000 notes, peak memory", _peak_megabytes(), "MB", 250)


def _peak_megabytes() -> float:
    told = subprocess.run([sys.executable, "-c", _PEAK], check=True, capture_output=True, text=True).stdout
    return int(told) / 1024
