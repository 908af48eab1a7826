"""Lines, paragraphs and occurrences, as notes cite them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefer.paths import seeds
from briefer.wording.locating import Lines, line_of, occurrences, paragraph_of

LINES = st.text(alphabet="ab \u00a0\n", max_size=30)


def test_a_paragraph_is_a_line_that_is_not_blank() -> None:
    text = "One\n\n\u00a0\nTwo\nThree"
    assert [
        (line_of(text, text.index(word)), paragraph_of(text, text.index(word)))
        for word in ("One", "Two", "Three")
    ] == [
        (1, 1),
        (4, 2),
        (5, 3),
    ]


def test_a_line_feed_and_a_blank_line_belong_to_what_stands_before_them() -> None:
    assert [line_of("\nOne\n\n", place) for place in (0, 1, 4, 5)] == [1, 2, 2, 3]
    assert [paragraph_of("\nOne\n\n", place) for place in (0, 1, 4, 5)] == [0, 1, 1, 1]


def test_the_memorandum_of_the_fourth_seed_stands_in_its_last_paragraph() -> None:
    text = next(seeds().glob("003_*.txt")).read_bytes().decode()
    place = text.index("Before the meeting")
    assert (line_of(text, place), paragraph_of(text, place)) == (45, 15)


@given(LINES, st.integers(0, 30))
def test_prepared_lines_answer_as_the_text_does(text: str, position: int) -> None:
    position = min(position, len(text))
    lines = Lines.of(text)
    assert lines.line_of(position) == line_of(text, position)
    assert lines.paragraph_of(position) == paragraph_of(text, position)
    assert lines.paragraphs[-1] == sum(1 for line in text.split("\n") if line.strip())


def test_occurrences_are_exact_and_may_overlap() -> None:
    assert occurrences("anana Anana", "ana") == [0, 2, 8]
    assert occurrences("Yo\u0304ko", "Yōko") == []
    assert occurrences("anything", "") == []


@given(LINES, st.text(alphabet="ab ", min_size=1, max_size=3))
def test_every_occurrence_is_the_quote(text: str, quote: str) -> None:
    places = occurrences(text, quote)
    assert places == [place for place in range(len(text)) if text.startswith(quote, place)]
