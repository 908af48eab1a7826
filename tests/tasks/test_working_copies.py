"""A YAML project is worked on as a copy that belongs to its place, and no work on it is ever hidden."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefer.actions import details
from briefer.errors import BrieferError
from briefer.session import snapshot
from briefer.tasks.opening import close_project, copy_project, new_project, open_project
from briefer.tasks.working_copies import working_copy, written_back
from tests.store.journals import leave_half_written


@pytest.fixture(autouse=True)
def home_of_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))


def a_yaml(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    new_project(path, title="As it came")
    return path


def retitle(copy: Path, title: str) -> None:
    session = open_project(copy, "Ada")
    session.do(details.set_field(session.project, "title", title))
    close_project(session)


def title_of(path: Path) -> str:
    session = open_project(path, "Ada", read_only=True)
    found = session.project.details().title
    session.close()
    return found


def test_work_goes_on_in_the_same_copy_and_the_yaml_stays_as_it_is(tmp_path: Path) -> None:
    path = a_yaml(tmp_path / ("본" * 60 + ".brief.yaml"))
    before = path.read_bytes()
    retitle(working_copy(path), "Worked on")
    assert title_of(working_copy(path)) == "Worked on"
    assert path.read_bytes() == before


def test_two_files_alike_in_name_and_content_have_a_copy_each(tmp_path: Path) -> None:
    first = a_yaml(tmp_path / "a" / "p.brief.yaml")
    (tmp_path / "b").mkdir()
    second = Path(shutil.copy(first, tmp_path / "b"))
    retitle(working_copy(first), "Only here")
    assert title_of(working_copy(second)) == "As it came"


def test_a_yaml_that_changed_meanwhile_is_opened_and_the_earlier_work_is_kept_and_told(
    tmp_path: Path,
) -> None:
    path = a_yaml(tmp_path / "p.brief.yaml")
    copy = working_copy(path)
    retitle(copy, "Worked on")
    path.write_text(path.read_text("utf-8").replace("As it came", "Changed by hand"), "utf-8")
    told: list[str] = []
    assert title_of(working_copy(path, told.append)) == "Changed by hand"
    aside = copy.with_name(f"{copy.stem}-earlier-1.brief")
    assert told == [
        f"“p.brief.yaml” has changed since you worked on it; your earlier work is kept as {aside}."
    ]
    assert title_of(aside) == "Worked on"


def test_earlier_work_that_was_killed_is_kept_whole_and_spoils_nothing_that_comes_after(
    tmp_path: Path,
) -> None:
    path = a_yaml(tmp_path / "p.brief.yaml")
    copy = working_copy(path)
    retitle(copy, "Worked on")
    leave_half_written(copy, "UPDATE details SET title = 'Half'", "DELETE FROM section")
    path.write_text(path.read_text("utf-8").replace("As it came", "Changed by hand"), "utf-8")
    assert title_of(working_copy(path)) == "Changed by hand"
    retitle(copy, "Worked on anew")
    for name, title in (
        (copy, "Worked on anew"),
        (copy.with_name(f"{copy.stem}-earlier-1.brief"), "Worked on"),
    ):
        snapshot(name, check=True).close()
        assert title_of(name) == title
    assert not list(copy.parent.glob("*-journal"))


def test_work_that_was_written_back_goes_on_with_its_history(tmp_path: Path) -> None:
    path = a_yaml(tmp_path / "p.brief.yaml")
    copy = working_copy(path)
    retitle(copy, "Worked on")
    session = open_project(copy, "Ada")
    copy_project(session, path)
    written_back(session.path, path)
    written_back(session.path, a_yaml(tmp_path / "elsewhere.yaml"))
    written_back(None, path)
    close_project(session)
    told: list[str] = []
    assert working_copy(path, told.append) == copy
    assert told == []
    session = open_project(copy, "Ada")
    assert session.undo_label == "Set title"
    close_project(session)


def test_an_earlier_copy_that_is_open_is_not_taken_away(tmp_path: Path) -> None:
    path = a_yaml(tmp_path / "p.brief.yaml")
    session = open_project(working_copy(path), "Ada")
    path.write_text(path.read_text("utf-8").replace("As it came", "Changed by hand"), "utf-8")
    with pytest.raises(BrieferError, match="Ada .* has “.*” open"):
        working_copy(path)
    close_project(session)


def test_a_copy_needs_a_yaml_and_a_folder_of_the_users(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BrieferError, match="There is no file"):
        working_copy(tmp_path / "no.yaml")
    path = a_yaml(tmp_path / "p.yaml")
    monkeypatch.setenv("XDG_DATA_HOME", str(path))
    with pytest.raises(BrieferError, match="The folder “.*” cannot be made"):
        working_copy(path)
