"""What else the file of a source may hold is told by its name and its beginning."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefer.tasks.rereading import more_of
from tests.worlds import World


@pytest.mark.parametrize(
    ("name", "begins", "more"),
    [
        ("dam.html", "<html><body>It held.", "page"),
        ("dam.php", "<!doctype html><html>It held.", "page"),
        ("dam.mht", "MIME-Version: 1.0", "page"),
        ("dam.eml", "From: Ada", "attached"),
        ("dam.txt", "It held.", "encoding"),
        ("dam.md", "It held.", "encoding"),
        ("dam.docx", "It held.", ""),
        ("dam.dat", "It held.", ""),
        ("dam", "\x7fELF", "encoding"),
    ],
)
def test_what_can_be_offered_of_a_source_goes_by_its_kind(name: str, begins: str, more: str) -> None:
    world = World()
    source = replace(world.source(begins), file_name=name)
    assert more_of(world.session().project, source) == more
