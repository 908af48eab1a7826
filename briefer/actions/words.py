"""Words that a user typed or pasted, before they become part of a record."""

from __future__ import annotations

from datetime import date

from briefer.errors import BrieferError
from briefer.wording.control import clean
from briefer.wording.directions import undirected

LONGEST = 100_000


def typed(words: str) -> str:
    """Return typed words without control characters and without space around them.

    Raises BrieferError when they are too many for one field.
    """
    found = clean(words)[0].strip()
    if len(found) > LONGEST:
        raise BrieferError(f"That is {len(found):,} characters; cut it below {LONGEST:,}.")
    return found


def typed_line(words: str) -> str:
    """Return typed words as one line, which turns round nothing behind it."""
    return " ".join(typed(undirected(words)).splitlines())


def is_a_day(words: str) -> bool:
    """Tell whether a date written as 2024-07-28 is in the calendar."""
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True
