"""How many independent origins sources have, as far as that is recorded."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.comparing.origins import OriginCount, Origins
from briefer.model.records import Source
from tests.proving import examples
from tests.worlds import World

bodies = st.sampled_from(["", "A", "B"])
described = st.tuples(bodies, st.integers(-1, 6), st.sampled_from(["other", "official"]))


def count(world: World, *chosen: Source) -> OriginCount:
    return Origins(world.sources).count(chosen or world.sources)


def test_where_a_source_has_it_from_is_not_guessed() -> None:
    world = World()
    for words in ("One.", "Two.", "Three."):
        world.source(words)
    world.source("Four.", relayed_from="Kyodo News")
    found = count(world)
    assert (found.least, found.most) == (1, 4)
    assert found.words() == "at least 1, at most 4, as the origin of S1, S2 and S3 is not recorded"
    assert found.short() == "1 to 4"
    assert not found.single
    assert count(world, *world.sources[2:]).words() == (
        "at least 1, at most 2, as the origin of S3 is not recorded"
    )


def test_no_source_has_no_origin_and_a_single_one_has_one_whatever_it_is() -> None:
    world = World()
    alone = world.source("One.")
    assert Origins([]).count([]).words() == "0"
    assert count(world, alone).words() == "1"
    assert count(world, alone).single
    assert not Origins([]).count([]).single


def test_sources_relayed_from_one_body_are_one_origin_however_it_is_written() -> None:
    world = World()
    first = world.source("One.", relayed_from="Kyodo News")
    world.source("Two.", relayed_from=" KYODO  news")
    assert count(world).single
    assert Origins(world.sources).of(first).name == "Kyodo News"


def test_the_body_itself_is_the_origin_of_those_who_relay_it() -> None:
    world = World()
    world.source("One.", publisher="Kyodo News", kind="agency")
    world.source("Two.", relayed_from="Kyodo News")
    world.source("Three.", publisher="The Courier")
    assert count(world, *world.sources[:2]).single
    assert count(world).short() == "1 to 2"


def test_what_is_made_from_a_source_has_its_origin() -> None:
    world = World()
    first = world.source("One.")
    second = world.source("Two.", derived_from=first.id)
    third = world.source("Three.", derived_from=second.id)
    other = world.source("Four.")
    origins = Origins(world.sources)
    assert origins.count([second, third]).single
    assert (origins.of(third).name, origins.of(third).recorded) == ("S1", False)
    assert origins.count([third, other]).words() == (
        "at least 1, at most 2, as the origin of S1 and S4 is not recorded"
    )


def test_what_says_the_same_word_for_word_has_one_origin() -> None:
    world = World()
    first = world.source("One.", kind="official", publisher="The Ministry")
    second = world.source("One.", kind="official", publisher="The Embassy")
    assert Origins(world.sources).count([first, second]).words() == "1"


def test_an_official_statement_is_its_bodys_own() -> None:
    world = World()
    world.source("One.", kind="official", publisher="Department of Defense")
    world.source("Two.", kind="official")
    world.source("Three.", relayed_from="Department of Defense", derived_from="f" * 32)
    found = count(world)
    assert (found.least, found.most, found.unrecorded) == (2, 2, ())
    assert found.short() == "2"
    assert Origins(world.sources).of(world.sources[1]).name == "S2"


@given(st.lists(described, max_size=7))
@settings(max_examples=examples(100))
def test_there_are_never_more_origins_than_sources_and_another_source_never_makes_fewer(
    drawn: list[tuple[str, int, str]],
) -> None:
    world = World()
    for place, (body, before, kind) in enumerate(drawn):
        made_from = world.sources[before].id if 0 <= before < place else ""
        world.source(f"{place}.", relayed_from=body, derived_from=made_from, kind=kind)
    origins = Origins(world.sources)
    most = 0
    for end in range(len(world.sources) + 1):
        found = origins.count(world.sources[:end])
        assert min(end, 1) <= found.least <= found.most <= end
        assert found.most - found.least <= len(found.unrecorded)
        assert found.most >= most
        most = found.most
