"""A PDF is read in the order in which people read it, and its pages keep their beginnings."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from io import BytesIO

import pikepdf
import pytest
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from briefer.errors import BrieferError
from briefer.isolated import pdf_words
from briefer.paths import seeds
from briefer.reading.open import read_bytes
from briefer.reading.pdf import read
from briefer.reading.pdf_layout import read_pages
from briefer.reading.pdf_lines import Line, joined, line_of
from briefer.reading.reading import Found
from tests.reading.pdfs import (
    a_form,
    a_pdf,
    cut,
    in_language,
    justified,
    lines,
    locked,
    row_by_row,
    turned,
)  # fmt: skip

LEFT = [f"left line {place:02} of the column is here" for place in range(30)]
MIDDLE = [f"middle line {place:02} of the column is" for place in range(30)]
RIGHT = [f"right line {place:02} of the column is here" for place in range(28)]


def text(file: bytes) -> str:
    return read("a.pdf", file).text


def refusal(file: bytes) -> str:
    with pytest.raises(BrieferError) as caught:
        read("a.pdf", file)
    return str(caught.value)


def test_a_pdf_is_read_in_the_child_with_its_properties() -> None:
    file = in_language(a_pdf(lines(["It held."]), Title="The dam", Author="Ada"), "en-GB")
    found = read_bytes("a.pdf", file)
    assert (found.text, found.format, found.pages) == ("It held.", "PDF", (0,))
    assert found.reference == {
        "title": Found("The dam", "Title in its properties"),
        "author": Found("Ada", "Author in its properties"),
        "language": Found("en-GB", "the language it names"),
    }
    assert found.suggested == {"published": Found("2000-01-01", "CreationDate in its properties")}


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_words_off_the_page_are_out_and_said(degrees: int) -> None:
    off = [(650.0, 60.0, "no"), (-99.0, 90.0, "no no"), (60.0, -20.0, "no"), (60.0, 860.0, "no")]
    found = read("a.pdf", turned(a_pdf([(60.0, 50.0, "It"), (80.0, 50.0, "held."), *off]), degrees))
    assert found.text == "It held."
    assert found.remarks == ("1 hidden stretch left out of the text.",)
    page = a_pdf([(60.0, 50.0, "It held."), (60.0, 400.0, "It fell."), (290.0, 50.0, "It never fell.")])
    found = read("a.pdf", turned(cut(page, 50, 700, 297, 790), degrees))
    assert found.text == text(turned(a_pdf([(60.0, 50.0, "It held."), (290.0, 50.0, "It")]), degrees))
    assert found.remarks == ("2 hidden stretches left out of the text.",)


def test_two_columns_are_read_one_after_the_other_however_they_were_written() -> None:
    title = [(50.0, 60.0, "A title that runs over both of the columns, and over the gutter between")]
    foot = [(280.0, 760.0, "Page one of one")]
    for body in (
        row_by_row(LEFT, RIGHT),
        [*lines(RIGHT, 320, 105), *lines(LEFT, 50)],
    ):
        found = text(a_pdf([*foot, *body, *title]))
        numbers = re.findall(r"(left|right) line (\d+)", found)
        assert numbers == [("left", f"{n:02}") for n in range(30)] + [("right", f"{n:02}") for n in range(28)]
        assert found.startswith("A title that runs over both")
        assert found.endswith("\n\nPage one of one")


def test_three_columns_are_read_one_after_the_other() -> None:
    found = re.findall(r"(left|middle|right) line", text(a_pdf(row_by_row(LEFT, MIDDLE, RIGHT), size=8)))
    assert found == ["left"] * 30 + ["middle"] * 30 + ["right"] * 28


@pytest.mark.parametrize("size", [8, 9, 10])
def test_three_justified_columns_are_read_one_after_the_other_however_widely_spaced(size: int) -> None:
    articles = [path.read_text("utf-8").split("\n") for path in sorted(seeds().glob("*.txt"))]
    written = [
        line.encode("cp1252", "ignore").decode("cp1252") for article in articles for line in article if line
    ]
    found = re.findall(r"\w+", text(justified(written, 3, size)))
    truth = re.findall(r"\w+", " ".join(written))
    assert Counter(found) == Counter(truth)
    assert SequenceMatcher(None, truth, found, autojunk=False).ratio() >= 0.99


def test_no_word_of_a_set_page_is_lost_and_paragraphs_are_whole() -> None:
    sentences = [
        f"Sentence {n} says that the dam in Tokyo held on day {n} of a long month." for n in range(80)
    ]
    written = [" ".join(sentences[place : place + 4]) for place in range(0, 80, 4)]
    file = BytesIO()
    template = BaseDocTemplate(file, pagesize=(600, 800))
    frames = [Frame(50, 50, 240, 700), Frame(310, 50, 240, 700)]
    template.addPageTemplates(PageTemplate(frames=frames))
    style = getSampleStyleSheet()["BodyText"]
    template.build([Paragraph(words, style) for words in written])
    found = text(file.getvalue())
    assert " ".join(found.split()) == " ".join(written)
    assert len(set(found.split("\n\n")) & set(written)) >= len(written) - 1


def test_a_table_is_read_row_by_row() -> None:
    places, dams = ["Place", "Tokyo", "Seoul"], ["Dams", "2", "10"]
    assert text(a_pdf(row_by_row(places, dams))) == "Place | Dams\nTokyo | 2\nSeoul | 10"


def test_a_justified_line_of_few_words_is_no_row_of_a_table() -> None:
    full = "the words of this line fill it"
    edge = 60 + stringWidth(full, "Helvetica", 10)

    def stretched(top: int, first: str, last: str) -> list[tuple[float, float, str]]:
        return [(60, top, first), (edge - stringWidth(last, "Helvetica", 10), top, last)]

    lines_of_it = [(60.0, 100.0 + 12 * row, full) for row in (0, 1, 3, 5, 6)]
    found = text(a_pdf([*lines_of_it, *stretched(124, "in", "security"), *stretched(148, "of", "their")]))
    assert " ".join(found.split()) == f"{full} {full} in security {full} of their {full} {full}"
    apart = text(a_pdf([*lines_of_it, *stretched(300, "in", "9.9"), *stretched(312, "of", "5.1")]))
    assert apart.endswith("\n\nin | 9.9\nof | 5.1")


def test_a_blank_cell_keeps_its_place() -> None:
    rows = [
        ["State", "2023", "2024", "2025"],
        ["U.S.", "", "9.9", "10"],
        ["", "5.1", "7.2", ""],
        ["Korea", "3.3", "", "4.4"],
    ]
    table = [
        (60 + 130 * column, 100 + 14 * row, words)
        for row, cells in enumerate(rows)
        for column, words in enumerate(cells)
        if words
    ]
    assert text(a_pdf([*table, (60, 300, "The dam held.")])) == (
        "State | 2023 | 2024 | 2025\nU.S. |  | 9.9 | 10\n| 5.1 | 7.2 |\nKorea | 3.3 |  | 4.4\n\nThe dam held."
    )
    over = (60, 90, "A long title that reaches over all of them"), (450, 90, "Dams")
    assert "U.S. | 9.9 | 10" in text(a_pdf([*over, *table]))


def test_paragraphs_begin_after_a_gap_an_indent_a_short_line_or_with_a_bullet() -> None:
    long = "This line is as long as the whole column of text on the page"
    file = a_pdf([
        *lines([long, "and ends here."]), *lines([long], top=124),
        (75, 136, "Indented it begins and runs on to the end of the whole line"), *lines([long], top=148),
        *lines([long, "• a point"], top=190),
    ])  # fmt: skip
    assert text(file).split("\n\n") == [
        f"{long} and ends here.",
        long,
        f"Indented it begins and runs on to the end of the whole line {long}",
        long,
        "• a point",
    ]


def test_hyphens_at_line_ends_are_kept_as_they_are() -> None:
    assert text(a_pdf(lines(["The govern-", "ment of the U.S.-", "Japan talks -", "as ever."]))) == (
        "The govern-ment of the U.S.-Japan talks - as ever."
    )


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("ביולי .2024", "ביולי 2024."), ("הגיעו ב28- ביולי", "הגיעו ב-28 ביולי"),
        ("ביולי 3,500", "ביולי 3,500"), ("said by שלום .5", "said by שלום .5"),
        (".5 of 28-", ".5 of 28-"), (".5", ".5"), ("ב3-5 ביולי", "ב3-5 ביולי"),
    ],
)  # fmt: skip
def test_marks_follow_a_number_in_a_line_from_the_right(written: str, wanted: str) -> None:
    assert line_of([Line(written, 60, 100, 200, 110, 10)]).text == wanted


def test_a_dash_without_a_space_before_it_has_none_behind_it_at_the_end_of_a_line() -> None:
    assert joined("It held—", "so far.") == "It held—so far."
    assert joined("Of 10–", "20 men") == "Of 10–20 men"
    assert joined("It held –", "so far —") == "It held – so far —"
    assert joined("so far —", "it held") == "so far — it held"
    assert joined("—", "It held") == "— It held"


def test_the_bullet_of_a_point_is_no_cell_of_a_table() -> None:
    assert text(a_pdf([(60, 100, "•"), (90, 100, "One"), (300, 100, "Two")])) == "• One | Two"
    assert text(a_pdf([(60, 100, "–"), (90, 100, "5"), (300, 100, "6")])) == "– | 5 | 6"


def test_lines_of_chinese_and_japanese_are_joined_without_a_space() -> None:
    assert joined("日米両政府は", "東京で") == "日米両政府は東京で"
    assert joined("미국과", "일본은") == "미국과 일본은"


def test_pages_keep_their_beginnings_and_a_sentence_runs_over_them() -> None:
    found = read("a.pdf", a_pdf(lines(["It was said"]), [], lines(["that it held."]), lines(["It fell."])))
    assert found.text == "It was said that it held.\n\nIt fell."
    assert [found.text[page:][:7] for page in found.pages] == ["It was ", "that it", "that it", "It fell"]
    assert found.remarks == ("1 page of 4 without text, as scans are.",)


def test_a_heading_of_another_size_is_a_paragraph() -> None:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(600, 800))
    for size, top, words in ((16, 700, "The dam"), (10, 684, "it held."), (10, 672, "It fell.")):
        canvas.setFont("Helvetica", size)
        canvas.drawString(60, top, words)
    canvas.save()
    assert text(file.getvalue()) == "The dam\n\nit held.\n\nIt fell."


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_words_that_stand_aslant_come_last_on_turned_pages_too(degrees: int) -> None:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(600, 800))
    for angle, words in ((45, ("Draft",)), (degrees, ("It held for a day.", "It fell."))):
        canvas.saveState()
        canvas.translate(300, 400)
        canvas.rotate(angle)
        for place, line in enumerate(words):
            canvas.drawString(0, -20 * place, line)
        canvas.restoreState()
    canvas.save()
    assert text(turned(file.getvalue(), degrees)) == "It held for a day. It fell.\n\nDraft"


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_whose_text_runs_sideways_is_read_in_its_columns_after_what_is_level(degrees: int) -> None:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(800, 800))
    canvas.drawString(60, 780, "The Journal")
    canvas.translate(400, 400)
    canvas.rotate(degrees)
    title = "A sentence that runs over both of the columns, and over the gutter between."
    for left, top, words in [*row_by_row(LEFT[:9], RIGHT[:9]), (50, 60, title)]:
        canvas.drawString(left - 300, 400 - top, words)
    canvas.save()
    columns = " ".join([*LEFT[:9], *RIGHT[:9]])
    assert text(file.getvalue()).split("\n\n") == ["The Journal", title, columns]


def test_hebrew_and_arabic_are_read_from_the_right() -> None:
    page = [
        pdf_words.Word("שלום", 510, 10, 540, 20, 10, level=True),
        pdf_words.Word("עולם", 440, 10, 480, 20, 10, level=True),
        pdf_words.Word("טוב", 300, 10, 340, 20, 10, level=True),
    ]
    assert [paragraph.text for paragraph in read_pages([page])[0].body] == ["שלום | עולם | טוב"]


def test_a_character_beyond_sixteen_bits_is_one() -> None:
    table = (
        b"/CIDInit /ProcSet findresource begin begincmap /CMapName /x def /CMapType 2 def\n"
        b"1 begincodespacerange <00> <ff> endcodespacerange\n1 beginbfchar <41> <D83DDE00> endbfchar\n"
        b"endcmap end"
    )
    with pikepdf.open(BytesIO(a_pdf(lines(["A held."])))) as pdf:
        (font,) = pdf.pages[0].Resources.Font.values()
        font.ToUnicode = pdf.make_stream(table)
        file = BytesIO()
        pdf.save(file)
    assert text(file.getvalue()) == "😀 held."


def test_a_scan_is_refused_with_what_to_do() -> None:
    assert refusal(a_pdf([], [])) == (
        "“a.pdf” holds pictures and no text, as scans do; have its text recognised, and add that."
    )


def test_what_is_locked_or_damaged_or_endless_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    file = a_pdf(lines(["It held."]), lines(["It fell."]))
    assert (
        refusal(locked(file)) == "“a.pdf” is locked with a password; save a copy without one, and add that."
    )
    assert refusal(b"%PDF-1.7") == "“a.pdf” is damaged; get it again from whoever sent it."
    monkeypatch.setattr(pdf_words, "_MOST_PAGES", 1)
    assert refusal(file) == "“a.pdf” has more than 1 pages; cut it into parts and add those."


def test_a_page_that_cannot_be_read_is_without_text() -> None:
    with pikepdf.open(BytesIO(a_pdf(lines(["It held."]), lines(["It fell."])))) as pdf:
        pdf.Root.Pages.Kids[1] = pikepdf.Dictionary(Type=pikepdf.Name.Font)
        file = BytesIO()
        pdf.save(file)
    found = read("a.pdf", file.getvalue())
    assert (found.text, found.remarks) == ("It held.", ("1 page of 2 without text, as scans are.",))


def test_a_page_that_contains_itself_is_one_sentence() -> None:
    with pikepdf.open(BytesIO(a_pdf(lines(["It held."])))) as pdf:
        page = pdf.pages[0]
        form = pdf.make_stream(b"/F Do " * 100)
        form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 600, 800]
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
        page.Resources.XObject = pikepdf.Dictionary(F=form)
        page.contents_add(b"/F Do")
        file = BytesIO()
        pdf.save(file)
    with pytest.raises(BrieferError, match="“a.pdf” cannot be read: "):
        read_bytes("a.pdf", file.getvalue())


@pytest.mark.parametrize("shown", [True, False])
def test_what_is_filled_into_a_form_is_read_where_it_stands(shown: bool) -> None:
    found = text(a_form({"Name": "Grace Hopper", "Amount": "$7,500"}, shown=shown))
    assert found.split("\n") == ["Name | Grace Hopper", "Amount | $7,500", "", "Signed in Tokyo."]


def with_line(*lines: tuple[float, float]) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(600, 800), invariant=1)
    for page in range(2):
        canvas.drawString(60, 700, f"It cost $57 million on page {page}.")
        for left, height in lines:
            canvas.line(left, 700 + height, left + 60, 700 + height)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_lines_through_words_are_told_since_they_may_be_struck_out() -> None:
    [remark] = read("a.pdf", with_line((90, 4))).remarks
    assert remark.startswith("A line is drawn through words on page 1 and 1 other page: look there")


def test_underlines_and_rules_beside_words_and_drawings_are_no_such_lines() -> None:
    for drawn in ([(90.0, -2.0)], [(90.0, 14.0)], [(300.0, 4.0)], [(90.0, 4.0)] * 1001):
        assert read("a.pdf", with_line(*drawn)).remarks == ()
