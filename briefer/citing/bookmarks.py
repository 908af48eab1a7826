"""The names of the places in a brief that notes, sources and evidence link to."""

from __future__ import annotations

from typing import Final

EVIDENCE: Final = "_Evid"
"""How the names of entries in the evidence annex begin; the passage's id follows."""


def note_bookmark(number: int) -> str:
    """Name the mark of a note in the body; the writers set it."""
    return f"_Note{number}"


def source_bookmark(label: str) -> str:
    """Name a source's entry in the reference list."""
    return f"_Source{label}"


def evidence_bookmark(passage: str) -> str:
    """Name a passage's entry in the evidence annex; 37 characters at most, Word allows 40."""
    return f"{EVIDENCE}{passage}"


def quotation_bookmark(passage: str, time: int) -> str:
    """Name a passage's block quotation, the first or a later time it is printed (from 1)."""
    return f"_Cite{passage}" if time == 1 else f"_C{time}_{passage}"
