"""Heads and feet of pages return; headings, speakers and cells of tables do too, and are none."""

from __future__ import annotations

import pytest

from briefer.wording.hygiene import hygiene
from briefer.wording.returning import returning


def pages(*heads: str, length: int = 900) -> str:
    """Put heads above so many code points of text each."""
    return "\n\n".join(
        f"{head}\n\n{f'No {place} was said twice here, nor there '.ljust(length, 'x')}."
        for place, head in enumerate(heads)
    )


def marked(text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in hygiene(text) if mark.kind == "furniture"]


@pytest.mark.parametrize(
    "heads",
    [
        ("Grain Markets Review — February 2026",) * 3,
        ("Grain Markets 1", "Grain Markets 2", "Grain Markets 3"),
        ("Grain Markets 2", "Grain Markets 4", "GRAIN MARKETS 6"),
        ("Review | 12", "Review | 13", "Review | 14"),
        ("UNCLASSIFIED",) * 4,
        ("1", "2", "3"),
        ("Page 1", "Page 2 of 9", "- 3 -", "4ページ"),
        ("Page 1", "Page 2", "Page 3"),
        ("3 of 9 pages", "4 of 9 pages", "5 of 9 pages"),
        ("Top",) * 3,
        ("国際情勢",) * 3,
    ],
)
def test_running_heads_and_page_numbers_are_marked(heads: tuple[str, ...]) -> None:
    assert marked(pages(*heads)) == [*heads]


@pytest.mark.parametrize(
    "heads",
    [
        ("Article 1", "Article 2", "Article 3"),
        ("1990", "1991", "1992"),
        ("* * *",) * 4,
        ("The dam held.",) * 4,
        ("QUESTION:",) * 4,
        ("The dam", "The dam"),
        ("The dam 1", "The dam 7", "The dam 30"),
    ],
)
def test_headings_and_sentences_that_return_are_not_marked(heads: tuple[str, ...]) -> None:
    assert marked(pages(*heads)) == []


def test_names_of_speakers_and_cells_of_tables_stand_closer_than_heads() -> None:
    assert marked(pages(*["Secretary Blinken"] * 9, length=200)) == []


def test_another_number_on_a_line_of_its_own_does_not_hide_those_of_pages() -> None:
    assert marked(pages("1", "2", "3", "4", "3")) == ["1", "2", "3", "4"]


def test_numbers_in_heads_stay_or_count_with_the_pages() -> None:
    left, right = [["2 The Journal", "It held"], ["4 The  journal", "It fell"]], [["Dams 3"], ["Dams 5"]]
    assert returning([left[0], right[0], left[1], right[1]]) == [1, 1, 1, 1]
    assert returning([["Dams 3"], ["Dams 9"], ["Dams"]]) == [0, 0, 0]
    assert returning([["Dams", "1"], ["Dams", "2"], []]) == [2, 2, 0]
