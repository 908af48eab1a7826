"""A name from outside deceives nobody."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.wording.showing import shown_name, shown_sentence

ARABIC = "\u062a\u0642\u0631\u064a\u0631"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("dam.brief", "dam.brief"),
        ("Yōko 댐 ダム.brief", "Yōko 댐 ダム.brief"),
        ("dam\u202efeirb.exe", "dam<U+202E>feirb.exe"),
        ("a\nb\tc\x00", "a<U+000A>b<U+0009>c<U+0000>"),
        ("a\u200bb\ufeff\udcff", "a<U+200B>b<U+FEFF><U+DCFF>"),
        (f"{ARABIC}.brief", f"\u2068{ARABIC}.brief\u2069"),
        (f"\u2067{ARABIC}", f"\u2068<U+2067>{ARABIC}\u2069"),
    ],
)
def test_what_has_no_shape_is_written_as_its_code(name: str, shown: str) -> None:
    assert shown_name(name) == shown


def test_a_name_in_a_sentence_leaves_the_sentence_its_direction() -> None:
    assert (
        shown_sentence(f"“{ARABIC}” is not “dam\u202e”.") == f"“\u2068{ARABIC}\u2069” is not “dam<U+202E>”."
    )


@given(st.text(alphabet=st.characters(), max_size=30))
def test_nothing_in_it_is_a_control(name: str) -> None:
    inside = shown_name(name).removeprefix("\u2068").removesuffix("\u2069")
    assert not [one for one in inside if unicodedata.category(one) in {"Cc", "Cs"}]
    assert not set(inside) & set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c")
