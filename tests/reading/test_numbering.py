"""The numbers of lists are written as their form wants it, and begin again where they should."""

from __future__ import annotations

import pytest

from briefer.reading.numbering import Counts, Level, bullet, numeral


@pytest.mark.parametrize(
    ("form", "numbers", "written"),
    [
        ("decimal", (1, 10), "1 10"),
        ("decimalZero", (1, 10), "01 10"),
        ("lowerLetter", (1, 26, 27, 53, 781, 0), "a z aa aaa 781 0"),
        ("upperLetter", (2,), "B"),
        ("lowerRoman", (4, 9, 40), "iv ix xl"),
        ("upperRoman", (1994, 3999, 4000), "MCMXCIV MMMCMXCIX 4000"),
        ("ganada", (1, 14, 15), "가 하 15"),
        ("japaneseCounting", (1, 10, 12, 20, 21, 100), "一 十 十二 二十 二十一 100"),
        ("a form of tomorrow", (3,), "3"),
        ("none", (3,), ""),
    ],
)
def test_a_number_is_written_as_its_form_wants_it(form: str, numbers: tuple[int, ...], written: str) -> None:
    assert " ".join(numeral(number, form) for number in numbers) == written


def test_a_bullet_that_only_a_font_of_signs_can_draw_is_drawn_as_any_bullet() -> None:
    assert [bullet(sign) for sign in ("–", "►", "\uf0b7", "o", "")] == ["–", "►", "•", "•", "•"]


def test_numbers_of_a_depth_begin_again_below_a_new_point_of_a_depth_above() -> None:
    levels = {0: Level(words="%1."), 1: Level("lowerLetter", "(%2)"), 2: Level("bullet", "–")}
    counts = Counts()
    assert [counts.next(depth, levels) for depth in (0, 1, 1, 2, 0, 1)] == [
        "1. ", "(a) ", "(b) ", "– ", "2. ", "(a) ",
    ]  # fmt: skip


def test_numbers_go_on_where_they_are_told_to() -> None:
    levels = {0: Level(words="%1."), 1: Level(words="%2.", restart=0), 2: Level(words="%3.", restart=1)}
    counts = Counts()
    assert [counts.next(depth, levels).strip() for depth in (0, 1, 2, 1, 2, 0, 1, 2)] == [
        "1.", "1.", "1.", "2.", "2.", "2.", "3.", "1.",
    ]  # fmt: skip


def test_a_number_may_name_those_above_it_also_in_digits() -> None:
    levels = {0: Level("upperRoman", "%1"), 1: Level(words="%1.%2"), 2: Level(words="%1.%3", decimal=True)}
    counts = Counts()
    assert [counts.next(depth, levels) for depth in (1, 0, 1, 2)] == ["I.1 ", "I ", "I.1 ", "1.1 "]


def test_what_has_no_form_has_no_number() -> None:
    counts = Counts()
    assert counts.next(3, {}) == counts.next(0, {0: Level(words=" ")}) == ""
