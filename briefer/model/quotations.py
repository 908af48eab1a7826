"""What passages say, as an issue keeps it: in hashes, which are others as soon as one of the words is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from briefer.model.content import hash_of
from briefer.model.project import Project
from briefer.model.records import Passage

_TOLD: Final = 16
"""Digits of a hash that tell what one passage says from what it said before."""


def words_said(passages: Mapping[str, Passage], names: Iterable[str]) -> str:
    """Return a SHA-256 of the words of passages, of which those named are there; "" for none."""
    said = [f"{name}\t{passages[name].anchor.quote}\n" for name in names if name in passages]
    return hash_of("".join(said)) if said else ""


def quotations(project: Project, passages: Mapping[str, Passage]) -> dict[str, str]:
    """Return by the id of its source which passages sections print without a statement, in their order.

    Each is written as the id of the section, that of the passage and the beginning of a hash of its words,
    joined by colons; those are joined by spaces.
    """
    found: dict[str, list[str]] = {}
    for section in project.sections():
        stated = {name for statement in project.statements_under(section) for name in statement.cites}
        for tag in project.tags_under(section):
            if tag.passage not in stated:
                passage = passages[tag.passage]
                said = hash_of(passage.anchor.quote)[:_TOLD]
                found.setdefault(passage.source, []).append(f"{section.id}:{passage.id}:{said}")
    return {source: " ".join(written) for source, written in found.items()}
