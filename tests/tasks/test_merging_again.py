"""What a merge takes of what either took back, or changed, after an earlier merge."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

import pytest

from briefer.actions import details, drafting, rereading, sections, tagging
from briefer.actions.sources import Incoming
from briefer.model.change import Change, Edit
from briefer.model.records import Acronym, Passage, Record, Source
from briefer.session import Session
from briefer.store.edits import written
from tests.tasks.copies import a_beginning, a_copy, filed, merged, records, rewritten


def test_what_i_undid_that_the_copy_begins_with_stays_undone() -> None:
    ours = a_beginning().session()
    ours.do(rewritten(ours, "It fell."))
    theirs = a_copy(ours)
    ours.undo()
    assert not merged(ours, theirs).change.edits


def test_what_a_colleague_undid_that_the_copy_begins_with_is_asked() -> None:
    ours = a_beginning().session()
    ours.do(rewritten(ours, "It fell."))
    theirs = a_copy(ours)
    theirs.undo()
    found = merged(ours, theirs)
    assert [(one.field, one.mine, one.theirs) for one in found.conflicts] == [
        ("text", "It fell.", "It held.")
    ]
    assert not found.change.edits


WENT_ON: Final[Mapping[str, Callable[[Session], object]]] = {
    "wrote": lambda theirs: theirs.do(rewritten(theirs, "C.")),
    "undid": Session.undo,
    "wrote what was": lambda theirs: theirs.do(rewritten(theirs, "It held.")),
}


@pytest.mark.parametrize("went_on", WENT_ON.values(), ids=WENT_ON.keys())
def test_what_i_took_of_a_colleague_they_may_change_unasked(went_on: Callable[[Session], object]) -> None:
    ours = a_beginning().session()
    theirs = a_copy(ours)
    ours.do(rewritten(ours, "A."))
    theirs.do(rewritten(theirs, "B."))
    ours.do(merged(ours, theirs, prefer=True).change)
    went_on(theirs)
    found = merged(ours, theirs)
    ours.do(found.change)
    assert not found.conflicts
    assert records(ours) == records(theirs)


def test_what_i_changed_after_i_took_it_stands() -> None:
    ours = a_beginning().session()
    theirs = a_copy(ours)
    ours.do(rewritten(ours, "A."))
    theirs.do(rewritten(theirs, "B."))
    ours.do(merged(ours, theirs, prefer=True).change)
    ours.do(rewritten(ours, "D."))
    found = merged(ours, theirs)
    assert (found.change.edits, found.conflicts) == ((), ())


def test_a_removal_that_i_accepted_comes_back_with_what_they_take_back() -> None:
    ours = a_beginning().session()
    theirs = a_copy(ours)
    ours.do(rewritten(ours, "A."))
    theirs.do(drafting.remove(theirs.project, theirs.project.statements()[0]))
    ours.do(merged(ours, theirs, prefer=True).change)
    assert not ours.project.statements()
    theirs.undo()
    ours.do(merged(ours, theirs).change)
    assert [one.text for one in ours.project.statements()] == ["It held."]


def test_what_a_copy_without_history_begins_with_both_had() -> None:
    ours = a_beginning().session()
    theirs = a_copy(ours)
    ours.do(rewritten(ours, "A."))
    theirs.do(rewritten(theirs, "B."))
    ours.do(merged(ours, theirs, prefer=True).change)
    later = a_copy(ours, history=False)
    later.do(drafting.remove(later.project, later.project.statements()[0]))
    ours.do(merged(ours, later).change)
    assert not ours.project.statements()


def test_what_i_undid_stays_undone_though_a_colleague_went_back_to_it() -> None:
    ours = a_beginning().session()
    ours.do(rewritten(ours, "It fell."))
    theirs = a_copy(ours)
    for session, version in ((ours, "1"), (theirs, "2")):
        session.undo()
        session.do(details.set_fields(session.project, {"version": version}))
    theirs.jump(1)
    ours.do(merged(ours, theirs).change)
    assert [one.text for one in ours.project.statements()] == ["It held."]


@pytest.mark.parametrize("kind", [Acronym, Source])
def test_a_history_that_tells_of_another_kind_of_record_tells_nothing(kind: type[Record]) -> None:
    ours = a_beginning().session()
    theirs = a_copy(ours)
    for session, guidance in ((ours, "What?"), (theirs, "Who?")):
        session.do(sections.add(session.project, "people"))
        session.do(
            sections.change(session.project, session.project.find_section("people"), guidance=guidance)
        )
    section = theirs.project.find_section("people")
    source = replace(theirs.project.sources()[0], id=section.id, label="S9")
    said = source if kind is Source else Acronym(section.id, "X", "Y")
    log = theirs._store.database
    edits = written(Change("", (Edit(None, said),)))
    log.execute(
        "INSERT INTO log SELECT seq + 1, seq, at, author, label, ? FROM log ORDER BY seq DESC LIMIT 1",
        (edits,),
    )
    log.execute("UPDATE head SET seq = seq + 1")
    theirs.check()
    assert [(one.field, one.mine, one.theirs) for one in merged(ours, theirs).conflicts] == [
        ("guidance", "What?", "Who?")
    ]


def reread(session: Session, text: str) -> None:
    """Let the first source say this."""
    project = session.project
    file = Incoming("newer.txt", text.encode(), text, "UTF-8")
    session.do(rereading.reread(project, project.sources()[0], file, session.now()))


def test_a_passage_that_waited_stands_again_in_the_text_that_it_was_marked_in() -> None:
    ours = a_beginning().session()
    theirs = a_copy(ours)
    reread(ours, "The dam was inspected in May. It held. It fell in June.")
    reread(theirs, "The dam was inspected in May. It held. It fell in June. Nobody was hurt.")
    project = theirs.project
    theirs.do(tagging.tag(project, project.sources()[0], 56, 72, project.sections()[0]))
    ours.do(merged(ours, theirs).change)
    assert "review" in {one.state for one in ours.project.passages()}
    ours.do(merged(ours, theirs, prefer=True).change)
    assert {one.state for one in ours.project.passages()} <= {"anchored", "moved"}
    assert filed(ours) == filed(theirs)
    assert not any(isinstance(edit.after, Passage) for edit in merged(theirs, ours).change.edits)
