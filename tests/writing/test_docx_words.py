"""Styles, languages, fonts, places and links, as Word finds them."""

from __future__ import annotations

import pytest

from briefer.tasks.opening import read_project, sample_path
from briefer.writing.brief import Heading, Note, NoteMark, Run, Table
from briefer.writing.compose import compose
from briefer.writing.docx import render
from tests.writing import docx_reader as reader
from tests.writing.briefs import a_brief, a_rich_brief, p

W = reader.W


def language(document: bytes, words: str) -> dict[str, str]:
    """Return the languages of the one run that prints just this."""
    (properties,) = reader.runs(document, words)
    return {name.removeprefix(W): tag for found in properties.iter(f"{W}lang") for name, tag in found.items()}


@pytest.mark.parametrize(
    ("words", "tag", "expected"),
    [
        ("본문 바로가기", "", {"eastAsia": "ko-KR"}),
        ("日本の海", "", {"eastAsia": "ja-JP"}),
        ("安全", "", {"eastAsia": "ja-JP"}),
        ("安全", "ko", {"eastAsia": "ko-KR"}),
        ("安全", "zh", {"eastAsia": "zh-CN"}),
        ("שלום", "", {"bidi": "he-IL"}),
        ("سلام", "", {"bidi": "ar-SA"}),
        ("Bonjour", "fr", {"val": "fr-FR"}),
        ("Ciao", "it-IT", {"val": "it-IT"}),
        ("Tokyo", "ja", {}),
        ("Tokyo", "en", {}),
    ],
)
def test_words_carry_their_language(words: str, tag: str, expected: dict[str, str]) -> None:
    assert language(render(a_brief(p("quotation", Run(words, "bold", tag)))), words) == expected


def test_a_line_of_many_scripts_is_parted_and_loses_nothing() -> None:
    line = "Yōko says 한국 and 米国, then שלום, 2 עולם (end)."
    document = render(a_brief(p("quotation", Run(line, "quiet"))))
    assert reader.body(document) == [line]
    assert language(document, "שלום, 2 עולם") == {"bidi": "he-IL"}


def test_east_asian_words_take_their_font_and_are_not_slanted() -> None:
    (korean,) = reader.runs(render(a_brief(p("statement", Run("한국", "italic")))), "한국")
    assert [child.tag for child in korean] == [f"{W}rFonts", f"{W}lang"]
    assert reader.value(korean.find(f"{W}rFonts"), "eastAsia") == "Malgun Gothic"


def test_a_paragraph_that_begins_in_hebrew_runs_from_right_to_left() -> None:
    hebrew, latin = p("quotation", "“שלום” he said"), p("quotation", "He said “שלום”")
    document = reader.part(render(a_brief(hebrew, latin)), "word/document.xml")
    assert [len(list(paragraph.iter(f"{W}bidi"))) for paragraph in document.iter(f"{W}p")] == [1, 0]


def test_the_document_speaks_the_language_of_the_brief() -> None:
    styles = reader.part(render(a_rich_brief()), "word/styles.xml")
    assert [reader.value(found) for found in styles.iter(f"{W}lang")] == ["en-US"]


def test_every_role_has_a_style_of_its_own() -> None:
    document = reader.part(render(a_rich_brief()), "word/document.xml")
    styles = reader.part(render(a_rich_brief()), "word/styles.xml")
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    used = {reader.value(style) for style in document.iter(f"{W}pStyle")}
    assert used == {
        "Title", "BriefFront", "Heading1", "Heading2", "BottomLine", "BodyText", "Quote", "QuoteBelow",
        "EmptySection",
        "ReferenceEntry", "Evidence", "EvidenceEntry", "Context", "SmallPrint", "Caption", "TableHeading",
        "TableText",
    }  # fmt: skip
    assert used <= known


def test_a_note_mark_can_be_pointed_at_and_a_later_note_points_with_a_field() -> None:
    body = p("statement", "The dam held.", NoteMark(1), NoteMark(2))
    see = Note(2, (Run("See n. "), Run("1", link="#_Note1"), Run(", "), Run("above", link="#_Note1")))
    document = render(a_brief(body, notes=(Note(1, (Run("A report."),)), see)))
    marks = reader.part(document, "word/document.xml").iter(f"{W}bookmarkStart")
    assert [reader.value(mark, "name") for mark in marks] == ["_Note1", "_Note2"]
    notes = reader.part(document, "word/footnotes.xml")
    assert [field.text for field in notes.iter(f"{W}instrText")] == [" NOTEREF _Note1 \\h "]
    assert [reader.value(link, "anchor") for link in notes.iter(f"{W}hyperlink")] == ["_Note1"]
    assert reader.notes(document) == ["A report.", "See n. 1, above"]


def test_bookmarks_are_numbered_through_body_and_notes_and_named_once() -> None:
    twice = (p("quotation", "The dam held.", bookmark="_Cite1"), p("quotation", "It did.", bookmark="_Cite1"))
    note = p("statement", "Noted.", NoteMark(1))
    document = render(a_brief(Heading(1, "Dam", "dam"), *twice, note, notes=(Note(1, ()),)))
    starts = [
        start
        for name in ("word/document.xml", "word/footnotes.xml")
        for start in reader.part(document, name).iter(f"{W}bookmarkStart")
    ]
    assert [reader.value(start, "name") for start in starts] == ["dam", "_Cite1", "_Note1", "_Foot1"]
    assert [reader.value(start, "id") for start in starts] == ["1", "2", "3", "4"]


def test_a_place_that_word_would_not_take_gets_another_name_and_is_still_found() -> None:
    for name in ("9 lives", "_" + "x" * 40, "본문"):
        document = reader.part(
            render(a_brief(Heading(1, "Dam", name), p("statement", Run("there", link=f"#{name}")))),
            "word/document.xml",
        )
        (place,) = document.iter(f"{W}bookmarkStart")
        (link,) = document.iter(f"{W}hyperlink")
        assert reader.value(place, "name") == reader.value(link, "anchor")
        assert len(reader.value(place, "name")) == 40


def test_a_table_repeats_its_header_keeps_rows_whole_and_fills_the_page() -> None:
    rows = tuple(((Run(str(number)),), ()) for number in range(3))
    table = Table("Dams", ("Number", "Held"), (1 / 3, 2 / 3), rows)
    document = reader.part(render(a_brief(table, p("small", "So."))), "word/document.xml")
    made = list(document.iter(f"{W}tr"))
    assert [len(list(row.iter(f"{W}tblHeader"))) for row in made] == [1, 0, 0, 0]
    assert [len(list(row.iter(f"{W}cantSplit"))) for row in made] == [1, 1, 1, 1]
    assert [reader.value(column, "w") for column in document.iter(f"{W}gridCol")] == ["2982", "5964"]
    assert reader.value(document.find(f".//{W}tblDescription")) == "Columns: Number, Held"
    last = list(document.iter(f"{W}p"))[-1]
    assert reader.value(last.find(f".//{W}pStyle")) == "SmallPrintBelow"


def test_two_quotations_in_a_row_are_kept_apart() -> None:
    quotations = [p("quotation", str(number)) for number in range(3)]
    document = reader.part(render(a_brief(*quotations)), "word/document.xml")
    assert [reader.value(style) for style in document.iter(f"{W}pStyle")] == ["Quote", "QuoteBelow", "Quote"]


def test_whoever_restyles_the_document_finds_nothing_set_by_hand() -> None:
    """But for what follows the words: what stays with the next paragraph, script, language, links."""
    paragraphs, words = {"pStyle", "keepNext", "bidi"}, {"rStyle", "rFonts", "lang", "rtl", "noProof"}
    session = read_project(sample_path())
    for brief in (a_rich_brief(), compose(session.project)):
        for name in ("word/document.xml", "word/footnotes.xml"):
            part = reader.part(render(brief), name)
            styled = [each for each in part.iter(f"{W}p") if each.find(f"{W}pPr/{W}pStyle") is not None]
            assert len(styled) > 7
            for kind, allowed in (("pPr", paragraphs), ("rPr", words)):
                made = [one for each in styled for found in each.iter(f"{W}{kind}") for one in found]
                assert {one.tag.removeprefix(W) for one in made} <= allowed
    session.close()


def test_a_paragraph_that_belongs_to_the_next_stays_with_it() -> None:
    blocks = (p("evidence", "The dam held.", together=True), p("context", "S1"))
    document = reader.part(render(a_brief(*blocks)), "word/document.xml")
    assert [len(list(paragraph.iter(f"{W}keepNext"))) for paragraph in document.iter(f"{W}p")] == [1, 0]
