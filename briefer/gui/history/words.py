"""The history in words: when something was done, and what a jump came to."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from typing import Final

from briefer.session import Jump
from briefer.wording.counted import counted

THE_BEGINNING: Final = "The beginning"


def when(at: str, now: str, zone: tzinfo | None = None) -> str:
    """Say when something was done, both times in ISO 8601: "today 14:05", "3 May 14:05", "3 May 2025 14:05".

    In the zone of this computer unless another is given. What is no time is said as it stands.
    """
    try:
        done, today = (datetime.fromisoformat(time).astimezone(zone) for time in (at, now))
    except (ValueError, OverflowError):
        return at
    if done.date() == today.date():
        return f"today {done:%H:%M}"
    if done.date() == today.date() - timedelta(days=1):
        return f"yesterday {done:%H:%M}"
    year = "" if done.year == today.year else f" {done.year}"
    return f"{done.day} {done:%b}{year} {done:%H:%M}"


def told(jump: Jump) -> str:
    """Say where a jump led: "Went back 12 steps, to: Tag as Threats"."""
    place = jump.change.label or THE_BEGINNING.lower()
    if jump.back and jump.forth:
        return f"Went back {counted(jump.back, 'step')} and on {jump.forth}, to: {place}"
    if jump.back:
        return f"Went back {counted(jump.back, 'step')}, to: {place}"
    if jump.forth:
        return f"Went on {counted(jump.forth, 'step')}, to: {place}"
    return f"The project stands there already: {place}"
