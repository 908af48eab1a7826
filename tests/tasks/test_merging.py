"""Two people work on copies of one project, and one takes in what the other did."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefer.actions import adjusting, drafting, rereading, sections, sources, tagging
from briefer.actions.merging import Merged
from briefer.actions.overlapping import overlap
from briefer.isolated.wire import receive, to_message
from briefer.model.change import Change
from briefer.model.records import DETAILS, Details
from briefer.tasks import merging
from briefer.tasks.opening import read_project
from tests.actions.deeds import do_something
from tests.proving import examples
from tests.tasks.copies import SEEDS, Copies, a_beginning, a_copy, filed, held, merged, records


@settings(max_examples=examples(1000), deadline=None)
@given(SEEDS, st.booleans(), st.booleans())
@example(68514, False, False)  # what the merge makes of both equals what they passed by
@example(7797, True, False)  # and what they undid
@example(122619, True, False)  # and what both began with
@example(22972, True, False)  # a passage that was warned of
@example(10000277, True, False)  # a passage that the merge left to be reviewed, as they had it once
@example(21203, True, False)  # they noted a difference twice that I noted too
def test_merging_loses_no_tag_needs_no_second_time_and_is_undone_in_one_step(
    seed: int, history: bool, prefer: bool
) -> None:
    copies = Copies(seed, history=history)
    copies.work(copies.ours, 15)
    ours, theirs = copies.ours, copies.theirs
    before, tags, theirs_too = held(ours), filed(ours), held(theirs)
    found = merged(ours, theirs, prefer=prefer)  # which checks that a project comes of it
    ours.do(found.change)
    now = filed(ours)
    assert tags.keys() - copies.before <= now.keys()
    new = {tag: said for tag, said in filed(theirs).items() if tag not in copies.before}
    quotes = {(quote, key) for _, quote, key in now.values()}
    assert all(tag in now or (quote, key) in quotes for tag, (_, quote, key) in new.items())
    assert held(theirs) == theirs_too
    assert prefer or not merged(ours, theirs).change.edits
    if found.change.edits:
        ours.undo()
        assert held(ours) == before


@settings(max_examples=examples(500), deadline=None)
@given(SEEDS)
def test_what_only_they_did_is_taken_as_it_is(seed: int) -> None:
    copies = Copies(seed)
    found = merged(copies.untouched, copies.theirs)
    copies.untouched.do(found.change)
    assert not found.conflicts
    assert held(copies.untouched) == held(copies.theirs)


@settings(max_examples=examples(200), deadline=None)
@given(SEEDS)
def test_a_copy_in_which_nothing_was_done_has_nothing_to_take(seed: int) -> None:
    copies = Copies(seed)
    copies.work(copies.ours, 15)
    found = merged(copies.ours, copies.untouched)
    assert (found.change.edits, found.change.contents, found.conflicts) == ((), (), ())


@settings(max_examples=examples(300), deadline=None)
@given(SEEDS)
@example(1819)  # what both had undone when they parted tells nothing of what I undo
def test_what_i_do_and_undo_after_my_colleague_took_it_in_stands(seed: int) -> None:
    copies = Copies(seed)
    ours, theirs = copies.ours, copies.untouched
    copies.work(ours, 15)
    theirs.do(merged(theirs, ours).change)
    assert records(theirs) == records(ours)
    for _ in range(copies.chance.randint(0, 10)):
        if copies.chance.random() < 0.4 and ours.undo_label:
            ours.undo()
        else:
            do_something(ours, copies.chance)
    before = records(ours)
    ours.do(merged(ours, theirs).change)
    told = before[DETAILS]
    assert isinstance(told, Details)
    told = replace(told, sources_added=ours.project.details().sources_added)  # counts all of both
    assert records(ours) == {**before, DETAILS: told}


def tells_of(found: Merged, there: str, here: str) -> bool:
    """Tell whether a merge says that a passage reads otherwise here than in the copy."""
    told = [said for said in found.remarks if "reading otherwise here" in said]
    return any(f"“{here}” (there “{there}”)" in said or " more" in said for said in told)


@settings(max_examples=examples(500), deadline=None)
@given(SEEDS)
@example(420255)  # a label that was freed there, and given to another source here
@example(6540)  # all that both began with was removed there
@example(5212)  # a passage is adjusted here that they tagged
def test_work_goes_to_and_fro_and_loses_no_tag(seed: int) -> None:
    copies = Copies(seed)
    ours, theirs = copies.ours, copies.theirs
    there: set[str] = copies.before
    for _ in range(3):
        copies.work(ours, 10)
        before = held(ours)
        new = {tag: said[1:] for tag, said in filed(theirs).items() if tag not in there}
        found = merged(ours, theirs)
        ours.do(found.change)
        ours.check()
        now = filed(ours)
        filed_now = {said[1:] for said in now.values()}
        for tag, (quote, key) in new.items():
            assert (quote, key) in filed_now or now[tag][2] == key
            assert (quote, key) in filed_now or tells_of(found, quote, now[tag][1])
        after = held(ours)
        if ours.undo_label == "Merge “copy.brief”" and after != before:
            ours.undo()
            assert held(ours) == before
            ours.redo()
        there = set(records(ours)) | set(records(theirs))
        ours, theirs = theirs, ours


def test_words_that_a_colleague_tagged_and_i_adjusted_are_told() -> None:
    ours = a_beginning().session()
    theirs = a_copy(ours)
    [passage] = [one for one in ours.project.passages() if one.anchor.quote == "It held"]
    ours.do(adjusting.adjust(ours.project, passage, passage.anchor.start, passage.anchor.end - 2))
    source, anchor = theirs.project.sources()[0], passage.anchor
    theirs.do(tagging.tag(theirs.project, source, anchor.start, anchor.end, theirs.project.sections()[1]))
    assert merged(ours, theirs).remarks == (
        "Tagged in the copy, and reading otherwise here: “It he” (there “It held”).",
    )


def test_words_that_both_chose_are_not_said_to_read_otherwise() -> None:
    ours = a_beginning().session()
    theirs = a_copy(ours)
    [passage] = [one for one in ours.project.passages() if one.anchor.quote == "It held"]
    start, end = 31, 43
    ours.do(adjusting.adjust(ours.project, passage, start, end))
    source, section = theirs.project.sources()[0], theirs.project.sections()[1]
    theirs.do(tagging.tag(theirs.project, source, start, end, section))
    assert not merged(ours, theirs).remarks


def test_nobody_is_asked_about_a_passage_that_both_read_alike() -> None:
    ours = a_beginning().session()
    theirs = a_copy(ours)
    [passage] = [one for one in ours.project.passages() if one.anchor.quote == "in May"]
    theirs.do(
        drafting.write(
            theirs.project, theirs.project.sections()[0], "It was looked at in May.", "fact", [passage]
        )
    )
    new = "The dam was inspected on 3 May. It held. The dam fell in June."
    copy = sources.Incoming("g.txt", new.encode(), new, "UTF-8")
    for session in (ours, theirs):
        source = session.project.sources()[0]
        session.do(rereading.reread(session.project, source, copy, "2026-11-23T12:00:00Z"))
        [unsettled] = [
            one.passage for one in rereading.unsettled(session.project) if one.passage.id == passage.id
        ]
        session.do(rereading.accept(session.project, unsettled, 22, 30))
    found = merged(ours, theirs)
    ours.do(found.change)
    assert not [one for one in found.conflicts if one.record == passage.id]
    assert ours.project.passage(passage.id).was == theirs.project.passage(passage.id).was


def test_a_copy_in_which_all_was_removed_that_both_began_with_is_one_still() -> None:
    ours = a_beginning().session()
    theirs = a_copy(ours)
    theirs.do(drafting.remove(theirs.project, theirs.project.statements()[0]))
    for source in theirs.project.sources():
        theirs.do(sources.remove(theirs.project, source))
    for section in theirs.project.sections():
        theirs.do(sections.remove(theirs.project, section))
    ours.do(merged(ours, theirs).change)
    assert not ours.project.sources()
    assert not ours.project.sections()


def test_what_a_child_process_found_is_what_was_found_here(tmp_path: Path) -> None:
    copies = Copies(7)
    copies.work(copies.ours, 15)
    paths = [tmp_path / f"{name}.brief" for name in ("mine", "copy")]
    for session, path in zip((copies.ours, copies.theirs), paths, strict=True):
        session.write_copy(path)
    here = merging.merged(read_project(paths[0]), paths[1], lambda *_field: True)
    chosen = [[one.record, one.field] for one in here.conflicts]
    answer = merging.compare_files(str(paths[0]), str(paths[1]), chosen)
    there = merging.arrived(receive(io.BytesIO(to_message(answer))))
    assert (there.conflicts, there.remarks) == (here.conflicts, here.remarks)
    assert len(there.change.edits) == len(here.change.edits)
    assert {one.sha256 for one in there.change.contents} == {one.sha256 for one in here.change.contents}


@settings(max_examples=examples(500), deadline=None)
@given(SEEDS)
def test_what_does_not_overlap_can_be_done_after_other_work(seed: int) -> None:
    copies = Copies(seed)
    ours = copies.ours
    copies.work(ours, 5)
    change, meanwhile = merged(ours, copies.theirs).change, list[Change]()
    ours.listen(meanwhile.append)
    for _ in range(copies.chance.randint(1, 3)):
        do_something(ours, copies.chance)
    if not overlap(change, meanwhile):
        ours.do(change)
        ours.check()
