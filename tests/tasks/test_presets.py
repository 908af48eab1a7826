"""The presets that can be chosen, and what each of them prints."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefer.model.preset import PAPERS, WHOLE
from briefer.tasks import presets
from briefer.tasks.opening import read_project, sample_path
from briefer.writing.brief import Heading, Paragraph, plain_words
from briefer.writing.compose import compose


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a user's own presets."""
    monkeypatch.setattr(presets, "own_folder", lambda: tmp_path)
    return tmp_path


def a_preset(folder: Path, name: str, title: str) -> None:
    words = f"{{briefer_preset: 1, title: {title}, description: x, paper: A4, parts: [], evidence: embedded}}"
    (folder / f"{name}.yaml").write_text(words)


def test_the_whole_brief_comes_first_and_is_what_is_exported_unless_told_otherwise() -> None:
    found, troubles = presets.presets()
    assert [preset.title for preset in found] == ["Brief", "In focus", "Read-ahead", "Submission"]
    assert troubles == []
    assert all(preset.embedded and preset.paper in PAPERS for preset in found)
    assert (found[0].name, found[0].parts, found[0].paper) == (WHOLE.name, WHOLE.parts, WHOLE.paper)


def test_a_preset_of_the_users_takes_the_place_of_a_shipped_one(own: Path) -> None:
    a_preset(own, "read-ahead", "My read-ahead")
    a_preset(own, "cabinet", "Cabinet")
    assert [preset.title for preset in presets.presets()[0]] == [
        "Brief", "Cabinet", "In focus", "My read-ahead", "Submission",
    ]  # fmt: skip
    assert presets.find_preset("Read-Ahead").title == "My read-ahead"


def test_a_file_that_is_no_preset_is_named_and_the_others_stand(own: Path) -> None:
    (own / "broken.yaml").write_text("]")
    a_preset(own, "cabinet", "Cabinet")
    found, (trouble,) = presets.presets()
    assert "Cabinet" in {preset.title for preset in found}
    assert trouble.startswith("broken.yaml: Line 1 of the YAML file is not valid YAML")


SECTIONS = [
    "Bottom line", "Attendees", "Threats", "Command restructure", "Co-production", "Trilateral memorandum",
]  # fmt: skip
LEGEND = "Words of likelihood"
DIFFER, GAPS, CITED = "Where the sources differ", "Gaps and assumptions", ["Sources", "+Sources cited"]


@pytest.mark.parametrize(
    ("name", "headings"),
    [
        ("brief", [*SECTIONS, DIFFER, GAPS, *CITED, LEGEND, "Evidence annex"]),
        ("read-ahead", [*SECTIONS, DIFFER, *CITED, LEGEND]),
        ("in-focus", SECTIONS),
        ("submission", [*SECTIONS, DIFFER, GAPS, *CITED, LEGEND, "Evidence annex"]),
    ],
)
def test_each_preset_prints_its_parts_of_the_sample(name: str, headings: list[str]) -> None:
    session = read_project(sample_path())
    brief = compose(session.project, preset=presets.find_preset(name))
    session.close()
    found = [
        "+" * (block.level - 1) + block.text
        for block in brief.blocks
        if isinstance(block, Heading) and not block.bookmark.startswith("_AnnexS")
    ]
    assert found == headings
    summed_up = any(words.startswith("This brief cites") for words in _small(brief.blocks))
    assert summed_up == (name in {"brief", "submission"})


def _small(blocks: tuple[object, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph) and block.role == "small":
            yield plain_words(block.inlines)
