"""A file is asked what would become of its brief without a source."""

from __future__ import annotations

from pathlib import Path

from briefer.tasks.withdrawing import impact_file
from tests.worlds import World


def test_what_falls_is_told_of_the_file(tmp_path: Path) -> None:
    world = World()
    state = world.section("State")
    source = world.source("The dam held.")
    world.statement(state, "It held.", world.tag(source, "The dam held.", state))
    session = world.session()
    session.write_copy(tmp_path / "dam.brief")
    session.close()
    found = impact_file(str(tmp_path / "dam.brief"), source.id)
    assert [(effect["what"], effect["effect"]) for effect in found] == [
        ("statement", "falls"),
        ("section", "empty"),
    ]
