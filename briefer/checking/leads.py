"""What the names of places in a brief promise about the words there, and about words that lead there."""

from __future__ import annotations

import re
from typing import Final

from briefer.citing.bookmarks import EVIDENCE
from briefer.citing.citation import SHORT_ID

NOTE: Final = re.compile(r"_Note(\d+)")
FOOT: Final = re.compile(r"_Foot(\d+)")
_PASSAGE: Final = re.compile(rf"{EVIDENCE}([0-9a-f]{{32}})")
_SOURCE: Final = re.compile(r"_Source(S\d+)")
_FIRST: Final = re.compile(r"\w+")


def begins(name: str, words: str) -> bool:
    """Tell whether words are those at a place: they begin with its source's label, or its passage's id."""
    return called(name) in {"", first_word(words)}


def leads(target: str, words: str) -> bool:
    """Tell whether words say where they lead: a note's number, a source's label or a passage's id."""
    number = NOTE.fullmatch(target)
    due = number[1] if number else called(target)
    return not due or re.search(rf"(?<!\w){re.escape(due)}(?!\w)", words) is not None


def called(name: str) -> str:
    """Return what words at a place begin with: its source's label or its passage's id; else nothing."""
    passage, label = _PASSAGE.fullmatch(name), _SOURCE.fullmatch(name)
    return passage[1][:SHORT_ID] if passage else label[1] if label else ""


def first_word(words: str) -> str:
    """Return what words begin with before anything that is no letter or digit."""
    found = _FIRST.match(words)
    return found[0] if found else ""
