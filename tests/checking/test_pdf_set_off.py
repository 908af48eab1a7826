"""In a PDF nobody is shown own words as a quotation, nor a quotation as own words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefer.model.look import USUAL, Look
from briefer.model.preset import WHOLE
from briefer.writing import pdf
from briefer.writing.brief import Block, Brief, Paragraph, Role, Run, Table
from briefer.writing.compose import compose
from briefer.writing.evidence import seal
from tests.checking.pdf_files import Objects, judged
from tests.checking.word_files import a_world
from tests.worlds import World

BARE: dict[Role, Role] = {"quotation": "statement"}
OFF: dict[Role, Role] = {"statement": "quotation", "bluf": "quotation"}
ANNEXED: dict[Role, Role] = {"statement": "evidence"}
ONLY_TO_THE_EYE = "one that only the eye, or only a screen reader, is told of"


def a_brief(look: Look = USUAL) -> Brief:
    return compose(a_world().session().project, preset=replace(WHOLE, look=look))


def told_of(file: bytes, folder: Path) -> list[str]:
    path = folder / "brief.pdf"
    path.write_bytes(file)
    return [found.message for found in judged(path)]


def in_other_roles(roles: dict[Role, Role]) -> bytes:
    def block(one: Block) -> Block:
        return replace(one, role=roles.get(one.role, one.role)) if isinstance(one, Paragraph) else one

    brief = a_brief()
    return pdf.render(replace(brief, blocks=tuple(map(block, brief.blocks))))


@pytest.mark.parametrize("roles", [BARE, OFF, ANNEXED], ids=["bare", "off", "annexed"])
def test_own_words_set_as_a_quotation_and_a_quotation_set_as_own_words_are_found(
    tmp_path: Path, roles: dict[Role, Role]
) -> None:
    looks = "looks like the brief’s own words" if roles is BARE else "looks like a quotation"
    found = told_of(in_other_roles(roles), tmp_path)
    assert found
    assert all(looks in message for message in found)
    assert any("under “Findings”, page 1, but is" in message for message in found)


def drawn(file: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Change what the pages draw."""
    objects = Objects(file)
    for page in objects.contents():
        objects.write(page, change(objects.stream(page)))
    return objects.to_bytes()


def without_bars(content: bytes) -> bytes:
    return re.sub(rb"[\d.]+ [\d.]+ 1\.[26]0 [\d.]+ re f\n", b"", content)


def with_a_bar(content: bytes) -> bytes:
    """Draw a bar along the whole page, left of the text."""
    return content.replace(b"/Paper 3>> BDC\n", b"/Paper 3>> BDC\n70 90 2 700 re f\n", 1)


def moved_to_the_right(content: bytes) -> bytes:
    return re.sub(rb" 74\.00 ", b" 104.00 ", content)


def on_white(content: bytes) -> bytes:
    """Take away the ground of the bottom line, so that its bar alone stands beside it."""
    return re.sub(rb"0\.94\d [\d.]+ [\d.]+ rg", b"1 1 1 rg", content)


@pytest.mark.parametrize("change", [without_bars, with_a_bar, moved_to_the_right, on_white])
def test_what_only_the_eye_is_told_is_found(tmp_path: Path, change: Callable[[bytes], bytes]) -> None:
    assert ONLY_TO_THE_EYE in " ".join(told_of(drawn(pdf.render(a_brief()), change), tmp_path))


@pytest.mark.parametrize(
    "look",
    [
        USUAL,
        Look(masthead="band", ruled=True, body=18, sides=36),
        Look(masthead="plain", body=7, space=0, accent="#ad6f00"),
    ],
)
def test_no_look_makes_a_brief_strange(tmp_path: Path, look: Look) -> None:
    assert told_of(pdf.render(a_brief(look)), tmp_path) == []


def test_answers_in_a_table_need_not_be_set_off_but_stand_beside_their_source(tmp_path: Path) -> None:
    world = World()
    section = world.section("Findings")
    passage = world.tag(world.source("It held. It broke.", language="fr"), "It held.", section)
    world.difference("Did it hold?", passage)
    brief = compose(world.session().project)
    assert told_of(pdf.render(brief), tmp_path) == []
    (table,) = (block for block in brief.blocks if isinstance(block, Table) and "hold" in block.caption)
    other = replace(table, rows=(((Run("S2, Reuters"),), table.rows[0][1]), *table.rows[1:]))
    forged = tuple(other if block is table else block for block in brief.blocks[:-1])
    (said,) = told_of(pdf.render(seal(replace(brief, blocks=forged))), tmp_path)
    assert "“It held.[^2]” is given to another source than S1 at cell " in said


@pytest.mark.parametrize("label", ["", " ", "\u200b"])
def test_a_line_of_the_front_without_a_label_is_no_quotation(tmp_path: Path, label: str) -> None:
    line = Paragraph("front", (Run(label, "quiet"), Run("2 August 2024")))
    brief = a_brief()
    longer = seal(replace(brief, blocks=(*brief.blocks[:-1], line)))
    assert told_of(pdf.render(longer), tmp_path) == []


@pytest.mark.parametrize("words", ["\u200b", "\xad"])
def test_an_answer_that_prints_nothing_stands_nowhere(tmp_path: Path, words: str) -> None:
    world = World()
    section = world.section("Findings")
    held = world.tag(world.source("It held."), "It held.", section)
    nothing = world.tag(world.source(f"It {words} broke."), words, None)
    world.difference("Did it hold?", held, nothing)
    assert told_of(pdf.render(compose(world.session().project)), tmp_path) == []
