"""A project of format 1 opens, as it is, in every later version of the program."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefer.session import Session, open_file
from briefer.tasks.opening import convert, yaml_of

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return open_file(Path(shutil.copy(GOLDEN / "format-1.brief", tmp_path)), "Ada", "Ada", check=True)


def test_its_records_and_its_history_are_what_they_were(session: Session) -> None:
    project = session.project
    assert len(project.sources()) == 5
    assert len(project.passages()) == 73
    assert len(project.statements()) == 30
    assert [(entry.label, entry.undone) for entry in session.log()] == [
        ("Tag as Threats", False),
        ("Write in Bottom line", True),
    ]
    session.close()


def test_what_was_undone_in_it_can_be_done_again_and_what_was_done_undone(session: Session) -> None:
    assert session.redo() == "Write in Bottom line"
    assert session.project.statements_under(None)[-1].text == "Yōko Kamikawa took part."
    session.undo()
    assert session.undo() == "Tag as Threats"
    assert len(session.project.passages()) == 72
    session.close()


def test_its_yaml_is_the_same_to_the_byte_and_leads_back_to_it(session: Session, tmp_path: Path) -> None:
    golden = (GOLDEN / "format-1.brief.yaml").read_bytes()
    assert yaml_of(session.project) == golden
    session.close()
    convert(GOLDEN / "format-1.brief.yaml", tmp_path / "back.brief")
    convert(tmp_path / "back.brief", tmp_path / "again.brief.yaml")
    assert (tmp_path / "again.brief.yaml").read_bytes() == golden
