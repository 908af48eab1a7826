"""The Word document: CPU time and memory by the count of notes."""

from __future__ import annotations

from collections.abc import Iterator

from briefer.writing.docx import render
from tests.bench.figures import Figure, cpu_seconds, peak_megabytes
from tests.writing.briefs import a_long_brief


def figures() -> Iterator[Figure]:
    thousand, ten_thousand = a_long_brief(1_000), a_long_brief(10_000)
    render(thousand)  # the imports are paid once
    yield Figure("DOCX with 1,000 notes", cpu_seconds(lambda: render(thousand)), "s", 1)
    yield Figure("DOCX with 10,000 notes", cpu_seconds(lambda: render(ten_thousand)), "s", 4)
    yield Figure("DOCX with 10,000 notes, peak memory", peak_megabytes("docx", 10_000), "MB", 250)
