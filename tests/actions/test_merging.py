"""What two people did in copies of one project, put together."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest

from briefer.actions import (
    acronyms,
    adjusting,
    details,
    differences,
    drafting,
    issuing,
    rereading,
    sections,
    sources,
    tagging,
)
from briefer.errors import BrieferError
from briefer.model.anchor import Anchor
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import Passage
from briefer.session import Session, in_memory
from briefer.tasks.merging import merged_with
from tests.actions.pairs import TEXT, Deed, Pair, tagging_quote
from tests.worlds import NOON, World, a_world, an_id


def test_both_sides_tags_are_kept() -> None:
    pair = Pair(a_world(TEXT), (tagging_quote("It held"),), (tagging_quote("in May"),))
    assert pair.merge() == []
    assert pair.quotes == ["in May", "It held"]
    assert pair.ours.undo_label == "Merge “copy.brief”"


def test_the_same_place_tagged_by_both_is_one_tag_with_both_notes_told() -> None:
    pair = Pair(
        a_world(TEXT), (tagging_quote("It held", note="Really?"),), (tagging_quote("It held", note="Yes."),)
    )
    assert pair.merge() == [("passage", "note", "Really?", "Yes.")]
    assert pair.quotes == ["It held"]
    assert pair.project.passages()[0].note == "Really?"


def test_a_note_that_only_they_wrote_at_a_place_both_tagged_is_taken() -> None:
    pair = Pair(a_world(TEXT), (tagging_quote("It held"),), (tagging_quote("It held", note="Yes."),))
    assert pair.merge() == []
    assert pair.project.passages()[0].note == "Yes."


def test_of_a_statement_reworded_by_both_ours_stands_unless_theirs_is_preferred() -> None:
    def rewording(words: str) -> Deed:
        return lambda project: drafting.rewrite(project, project.statements()[0], text=words)

    for prefer, words in ((False, "It held."), (True, "It fell.")):
        world = a_world(TEXT)
        world.statement(world.sections[0], "A dam.")
        pair = Pair(world, (rewording("It held."),), (rewording("It fell."),))
        assert pair.merge(prefer=prefer) == [("statement", "text", "It held.", "It fell.")]
        assert pair.project.statements()[0].text == words


def test_different_fields_of_one_source_are_both_taken() -> None:
    def describing(**fields: str) -> Deed:
        return lambda project: sources.describe(project, project.sources()[0], **fields)

    pair = Pair(
        a_world(TEXT),
        (describing(title="The dam", language="en"),),
        (describing(publisher="Asahi", language="ja"),),
    )
    assert pair.merge() == [("source", "language", "en", "ja")]
    reference = pair.project.sources()[0].reference
    assert (reference.title, reference.publisher, reference.language) == ("The dam", "Asahi", "en")


def test_what_they_removed_is_kept_where_we_cite_it() -> None:
    pair = Pair(
        a_world(TEXT, tagged=["It held"]),
        (lambda project: drafting.write(project, None, "It held.", "fact", project.passages()),),
        (lambda project: tagging.discard(project, project.passages()[0]),),
    )
    assert pair.merge() == []
    assert [one.anchor.quote for one in pair.project.passages()] == ["It held"]
    assert pair.quotes == []


def test_a_source_that_we_removed_comes_back_where_they_tagged_it() -> None:
    pair = Pair(
        a_world(TEXT),
        (lambda project: sources.remove(project, project.sources()[0]),),
        (tagging_quote("It held"),),
    )
    assert pair.merge() == []
    assert [one.label for one in pair.project.sources()] == ["S1"]
    assert pair.quotes == ["It held"]


def test_what_one_removed_and_the_other_changed_stands_as_it_is_here_and_is_told() -> None:
    def change(project: Project) -> Change:
        return drafting.rewrite(project, project.statements()[0], text="It fell.")

    def remove(project: Project) -> Change:
        return drafting.remove(project, project.statements()[0])

    world = a_world(TEXT)
    world.statement(None, "It held.")
    pair = Pair(world, (remove,), (change,))
    assert pair.merge() == [("statement", "", None, "It fell.")]
    assert pair.project.statements() == []
    pair.merge(prefer=True)
    assert [one.text for one in pair.project.statements()] == ["It fell."]
    pair = Pair(world, (change,), (remove,))
    assert pair.merge() == [("statement", "", "It fell.", None)]
    assert [one.text for one in pair.project.statements()] == ["It fell."]
    pair.merge(prefer=True)
    assert pair.project.statements() == []


def test_sections_added_by_both_are_one_by_their_key_and_share_no_digit() -> None:
    def section(key: str) -> Deed:
        return lambda project: sections.add(project, key)

    pair = Pair(
        a_world(TEXT),
        (section("threats"), section("people")),
        (section("places"), section("threats"), tagging_quote("It held")),
    )
    pair.merge()
    digits = {one.key: one.digit for one in pair.project.sections()}
    assert digits == {"findings": 1, "threats": 2, "people": 3, "places": None}


def test_a_digit_that_we_gave_to_another_section_stays_ours() -> None:
    world = a_world(TEXT)
    world.section("Threats")
    world.section("People")

    def digit(key: str) -> Deed:
        return lambda project: sections.change(project, project.find_section(key), digit=9)

    pair = Pair(world, (digit("threats"),), (digit("people"),))
    assert pair.merge() == [("section", "digit", "3", "9")]
    assert [one.digit for one in pair.project.sections()] == [1, 9, 3]


def test_a_section_that_we_made_anew_takes_what_they_put_under_the_former() -> None:
    pair = Pair(
        a_world(TEXT),
        (
            lambda project: sections.remove(project, project.sections()[0]),
            lambda project: sections.add(project, "findings"),
        ),
        (tagging_quote("It held"),),
    )
    assert pair.merge() == []
    assert [one.key for one in pair.project.sections()] == ["findings"]
    assert pair.quotes == ["It held"]


def test_acronyms_are_one_by_their_short_form() -> None:
    pair = Pair(
        a_world(TEXT),
        (lambda project: acronyms.define(project, "USFJ", "United States Forces Japan"),),
        (lambda project: acronyms.define(project, "USFJ", "U.S. Forces, Japan"),),
    )
    assert pair.merge() == [("acronym", "expansion", "United States Forces Japan", "U.S. Forces, Japan")]


def test_a_version_issued_by_both_is_told() -> None:
    def issue(words: str) -> tuple[Deed, ...]:
        return (
            lambda project: details.set_field(project, "version", "1"),
            lambda project: drafting.write(project, None, words, "fact", ()),
            lambda project: issuing.issue(project, "2026-11-22"),
        )

    pair = Pair(a_world(TEXT), issue("Mine."), issue("Theirs."))
    told = pair.merge()
    assert [one[:2] for one in told] == [("issue", "version")]
    assert len(pair.project.issues()) == 1


def test_a_difference_between_places_that_became_one_is_told() -> None:
    world = a_world(TEXT, tagged=["It held", "in May"])

    def differ(project: Project) -> Change:
        return differences.put(project, "Did it?", [project.passages()[-1], project.passages()[-2]])

    pair = Pair(
        world,
        (lambda project: adjusting.adjust(project, project.passages()[1], TEXT.index("The dam fell"), 60),),
        (tagging_quote("The dam fell in June."), differ),
    )
    assert [one for one in pair.merge() if one[0] == "difference"] == [("difference", "", None, "Did it?")]
    assert pair.project.differences() == []
    assert pair.quotes == ["in May", "The dam fell in June."]


def test_a_passage_moved_by_each_to_where_the_other_has_one_stays() -> None:
    world = a_world(TEXT, tagged=["It held", "in May"])

    def to_june(number: int) -> Deed:
        return lambda project: adjusting.adjust(project, project.passages()[number], 50, 58)

    pair = Pair(world, (to_june(0),), (to_june(1),))
    assert [one[:2] for one in pair.merge()] == [("passage", "anchor")]
    assert pair.quotes == ["It held", TEXT[50:58]]


def test_other_projects_are_refused() -> None:
    ours, theirs = a_world(TEXT).session(), a_world(TEXT).session()
    with pytest.raises(BrieferError, match="not copies of one project"):
        merged_with(ours, theirs, "x.brief", lambda _record, _field: False)


def test_a_copy_that_calls_two_different_things_alike_is_refused() -> None:
    world = a_world(TEXT, tagged=["It held"])
    theirs = World()
    theirs.records += [*world.sections, replace(world.passages[0], id=an_id())]
    theirs.records += [replace(world.sources[0], id=world.passages[0].id)]
    theirs.records.pop(2)
    theirs.contents = world.contents
    with pytest.raises(BrieferError, match="not copies of one project"):
        merged_with(world.session(), theirs.session(), "x.brief", lambda _record, _field: False)


def test_copies_that_contradict_each_other_without_end_are_refused() -> None:
    """Each passage of theirs stands where ours has the next one, and ours has one more."""
    text = "word " * 300
    world = World()
    source = world.source(text)

    def session(count: int, shift: int) -> Session:
        spans = [(5 * number, 5 * number + 4) for number in range(shift, count + shift)]
        marked = [
            Passage(f"f{number:031x}", source.id, Anchor.at(source.text, text, *span))
            for number, span in enumerate(spans)
        ]
        return in_memory([*world.records, *marked], world.contents, "Ada", clock=lambda: NOON)

    with pytest.raises(BrieferError, match="contradict each other"):
        merged_with(session(201, 0), session(200, 1), "x.brief", lambda _record, _field: True)


def test_passages_and_what_names_them_are_told_by_their_words() -> None:
    world = a_world(TEXT, tagged=["It held", "in May"])
    world.section("Threats")
    world.statement(None, "It held.", world.passages[0])

    def cite(*places: int) -> Deed:
        def rewrite(project: Project) -> Change:
            passages = [project.passages()[place] for place in places]
            return drafting.rewrite(project, project.statements()[0], cites=passages)

        return rewrite

    def move(project: Project) -> Change:
        findings, threats = project.sections()
        return drafting.move(project, project.tags_under(findings)[0], threats, None)

    pair = Pair(
        world,
        (cite(0), lambda project: tagging.discard(project, project.passages()[1])),
        (cite(0, 1), lambda project: tagging.annotate(project, project.passages()[1], "Sure?"), move),
    )
    assert pair.merge() == [
        ("passage", "", None, "It held"),
        ("tag", "", None, "It held → Threats"),
        ("statement", "cites", "in May", "in May; It held"),
    ]


def test_a_passage_that_one_accepted_and_the_other_rejected_is_told() -> None:
    def accept(project: Project) -> Change:
        [fate] = rereading.unsettled(project)
        assert fate.place is not None
        return rereading.accept(project, fate.passage, fate.place.start, fate.place.end)

    def reject(project: Project) -> Change:
        return rereading.reject(project, rereading.unsettled(project)[0].passage)

    world = a_world(TEXT, tagged=["The dam was inspected in May"])
    with closing(world.session()) as session:
        [source] = session.project.sources()
        newer = TEXT.replace("inspected in May", "inspected with care in May")
        session.do(rereading.revise(session.project, source, newer, session.now()))
        world.records, world.contents = [*session.project.records()], [*session.project.contents()]
    pair = Pair(world, (accept,), (reject,))
    assert [(kind, field) for kind, field, _, _ in pair.merge()] == [("passage", "anchor")]
    assert pair.project.passages()[0].state == "anchored"
