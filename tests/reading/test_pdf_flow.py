"""A sentence of a PDF runs on over columns and pages; heads, feet and notes stand out of it, none is lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import pytest

from briefer.isolated.pdf_words import Word
from briefer.reading.pdf import read
from briefer.reading.pdf_layout import read_pages
from briefer.reading.pdf_lines import pieces_of
from briefer.reading.reading import Extract
from briefer.wording.superscripts import raised
from tests.house.tree import ROOT
from tests.reading.pdfs import Place, a_pdf, in_runs, lines, marked_up, upright

WIDE = "and the ministers said in Tokyo that the dam of the north had held all day"
ALSO = "and the engineers wrote in Seoul of the dam in the north which held all day"
HALF = "and the ministers said that the dam held"


def two_columns(number: int, *, note: str = "") -> list[Place]:
    """Set page `number` of a journal: twice thirty lines, of which only the last of all ends a sentence."""
    left = [f"{HALF} L{'abc'[number]}{place:02}" for place in range(30)]
    right = [f"{HALF} R{'abc'[number]}{place:02}" for place in range(30)]
    if note:
        left = left[:-3]
    notes: list[Place] = [(50.0, 455.0, note, 7)] if note else []
    return [
        (50.0, 60.0, "The Journal of Dams, July 2024"),
        *lines(right, 320),
        *notes,
        *lines(left, 50),
        (290.0, 760.0, f"Page {number}"),
    ]


def extract(*pages: Sequence[Place]) -> Extract:
    return read("a.pdf", a_pdf(*pages))


def paragraphs(*pages: Sequence[Place]) -> list[str]:
    return extract(*pages).text.split("\n\n")


def on_pages(found: Extract) -> list[str]:
    ends = [*found.pages, len(found.text)]
    return [found.text[start:end] for start, end in pairwise(ends)]


def test_a_sentence_runs_on_over_columns_and_heads_feet_and_notes_stand_out_of_it() -> None:
    head, body, note, foot = paragraphs(two_columns(1, note="¹ Bulletin of the ministry, table 2."))
    assert (head, note, foot) == (
        "The Journal of Dams, July 2024",
        "¹ Bulletin of the ministry, table 2.",
        "Page 1",
    )
    assert body.split("and the ministers said that the dam held ")[1:] == [
        f"{column}b{place:02} ".rstrip() + ("" if (column, place) == ("R", 29) else " ")
        for column, count in (("L", 27), ("R", 30))
        for place in range(count)
    ]


def test_a_sentence_runs_on_over_pages_and_what_is_around_it_keeps_its_page() -> None:
    ended = [(60.0, 100.0, "It held."), (60.0, 140.0, "It was said at noon"), (290.0, 760.0, "Page 1")]
    rest = [(50.0, 60.0, "The Journal"), (60.0, 100.0, "that it fell."), (60.0, 140.0, "It did.")]
    found = extract(ended, rest)
    assert found.text.split("\n\n") == [
        "It held.", "Page 1", "It was said at noon that it fell.", "The Journal", "It did.",
    ]  # fmt: skip
    first, second = on_pages(found)
    assert (first.endswith("at noon "), second.startswith("that it fell.")) == (True, True)


def test_a_paragraph_of_three_pages_is_whole() -> None:
    found = extract(*(two_columns(number) for number in range(3)))
    assert max(found.text.split("\n\n"), key=len).count(HALF) == 180
    assert [page.split()[0] for page in on_pages(found)] == ["The", "and", "and"]
    for page in range(3):
        assert f"Page {page}\n\n" in f"{found.text}\n\n"


def test_a_page_with_nothing_but_a_head_does_not_break_the_order() -> None:
    found = extract(
        [(50.0, 60.0, "It was said")], [(50.0, 60.0, "The Journal")], [(50.0, 60.0, "that it held.")]
    )
    assert found.text.count("The Journal") == 1
    assert list(found.pages) == sorted(found.pages)


@pytest.mark.parametrize("rest", ["Tokyo dam had held", "2,400 tonnes of it were"])
def test_what_is_cut_off_at_the_end_of_a_page_goes_on_whatever_it_begins_with(rest: str) -> None:
    words = f"{rest}{ALSO[len(rest) :]}"
    assert paragraphs(lines([WIDE, WIDE[:-4]]), lines([words, "to the end."])) == [
        f"{WIDE} {WIDE[:-4]} {words} to the end."
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([WIDE, "Tokyo held"], [f"Tokyo {ALSO}", ALSO]),
        ([WIDE, f"{WIDE}."], [f"Tokyo {ALSO}", ALSO]),
        ([WIDE, WIDE], [f"(a) {ALSO}", ALSO]),
        ([WIDE, WIDE], ["Tokyo", "Seoul"]),
    ],
)
def test_what_begins_on_a_page_is_a_paragraph(before: list[str], after: list[str]) -> None:
    found = paragraphs(lines(before), lines(after))
    assert (found[0], found[1]) == (" ".join(before), " ".join(after))


def test_an_indented_line_begins_a_paragraph_on_a_page_too() -> None:
    after: list[Place] = [(75.0, 100.0, f"Tokyo {ALSO}"), *lines([ALSO, ALSO], top=112)]
    assert paragraphs(lines([WIDE, WIDE]), after)[1].startswith("Tokyo")


def test_a_row_of_a_table_does_not_go_on() -> None:
    rows: list[Place] = [(60.0, 100.0, "place"), (300.0, 100.0, "dams")]
    assert paragraphs(rows, rows) == ["place | dams\nplace | dams"]


def test_heads_on_the_left_may_differ_from_those_on_the_right() -> None:
    pages: list[list[Place]] = [
        [
            (50.0, 88.0, "The Journal" if number % 2 else f"{number} Dams"),
            *lines([f"It held in {place}, {WIDE}", f"{place} did."]),
        ]
        for number, place in enumerate(("Tokyo", "Seoul", "Osaka", "Busan"))
    ]
    found = paragraphs(*pages)
    assert [words for words in found if len(words) < 20] == ["0 Dams", "The Journal", "2 Dams", "The Journal"]


def test_small_print_below_a_text_is_a_note_only_if_it_looks_like_one() -> None:
    text = lines([WIDE, f"{WIDE}."])
    for words, begins in (("1 Bulletin, table 2", 124), ("In small print.", 160)):
        ends: list[Place] = [*text, (60.0, float(begins), words, 7), (60.0, float(begins + 9), "2 More.", 7)]
        assert paragraphs(ends)[1:] == [words, "2 More."]
    caption: list[Place] = [(60.0, 124.0, "of the north", 7)]
    assert paragraphs([*text, *caption])[1:] == ["of the north"]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ([("up 10", 10, 0), ("6", 6, 4), (" tonnes", 10, 0)], "up 10⁶ tonnes"),
        ([("in this year", 10, 0), ("12", 6, 4), (", it held", 10, 0)], "in this year¹², it held"),
        ([("by 10", 10, 0), ("-3", 6, 4)], "by 10⁻³"),
        ([("the 1", 10, 0), ("st", 6, 4), (" day", 10, 0)], "the 1st day"),
        ([("CO", 10, 0), ("2", 6, -3)], "CO2"),
        ([("of H", 10, 0), ("2", 6, -3), ("O over", 10, 0)], "of H2O over"),
        ([("No. ", 10, 0), ("5", 10, 0)], "No. 5"),
    ],
)
def test_raised_digits_do_not_change_a_number(place: list[tuple[str, int, int]], words: str) -> None:
    file = in_runs(*place)
    assert [read("a.pdf", page).text for page in (file, upright(file))] == [words, words]


def test_lines_with_small_letters_above_and_below_are_of_one_paragraph() -> None:
    words = (
        "In 2001 the fleet carried 10<super>3</super> tonnes of H<sub>2</sub>O over 3×10<super>6</super> "
        "km<super>2</super> on its 1<super>st</super> day, as two of the ministers had said in Tokyo, and "
        "which was seen by three of the reporters of the north."
    )
    assert read("a.pdf", marked_up(words)).text == re.sub(
        "<super>(.)</super>", lambda found: raised(found[1]), words
    ).replace("<super>st</super>", "st").replace("<sub>2</sub>", "2")


def test_a_small_sign_high_above_its_line_does_not_part_it_from_the_line_before() -> None:
    rows = [Word("Tokyo", 60, top, 120, top + 10, 10, level=True) for top in (100, 110.5, 121)]
    note = Word("2", 120, 116.8, 124, 125.3, 8, level=True)
    below = Word("Seoul", 60, 131.5, 120, 141.5, 10, level=True)
    assert [words.text for words in read_pages([[*rows, note, below]])[0].body] == [
        "Tokyo Tokyo Tokyo² Seoul"
    ]


def test_a_touching_digit_at_another_height_does_not_make_another_number() -> None:
    words = [Word("10", 10, 10, 30, 20, 10, True), Word("6", 30, 8, 36, 18, 10, True)]
    assert pieces_of(words)[0].text == "10 6"


def test_raised_digits_that_come_as_words_of_their_own_are_raised_too() -> None:
    words = [Word("year", 10, 10, 30, 20, 10, True), Word("3", 30, 9, 34, 15, 7, True)]
    assert pieces_of([*words, Word(",", 34, 10, 36, 20, 10, True)])[0].text == "year³,"
    two = Word("2", 10, 10, 16, 20, 10, True)
    assert pieces_of([two, Word("n", 16, 9, 19, 14, 6.4, True)])[0].text == "2ⁿ"
    assert pieces_of([two, Word("nd", 16, 9, 22, 14, 6.4, True)])[0].text == "2nd"
    assert pieces_of([words[0], Word("3", 35, 9, 39, 15, 7, True)])[0].text == "year 3"
    assert read("a.pdf", (ROOT / "tests/corpus/pdf/superscript-pdftex.pdf").read_bytes()).text.startswith(
        "x² = 9 means"
    )


@pytest.mark.parametrize(
    ("one", "other", "gap", "closed"),
    [
        ("2024", "年", 2.5, True), ("に", "3,500", 2.5, True), ("2024", "년", 2.5, True),
        ("7", "월", 3.6, False), ("월", "28", 2.5, False), ("회담에서", "의장은", 2.5, False),
        ("of", "24", 2.5, False), ("2024", "（", 2.5, False), ("of", "국", 2.5, False),
    ],
)  # fmt: skip
def test_space_that_a_program_puts_between_scripts_is_none(
    one: str, other: str, gap: float, closed: bool
) -> None:
    first, second = Word(one, 10, 10, 30, 20, 10, True), Word(other, 30 + gap, 10, 50, 20, 10, True)
    spaced = Word("x", 10, 40, 20, 50, 10, True, spaced=True)
    assert pieces_of([first, second, spaced])[0].text == (one + other if closed else f"{one} {other}")
    assert pieces_of([first, second._replace(spaced=True)])[0].text == f"{one} {other}"


def test_a_file_that_writes_no_spaces_has_them_where_they_stand() -> None:
    words = [Word("회담에서", 10, 10, 30, 20, 10, True), Word("3,500명", 32.5, 10, 50, 20, 10, True)]
    assert pieces_of(words)[0].text == "회담에서 3,500명"
    words = [Word("2024", 10, 10, 30, 20, 10, True), Word("年", 32.5, 10, 50, 20, 10, True)]
    assert pieces_of(words)[0].text == "2024年"


def test_rows_of_small_type_below_a_text_stay_rows() -> None:
    rows: list[Place] = [
        (left, top, words, 7)
        for top, cells in ((130.0, ("1 Tokyo", "12", "40")), (140.0, ("2 Seoul", "15", "30")))
        for left, words in zip((60.0, 160.0, 260.0), cells, strict=True)
    ]
    assert paragraphs([*lines([WIDE, f"{WIDE}."]), *rows])[1:] == ["1 Tokyo | 12 | 40\n2 Seoul | 15 | 30"]


def test_a_line_without_long_letters_is_of_the_same_paragraph() -> None:
    rows = [("gypsy", 100, 112), ("noon", 117, 122), ("Tokyo", 130, 142)]
    words = [Word(text, 60, top, 120, bottom, 11, level=True) for text, top, bottom in rows]
    assert [paragraph.text for paragraph in read_pages([words])[0].body] == ["gypsy noon Tokyo"]


def test_columns_may_begin_anew_below_a_title_across_them() -> None:
    columns = [[f"{HALF} {side} {place}" for place in range(6)] for side in "abcd"]
    title = f"In the east, {WIDE} and all night."
    a, b, c, d = columns
    page = [*lines(a, 50), *lines(b, 320), *lines([title], 50, 190), *lines(c, 50, 220), *lines(d, 320, 220)]
    assert paragraphs(page) == [f"{' '.join(a)} {' '.join(b)}", title, f"{' '.join(c)} {' '.join(d)}"]
