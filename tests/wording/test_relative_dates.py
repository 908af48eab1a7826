"""Days that a report names without their year."""

from __future__ import annotations

from datetime import date

import pytest

from briefer.wording.relative_dates import relative_dates

EVENT = date(2024, 7, 28)  # a Sunday


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The United States and Japan convened on Sunday to announce", "Sunday"),
        ("a (2+2) meeting held in Tokyo, Japan on the 28th [Image", "the 28th"),
        ("They met today in Tokyo.", "today"),
        ("on Sunday, July 28th, in Tokyo", "Sunday, July 28th"),
        ("They met July 28.", "July 28"),
        ("on 28 July in Tokyo", "28 July"),
        ("the 28th of July", "the 28th of July"),
        ("On Sunday, 50 ministers met", "Sunday"),
        ("The United States and Japan today condemned it.", "today"),
        ("The ministers disagreed today.", "today"),
        ("TOKYO, July 28 (Kyodo)", "July 28"),
        ("They met on Sunday in 2024.", "Sunday"),
        ("They met on Sunday. The treaty of 1951 holds.", "Sunday"),
        ("They met in Tokyo. Sunday was hot.", "Sunday"),
        ("They met in Tokyo. Today met them.", "Today"),
    ],
)
def test_what_names_the_day_of_the_event_is_resolved(text: str, words: str) -> None:
    (found,) = relative_dates(text, EVENT)
    assert (found.words, found.day) == (words, EVENT)
    assert text[found.start : found.end] == words
    assert relative_dates(text, None)[0].day is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("on Monday", "Monday"),
        ("Monday, July 28", "Monday, July 28"),
        ("on the 27th", "the 27th"),
        ("July 27", "July 27"),
        ("June 28", "June 28"),
        ("yesterday", "yesterday"),
    ],
)
def test_which_other_day_is_meant_is_never_guessed(text: str, words: str) -> None:
    (found,) = relative_dates(text, EVENT)
    assert (found.words, found.day) == (words, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They will meet again next Sunday in Seoul.", "Sunday"),
        ("The talks last Sunday had failed.", "Sunday"),
        ("the previous Sunday", "Sunday"),
        ("the following Sunday", "Sunday"),
        ("this coming Sunday", "Sunday"),
        ("this past Sunday", "Sunday"),
        ("Trains stop every Sunday.", "Sunday"),
        ("each Sunday", "Sunday"),
        ("on a Sunday", "Sunday"),
        ("He told the Sunday Times that the base stays.", "Sunday"),
        ("On Bloody Sunday nobody spoke.", "Sunday"),
        ("July 28 of last year was worse.", "July 28"),
        ("on the 28th of last month", "the 28th"),
        ("July 28 two years ago", "July 28"),
        ("the 28 July Movement", "the 28 July"),
        ("The treaty of 28 July was signed in 1951.", "28 July"),
        ("What Japan is today, it owes to them.", "today"),
        ("People need today what they had.", "today"),
        ("Indeed today the region is calm.", "today"),
        ("The speed today is low.", "today"),
        ("They are three hundred today.", "today"),
        ("Today Japan is strong.", "Today"),
        ("He told USA Today in Tokyo.", "Today"),
        ("USA Today reported it.", "Today"),
        ("on the first Sunday of the month", "Sunday"),
    ],
)
def test_a_day_that_the_words_around_make_another_is_not_resolved(text: str, words: str) -> None:
    (found,) = relative_dates(text, EVENT)
    assert (found.words, found.day) == (words, None)


@pytest.mark.parametrize(
    "text",
    [
        "July 28, 2024",
        "28 July 2024",
        "July 28th, 2024",
        "28 Jul. 2024",
        "on the 28th of July 2024",
        "Sunday, July 21, 2024",
        "Sunday 21 July 2024",
        "in March",
        "the 28th meeting",
        "today’s threats",
        "Sunday's talks",
        "2+2",
    ],
)
def test_what_is_a_whole_date_or_none_is_left_alone(text: str) -> None:
    assert relative_dates(text, EVENT) == []


def test_several_are_told_in_their_order() -> None:
    found = relative_dates("today, then Friday, then on the 28th", EVENT)
    assert [one.words for one in found] == ["today", "Friday", "the 28th"]


@pytest.mark.parametrize(
    ("before", "text", "behind", "words", "day"),
    [
        ("They will meet next ", "Sunday in Seoul", ".", "Sunday", None),
        ("", "They signed on July 28", " of last year.", "July 28", None),
        ("In 1951, on ", "Sunday", ", they met.", "Sunday", None),
        ("They met on ", "Sunday in Tokyo", ".", "Sunday", EVENT),
        ("They met on Sunday, ", "July 28, in Tokyo", ".", "July 28", EVENT),
        ("On Monday ", "they met on the 28th", "", "the 28th", EVENT),
    ],
)
def test_what_stands_beside_the_words_is_read_too(
    before: str, text: str, behind: str, words: str, day: date | None
) -> None:
    (found,) = relative_dates(text, EVENT, before, behind)
    assert (found.words, found.day) == (words, day)
    assert text[found.start : found.end] == words


def test_a_year_that_stands_behind_the_words_makes_a_whole_date() -> None:
    assert relative_dates("They signed on July 28", EVENT, "", ", 1951.") == []


@pytest.mark.parametrize("text", ["Sunday. ", "Sunday ", "1951 ", "Sunday 1951. "])
def test_long_texts_are_looked_through_once(text: str) -> None:
    assert len(relative_dates(text * 20_000, EVENT)) <= 20_000
