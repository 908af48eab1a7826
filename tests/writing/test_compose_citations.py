"""What notes and reference list say, and in which style."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefer.checking.verify import verify_brief
from briefer.model.preset import WHOLE
from briefer.writing import docx, pdf
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


def joined(world: World) -> Brief:
    return compose(world.session().project, preset=replace(WHOLE, joined=True))


def test_joined_notes_name_all_sources_of_a_statement_in_full_once_and_then_by_their_labels() -> None:
    world = a_world("It held.\n“Nobody slept,” she said.", tagged=["It held."])
    section, (first,) = world.sections[0], world.sources
    second = world.tag(world.source("It broke.", title="The break"), "It broke.", section)
    said = world.tag(first, "Nobody slept", section)
    held = world.passages[0]
    for words in ("All say so.", "They still say so."):
        world.statement(section, words, held, said, second)
    brief = joined(world)
    full, short = printed_notes(brief)
    assert full.startswith("untitled (file S1.txt), no byline, ")
    assert "]; “The break,” no byline, outlet not recorded, n.d., para. 1, line 1, URL" in full
    assert short == (
        f"S1 (n. 1), paras. 1 and 2, lines 1 and 2 [{held.id[:8]}; {said.id[:8]}, as quoted by S1]; "
        f"S2 (n. 1), para. 1, line 1 [{second.id[:8]}]."
    )
    assert [(note.number, note.source) for note in brief.cited] == [
        (1, first.id), (1, second.source), (2, first.id), (2, second.source),
    ]  # fmt: skip


def test_a_joined_note_cites_what_its_source_only_quotes_and_nothing_where_nothing_is_cited() -> None:
    world = a_world("“Nobody slept,” she said.", tagged=["Nobody slept"])
    world.statement(world.sections[0], "They say so.", world.passages[0])
    world.statement(world.sections[0], "We judge so.", kind="judgement")
    world.statement(None, "They say so.", world.passages[0])
    _, short = printed_notes(joined(world))
    assert short.endswith(f" [{world.passages[0].id[:8]}, as quoted by S1].")


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
def test_joined_notes_are_proved_as_others_are(tmp_path: Path, ending: str) -> None:
    world = a_world("It held.", tagged=["It held."])
    broke = world.tag(world.source("It broke."), "It broke.", None)
    for words in ("All say so.", "They still say so."):
        world.statement(world.sections[0], words, world.passages[0], broke)
    file, project = tmp_path / f"brief{ending}", world.session().project
    brief = compose(project, preset=replace(WHOLE, joined=True, parts=(), pages=2))
    file.write_bytes((pdf if ending == ".pdf" else docx).render(brief))
    assert verify_brief(file, project) == []
