"""A package of strangers is unpacked within limits, and its XML asks for nothing."""

from __future__ import annotations

import struct
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_LZMA, ZipFile

import pytest

from briefer.errors import BrieferError
from briefer.reading.package import Package, read
from tests.reading.packages import a_paragraph, a_word, a_zip, packed


def refusal(data: bytes) -> str:
    with pytest.raises(BrieferError) as caught:
        read("a.docx", data)
    return str(caught.value)


def test_a_package_of_something_else_is_refused() -> None:
    assert "is no document of Word or OpenDocument, but another package" in refusal(a_zip(a__b="x"))
    relations = packed({"_rels/.rels": '<r><a Type="x/officeDocument" Target="b.xml"/></r>', "b.xml": "<c/>"})
    assert "is no document of Word" in refusal(relations)


@pytest.mark.parametrize("cut", [50, 500, -30])
def test_half_a_package_is_damaged(cut: int) -> None:
    assert refusal(a_word(a_paragraph("It held. " * 50))[:cut]) == (
        "“a.docx” is damaged; get it again from whoever sent it."
    )


def test_a_part_that_needs_a_password_is_refused() -> None:
    data = bytearray(a_zip(_rels__x="x"))
    data[6] |= 1
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    with pytest.raises(BrieferError, match="locked with a password"):
        Package("a.docx", bytes(data)).part("_rels/x")


@pytest.mark.parametrize("way", [ZIP_BZIP2, ZIP_LZMA])
def test_a_part_packed_as_in_no_document_is_damaged(way: int) -> None:
    file = BytesIO()
    with ZipFile(file, "w", way) as archive:
        archive.writestr("a.xml", "<a/>")
    with pytest.raises(BrieferError, match="“a.docx” is damaged"):
        Package("a.docx", file.getvalue()).part("a.xml")


def test_a_bomb_is_left_alone() -> None:
    bomb = a_word(a_paragraph("a" * 30_000_000))
    assert "unpacks to far more than a document holds" in refusal(bomb)


def test_parts_beyond_all_measure_are_left_alone() -> None:
    assert "parts, as no document has" in refusal(packed({f"{number}": "" for number in range(20_001)}))


def test_a_part_that_lies_about_its_size_is_damaged() -> None:
    data = bytearray(packed({"_rels/.rels": "<r/>" * 50}))
    central = data.index(b"PK\x01\x02")
    struct.pack_into("<L", data, central + 24, 10)
    assert "damaged" in refusal(bytes(data))


@pytest.mark.parametrize(
    "document",
    [
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>',
        '<!DOCTYPE d SYSTEM "http://example.org/d.dtd"><d/>',
        f"<!DOCTYPE d [<!ENTITY a '{'x' * 1000}'><!ENTITY b '{'&a;' * 1000}'>]><d>{'&b;' * 1000}</d>",
        "<d>",
        "no XML",
    ],
)
def test_xml_that_asks_for_more_than_a_document_is_damaged(document: str) -> None:
    assert "is damaged" in refusal(packed({"_rels/.rels": document}))


@pytest.mark.parametrize("deep", [90, 5_000])
def test_a_document_nested_too_deep_is_told_as_that(deep: int) -> None:
    cells = "<w:tbl><w:tr><w:tc>" * deep + a_paragraph("It held.") + "</w:tc></w:tr></w:tbl>" * deep
    assert refusal(a_word(cells)) == (
        "“a.docx” is nested deeper than any document, too deep to be read;"
        " copy its words into a new document, and add that."
    )


def test_two_parts_of_one_name_are_damage() -> None:
    twice = packed({"word/one.xml": "a", "word/two.xml": "b"}).replace(b"word/two", b"word/one")
    assert "is damaged" in refusal(twice)


def test_a_path_in_a_package_leads_nowhere() -> None:
    package = Package("a.docx", packed({"../../escaped.txt": "x", "/etc/passwd": "y"}))
    assert (package.part("../../escaped.txt"), package.part("etc/passwd")) == (b"x", b"")
