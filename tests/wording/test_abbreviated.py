"""Short forms, written out where they are first used."""

from __future__ import annotations

from briefer.wording.abbreviated import FirstUses

USFJ = {"USFJ": "U.S. Forces Japan", "2+2": "Security Consultative Committee", "US": "United States"}


def test_the_first_use_is_written_out_and_no_other() -> None:
    uses = FirstUses(USFJ)
    assert uses.written_out("USFJ grows; USFJ stays.") == "U.S. Forces Japan (USFJ) grows; USFJ stays."
    assert uses.written_out("USFJ and the 2+2.") == "USFJ and the Security Consultative Committee (2+2)."


def test_what_is_written_out_already_is_not_doubled() -> None:
    uses = FirstUses(USFJ)
    assert uses.written_out("u.s. forces Japan (USFJ) grows.") == "u.s. forces Japan (USFJ) grows."
    assert uses.written_out("USFJ") == "USFJ"
    assert FirstUses(USFJ).written_out("U.S. Forces\u00a0Japan\n(USFJ)") == "U.S. Forces\u00a0Japan\n(USFJ)"


def test_what_somebody_said_stays_as_it_is() -> None:
    uses = FirstUses(USFJ)
    assert uses.written_out("“It grew,\nUSFJ stays”") == "“It grew,\nUSFJ stays”"
    assert uses.written_out("“USFJ grew”, USFJ said.") == "“USFJ grew”, U.S. Forces Japan (USFJ) said."


def test_a_form_is_a_whole_word() -> None:
    uses = FirstUses(USFJ)
    assert uses.written_out("BUS USFJX 12+2 US-based 2+22 U.S.") == "BUS USFJX 12+2 US-based 2+22 U.S."
    assert FirstUses({}).written_out("USFJ") == "USFJ"
