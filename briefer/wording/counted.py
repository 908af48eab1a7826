"""Numbers with their nouns."""

from __future__ import annotations

from math import ceil


def pages_words(filled: float, goal: int) -> str:
    """Return "1.6 of 2 pages", rounded up, so that what is said to fit does."""
    return f"{ceil(filled * 10 - 1e-6) / 10:.1f} of {counted(goal, 'page')}"


def counted(count: int, noun: str) -> str:
    """Return "1 tag", "2 tags", "1,000 stretches"; only for nouns that take s or, after ch, es."""
    ending = "" if count == 1 else "es" if noun.endswith("ch") else "s"
    return f"{count:,} {noun}{ending}"
