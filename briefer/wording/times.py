"""Moments as people say them, in English whatever the desktop speaks."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from typing import Final

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def when(at: str, now: str, zone: tzinfo | None = None) -> str:
    """Say when something was, both times in ISO 8601: "today 14:05", "3 May 14:05", "3 May 2025 14:05".

    In the zone of this computer unless another is given. What is no time is said as it stands.
    """
    try:
        then, today = (datetime.fromisoformat(time).astimezone(zone) for time in (at, now))
    except (ValueError, OverflowError):
        return at
    if then.date() == today.date():
        return f"today {then:%H:%M}"
    if then.date() == today.date() - timedelta(days=1):
        return f"yesterday {then:%H:%M}"
    year = "" if then.year == today.year else f" {then.year}"
    return f"{then.day} {_MONTHS[then.month - 1]}{year} {then:%H:%M}"
