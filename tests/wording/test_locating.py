"""Lines, paragraphs and occurrences, as notes cite them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefer.paths import seeds
from briefer.wording.locating import Lines, occurrences

LINES = st.text(alphabet="ab \u00a0\n", max_size=30)


def place_of(text: str, position: int) -> tuple[int, int]:
    """Give the line and the paragraph of a code point."""
    lines = Lines.of(text)
    return lines.line_of(position), lines.paragraph_of(position)


def test_a_paragraph_is_a_line_that_is_not_blank() -> None:
    text = "One\n\n\u00a0\nTwo\nThree"
    assert [place_of(text, text.index(word)) for word in ("One", "Two", "Three")] == [(1, 1), (4, 2), (5, 3)]


def test_a_line_feed_and_a_blank_line_belong_to_what_stands_before_them() -> None:
    places = [place_of("\nOne\n\n", position) for position in (0, 1, 4, 5)]
    assert places == [(1, 0), (2, 1), (2, 1), (3, 1)]


def test_the_memorandum_of_the_fourth_seed_stands_in_its_last_paragraph() -> None:
    text = next(seeds().glob("003_*.txt")).read_bytes().decode()
    assert place_of(text, text.index("Before the meeting")) == (45, 15)


@given(LINES, st.integers(0, 30))
def test_lines_and_paragraphs_count_what_stands_up_to_a_place(text: str, position: int) -> None:
    position = min(position, len(text))
    line = text.count("\n", 0, position)
    read = text.split("\n")[: line + 1]
    assert place_of(text, position) == (line + 1, sum(1 for words in read if words.strip()))


def test_occurrences_are_exact_and_may_overlap() -> None:
    assert occurrences("anana Anana", "ana") == [0, 2, 8]
    assert occurrences("Yo\u0304ko", "Yōko") == []
    assert occurrences("anything", "") == []


@given(LINES, st.text(alphabet="ab ", min_size=1, max_size=3))
def test_every_occurrence_is_the_quote(text: str, quote: str) -> None:
    places = occurrences(text, quote)
    assert places == [place for place in range(len(text)) if text.startswith(quote, place)]
