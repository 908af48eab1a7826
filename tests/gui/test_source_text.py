"""Places in the stored text and in the widget's are the same places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefer.gui.panes.source_text import LONGEST_PARAGRAPH, ShownText

LETTERS = st.sampled_from("ab \n\u00a0é본😀𝒳e\u0301")
TEXTS = st.text(LETTERS, max_size=60)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS, st.data())
def test_a_place_goes_there_and_back(body: str, data: st.DataObject) -> None:
    text = ShownText(body)
    offset = data.draw(st.integers(0, len(body)))
    assert text.to_shown(offset) == units(body[:offset])
    assert text.to_stored(text.to_shown(offset)) == offset


@given(TEXTS, st.data())
def test_a_shown_stretch_is_the_stored_stretch(body: str, data: st.DataObject) -> None:
    text = ShownText(body)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(body))] * 2)))
    shown = text.shown.encode("utf-16-le")[2 * text.to_shown(start) : 2 * text.to_shown(end)]
    assert shown.decode("utf-16-le") == body[start:end]


@given(st.lists(st.sampled_from(["word ", "😀", "x" * 700, "\n", "本。" * 300]), max_size=40), st.data())
def test_long_lines_are_parted_without_moving_a_place(parts: list[str], data: st.DataObject) -> None:
    body = "".join(parts)
    text = ShownText(body)
    assert all(len(line) <= LONGEST_PARAGRAPH for line in text.shown.split("\n"))
    offset = data.draw(st.integers(0, len(body)))
    assert text.to_stored(text.to_shown(offset)) == offset
    if offset:
        assert text.to_stored(text.end_to_shown(offset)) == offset
        assert text.to_shown(offset - 1) < text.end_to_shown(offset) <= text.to_shown(offset)


@given(TEXTS)
def test_every_shown_place_has_a_stored_one_in_the_same_order(body: str) -> None:
    text = ShownText(body)
    stored = [text.to_stored(place) for place in range(units(body) + 1)]
    assert stored == sorted(stored)
    assert stored[0] == 0
    assert stored[-1] == len(body)


def test_the_middle_of_a_surrogate_pair_is_the_place_after_it() -> None:
    assert ShownText("a😀b").to_stored(2) == 2


def test_a_line_without_blanks_is_cut_where_it_must() -> None:
    assert ShownText("x" * 12_000).shown.count("\n") == 2


def test_ordinary_text_is_shown_as_it_stands() -> None:
    body = "Yōko\u00a0Kamikawa\t본문\n\nTop"
    assert ShownText(body).shown == body
