"""Whatever was done in a project, and in whatever state its passages are: what leaves it agrees with it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from briefer.checking.findings import findings
from briefer.checking.verify import verify_brief
from briefer.exchange.project import from_yaml, to_yaml
from briefer.model.preset import CITATIONS, PAPERS, PARTS, WHOLE, Preset
from briefer.model.project import Project
from briefer.model.records import Record
from briefer.session import open_file
from briefer.tasks.exporting import export
from tests.checking.works import change_since, mend, some_work
from tests.proving import examples

WORKS = examples(100)


def is_draft(project: Project) -> bool:
    return any(found.level == "error" for found in findings(project))


def by_id(records: Iterable[Record]) -> dict[str, Record]:
    return {record.id: record for record in records}


def some_preset(chance: random.Random) -> Preset:
    return replace(
        WHOLE,
        citations=chance.choice(CITATIONS),
        paper=chance.choice(PAPERS),
        parts=tuple(part for part in PARTS if chance.random() < 0.8),
        with_sources=chance.random() < 0.5,
        joined=chance.random() < 0.5,
    )


@pytest.mark.parametrize("seed", range(WORKS))
def test_every_brief_agrees_with_itself_and_with_its_project(
    tmp_path: Path, seed: int, record_property: Callable[[str, object], None]
) -> None:
    chance = random.Random(seed)
    session = some_work(chance)
    if seed % 5:
        mend(session, chance)
    project = session.project
    draft, preset = is_draft(project), some_preset(chance)
    assert not (seed % 5 and draft)
    for name in ("brief.docx", "brief.pdf"):
        file = tmp_path / name
        export(project, file, draft=draft, preset=preset)
        for against in (None, project):
            found = verify_brief(file, against)
            assert [one for one in found if one.level != "information"] == []
            assert {one.rule for one in found} - {"no-glyph"} == ({"draft"} if draft else set())
    record_property("states", dict(Counter(one.state for one in project.passages())))


@pytest.mark.parametrize("seed", range(WORKS))
def test_a_brief_agrees_with_its_project_whatever_was_changed_there_since(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    session = some_work(chance)
    mend(session, chance)
    file = tmp_path / "brief.docx"
    export(session.project, file, draft=is_draft(session.project), preset=some_preset(chance))
    change_since(session, chance)
    assert {one.level for one in verify_brief(file, session.project)} <= {"information"}


@pytest.mark.parametrize("seed", range(WORKS))
def test_every_project_is_the_same_in_yaml_and_as_a_file(tmp_path: Path, seed: int) -> None:
    session = some_work(random.Random(seed))
    before = by_id(session.project.records())
    assert by_id(from_yaml(to_yaml(session.project)).records) == before
    session.write_copy(tmp_path / "p.brief")
    with closing(open_file(tmp_path / "p.brief", "Ada", "Ada", check=True)) as copy:
        assert by_id(copy.project.records()) == before
        assert to_yaml(copy.project) == to_yaml(session.project)
