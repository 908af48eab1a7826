"""The words of a card that say where its passage stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefer.actions import rereading
from briefer.gui.outline.places import Places
from tests.worlds import World, a_world

TWO = "The dam held.\n\nThe gate broke.\nNobody was hurt."
NOW = "2026-11-23T12:00:00Z"


def paged(*, tagged: str) -> World:
    """Return a world whose source comes from a file of two pages."""
    world = a_world(TWO, tagged=[tagged])
    [source] = world.sources
    world.records[world.records.index(source)] = replace(source, pages=(0, TWO.index("The gate")))
    return world


@pytest.mark.parametrize(
    ("tagged", "said"),
    [("The dam", "S1 p. 1 ¶1"), ("Nobody", "S1 p. 2 ¶3"), ("held.\n\nThe gate", "S1 p. 1 ¶1–2")],
)
def test_a_passage_of_a_file_with_pages_is_found_on_its_page(tagged: str, said: str) -> None:
    project = paged(tagged=tagged).session().project
    assert [Places(project).of(passage) for passage in project.passages()] == [said]


def test_one_that_stands_in_a_former_text_is_not_found_on_a_page_of_the_newer_one() -> None:
    session = paged(tagged="Nobody was hurt").session()
    project = session.project
    session.do(rereading.revise(project, project.sources()[0], "Another report.", NOW))
    assert [Places(project).of(passage) for passage in project.passages()] == ["S1 ¶3"]
