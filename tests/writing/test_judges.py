"""The brief of any project is without fault: to validators of Word files and PDFs, on its pages, to `verify`.

Each file is written once, and every judge looks at it. Each case is a random project by its number, so a
fault is found again by the name of its test.
"""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest

from briefer.checking.docx_reader import reread
from briefer.checking.verify import verify
from briefer.checking.word_parts import Parts
from briefer.writing import docx, pdf
from briefer.writing.brief import Brief
from briefer.writing.pdf_shapes import Sheet, sheet
from tests.checking.pdf_files import judged
from tests.proving import examples
from tests.writing.briefs import a_brief, a_rich_brief, p
from tests.writing.judges import (
    astray,
    audited,
    heard,
    judged_by_open_xml_sdk,
    parted_from_their_marks,
    unsound,
)
from tests.writing.random_projects import a_random_brief

FAULTY_ONCE = (294,)  # a link of marks and letters, read aloud as nothing but where it leads
every_project = pytest.mark.parametrize("number", sorted({*range(examples(500)), *FAULTY_ONCE}))


@every_project
def test_the_word_brief_of_any_project_is_without_fault(number: int, tmp_path: Path) -> None:
    document = tmp_path / "brief.docx"
    document.write_bytes(docx.render(a_random_brief(number)))
    assert audited(document) == []
    assert judged_by_open_xml_sdk(document) == []
    assert verify(reread(Parts(document.read_bytes(), document.name))) == []


@every_project
def test_the_pdf_brief_of_any_project_is_without_fault(number: int, tmp_path: Path) -> None:
    brief, document = a_random_brief(number), tmp_path / "brief.pdf"
    document.write_bytes(pdf.render(brief))
    with pikepdf.open(document) as opened:
        assert unsound(opened) == []
        assert parted_from_their_marks(opened) == []
    assert astray(document, paper_of(brief)) == []
    assert heard(document) == []
    assert judged(document) == []


def test_the_judges_of_word_files_find_a_paragraph_where_none_may_be(tmp_path: Path) -> None:
    document = tmp_path / "brief.docx"
    with ZipFile(io.BytesIO(docx.render(a_rich_brief()))) as sound, ZipFile(document, "w") as broken:
        for name in sound.namelist():
            content = sound.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:sectPr>", b"<w:p><w:pPr><w:p/></w:pPr></w:p><w:sectPr>")
            broken.writestr(name, content)
    assert audited(document)
    assert judged_by_open_xml_sdk(document)


def test_the_judge_of_tagged_pdfs_hears_a_missing_title(tmp_path: Path) -> None:
    document = tmp_path / "brief.pdf"
    document.write_bytes(pdf.render(a_brief(p("statement", "The dam held."))))
    assert any("title" in fault for fault in heard(document))


def test_letters_and_notes_out_of_their_place_are_found(tmp_path: Path) -> None:
    brief, document = a_rich_brief(), tmp_path / "brief.pdf"
    document.write_bytes(pdf.render(brief))
    paper = paper_of(brief)
    narrower = replace(paper, look=replace(paper.look, sides=paper.look.sides + 5))
    assert {letter.page for letter in astray(document, narrower)} >= {0, 1}
    with pikepdf.open(document) as opened:
        page = opened.pages[0]
        page.Contents = opened.make_stream(page.Contents.read_bytes().replace(b"/Label 1", b"/Label 90"))
        assert parted_from_their_marks(opened) == [1, 90]


def paper_of(brief: Brief) -> Sheet:
    return sheet(brief.look, brief.paper)
