"""The web page and the Markdown: CPU time for ten thousand notes."""

from __future__ import annotations

from collections.abc import Iterator

from briefer.writing import html, markdown
from tests.bench.figures import Figure, cpu_seconds
from tests.writing.briefs import a_long_brief


def figures() -> Iterator[Figure]:
    brief = a_long_brief(10_000)
    yield Figure("HTML with 10,000 notes", cpu_seconds(lambda: html.render(brief)), "s", 4)
    yield Figure("Markdown with 10,000 notes", cpu_seconds(lambda: markdown.render(brief)), "s", 4)
