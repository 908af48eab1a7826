from __future__ import annotations

import json
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from briefer import paths

FONTS = sorted(paths.resources("fonts").glob("*.ttf"))
COVERAGE = json.loads((paths.resources("fonts") / "coverage.json").read_text("utf-8"))


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_coverage_says_of_a_font_exactly_what_it_holds(font: Path) -> None:
    told = {code for first, last in COVERAGE[font.stem] for code in range(first, last + 1)}
    with TTFont(font, lazy=True) as tables:
        assert told == set(tables.getBestCmap())


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_a_font_has_outlines_that_a_pdf_can_carry_and_the_free_licence(font: Path) -> None:
    with TTFont(font, lazy=True) as tables:
        assert "glyf" in tables
        assert "Open Font License" in tables["name"].getDebugName(13)


def test_coverage_names_the_fonts_that_are_there() -> None:
    assert sorted(COVERAGE) == [font.stem for font in FONTS]


@pytest.mark.parametrize(
    "text", ["Yōko “Kamikawa” – ‘2+2’…", "본문 바로가기", "日米安全保障協議委員会 よこ", "Россия Ελλάς"]
)
def test_between_them_the_fonts_hold_the_words_of_the_sources(text: str) -> None:
    held = {code for pairs in COVERAGE.values() for first, last in pairs for code in range(first, last + 1)}
    assert {ord(character) for character in text} <= held
