"""The Word brief opens in an office program, with its quotations, notes and banner in place."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from briefer.cli import run
from briefer.tasks.opening import read_project, sample_path
from briefer.writing.brief import printed_notes
from briefer.writing.compose import compose


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What LibreOffice prints of the sample's Word brief, page by page."""
    folder = tmp_path_factory.mktemp("office")
    assert run(["export", str(sample_path()), str(folder / "brief.docx")]) == 0
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "brief.docx"],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return words_of(folder / "brief.pdf")


def words_of(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    found = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return found


def folded(words: str) -> str:
    """Return words without white space and hyphens, which a line end may add or take."""
    return re.sub(r"[\s\u00ad\ufffe\u0002-]", "", words)


def test_every_page_bears_the_marking_twice_and_its_number(pages: list[str]) -> None:
    for number, page in enumerate(pages, 1):
        assert page.count("UNCLASSIFIED") == 2
        assert f"Page {number} of {len(pages)}" in page


def test_every_quotation_and_every_note_is_printed(pages: list[str]) -> None:
    printed = folded("".join(pages))
    session = read_project(sample_path())
    for passage in session.project.passages():
        assert folded(passage.anchor.quote) in printed
    notes = list(printed_notes(compose(session.project)))
    session.close()
    assert len(notes) > 90
    assert all(folded(note) in printed for note in notes)
