from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest

from briefer.errors import BrieferError
from briefer.isolated.running import call
from briefer.writing.pdf import render
from tests.writing.briefs import LONG_ADDRESS, a_rich_brief

READ = "briefer.isolated.pdf_text:read_pdf"


def test_a_brief_is_read_in_the_order_of_its_words(tmp_path: Path) -> None:
    read = read_again(tmp_path)
    first, second = read["pages"]
    assert first[0] == ["paper", 1, "UNCLASSIFIED", "Artifact"]
    assert first[1][:2] == ["body", 0]
    assert first[-1] == ["paper", 2, "Page 1 of 2UNCLASSIFIED", "Artifact"]
    assert [number for kind, number, _, _ in first + second if kind == "label"] == list(range(1, 9))
    assert [text for kind, _, text, _ in first + second if kind == "mark"] == list("12345678")


def test_the_properties_the_outline_the_links_and_the_attachment_are_read(tmp_path: Path) -> None:
    read = read_again(tmp_path)
    assert read["properties"]["Author"] == "Yōko 김"
    assert read["outline"][2:4] == [[0, "Threats"], [1, "Command restructure"]]
    assert set(read["links"]) == {LONG_ADDRESS}
    assert [name for name, _ in read["attached"]] == ["evidence.json"]
    assert "<dc:language>" in read["xmp"][0]
    assert read["asides"] == [[], []]


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    assert refusal(tmp_path / "a.pdf") == (
        "“a.pdf” is no PDF, or a damaged one; get it again from whoever sent it."
    )


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "cannot be read (No such file or directory)" in refusal(tmp_path / "a.pdf")


def test_what_is_locked_is_refused(tmp_path: Path) -> None:
    with a_pdf(pages=1) as pdf:
        pdf.save(tmp_path / "a.pdf", encryption=pikepdf.Encryption(owner="o", user="u"))
    assert "locked with a password" in refusal(tmp_path / "a.pdf")


def test_what_holds_no_text_is_refused(tmp_path: Path) -> None:
    with a_pdf(pages=2) as pdf:
        pdf.save(tmp_path / "a.pdf")
    assert "holds pictures and no text" in refusal(tmp_path / "a.pdf")


def test_what_has_more_pages_than_any_brief_is_refused(tmp_path: Path) -> None:
    with a_pdf(pages=5001) as pdf:
        pdf.save(tmp_path / "a.pdf")
    assert "more than 5000 pages" in refusal(tmp_path / "a.pdf")


def test_what_is_larger_than_any_brief_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "a.pdf").open("wb") as sparse:
        sparse.truncate(500_000_000)
    assert "larger than any brief" in refusal(tmp_path / "a.pdf")


def test_a_page_that_contains_itself_ends_in_a_sentence(tmp_path: Path) -> None:
    with a_pdf(pages=1) as pdf:
        form = pdf.make_stream(
            b"/X Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9]
        )
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
        pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
        pdf.pages[0].Contents = pdf.make_stream(b"/X Do")
        pdf.save(tmp_path / "a.pdf")
    assert refusal(tmp_path / "a.pdf")


def read_again(folder: Path) -> dict[str, Any]:
    """Write the rich brief and read it in a child."""
    path = folder / "brief.pdf"
    path.write_bytes(render(a_rich_brief()))
    read: dict[str, Any] = call(READ, str(path))
    return read


def refusal(path: Path) -> str:
    with pytest.raises(BrieferError) as caught:
        call(READ, str(path))
    return str(caught.value)


def a_pdf(*, pages: int) -> pikepdf.Pdf:
    pdf = pikepdf.Pdf.new()
    for _ in range(pages):
        pdf.add_blank_page()
    return pdf
