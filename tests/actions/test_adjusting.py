"""The ends of a passage moved, and everything that hangs on it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.actions import adjusting, drafting, tagging
from briefer.checking.findings import findings
from briefer.errors import BrieferError
from briefer.model.project import Project
from briefer.model.records import Passage, Statement, Tag
from briefer.session import Session
from tests.worlds import World, a_world

TEXT = "The dam held. 😀 Nobody was hurt.\n\nThe mayor thanked the crew."


def adjust(session: Session, passage: Passage, quote: str) -> None:
    """Let a passage say this instead."""
    start = TEXT.index(quote)
    session.do(adjusting.adjust(session.project, passage, start, start + len(quote)))


def quotes(project: Project) -> list[str]:
    return [passage.anchor.quote for passage in project.passages()]


def only(session: Session) -> Statement:
    (found,) = session.project.statements()
    return found


def test_a_passage_says_what_lies_between_its_new_ends() -> None:
    world = a_world(TEXT, tagged=["dam"])
    session = world.session()
    adjust(session, world.passages[0], "dam held. 😀 Nobody")
    (passage,) = session.project.passages()
    assert passage.id == world.passages[0].id
    assert (passage.anchor.quote, passage.anchor.suffix[:4]) == ("dam held. 😀 Nobody", " was")
    assert session.undo_label == "Adjust passage"


def test_its_tags_and_its_note_stay_on_it() -> None:
    world = World()
    passage = world.tag(world.source(TEXT), "dam", world.section("State"), "which?")
    world.tag(world.sources[0], "dam", world.section("Cost"))
    session = world.session()
    before = session.project.tags_of(passage)
    adjust(session, passage, "The dam")
    assert session.project.passages()[0].note == "which?"
    assert session.project.tags_of(passage) == before


def test_ends_left_where_they_are_change_nothing() -> None:
    world = a_world(TEXT, tagged=["dam"])
    assert adjusting.adjust(world.session().project, world.passages[0], 4, 7).edits == ()


@pytest.mark.parametrize(
    ("start", "end", "sentence"),
    [
        (7, 4, "no stretch"),
        (0, 99, "no stretch"),
        (32, 34, "Select some text"),
    ],
)
def test_ends_that_hold_no_words_are_refused(start: int, end: int, sentence: str) -> None:
    world = a_world(TEXT, tagged=["dam"])
    with pytest.raises(BrieferError, match=sentence):
        adjusting.adjust(world.session().project, world.passages[0], start, end)


def test_a_passage_that_has_left_its_text_is_refused() -> None:
    world = a_world(TEXT, tagged=["dam"])
    lost = replace(world.passages[0], state="lost")
    with pytest.raises(BrieferError, match="no longer stands in its source; tag the words anew"):
        adjusting.adjust(world.session().project, lost, 0, 3)


def test_two_passages_that_become_the_same_keep_the_tags_of_both() -> None:
    world = World()
    world.source(TEXT)
    state, cost, people = (world.section(title) for title in ("State", "Cost", "People"))
    short = world.tag(world.sources[0], "dam", state, "which?")
    world.tag(world.sources[0], "dam", people)
    long = world.tag(world.sources[0], "The dam held.", state, "yes")
    world.tag(world.sources[0], "The dam held.", cost)
    session = world.session()
    adjust(session, short, "The dam held.")
    assert session.project.passages() == [replace(long, note="yes\nwhich?")]
    filed = {tag.section for tag in session.project.tags_of(long)}
    assert filed == {state.id, cost.id, people.id}
    assert sum(session.project.tag_counts().values()) == 3


def test_two_passages_that_become_the_same_are_cited_by_whoever_cited_either() -> None:
    world = a_world(TEXT, tagged=["dam", "The dam held."])
    short, long = world.passages
    world.statement(None, "It held.", short, long)
    world.statement(None, "So it did.", short)
    session = world.session()
    adjust(session, short, "The dam held.")
    assert [statement.cites for statement in session.project.statements()] == [(long.id,), (long.id,)]


def test_notes_too_long_to_be_one_keep_two_passages_apart() -> None:
    world = World()
    short = world.tag(world.source(TEXT), "dam", world.section("State"), "x" * 60_000)
    world.tag(world.sources[0], "The dam", world.sections[0], "y" * 60_000)
    with pytest.raises(BrieferError, match="cut it below"):
        adjusting.adjust(world.session().project, short, 0, 7)


def test_a_quotation_of_the_whole_passage_follows_it() -> None:
    world = a_world(TEXT, tagged=["dam held"])
    world.statement(world.sections[0], "dam held", world.passages[0], kind="quotation")
    session = world.session()
    adjust(session, world.passages[0], "The dam held.")
    assert only(session).text == "The dam held."
    session.undo()
    assert only(session).text == "dam held"


def test_a_quotation_with_edits_of_its_own_is_left_and_found() -> None:
    world = a_world(TEXT, tagged=["The dam held."])
    world.statement(world.sections[0], "[…] dam held.", world.passages[0], kind="quotation")
    session = world.session()
    adjust(session, world.passages[0], "Nobody was hurt.")
    assert only(session).text == "[…] dam held."
    assert "altered-quotation" in [finding.rule for finding in findings(session.project)]


def test_a_quotation_of_more_than_the_passage_is_left() -> None:
    world = a_world(TEXT, tagged=["dam", "crew"])
    world.statement(world.sections[0], "dam", *world.passages, kind="quotation")
    session = world.session()
    adjust(session, world.passages[0], "The dam")
    assert only(session).text == "dam"


def test_a_quotation_never_takes_up_white_space_at_its_ends() -> None:
    world = a_world(TEXT, tagged=["dam"])
    world.statement(world.sections[0], "dam", world.passages[0], kind="quotation")
    session = world.session()
    adjust(session, world.passages[0], "dam ")
    assert only(session).text == "dam"


def test_a_reported_fact_keeps_its_words() -> None:
    world = a_world(TEXT, tagged=["dam"])
    world.statement(world.sections[0], "dam", world.passages[0])
    session = world.session()
    adjust(session, world.passages[0], "The dam")
    assert only(session).text == "dam"


PLACE = st.integers(0, len(TEXT))


@given(st.lists(st.tuples(PLACE, PLACE, st.integers(0, 1)), min_size=2, max_size=5), PLACE, PLACE, st.data())
def test_nothing_is_lost_by_it_and_undo_restores_everything(
    spans: list[tuple[int, int, int]], one: int, other: int, data: st.DataObject
) -> None:
    session = _marked(spans)
    passages = session.project.passages()
    if not passages:
        return
    chosen = data.draw(st.sampled_from(passages))
    session.do(drafting.write(session.project, None, "So it was.", "fact", [chosen]))
    # To the ends of another one or to any place at all.
    target = data.draw(st.sampled_from(passages)).anchor
    start, end = data.draw(st.sampled_from([(one, other), (target.start, target.end)]))
    before = list(session.project.records())
    try:
        session.do(adjusting.adjust(session.project, chosen, start, end))
    except BrieferError:
        assert list(session.project.records()) == before
        return
    moved = session.project.passage(only(session).cites[0])
    assert (moved.anchor.start, moved.anchor.end) == (start, end)
    assert moved.anchor.holds_in(TEXT)
    filed = {tag.section for tag in session.project.tags_of(moved)}
    assert filed >= {one.section for one in before if isinstance(one, Tag) and one.passage == chosen.id}
    if session.undo_label == adjusting.LABEL:
        session.undo()
    assert list(session.project.records()) == before


def _marked(spans: list[tuple[int, int, int]]) -> Session:
    world = World()
    source = world.source(TEXT)
    homes = [world.section("State"), world.section("Cost")]
    session = world.session()
    for one, other, home in spans:
        start, end = sorted((one, other))
        if TEXT[start:end].strip():
            session.do(tagging.tag(session.project, source, start, end, homes[home]))
    return session
