"""What is found wrong with a small world, rule by rule."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.actions import details, drafting, issuing, rereading, sources
from briefer.actions.sources import Incoming
from briefer.checking.findings import Finding, findings
from briefer.model.anchor import Anchor
from briefer.model.change import Change, Edit
from briefer.model.records import Passage
from tests.worlds import World, a_world

TEXT = "The dam held. Nobody slept, said Yōko Kamikawa, “We are quite safe here,” she added."
RECORDED = {"publisher": "The Courier", "published": "2024", "url": "https://example.org/"}


def a_sound_world() -> World:
    """Make a world with nothing to find: two sources, and statements that cite them."""
    world = World()
    section = world.section("Findings")
    one = world.tag(world.source(TEXT, **RECORDED), "The dam held.", section)
    two = world.tag(world.source("It held.", **RECORDED), "It held.", section)
    world.statement(None, "It held.", one, two)
    return world


def found(world: World, rule: str = "") -> list[tuple[str, str, str]]:
    return [
        (finding.rule, finding.level, finding.where)
        for finding in findings(world.session().project)
        if finding.rule == rule or not rule
    ]


def test_a_sound_project_has_no_findings() -> None:
    assert found(a_sound_world()) == []


def test_a_fact_or_quotation_needs_a_citation_a_judgement_does_not() -> None:
    world = a_sound_world()
    fact = world.statement(None, "It rained.")
    quotation = world.statement(None, "It rained.", kind="quotation")
    world.statement(None, "It will rain.", kind="judgement")
    world.statement(None, "It may rain.", kind="assumption")
    assert found(world) == [("uncited", "error", fact.id), ("uncited", "error", quotation.id)]


def test_a_citation_to_nothing_is_an_error() -> None:
    world = a_sound_world()
    ghost = world.tag(world.sources[0], "Nobody", None)
    world.records.remove(ghost)
    statement = world.statement(None, "It rained.", ghost)
    assert found(world) == [("citation-to-nothing", "error", statement.id)]


def test_a_quotation_that_is_not_its_passage_is_an_error() -> None:
    world = a_sound_world()
    world.statement(None, "The dam held.", world.passages[0], kind="quotation")
    world.statement(None, "The dam […].", world.passages[0], kind="quotation")
    altered = world.statement(None, "The dam  held.", world.passages[0], kind="quotation")
    assert found(world) == [("altered-quotation", "error", altered.id)]


def test_an_edit_of_a_quotation_that_nobody_recorded_is_an_error() -> None:
    world = a_sound_world()
    quoted = world.statement(None, "The dam […].", world.passages[0], kind="quotation")
    world.records[world.records.index(quoted)] = replace(quoted, edits=())
    assert found(world) == [("altered-quotation", "error", quoted.id)]


def test_likelihood_is_said_in_the_words_of_the_scale_that_was_chosen() -> None:
    world = a_sound_world()
    judged = world.statement(None, "It will probably hold. It is a realistic possibility.", kind="judgement")
    world.statement(None, "It is likely, said the mayor.", world.passages[0])
    assert found(world) == [("likelihood", "warning", judged.id)]
    world.records[0] = replace(world.details, scale="phia")
    assert found(world) == []
    world.records[0] = replace(world.details, scale="icd-203")
    assert found(world) == [("likelihood", "warning", judged.id)]


def test_the_two_rows_of_the_american_scale_are_not_mixed() -> None:
    world = a_sound_world()
    mixed = world.statement(None, "It is likely to hold. It is improbable that it falls.", kind="judgement")
    world.records[0] = replace(world.details, scale="icd-203")
    assert found(world) == [("likelihood", "warning", mixed.id)]


def test_likelihood_and_confidence_are_two_sentences() -> None:
    world = a_sound_world()
    world.records[0] = replace(world.details, scale="phia")
    one = world.statement(None, "With high confidence, it is likely to hold.", kind="judgement")
    world.statement(None, "It is likely to hold. We say so with high confidence.", kind="judgement")
    assert found(world) == [("likelihood-and-confidence", "warning", one.id)]


def test_an_acronym_that_is_used_twice_is_explained() -> None:
    world = a_sound_world()
    first = world.statement(None, "USFJ grows with NATO.", world.passages[0])
    world.statement(None, "USFJ stays with NATO, “USFJ”.", world.passages[0])
    assert found(world, "acronym") == [("acronym", "warning", first.id)]
    world.acronym("USFJ", "U.S. Forces Japan")
    assert found(world, "acronym") == []


def test_a_day_that_the_brief_cannot_date_is_told() -> None:
    world = a_sound_world()
    text = "They met on Sunday. They part on Monday."
    met = world.tag(world.source(text, **RECORDED), text, world.sections[0])
    assert found(world, "relative-date") == [("relative-date", "warning", met.id)]
    world.records[0] = replace(world.details, event_date="2024-07-28")
    (finding,) = [one for one in findings(world.session().project) if one.rule == "relative-date"]
    assert "says “Monday”, which the brief cannot date; say in a statement which day it is" in finding.message
    world.statement(None, "They part on Monday, July 29, 2024.", met)
    assert found(world, "relative-date") == []


def test_words_in_quotation_marks_must_be_a_cited_passages() -> None:
    world = a_sound_world()
    safe = world.tag(world.sources[0], "“We are quite safe here,” she added.", world.sections[0])
    world.statement(None, "She said “We are quite safe here.”", safe)
    four = world.statement(None, "She said “We are not safe here.”", safe)
    few = world.statement(None, "She said “not safe” and “quite safe”.", safe)
    uncited = world.statement(None, "It is “quite safe here, we think”.", kind="judgement")
    assert found(world) == [
        ("altered-quotation", "error", four.id),
        ("altered-quotation", "error", uncited.id),
        ("loose-quotation", "warning", few.id),
    ]


@pytest.mark.parametrize(
    "quoted",
    [
        "“The dam held,\nand we surrender”",
        "'we will surrender tomorrow morning'",
        "``we will surrender tomorrow''",
        "''we will surrender tomorrow''",
        "´we will surrender tomorrow´",
    ],
)
def test_words_that_nobody_said_are_found_however_they_are_quoted(quoted: str) -> None:
    world = a_sound_world()
    made_up = world.statement(None, f"He said {quoted}.", world.passages[0])
    assert found(world) == [("altered-quotation", "error", made_up.id)]


def test_a_quotation_may_break_its_lines_elsewhere() -> None:
    world = a_sound_world()
    text = "The dam held\n\nall of May, and nobody\nslept at all."
    passage = world.tag(world.source(text, **RECORDED), text, world.sections[0])
    world.statement(None, "He said “The dam held\nall of May, and\nnobody slept at all.”", passage)
    assert found(world) == []


def test_a_ruling_and_its_reason_quote_what_the_passages_say() -> None:
    world = a_sound_world()
    text = "Nobody doubts that the dam held."
    world.tag(world.source(text, **RECORDED), text, world.sections[0])
    quoting = "It says “doubts that the dam held”; so “It held”."
    world.difference("Who?", *world.passages[:2], ruling="He: “The dam held.”", reason=quoting)
    edited = (
        "It says “Nobody doubts\nthat the dam held” and “Nobody doubts that the dam [in the north] held”."
    )
    world.difference("When?", *world.passages[:2], ruling="In May.", reason=edited)
    assert found(world) == []
    ruled = world.difference(
        "Why?", *world.passages, ruling="“We will surrender tomorrow morning”.", reason="He said “never”."
    )
    assert found(world) == [
        ("altered-quotation", "error", ruled.id),
        ("loose-quotation", "warning", ruled.id),
    ]
    first, second = (one.message for one in findings(world.session().project))
    assert first.startswith(
        "The ruling on “Why?” has “We will surrender tomorrow morning” in quotation marks"
    )
    assert second.startswith("The reason for the ruling on “Why?” has “never” in quotation marks")


def test_a_passage_must_be_what_its_text_says() -> None:
    world = a_sound_world()
    source = world.sources[0]
    adrift = Passage("f" * 32, source.id, replace(Anchor.at(source.text, TEXT, 0, 3), quote="Tha"))
    world.records.append(adrift)
    world.statement(None, "It rained.", adrift)
    assert ("altered-quotation", "error", adrift.id) in found(world)


def test_a_text_or_file_that_was_changed_or_lost_is_an_error() -> None:
    for statement, rules in (
        ("UPDATE text SET body = 'x' || substr(body, 2)", {"altered-text", "altered-quotation"}),
        ("UPDATE original SET body = x'00'", {"altered-file"}),
        ("DELETE FROM text", {"altered-text"}),
        ("DELETE FROM original", {"altered-file"}),
    ):
        session = a_sound_world().session()
        database: sqlite3.Connection = session._store.database
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute(statement)
        assert {finding.rule for finding in findings(session.project) if finding.level == "error"} == rules


@given(st.integers(0, len(TEXT) - 1), st.sampled_from(["", "x", " ", "\u00a0", "ō"]))
def test_no_single_character_of_a_text_changes_unseen(place: int, other: str) -> None:
    changed = TEXT[:place] + other + TEXT[place + 1 :]
    world = a_sound_world()
    session = world.session()
    database: sqlite3.Connection = session._store.database
    database.execute("UPDATE text SET body = ? WHERE body = ?", (changed, TEXT))
    errors = [finding for finding in findings(session.project) if finding.rule == "altered-text"]
    assert len(errors) == (changed != TEXT)


def test_a_section_that_rests_on_one_source_or_on_none_is_a_warning() -> None:
    world = a_sound_world()
    world.section("Empty")
    lonely = world.section("Lonely")
    world.statement(lonely, "It held.", world.passages[0])
    assert found(world) == [("empty-section", "warning", "empty"), ("one-source", "warning", "lonely")]


def test_a_section_whose_sources_have_one_origin_is_a_warning() -> None:
    world = a_sound_world()
    section = world.section("Relayed")
    for words in ("Two.", "Three."):
        world.tag(world.source(words, relayed_from="Kyodo News", **RECORDED), words, section)
    assert found(world) == [("one-origin", "warning", "relayed")]


def test_a_difference_without_a_ruling_is_a_warning() -> None:
    world = a_sound_world()
    world.difference("Did it hold?", *world.passages, ruling="It did.")
    unresolved = world.difference("When?", *world.passages)
    assert found(world) == [("unresolved", "warning", unresolved.id)]


def test_characters_that_cannot_be_shown_are_found_in_differences_and_their_passages_too() -> None:
    world = a_sound_world()
    source = world.source("It held 🙂 well.", **RECORDED)
    shown = world.tag(source, "held 🙂", world.section("Empty"))
    world.records = [record for record in world.records if getattr(record, "passage", "") != shown.id]
    difference = world.difference("Did it 🙂 hold?", world.passages[0], shown, ruling="It did.")
    assert found(world, "no-glyph") == [
        ("no-glyph", "warning", difference.id),
        ("no-glyph", "warning", shown.id),
    ]


def test_an_empty_bottom_line_is_a_warning() -> None:
    world = a_sound_world()
    world.records.pop()
    assert found(world) == [("empty-section", "warning", "bluf")]


def test_what_is_not_recorded_of_a_source_is_a_warning() -> None:
    world = a_sound_world()
    world.source("More.", publisher="The Courier")
    (gap,) = findings(world.session().project)
    assert gap == Finding(
        "not-recorded",
        "warning",
        "S3 has no date and no address recorded; the brief says so unless you add it.",
        "S3",
    )


def test_an_unfiled_passage_is_a_warning() -> None:
    world = a_sound_world()
    passage = world.tag(world.sources[0], "Nobody slept, said Yōko Kamikawa, “We are quite safe", None)
    (unfiled,) = findings(world.session().project)
    assert unfiled.where == passage.id
    assert unfiled.message == (
        f"Passage {passage.id[:8]}, “Nobody slept, said Yōko Kamikawa, “We ar…”, is filed under no section; "
        "file it, or take it away."
    )


def test_characters_that_no_font_shows_are_a_warning_where_they_print() -> None:
    world = a_sound_world()
    world.source("😀 unprinted", **RECORDED)
    statement = world.statement(None, "It held 😀🦆🐟🐸.", world.passages[0])
    passage = world.tag(world.source("It held, 😀.", **RECORDED), "It held, 😀", world.sections[0])
    glyphs = [finding for finding in findings(world.session().project) if finding.rule == "no-glyph"]
    assert [finding.where for finding in glyphs] == [statement.id, passage.id]
    assert "has U+1F41F FISH, U+1F438 FROG FACE, U+1F600 GRINNING FACE and 1 more, which" in glyphs[0].message


def test_errors_come_first_and_all_are_plain() -> None:
    world = a_world(TEXT)
    world.statement(None, "It rained.")
    plain = [finding.plain() for finding in findings(world.session().project)]
    assert [row["level"] for row in plain] == ["error", "warning", "warning"]
    assert all(
        row.keys() == {"rule", "level", "message", "where"} and row["message"].endswith(".") for row in plain
    )


def test_what_an_acronym_stands_for_is_looked_at_too() -> None:
    world = a_sound_world()
    world.acronym("USFJ", "U.S. Forces \U000e0100 Japan")
    assert found(world, "no-glyph") == [("no-glyph", "warning", "details")]


def test_a_version_that_was_issued_is_not_changed_under_its_name() -> None:
    world = a_sound_world()
    world.records[0] = replace(world.details, version="1")
    session = world.session()
    session.do(issuing.issue(session.project, "2026-11-22"))
    assert findings(session.project) == []
    session.do(drafting.remove(session.project, session.project.statements()[0]))
    assert ("issued", "details") in [(one.rule, one.where) for one in findings(session.project)]
    session.do(details.set_field(session.project, "version", "2"))
    assert "issued" not in [one.rule for one in findings(session.project)]


def test_an_issue_that_kept_less_than_ours_do_is_held_to_what_it_kept() -> None:
    world = a_sound_world()
    world.records[0] = replace(world.details, version="1")
    session = world.session()
    session.do(issuing.issue(session.project, "2026-11-22"))
    (issue,) = session.project.issues()
    earlier = replace(
        issue,
        statements=tuple("\t".join(line.split("\t")[:3]) for line in issue.statements),
        sources=tuple("\t".join(line.split("\t")[:4]) for line in issue.sources),
    )
    session.do(Change("Read an earlier project", (Edit(issue, earlier),)))
    assert findings(session.project) == []
    session.do(sources.describe(session.project, session.project.sources()[0], title="Another"))
    assert "issued" in [one.rule for one in findings(session.project)]


def test_a_passage_that_a_newer_copy_moved_or_lost_is_told_until_somebody_settles_it() -> None:
    world = a_world("The dam held well. The gate broke.", tagged=["The dam held well", "gate"])
    session = world.session()
    newer = Incoming("newer.txt", b"n", "The dam held very well.", "UTF-8")
    [source] = session.project.sources()
    session.do(rereading.reread(session.project, source, newer, "2026-11-23T08:00:00Z"))
    told = {finding.rule: finding for finding in findings(session.project)}
    assert told["for-review"].level == "error"
    assert told["for-review"].message == (
        "“The dam held well” may stand elsewhere in the newer S1; say where, or that it is gone."
    )
    assert told["former-copy"].level == "warning"
    assert told["former-copy"].message == "“gate” is no longer in S1; the brief quotes its former copy."
    [fate, _] = rereading.unsettled(session.project)
    session.do(rereading.accept(session.project, fate.passage, 0, 22))
    assert "for-review" not in {finding.rule for finding in findings(session.project)}


def test_the_default_marking_is_told_until_somebody_confirms_it() -> None:
    world = a_sound_world()
    world.records[0] = replace(world.details, marking="")
    session = world.session()
    assert [(one.rule, one.level, one.where) for one in findings(session.project)] == [
        ("marking", "warning", "details")
    ]
    session.do(details.set_field(session.project, "marking", "UNCLASSIFIED"))
    assert findings(session.project) == []


def test_an_altered_quotation_says_which_character_differs() -> None:
    world = World()
    section = world.section("Findings")
    tag = world.tag(world.source("It's the dam that held.", **RECORDED), "It's the dam that held.", section)
    world.statement(section, "It’s the dam that held.", tag, kind="quotation")
    world.statement(section, "It's the dam that […] held.", tag, kind="quotation")
    world.statement(section, "It's the dam that held. Yes.", tag, kind="quotation")
    world.statement(section, "They said “the dam\u00a0that held” twice.", tag)
    world.statement(section, "They said “another thing altogether here” twice.", tag)
    all_found = findings(world.session().project)
    messages = [one.message for one in all_found if one.rule == "altered-quotation"]
    assert messages[0].endswith(
        "; restore the source’s words: it has “It’s the dam that held.” where the source has “It's the dam"
        " that held.” (U+2019 RIGHT SINGLE QUOTATION MARK for U+0027 APOSTROPHE)."
    )
    assert messages[1].endswith("; restore the source’s words.")
    assert messages[2].endswith(
        ": it has “…s the dam that held. Yes.” where the source has “…s the dam that held.”."
    )
    assert messages[3].endswith("“the dam that held.” (U+00A0 NO-BREAK SPACE for U+0020 SPACE).")
    assert messages[4].endswith("mend it or cite its source.")
