"""What a file says of its encoding is believed when it can be true."""

from __future__ import annotations

import pytest

from briefer.reading.decoding import chosen, decoded, specimen
from briefer.reading.encodings import CHOICES, codec_of, name_of

KOREAN = "본문 바로가기 미국과 일본은 28일 도쿄에서 회담을 열었다. "


@pytest.mark.parametrize(
    ("declared", "codec", "name"),
    [
        ("euc-kr", "cp949", "EUC-KR"), ("KS_C_5601-1987", "cp949", "EUC-KR"),
        ("gb2312", "gb18030", "GB18030"), ("shift_jis", "cp932", "Shift_JIS"),
        ("iso-8859-1", "cp1252", "windows-1252"), ("us-ascii", "cp1252", "windows-1252"),
        ("koi8-r", "koi8-r", "KOI8-R"), ("utf8", "utf-8", "UTF-8"), ("utf-16", "utf-16-le", "UTF-16"),
    ],
)  # fmt: skip
def test_what_is_declared_is_no_guess(declared: str, codec: str, name: str) -> None:
    text = {"cp949": "똠방각하", "gb18030": "㐀中", "cp932": "①日", "cp1252": "“é”", "koi8-r": "Ж"}.get(
        codec, "김é"
    )
    found = decoded("a.html", text.encode(codec), declared)
    assert (found.text, found.encoding, found.guessed, found.remarks) == (text, name, False, ())


def test_a_byte_order_mark_goes_before_what_is_declared() -> None:
    assert decoded("a.html", b"\xef\xbb\xbf\xc3\xa9", "iso-8859-1").text == "é"


@pytest.mark.parametrize(
    ("declared", "data", "encoding"),
    [
        ("iso-8859-1", KOREAN.encode(), "UTF-8"),
        ("utf-8", (KOREAN * 9).encode("cp949"), "EUC-KR"),
        ("utf-16", b"It held.", "UTF-8"),
        ("unicode_escape", b"\\x41", "UTF-8"),
        ("rot13", b"Vg uryq.", "UTF-8"),
        ("no such\x00encoding", b"It held.", "UTF-8"),
    ],
)
def test_a_lie_is_found_and_said(declared: str, data: bytes, encoding: str) -> None:
    found = decoded("a.html", data, declared)
    assert (found.text, found.encoding) == (data.decode(encoding), encoding)
    assert found.remarks == (f"It says that it is in {declared}, but was read as {encoding}.",)


def test_a_few_bytes_that_cannot_be_are_replaced() -> None:
    found = decoded("a.html", KOREAN.encode() * 40 + b"\xff", "utf-8")
    assert (found.encoding, found.replaced, found.text[-1]) == ("UTF-8", 1, "\ufffd")


def test_an_encoding_is_called_by_a_name_that_can_be_shown() -> None:
    for declared in ("utf\x1b8", "utf" + "-" * 2000 + "8"):
        assert decoded("a.eml", b"It held.", declared).encoding == "UTF-8"


def test_a_stray_byte_makes_no_other_encoding_of_utf_8() -> None:
    found = decoded("a.txt", "Café ō “ok” – it held".encode() + b"\xff.")
    assert (found.text, found.encoding, found.guessed) == ("Café ō “ok” – it held\ufffd.", "UTF-8", True)


def test_every_encoding_that_is_offered_is_known_by_its_name() -> None:
    for names in CHOICES.values():
        for name in names:
            assert name_of(codec_of(name)) == name
            assert specimen("It held.".encode(codec_of(name)), name) == "It held."


def test_an_encoding_that_is_not_offered_has_a_name_too() -> None:
    assert name_of("iso8859-10") == "ISO8859-10"


def test_a_specimen_shows_the_lines_that_tell_encodings_apart() -> None:
    lines = ["It held.", f"{'It held. ' * 30}Šiauliai {'fell ' * 40}", "It fell.", "Kaunas ir Klaipėda"]
    found = specimen("\n".join(lines).encode("cp1257"), "windows-1257").split("\n")
    assert len(found) == 2
    assert "Šiauliai" in found[0]
    assert len(found[0]) == 162
    assert (found[0][0], found[0][-1], found[1][-1]) == ("…", "…", "a")
    assert found[1] == "Kaunas ir Klaipėda"


def test_a_specimen_begins_where_encodings_first_differ() -> None:
    data = b"It held.\n" * 40_000 + "Čia Šiauliai.".encode("cp1257")
    assert specimen(data, "windows-1257") == "Čia Šiauliai."
    assert specimen(data.replace(b"\n", b" "), "windows-1257").endswith("It held. Čia Šiauliai.")
    wide = ("It held.\n" * 40_000 + "Čia.").encode("utf-16-le")
    assert specimen(wide, "UTF-16LE").startswith("It held.\nIt held.\n")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", ["The dam held.\n" * 5, "日米両政府は28日、東京で協議を開いた。"])
def test_the_order_of_bytes_is_found_where_no_mark_tells_it(codec: str, text: str) -> None:
    data, name = text.encode(codec), codec[:6]
    assert specimen(data, name) == text
    assert chosen("a.txt", data, name).text == text


@pytest.mark.parametrize("name", ["UTF-16", "UTF-32", "ISO-2022-JP", "ISO-2022-KR"])
@pytest.mark.parametrize("data", [b"It held.", b"\xff\xfeIt held.", b"\x1b$\x1b$\x1b$\x1b$\x1b$"])
def test_bytes_of_something_else_are_no_reason_to_fail(name: str, data: bytes) -> None:
    assert specimen(data, name)
    assert chosen("a.txt", data, name).text


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("ﾀﾞﾑは持ちこたえた。" * 3, "iso2022_jp_ext"),
        ("日米両政府は28日、東京で協議を開いた。" * 3, "euc_jp"),
        ("미국과 일본은 28일 도쿄에서 회담을 열었다." * 3, "iso2022_kr"),
        ("Министры встретились в Токио." * 3, "iso8859-5"),
        ("Министры встретились в Токио." * 3, "mac-cyrillic"),
        ("Οι υπουργοί συναντήθηκαν στο Τόκιο την Κυριακή. " * 5, "iso8859-7"),
        ("اجتمع الوزراء في طوكيو يوم الأحد لبحث الوضع. " * 5, "iso8859-6"),
        ("השרים נפגשו בטוקיו ביום ראשון כדי לדון במצב. " * 5, "cp1255"),
        ("The dam held.\n" * 5, "utf-16-be"),
        ("日米両政府は28日、東京で協議を開いた。", "utf-32-be"),
    ],
)
def test_what_a_guess_is_called_reads_the_same_text(text: str, codec: str) -> None:
    data = text.encode(codec)
    guess = decoded("a.txt", data)
    assert guess.guessed
    again = chosen("a.txt", data, guess.encoding)
    assert (again.text, again.encoding, again.replaced) == (guess.text, guess.encoding, 0)


def test_a_specimen_of_bytes_that_cannot_be_is_given_all_the_same() -> None:
    assert specimen(b"\xff\xfe\x00\x1b$", "ISO-2022-KR").startswith("\ufffd")
    assert specimen(b"It h", "UTF-16LE") == "\u7449\u6820"
