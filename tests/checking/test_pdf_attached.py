"""A PDF may carry the files of its cited sources, as they came and named by their hash, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from briefer.errors import BrieferError
from briefer.model.preset import WHOLE
from briefer.tasks.exporting import export
from briefer.tasks.verifying import verify_file
from tests.worlds import World

CITED, UNREAD = "The dam held.", "Nobody cites this."
NAME = sha256(CITED.encode()).hexdigest()


def a_pdf(folder: Path) -> Path:
    """Export the brief of a project with a source that is cited twice and one that is not."""
    world = World()
    section = world.section("Findings")
    source = world.source(CITED)
    world.source(UNREAD)
    world.statement(section, "It held.", world.tag(source, "The dam held", section))
    world.statement(section, "It still does.", world.tag(source, "held", section))
    out = folder / "brief.pdf"
    export(world.session().project, out, preset=replace(WHOLE, with_sources=True))
    return out


def test_the_files_of_cited_sources_travel_as_they_came(tmp_path: Path) -> None:
    with pikepdf.open(a_pdf(tmp_path)) as pdf:
        assert sorted(pdf.attachments) == sorted([NAME, "evidence.json"])
        assert pdf.attachments[NAME].get_file().read_bytes() == CITED.encode()
        assert pdf.attachments[NAME].description == "The file of source S1; its name is its SHA-256"
        assert [str(each.AFRelationship) for each in pdf.Root.AF] == ["/Data", "/Source"]


def test_they_are_no_finding(tmp_path: Path) -> None:
    found = verify_file(a_pdf(tmp_path), None)
    assert (found.findings, found.verdict) == ([], "consistent with its own evidence")


def add(pdf: pikepdf.Pdf, name: str, content: bytes) -> None:
    pdf.attachments[name] = pikepdf.AttachedFileSpec(
        pdf, content, filename=name, description="", mime_type="", creation_date="", mod_date=""
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda pdf: add(pdf, "more.txt", b"Read this instead."),
        lambda pdf: add(pdf, NAME, b"The dam broke."),
        lambda pdf: add(pdf, sha256(b"forged").hexdigest(), b"forged"),
    ],
)
def test_a_file_that_is_none_of_its_sources_is_found(
    tmp_path: Path, change: Callable[[pikepdf.Pdf], None]
) -> None:
    path = a_pdf(tmp_path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(path)
    assert [one for one in verify_file(path, None).findings if "the attached file" in one.message]


def test_without_the_evidence_they_prove_nothing(tmp_path: Path) -> None:
    path = a_pdf(tmp_path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        del pdf.attachments["evidence.json"]
        pdf.save(path)
    with pytest.raises(BrieferError, match="carries no evidence"):
        verify_file(path, None)
