"""A project becomes a brief in a file, or the sentence why not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefer.errors import BrieferError
from briefer.tasks.exporting import BlockedError, Wanted, check_file, export, export_file
from briefer.tasks.opening import copy_project
from briefer.tasks.verifying import verify_file, verify_plain
from tests.worlds import World, a_world

FORMATS = pytest.mark.parametrize("name", ["brief.docx", "BRIEF.PDF"])
EVERY_FORMAT = pytest.mark.parametrize("name", ["brief.docx", "BRIEF.PDF", "brief.html", "brief.MD"])


def a_sound_world() -> World:
    world = a_world(tagged=["dam", "held"])
    world.statement(world.sections[0], "It held.", world.passages[0])
    return world


def a_faulty_world() -> World:
    world = a_sound_world()
    world.statement(world.sections[0], "Nobody said so.")
    return world


def a_wish(*, preset: str = "brief", draft: bool = False) -> Wanted:
    return {
        "preset": preset, "paper": "A4", "citations": "chicago", "embedded": True, "with_sources": False,
        "draft": draft,
    }  # fmt: skip


@FORMATS
def test_a_brief_is_written_and_verified(tmp_path: Path, name: str) -> None:
    session = a_sound_world().session()
    copy_project(session, tmp_path / "p.brief")
    told: list[tuple[int, int]] = []
    found = export(session.project, tmp_path / name, progress=lambda *steps: told.append(steps))
    assert {finding.level for finding in found} == {"warning"}
    assert told
    alone = verify_file(tmp_path / name, None)
    assert (alone.findings, alone.verdict) == ([], "consistent with its own evidence")
    held = verify_file(tmp_path / name, tmp_path / "p.brief")
    assert (held.findings, held.verdict) == ([], "matches the sources in quotations, places and context")


@EVERY_FORMAT
def test_errors_block_the_export_and_leave_the_old_file(tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    out.write_bytes(b"old")
    with pytest.raises(BlockedError, match="blocked by 1 error: mend it, or") as blocked:
        export(a_faulty_world().session().project, out)
    assert [finding.rule for finding in blocked.value.errors] == ["uncited"]
    assert out.read_bytes() == b"old"


@EVERY_FORMAT
def test_a_draft_is_written_all_the_same(tmp_path: Path, name: str) -> None:
    found = export(a_faulty_world().session().project, tmp_path / name, draft=True)
    assert found[0].level == "error"
    assert (tmp_path / name).stat().st_size > 1000


@EVERY_FORMAT
def test_the_same_project_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    project = a_sound_world().session().project
    written = []
    for _ in range(2):
        export(project, tmp_path / name)
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]


def test_a_format_without_a_place_for_the_evidence_says_so(tmp_path: Path) -> None:
    project = a_sound_world().session().project
    for name, said in {"b.html": "this file embeds its", "b.md": "its evidence is not in this file"}.items():
        export(project, tmp_path / name)
        assert said in (tmp_path / name).read_text("utf-8")


@pytest.mark.parametrize("name", ["brief.htm", "brief.txt", "brief"])
def test_another_format_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BrieferError, match=f"“{name}” ends in none of .docx, .pdf, .html, .md; choose one"):
        export(a_sound_world().session().project, tmp_path / name)


@pytest.mark.parametrize("form", ["p.brief", "p.brief.yaml"])
def test_a_child_process_is_asked_by_names_and_answers_in_plain_values(tmp_path: Path, form: str) -> None:
    path = tmp_path / form
    copy_project(a_faulty_world().session(), path)
    assert export_file(str(path), str(tmp_path / "brief.docx"), a_wish(draft=True)) == ""
    found = check_file(str(path))
    assert set(found[0]) == {"rule", "level", "message", "where"}
    with pytest.raises(BlockedError):
        export_file(str(path), str(tmp_path / "other.docx"), a_wish())


@FORMATS
def test_how_much_of_its_pages_a_brief_fills_is_told_if_there_is_a_goal(tmp_path: Path, name: str) -> None:
    copy_project(a_sound_world().session(), tmp_path / "p.brief")
    said = export_file(str(tmp_path / "p.brief"), str(tmp_path / name), a_wish(preset="in-focus"))
    assert re.fullmatch(r"0\.[3-8] of 2 pages", said)


def test_exporting_does_not_change_the_project(tmp_path: Path) -> None:
    path = tmp_path / "p.brief"
    copy_project(a_sound_world().session(), path)
    before = path.read_bytes()
    export_file(str(path), str(tmp_path / "brief.docx"), a_wish())
    assert path.read_bytes() == before


def test_what_is_no_brief_cannot_be_verified(tmp_path: Path) -> None:
    with pytest.raises(BrieferError, match="There is no file “.*no.docx”; check the name"):
        verify_file(tmp_path / "no.docx", None)
    for name in ("brief.docx", "brief.pdf", "brief.txt"):
        (tmp_path / name).write_bytes(b"not a brief")
        with pytest.raises(BrieferError):
            verify_file(tmp_path / name, None)


def test_a_child_process_says_in_a_sentence_whether_a_file_matches_its_project(tmp_path: Path) -> None:
    path, out = tmp_path / "p.brief", tmp_path / "brief.docx"
    copy_project(a_sound_world().session(), path)
    export_file(str(path), str(out), a_wish())
    assert (
        verify_plain(str(out), str(path))
        == "Verified: the file matches the sources in quotations, places and context."
    )
    other = tmp_path / "other.brief"
    copy_project(a_world("Another report.").session(), other)
    said = verify_plain(str(out), str(other))
    assert said.startswith("Not verified, 3 differences. The brief does not match the sources at S1")
