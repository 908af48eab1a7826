"""Where sentences begin and end in English, Korean and Japanese, and growing a selection to whole words.

A line is a paragraph: no sentence runs over its end, so a headline is a sentence of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from briefer.wording.abbreviations import abbreviates
from briefer.wording.characters import HAN, HANGUL, MARKS, Span
from briefer.wording.struck_out import BEGINS
from briefer.wording.words import WORD

_CLOSERS: Final = "\"”’'»」』）)\\]"
_OPENERS: Final = r"\s“”\"‘’'«「『（(\["
_STOP: Final = re.compile(
    rf"(?<![.!?…])(?P<western>[.!?…]++)(?P<closed>[{_CLOSERS}]*+)(?:\[\w{{1,4}}\]|[⁰¹²³⁴-⁹])*(?=\s)"
    rf"|(?:[。！？｡]|．(?!\d))+[{_CLOSERS}]*"
)
_FOLLOWING: Final = re.compile(rf"(?:{re.escape(BEGINS)}|[{_OPENERS}])*(?P<first>[^{_OPENERS}.!?…,;:])")
_PARTICLE: Final = re.compile(
    r"(?<=[」』）])[とがはをにのもでなやへ、,]"
    rf"|(?<=[」』”])[{HAN}·]{{0,12}}?(?:说道?|說道?|问道?|問道?|表示|指出|强调|強調)(?=[。，！？])"
)
"""What follows 」 or ” when the sentence that quotes goes on: a particle, or who says so in Chinese."""

_ENCLOSED: Final = re.compile(
    r"「[^「」]*」|『[^『』]*』|（[^（）]*）|“[^“”]*”|\"[^\"]*\""
    # A Korean date: 2024. 7. 28. or 7. 28. with the space behind it.
    r"|(?<!\d)\d{4}\.\s?\d{1,2}\.\s?(?:\d{1,2}\.\s)?"
    rf"|(?<![\d.])\d{{1,2}}\.\s?\d{{1,2}}\.\s(?=[{HANGUL}])"
)
_HANGUL: Final = re.compile(f"[{HANGUL}]")
_WORDY: Final = re.compile(r"\w")
_UNCUT: Final = re.compile(rf"{WORD.pattern}|.[{MARKS}]+")


def sentences(text: str) -> list[Span]:
    """Give the sentences in order, white space around them left out."""
    return [span for line in re.finditer(r"[^\n]+", text) for span in _sentences_of_line(text, *line.span())]


def sentence_at(text: str, position: int) -> Span | None:
    """Give the sentence under a caret, or on white space the one before it on the line; None on a blank line.

    A caret before the first sentence of a line gives that one; between two that touch, the second.
    """
    spans = _sentences_of_line(text, *_line_around(text, position))
    return max((span for span in spans if span[0] <= position), default=spans[0] if spans else None)


def sentences_around(text: str, start: int, end: int) -> tuple[Span | None, Span | None]:
    """Give a sentence of context either side of a stretch, None at the ends of the text.

    Where the stretch begins or ends inside a sentence, that is the rest of this sentence; else it is
    the whole sentence before or after, on the nearest line that has one.
    """
    return _context_before(text, start), _context_after(text, end)


def sentence_beside(text: str, start: int, end: int) -> tuple[Span, Span]:
    """Give what stands before and behind a stretch in its sentence; empty where it begins or ends there."""
    return (_sentence_with(text, start)[0], start), (end, max(end, _sentence_with(text, end - 1)[1]))


def snap_to_words(text: str, start: int, end: int) -> Span:
    """Trim white space off a selection, then grow it to the ends of the words it cuts.

    Runs of kana and kanji show no word ends and stay as selected. A blank selection gives an empty one.
    """
    start, end = _trimmed(text, start, end)
    if start == end:
        return start, end
    return _word_cut_at(text, start)[0], _word_cut_at(text, end)[1]


# Passages are asked about by their place, so that the next one is often on the same line.
@lru_cache(maxsize=16)
def _sentences_of_line(text: str, start: int, end: int) -> list[Span]:
    start, end = _trimmed(text, start, end)
    spans = []
    for stop in _stops(text, start, end):
        spans.append((start, stop))
        start = _trimmed(text, stop, end)[0]
    return [*spans, (start, end)] if start < end else []


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    enclosed = _enclosed(text, start, end)
    inside = next(enclosed, None)
    for stop in _STOP.finditer(text, start, end):
        while inside and inside[1] <= stop.start():
            inside = next(enclosed, None)
        if inside and inside[0] < stop.start() and stop.end() < inside[1]:
            continue
        if _ends_sentence(text, start, stop, end):
            start = _trimmed(text, stop.end(), end)[0]
            yield stop.end()


def _enclosed(text: str, start: int, end: int) -> Iterator[Span]:
    """Give the stretches that a sentence runs on over; “ ” only where Korean goes on right behind them."""
    for stretch in _ENCLOSED.finditer(text, start, end):
        if text[stretch.start()] not in '“"' or _HANGUL.match(text, stretch.end()):
            yield stretch.span()


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    if not stop["western"]:
        return stop.end() < end and not _PARTICLE.match(text, stop.end())
    following = _FOLLOWING.match(text, stop.end(), end)
    if not following or following["first"].islower():
        return False
    if stop["western"] != "." or stop["closed"].strip(")"):
        return True
    return not abbreviates(text, start, stop.start(), following.start("first"))


def _context_before(text: str, start: int) -> Span | None:
    line = _line_around(text, start)
    while True:
        spans = _sentences_of_line(text, *line)
        for place in reversed(range(bisect_left(spans, (start, 0)))):
            first, last = _trimmed(text, spans[place][0], min(spans[place][1], start))
            if _WORDY.search(text, first, last):
                return first, last
        if line[0] == 0:
            return None
        line = _line_around(text, line[0] - 1)


def _context_after(text: str, end: int) -> Span | None:
    line = _line_around(text, end)
    while True:
        spans = _sentences_of_line(text, *line)
        for place in range(max(0, bisect_left(spans, (end, 0)) - 1), len(spans)):
            first, last = _trimmed(text, max(spans[place][0], end), spans[place][1])
            if _WORDY.search(text, first, last):
                return first, last
        if line[1] == len(text):
            return None
        line = _line_around(text, line[1] + 1)


def _sentence_with(text: str, place: int) -> Span:
    """Give the sentence that a character is in, or nothing before it."""
    spans = _sentences_of_line(text, *_line_around(text, place))
    start, end = spans[max(0, bisect_left(spans, (place + 1, 0)) - 1)] if spans else (place, place)
    return (start, end) if start <= place < end else (place, place)


def _line_around(text: str, position: int) -> Span:
    end = text.find("\n", position)
    return text.rfind("\n", 0, position) + 1, len(text) if end < 0 else end


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _word_cut_at(text: str, position: int) -> Span:
    """Give the word that has `position` inside it, else the empty stretch at `position`."""
    start = position
    while start and not text[start - 1].isspace():
        start -= 1
    for word in _UNCUT.finditer(text, start):
        if word.end() > position:
            return word.span() if word.start() < position else (position, position)
    return position, position
