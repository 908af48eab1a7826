"""What an exported brief consists of: the choice of its printed parts, its paper, what travels inside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from briefer.model.look import USUAL, Look

PARTS: Final = (
    "contents", "purpose", "changes", "differences", "gaps",
    "summary", "coverage", "cited", "examined", "annex",
)  # fmt: skip
"""What a brief may print besides its bottom line and sections, in the order of print: before them links
to the headings, its purpose and objectives, and what has changed since the last issue; behind them
where the sources differ, gaps and assumptions, the source summary, the coverage table, the sources
cited, those examined but not cited, and the evidence annex. Notes are no choice: without them it would
cite nothing."""

PAPERS: Final = ("A4", "Letter")

CITATIONS: Final = ("chicago", "apa")
"""The forms of notes and reference list: Chicago notes, footnotes in APA form."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A named choice; `embedded` says whether the file carries the evidence that `verify` reads, and
    `with_sources` whether a PDF carries the files of the cited sources besides.

    `pages` is how many pages it should fill at most, or 0 where that does not matter.
    """

    name: str
    title: str
    description: str
    paper: str = "A4"
    parts: tuple[str, ...] = PARTS
    embedded: bool = True
    look: Look = USUAL
    pages: int = 0
    citations: str = "chicago"
    with_sources: bool = False
    joined: bool = False
    """Whether all that a statement rests on stands in one note; later notes name a source by its label."""


WHOLE: Final = Preset("brief", "Brief", "")
"""All parts on A4, with its evidence: what is exported unless something else is asked for."""
