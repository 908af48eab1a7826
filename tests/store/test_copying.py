"""A project is copied as it is at one moment, and nobody who writes it has to wait for that."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from briefer.actions import details, tagging
from briefer.errors import BrieferError
from briefer.model.records import Passage, Record
from briefer.session import Session, open_file, snapshot
from tests.worlds import a_world


def while_it_is_copied(monkeypatch: pytest.MonkeyPatch, step: int, deed: Callable[[], None]) -> None:
    """Do something whenever so many pages were copied."""
    monkeypatch.setattr("briefer.store.copying._STEP", step)
    monkeypatch.setattr("briefer.store.copying.sleep", lambda _seconds: deed())


@pytest.mark.parametrize("step", [1, 20])
@pytest.mark.parametrize("edits", [1, 2, 1000])
def test_edits_made_while_a_project_is_copied_are_kept_and_the_copy_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edits: int, step: int
) -> None:
    path = tmp_path / "p.brief"
    a_world("The dam held. " * 5000).session().write_copy(path)
    with closing(open_file(path, "Ada", "Ada")) as session:
        done = 0

        def edit() -> None:
            nonlocal done
            if done < edits:
                done += 1
                retitle(session, f"Title {done}")

        while_it_is_copied(monkeypatch, step, edit)
        with closing(snapshot(path, check=True)) as copy:
            assert copy.project.details() == session.project.details()
            assert copy.project.details().title == f"Title {done}"
    assert 0 < done < 1000


@pytest.mark.parametrize("edits", [1, 3])
def test_a_project_that_is_written_while_it_is_looked_through_is_not_taken_for_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edits: int
) -> None:
    path = tmp_path / "p.brief"
    a_world("The dam held for a day.", tagged=["dam"]).session().write_copy(path)
    with closing(open_file(path, "Ada", "Ada")) as session:
        done = 0

        def meanwhile(records: Iterable[Record], *_told: object) -> Iterator[Record]:
            """Tag more words when the passages were read and the tags were not."""
            nonlocal done
            begun = done
            for record in records:
                yield record
                if isinstance(record, Passage) and begun == done < edits:
                    done += 1
                    project = session.project
                    session.do(tagging.tag(project, project.sources()[0], done, 12, project.sections()[0]))

        monkeypatch.setattr("briefer.session._counted", meanwhile)
        with closing(open_file(path, "", "", read_only=True, check=True)) as reader:
            assert len(reader.project.passages()) == 1 + edits
    assert done == edits


def test_a_project_that_another_program_locks_while_it_is_looked_through_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "p.brief"
    a_world().session().write_copy(path)

    def locked(records: Iterable[Record], *_told: object) -> Iterator[Record]:
        other.execute("BEGIN EXCLUSIVE")
        yield from records

    monkeypatch.setattr("briefer.store.files._WAIT", 0.01)
    monkeypatch.setattr("briefer.session._counted", locked)
    with (
        closing(sqlite3.connect(path, isolation_level=None)) as other,
        pytest.raises(BrieferError, match="“p.brief” cannot be read now .*locked"),
    ):
        open_file(path, "", "", read_only=True, check=True)


def retitle(session: Session, title: str) -> None:
    session.do(details.set_field(session.project, "title", title))
