"""What a query finds, and how a hit reads in its line."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.wording.folding import fold
from briefer.wording.seeking import Query, context

LETTERS = st.text(alphabet='aAb é“”"’—-\n\u00a0ﬁ한か…', max_size=40)


def found(text: str, query: Query) -> list[str]:
    return [text[start:end] for start, end in query.places(query.fold(text))]


def test_case_and_marks_do_not_matter_unless_they_are_asked_for() -> None:
    text = "“Dam” dam Dām damage"
    assert found(text, Query("dam")) == ["Dam", "dam", "Dām", "dam"]
    assert found(text, Query("Dam", match_case=True)) == ["Dam", "Dām"]
    assert found(text, Query("dam", whole_words=True)) == ["Dam", "dam", "Dām"]


@pytest.mark.parametrize("words", ["", " ", "\u00a0"])
def test_blanks_are_nothing_to_look_for(words: str) -> None:
    assert not Query(words)
    assert found("the dam", Query(words)) == []


@given(LETTERS, LETTERS.filter(str.strip), st.booleans())
def test_each_place_reads_like_the_query_and_none_is_missed(text: str, words: str, match_case: bool) -> None:
    query = Query(words, match_case=match_case)
    folded, sought = query.fold(text), query.fold(words).text
    places = query.places(folded)
    assert all(sought in fold(text[start:end], keep_case=match_case).text for start, end in places)
    naive, place = 0, folded.text.find(sought) if sought else -1
    while place >= 0:
        start, end = folded.span(place, place + len(sought))
        assert any(first <= start and (end <= last or start < last) for first, last in places)
        naive, place = naive + 1, folded.text.find(sought, place + len(sought))
    assert len(places) <= naive
    assert all(first[1] <= second[0] for first, second in pairwise(places))


@pytest.mark.parametrize(
    ("text", "words", "before", "after"),
    [
        ("The dam held.", "dam", "The ", " held."),
        ("Above.\n  The dam held.\nBelow.", "dam", "The ", " held."),
        (
            "x" * 10 + " and the ministers of both countries met in Tokyo",
            "met",
            "…ministers of both countries ",
            None,
        ),
        ("会" * 60 + "談", "談", "…" + "会" * 15, ""),
        ("dam " + "word " * 60, "dam", "", None),
        ("dam" + "語" * 200, "dam", "", "語" * 130 + "…"),
    ],
)
def test_a_hit_is_read_in_its_line(text: str, words: str, before: str, after: str | None) -> None:
    start = text.index(words)
    reading = context(text, start, start + len(words))
    assert reading.before == before
    assert reading.words == words
    if after is not None:
        assert reading.after == after


def test_a_line_that_is_cut_ends_with_a_whole_word() -> None:
    reading = context("dam " + "word " * 60, 0, 3)
    assert reading.after.endswith(" word…")
    assert len(reading.after) < 132


def test_a_hit_over_the_end_of_a_line_reads_as_one_line() -> None:
    assert context("so extended\n\ndeterrence goes", 3, 23) == ("so ", "extended deterrence", " goes")
