"""An end of a stretch drawn to another word or character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.wording.stretching import END, START, drawn, stepped

TEXT = "“It held,” the U.S.’s mayor said.\n\n東京で。Then it  fell."
PROSE = st.text(alphabet="aB .,“”’-1\n東京가", min_size=2, max_size=40)
BY = st.sampled_from([-1, 1])


def of(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("words", "end", "to", "said"),
    [
        ("the", END, "yor", "the U.S.’s mayor"),
        ("the U.S.’s mayor", END, "S.’s", "the U.S.’s"),
        ("mayor", START, "S.’s", "U.S.’s mayor"),
        ("mayor said", START, "aid", "said"),
        ("mayor", END, "“It", "mayor"),
        ("mayor", START, "Then", "mayor"),
        ("said.", END, "\n東", "said."),
        ("said.", END, "京", "said.\n\n東"),
    ],
)
def test_an_end_drawn_into_a_word_takes_the_whole_word(words: str, end: int, to: str, said: str) -> None:
    assert TEXT[slice(*drawn(TEXT, of(words), end, TEXT.index(to)))] == said


def test_an_exact_end_stays_where_it_was_put() -> None:
    assert TEXT[slice(*drawn(TEXT, of("mayor"), END, TEXT.index("yor"), exact=True))] == "ma"
    assert TEXT[slice(*drawn(TEXT, of("mayor"), START, TEXT.index("yor"), exact=True))] == "yor"


def test_a_stretch_of_white_space_can_be_drawn_too() -> None:
    assert drawn("a   b", (1, 4), END, 3) == (1, 3)


def walk(words: str, end: int, by: int, steps: int, *, exact: bool = False) -> str:
    span = of(words)
    for _ in range(steps):
        span = stepped(TEXT, span, end, by, exact=exact)
    return TEXT[slice(*span)]


@pytest.mark.parametrize(
    ("words", "end", "by", "said"),
    [
        ("the", END, 1, "the U.S.’s|the U.S.’s mayor|the U.S.’s mayor said|the U.S.’s mayor said."),
        ("the U.S.’s mayor", END, -1, "the U.S.’s|the|the"),
        ("the U.S.’s", START, -1, "held,” the U.S.’s|It held,” the U.S.’s|“It held,” the U.S.’s"),
        ("the U.S.’s mayor", START, 1, "U.S.’s mayor|mayor|mayor"),
        ("said.", END, 1, "said.\n\n東|said.\n\n東京|said.\n\n東京で"),
        ("it  fell.", END, -1, "it  fell|it|it"),
        ("fell.", END, 1, "fell."),
        ("“It", START, -1, "“It"),
    ],
)
def test_an_end_steps_from_word_to_word(words: str, end: int, by: int, said: str) -> None:
    for steps, expected in enumerate(said.split("|"), 1):
        assert walk(words, end, by, steps) == expected


def test_an_exact_end_steps_from_character_to_character() -> None:
    assert walk("mayor", END, -1, 2, exact=True) == "may"
    assert walk("mayor", START, 1, 9, exact=True) == "r"
    assert walk("mayor", END, 1, 1, exact=True) == "mayor "


@given(PROSE, st.data(), st.sampled_from([START, END]), BY, st.booleans())
def test_the_other_end_stays_and_something_is_left(
    text: str, data: st.DataObject, end: int, by: int, exact: bool
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = (start, data.draw(st.integers(start + 1, len(text))))
    place = data.draw(st.integers(-3, len(text) + 3))
    for found in (drawn(text, span, end, place, exact=exact), stepped(text, span, end, by, exact=exact)):
        assert 0 <= found[0] < found[1] <= len(text)
        assert found[1 - end] == span[1 - end]
    moved = stepped(text, span, end, by, exact=exact)
    assert (moved[end] - span[end]) * by >= 0


@given(PROSE, st.data())
def test_steps_out_take_in_every_word(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = start, start + 1
    for _ in text:
        span = stepped(text, span, END, 1)
        span = stepped(text, span, START, -1)
    assert not any(character.isalnum() for character in text[: span[0]] + text[span[1] :])
