"""What a PDF has read aloud in place of a link's words, or besides them: where it leads."""

from __future__ import annotations


def spoken(target: str, mark: int = 0, label: int = 0) -> str:
    """Say where a link to an address or #bookmark leads; `mark` and `label` are numbers of notes, or 0."""
    if mark:
        return f"Note {mark}"
    if label:
        return f"Back to the mark of note {label}"
    return f"Link: {'a place in this brief' if target.startswith('#') else target}"
