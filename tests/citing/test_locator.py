from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefer.citing.locator import Locator, locate, locator_words
from briefer.wording.locating import Lines

TEXT = "One.\n\nTwo.\n\u00a0\nThree."


def where(quote: str) -> str:
    start = TEXT.index(quote)
    return locator_words([locate(Lines.of(TEXT), start, start + len(quote))])


def test_a_paragraph_is_a_line_that_is_not_blank() -> None:
    assert where("One") == "para. 1, line 1"
    assert where("Two.") == "para. 2, line 3"
    assert where("Three.") == "para. 3, line 5"


def test_a_passage_over_several_lines_names_the_first_and_the_last() -> None:
    assert where("One.\n\nTwo.") == "paras. 1–2, lines 1–3"


def test_several_places_join_in_order_and_once() -> None:
    places = [Locator(7, 9, 18, 22), Locator(4, 4, 12, 12), Locator(4, 4, 12, 12)]
    assert locator_words(places) == "paras. 4 and 7–9, lines 12 and 18–22"
    assert locator_words([*places, Locator(10, 10, 30, 30)]) == "paras. 4, 7–9 and 10, lines 12, 18–22 and 30"


@given(st.text(alphabet="a \n\u00a0", min_size=1), st.data())
def test_places_are_those_one_counts_by_hand(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = locate(Lines.of(text), start, end)
    assert found.line == text.count("\n", 0, start) + 1
    assert found.last_line == text.count("\n", 0, end - 1) + 1
    filled = [number for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if text[start:end].strip():
        touched = [number for number in filled if found.line <= number <= found.last_line]
        assert found.paragraph == filled.index(touched[0]) + 1
        assert found.last_paragraph == filled.index(touched[-1]) + 1


def test_the_page_of_a_file_goes_before_the_paragraph() -> None:
    lines, pages = Lines.of("One.\nTwo.\nThree."), (0, 5, 10)
    across = locate(lines, 0, 9, pages)
    assert locator_words([locate(lines, 5, 9, pages)]) == "p. 2, para. 2, line 2"
    assert locator_words([across]) == "pp. 1–2, paras. 1–2, lines 1–2"
    assert locator_words([across, locate(lines, 10, 14)]) == "pp. 1–2, paras. 1–2 and 3, lines 1–2 and 3"
