"""Several cards of the outline moved, taken out or filed elsewhere in one step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.actions import collecting, drafting
from briefer.errors import BrieferError
from briefer.model import rank
from briefer.model.project import Entry, Project
from briefer.model.records import Section, Statement, Tag
from briefer.session import Session
from tests.proving import examples
from tests.worlds import World, a_world


def words(project: Project, entry: Entry) -> str:
    return entry.text if isinstance(entry, Statement) else project.passage(entry.passage).anchor.quote


def body(session: Session, section: Section | None) -> list[str]:
    return [words(session.project, entry) for entry in session.project.body(section)]


def letters() -> tuple[World, Session]:
    """Give a section of five tags, a to e, and an empty one."""
    world = a_world("a b c d e f", tagged="abcde")
    world.section("Threats")
    return world, world.session()


@settings(max_examples=examples(600))
@given(st.sets(st.integers(0, 4), min_size=1), st.none() | st.integers(0, 4), st.booleans())
def test_entries_go_together_wherever_they_are_put(which: set[int], after: int | None, shared: bool) -> None:
    world = a_world("a b c d e f", tagged="abcde")
    if shared:
        world.records = [replace(one, rank="U") if isinstance(one, Tag) else one for one in world.records]
    session, home = world.session(), world.sections[0]
    entries = session.project.body(home)
    moved = [entries[place] for place in sorted(which)]
    rest = [entry for entry in entries if entry not in moved]
    behind = None if after is None or entries[after] in moved else entries[after]
    place = 0 if behind is None else rest.index(behind) + 1
    wanted = [words(session.project, one) for one in (*rest[:place], *moved, *rest[place:])]
    session.do(drafting.move_all(session.project, moved, home, behind))
    assert body(session, home) == wanted


def test_entries_of_two_sections_go_into_a_third_and_back_in_one_step() -> None:
    world, _ = letters()
    third = world.section("Cost")
    world.tag(world.sources[0], "f", world.sections[1])
    session = world.session()
    a, _, c, *_ = session.project.body(world.sections[0])
    [f] = session.project.body(world.sections[1])
    session.do(drafting.move_all(session.project, [a, c, f], third, None))
    assert body(session, third) == ["a", "c", "f"]
    assert session.undo() == "Move 3 entries in Cost"
    assert body(session, world.sections[0]) == ["a", "b", "c", "d", "e"]


def test_a_passage_is_not_moved_to_where_it_stands_or_would_stand_twice() -> None:
    world, _ = letters()
    world.tag(world.sources[0], "a", world.sections[1])
    third = world.section("Cost")
    project = world.session().project
    a, b, *_ = project.body(world.sections[0])
    [also] = project.body(world.sections[1])
    with pytest.raises(BrieferError, match="Threats would hold 1 passage twice; untag what stands there"):
        drafting.move_all(project, [a, b], world.sections[1], None)
    with pytest.raises(BrieferError, match="Cost would hold 1 passage twice"):
        drafting.move_all(project, [a, also], third, None)


def test_statements_go_to_the_bottom_line_together() -> None:
    world = a_world()
    said = [world.statement(world.sections[0], text) for text in ("One.", "Two.")]
    session = world.session()
    session.do(drafting.move_all(session.project, said, None, None))
    assert body(session, None) == ["One.", "Two."]


@settings(max_examples=examples(600))
@given(st.integers(0, 70), st.sampled_from([("", ""), ("V", ""), ("", "V"), ("V", "W"), ("V", "V1")]))
def test_ranks_between_two_others_stand_in_order(count: int, bounds: tuple[str, str]) -> None:
    low, high = bounds
    ranks = rank.several(count, low, high)
    assert len(ranks) == count
    assert sorted({low, *ranks, *([high] if high else [])}) == [*({low}), *ranks, *([high] if high else [])]


def test_passages_are_taken_out_and_those_that_stay_cited_are_unfiled() -> None:
    world, _ = letters()
    world.statement(world.sections[1], "So.", world.passages[0])
    session = world.session()
    session.do(collecting.take_out(session.project, session.project.body(world.sections[0])[:2]))
    assert body(session, world.sections[0]) == ["c", "d", "e"]
    assert [passage.anchor.quote for passage in session.project.unfiled()] == ["a"]
    assert session.undo() == "Untag 2 passages"


def test_a_passage_goes_when_all_its_tags_and_its_statement_go() -> None:
    world, _ = letters()
    world.tag(world.sources[0], "a", world.sections[1])
    world.statement(world.sections[1], "So.", world.passages[0])
    session = world.session()
    [first, *_] = session.project.body(world.sections[0])
    session.do(collecting.take_out(session.project, [first, *session.project.body(world.sections[1])]))
    assert session.project.get(type(world.passages[0]), world.passages[0].id) is None
    assert session.undo() == "Remove 3 entries"


def test_statements_go_together_under_their_own_name() -> None:
    world = a_world()
    said = [world.statement(world.sections[0], text) for text in ("One.", "Two.")]
    session = world.session()
    session.do(collecting.take_out(session.project, said))
    assert session.undo() == "Remove 2 statements"


def test_an_unfiled_passage_goes_unless_a_statement_that_stays_cites_it() -> None:
    world = a_world()
    held = world.tag(world.sources[0], "It held.", None)
    dam = world.tag(world.sources[0], "The dam", None)
    said = world.statement(world.sections[0], "It held.", held)
    session = world.session()
    with pytest.raises(BrieferError, match="This passage is cited by 1 statement"):
        collecting.take_out(session.project, [held, dam])
    session.do(collecting.take_out(session.project, [said, held, dam]))
    assert session.project.passage_count() == 0


def test_one_card_is_taken_out_as_ever() -> None:
    world = a_world(tagged=["dam"])
    said = world.statement(world.sections[0], "It held.")
    alone = world.tag(world.sources[0], "held", None)
    session = world.session()
    [tag, _] = session.project.body(world.sections[0])
    for line, label in (
        (tag, "Untag from Findings"), (said, "Remove statement"), (alone, "Remove passage"),
    ):  # fmt: skip
        session.do(collecting.take_out(session.project, [line]))
        assert session.undo_label == label


def test_passages_are_filed_under_one_more_section_once() -> None:
    world, session = letters()
    goal = world.sections[1]
    session.do(collecting.file_under(session.project, [world.passages[0], world.passages[0]], goal))
    session.do(collecting.file_under(session.project, world.passages[:3], goal))
    assert body(session, goal) == ["a", "b", "c"]
    assert session.undo_label == "File 2 passages under Threats"
    assert collecting.file_under(session.project, world.passages[:3], goal).edits == ()
