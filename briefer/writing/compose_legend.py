"""The legend of the likelihood words that the analyst's judgements use, on the scale that was chosen."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final

from briefer.model.records import Statement
from briefer.wording.likelihood import SCALE_NAMES, SCALES, likelihood_words
from briefer.writing.brief import Block, Heading, Paragraph, Run, Table
from briefer.writing.desk import Desk

ESTIMATES: Final = frozenset({"judgement", "assumption"})
"""Kinds of statement whose words of likelihood are the analyst's own."""


def legend(desk: Desk, *, short: bool) -> Iterator[Block]:
    """Yield the rows of the scale that a printed word of likelihood is in; nothing when none is printed.

    A short one takes a paragraph in place of a table.
    """
    scale = desk.details.scale
    used = {
        word.term.row
        for printed in desk.printed
        for entry in printed.body
        if isinstance(entry, Statement) and entry.kind in ESTIMATES
        for word in likelihood_words(entry.text, scale)
        if word.term is not None
    }
    rows = _by_share(scale, used) if used else {}
    if short and rows:
        meant = "; ".join(f"{words} {share}" for share, words in rows.items())
        yield Paragraph(
            "small", (Run(f"Words of likelihood ({SCALE_NAMES[scale]}): ", "quiet"), Run(f"{meant}."))
        )
    elif rows:
        yield Heading(1, "Words of likelihood", "_Likelihood")
        yield Table(
            f"What words of likelihood mean ({SCALE_NAMES[scale]})",
            ("Words", "Likelihood"),
            (0.6, 0.4),
            tuple(((Run(words),), (Run(share),)) for share, words in rows.items()),
        )


def _by_share(scale: str, rows: Container[int]) -> dict[str, str]:
    """Return the words of some rows of a scale by the share of cases they stand for, the least first."""
    found: dict[str, list[str]] = {}
    for term in SCALES[scale]:
        if term.row in rows:
            found.setdefault(term.range, []).append(term.words.capitalize())
    return {share: ", ".join(words) for share, words in found.items()}
