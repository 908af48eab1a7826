"""A Word brief that an office program has opened and saved again keeps what it is made of.

Saved as Word, and by way of OpenDocument. LibreOffice names a bookmark within a note anew ("_Copy_1").
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from briefer.cli import run
from briefer.tasks.opening import read_project, sample_path
from briefer.writing import docx
from briefer.writing.compose import compose
from tests.writing import docx_reader as reader
from tests.writing.briefs import a_rich_brief

W = reader.W
WORD = "docx:MS Word 2007 XML"


class Pair(NamedTuple):
    """A brief as written, as saved again, and the file of that."""

    written: bytes
    saved: bytes
    file: Path


@pytest.fixture(scope="module", params=["word", "opendocument"])
def pairs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pair]:
    """The sample's brief and a rich one, each saved again by LibreOffice."""
    folder = tmp_path_factory.mktemp("saved")
    session = read_project(sample_path())
    written = {"sample": docx.render(compose(session.project)), "rich": docx.render(a_rich_brief())}
    session.close()
    for name, document in written.items():
        (folder / f"{name}.docx").write_bytes(document)
    if request.param == "opendocument":
        files = converted(folder, sorted(folder.glob("*.docx")), "odt")
    else:
        files = sorted(folder.glob("*.docx"))
    again = converted(folder, files, WORD)
    return {file.stem: Pair(written[file.stem], file.read_bytes(), file) for file in again}


def converted(folder: Path, files: list[Path], form: str) -> list[Path]:
    out = folder / form.partition(":")[0] / files[0].suffix[1:]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(out)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)
    return sorted(out.iterdir())


@pytest.mark.parametrize("name", ["sample", "rich"])
class TestSavedAgain:
    def test_every_bookmark_is_still_there(self, pairs: dict[str, Pair], name: str) -> None:
        written, saved = bookmarks(pairs[name].written), bookmarks(pairs[name].saved)
        assert len(written) > 15
        assert sorted(mark.removesuffix("_Copy_1") for mark in saved) == sorted(written)

    def test_every_paragraph_and_every_note_says_the_same(self, pairs: dict[str, Pair], name: str) -> None:
        pair = pairs[name]
        assert reader.notes(pair.saved) == reader.notes(pair.written)
        assert unnumbered(pair.saved) == unnumbered(pair.written)

    def test_every_mark_leads_to_its_own_note(self, pairs: dict[str, Pair], name: str) -> None:
        for document in (pairs[name].written, pairs[name].saved):
            notes = reader.part(document, "word/footnotes.xml").iter(f"{W}footnote")
            numbers = [note.get(f"{W}id") for note in notes if note.get(f"{W}type") is None]
            marks = reader.part(document, "word/document.xml").iter(f"{W}footnoteReference")
            assert [mark.get(f"{W}id") for mark in marks] == numbers

    def test_every_paragraph_has_the_style_of_its_role(self, pairs: dict[str, Pair], name: str) -> None:
        assert styles(pairs[name].saved) == styles(pairs[name].written)

    def test_words_in_another_script_keep_their_language(self, pairs: dict[str, Pair], name: str) -> None:
        assert languages(pairs[name].written).items() <= languages(pairs[name].saved).items()

    def test_tables_repeat_their_header_rows(self, pairs: dict[str, Pair], name: str) -> None:
        counts = [
            len([*reader.part(document, "word/document.xml").iter(f"{W}tblHeader")])
            for document in (pairs[name].written, pairs[name].saved)
        ]
        assert counts[0] == counts[1]

    def test_title_author_and_our_own_properties_are_kept(self, pairs: dict[str, Pair], name: str) -> None:
        written, saved = said(pairs[name].written), said(pairs[name].saved)
        assert {"title", "creator", "Marking", "BrieferEvidenceDigest"} <= set(written)
        for kept in set(written) - {"created", "modified", "language"}:
            assert saved[kept] == written[kept]


def test_evidence_that_is_still_there_proves_the_brief_and_what_is_gone_is_told(
    pairs: dict[str, Pair], capsys: pytest.CaptureFixture[str]
) -> None:
    pair = pairs["sample"]
    carried = "customXml/item1.xml" in reader.parts(pair.saved)
    code = run(["verify", str(pair.file)])
    told = "".join(capsys.readouterr())
    assert code == (0 if carried else 3)
    assert ("This Word file was saved again by LibreOffice" if carried else "carries no evidence") in told
    assert ("consistent with its own evidence" in told) == carried


def bookmarks(document: bytes) -> list[str]:
    return [
        mark.get(f"{W}name", "")
        for part in ("word/document.xml", "word/footnotes.xml")
        for mark in reader.part(document, part).iter(f"{W}bookmarkStart")
    ]


def unnumbered(document: bytes) -> list[str]:
    """Give the paragraphs without the ids of their notes, which are the program's own."""
    return [re.sub(r"\[\^\d+\]", "[^]", words) for words in reader.body(document)]


def styles(document: bytes) -> list[str]:
    """Give the names of the paragraphs' styles, in lower case as Word takes them."""
    named = {
        style.get(f"{W}styleId"): reader.value(style.find(f"{W}name")).lower()
        for style in reader.part(document, "word/styles.xml").iter(f"{W}style")
    }
    paragraphs = reader.part(document, "word/document.xml").iter(f"{W}p")
    return [named[reader.value(each.find(f"{W}pPr/{W}pStyle"))] for each in paragraphs]


def languages(document: bytes) -> dict[str, str]:
    """Give the language of each stretch that is marked with one."""
    return {
        reader.words(each): next(iter(found.attrib.values()))
        for part in ("word/document.xml", "word/footnotes.xml")
        for each in reader.part(document, part).iter(f"{W}r")
        if (found := each.find(f"{W}rPr/{W}lang")) is not None
    }


def said(document: bytes) -> dict[str, str]:
    """Give core and custom properties by name."""
    core = {
        field.tag.partition("}")[2]: field.text or "" for field in reader.part(document, "docProps/core.xml")
    }
    custom = {
        field.get("name", ""): field[0].text or "" for field in reader.part(document, "docProps/custom.xml")
    }
    return core | custom
