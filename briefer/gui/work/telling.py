"""What a stretch and a passage are called when something is told of them."""

from __future__ import annotations

from typing import Final

from briefer.model.project import Project
from briefer.model.records import Passage, Source
from briefer.wording.quoted import quoted_in_short

_SHOWN: Final = 60  # code points of a quote in the status line


def in_short(project: Project, source: Source, start: int, end: int) -> str:
    """Return a stretch (code points) as it is told: S1 “The dam held.”"""
    return _told(source, project.text_of(source)[start:end], _SHOWN)


def passage_in_short(project: Project, passage: Passage, most: int = _SHOWN) -> str:
    """Return a passage as it is told, so many code points of it."""
    source = project.get(Source, passage.source)
    assert source is not None
    return _told(source, passage.anchor.quote, most)


def sections_of(project: Project, passage: Passage) -> str:
    """Return the titles of the sections that a passage stands in: "State, Cost"."""
    held = {tag.section for tag in project.tags_of(passage)}
    return ", ".join(one.title for one in project.sections() if one.id in held) or "Unfiled"


def _told(source: Source, words: str, most: int) -> str:
    return f"{source.label} {quoted_in_short(words, most)}"
