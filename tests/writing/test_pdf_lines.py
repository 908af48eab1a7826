from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.writing.pdf_breaks import BOUND, breaks
from briefer.writing.pdf_faces import Faces
from briefer.writing.pdf_letters import as_read, letters
from briefer.writing.pdf_lines import Look, Stretch, lines
from briefer.writing.pdf_shapes import INK
from tests.writing import random_briefs

FACES = Faces()
SERIF = Look(FACES.face("NotoSerif-Regular"), 10, INK)
BOLD = Look(FACES.face("NotoSerif-Bold"), 10, INK)
MARK = Look(FACES.face("NotoSans-SemiBold"), 6, INK, mark=12)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("the dam held", ["the ", "dam ", "held"]),
        ("co-production in 1979-80", ["co-", "production ", "in ", "1979-80"]),
        ("a\u00a0b c", ["a\u00a0b ", "c"]),
        ("not—at once", ["not—", "at ", "once"]),
        ("https://example.org/a-b?c=d", ["https://", "example.", "org/", "a-", "b?", "c=", "d"]),
        ("日米両政府は、在日（米軍）", ["日", "米", "両", "政", "府", "は、", "在", "日", "（米", "軍）"]),
        ("한국 정부는", ["한국 ", "정부는"]),
        ("in 日本 and", ["in ", "日", "本 ", "and"]),
        (f"held. {BOUND}{BOUND}", [f"held. {BOUND}{BOUND}"]),
        ("", []),
    ],
)
def test_a_line_may_end_where_the_script_lets_it(text: str, parts: list[str]) -> None:
    ends = breaks(text)
    assert [text[start:end] for start, end in zip([0, *ends], ends, strict=False) if start < end] == parts


@given(random_briefs.words, random_briefs.words, st.floats(20, 300), st.floats(0, 15))
def test_lines_hold_all_words_and_are_no_wider_than_they_may_be(
    one: str, other: str, width: float, hang: float
) -> None:
    one, other = letters(one), letters(other)
    filled = lines([Stretch(one, SERIF), Stretch(other, BOLD), Stretch("12", MARK)], width, hang)
    said = "".join(piece.text for line in filled for piece in line.pieces)
    assert as_read(said) == as_read(f"{one}{other}12")
    for place, line in enumerate(filled):
        last = line.pieces[-1]
        bare = last.x + last.look.measure(last.text.rstrip())[0]
        assert bare <= width - (hang if place else 0) + 0.01 or len(last.text) == 1 or last.look is MARK


def test_a_note_mark_stays_with_its_word() -> None:
    filled = lines([Stretch("the dam held.", SERIF), Stretch("12", MARK)], SERIF.measure("the dam held.")[0])
    assert [[piece.text for piece in line.pieces] for line in filled] == [["the dam "], ["held.", "12"]]


def test_a_word_longer_than_the_line_is_broken_anywhere() -> None:
    filled = lines([Stretch("a " + "m" * 30, SERIF)], 100)
    assert len(filled) > 3
    assert {len(line.pieces) for line in filled} == {1}


def test_white_space_before_a_look_is_no_character() -> None:
    look = Look(SERIF.face, 10, INK, gap=20)
    [line] = lines([Stretch("a", SERIF), Stretch("b c", look)], 200)
    assert [piece.text for piece in line.pieces] == ["a", "b c"]
    assert line.pieces[1].x == pytest.approx(SERIF.measure("a")[0] + 20)


def test_letters_are_composed_and_what_has_no_ink_is_left_out() -> None:
    assert letters("Yo\u0304ko\u200b\u00ad ㅤa\r\nb\tc\u2028d") == "Yōko a\nb c\nd"


def test_what_cannot_be_shown_is_marked_one_mark_a_character() -> None:
    assert letters("שלום \x07\ud800") == "\ufffd\ufffd\ufffd\ufffd \ufffd\ufffd"


@pytest.mark.parametrize(
    ("text", "language", "fonts"),
    [
        ("Yōko", "", ["NotoSerif-Bold"]),
        ("본문 바로", "", ["NotoSerifKR-Bold"]),
        ("辺", "ko", ["NotoSerifJP-Bold"]),
        ("東京", "ja", ["NotoSerifJP-Bold"]),
        ("東京", "ko", ["NotoSerifKR-Bold"]),
        ("in 東京 now", "", ["NotoSerif-Bold", "NotoSerifJP-Bold", "NotoSerif-Bold"]),
        ("🙂", "", ["NotoSerif-Bold"]),
    ],
)
def test_each_script_is_printed_in_its_font(text: str, language: str, fonts: list[str]) -> None:
    pieces = FACES.pieces(text, "NotoSerif-Bold", language)
    assert [face.name for face, _ in pieces] == fonts
    assert "".join(words for _, words in pieces) == text


def test_a_sign_that_the_sans_lacks_comes_from_the_serif() -> None:
    [(face, _)] = FACES.pieces("\U00010780", "NotoSans-Regular", "")
    assert face.name in {"NotoSans-Regular", "NotoSerif-Regular"}


def test_characters_beyond_sixteen_bits_get_codes_of_their_own() -> None:
    face = Faces().face("NotoSerifJP-Regular")
    assert face.encode("a𠮟b𠮟") == "0061d8000062d800"
    assert face.code("𠮟") == 0xD800
