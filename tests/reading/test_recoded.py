"""Where words stand is known to the byte when the same bytes are read in another encoding."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefer.reading.decoding import chosen
from briefer.reading.open import read_bytes
from briefer.reading.recoded import Decoding, Recoded
from briefer.wording.control import clean

SIGNS = (*"Šk hld,ąžū.„“…", "日", "\n", "\r\n", "\r", "\f", "\x07", "\u2028", "\ufeff")
CODECS = (
    "windows-1257", "windows-1252", "KOI8-R", "ISO-8859-5", "ISO-8859-2", "Shift_JIS", "GB18030", "UTF-8",
    "UTF-16LE", "UTF-16BE",
)  # fmt: skip
HARD = (*CODECS, "UTF-16", "UTF-32", "ISO-2022-JP", "ISO-2022-KR", "Big5", "EUC-KR", "hz")


def between(data: bytes, was: str, now: str) -> tuple[Recoded, str, str]:
    """Return the two readings put side by side, and their texts."""
    then, later = (read_bytes("a.txt", data, encoding=encoding) for encoding in (was, now))
    recoded = Recoded(data, Decoding(then.text, then.encoding), Decoding(later.text, later.encoding))
    return recoded, then.text, later.text


@given(
    st.lists(st.sampled_from(SIGNS), min_size=1), st.sampled_from(CODECS), st.sampled_from(CODECS), st.data()
)
def test_a_stretch_that_is_found_is_found_back(
    signs: list[str], right: str, wrong: str, data: st.DataObject
) -> None:
    written = "".join(signs).encode(right, "ignore")
    assume(all(clean(written.decode(codec, "replace"))[0].strip() for codec in (right, wrong)))
    recoded, was, now = between(written, wrong, right)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(was))] * 2)))
    place = recoded.place(start, end) if start < end else None
    if place is not None:
        assert 0 <= place[0] < place[1] <= len(now)
        back = between(written, right, wrong)[0].place(*place)
        assert back is None or (start <= back[0] and back[1] <= end)


@given(
    st.text("Šk hld,ąžū.„“…\n", min_size=1).filter(str.strip),
    st.sampled_from(["KOI8-R", "windows-1252"]),
    st.data(),
)
def test_of_encodings_of_a_byte_each_the_places_are_the_same(
    text: str, wrong: str, data: st.DataObject
) -> None:
    start, end = data.draw(st.tuples(*[st.integers(0, len(text))] * 2).filter(lambda span: span[0] < span[1]))
    written = text.encode("cp1257")
    recoded, was, _ = between(written, wrong, "windows-1257")
    assume(len(was) == len(text))
    assert recoded.place(start, end) == (start, end)


@given(st.binary(min_size=1), st.sampled_from(HARD), st.sampled_from(HARD), st.data())
def test_a_place_is_in_the_text_whatever_the_bytes(
    written: bytes, wrong: str, right: str, data: st.DataObject
) -> None:
    was, now = (clean(chosen("a.txt", written, codec).text)[0] for codec in (wrong, right))
    assume(was)
    start, end = data.draw(st.tuples(*[st.integers(0, len(was))] * 2).filter(lambda span: span[0] < span[1]))
    place = Recoded(written, Decoding(was, wrong), Decoding(now, right)).place(start, end)
    assert place is None or 0 <= place[0] < place[1] <= len(now)


@pytest.mark.parametrize(
    ("words", "text", "right", "wrong"),
    [
        ("сказал", "Это… было.\nТак сказал он.", "windows-1251", "ISO-8859-5"),
        ("It held", "\ufeffIt held. Šiauliai.", "UTF-8", "windows-1252"),
        ("сказал", "Так сказал он.", "UTF-8", "windows-1252"),
        ("сказал", "“Так” сказал он.", "windows-1251", "ISO-8859-2"),
        ("held", "It\u2028Šiauliai held.", "UTF-8", "windows-1257"),
        ("It fell", "It held.\nIt fell.", "UTF-16LE", "UTF-16BE"),
        ("held.\nŠia", "It held.\r\nŠiauliai.\r\n", "windows-1257", "windows-1252"),
        ("持ちこ", "ダムは持ちこたえた。", "Shift_JIS", "KOI8-R"),
        ("held", "日本 held", "ISO-2022-JP", "UTF-8"),
    ],
)  # fmt: skip
def test_words_are_found_there_and_back(words: str, text: str, right: str, wrong: str) -> None:
    data = text.encode(codecs.lookup(right).name)
    recoded, was, now = between(data, right, wrong)
    start = was.index(words)
    place = recoded.place(start, start + len(words))
    assert place is not None
    assert now[slice(*place)]
    assert between(data, wrong, right)[0].place(*place) == (start, start + len(words))


@pytest.mark.parametrize(
    ("data", "was", "now", "span"),
    [
        ("日本".encode("shift_jis"), "windows-1252", "Shift_JIS", (0, 1)),
        (b"It held." * 200_000, "KOI8-R", "UTF-8", (0, 2)),
        (b"It held.", "klingon", "UTF-8", (0, 2)),
        (b"\x1b$\x1b$\x1b$\x1b$\x1b$\x1b$\x1b$\x1b$", "iso2022_kr", "UTF-8", (0, 2)),
    ],
    ids=["half a character", "a line without end", "no encoding", "no way to tell"],
)  # fmt: skip
def test_what_is_not_known_is_not_said(data: bytes, was: str, now: str, span: tuple[int, int]) -> None:
    text = clean(data.decode("ascii" if was == "klingon" else was, "replace"))[0]
    assert Recoded(data, Decoding(text, was), Decoding(clean(data.decode(now))[0], now)).place(*span) is None


def test_a_line_that_was_corrected_is_not_what_the_bytes_say() -> None:
    data = b"It held.\nIt fell."
    now = Decoding("It held.\nIt fell.", "UTF-8")
    recoded = Recoded(data, Decoding("It holds.\nIt fell.", "KOI8-R"), now)
    assert recoded.place(0, 2) is None
    assert recoded.place(10, 12) == (9, 11)
    assert Recoded(data, Decoding("It held. It fell.", "KOI8-R"), now).place(0, 2) is None
