"""Dates that a report leaves to its reader's calendar: "Sunday", "the 28th", "today"; in English only.

They are resolved against one day that somebody gave, and only where they name that very day: which
other Sunday is meant is never guessed.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

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


class RelativeDate(NamedTuple):
    """Words at `start` to `end` (code points) of a text, and the day they name (None: not resolved)."""

    start: int
    end: int
    words: str
    day: date | None


def relative_dates(text: str, event: date | None) -> list[RelativeDate]:
    """Return what names a day without its year, in order; resolved where it names the event's day."""
    found: dict[int, RelativeDate] = {}
    taken = [False] * len(text)
    for pattern in _RELATIVE:
        for match in pattern.finditer(text):
            start, end = match.span("words" if "words" in pattern.groupindex else 0)
            if not any(taken[start:end]):
                taken[start:end] = [True] * (end - start)
                parts = match.groupdict()
                if parts.get("year") is None:
                    day = event if event is not None and _names(parts, event) else None
                    found[start] = RelativeDate(start, end, text[start:end], day)
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
