"""What a brief says of its passages is held against the texts, however well its evidence was sealed again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefer.actions import details, rereading, sources
from briefer.actions.sources import Incoming
from briefer.checking.discrepancy import Discrepancy
from briefer.checking.printed import Printed, Reread, Spot
from briefer.checking.recomposed import OTHER_RECORDS
from briefer.checking.verify import verify
from briefer.model.preset import CITATIONS, WHOLE
from briefer.model.project import Project
from briefer.session import Session
from briefer.tasks.verifying import verify_file, verify_plain
from briefer.writing import docx
from briefer.writing.compose import compose
from briefer.writing.compose_annex import EXPLAINED
from briefer.writing.evidence import DIGEST_LEAD, Evidence, digest, evidence
from tests.checking.word_files import TEXT, a_world
from tests.worlds import World

NOW = "2026-11-23T08:00:00Z"


def a_project() -> Project:
    return a_world().session().project


def an_evidence() -> Evidence:
    return evidence(compose(a_project()))


def told(forged: Evidence, project: Project | None = None) -> list[Discrepancy]:
    """Verify a brief that prints what its evidence has, as one that was sealed again does."""
    body = (*forged.body, DIGEST_LEAD + digest(forged))
    return verify(Reread(forged, Printed(body, forged.notes, (), forged.links)), project or a_project())


def with_body(found: Evidence, before: str, after: str) -> Evidence:
    assert any(before in words for words in found.body)
    return replace(found, body=tuple(words.replace(before, after) for words in found.body))


def with_notes(found: Evidence, before: str, after: str) -> Evidence:
    assert any(before in words for words in found.notes)
    return replace(found, notes=tuple(words.replace(before, after) for words in found.notes))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Before: The dam held.", "Before: It is untrue that"),
        ("After: “We are safe,” she added.", "After: “We are not safe,” she added."),
        ("para. 2, line 3", "para. 20, line 30"),
        ("code points 15–48", "code points 16–49"),
        (f"text of {len(TEXT)} code points", "text of 9 code points"),
    ],
)
def test_an_annex_that_says_other_than_the_text_is_told(before: str, after: str) -> None:
    found = told(with_body(an_evidence(), before, after))
    assert {one.rule for one in found} == {"foreign-evidence"}
    assert "the annex" in found[0].message
    assert before in found[0].source
    assert after in found[0].says


def test_words_added_to_the_annex_or_taken_from_it_are_told() -> None:
    found = an_evidence()
    added = replace(found, body=(*found.body[:-1], "Eve says.", found.body[-1]))
    assert [one.says for one in told(added)] == ["Eve says."]
    lost = replace(found, body=tuple(words for words in found.body if not words.startswith("Before: ")))
    assert [one.source for one in told(lost)] == [
        "Before: The dam held.",
        "Before: “We are safe,” she added.",
    ]
    bare = tuple(words for words in found.body if not words.startswith("Each entry gives"))
    assert told(replace(found, body=bare))


@pytest.mark.parametrize("citations", CITATIONS)
@pytest.mark.parametrize("joined", [True, False])
def test_a_note_that_names_other_places_is_told(citations: str, *, joined: bool) -> None:
    preset = replace(WHOLE, citations=citations, joined=joined)
    found = evidence(compose(a_project(), preset=preset))
    assert told(found) == []
    one, *_ = told(with_notes(found, "para. 2, line 3", "para. 9, line 9"))
    assert one.message.startswith("The brief does not match the sources at note ")
    assert "it names other places" in one.message


def test_a_note_that_rests_on_nothing_is_told() -> None:
    found = an_evidence()
    forged = replace(found, notes=(*found.notes, "Reuters, July 28, 2024."))
    assert [one.says for one in told(forged)] == ["Reuters, July 28, 2024."]


def test_a_quotation_whose_note_cites_something_else_is_told() -> None:
    found = an_evidence()
    place = next(each.place for each in found.quoted)
    forged = with_body(found, found.body[place], found.body[place].partition("[^")[0])
    assert "its notes do not cite passage" in told(forged)[0].message


def test_words_in_quotation_marks_that_no_cited_passage_says_are_told() -> None:
    world = World()
    section = world.section("Findings")
    passage = world.tag(world.source("They said that they had met. It held."), "It held.", section)
    world.statement(section, "He said “It held” and left.", passage)
    found = evidence(compose(world.session().project))
    assert told(found, world.session().project) == []
    forged = with_body(found, "“It held”", "“we shall abandon the dam at once”")
    (one,) = told(forged, world.session().project)
    assert "it has “we shall abandon the dam at once” in quotation marks, which no passage" in one.message
    assert told(replace(forged, banner="DRAFT"), world.session().project) == []


def test_an_answer_that_the_evidence_gives_to_no_source_is_told_as_a_contradiction_alone() -> None:
    world = World()
    passage = world.tag(world.source("It held."), "It held.", world.section("Findings"))
    world.difference("Did it hold?", passage)
    found = replace(evidence(compose(world.session().project)), passages=())
    body = (*found.body, DIGEST_LEAD + digest(found))
    spots = (Spot("cell"),) * len(body)
    printed = Printed(body, found.notes, (), found.links, (), spots)
    said = [one.message for one in verify(Reread(found, printed))]
    assert said
    assert [words for words in said if "contradicts itself" not in words] == []


def renamed(project: Session) -> None:
    source = project.project.sources()[0]
    project.do(sources.describe(project.project, source, title="Another title", published="2024-07-29"))


def dated(project: Session) -> None:
    project.do(details.set_field(project.project, "event_date", "2024-07-28"))


def read_anew(project: Session) -> None:
    for source in project.project.sources():
        newer = Incoming("newer.txt", source.id.encode(), f"\n\nOther words.{source.id}", "UTF-8")
        project.do(rereading.reread(project.project, source, newer, NOW))


def added(project: Session) -> None:
    project.do(sources.add(project.project, [Incoming("a.txt", b"a", "A dam.", "UTF-8")], NOW))


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (renamed, "note 1, note 3, note 4, the list of sources and the annex"),
        (dated, ""),
        (read_anew, ""),
        (added, ""),
    ],
)
def test_what_was_changed_in_the_project_since_is_no_forgery(
    change: Callable[[Session], None], where: str
) -> None:
    session = a_world().session()
    sent = evidence(compose(session.project))
    change(session)
    found = told(sent, session.project)
    assert [(one.rule, one.level, one.where) for one in found] == (
        [(OTHER_RECORDS, "information", where)] if where else []
    )


def a_world_that_says(text: str, quote: str, **reference: str) -> World:
    world = World()
    world.records[0] = replace(world.details, event_date="2024-07-28")
    passage = world.tag(world.source(text, **reference), quote, world.section("Findings"))
    world.statement(world.sections[0], "It broke.", passage)
    return world


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It broke on Sunday of last week.", "It broke on Sunday"),
        ("Nobody slept on the 28th July 2023 there.", "Nobody slept on the 28th"),
        ("In all of last week: Sunday it was cold.", "Sunday it was cold"),
    ],
)
def test_a_day_is_read_with_what_stands_beside_it_as_it_was_for_the_brief(text: str, quote: str) -> None:
    project = a_world_that_says(text, quote).session().project
    assert told(evidence(compose(project, draft=True)), project) == []


def test_a_source_may_say_what_explains_the_annex() -> None:
    project = a_world_that_says(f"Evidence annex\n\n{EXPLAINED}\n\nIt ends.", EXPLAINED).session().project
    assert told(evidence(compose(project)), project) == []


def test_what_a_reference_leaves_open_is_closed_in_the_list_of_sources_composed_anew_too() -> None:
    turned = {"title": "A\u202e title", "author": "Ann\u2067", "descriptor": "A daily\u202e paper."}
    project = a_world_that_says("It broke.", "It broke.", **turned).session().project
    assert told(evidence(compose(project)), project) == []


@pytest.mark.parametrize("since", [True, False])
def test_the_verdict_says_no_more_than_was_proved(tmp_path: Path, *, since: bool) -> None:
    session = a_world().session()
    file, project = tmp_path / "brief.docx", tmp_path / "p.brief"
    file.write_bytes(docx.render(compose(session.project)))
    if since:
        renamed(session)
    session.write_copy(project)
    proved = "matches the sources in quotations, places and context"
    verdict = f"{proved}; what else it says of the sources was not proved" if since else proved
    assert verify_file(file, project).verdict == verdict
    assert verify_plain(str(file), str(project)) == f"Verified: the file {verdict}."


def test_a_source_that_was_added_anew_is_known_by_its_file() -> None:
    sent = an_evidence()
    world = World()
    for text in (TEXT, "본문 바로가기"):
        world.source(text)
    assert [one for one in told(sent, world.session().project) if one.level != "information"] == []
