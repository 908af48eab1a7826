"""What becomes of the brief if a source is withdrawn."""

from __future__ import annotations

from briefer.checking.impact import Effect, impact
from briefer.model.records import Source
from tests.worlds import World, a_world


def effects(world: World, source: Source) -> list[tuple[str, str | None, str]]:
    return [(one.what, one.section, one.effect) for one in impact(world.session().project, source)]


def three_reports() -> World:
    """Three reports, each tagged in the section Findings; the third is made from the second."""
    world = a_world("One held. Two fell.", tagged=["One held."])
    second = world.source("It held.")
    world.tag(second, "It held.", world.sections[0])
    world.tag(world.source("Held, it is said.", derived_from=second.id), "Held", world.sections[0])
    return world


def test_a_statement_falls_with_all_that_it_cites_also_with_what_is_made_from_the_source() -> None:
    world = three_reports()
    first, second, third = world.passages
    fell = world.statement(None, "It held, says one, and another repeats it at some length.", second, third)
    world.statement(None, "It rained.", kind="judgement")
    world.statement(None, "Both.", first, third)
    found = impact(world.session().project, world.sources[1])
    assert found[0] == Effect(
        "statement", fell.id, "bluf", "falls",
        "The statement “It held, says one, and another repeats i…” falls: all that it cites is withdrawn.",
    )  # fmt: skip
    assert found[0].plain()["message"] == found[0].message
    assert effects(world, world.sources[1])[1:] == [
        ("statement", "bluf", "single-origin"),
        ("section", "bluf", "single-origin"),
        ("section", "findings", "single-origin"),
    ]
    assert found[-1].message == "The section “Findings” comes to rest on one source, S1."


def test_what_rested_on_one_origin_before_does_not_become_so() -> None:
    world = three_reports()
    world.statement(None, "It held.", *world.passages[1:])
    assert effects(world, world.sources[2]) == []


def test_sources_that_are_left_may_have_one_origin_together() -> None:
    world = a_world("One.", tagged=["One"])
    for words in ("Two.", "Three."):
        world.tag(world.source(words, relayed_from="Kyodo News"), words, world.sections[0])
    (found,) = impact(world.session().project, world.sources[0])
    assert (
        found.message
        == "The section “Findings” comes to rest on one origin, Kyodo News: S2 and S3 have it from there."
    )


def test_a_section_falls_empty_when_nothing_in_it_is_left() -> None:
    world = a_world("One.", tagged=["One"])
    world.section("Empty")
    world.statement(world.sections[0], "It is one.", world.passages[0])
    assert effects(world, world.sources[0]) == [
        ("statement", "findings", "falls"),
        ("section", "findings", "empty"),
    ]
    world.statement(world.sections[0], "Perhaps.", kind="judgement")
    assert effects(world, world.sources[0]) == [("statement", "findings", "falls")]


def test_a_difference_loses_a_side_or_falls() -> None:
    world = three_reports()
    first, second, third = world.passages
    world.difference("Did it hold?", first, second, third)
    world.difference("Where?", first, second)
    world.difference("When?", second, third)
    world.difference("How?", first, world.tag(world.sources[0], "Two fell", None))
    found = [one.message for one in impact(world.session().project, world.sources[2])]
    assert found == [
        "The difference “Did it hold?” keeps 2 of its 3 answers.",
        "The difference “When?” falls: one answer is left.",
    ]
    found = [one.message for one in impact(world.session().project, world.sources[1])]
    assert found[-3:] == [
        "The difference “Did it hold?” falls: one answer is left.",
        "The difference “Where?” falls: one answer is left.",
        "The difference “When?” falls: no answer is left.",
    ]
