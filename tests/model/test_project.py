"""What a project answers when it is asked by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from briefer.errors import BrieferError
from briefer.model.project import Project
from briefer.model.records import Record, Tag
from tests.worlds import World, a_world


def id_of(digits: str) -> str:
    """Give an id that starts with these eight digits and no other does."""
    return digits + "9" * 24


def a_named_world() -> Project:
    """Give one record of each kind, each with the id that its kind is given here."""
    world = a_world(tagged=["dam"])
    world.statement(world.sections[0], "It held.")
    digits = {"Source": "aaaaaaaa", "Section": "bbbbbbbb", "Passage": "cccccccc"}
    digits |= {"Tag": "dddddddd", "Statement": "eeeeeeee"}
    names = {r.id: id_of(digits[type(r).__name__]) for r in world.records if type(r).__name__ in digits}
    world.records = [renamed(record, names) for record in world.records]
    return world.session().project


def renamed(record: Record, names: dict[str, str]) -> Record:
    links = {
        field: names[getattr(record, field)]
        for field in ("id", "source", "section", "passage")
        if getattr(record, field, "") in names
    }
    return replace(record, **links)  # type: ignore[arg-type]


def test_each_kind_is_found_by_its_id_and_by_eight_digits_of_it() -> None:
    project = a_named_world()
    finders: dict[str, Callable[[str], Record]] = {
        "aaaaaaaa": project.find_source,
        "bbbbbbbb": project.find_section,
        "cccccccc": project.find_passage,
        "dddddddd": project.find_tag,
        "eeeeeeee": project.find_statement,
    }
    for digits, find in finders.items():
        for name in (digits, f"{digits}99", id_of(digits)):
            assert find(name).id == id_of(digits)
            assert project.find(name).id == id_of(digits)


@pytest.mark.parametrize("name", ["aaaaaaa", "AAAAAAAA", "aaaaaaaa%", "aaaaaaaax", "", "~", "None", "0"])
def test_less_than_eight_digits_or_anything_else_is_no_id(name: str) -> None:
    project = a_named_world()
    for find in (project.find_source, project.find_section, project.find_tag, project.find):
        with pytest.raises(BrieferError, match=f"none goes by “{name}”; give the id of one"):
            find(name)


def test_a_passage_is_found_by_a_tag_on_it() -> None:
    assert a_named_world().find_passage("dddddddd").id == id_of("cccccccc")


def test_digits_that_several_ids_start_with_are_refused() -> None:
    project = a_world(tagged=["dam", "held"]).session().project
    for find in (project.find_tag, project.find_passage, project.find):
        with pytest.raises(BrieferError, match=r"In this project \d of them go by “00000000”"):
            find("00000000")


def test_a_source_goes_by_label_or_file_name_and_a_label_comes_first() -> None:
    world = World()
    first, second = world.source("one"), world.source("two")
    world.records = [replace(r, file_name="S2") if r is first else r for r in world.records]
    project = world.session().project
    assert project.find_source("S1").id == project.find("S1").id == first.id
    assert project.find_source("S2").id == project.find("S2").id == second.id
    assert project.find_source("S2.txt").id == second.id


def test_a_section_goes_by_key_or_digit_and_without_one_by_key_only() -> None:
    world = World()
    sections = [world.section(f"Section {number}") for number in range(1, 11)]
    project = world.session().project
    assert project.find_section("section-1").id == project.find_section("1").id == sections[0].id
    assert project.find_section("section-10").id == project.find("section-10").id == sections[9].id


def test_a_passage_that_is_only_named_is_a_sentence() -> None:
    with pytest.raises(BrieferError, match="Passage 12345678 is not in the project; check the project"):
        a_world().session().project.passage("1234567890")


def test_contents_are_told_once_each() -> None:
    world = World()
    for _ in range(2):
        world.source("The same words.")
    assert len(list(world.session().project.contents())) == 2


def test_a_project_is_asked_for_what_stands_at_a_place() -> None:
    world = a_world(tagged=["dam"])
    project = world.session().project
    assert project.passage_at(world.sources[0], 4, 7) == world.passages[0]
    assert project.passage_at(world.sources[0], 4, 8) is None
    assert [type(tag) for tag in project.tags_in(world.sources[0])] == [Tag]
