"""What a stretch and a passage are called when something is told of them."""

from __future__ import annotations

from typing import Final

from briefer.model.project import Project
from briefer.model.records import Passage, Source

_SHOWN: Final = 60  # code points of a quote in the status line


def in_short(project: Project, source: Source, start: int, end: int, *, most: int = _SHOWN) -> str:
    """Return a stretch (code points) as it is told, `most` of it: S1 “The dam held.”"""
    quote = " ".join(project.text_of(source)[start:end].split())
    shown = quote if len(quote) <= most else f"{quote[:most].rstrip()}…"
    return f"{source.label} “{shown}”"


def sections_of(project: Project, passage: Passage) -> str:
    """Return the titles of the sections that a passage stands in: "State, Cost"."""
    held = {tag.section for tag in project.tags_of(passage)}
    return ", ".join(one.title for one in project.sections() if one.id in held) or "Unfiled"
