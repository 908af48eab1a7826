"""Which stretches of a source can be a passage."""

from __future__ import annotations

from briefer.errors import BrieferError
from briefer.model.anchor import Anchor
from briefer.model.forms import LONGEST_WORDS
from briefer.model.project import Project
from briefer.model.records import Source


def anchor_at(project: Project, source: Source, start: int, end: int) -> Anchor:
    """Return an anchor of `text[start:end]` (code points) in the current text of a source.

    Raises BrieferError for what lies outside it, is too long, or is nothing but white space.
    """
    text = project.text_of(source)
    if not 0 <= start < end <= len(text):
        raise BrieferError(
            f"{source.label} has {len(text):,} characters, so {start}:{end} is no stretch of it;"
            " give START:END within it."
        )
    if end - start > LONGEST_WORDS:
        raise BrieferError(f"A passage has {LONGEST_WORDS:,} characters at most; tag a shorter stretch.")
    if not text[start:end].strip():
        raise BrieferError("Select some text first, then press the section’s number.")
    return Anchor.at(source.text, text, start, end)
