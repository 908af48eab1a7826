"""What holds for the notes of every style."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.citing.citation import Work
from briefer.citing.piece import Piece, Pieces, words
from briefer.citing.styles import STYLES, Style
from briefer.model.preset import CITATIONS
from tests.citing.cited import FULL, ONE, TWO, a_source, cite

EVERY: Final = pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
MARKS: Final = '“”"’'
KOREAN: Final[Mapping[str, str]] = {
    "title": "여객선 안전점검", "author": "김서윤", "publisher": "한강일보", "language": "ko",
}  # fmt: skip


def first_note(style: Style, **fields: str) -> Pieces:
    return style.full_note(cite(a_source(**fields)))


def listed(style: Style, **fields: str) -> str:
    return words(style.entry(Work(a_source(**fields), "")))


def test_every_style_that_a_preset_can_name_is_there() -> None:
    assert tuple(STYLES) == CITATIONS


@EVERY
def test_links_lead_to_the_full_note_the_list_the_evidence_and_the_web(style: Style) -> None:
    citation = cite(a_source(**FULL), TWO)
    full, short = style.full_note(citation), style.short_note(citation, 3)
    evidence = [f"#_Evid{ONE}", f"#_Evid{TWO}"]
    assert [piece.link for piece in full if piece.link] == [FULL["url"], "#_SourceS1", *evidence]
    assert [piece.link for piece in short if piece.link] == ["#_Note3", "#_SourceS1", *evidence]


@EVERY
def test_an_address_that_is_not_of_the_web_is_no_link(style: Style) -> None:
    note = first_note(style, title="T", url="file:///etc/passwd")
    assert all(not piece.link.startswith("file") for piece in note)
    assert "file:///etc/passwd" in words(note)


@EVERY
def test_korean_is_marked_as_korean_and_stands_upright(style: Style) -> None:
    note = first_note(style, **KOREAN)
    assert {piece.text.rstrip(".") for piece in note if piece.language == "ko"} == {
        "여객선 안전점검",
        "김서윤",
        "한강일보",
    }
    assert all(piece.style == "" for piece in note)


@EVERY
def test_a_passage_is_quoted_by_a_source_without_an_outlet(style: Style) -> None:
    assert "passage 1a2b3c4d, as quoted by S4" in words(
        style.full_note(cite(a_source("S4", title="T"), quoted=ONE))
    )


@EVERY
def test_a_report_made_from_another_names_it(style: Style) -> None:
    told = a_source("S1", title="Told", derived_from="S2")
    assert "made from source S2" in words(style.full_note(cite(told, among=[a_source("S2", title="First")])))


@EVERY
def test_the_list_gives_the_grade(style: Style) -> None:
    assert ", Admiralty grade B2" in listed(style, title="T", reliability="B", credibility="2")


@EVERY
def test_names_and_titles_are_never_recased(style: Style) -> None:
    note = words(first_note(style, title="will it hold", author="de la Cruz", publisher="tageszeitung"))
    assert all(name in note for name in ("will it hold", "de la Cruz", "tageszeitung"))


@EVERY
@given(title=st.text(alphabet='Aa “”"’.,?!', min_size=1).map(str.strip).filter(bool))
def test_no_mark_of_ours_touches_one_of_a_title_that_stands_as_recorded(style: Style, title: str) -> None:
    note = first_note(style, title=title, author="Jane Doe", language="en")
    place = note.index(next(piece for piece in note if piece.language == "en"))
    assert note[place].text == title
    before, after = words(note[:place])[-1], words(note[place + 1 :])[0]
    for edge, ours in ((title[0], before), (title[-1], after)):
        assert not (edge in MARKS and ours in MARKS)
        assert not (edge in ".," and ours in ".,")


def test_chicago_sets_an_outlet_in_italics_and_an_institution_upright() -> None:
    chicago = STYLES["chicago"]
    assert Piece("The Courier", "italic") in first_note(chicago, title="T", publisher="The Courier")
    official = first_note(chicago, title="T", author="Lloyd Austin", publisher="Pentagon", kind="official")
    assert all(piece.style == "" for piece in official)


def test_apa_sets_the_title_in_italics_unless_it_stands_in_a_periodical() -> None:
    apa, told = STYLES["apa"], {"title": "T", "author": "Jane Doe", "publisher": "The Courier"}
    assert Piece("The Courier", "italic") in first_note(apa, **told, kind="newspaper")
    assert Piece("T", "italic") in first_note(apa, **told, kind="agency")
    assert Piece("T", "italic") in first_note(apa, **(told | {"author": ""}), kind="newspaper")


def test_apa_keeps_one_full_stop_behind_an_outlet() -> None:
    note = words(first_note(STYLES["apa"], title="T", author="Jane Doe", publisher="News Corp."))
    assert " News Corp. URL not recorded [" in note
