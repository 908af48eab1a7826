"""Dates that a report leaves to its reader's calendar: "Sunday", "the 28th", "today"; in English only.

They are resolved against one day that somebody gave, and only where they name that very day: which
other Sunday is meant is never guessed, nor whether the words around make another day of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from typing import Final, NamedTuple

from briefer.wording.sentences import sentences

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY: Final = rf"(?P<weekday>(?i:{'|'.join(_WEEKDAYS)}))"
_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_ORDINAL: Final = r"(?:st|nd|rd|th)"
_YEAR: Final = r"(?P<year>,?\s+\d{4}\b)?"
_RELATIVE: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:{_WEEKDAY},?\s+)?(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?!\d){_ORDINAL}?{_YEAR}",
        rf"\b(?:{_WEEKDAY},?\s+)?(?:the\s+)?(?P<day>\d{{1,2}}){_ORDINAL}?\s+(?:of\s+)?(?P<month>{_MONTH})(?!\w){_YEAR}",
        rf"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince)\s+(?P<words>the\s+(?P<day>\d{{1,2}}){_ORDINAL})\b",
        rf"\b{_WEEKDAY}\b(?!['’]s)",
        r"\b(?P<word>(?i:today|tonight|yesterday|tomorrow))\b(?!['’]s)",
    )
)
"""The longest first: what one has taken, a later one does not; a whole date is taken and not told."""
_THE_DAY: Final = frozenset({"today", "tonight"})
_NEAR: Final = 40
"""Code points before a day in which the word beside it begins."""
_BEFORE: Final = re.compile(r"(?P<word>[\w.’'-]+)[^\S\n]+\Z")
_BEHIND: Final = re.compile(r"[^\S\n]+(?P<word>[\w.’'-]+)")
_OTHER: Final = frozenset(
    """
    a an another any coming each every first following fourth half last most next one other past previous
    second some third week
    """.split()  # noqa: SIM905 - a list of words reads better so
)
"""Words before a day that make another one of it, or any."""
_OTHER_DAY: Final = re.compile(
    r",?\s+(?:of\s+)?(?:the\s+)?(?:(?:last|next|previous|following|same|every|each)\b"
    r"|(?:\w+\s+){0,2}(?:year|month|week)s?\s+(?:ago|before|earlier|later|after)\b)",
    re.IGNORECASE,
)
_A_YEAR: Final = re.compile(r"(?<![\w.,])(?:1\d|20)\d\d(?![\w]|[.,]\d)")
_NO_NAMES: Final = re.compile(
    r"(?:On|By|Until|Since|Before|After|From|Late|Early|The|This"
    rf"|{'|'.join(map(str.title, _WEEKDAYS))}|{_MONTH})\Z"
)
"""Words with a capital that leave a day what it is."""
_PAST: Final = re.compile(
    r"(?!(?:used|needed|hundred|sacred|naked|wicked|hatred)\b)"
    r"(?:\w{2,}(?<!e)ed|\w*(?:agr|fr|guarant|decr)eed"
    r"|met|said|told|held|gave|made|took|came|began|spoke|went|left|saw|won|lost)\Z"
)
"""Forms of verbs beside which “today” is a day, and not the present time."""


class RelativeDate(NamedTuple):
    """Words at `start` to `end` (code points) of a text, and the day they name (None: not resolved)."""

    start: int
    end: int
    words: str
    day: date | None


def relative_dates(text: str, event: date | None, before: str = "", behind: str = "") -> list[RelativeDate]:
    """Return what names a day without its year, in order; resolved where it names the event's day.

    What stands before and behind the text is read too: the words of a day may go on there.
    """
    whole, first, last = before + text + behind, len(before), len(before) + len(text)
    calendar = _Calendar(whole, event) if event else None
    found: dict[int, RelativeDate] = {}
    taken = [False] * len(whole)
    for pattern in _RELATIVE:
        for match in pattern.finditer(whole):
            start, end = match.span("words" if "words" in pattern.groupindex else 0)
            if any(taken[start:end]):
                continue
            taken[start:end] = [True] * (end - start)
            own = slice(max(start, first), min(end, last))
            parts = match.groupdict()
            if parts.get("year") is None and whole[own].strip():
                day = event if calendar and calendar.names_the_day(parts, start, end) else None
                found[own.start] = RelativeDate(own.start - first, own.stop - first, whole[own], day)
    return [found[start] for start in sorted(found)]


def _names(parts: dict[str, str | None], event: date) -> bool:
    """Tell whether every part that is given is the event's."""
    weekday, month, day = parts.get("weekday"), parts.get("month"), parts.get("day")
    word = parts.get("word")
    return (
        (weekday is None or _WEEKDAYS[event.weekday()] == weekday.lower())
        and (month is None or _MONTHS[event.month - 1] == month[:3].lower())
        and (day is None or int(day) == event.day)
        and (word is None or word.lower() in _THE_DAY)
    )


class _Calendar:
    """Tells of the words of one text whether they name the day of the event."""

    def __init__(self, text: str, event: date) -> None:
        self._text = text
        self._event = event
        self._starts = [start for start, _ in sentences(text)]
        years = (year.start() for year in _A_YEAR.finditer(text) if int(year[0]) != event.year)
        self._of_other_years = {bisect_right(self._starts, place) for place in years}

    def names_the_day(self, parts: dict[str, str | None], start: int, end: int) -> bool:
        """Tell it of the stretch that these parts of a date stand in."""
        return (
            _names(parts, self._event)
            and bisect_right(self._starts, start) not in self._of_other_years
            and _is_one_day(self._text, start, end)
        )


def _is_one_day(text: str, start: int, end: int) -> bool:
    """Tell whether no word beside the words says that they name another day, any day, or no day at all."""
    before = _BEFORE.search(text, max(0, start - _NEAR), start)
    behind = _BEHIND.match(text, end)
    left, right = (found["word"] if found else "" for found in (before, behind))
    left = "" if left.endswith(".") else left
    if left.lower() in _OTHER or _OTHER_DAY.match(text, end):
        return False
    named = text[start:end]
    if named == "today" or (named == "Today" and not left):
        return bool(_PAST.match(left) or _PAST.match(right))
    return not (_is_name(left) or _is_name(right))


def _is_name(word: str) -> bool:
    return word[:1].isupper() and not _NO_NAMES.match(word)
