from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefer.errors import BrieferError
from briefer.exchange.templates import load_template, names, read_template, write_template

ONE_SECTION = """
briefer_template: 1
title: A dam
sections:
  - {key: findings, digit: 1, title: Findings, colour: "#0e8476", guidance: What broke., cues: [crack, leak]}
"""
DARK, LIGHT = "#1a1d23", "#ffffff"


def test_the_standard_template_has_the_five_sections_of_the_reference_job() -> None:
    sections = load_template("us-japan-2plus2")
    assert [(section.digit, section.key, section.title) for section in sections] == [
        (1, "attendees", "Attendees"),
        (2, "threats", "Threats"),
        (3, "command-restructure", "Command restructure"),
        (4, "co-production", "Co-production"),
        (5, "trilateral-memorandum", "Trilateral memorandum"),
    ]
    assert all(section.guidance and section.cues for section in sections)
    assert [section.rank for section in sections] == sorted(section.rank for section in sections)


def test_every_colour_of_a_shipped_template_is_readable_on_light_and_dark_and_used_once() -> None:
    for name in names():
        colours = [section.colour for section in load_template(name)]
        assert len(set(colours)) == len(colours)
        for colour in colours:
            assert contrast(colour, LIGHT) >= 4.5
            assert contrast(colour, DARK) >= 3.5


def test_every_project_gets_section_ids_of_its_own() -> None:
    first, second = load_template("us-japan-2plus2"), load_template("us-japan-2plus2")
    assert {section.id for section in first}.isdisjoint(section.id for section in second)
    count: Iterator[int] = iter(range(9))
    numbered = load_template("us-japan-2plus2", lambda: f"{next(count):032x}")
    assert numbered[4].id == f"{4:032x}"


def test_a_template_of_ones_own_is_named_by_its_file(tmp_path: Path) -> None:
    path = tmp_path / "dam.yaml"
    path.write_text(ONE_SECTION, "utf-8")
    (section,) = load_template(str(path))
    assert (section.key, section.title, section.cues) == ("findings", "Findings", ("crack", "leak"))


def test_an_unknown_template_is_refused_with_the_names_there_are() -> None:
    assert names() == ["blank", "situation-update", "us-japan-2plus2", "visit-briefing"]
    with pytest.raises(BrieferError, match="“dams”; take one of blank, .*visit-briefing, or a .yaml file"):
        load_template("dams")
    with pytest.raises(BrieferError, match="take one of"):
        load_template("../templates/us-japan-2plus2")


def test_a_template_that_cannot_be_read_is_refused_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(BrieferError, match="No such file"):
        load_template(str(tmp_path / "none.yaml"))
    (tmp_path / "folder.yaml").mkdir()
    with pytest.raises(BrieferError, match="Is a directory"):
        load_template(str(tmp_path / "folder.yaml"))


def test_a_template_beyond_a_megabyte_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "dam.yaml"
    path.write_text(ONE_SECTION + "#" * (1 << 20), "utf-8")
    with pytest.raises(BrieferError, match="larger than 1 MB"):
        load_template(str(path))


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("briefer_template: 1", "briefer_template: 2", "must hold “briefer_template: 1”"),
        ("briefer_template: 1", "briefer: 1", "must hold “briefer_template: 1”"),
        ("title: A dam", "title: A dam\nmore: 1", "and nothing else"),
        ("title: A dam", "title: 12", "the title must be text"),
        ("title: A dam", "title: [A dam]", "the title must be text"),
        ("digit: 1", "digit: one", "no valid “digit”"),
        ("digit: 1", "digit: 10", "the digit 10"),
        ("digit: 1, ", "", "no valid “digit”"),
        ("findings", "Findings", "no valid “key”"),
        ("findings", "bluf", "no valid “key”"),
        ("#0e8476", "teal", "no valid “colour”"),
        ("  - {", "  - x\n  - {", "no valid “"),
        ("crack", "!x crack", "Line 5"),
    ],
)  # fmt: skip
def test_a_template_that_is_not_as_it_must_be_is_refused(
    tmp_path: Path, old: str, new: str, sentence: str
) -> None:
    path = tmp_path / "dam.yaml"
    path.write_text(ONE_SECTION.replace(old, new, 1), "utf-8")
    with pytest.raises(BrieferError, match=sentence):
        load_template(str(path))


def test_two_sections_of_a_template_have_two_keys(tmp_path: Path) -> None:
    path = tmp_path / "dam.yaml"
    path.write_text(ONE_SECTION + ONE_SECTION.splitlines()[-1].replace("digit: 1", "digit: 2"), "utf-8")
    with pytest.raises(BrieferError, match="Two sections have the key findings"):
        load_template(str(path))


@pytest.mark.parametrize("name", names())
def test_sections_written_as_a_template_are_read_back_as_they_were(name: str, tmp_path: Path) -> None:
    sections = load_template(name)
    path = tmp_path / "own.yaml"
    path.write_bytes(write_template("Own “way”", sections))
    found = read_template(str(path))
    assert found.title == "Own “way”"
    assert [replace(new, id=old.id) for new, old in zip(found.sections, sections, strict=True)] == sections


def contrast(first: str, second: str) -> float:
    """Give the contrast of two colours as WCAG 2 defines it."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
