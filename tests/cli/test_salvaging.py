"""What can be saved of a damaged project, written to a new one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import begun
from tests.cli.terminal import Terminal


def spoil(path: Path) -> None:
    """Let a project have lost how the passage “dam” begins."""
    data = bytearray(path.read_bytes())
    rows = data.index(b"\npassages:") if path.suffix == ".yaml" else 0
    place = data.index(b'quote: "dam"' if rows else b"anchored", rows)
    data[place : place + 8] = b"\xff" * 8
    path.write_bytes(data)


def test_what_can_be_saved_is_written_to_a_new_project_and_the_rest_is_listed(
    bare: Terminal, form: str
) -> None:
    begun(bare, form)
    bare.do("tag", form, "S1", "threats", "--quote", "old")
    bare.do("tag", form, "S1", "attendees", "--quote", "dam", "--occurrence", "1")
    if form == "p.brief":  # else its history tells what the passage was
        bare.do("convert", form, "p.brief.yaml")
        bare.do("convert", "p.brief.yaml", "bare.brief")
        form = "bare.brief"
    spoil(Path(form))
    before = Path(form).read_bytes()
    sentence = bare.refused("check", form)
    assert sentence.startswith(f"“{form}” is damaged (")
    assert sentence.endswith("or save what can be saved with “briefer salvage”.")
    found = bare.answer("salvage", form, "saved.brief")
    assert found.status == 1
    assert "Saved as “saved.brief”; lost: 1 of 2 passages and 1 of 2 tags" in found.err
    assert len(found.lines) >= len(("passage", "tag"))
    assert Path(form).read_bytes() == before
    assert len(bare.rows("tags", "saved.brief")) == 1
    assert "exists already" in bare.refused("salvage", form, "saved.brief")


def test_losses_are_told_as_json(bare: Terminal) -> None:
    begun(bare, "p.brief.yaml")
    bare.do("tag", "p.brief.yaml", "S1", "attendees", "--quote", "old")
    Path("p.brief.yaml").write_bytes(
        Path("p.brief.yaml").read_bytes().replace(b'quote: "old"', b"quote: [", 1)
    )
    found = bare.answer("salvage", "p.brief.yaml", "saved.brief.yaml", "--json")
    assert found.status == 1
    assert [row["kind"] for row in found.rows] == ["passage", "tag"]
    assert all(row.keys() == {"kind", "id", "sentence"} for row in found.rows)


def test_of_a_sound_project_all_is_saved(bare: Terminal, form: str) -> None:
    begun(bare, form)
    found = bare.answer("salvage", form, "saved.brief", "--json")
    assert (found.status, found.rows, found.err) == (0, [], "Nothing was lost.\n")


@pytest.mark.parametrize("content", ["", "no project", "briefer: 4\n"])
def test_where_nothing_can_be_saved_it_is_refused(bare: Terminal, content: str) -> None:
    for name in ("x.brief", "x.brief.yaml"):
        Path(name).write_text(content, "utf-8")
        bare.refused("salvage", name, "saved.brief")
    assert not Path("saved.brief").exists()
