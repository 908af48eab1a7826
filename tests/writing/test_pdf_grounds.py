"""How the title block, headings and the bottom line stand out, by the look."""

from __future__ import annotations

import pytest

from briefer.model.look import Look
from briefer.writing.brief import Block, Heading, Run
from briefer.writing.pdf import pages_filled
from briefer.writing.pdf_blocks import Setter
from briefer.writing.pdf_faces import Faces
from briefer.writing.pdf_lines import Look as Type
from briefer.writing.pdf_lines import Stretch, balanced, lines
from briefer.writing.pdf_shapes import INK, Sheet, sheet
from briefer.writing.pdf_strips import Fill, Strip
from tests.writing.briefs import a_brief, p

FACES = Faces()
TITLE = "Washington and Tokyo name three adversaries and rebuild their command in the region"


def strips(look: Look, *blocks: Block) -> tuple[Sheet, list[Strip]]:
    paper = sheet(look, "A4")
    setter = Setter(a_brief(*blocks), FACES, paper)
    return paper, [strip for block in blocks for strip in setter.block(block)]


def fills(found: list[Strip]) -> list[Fill]:
    return [fill for strip in found for fill in strip.fills]


@pytest.mark.parametrize(("masthead", "grounds"), [("plain", 0), ("rule", 1), ("band", 4)])
def test_the_title_stands_plain_under_a_rule_or_on_a_band(masthead: str, grounds: int) -> None:
    paper, found = strips(Look(masthead=masthead), p("title", TITLE))
    assert len(found) == 3
    assert len(fills(found)) == grounds
    assert all(fill.width == paper.text_width for fill in fills(found))


def test_a_hairline_closes_the_title_block() -> None:
    front = p("front", Run("Product: ", "quiet"), "2024-017")
    _, found = strips(Look(), front, front, p("statement", "So."))
    assert [len(strip.fills) for strip in found] == [0, 1, 0]
    assert found[1].fills[0].top > found[1].height


def test_a_ruled_look_needs_no_hairline_there_for_its_heading_brings_one() -> None:
    _, found = strips(Look(ruled=True), p("front", "2024-017"), Heading(1, "One", "_a"))
    assert [len(strip.fills) for strip in found] == [0, 1]


def test_a_ruled_look_has_a_rule_over_each_heading_of_level_1() -> None:
    blocks = (Heading(1, "One", "_a"), Heading(2, "Two", "_b"))
    assert [len(strip.fills) for strip in strips(Look(ruled=True), *blocks)[1]] == [1, 0]
    assert fills(strips(Look(ruled=False), *blocks)[1]) == []


def test_the_bottom_line_stands_on_a_ground_of_the_look_with_a_bar() -> None:
    paper, found = strips(Look(accent="#5f2330"), p("bluf", "It held. " * 40))
    assert len(found) > 2
    assert {fill.colour for fill in fills(found)} == {paper.colours.tint, paper.colours.accent}


def test_the_lines_of_a_title_are_of_about_one_length() -> None:
    stretch = [Stretch(TITLE, Type(FACES.face("NotoSans-SemiBold"), 20, INK))]
    for width in range(200, 460, 20):
        narrow = balanced(stretch, width)
        assert narrow <= width
        assert len(lines(stretch, narrow)) == len(lines(stretch, width))
        assert narrow == width or len(lines(stretch, narrow - 1)) > len(lines(stretch, width))


def test_how_many_pages_a_brief_fills_is_told_to_the_line() -> None:
    short, long = (pages_filled(a_brief(p("statement", "word\n" * count))) for count in (10, 60))
    assert 0.15 < short < 0.3
    assert 1.1 < long < 1.7
