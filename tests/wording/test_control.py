"""What a stored text never holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.paths import seeds
from briefer.wording.control import clean

ANY = st.text(alphabet=st.characters(), max_size=30) | st.text(
    alphabet="a\r\n\t\v\f\x00\x85\u2028\ufeff\ufdd0\U0001fffe\ud83f\udffe\ud83d\ude00", max_size=30
)


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("a\r\nb\rc\u2028d\u2029e\x85f\vg\fh", ("a\nb\nc\nd\ne\nf\ng\nh", 0)),
        ("\ufeffa\x00b\x1bc\x7fd\x9fe\tf", ("abcde\tf", 5)),
        ("a\ufdd0b\uffffc\U0001fffed\U0010ffff", ("abcd", 4)),
        ("a\ud800b\udc00", ("a\ufffdb\ufffd", 2)),
        ("\ud83d\ude00", ("\U0001f600", 0)),
        ("\ud83f\udffe", ("", 1)),
        ("Yo\u0304ko\u00a0Ō\u00ad\u200b", ("Yo\u0304ko\u00a0Ō\u00ad\u200b", 0)),
    ],
)
def test_only_what_cannot_be_kept_goes_and_is_counted(text: str, stored: tuple[str, int]) -> None:
    assert clean(text) == stored


def test_the_seeds_are_stored_as_they_are() -> None:
    for file in seeds().glob("*.txt"):
        text = file.read_bytes().decode()
        assert clean(text) == (text, 0)


@given(ANY)
def test_a_clean_text_is_clean(text: str) -> None:
    stored, _ = clean(text)
    assert clean(stored) == (stored, 0)
    assert stored.encode("utf-8").decode("utf-8") == stored
    assert not any(ord(character) < ord(" ") and character not in "\t\n" for character in stored)
