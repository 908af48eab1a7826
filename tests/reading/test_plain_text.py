"""A text file becomes the same text, whatever encoding it came in, and says how sure that is."""

from __future__ import annotations

import codecs

import pytest

from briefer.errors import BrieferError
from briefer.reading.open import read_bytes
from briefer.reading.reading import Reading

ENGLISH = "The minister said “we’ll see” – and left.\nYōko Kamikawa, 본문 😀\n"
KOREAN = "본문 바로가기\n미국과 일본은 28일 도쿄에서 외교·국방 장관 회담을 열었다.\n"
JAPANESE = "日米両政府は28日、東京で外務・防衛担当閣僚協議を開いた。「統合司令部」を新設する。\n"


def read(data: bytes) -> Reading:
    return read_bytes("report.txt", data)


def test_utf_8_is_no_guess_and_nothing_is_lost() -> None:
    found = read(ENGLISH.encode())
    assert (found.text, found.encoding, found.guessed, found.dropped) == (ENGLISH, "UTF-8", False, 0)
    assert (found.file_name, found.data) == ("report.txt", ENGLISH.encode())


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (codecs.BOM_UTF8 + ENGLISH.encode(), "UTF-8"),
        (codecs.BOM_UTF16_LE + ENGLISH.encode("utf-16-le"), "UTF-16"),
        (codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be"), "UTF-16"),
        (codecs.BOM_UTF32_LE + ENGLISH.encode("utf-32-le"), "UTF-32"),
        (codecs.BOM_UTF32_BE + ENGLISH.encode("utf-32-be"), "UTF-32"),
    ],
)
def test_a_byte_order_mark_is_believed_and_left_out(data: bytes, encoding: str) -> None:
    found = read(data)
    assert (found.text, found.encoding, found.guessed, found.dropped) == (ENGLISH, encoding, False, 0)


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        ("The dam held.\n", "utf-16-le", "UTF-16LE"),
        ("The dam held.\n", "utf-16-be", "UTF-16BE"),
        (JAPANESE, "utf-16-le", "UTF-16LE"),
        (KOREAN, "euc-kr", "EUC-KR"),
        (JAPANESE, "shift_jis", "Shift_JIS"),
        ("The minister said “we’ll see” – and left.\n", "windows-1252", "windows-1252"),
        ("Café: £5, naïve", "windows-1252", "windows-1252"),
        ("Министры встретились в Токио в воскресенье.\n" * 3, "koi8-r", "KOI8-R"),
    ],
)
def test_any_other_encoding_is_found_and_called_a_guess(text: str, codec: str, encoding: str) -> None:
    found = read(text.encode(codec))
    assert (found.text, found.encoding, found.guessed) == (text, encoding, True)


def test_turkish_is_not_taken_for_western() -> None:
    text = "Türkiye ile görüşmeler İstanbul’da yapıldı, ağırlıklı konu güvenlikti.\n" * 2
    assert read(text.encode("cp1254")).text == text


def test_every_line_end_is_one_and_controls_are_dropped_and_counted() -> None:
    found = read(b"one\r\ntwo\rthree\x0cfour\x00\x07\tfive\xc2\x85six\xef\xbb\xbf")
    assert found.text == "one\ntwo\nthree\nfour\tfive\nsix"
    assert found.dropped == 3


def test_no_break_spaces_and_decomposed_letters_are_kept_as_they_are() -> None:
    text = "\u00a0\ncafe\u0301 \u200b\u00ad|"
    assert read(text.encode()).text == text


def test_half_a_letter_at_the_end_of_utf_16_is_replaced_not_refused() -> None:
    assert read(codecs.BOM_UTF16_LE + b"a\0b").text == "a\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize(
    "data", [bytes(range(32)) * 20, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200), b"\x7fELF" + bytes(99)]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(BrieferError, match="“report.txt” is not text; save it as text first"):
        read(data)


def test_an_encoding_that_nobody_can_tell_is_refused_with_a_way_out() -> None:
    with pytest.raises(BrieferError, match="no encoding that could be recognised; save it as UTF-8"):
        read(bytes(range(128, 256)) * 3 + b"\xff\xfe\x80" * 7)


def test_a_long_file_is_guessed_from_its_beginning() -> None:
    found = read((KOREAN * 20_000).encode("euc-kr"))
    assert (found.text, found.guessed) == (KOREAN * 20_000, True)


def test_bytes_that_the_encoding_cannot_explain_are_marked_and_counted() -> None:
    found = read(codecs.BOM_UTF8 + b"The dam \xff held \xfe.")
    assert (found.text, found.replaced) == ("The dam \ufffd held \ufffd.", 2)
    assert read("A genuine \ufffd.".encode()).replaced == 0


def test_a_guess_offers_to_choose_and_a_choice_is_no_guess() -> None:
    data = "The dam in Šiauliai held.\n".encode("cp1257")
    assert read(data).more == "encoding"
    found = read_bytes("report.txt", data, encoding="windows-1257")
    assert (found.text, found.encoding) == ("The dam in Šiauliai held.\n", "windows-1257")
    assert (found.guessed, found.more, found.replaced) == (False, "", 0)


def test_what_cannot_be_in_the_chosen_encoding_is_replaced_and_a_mark_is_no_character() -> None:
    found = read_bytes("report.txt", codecs.BOM_UTF8 + b"It held.\xff", encoding="utf8")
    assert (found.text, found.encoding, found.replaced) == ("It held.\ufffd", "UTF-8", 1)
    assert found.dropped == 0


def test_a_long_text_too_is_read_as_it_was_chosen() -> None:
    data = ("The dam in Šiauliai held.\n" * 50_000).encode("cp1257")
    assert read_bytes("report.md", data, encoding="cp1257").text.startswith("The dam in Šiauliai")


@pytest.mark.parametrize("name", ["klingon", "unicode_escape", "zip", "a\0b", "x" * 999])
def test_only_encodings_of_text_can_be_chosen(name: str) -> None:
    with pytest.raises(BrieferError, match="no known encoding; name one such as UTF-8 or windows-1251"):
        read_bytes("report.txt", b"It held.", encoding=name)


def test_a_file_that_says_its_encoding_is_read_in_that() -> None:
    page = '<html><head><meta charset="utf-8"></head><body><p>Šiauliai held.</p></body></html>'.encode()
    assert read_bytes("dam.html", page, encoding="windows-1257").text == "Šiauliai held."
