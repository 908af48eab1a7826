"""What notes and reference list say, and in which style."""

from __future__ import annotations

from dataclasses import replace

from briefer.model.preset import WHOLE
from briefer.writing.brief import Brief, printed_body, printed_notes
from briefer.writing.compose import compose
from tests.worlds import World, a_world


def in_apa(world: World) -> Brief:
    return compose(world.session().project, preset=replace(WHOLE, citations="apa"))


def test_a_preset_says_how_it_cites() -> None:
    world = a_world("It held.\nNobody slept.", tagged=["Nobody slept", "It held."])
    world.source("Unused.", title="Unused", publisher="The Courier", published="2024")
    brief = in_apa(world)
    first, second = printed_notes(brief)
    assert first.startswith(
        "Untitled (file S1.txt) (para. 2, line 2) [Other kind of source]. (n.d.). No byline, "
    )
    assert second.startswith("Untitled (file S1.txt), n.d., para. 1, line 1 (see n. 1) [S1; passage ")
    assert any(
        line.startswith("S2. The Courier [no byline]. (2024). Unused [") for line in printed_body(brief)
    )


def test_letters_follow_the_list_where_what_is_cited_comes_first() -> None:
    world = World()
    world.source("Unused.", title="Unused", publisher="The Courier", published="2024")
    cited = world.source("Used.", title="Used", publisher="The Courier", published="2024")
    world.tag(cited, "Used", world.section("Findings"))
    printed = list(printed_body(in_apa(world)))
    assert any("(2024a). Used [" in line for line in printed)
    assert any("(2024b). Unused [" in line for line in printed)


def test_what_the_article_itself_quotes_says_by_whom() -> None:
    text = "“We are safe,” she added."
    world = a_world(text, tagged=["“We are safe,”", "We are safe", "“We are safe,” she added."])
    notes = list(printed_notes(compose(world.session().project)))
    assert ", as quoted by S1; SHA-256" in notes[0]
    assert ", as quoted by S1]." in notes[1]
    assert "as quoted by" not in notes[2]
