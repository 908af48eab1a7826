"""Kinds of brief to begin with."""

from __future__ import annotations

from pathlib import Path

from briefer.tasks.opening import new_project, open_project
from briefer.tasks.templates import kind_of, save_template, shipped_kinds
from tests.worlds import a_world


def test_the_usual_kind_comes_first_and_the_blank_one_last() -> None:
    kinds = shipped_kinds()
    assert [kind.name for kind in kinds] == ["us-japan-2plus2", "situation-update", "visit-briefing", "blank"]
    assert (kinds[-1].title, kinds[-1].sections) == ("Blank", [])


def test_the_sections_of_a_project_become_a_kind_called_by_the_file(tmp_path: Path) -> None:
    path = tmp_path / "Dam safety.yaml"
    save_template(a_world().session().project, path)
    kind = kind_of(str(path))
    assert (kind.title, [section.title for section in kind.sections]) == ("Dam safety", ["Findings"])
    new_project(tmp_path / "dam.brief", str(path))
    session = open_project(tmp_path / "dam.brief", "Ada")
    assert [section.title for section in session.project.sections()] == ["Findings"]
    session.close()
