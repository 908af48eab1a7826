"""Passages marked in a source, filed under sections, noted and let go."""

from __future__ import annotations

import pytest

from briefer.actions import tagging
from briefer.errors import BrieferError
from briefer.model.forms import LONGEST_WORDS
from briefer.model.project import Project
from briefer.model.records import Passage, Tag
from tests.worlds import World, a_world

TEXT = "Yōko met “Kihara”. 😀 본문 held.\n\n \u00a0\n"


def quotes(project: Project) -> list[str]:
    return [passage.anchor.quote for passage in project.passages()]


def test_a_stretch_is_tagged_by_code_points_and_keeps_what_the_source_says() -> None:
    world = a_world(TEXT)
    session = world.session()
    session.do(tagging.tag(session.project, world.sources[0], 9, 20, world.sections[0], note=" who? "))
    (passage,) = session.project.passages()
    assert passage.anchor.quote == "“Kihara”. 😀"
    assert (passage.anchor.prefix, passage.anchor.suffix) == ("Yōko met ", TEXT[20:])
    assert passage.note == "who?"
    assert [tag.section for tag in session.project.tags_of(passage)] == [world.sections[0].id]
    assert session.undo_label == "Tag as Findings"


def test_the_same_span_is_the_same_passage_in_another_section() -> None:
    world = a_world(tagged=["dam"])
    threats = world.section("Threats")
    change = tagging.tag(world.session().project, world.sources[0], 4, 7, threats)
    assert [type(edit.record) for edit in change.edits] == [Tag]
    (edit,) = change.edits
    assert isinstance(edit.after, Tag)
    assert (edit.after.passage, edit.after.section) == (world.passages[0].id, threats.id)


def test_tagging_again_where_it_is_changes_nothing_but_its_note() -> None:
    world = a_world(tagged=["dam"])
    project = world.session().project
    assert tagging.tag(project, world.sources[0], 4, 7, world.sections[0]).edits == ()
    (edit,) = tagging.tag(project, world.sources[0], 4, 7, world.sections[0], note="which?").edits
    assert isinstance(edit.after, Passage)
    assert edit.after.note == "which?"


@pytest.mark.parametrize(
    ("start", "end", "sentence"),
    [
        (0, 0, "0:0 is no stretch"),
        (3, 1, "3:1 is no stretch"),
        (0, 99, "S1 has 34 characters, so 0:99 is no stretch"),
        (-1, 3, "no stretch"),
        (29, 34, "Select some text first"),
    ],
)
def test_what_is_no_stretch_of_words_is_refused(start: int, end: int, sentence: str) -> None:
    world = a_world(TEXT)
    with pytest.raises(BrieferError, match=sentence):
        tagging.tag(world.session().project, world.sources[0], start, end, world.sections[0])


def test_a_passage_longer_than_a_project_may_hold_is_refused() -> None:
    world = a_world("x" * (LONGEST_WORDS + 1))
    project = world.session().project
    with pytest.raises(BrieferError, match="1,000,000 characters at most"):
        tagging.tag(project, world.sources[0], 0, LONGEST_WORDS + 1, world.sections[0])
    assert tagging.tag(project, world.sources[0], 0, LONGEST_WORDS, world.sections[0]).edits


def test_a_note_that_is_too_long_is_refused_with_its_length() -> None:
    world = a_world(tagged=["dam"])
    with pytest.raises(BrieferError, match="That is 100,001 characters; cut it below 100,000"):
        tagging.annotate(world.session().project, world.passages[0], "x" * 100_001)


def test_the_last_tag_takes_its_passage_along() -> None:
    world = a_world(tagged=["dam"])
    session = world.session()
    (tag,) = session.project.tags_of(world.passages[0])
    session.do(tagging.untag(session.project, tag))
    assert quotes(session.project) == []
    assert session.undo_label == "Untag from Findings"


def test_a_passage_with_another_tag_stays() -> None:
    world = a_world(tagged=["dam"])
    world.tag(world.sources[0], "dam", world.section("Threats"))
    session = world.session()
    session.do(tagging.untag(session.project, session.project.tags_of(world.passages[0])[0]))
    assert quotes(session.project) == ["dam"]
    assert session.project.unfiled() == []


def test_a_cited_passage_without_a_tag_stays_unfiled() -> None:
    world = a_world(tagged=["dam"])
    world.statement(world.sections[0], "It held.", world.passages[0])
    session = world.session()
    session.do(tagging.untag(session.project, session.project.tags_of(world.passages[0])[0]))
    assert session.project.unfiled() == world.passages


def test_untagging_a_span_takes_every_passage_it_touches_and_no_other() -> None:
    world = a_world("one two three four", tagged=["one two", "two", "four"])
    session = world.session()
    session.do(tagging.untag_span(session.project, world.sources[0], 5, 6, world.sections[0]))
    assert quotes(session.project) == ["four"]
    session.undo()
    assert quotes(session.project) == ["one two", "two", "four"]


def test_untagging_where_no_tag_is_says_what_to_do() -> None:
    world = a_world("one two three", tagged=["one"])
    for start, end in ((3, 7), (8, 13)):
        with pytest.raises(BrieferError, match="Nothing here is tagged as Findings; put the caret into"):
            tagging.untag_span(world.session().project, world.sources[0], start, end, world.sections[0])


def test_a_note_is_written_changed_and_taken_away() -> None:
    world = a_world(tagged=["dam"])
    session = world.session()
    for note, kept in (("which?\x00", "which?"), ("which?", "which?"), (" ", "")):
        (passage,) = session.project.passages()
        session.do(tagging.annotate(session.project, passage, note))
        assert session.project.passages()[0].note == kept
    assert [entry.label for entry in session.log()] == ["Write note"] * 2


def test_a_passage_is_discarded_with_all_its_tags() -> None:
    world = a_world(tagged=["dam", "held"])
    world.tag(world.sources[0], "dam", world.section("Threats"))
    session = world.session()
    session.do(tagging.discard(session.project, world.passages[0]))
    assert quotes(session.project) == ["held"]
    assert session.project.tag_counts() == {world.sections[0].id: 1}


def test_a_cited_passage_is_not_discarded() -> None:
    world = a_world(tagged=["dam"])
    world.statement(None, "It held.", world.passages[0])
    with pytest.raises(BrieferError, match="cited by 1 statement"):
        tagging.discard(world.session().project, world.passages[0])


def test_tags_of_a_source_are_counted_by_section() -> None:
    world = World()
    first, second = world.source("one two"), world.source("three")
    section = world.section("Findings")
    for source, quote in ((first, "one"), (first, "two"), (second, "three")):
        world.tag(source, quote, section)
    project = world.session().project
    assert project.tag_counts(first) == {section.id: 2}
    assert project.tag_counts() == {section.id: 3}
    assert (project.passage_count(first), project.passage_count()) == (2, 3)
