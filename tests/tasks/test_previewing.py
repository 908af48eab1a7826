from __future__ import annotations

from pathlib import Path

import pytest

from briefer.errors import BrieferError
from briefer.tasks.exporting import export
from briefer.tasks.opening import convert, open_project, read_project
from briefer.tasks.previewing import preview_file
from tests.worlds import World


def a_file(folder: Path, *, blocked: bool = False) -> Path:
    world = World()
    source, section = world.source("The dam held."), world.section("Findings")
    held = world.tag(source, "The dam held.", section)
    world.statement(section, "It held.", *(() if blocked else (held,)))
    path = folder / "dam.brief"
    world.session().write_copy(path)
    return path


def test_the_preview_is_what_would_be_exported_to_the_byte(tmp_path: Path) -> None:
    path = a_file(tmp_path)
    found = preview_file(str(path))
    session = read_project(path)
    export(session.project, tmp_path / "out.pdf")
    session.close()
    assert found["pdf"] == (tmp_path / "out.pdf").read_bytes()
    assert not found["draft"]


def test_it_is_printed_by_the_preset_and_on_the_paper_asked_for(tmp_path: Path) -> None:
    path = str(a_file(tmp_path))
    other = preview_file(path, "read-ahead", "Letter")
    assert len(other["pdf"]) != len(preview_file(path)["pdf"])
    with pytest.raises(BrieferError, match="No preset is called"):
        preview_file(path, "nonesuch")


def test_it_says_how_much_of_its_pages_the_brief_fills_if_there_is_a_goal(tmp_path: Path) -> None:
    path = str(a_file(tmp_path))
    assert preview_file(path)["filled"] == ""
    assert preview_file(path, "in-focus")["filled"].endswith(" of 2 pages")


def test_what_could_not_be_exported_is_shown_as_a_draft(tmp_path: Path) -> None:
    assert preview_file(str(a_file(tmp_path, blocked=True)))["draft"]


def test_it_says_where_statements_and_passages_are_printed(tmp_path: Path) -> None:
    found = preview_file(str(a_file(tmp_path)))
    assert found["margin"] > 0
    assert all(0 <= top < 842 for _, top in found["places"].values())
    assert {trace.kind for trace in found["traces"]} == {"body", "mark", "foot"}


def test_a_project_that_is_open_and_one_kept_as_yaml_are_previewed_too(tmp_path: Path) -> None:
    path = a_file(tmp_path)
    session = open_project(path, "Ada")
    one = preview_file(str(path))
    session.close()
    convert(path, tmp_path / "dam.brief.yaml")
    assert preview_file(str(tmp_path / "dam.brief.yaml"))["pdf"] == one["pdf"]


def test_a_project_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BrieferError):
        preview_file(str(tmp_path / "gone.brief"))
