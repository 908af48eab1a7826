"""A page or section that is gone, added or moved is one finding; a PDF saved again is told calmly."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import tostring

import pikepdf
import pytest

from briefer.checking.discrepancy import Discrepancy
from briefer.checking.pdf_leaves import Leaf, Leaves, filled
from briefer.checking.word_markup import W
from briefer.writing import pdf
from briefer.writing.evidence import seal
from briefer.writing.safe_xml import parse_xml
from tests.checking.pdf_files import judged
from tests.checking.word_files import found_in, parts
from tests.writing.briefs import a_long_brief

Change = Callable[[pikepdf.Pdf], object]


@cache
def a_file() -> bytes:
    # No source says what it quotes: it is a draft.
    return pdf.render(seal(replace(a_long_brief(60), banner="DRAFT")))


def after(change: Change, folder: Path) -> list[Discrepancy]:
    """Change a brief of several pages with another program, and verify it."""
    path = folder / "changed.pdf"
    path.write_bytes(a_file())
    with pikepdf.open(path, allow_overwriting_input=True) as opened:
        change(opened)
        opened.save(path)
    return judged(path)


def written(file: bytes, folder: Path) -> Path:
    path = folder / "brief.pdf"
    path.write_bytes(file)
    return path


def said(found: list[Discrepancy]) -> list[str]:
    return [finding.message.partition(";")[0] for finding in found if finding.rule != "saved-again"]


def with_new_page(opened: pikepdf.Pdf, content: bytes = b"") -> None:
    opened.add_blank_page()
    if content:
        opened.pages[-1].Resources = opened.pages[0].Resources
        opened.pages[-1].Contents = opened.make_stream(content)
    opened.pages.insert(1, opened.pages[-1])
    del opened.pages[-1]


def put(before: bytes, then: bytes, page: int = 0) -> Change:
    """Change what a page draws, wherever it stands."""

    def change(opened: pikepdf.Pdf) -> None:
        content = opened.pages[page].Contents
        drawn = content.read_bytes()
        assert re.search(before, drawn)
        content.write(re.sub(before, then, drawn))

    return change


def test_a_pdf_that_was_only_saved_again_is_told_in_one_sentence(tmp_path: Path) -> None:
    def rewrite(opened: pikepdf.Pdf) -> None:
        opened.docinfo["/Producer"] = "Some Office 7"
        with opened.open_metadata(set_pikepdf_as_editor=False) as told:
            told["pdf:Producer"] = "Some Office 7"

    (finding,) = after(rewrite, tmp_path)
    assert finding.message == (
        "This PDF was saved again by Some Office 7: its words were compared, but what its pages show"
        " cannot be proven; export the brief again to prove it."
    )
    (finding,) = after(lambda _: None, tmp_path)
    assert "changed, or saved again by another program" in finding.message


def test_metadata_that_says_something_else_is_told_by_its_name(tmp_path: Path) -> None:
    def rename(opened: pikepdf.Pdf) -> None:
        with opened.open_metadata(update_docinfo=False) as told:
            told["dc:title"] = "Another title"

    (finding,) = (one for one in after(rename, tmp_path) if one.rule != "saved-again")
    assert (finding.where, finding.says) == ("the title in the document’s metadata", "Another title")


def test_metadata_that_cannot_be_read_is_not_shown(tmp_path: Path) -> None:
    plain = pdf.render(seal(replace(a_long_brief(3), title="Water", banner="DRAFT")))
    file = plain.replace(b'<?xpacket begin="', b'<?xpacket bogus="', 1)
    assert "<" not in "".join(finding.message for finding in judged(written(file, tmp_path)))
    (finding,) = judged(written(plain.replace(b"<rdf:RDF", b"<rdf:XYZ", 1), tmp_path))[:1]
    assert "Water" in finding.should
    assert finding.where == "the title in the document’s metadata"
    (finding,) = judged(written(plain.replace(b"\n<x:xmpmeta", b" <x:xmpmeta", 1), tmp_path))
    assert (finding.where, finding.says) == ("the document’s metadata", "(another form)")


def test_words_without_marks_of_their_paragraphs_are_said_not_to_be_compared(tmp_path: Path) -> None:
    def strip(opened: pikepdf.Pdf) -> None:
        for number in range(len(opened.pages)):
            put(rb"/\w+ <<[^>]*>> BDC|EMC", b"", number)(opened)

    (finding,) = after(strip, tmp_path)
    assert "so its words cannot be compared" in finding.message


@pytest.mark.parametrize("place", [0, 1, -1])
def test_a_page_that_is_gone_is_one_finding_with_its_first_words(tmp_path: Path, place: int) -> None:
    pages = []

    def change(opened: pikepdf.Pdf) -> None:
        pages.append(len(opened.pages))
        del opened.pages[place]

    (message,) = said(after(change, tmp_path))
    number = place + 1 if place >= 0 else pages[0]
    assert message.startswith(f"Page {number} is missing, from “")
    assert "evidence" not in message


def test_pages_that_are_gone_together_are_one_finding(tmp_path: Path) -> None:
    (message,) = said(after(lambda opened: opened.pages.__delitem__(slice(1, 3)), tmp_path))
    assert message.startswith("Pages 2 to 3 are missing, from “")


def test_what_else_was_changed_is_found_beside_a_page_that_is_gone(tmp_path: Path) -> None:
    def change(opened: pikepdf.Pdf) -> None:
        put(rb"<([0-9a-f]{4})[0-9a-f]{8}", rb"<\1\1\1")(opened)
        del opened.pages[1]

    assert len(said(after(change, tmp_path))) > 1


def test_pages_that_changed_places_are_one_finding(tmp_path: Path) -> None:
    def swap(opened: pikepdf.Pdf) -> None:
        opened.pages.insert(0, opened.pages[1])
        del opened.pages[2]

    assert said(after(swap, tmp_path)) == ["Page 2 stands where page 1 belongs"]


def test_a_page_that_was_added_or_doubled_is_one_finding(tmp_path: Path) -> None:
    assert said(after(with_new_page, tmp_path)) == ["The file’s sheet 2 was added (without words)"]
    words = b"BT /F1 9 Tf 1 0 0 1 90 90 Tm <00520065> Tj ET 0 0 9 9 re f"
    (message,) = said(after(lambda opened: with_new_page(opened, words), tmp_path))
    assert re.fullmatch(r"The file’s sheet 2 was added \(“.+”\)", message)
    doubled = said(after(lambda opened: opened.pages.append(opened.pages[0]), tmp_path))
    assert doubled == ["Page 1 is there more than once"]


def test_a_changed_page_number_is_not_taken_for_a_page_that_is_gone(tmp_path: Path) -> None:
    foot = rb"(/Paper 2>> BDC\n[^<]*<(?:[0-9a-f]{4}){5})([0-9a-f]{4})"
    for page in (0, 1):
        found = after(put(foot, rb"\1\2\2", page), tmp_path)
        assert {finding.rule for finding in found} == {"saved-again", "altered-brief"}


def test_a_section_that_is_gone_from_a_word_brief_is_told_once_with_its_notes() -> None:
    document = parse_xml(parts()["word/document.xml"], "document")
    body = document[0]
    doomed = False
    for element in list(body):
        style = element.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val", "").startswith("Heading"):
            doomed = "".join(element.itertext()).endswith("Findings")
        if doomed:
            body.remove(element)
    found = found_in(parts() | {"word/document.xml": tostring(document)})
    assert [finding.rule for finding in found] == ["missing-paragraph", "missing-note"]
    assert re.match(
        r"The brief lacks \d+ paragraphs before the heading “Empty”, from “Findings”", found[0].message
    )
    assert found[0].should.startswith("Findings\n")


def test_numbers_that_a_strange_file_chooses_cost_no_time() -> None:
    page = [["body", 2_000_000_000, "Nothing."]]
    whole, _ = filled(Leaves((Leaf(2, page),), 3), "body", {}, {1: "It held.", 2: "It fell."})
    assert whole == {1: "It held.", 2: "It fell."}
