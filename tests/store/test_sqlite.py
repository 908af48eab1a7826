from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from briefer.actions import details, tagging
from briefer.errors import BrieferError
from briefer.model.change import Change, Edit
from briefer.model.project import UnknownRecordError
from briefer.session import open_file
from briefer.store.files import memory_store
from briefer.store.sqlite import CopyNotWrittenError, NotSavedError, StaleChangeError
from tests.worlds import NOON, a_world


def test_a_change_against_a_record_that_has_become_another_is_refused() -> None:
    session = a_world().session()
    section = session.project.sections()[0]
    first = Change("Rename", (Edit(section, replace(section, title="A")),))
    second = Change("Rename", (Edit(section, replace(section, title="B")),))
    session.do(first)
    with pytest.raises(StaleChangeError, match="Rename"):
        session.do(second)
    assert session.project.sections()[0].title == "A"


def test_one_stale_edit_takes_the_whole_change_with_it() -> None:
    session = a_world().session()
    before = list(session.project.records())
    section = session.project.sections()[0]
    wrong = replace(section, title="never stood")
    change = Change("Both", (Edit(section, None), Edit(wrong, None)))
    with pytest.raises(StaleChangeError):
        session.do(change)
    assert list(session.project.records()) == before


def test_a_change_that_the_disk_refuses_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "p.brief"
    a_world().session().write_copy(path)
    session = open_file(path, "Ada", "Ada", clock=lambda: NOON)
    project = session.project
    change = tagging.tag(project, project.sources()[0], 4, 7, project.sections()[0])
    session._store.database.execute("PRAGMA max_page_count = 1")
    session._store.database.execute("PRAGMA query_only = ON")
    with pytest.raises(NotSavedError, match="not saved"):
        session.do(change)
    assert project.passages() == []
    session.close()


def test_redo_takes_the_youngest_branch() -> None:
    session = a_world().session()
    project = session.project

    def tag(start: int) -> None:
        session.do(tagging.tag(project, project.sources()[0], start, start + 1, project.sections()[0]))

    tag(0)
    session.undo()
    tag(1)
    session.undo()
    assert session.history.next() == 2
    session.redo()
    assert session.history.next() == 0
    assert [passage.anchor.start for passage in project.passages()] == [1]
    assert [entry.undone for entry in session.log()] == [True, False]


def test_a_copy_without_history_forgets_how_it_came_to_be_and_what_was_thrown_away(tmp_path: Path) -> None:
    world = a_world()
    session = world.session()
    project = session.project
    session.do(tagging.tag(project, world.sources[0], 4, 7, world.sections[0], note="a secret"))
    session.undo()
    session.write_copy(tmp_path / "with.brief")
    session.write_copy(tmp_path / "without.brief", history=False)
    assert b"a secret" in (tmp_path / "with.brief").read_bytes()
    assert b"a secret" not in (tmp_path / "without.brief").read_bytes()
    copy = open_file(tmp_path / "without.brief", "Ada", "Ada", check=True)
    assert copy.log() == []
    assert list(copy.project.records()) == list(project.records())
    copy.close()


def test_a_read_only_session_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "p.brief"
    a_world(tagged=["dam"]).session().write_copy(path)
    session = open_file(path, "Ada", "Ada", read_only=True)
    tag = session.project.tags_under(session.project.sections()[0])[0]
    for attempt in (lambda: session.do(tagging.untag(session.project, tag)), session.undo, session.redo):
        with pytest.raises(BrieferError, match="reading only"):
            attempt()
    session.close()


def test_a_text_that_is_not_there_is_a_sentence() -> None:
    store = memory_store()
    with pytest.raises(UnknownRecordError, match="lacks the text"):
        store.text("0" * 64)
    with pytest.raises(UnknownRecordError, match="lacks the file"):
        store.original("0" * 64)


def test_a_copy_is_not_written_over_what_exists(tmp_path: Path) -> None:
    path = tmp_path / "there"
    path.mkdir()
    with pytest.raises(CopyNotWrittenError, match="The project was not written"):
        a_world().session().write_copy(path)


def test_nothing_is_written_after_somebody_wrote_who_does_not_mind_the_lock(tmp_path: Path) -> None:
    path, other = tmp_path / "p.brief", tmp_path / "other.brief"
    for place, text in ((path, "The dam held."), (other, "Another report.")):
        with closing(a_world(text, tagged=[text]).session()) as session:
            session.write_copy(place)
    with closing(open_file(path, "Ada", "Ada")) as session:
        session.do(details.set_field(session.project, "title", "First"))
        assert not session.is_overwritten()
        path.write_bytes(other.read_bytes())
        assert session.is_overwritten()
        with pytest.raises(BrieferError, match="Another program has written into the project file"):
            session.do(details.set_field(session.project, "title", "Second"))
    assert path.read_bytes() == other.read_bytes()
