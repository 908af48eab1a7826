"""A Word document prints what the brief says, to the letter, and Word can do its own with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from briefer.errors import BrieferError
from briefer.writing.brief import (
    Block,
    Brief,
    Heading,
    Inlines,
    Note,
    NoteMark,
    Paragraph,
    Run,
    Table,
    printed_body,
    printed_notes,
)
from briefer.writing.docx import render
from briefer.writing.evidence import digest, evidence, from_xml
from tests.proving import examples
from tests.writing import docx_reader as reader
from tests.writing.briefs import LONG_ADDRESS, a_brief, a_long_brief, a_rich_brief, p, passages

W = reader.W
ODD = (
    *(
        "",
        " ",
        "\t",
        "\n",
        "a\r\nb",
        "]]>",
        "<w:t>&amp;",
        "“Yōko”",
        "본문 바로가기",
        "日本の\u00a0海",
        "שלום, 1",
    ),
    *("e\u0301", "\u200b", "\u00ad", "😀", "\ufdd0", "\u2028", "\x85", "Ａ１"),
)
WRITABLE = st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff")
WORDS = st.lists(st.sampled_from(ODD) | st.text(WRITABLE, max_size=8), max_size=5).map("".join)
RUNS = st.builds(
    Run,
    WORDS,
    st.sampled_from(["", "italic", "bold", "lead", "quiet"]),
    st.sampled_from(["", "en", "en-GB", "ko", "ja", "zh", "fr", "x-klingon"]),
    st.sampled_from(["", "#_Note1", "#a place", "https://example.org/?a=1&b=“2”"]),
)
ROLES = [
    "title",
    "front",
    "bluf",
    "statement",
    "quotation",
    "empty",
    "reference",
    "evidence",
    "context",
    "small",
]
INLINES = st.lists(RUNS, max_size=4).map(tuple)
PARAGRAPHS = st.builds(
    Paragraph,
    st.sampled_from(ROLES),
    INLINES,
    st.lists(st.text(max_size=50), max_size=2).map(tuple),
    st.booleans(),
)
HEADINGS = st.builds(Heading, st.sampled_from([1, 2]), WORDS, st.text(max_size=50))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.lists(WORDS, min_size=1, max_size=4))
    width = len(columns)
    rows = draw(st.lists(st.lists(INLINES, min_size=width, max_size=width).map(tuple), max_size=3))
    return Table(draw(WORDS), tuple(columns), (1 / width,) * width, tuple(rows))


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    blocks: list[Block] = draw(st.lists(st.one_of(PARAGRAPHS, HEADINGS, tables()), max_size=6))
    noted: list[Inlines] = draw(st.lists(INLINES, max_size=4))
    marked = [p("quotation", "as noted", NoteMark(number)) for number in range(1, len(noted) + 1)]
    notes = tuple(Note(number, inlines) for number, inlines in enumerate(noted, start=1))
    title, author, subject, banner = (draw(WORDS) for _ in range(4))
    created = draw(st.sampled_from(["", "2024-07-28", "2024-07", "soon"]))
    return Brief(title, author, subject, banner, "en", created, (*blocks, *marked), notes)


@given(briefs())
@settings(max_examples=examples(1000))
def test_any_brief_is_read_back_as_it_was_printed(brief: Brief) -> None:
    document = render(brief)
    assert reader.body(document) == list(printed_body(brief))
    assert reader.notes(document) == list(printed_notes(brief))


def test_each_quotation_stands_in_one_paragraph_code_point_for_code_point() -> None:
    brief = a_rich_brief()
    printed = reader.body(render(brief))
    quotes = {passage.id: passage.quote for passage in passages()}
    assert [printed[place].partition("[^")[0] for place in (one.place for one in brief.quoted)] == [
        quotes[one.passage] for one in brief.quoted
    ]


def test_a_tab_stays_a_character_and_no_line_feed_hides_in_the_words() -> None:
    document = reader.part(render(a_brief(p("quotation", "one\n\ttwo"))), "word/document.xml")
    assert [text.text for text in document.iter(f"{W}t")] == ["one", "\ttwo"]


@pytest.mark.parametrize("character", ["\x00", "\x1f", "\ud800", "\uffff"])
def test_a_character_that_xml_cannot_hold_is_refused_and_named(character: str) -> None:
    with pytest.raises(BrieferError, match=f"U\\+{ord(character):04X}: take it out after “The dam ”"):
        render(a_brief(p("statement", f"The dam {character}held.")))


def test_the_judge_of_open_xml_finds_nothing(tmp_path: Path) -> None:
    for name, brief in {"rich": a_rich_brief(), "empty": a_brief(), "long": a_long_brief(60)}.items():
        document = tmp_path / f"{name}.docx"
        document.write_bytes(render(brief))
        assert OpenXmlValidator().validate(str(document)).errors == []


def test_members_are_sorted_and_undated(tmp_path: Path) -> None:
    document = tmp_path / "brief.docx"
    document.write_bytes(render(a_rich_brief()))
    with ZipFile(document) as archive:
        assert archive.namelist() == sorted(archive.namelist())
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {member.create_system for member in archive.infolist()} == {0}


def test_progress_runs_from_nothing_to_everything() -> None:
    told: list[tuple[int, int]] = []
    render(a_long_brief(100), lambda done, total: told.append((done, total)))
    total = 304 + 100
    assert told == [(0, total), (200, total), (400, total), (total, total)]


def test_the_banner_stands_at_the_top_and_the_bottom_of_every_page() -> None:
    document = render(replace(a_brief(), banner="機密 – UNCLASSIFIED"))
    assert reader.words(reader.part(document, "word/header1.xml")) == "機密 – UNCLASSIFIED"
    footer = reader.part(document, "word/footer1.xml")
    assert [reader.words(line) for line in footer] == ["Page 1 of 1", "機密 – UNCLASSIFIED"]
    assert [field.text for field in footer.iter(f"{W}instrText")] == [" PAGE ", " NUMPAGES "]


def test_the_evidence_travels_in_the_file() -> None:
    brief = a_rich_brief()
    document = render(brief)
    found = from_xml(reader.parts(document)["customXml/item1.xml"])
    assert found == evidence(brief)
    properties = {added.get("name"): added[0].text for added in reader.part(document, "docProps/custom.xml")}
    assert properties == {
        "Marking": "UNCLASSIFIED",
        "BrieferFormat": found.format,
        "BrieferEvidenceDigest": digest(found),
    }


def test_the_properties_say_title_author_language_and_product_date() -> None:
    document = render(a_rich_brief())
    said = {field.tag.partition("}")[2]: field.text for field in reader.part(document, "docProps/core.xml")}
    assert said == {
        "title": a_rich_brief().title,
        "subject": a_rich_brief().subject,
        "creator": "Yōko 김",
        "language": "en-US",
        "created": "2024-08-02T00:00:00Z",
        "modified": "2024-08-02T00:00:00Z",
    }


def test_a_product_without_a_date_has_no_date_rather_than_a_false_one() -> None:
    assert [field.text for field in reader.part(render(a_brief()), "docProps/core.xml")] == ["en-US"]


def test_the_bookmark_of_a_cell_stands_around_its_words() -> None:
    rows = (((Run("S1"),), (Run("It held."),)), ((Run("S2"),), (Run("It fell."),)))
    table = Table("Did it hold?", ("Source", "Words"), (0.3, 0.7), rows, ((1, "_Cite1"), (3, "_Cite2")))
    document = reader.part(render(a_brief(table)), "word/document.xml")
    cells = [cell for cell in document.iter(f"{W}tc") if cell.find(f".//{W}bookmarkStart") is not None]
    assert [reader.words(cell) for cell in cells] == ["It held.", "It fell."]
    assert [reader.value(cell.find(f".//{W}bookmarkStart"), "name") for cell in cells] == ["_Cite1", "_Cite2"]


def test_a_long_address_is_a_link_of_the_part_it_stands_in() -> None:
    document = render(a_rich_brief())
    for name in ("word/document.xml", "word/footnotes.xml"):
        (link,) = (
            link for link in reader.part(document, name).iter(f"{W}hyperlink") if link.get(f"{reader.R}id")
        )
        assert reader.targets(document, name)[link.get(f"{reader.R}id", "")] == LONG_ADDRESS
        assert reader.words(link) == LONG_ADDRESS
