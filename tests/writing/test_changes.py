"""What the brief says has changed since the version that was issued last."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefer.actions import (
    details,
    differences,
    drafting,
    issuing,
    rereading,
    sections,
    sources,
)
from briefer.model.change import Change, Edit
from briefer.model.preset import WHOLE
from briefer.model.records import Section, Statement
from briefer.session import Session
from briefer.writing.compose import compose
from tests.worlds import World, a_world
from tests.writing.test_apparatus import composed, headings, two_reports, under

SINCE = "Changes since version 1 (issued November 22, 2026)"


def issued(world: World) -> Session:
    """Issue version 1 of a world on 22 November 2026, and begin version 2."""
    session = world.session()
    session.do(details.set_field(session.project, "version", "1"))
    session.do(issuing.issue(session.project, "2026-11-22"))
    session.do(details.set_field(session.project, "version", "2"))
    return session


def changes(session: Session) -> list[str]:
    """Give the rows of the change note."""
    return under(compose(session.project), SINCE)[1:]


def statement(session: Session, words: str) -> Statement:
    return next(one for one in session.project.statements() if one.text == words)


def test_nothing_is_said_of_changes_before_the_first_issue_or_in_the_issue_itself() -> None:
    assert "Changes" not in " ".join(headings(composed(two_reports())))
    session = issued(two_reports())
    session.do(details.set_field(session.project, "version", "1"))
    assert "Changes" not in " ".join(headings(compose(session.project)))


def test_an_issue_that_nothing_was_changed_after_says_so() -> None:
    world = two_reports()
    world.statement(None, "Somebody\n came.", *world.passages)
    world.difference("Who \n came?", *world.passages)
    (unchanged,) = under(compose(issued(world).project), "Changes")
    since = "since version 1 (issued November 22, 2026)"
    assert unchanged == f"S{since[1:]} no statement, quotation, source or ruling has changed."


def test_the_change_note_says_what_was_added_reworded_and_dropped() -> None:
    world = two_reports()
    long = "Word " * 40
    world.statement(None, f"{long}and Kamikawa came.", *world.passages)
    world.statement(world.sections[0], "It rained.", kind="judgement")
    session = issued(world)
    project = session.project
    session.do(drafting.rewrite(project, project.statements()[1], text=f"{long}and Hayashi came."))
    session.do(drafting.remove(project, statement(session, "It rained.")))
    session.do(drafting.write(project, project.sections()[0], long, "judgement", []))
    shown = "…Word Word Word and"
    assert changes(session) == [
        f"Bottom line | Reworded: “{shown} Kamikawa came.” is now “{shown} Hayashi came.”",
        f"Findings | Added: “{('Word ' * 12).strip()}…”",
        "Findings | Dropped: “It rained.”",
    ]


def test_the_change_note_says_a_line_of_each_difference() -> None:
    world = two_reports()
    asked = ("came", "left", "slept", "spoke", "rose", "sat", "ran")
    for verb in asked:
        world.difference(f"Who {verb}?", *world.passages, ruling="" if verb == "came" else "Nobody.")
    session = issued(world)
    project = session.project
    came, left, slept, spoke, rose, sat, ran = project.differences()
    session.do(differences.rule(project, came, ruling="Kamikawa, " + "as every report has it, " * 20))
    session.do(differences.rule(project, left, ruling=""))
    session.do(differences.rule(project, slept, ruling="All."))
    session.do(differences.rule(project, spoke, reason="So it is."))
    session.do(differences.remove(project, rose))
    session.do(differences.rule(project, sat, question="Who sat down?"))
    session.do(differences.rule(project, ran, passages=list(reversed(project.passages()))))
    session.do(differences.put(project, "Who stood?", list(project.passages()), ruling="Both."))
    long = f"Who {'really ' * 20}stood?"
    session.do(differences.put(project, long, list(project.passages()), ruling="Both."))
    assert changes(session) == [
        "Differences | Ruled on: Who came? – “Kamikawa, as every report has it, as every…”",
        "Differences | Ruling withdrawn: Who left? – unresolved.",
        "Differences | Ruling changed: Who slept? – “All.”",
        "Differences | Reason changed: Who spoke? – “Nobody.”",
        "Differences | Question reworded: Who sat down? – “Nobody.”",
        "Differences | Answers in another order: Who ran? – “Nobody.”",
        "Differences | Added: Who stood? – “Both.”",
        "Differences | Added: Who really really really really really really really really…",
        "Differences | Removed: Who rose?",
    ]


def test_the_change_note_sees_what_was_moved_and_no_more_than_that() -> None:
    world = two_reports()
    later = world.section("Later")
    for number in range(4):
        world.statement(world.sections[0], f"Point {number}.", world.passages[0])
    session = issued(world)
    project = session.project
    first, last = statement(session, "Point 0."), statement(session, "Point 3.")
    session.do(drafting.move(project, first, world.sections[0], last))
    session.do(drafting.move(project, statement(session, "Point 1."), later, None))
    session.do(
        drafting.rewrite(project, statement(session, "Point 1."), text="Point one.", kind="assumption")
    )
    session.do(drafting.rewrite(project, statement(session, "Point 2."), cites=project.passages()))
    assert changes(session) == [
        "Findings | Also cites “Hayashi”: “Point 2.”",
        "Findings | Moved within its section: “Point 0.”",
        "Later | Reworded, now an assumption, moved from Findings: “Point 1.” is now “Point one.”",
    ]


def test_a_section_that_is_renamed_is_said_once_and_one_that_is_gone_keeps_its_name() -> None:
    world = two_reports()
    gone = world.section("Gone")
    for section in world.sections:
        world.statement(section, "Kamikawa came.", world.passages[0])
        world.statement(section, "Hayashi came.", world.passages[1])
    session = issued(world)
    session.do(sections.change(session.project, world.sections[0], title="Guests"))
    for one in session.project.statements_under(session.project.get(Section, gone.id)):
        session.do(drafting.remove(session.project, one))
    session.do(sections.remove(session.project, gone))
    assert changes(session) == [
        "Guests | Section renamed: it was “Findings”.",
        "Gone | Dropped: “Kamikawa came.”",
        "Gone | Dropped: “Hayashi came.”",
    ]


def test_a_whole_that_is_new_takes_one_line_where_it_is_printed() -> None:
    world = two_reports()
    session = issued(world)
    project = session.project
    for number in range(30):
        session.do(drafting.write(project, None, f"Point {number}.", "judgement", []))
        session.do(differences.put(project, f"Question {number}?", list(project.passages())))
    assert changes(session) == [
        "Bottom line | All new: 30 statements, none of which was there before.",
        "Differences | All new: 30 differences, none of which was there before.",
    ]
    without = compose(project, preset=replace(WHOLE, parts=("changes",)))
    assert len(under(without, SINCE)) == 32


def test_sources_added_removed_read_again_or_described_otherwise_are_named() -> None:
    world = two_reports()
    unused = world.source("Unused.", title="The Unused", publisher="The Courier", published="2026-07")
    session = issued(world)
    project = session.project
    first, second, _ = project.sources()
    session.do(sources.remove(project, unused))
    session.do(sources.describe(project, first, author="Ada", published="2026-07-28", language="ko"))
    session.do(sources.describe(project, second, kind="agency", publisher="", derived_from="S1"))
    second_now = "outlet is no longer recorded", "kind is now “news agency”", "made from is now “S1”"
    assert changes(session) == [
        "S1 | Details changed: author is now “Ada”; date is now “July 28, 2026”; language is now “Korean”.",
        f"S2 | Details changed: {'; '.join(second_now)}.",
        "S3 | Source removed: The Unused, The Courier, July 2026",
    ]


def test_cited_passages_that_read_otherwise_in_a_newer_copy_are_named() -> None:
    text = "One came early. Two came early. Three came early. Four came early. Five stayed at home."
    quotes = ["One came early", "Two came early", "Three came early", "Four came early", "Five stayed"]
    world = a_world(text, tagged=quotes)
    world.statement(None, "Many came.", *world.passages)
    session = issued(world)
    both = "“One never came early”, “Two never came early”, “Three never came early”"
    for newer, told in (
        (text.replace("One came", "One never came"), "“One never came early” reads otherwise."),
        (text.replace("came", "never came"), f"{both} and 1 more read otherwise."),
    ):
        file = sources.Incoming("newer.txt", newer.encode(), newer, "UTF-8")
        [source] = session.project.sources()
        session.do(rereading.reread(session.project, source, file, "2026-11-23T08:00:00Z"))
        for fate in rereading.unsettled(session.project):
            assert fate.place is not None
            session.do(rereading.accept(session.project, fate.passage, fate.place.start, fate.place.end))
        assert f"S1 | Source read again: its text is another one than before; {told}" in changes(session)


@pytest.mark.parametrize(("was", "now"), [("growth ≠ 3", "growth = 3"), ("fired 10² t", "fired 102 t")])
def test_a_cited_passage_with_other_accents_or_raised_digits_reads_otherwise(was: str, now: str) -> None:
    world = a_world(f"They said {was} and no more than that.", tagged=[was])
    world.statement(None, "Nobody knew.", *world.passages)
    session = issued(world)
    text = f"They said {now} and no more than that."
    [source] = session.project.sources()
    file = sources.Incoming("newer.txt", text.encode(), text, "UTF-8")
    session.do(rereading.reread(session.project, source, file, "2026-11-23T08:00:00Z"))
    [fate] = rereading.unsettled(session.project)
    assert fate.place is not None
    session.do(rereading.accept(session.project, fate.passage, fate.place.start, fate.place.end))
    assert [each.was for each in rereading.reworded(session.project)] == [was]
    assert any(f"“{now}” reads otherwise." in line for line in changes(session))


def test_of_what_an_earlier_issue_did_not_keep_nothing_is_said() -> None:
    world = two_reports()
    told = world.statement(world.sections[0], "It rained.", *world.passages, kind="judgement")
    asked = world.difference("Who came?", *world.passages, reason="On record.")
    first, second = world.sources
    before = world.issue("1", f"{told.id}\tBottom line\tIt rained.")
    world.records[world.records.index(before)] = replace(
        before,
        sources=(f"{first.id}\tS1\t{'0' * 64}\t", f"{'f' * 32}\tS9\t{'0' * 64}\t"),
        rulings=(f"{asked.id}\tWho came?\t",),
    )
    assert second.label == "S2"
    assert under(composed(world), SINCE)[1:] == [
        "Findings | Moved from Bottom line: “It rained.”",
        "S1 | Source read again: its text is another one than before.",
        "S2 | Source added: The Courier",
        "S9 | Source removed: untitled",
    ]


def test_a_date_that_somebody_wrote_into_an_issue_by_hand_is_left_out() -> None:
    world = two_reports()
    before = world.issue("1")
    kept = "\t".join((f"{'f' * 32}\tS9\t{'0' * 64}", "The Ninth", "", "", "in-99-spring", *[""] * 9))
    world.records[world.records.index(before)] = replace(before, sources=(kept,))
    assert "S9 | Source removed: The Ninth" in under(composed(world), SINCE)


def test_another_file_of_the_same_text_is_told() -> None:
    session = issued(a_world("One came.", tagged=["One"]))
    [source] = session.project.sources()
    file = sources.Incoming("newer.html", b"<p>One came.", "One came.", "UTF-8")
    session.do(rereading.reread(session.project, source, file, "2026-11-23T08:00:00Z"))
    assert changes(session) == [
        "S1 | Source read again: its file is another one than before, its text the same."
    ]


def test_an_issue_that_kept_no_quotations_is_not_said_to_have_the_same() -> None:
    session = issued(a_world("One came.", tagged=["One"]))
    assert "no statement, quotation, source or ruling has" in under(compose(session.project), "Changes")[0]
    [issue] = session.project.issues()
    [line] = issue.sources
    older = replace(issue, sources=("\t".join(line.split("\t")[:16]),))
    session.do(Change("Keep less", (Edit(issue, older),)))
    assert "no statement, source or ruling has" in under(compose(session.project), "Changes")[0]


def test_an_issue_claims_no_more_than_it_kept_when_what_it_did_not_keep_has_changed() -> None:
    world = a_world("One came.", tagged=["One"])
    world.section("Later")
    session = issued(world)
    project = session.project
    session.do(details.set_field(project, "title", "The dam broke"))
    session.do(sections.place(project, project.sections()[1], None))
    [unchanged] = under(compose(project), "Changes")
    assert unchanged.endswith("no statement, quotation, source or ruling has changed.")
