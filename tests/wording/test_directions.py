"""Words from outside turn nothing round but themselves."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.wording.directions import left_open, undirected

_CLOSING = "\u202c\u2069"
SIGNED = st.text(alphabet=f"ab \u200f\u202a\u202b{_CLOSING}\u202d\u202e\u2066\u2067\u2068", max_size=12)


@pytest.mark.parametrize(
    ("words", "closing"),
    [
        ("Talks \u202estopped", "\u202c"),
        ("Ann \u2067Lee", "\u2069"),
        ("a\u202eb\u2068c\u202a", "\u202c\u2069\u202c"),
        ("a\u202eb\u202c and \u2066c\u2069", ""),
        ("a\u2067b\u202ac\u2069d", ""),
        ("a\u2067b\u202cc", "\u2069"),
        ("\u202c\u2069 and \u200f\u061c", ""),
    ],
)
def test_what_words_leave_open_is_closed_from_within(words: str, closing: str) -> None:
    assert left_open(words) == closing


@given(SIGNED)
def test_closed_words_leave_nothing_open_and_words_without_orders_never_did(words: str) -> None:
    assert not left_open(words + left_open(words))
    assert not left_open(undirected(words))
    assert not {"RLO", "LRI", "PDF"} & set(map(unicodedata.bidirectional, undirected(words)))


def test_marks_that_turn_nothing_round_are_kept() -> None:
    assert undirected("\u202bשלום\u200f!\u202c \u2066a\u2069\u200e") == "שלום\u200f! a\u200e"
