"""A version of the brief as it went out."""

from __future__ import annotations

import pytest

from briefer.actions import details, issuing
from briefer.errors import BrieferError
from briefer.model.content import hash_of
from tests.worlds import a_world


def test_an_issue_keeps_what_the_brief_said() -> None:
    world = a_world(tagged=["It held", "May"])
    told = world.statement(world.sections[0], "It held\tall\nsummer.", world.passages[0])
    ruled = world.difference("When?", *world.passages, ruling="In May.")
    session = world.session()
    with pytest.raises(BrieferError, match="has no version"):
        issuing.issue(session.project, "2026-11-22")
    session.do(details.set_field(session.project, "version", "1"))
    session.do(issuing.issue(session.project, "2026-11-22"))
    (found,) = session.project.issues()
    source = world.sources[0]
    assert (found.version, found.day) == ("1", "2026-11-22")
    held, may = world.passages
    said = hash_of(f"{held.id}\tIt held\n")
    assert found.statements == (
        f"{told.id}\tFindings\tIt held all summer.\tfact\t{held.id}\t{told.section}\t{said}",
    )
    unrecorded = "\t" * 6
    quoted = f"{source.original}\t{told.section}:{may.id}:{hash_of('May')[:16]}"
    assert found.sources == (f"{source.id}\tS1\t{source.text}{unrecorded}\tother{unrecorded}\t{quoted}",)
    said = hash_of(f"{held.id}\tIt held\n{may.id}\tMay\n")
    assert found.rulings == (f"{ruled.id}\tWhen?\tIn May.\t\t{' '.join(ruled.passages)}\t{said}",)
    with pytest.raises(BrieferError, match="Version 1 was issued already"):
        issuing.issue(session.project, "2026-11-23")
    session.do(details.set_field(session.project, "version", "2"))
    session.do(issuing.issue(session.project, "2026-11-22"))
    assert [one.version for one in session.project.issues()] == ["1", "2"]
    assert session.undo() == "Issue version 2"
