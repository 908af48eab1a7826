"""Where words stand is known to the byte when the same bytes are read in another encoding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.reading.open import read_bytes
from briefer.reading.recoded import Decoding, Recoded

WORDS = "Šiauliai held, sakė Ąžuolas. "
CODECS = ("windows-1257", "windows-1252", "KOI8-R", "ISO-8859-5", "Shift_JIS", "GB18030", "UTF-8")


def between(data: bytes, was: str, now: str) -> tuple[Recoded, str, str]:
    """Return the two readings put side by side, and their texts."""
    then, later = (read_bytes("a.txt", data, encoding=encoding) for encoding in (was, now))
    recoded = Recoded(data, Decoding(then.text, then.encoding), Decoding(later.text, later.encoding))
    return recoded, then.text, later.text


@given(
    st.lists(st.sampled_from([*WORDS, "\n", "\r\n", "\r", "\f"]), min_size=1).filter(
        lambda one: "".join(one).strip()
    ),
    st.sampled_from(CODECS),
    st.data(),
)
def test_a_stretch_is_found_that_is_read_from_the_same_bytes(
    signs: list[str], wrong: str, data: st.DataObject
) -> None:
    written = "".join(signs).encode("cp1257")
    recoded, was, now = between(written, wrong, "windows-1257")
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(was))] * 2)))
    place = recoded.place(start, end)
    if place is not None:
        assert now[slice(*place)].encode("cp1257") == was[start:end].encode(wrong)
    elif start < end and wrong in {"windows-1252", "KOI8-R", "ISO-8859-5"} and "\ufffd" not in was:
        assert len(was.split("\n")) != len(now.split("\n")) or len(was) != len(now)


def test_words_are_found_where_their_bytes_are() -> None:
    recoded, was, now = between(
        "It held.\r\nThe dam in Šiauliai.".encode("cp1257"), "windows-1252", "windows-1257"
    )
    start = was.index("Ðiauliai")
    assert recoded.place(start, start + 8) == (now.index("Šiauliai"), now.index("Šiauliai") + 8)


@pytest.mark.parametrize(
    ("data", "was", "now", "span"),
    [
        ("日本".encode("shift_jis"), "windows-1252", "Shift_JIS", (0, 1)),
        ("It held.".encode("utf-16-le"), "UTF-16LE", "windows-1252", (0, 2)),
        (b"It\xff held.", "UTF-8", "windows-1252", (4, 8)),
        ("日本 holds".encode("iso2022_jp"), "ISO-2022-JP", "windows-1252", (0, 1)),
    ],
    ids=["half a character", "other lines", "a byte that could not be read", "a shift between"],
)
def test_what_is_not_known_is_not_said(data: bytes, was: str, now: str, span: tuple[int, int]) -> None:
    assert between(data, was, now)[0].place(*span) is None


def test_a_line_that_was_corrected_is_not_what_the_bytes_say() -> None:
    data = b"It held.\nIt fell."
    recoded = Recoded(
        data, Decoding("It holds.\nIt fell.", "KOI8-R"), Decoding("It held.\nIt fell.", "UTF-8")
    )
    assert recoded.place(0, 2) is None
    assert recoded.place(10, 12) == (9, 11)


def test_of_an_encoding_that_nobody_knows_nothing_is_said() -> None:
    assert (
        Recoded(b"It held.", Decoding("It held.", "klingon"), Decoding("It held.", "UTF-8")).place(0, 2)
        is None
    )
