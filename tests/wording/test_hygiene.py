"""What is marked in a text, and above all what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.paths import seeds
from briefer.wording.hygiene import KINDS, hygiene

TEXTS = {number: path.read_text("utf-8") for number, path in enumerate(sorted(seeds().glob("*.txt")))}


def marked(text: str) -> list[tuple[str, str]]:
    return [(mark.kind, text[mark.start : mark.end]) for mark in hygiene(text)]


def test_the_first_sample_source_is_clean() -> None:
    assert marked(TEXTS[0]) == []


def test_the_second_has_the_name_of_its_page_on_top() -> None:
    assert marked(TEXTS[1]) == [("furniture", "World")]


def test_the_third_is_a_page_of_a_website() -> None:
    headline = TEXTS[2].split("\n")[7]
    assert marked(TEXTS[2]) == [
        ("furniture", "본문 바로가기"),
        ("script", "본문 바로가기"),
        ("furniture", "bar_progress"),
        ("furniture", "Text Size"),
        ("furniture", "Close"),
        ("repeated", headline[:-1]),
        ("furniture", "[Image source=AFP Yonhap News]"),
        ("furniture", "© The Asia Business Daily(www.asiae.co.kr). All rights reserved."),
        ("furniture", "Special Coverage"),
        ("furniture", "Join us on social!"),
        ("furniture", "Top"),
    ]
    assert [mark.start for mark in hygiene(TEXTS[2]) if mark.kind == "furniture"] == [
        0, 8, 22, 33, 894, 2692, 2758, 2777, 2797,
    ]  # fmt: skip


def test_the_fourth_has_an_odd_blank_line_odd_marks_a_slip_and_half_a_sentence_twice() -> None:
    assert [(mark.start, *one) for mark, one in zip(hygiene(TEXTS[3]), marked(TEXTS[3]), strict=True)] == [
        (502, "unseen", "\u00a0"),
        (959, "quotes", "”"),
        (985, "quotes", "”"),
        (1176, "spelling", "Tawain"),
        (1353, "repeated", "cooperation with Russia “threatens regional and global security"),
    ]


def test_the_fifth_is_clean() -> None:
    assert marked(TEXTS[4]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Read more\nThe dam held.", [("furniture", "Read more")]),
        ("He said: read more of it, and share this story with care.", []),
        ("The dam\u200b held.", [("unseen", "\u200b")]),
        ("The \u202edam\u202c held.", [("unseen", "\u202e"), ("unseen", "\u202c")]),
        ("The d\u0430m held.", [("script", "d\u0430m")]),
        ("The минск talks and Ελλάδα.", []),
        ("東京で会談した。\nThe end\n大阪。", []),
        ("The dam held.\n서울에서 회담했다.", [("script", "서울에서 회담했다.")]),
        ("He said “no.\nShe said yes.", [("quotes", "“")]),
        ('He said "no" and "yes.', [("quotes", '"')]),
        ("「はい」と言った。「いいえ", [("quotes", "「")]),
        ("He said “a ‘b’ c” and it’s done.", []),
        ("It held in May.\nIt held in May.", []),
        ("Copyright 2024 Kyodo News", [("furniture", "Copyright 2024 Kyodo News")]),
        ("The copyright law of 2024 was debated at length by both houses before it passed.", []),
        ("It rose [struck out: 4 %[1]] by 5.", [("struck", "[struck out: 4 %[1]]")]),
        ("It rose [struck out: 4\n%] by 5.", [("struck", "[struck out: 4\n%]")]),
        ("It rose [struck out: 4\n\n%] by 5.", []),
        ("", []),
    ],
)
def test_what_is_marked_in_a_few_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert marked(text) == expected


def test_a_sentence_said_again_is_marked_the_second_time() -> None:
    text = "The ministers met in Tokyo on Sunday.\nAll was calm.\nThe ministers met in Tokyo on Sunday."
    [mark] = hygiene(text)
    assert (mark.start, mark.kind) == (text.rindex("The"), "repeated")


@given(st.text())
def test_marks_are_stretches_of_the_text_with_a_reason(text: str) -> None:
    for mark in hygiene(text):
        assert 0 <= mark.start < mark.end <= len(text)
        assert mark.kind in KINDS
        assert mark.reason


@pytest.mark.parametrize(
    "text",
    [
        "Er sagte: „Der Damm hält.“",
        "»Dæmningen holder,« sagde han.",
        "”Dammen håller”, sade hon.",
        "« Le barrage tient », dit-il.",
        "“The dam held.\n“Nobody was hurt.”",
        "می\u200cخواهم",
        "क्\u200dष",
        "👩\u200d🚒",
    ],
)
def test_what_other_languages_write_is_clean(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize("text", ["„The dam held.", "da\u200dm", "“The dam held.\nNobody was hurt.", "held”"])
def test_what_no_language_writes_is_marked(text: str) -> None:
    assert marked(text)
