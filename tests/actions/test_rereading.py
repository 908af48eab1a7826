"""A newer copy of a source, or its text edited, and everything that was marked in the former one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefer.actions import drafting, rereading, sources
from briefer.actions.sources import Incoming
from briefer.errors import BrieferError
from briefer.model.change import Change, Edit
from briefer.model.invariants import check_project
from briefer.model.project import Project
from briefer.model.records import Passage, Source, Version
from briefer.session import Session
from tests.worlds import World, a_world

TEXT = "The dam was inspected in May. It held, said the mayor.\n\nNobody was hurt when the gate broke."
NOW = "2026-11-23T08:00:00Z"


def file(text: str, name: str = "newer.txt") -> Incoming:
    return Incoming(name, text.encode(), text, "UTF-8", pages=(0,))


def reread(session: Session, text: str) -> list[rereading.Fate]:
    """Read a newer copy of the only source; what it leaves is a project like any other."""
    change = rereading.reread(session.project, only(session), file(text), NOW)
    session.do(change)
    sound(session.project)
    return rereading.fates(session.project, change)


def sound(project: Project) -> None:
    check_project(project.records(), project.text, project.original)


def only(session: Session) -> Source:
    (found,) = session.project.sources()
    return found


def passage(session: Session, number: int = 0) -> Passage:
    return session.project.passages()[number]


def test_a_newer_copy_is_what_the_source_says_and_the_former_one_is_kept() -> None:
    session = a_world(TEXT, tagged=["The dam"]).session()
    before = only(session)
    assert reread(session, "Updated.\n\n" + TEXT)[0].passage.state == "moved"
    source = only(session)
    assert session.project.text_of(source) == "Updated.\n\n" + TEXT
    assert (source.id, source.label, source.file_name, source.added) == (before.id, "S1", "newer.txt", NOW)
    assert source.pages == (0,)
    [former] = session.project.versions_of(source)
    assert (former.number, former.text, former.file_name) == (1, before.text, "S1.txt")
    assert session.project.text(former.text) == TEXT
    assert session.undo() == "Read S1 anew"
    assert only(session) == before
    assert session.project.versions() == []
    sound(session.project)


def test_passages_are_found_or_wait_or_are_lost_and_say_so() -> None:
    session = a_world(TEXT, tagged=["The dam", "It held, said the mayor", "the gate broke"]).session()
    newer = "Late edition. The dam was inspected in May. It held fast, said the mayor.\n\nAll went home."
    fates = reread(session, newer)
    assert [(fate.passage.state, fate.was) for fate in fates] == [
        ("moved", "The dam"),
        ("review", "It held, said the mayor"),
        ("lost", "the gate broke"),
    ]
    assert fates[0].place is not None
    assert newer[fates[0].place.start : fates[0].place.end] == "The dam"
    waiting = rereading.unsettled(session.project)
    assert {fate.was: fate.place is not None for fate in waiting} == {
        "It held, said the mayor": True,
        "the gate broke": False,
    }


def test_what_is_proposed_can_be_accepted_or_rejected() -> None:
    session = a_world(TEXT, tagged=["It held, said the mayor"]).session()
    newer = TEXT.replace("It held", "It held fast")
    reread(session, newer)
    [fate] = rereading.unsettled(session.project)
    assert fate.place is not None
    session.do(rereading.accept(session.project, fate.passage, fate.place.start, fate.place.end))
    assert (passage(session).state, passage(session).anchor.quote) == (
        "anchored",
        "It held fast, said the mayor",
    )
    assert rereading.unsettled(session.project) == []
    sound(session.project)
    session.undo()
    session.do(rereading.reject(session.project, passage(session)))
    assert passage(session).state == "lost"
    assert rereading.reject(session.project, passage(session)).edits == ()
    session.do(rereading.accept(session.project, passage(session), 0, 7))
    assert passage(session).anchor.quote == "The dam"
    with pytest.raises(BrieferError, match="nothing to decide"):
        rereading.accept(session.project, passage(session), 0, 7)


def cited(kind: str = "fact") -> Session:
    """A project where a statement cites a passage that was accepted in other words."""
    world = a_world(TEXT, tagged=["It held, said the mayor"])
    text = "It held, said the mayor" if kind == "quotation" else "The mayor was calm."
    world.statement(world.sections[0], text, *world.passages, kind=kind)
    session = world.session()
    reread(session, "Late edition. " + TEXT.replace("It held", "It held fast"))
    accepted(session)
    return session


def accepted(session: Session) -> None:
    [fate] = rereading.waiting(session.project)
    assert fate.place is not None
    session.do(rereading.accept(session.project, fate.passage, fate.place.start, fate.place.end))
    sound(session.project)


def test_what_rests_on_other_words_is_waited_for_until_it_was_looked_at() -> None:
    session = cited()
    [fate] = rereading.waiting(session.project)
    assert (fate.passage.state, fate.was) == ("moved", "It held, said the mayor")
    accepted(session)
    assert session.undo_label == "Confirm a passage’s words"
    assert (rereading.waiting(session.project), passage(session).state) == ([], "anchored")


def test_a_statement_that_is_written_anew_was_looked_at() -> None:
    session = cited()
    [statement] = session.project.statements()
    assert drafting.rewrite(session.project, statement, text=statement.text).edits == ()
    session.do(drafting.rewrite(session.project, statement, text="The mayor was bold."))
    assert (rereading.waiting(session.project), passage(session).state) == ([], "anchored")


def test_a_quotation_in_its_source_s_words_needs_no_look() -> None:
    session = cited("quotation")
    assert session.project.statements()[0].text == "It held fast, said the mayor"
    assert (rereading.waiting(session.project), passage(session).state) == ([], "anchored")


def test_other_words_that_the_former_copy_said_elsewhere_need_a_look_too() -> None:
    text = "It held. Later it broke."
    world = a_world(text, tagged=["It held"])
    world.statement(world.sections[0], "The dam held.", *world.passages)
    session = world.session()
    reread(session, "It broke. Later it broke.")
    session.do(rereading.accept(session.project, passage(session), 0, 8))
    [fate] = rereading.waiting(session.project)
    assert (fate.was, fate.passage.anchor.quote) == ("It held", "It broke")


def test_what_was_accepted_in_other_words_needs_the_look_after_a_yet_newer_copy() -> None:
    session = cited()
    reread(session, "Last edition. " + TEXT.replace("It held", "It held fast"))
    [fate] = rereading.waiting(session.project)
    assert (fate.passage.state, fate.was) == ("moved", "It held, said the mayor")
    reread(session, "Last edition. " + TEXT.replace("It held", "It held for long"))
    assert [fate.passage.state for fate in rereading.waiting(session.project)] == ["review"]
    accepted(session)
    [fate] = rereading.waiting(session.project)
    assert (fate.was, fate.passage.anchor.quote) == (
        "It held, said the mayor",
        "It held for long, said the mayor",
    )


def test_of_two_accepted_passages_that_became_one_the_first_words_stay_in_mind() -> None:
    world = a_world("It held. None slept.", tagged=["It held", "None slept"])
    for one in world.passages:
        world.statement(world.sections[0], "So it was.", one)
    session = world.session()
    reread(session, "All was said.")
    for one in world.passages:
        session.do(rereading.accept(session.project, session.project.passage(one.id), 0, 12))
    [fate] = rereading.waiting(session.project)
    assert fate.was == "It held"


def test_words_that_came_back_need_no_look() -> None:
    session = cited()
    reread(session, TEXT)
    assert passage(session).state == "review"
    accepted(session)
    assert passage(session).anchor.quote == "It held, said the mayor"
    assert (rereading.waiting(session.project), passage(session).state) == ([], "anchored")


def test_of_two_passages_that_became_one_by_being_accepted_the_one_that_stays_needs_the_look() -> None:
    world = a_world(TEXT, tagged=["It held", "the gate broke"])
    held, _ = world.passages
    fact = world.statement(world.sections[0], "The dam held.", held)
    session = world.session()
    newer = TEXT.replace("It held", "It was gone")
    reread(session, newer)
    at = newer.index("the gate broke")
    session.do(rereading.accept(session.project, passage(session), at, at + len("the gate broke")))
    sound(session.project)
    [fate] = rereading.waiting(session.project)
    assert (fate.was, fate.passage.anchor.quote) == ("It held", "the gate broke")
    assert session.project.statements()[0] == replace(fact, cites=(fate.passage.id,))
    accepted(session)
    assert rereading.waiting(session.project) == []


def test_a_passage_that_moved_may_be_placed_otherwise_by_hand() -> None:
    session = cited()
    session.do(rereading.accept(session.project, passage(session), 0, 4))
    assert (passage(session).anchor.quote, passage(session).state) == ("Late", "anchored")


def test_words_that_only_moved_need_no_look() -> None:
    world = a_world(TEXT, tagged=["It held, said the mayor"])
    world.statement(world.sections[0], "The mayor was calm.", *world.passages)
    session = world.session()
    reread(session, "Late edition. " + TEXT)
    assert (rereading.waiting(session.project), passage(session).state) == ([], "moved")


def test_a_quotation_follows_the_marks_of_the_newer_copy() -> None:
    world = a_world('He said "no" twice.', tagged=['said "no" twice'])
    world.statement(world.sections[0], 'said "no" twice', *world.passages, kind="quotation")
    session = world.session()
    [fate] = reread(session, "He said “no” twice.")
    assert (fate.passage.state, fate.was) == ("moved", 'said "no" twice')
    [statement] = session.project.statements()
    assert statement.text == "said “no” twice"
    session.undo()
    assert [one.text for one in session.project.statements()] == ['said "no" twice']


def test_two_passages_that_would_become_one_are_asked_about() -> None:
    session = a_world("It held.  It  held. So.", tagged=["It held", "It  held"]).session()
    states = {fate.passage.state for fate in reread(session, "It held. So.")}
    assert "moved" not in states
    assert len({(one.anchor.text, one.anchor.start) for one in session.project.passages()}) == 2


def test_what_was_lost_once_is_found_in_a_later_copy() -> None:
    session = a_world(TEXT, tagged=["the gate broke"]).session()
    reread(session, "Nothing is left of it.")
    assert passage(session).state == "lost"
    [fate] = reread(session, "Corrected. " + TEXT)
    assert (fate.passage.state, passage(session).anchor.quote) == ("moved", "the gate broke")
    assert [one.number for one in session.project.versions_of(only(session))] == [1, 2]


def test_the_same_file_is_no_newer_copy() -> None:
    session = a_world(TEXT).session()
    with pytest.raises(BrieferError, match="is the file that S1 was read from"):
        rereading.reread(session.project, only(session), file(TEXT), NOW)


def test_a_text_corrected_by_hand_keeps_its_file() -> None:
    session = a_world(TEXT, tagged=["The dam"]).session()
    before = only(session)
    session.do(rereading.revise(session.project, before, "Note: " + TEXT + "\x07", NOW))
    sound(session.project)
    after = only(session)
    assert session.project.text_of(after) == "Note: " + TEXT
    assert after.original == before.original
    assert passage(session).state == "moved"
    assert session.undo_label == "Edit the text of S1"
    assert rereading.revise(session.project, after, "Note: " + TEXT, NOW).edits == ()
    with pytest.raises(BrieferError, match="hold no text"):
        rereading.revise(session.project, after, " \n", NOW)


def test_a_source_goes_with_its_versions() -> None:
    session = a_world(TEXT).session()
    reread(session, "Other words.")
    session.do(sources.remove(session.project, only(session)))
    assert not [record for record in session.project.records() if isinstance(record, Source | Version)]
    session.undo()
    sound(session.project)


def test_without_marks_there_is_nothing_to_settle() -> None:
    assert rereading.unsettled(World().session().project) == []


def test_a_newer_copy_fills_what_is_not_recorded_and_suggests_what_it_names_otherwise() -> None:
    world = World()
    world.source(TEXT, title="The dam", publisher="The Times")
    session = world.session()
    names = {"title": "The dam, updated", "author": "Ada Byron", "publisher": "The Times"}
    found = tuple(f"{field}\tog:{field}" for field in names)
    newer = Incoming("n.html", b"n", f"{TEXT} More.", "UTF-8", found=found, reference=names)
    session.do(rereading.reread(session.project, only(session), newer, NOW))
    after = only(session)
    assert (after.reference.title, after.reference.author) == ("The dam", "Ada Byron")
    assert after.found == ("author\tog:author", "publisher\tog:publisher")
    assert sources.suggestions(after) == {"title": ("The dam, updated", "og:title")}


def test_when_the_former_copy_was_accessed_is_only_suggested_for_the_newer_one() -> None:
    world = World()
    world.source(TEXT, accessed="2024-07-29")
    session = world.session()
    reread(session, f"{TEXT} More.")
    assert only(session).reference.accessed == ""
    assert sources.suggestions(only(session)) == {"accessed": ("2024-07-29", "the former copy")}
    told = replace(file(TEXT), suggested=("accessed\t2026-11-23\tthe day it was saved",), data=b"saved")
    session.do(sources.describe(session.project, only(session), accessed="2024-07-29"))
    session.do(rereading.reread(session.project, only(session), told, NOW))
    assert sources.suggestions(only(session)) == {"accessed": ("2026-11-23", "the day it was saved")}


def test_a_file_that_another_source_is_makes_no_newer_copy() -> None:
    world = World()
    world.source(TEXT)
    world.source("Other words.")
    project = world.session().project
    with pytest.raises(BrieferError, match="“newer.txt” is already there as S1; choose another file"):
        rereading.reread(project, project.sources()[1], file(TEXT), NOW)


@pytest.mark.parametrize(
    ("was", "now"),
    [("≠ 3 per cent", "= 3 per cent"), ("él firmará el año", "el firmara el ano"), ("ma", "má")],
)
def test_other_accents_are_other_words(was: str, now: str) -> None:
    before, after = "The committee said on Sunday that growth was ", ", and it will not be more than that."
    session = a_world(f"{before}{was}{after}", tagged=[was]).session()
    [fate] = reread(session, f"News.\n\n{before}{now}{after}")
    assert fate.passage.state == "review"


def test_a_passage_that_waits_where_it_stands_is_accepted_with_its_tags() -> None:
    session = a_world(TEXT, tagged=["The dam"]).session()
    waits = replace(passage(session), state="review")
    session.do(Change("Wait", (Edit(passage(session), waits),)))
    tags = session.project.tags_of(waits)
    session.do(rereading.accept(session.project, waits, waits.anchor.start, waits.anchor.end))
    sound(session.project)
    assert passage(session).state == "anchored"
    assert session.project.tags_of(passage(session)) == tags


def nowhere(_start: int, _end: int) -> None:
    """Know nothing of where a stretch stands."""


def test_in_another_encoding_what_the_file_gave_changes_and_what_was_settled_stays() -> None:
    session = a_world(TEXT, tagged=["The dam"]).session()
    project = session.project
    session.do(sources.describe(project, only(session), author="Ada", url="https://example.org/dam"))
    wrong = replace(
        only(session),
        reference=replace(only(session).reference, title="Tbe dam", publisher="Tbe News", language="en"),
        found=("title\tits first heading", "publisher\tog:site_name", "language\tlang"),
        suggested=("kind\tagency\tits address", "accessed\t2024-05-01\tthe former copy"),
    )
    session.do(Change("Read", (Edit(only(session), wrong),)))
    right = replace(
        file(TEXT.replace("The", "Þe")),
        encoding="windows-1252",
        found=("publisher\tog:site_name", "published\tdate", "author\tby"),
        suggested=(
            "title\tThe dam\tits first heading",
            "kind\tblog\tits address",
            "url\thttps://x.org/\tlink",
        ),
        reference={"publisher": "The News", "published": "2024-05-02", "author": "Bob"},
    )
    session.do(rereading.recode(project, only(session), right, NOW, nowhere))
    sound(project)
    now = only(session)
    assert (now.encoding, now.original, now.file_name) == ("windows-1252", wrong.original, "S1.txt")
    said = now.reference
    assert (said.title, said.publisher, said.published) == ("The dam", "The News", "")
    assert (said.author, said.url, said.language) == ("Ada", "https://example.org/dam", "en")
    assert now.found == wrong.found
    assert now.suggested == (
        "kind\tblog\tits address",
        "published\t2024-05-02\tdate",
        "accessed\t2024-05-01\tthe former copy",
    )
    [former] = project.versions_of(now)
    assert (former.text, former.encoding) == (wrong.text, wrong.encoding)
    assert rereading.recode(project, now, right, NOW, nowhere).edits == ()
    assert session.undo() == "Read S1 in windows-1252"
    assert only(session) == wrong
