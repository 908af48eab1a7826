"""Words that order another direction turn round themselves, and nothing else of a brief."""

from __future__ import annotations

from pathlib import Path

from briefer.checking.verify import verify_brief
from briefer.tasks.exporting import export
from briefer.wording.directions import left_open
from briefer.writing.brief import Brief, Inlines, Paragraph, Run, Table, printed_body, printed_notes
from briefer.writing.compose import compose
from tests.worlds import World

TEXT = "He said \u202eyes. It held \u2067well."
QUOTES = ("He said \u202eyes", "held \u2067well")


def a_turned_world() -> World:
    """Make what an earlier version kept: metadata, and quotations, that order another direction."""
    world = World()
    source = world.source(TEXT, title="Talks \u202estopped", author="Ann \u2067Lee", publisher="\u202bOutlet")
    section = world.section("Findings")
    passages = [world.tag(source, quote, section) for quote in QUOTES]
    world.statement(None, "It \u202eheld.", *passages)
    world.difference("Who?", *passages, ruling="\u202eHe", reason="So.")
    return world


def paragraphs(brief: Brief) -> list[Inlines]:
    tables = [block for block in brief.blocks if isinstance(block, Table)]
    return [
        *(block.inlines for block in brief.blocks if isinstance(block, Paragraph)),
        *(cell for table in tables for row in table.rows for cell in row),
        *(note.inlines for note in brief.notes),
    ]


def test_nothing_behind_such_words_is_turned_round() -> None:
    found = paragraphs(compose(a_turned_world().session().project))
    runs = [part.text for inlines in found for part in inlines[:-1] if isinstance(part, Run)]
    assert any("\u202e" in words for words in runs)
    assert not [words for words in runs if left_open(words)]
    note = next("".join(part.text for part in inlines if isinstance(part, Run)) for inlines in found[-2:])
    assert "Ann \u2067Lee\u2069" in note


def test_a_quotation_is_its_sources_to_the_code_point_and_the_files_are_sound(tmp_path: Path) -> None:
    project = a_turned_world().session().project
    brief = compose(project)
    body = [*printed_body(brief), *printed_notes(brief)]
    for quote in QUOTES:
        assert quote in body
        assert f"{quote}{left_open(quote)}[^2]" in body or f"{quote}{left_open(quote)}[^3]" in body
    for name in ("brief.docx", "brief.pdf"):
        export(project, tmp_path / name)
        assert verify_brief(tmp_path / name, project) == []
