"""Which characters the fonts can show."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefer.wording.coverage import Coverage, read_coverage

RANGES = {"Latin": [[0x20, 0x7E], [0xA0, 0x24F]], "Kanji": [[0x4E00, 0x9FFF], [0x3041, 0x3096]]}
FONTS = ["Latin", "Kanji"]


def test_the_first_font_of_the_order_that_shows_a_character_is_taken() -> None:
    coverage = Coverage.of({**RANGES, "Other": [[0x41, 0x41]]})
    assert coverage.font_for("A", ["Other", "Latin"]) == "Other"
    assert coverage.font_for("あ", FONTS) == "Kanji"
    assert coverage.font_for("한", FONTS) is None
    assert coverage.font_for("A", ["unknown"]) is None


def test_every_character_that_no_font_shows_is_named_with_its_place() -> None:
    assert Coverage.of(RANGES).missing("A한あ\x7f😀한", FONTS) == [(1, "한"), (4, "😀"), (5, "한")]


def test_what_has_nothing_to_show_is_never_missing() -> None:
    assert Coverage.of(RANGES).missing("one\n\ttwo\u00ad\u200b", FONTS) == []


@given(st.characters())
def test_a_font_shows_what_its_ranges_hold(character: str) -> None:
    held = any(first <= ord(character) <= last for first, last in RANGES["Kanji"])
    assert Coverage.of(RANGES).shows("Kanji", character) == held


def test_the_shipped_file_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "coverage.json"
    file.write_text(json.dumps(RANGES), encoding="utf-8")
    coverage = read_coverage(file)
    assert coverage == Coverage.of(RANGES)
    assert read_coverage(file) is coverage
