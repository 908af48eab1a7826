"""What a PDF cannot print as it is: told before the export, and when the file is verified."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.checking.findings import findings
from briefer.tasks.exporting import export
from briefer.tasks.verifying import verify_file
from tests.worlds import World


def a_world_saying(words: str) -> World:
    world = World()
    section = world.section("Findings")
    world.tag(
        world.source(words, publisher="P", published="2024", url="https://example.org/"), words, section
    )
    return world


def told(words: str) -> list[str]:
    found = findings(a_world_saying(words).session().project)
    return [one.message.partition(" has ")[2] for one in found if one.rule == "no-glyph"]


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        (
            "He said \u05d0.",
            ["U+05D0 HEBREW LETTER ALEF, which none of our fonts shows; a PDF prints � there."],
        ),
        (
            "He said \u0628.",
            ["U+0628 ARABIC LETTER BEH, which none of our fonts shows; a PDF prints � there."],
        ),
        (
            "He said \u0e01.",
            ["U+0E01 THAI CHARACTER KO KAI, which none of our fonts shows; a PDF prints � there."],
        ),
        (
            "He said \u0915.",
            ["U+0915 DEVANAGARI LETTER KA, which none of our fonts shows; a PDF prints � there."],
        ),
        (
            "I \u2764\ufe0f it.",
            [
                "U+2764 HEAVY BLACK HEART, which none of our fonts shows; a PDF prints � there.",
                "U+FE0F VARIATION SELECTOR-16, which a PDF leaves out.",
            ],
        ),
        ("葛\U000e0100城", ["U+E0100 VARIATION SELECTOR-17, which a PDF leaves out."]),
        ("The x\u0304 of it.", ["U+0304 COMBINING MACRON, which a PDF sets beside its letter."]),
        ("Yo\u0304ko, か\u3099, \u1112\u1161\u11ab, word\u200djoined", []),
        ("An unreadable byte, \ufffd.", []),
    ],
)
def test_each_character_is_printed_right_or_told(words: str, claims: list[str]) -> None:
    assert told(words) == claims


def test_a_verified_pdf_says_where_it_prints_marks_and_that_is_no_fault(tmp_path: Path) -> None:
    words = "He said \u05d0."
    project = a_world_saying(words).session().project
    for name in ("brief.pdf", "brief.docx"):
        export(project, tmp_path / name)
    verified = verify_file(tmp_path / "brief.pdf", None)
    assert (verified.findings, verified.verdict) == ([], "consistent with its own evidence")
    first = verified.told[0]
    assert (first.rule, first.level, first.should[: len(words)]) == ("no-glyph", "information", words)
    assert first.where in first.message
    assert first.message.endswith("� there. The evidence in the file has them exactly.")
    assert verify_file(tmp_path / "brief.docx", None).told == []


def test_of_many_places_some_are_told_and_the_others_counted(tmp_path: Path) -> None:
    world = a_world_saying("\u05d0")
    for number in range(12):
        world.statement(world.sections[0], f"It held, {number} \u05d0.", world.passages[0])
    export(world.session().project, tmp_path / "brief.pdf")
    told = verify_file(tmp_path / "brief.pdf", None).told
    assert len(told) == 11
    assert "more paragraphs or notes have such characters." in told[-1].message
