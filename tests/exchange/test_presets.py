"""Presets read from YAML, and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.errors import BrieferError
from briefer.exchange.presets import read_preset
from briefer.model.preset import Preset

MEMO = {
    "briefer_preset": "1",
    "title": "Memo",
    "description": "A page.",
    "paper": "Letter",
    "parts": "[annex, cited]",
    "evidence": "left out",
}


def a_file(folder: Path, **fields: str | None) -> Path:
    """Write a preset, some of its fields in other words or left out."""
    path = folder / "memo.yaml"
    kept = {name: words for name, words in (MEMO | fields).items() if words is not None}
    path.write_text("".join(f"{name}: {words}\n" for name, words in kept.items()), "utf-8")
    return path


def test_a_preset_is_called_as_its_file_and_its_parts_are_in_the_order_of_the_brief(tmp_path: Path) -> None:
    assert read_preset(a_file(tmp_path)) == Preset(
        "memo", "Memo", "A page.", "Letter", ("cited", "annex"), embedded=False
    )


@pytest.mark.parametrize(
    ("field", "words", "sentence"),
    [
        ("briefer_preset", "2", "“memo.yaml” is not a preset: it must hold “briefer_preset: 1”"),
        ("evidence", None, "is not a preset"),
        ("colour", "blue", "is not a preset"),
        ("title", "[]", "the title must be a line of text"),
        ("description", "' '", "the description must be a line of text"),
        ("title", '"two\\nlines"', "the title must be a line of text"),
        ("paper", "A5", "paper may be A4, Letter, not “A5”"),
        ("parts", "annex", "the parts must be a list"),
        ("parts", "[cover]", "parts may be summary, cited, examined, annex, not “cover”"),
        ("evidence", "maybe", "evidence may be embedded, left out, not “maybe”"),
        ("title", "&anchor x", "anchor"),
    ],
)
def test_what_is_wrong_with_a_preset_is_said(
    tmp_path: Path, field: str, words: str | None, sentence: str
) -> None:
    with pytest.raises(BrieferError) as refused:
        read_preset(a_file(tmp_path, **{field: words}))
    assert sentence in str(refused.value)


def test_what_cannot_be_read_or_is_huge_is_no_preset(tmp_path: Path) -> None:
    with pytest.raises(BrieferError, match="cannot be read: Is a directory"):
        read_preset(tmp_path)
    (tmp_path / "huge.yaml").write_bytes(b"#" * (1 << 20) + b"#")
    with pytest.raises(BrieferError, match="larger than 1 MB"):
        read_preset(tmp_path / "huge.yaml")
