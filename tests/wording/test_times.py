"""Moments in words."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone

from briefer.wording.times import when


def test_times_are_said_as_people_say_them() -> None:
    now = "2026-11-22T12:00:00Z"
    tokyo = timezone(timedelta(hours=9))
    assert when("2026-11-22T09:05:00Z", now, UTC) == "today 09:05"
    assert when("2026-11-21T15:05:00Z", now, tokyo) == "today 00:05"
    assert when("2026-11-21T14:05:00Z", now, tokyo) == "yesterday 23:05"
    assert when("2026-05-03T09:05:00Z", now, UTC) == "3 May 09:05"
    assert when("2025-05-03T09:05:00Z", now, UTC) == "3 May 2025 09:05"
    assert when("long ago", now, UTC) == "long ago"
