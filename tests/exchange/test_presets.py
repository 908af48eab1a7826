"""Presets read from YAML, and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.errors import BrieferError
from briefer.exchange.presets import read_preset
from briefer.model.look import Look
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


def test_a_preset_may_want_the_files_of_the_sources(tmp_path: Path) -> None:
    preset = read_preset(a_file(tmp_path, evidence="with sources"))
    assert (preset.embedded, preset.with_sources) == (True, True)


def test_a_preset_has_a_look_of_its_own_and_what_it_leaves_out_is_as_usual(tmp_path: Path) -> None:
    look = "{accent: '#6B12cd', body: 12, leading: 1.25, masthead: band, ruled: true}"
    preset = read_preset(a_file(tmp_path, look=look, pages="2"))
    assert preset.look == Look(accent="#6b12cd", body=12, leading=1.25, masthead="band", ruled=True)
    assert preset.pages == 2
    assert read_preset(a_file(tmp_path)).look == Look()


@pytest.mark.parametrize(
    ("look", "sentence"),
    [
        ("[]", "“memo.yaml” the look may hold accent, title, heading"),
        ("{font: Arial}", "the look may hold accent"),
        ("{accent: navy}", "the accent must be a colour as “#1a335e”, not “navy”"),
        ("{accent: '#1a335'}", "the accent must be a colour"),
        ("{accent: [a]}", "the accent must be a colour"),
        ("{accent: '#ffd700'}", "the accent “#ffd700” is too light to be read on white"),
        ("{body: 400}", "body must be a number from 7 to 18, not “400”"),
        ("{body: 1e2}", "body must be a number"),
        ("{sides: -5}", "sides must be a number from 36 to 150"),
        ("{leading: nan}", "leading must be a number from 1.1 to 2"),
        ("{title: true}", "title must be a number"),
        ("{masthead: flag}", "the masthead may be plain, rule, band, not “flag”"),
        ("{ruled: 1}", "ruled must be true or false"),
    ],
)
def test_a_look_that_no_brief_could_have_is_refused(tmp_path: Path, look: str, sentence: str) -> None:
    with pytest.raises(BrieferError) as refused:
        read_preset(a_file(tmp_path, look=look))
    assert sentence in str(refused.value)


def test_a_preset_may_say_how_it_cites(tmp_path: Path) -> None:
    assert read_preset(a_file(tmp_path, citations="apa")).citations == "apa"
    assert read_preset(a_file(tmp_path)).citations == "chicago"


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
        ("citations", "mla", "citations may be chicago, apa, not “mla”"),
        ("parts", "annex", "the parts must be a list"),
        ("parts", "[cover]", "summary, coverage, cited, examined, annex, not “cover”"),
        ("evidence", "maybe", "evidence may be embedded, with sources, left out, not “maybe”"),
        ("pages", "-1", "the pages must be a number from 0 to 999"),
        ("pages", "true", "the pages must be a number"),
        ("pages", "two", "the pages must be a number"),
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
