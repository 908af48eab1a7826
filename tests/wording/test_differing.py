"""Where two texts part, and which characters nobody could tell apart by eye."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.wording.differing import alike, characters, excerpt, other_words


def test_an_excerpt_shows_the_first_change() -> None:
    assert excerpt("short", "shirt") == "short"
    assert excerpt("a" * 100 + "X" + "b" * 100, "a" * 100 + "Y") == f"…{'a' * 20}X{'b' * 39}…"


@given(st.text(), st.text(), st.text())
def test_texts_are_alike_as_far_as_they_are_equal(head: str, one: str, other: str) -> None:
    place = alike(head + one, head + other)
    assert place >= len(head)
    assert (head + one)[:place] == (head + other)[:place]


@pytest.mark.parametrize(
    ("found", "other", "said"),
    [
        ("it’s", "it's", " (U+2019 RIGHT SINGLE QUOTATION MARK for U+0027 APOSTROPHE)"),
        ("a  b", "a b", " (U+0020 SPACE was added)"),
        ("a b", "a\nb", " (U+0020 SPACE for U+000A)"),
        ("a b", "a\u00a0b", " (U+0020 SPACE for U+00A0 NO-BREAK SPACE)"),
        ("co\u00adop", "coop", " (U+00AD SOFT HYPHEN was added)"),
        ("coop", "co\u200bop", " (U+200B ZERO WIDTH SPACE is missing)"),
        ("p\u0430st", "past", " (U+0430 CYRILLIC SMALL LETTER A for U+0061 LATIN SMALL LETTER A)"),
        (
            "≠",
            "=\u0338",
            " (U+2260 NOT EQUAL TO for U+003D EQUALS SIGN + U+0338 COMBINING LONG SOLIDUS OVERLAY)",
        ),
        ("held\ufffe", "held", " (U+FFFE was added)"),
        ("slept", "kept", ""),
        ("They held the dam.", "They – as one – held the dam.", ""),
        ("same", "same", ""),
    ],
)
def test_what_looks_alike_or_is_not_seen_is_named(found: str, other: str, said: str) -> None:
    assert characters(found, other) == said


def test_words_that_the_other_text_has_not_are_found() -> None:
    one, other = "The old gate broke at night.", "The upper gate broke, at last, at night!"
    gone, new = other_words(one, other)
    assert [one[slice(*span)] for span in gone] == ["old", "."]
    assert [other[slice(*span)] for span in new] == ["upper", ", at last,", "!"]


@given(st.text())
def test_a_text_has_no_other_words_than_itself(text: str) -> None:
    assert other_words(text, text) == ([], [])
