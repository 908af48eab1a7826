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


def begins(name: str, words: str) -> bool:
    """Tell whether words are those at a place: they begin with its source's label, or its passage's id."""
    return re.match(rf"{re.escape(_called(name))}(?!\w)", words) is not None or not _called(name)


def leads(target: str, words: str) -> bool:
    """Tell whether words say where they lead: a note's number, a source's label or a passage's id."""
    number = NOTE.fullmatch(target)
    called = number[1] if number else _called(target)
    return not called or re.search(rf"(?<!\w){re.escape(called)}(?!\w)", words) is not None


def _called(name: str) -> str:
    passage, label = _PASSAGE.fullmatch(name), _SOURCE.fullmatch(name)
    return passage[1][:SHORT_ID] if passage else label[1] if label else ""
