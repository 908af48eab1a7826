"""Sections added, described, put in order, merged and removed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefer.actions import sections
from briefer.errors import BrieferError
from briefer.model.records import Section
from briefer.session import Session
from tests.worlds import World, a_world


def three_sections() -> tuple[World, Session]:
    world = a_world(tagged=["dam", "held"])
    world.section("Threats")
    world.section("People")
    return world, world.session()


def titles(session: Session) -> list[str]:
    return [section.title for section in session.project.sections()]


def test_a_new_section_stands_last_with_the_first_free_digit_and_a_title_of_its_key() -> None:
    _, session = three_sections()
    session.do(sections.add(session.project, "co-production"))
    added = session.project.find_section("co-production")
    assert titles(session) == ["Findings", "Threats", "People", "Co production"]
    assert (added.digit, added.colour) == (4, sections.COLOURS[3])
    assert session.undo_label == "Add section Co production"


def test_a_section_beyond_nine_has_no_digit() -> None:
    session = World().session()
    for number in range(11):
        session.do(sections.add(session.project, f"s{number}"))
    assert [section.digit for section in session.project.sections()] == [*range(1, 10), None, None]


@pytest.mark.parametrize("key", ["", "Threats", "2nd", "a b", "x" * 65, "é", "-a"])
def test_a_key_that_scripts_could_not_use_is_refused(key: str) -> None:
    with pytest.raises(BrieferError, match="cannot be a section’s key; use small letters"):
        sections.add(World().session().project, key)


def test_the_key_of_the_bottom_line_is_taken() -> None:
    with pytest.raises(BrieferError, match="is the key of the bottom line"):
        sections.add(World().session().project, "bluf")


def test_a_key_is_given_once() -> None:
    _, session = three_sections()
    with pytest.raises(BrieferError, match="There is a section “threats” already"):
        sections.add(session.project, "threats")


def test_everything_of_a_section_can_be_changed_at_once() -> None:
    world, session = three_sections()
    wishes: dict[str, Any] = {
        "title": " Dam\nsafety ", "digit": None, "colour": "#ABCDEF", "guidance": "What\nheld. ",
        "cues": ["dam", " ", "spill\nway"],
    }  # fmt: skip
    session.do(sections.change(session.project, world.sections[0], **wishes))
    found = session.project.sections()[0]
    assert (found.title, found.digit, found.colour) == ("Dam safety", None, "#ABCDEF")
    assert (found.guidance, found.cues) == ("What\nheld.", ("dam", "spill way"))
    assert sections.change(session.project, found, **wishes).edits == ()


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        ({"title": " "}, "A section needs a title"),
        ({"colour": "red"}, "“red” is no colour; give one such as"),
        ({"digit": 0}, "A section’s digit is 1 to 9, not 0"),
        ({"digit": 10}, "1 to 9, not 10"),
        ({"digit": 2}, "2 is the digit of Threats; choose another"),
    ],
)
def test_a_change_that_would_confuse_is_refused(wish: dict[str, Any], sentence: str) -> None:
    world, session = three_sections()
    with pytest.raises(BrieferError, match=sentence):
        sections.change(session.project, world.sections[0], **wish)


@pytest.mark.parametrize(
    ("which", "after", "order"),
    [
        (0, 1, ["Threats", "Findings", "People"]),
        (0, 2, ["Threats", "People", "Findings"]),
        (2, None, ["People", "Findings", "Threats"]),
        (2, 0, ["Findings", "People", "Threats"]),
        (1, 0, ["Findings", "Threats", "People"]),
        (2, 1, ["Findings", "Threats", "People"]),
    ],
)
def test_a_section_is_put_behind_another_or_first(which: int, after: int | None, order: list[str]) -> None:
    world, session = three_sections()
    behind = None if after is None else world.sections[after]
    session.do(sections.place(session.project, world.sections[which], behind))
    assert titles(session) == order


def test_putting_a_section_where_it_stands_changes_nothing() -> None:
    world, session = three_sections()
    assert sections.place(session.project, world.sections[1], world.sections[0]).edits == ()
    with pytest.raises(BrieferError, match="Threats cannot stand after itself"):
        sections.place(session.project, world.sections[1], world.sections[1])


def test_sections_that_share_a_rank_can_still_be_put_in_order() -> None:
    world, _ = three_sections()
    world.records = [replace(r, rank="U") if isinstance(r, Section) else r for r in world.records]
    session = world.session()
    before = titles(session)
    first, second, third = session.project.sections()
    session.do(sections.place(session.project, third, first))
    assert titles(session) == [first.title, third.title, second.title]
    session.undo()
    assert titles(session) == before


def test_a_new_section_can_be_put_in_its_place_at_once() -> None:
    world, session = three_sections()
    session.do(sections.add(session.project, "losses", after=world.sections[0]))
    assert titles(session) == ["Findings", "Losses", "Threats", "People"]


def test_merging_moves_everything_and_a_passage_in_both_keeps_its_place() -> None:
    world, _ = three_sections()
    findings, threats, _ = world.sections
    world.tag(world.sources[0], "dam", threats)
    world.statement(findings, "It held.")
    session = world.session()
    session.do(sections.merge(session.project, findings, threats))
    assert titles(session) == ["Threats", "People"]
    dam, held, said = session.project.body(threats)
    assert [getattr(entry, "passage", None) for entry in (dam, held)] == [p.id for p in world.passages]
    assert said == session.project.statements()[0]
    assert session.undo_label == "Merge Findings into Threats"
    with pytest.raises(BrieferError, match="Threats cannot be merged into itself"):
        sections.merge(session.project, threats, threats)


def test_removing_a_section_leaves_its_passages_unfiled() -> None:
    world, session = three_sections()
    session.do(sections.remove(session.project, world.sections[0]))
    assert session.project.unfiled() == world.passages
    session.undo()
    assert session.project.unfiled() == []


def test_a_section_that_holds_statements_is_not_removed() -> None:
    world, _ = three_sections()
    world.statement(world.sections[0], "It held.")
    with pytest.raises(BrieferError, match="Findings holds 1 statement; move or remove"):
        sections.remove(world.session().project, world.sections[0])


def test_a_digit_that_another_has_is_exchanged_in_one_step() -> None:
    world, session = three_sections()
    findings, threats, _ = world.sections
    session.do(sections.take_digit(session.project, findings, 2))
    assert [section.digit for section in session.project.sections()] == [2, 1, 3]
    assert session.undo_label == "Give Findings the digit 2"
    session.undo()
    session.do(sections.change(session.project, threats, digit=None))
    session.do(sections.take_digit(session.project, session.project.sections()[1], 3))
    assert [section.digit for section in session.project.sections()] == [1, 3, None]


@pytest.mark.parametrize(("digit", "digits"), [(9, [9, 2, 3]), (None, [None, 2, 3]), (1, [1, 2, 3])])
def test_a_free_digit_is_simply_taken(digit: int | None, digits: list[int | None]) -> None:
    world, session = three_sections()
    session.do(sections.take_digit(session.project, world.sections[0], digit))
    assert [section.digit for section in session.project.sections()] == digits


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Next steps", "next-steps"),
        ("Café & Économie", "cafe-economie"),
        ("2+2", "section-2-2"),
        ("위협", "section"),
        ("bluf", "section-bluf"),
        ("Threats", "threats-2"),
        ("x" * 80, "x" * 48),
    ],
)
def test_a_title_makes_a_key_that_is_free(title: str, key: str) -> None:
    _, session = three_sections()
    assert sections.key_for(session.project, title) == key


def test_removing_a_section_can_move_its_statements_and_leave_its_passages_unfiled() -> None:
    world, _ = three_sections()
    findings, threats, _ = world.sections
    world.statement(threats, "It shook.")
    world.statement(findings, "It held.")
    session = world.session()
    session.do(sections.dissolve(session.project, findings, threats))
    assert titles(session) == ["Threats", "People"]
    assert [one.text for one in session.project.statements_under(threats)] == ["It shook.", "It held."]
    assert len(session.project.unfiled()) == 2
    session.undo()
    session.do(sections.dissolve(session.project, findings, None))
    assert [one.text for one in session.project.statements_under(None)] == ["It held."]


def test_what_stands_in_a_section_is_not_moved_into_itself() -> None:
    world, session = three_sections()
    with pytest.raises(BrieferError, match="Findings is to be removed; move its statements to another"):
        sections.dissolve(session.project, world.sections[0], world.sections[0])
