"""Words that a source strikes out are not quoted as if they stood."""

from __future__ import annotations

from briefer.checking.findings import findings
from tests.worlds import World


def test_words_that_are_struck_out_are_quoted_with_their_brackets() -> None:
    world = World()
    source = world.source("It cost [struck out: 5 million] 6 million dollars. [struck out: Nobody] paid.")
    section = world.section("Cost")
    world.tag(source, "It cost [struck out: 5 million] 6", section)
    inside = world.tag(source, "5 million", section)
    partly = world.tag(source, "struck out: Nobody] paid", section)
    world.tag(source, "dollars", section)
    told = {one.where: one for one in findings(world.session().project) if one.rule == "struck-out"}
    assert told.keys() == {inside.id, partly.id}
    assert told[inside.id].level == "warning"
    assert told[inside.id].message == (
        "“5 million” has words that S1 strikes out, but not the brackets that say so; take all."
    )
