"""What an exported brief consists of: the choice of its printed parts, its paper, what travels inside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PARTS: Final = ("summary", "cited", "examined", "annex")
"""What a brief may print behind its sections: the source summary, the sources cited, the sources
examined but not cited, and the evidence annex. Notes are no choice: without them it would cite nothing."""

PAPERS: Final = ("A4", "Letter")


@dataclass(frozen=True, slots=True)
class Preset:
    """A named choice; `embedded` says whether the file carries the evidence that `verify` reads."""

    name: str
    title: str
    description: str
    paper: str = "A4"
    parts: tuple[str, ...] = PARTS
    embedded: bool = True


WHOLE: Final = Preset("brief", "Brief", "")
"""All parts on A4, with its evidence: what is exported unless something else is asked for."""
