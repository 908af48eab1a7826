"""What is put among the words of a quotation when one leaves some out, doubts or explains them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefer.wording.quoted_edits import OMISSION, SIC

_WORD: Final = re.compile(r"\w(?:[\w’'-]*\w)?")
_OMITTED_BEFORE: Final = re.compile(r"\s*(?:\[…\]\s*)*\Z")
_OMITTED_BEHIND: Final = re.compile(r"\s*(?:\[…\]\s*)*")
_IN_BRACKETS: Final = re.compile(r"\[[^\[\]\n]+\]")
_OPENING: Final = frozenset("“‘«([")
_CLOSING: Final = frozenset(".,;:!?”’»)]")


class Splice(NamedTuple):
    """`words` for `text[start:end]`, and where the caret stands then; all in code points."""

    start: int
    end: int
    words: str
    caret: int


def left_out(text: str, start: int, end: int) -> Splice | None:
    """Put […] for whole words in `text[start:end]`, one with those beside it.

    None when there are no words in it, or none outside it.
    """
    if not text[start:end].strip():
        return None
    for word in _WORD.finditer(text):
        if word.start() < end and start < word.end():
            start, end = min(start, word.start()), max(end, word.end())
    before = _OMITTED_BEFORE.search(text, 0, start)
    behind = _OMITTED_BEHIND.match(text, end)
    assert before is not None
    assert behind is not None
    rest = _IN_BRACKETS.sub("", text[: before.start()] + text[behind.end() :])
    if not rest.strip():
        return None
    return _between(text, before.start(), behind.end(), OMISSION)


def doubted(text: str, start: int, end: int) -> Splice:
    """Put [sic] behind `text[start:end]`, or behind the word at that place when it is empty."""
    place = start + len(text[start:end].rstrip())
    if start == end:
        words = (word for word in _WORD.finditer(text) if word.start() <= place <= word.end())
        place = next((word.end() for word in words), len(text[:place].rstrip()))
    return _behind(text, place, SIC)


def explained(text: str, place: int) -> Splice:
    """Put brackets at a place, the caret between them."""
    found = _behind(text, place, "[]")
    return found._replace(caret=found.start + found.words.index("]"))


def _behind(text: str, place: int, words: str) -> Splice:
    """Put words at a place, in the middle of the white space that is there."""
    start = len(text[:place].rstrip())
    end = len(text) - len(text[place:].lstrip())
    return _between(text, start, end, words)


def _between(text: str, start: int, end: int, words: str) -> Splice:
    """Put words for a stretch, one space either side but at the ends and inside other marks."""
    gap = "" if not text[:start] or text[start - 1] in _OPENING else " "
    rest = "" if not text[end:] or text[end] in _CLOSING else " "
    return Splice(start, end, f"{gap}{words}{rest}", start + len(gap) + len(words))
