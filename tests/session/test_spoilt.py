"""A file that was damaged is told from one that is only held, full or out of reach."""

from __future__ import annotations

import sqlite3

import pytest

from briefer.errors import BrieferError, DamagedError
from briefer.session import TroubleError, UnreadableError, is_spoilt


def because(error: BrieferError, reason: Exception) -> BrieferError:
    error.__cause__ = reason
    return error


def said(name: str) -> sqlite3.DatabaseError:
    reason = sqlite3.DatabaseError("so it is")
    reason.sqlite_errorname = name
    return reason


BYTES = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")
MALFORMED, LOCKED = said("SQLITE_CORRUPT_INDEX"), said("SQLITE_BUSY")


@pytest.mark.parametrize(
    "error",
    [
        DamagedError("dam.brief", "malformed"),
        because(UnreadableError("“dam.brief”", MALFORMED), MALFORMED),
        because(UnreadableError("“dam.brief”", BYTES), BYTES),
        because(TroubleError("Not saved."), MALFORMED),
    ],
)
def test_damage_is_known(error: BrieferError) -> None:
    assert is_spoilt(error)


@pytest.mark.parametrize(
    "error",
    [
        BrieferError("No such passage."),
        because(BrieferError("This is no text."), BYTES),
        because(UnreadableError("“dam.brief”", LOCKED), LOCKED),
        TroubleError("The disk is full."),
    ],
)
def test_nothing_else_is_damage(error: BrieferError) -> None:
    assert not is_spoilt(error)
