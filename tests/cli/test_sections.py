"""Sections listed, added, changed, put in order, merged and removed; the front of the brief set."""

from __future__ import annotations

import pytest

from tests.cli.terminal import Terminal

KEYS = ["attendees", "threats", "command-restructure", "co-production", "trilateral-memorandum"]


def keys(terminal: Terminal) -> list[str]:
    return [row["key"] for row in terminal.rows("sections")]


def test_the_template_gives_five_sections_with_digits(terminal: Terminal) -> None:
    rows = terminal.rows("sections")
    assert keys(terminal) == KEYS
    assert [row["digit"] for row in rows] == [1, 2, 3, 4, 5]
    row = rows[2]
    assert row == {"id": row["id"], "key": KEYS[2], "digit": 3, "title": "Command restructure", "tags": 0}


def test_a_section_counts_its_tags(terminal: Terminal) -> None:
    for quote in ("fell", "dam"):
        terminal.do("tag", "p.brief", "S2", 2, "--quote", quote)
    assert [row["tags"] for row in terminal.rows("sections")] == [0, 2, 0, 0, 0]
    assert terminal.do("sections", "p.brief")[1] == "2  threats  Threats (2)"


def test_a_new_section_prints_its_id_and_a_changed_one_nothing(terminal: Terminal) -> None:
    (made,) = terminal.do("section", "p.brief", "people", "--title", "Who", "--after", "attendees")
    row = terminal.rows("sections")[1]
    assert (row["id"], row["key"], row["digit"], row["title"]) == (made, "people", 6, "Who")
    options = ("--title", "Who else", "--digit", 9, "--colour", "#123456", "--guidance", "Names.")
    assert terminal.do("section", "p.brief", "people", *options) == []
    assert terminal.do("section", "p.brief", 9, "--digit", "", "--after", "") == []
    row = terminal.rows("sections")[0]
    assert (row["key"], row["digit"], row["title"]) == ("people", None, "Who else")
    assert terminal.do("sections", "p.brief")[0] == "–  people  Who else (0)"


def test_a_section_beyond_nine_has_no_digit(terminal: Terminal) -> None:
    for number in range(5):
        terminal.do("section", "p.brief", f"more-{number}")
    assert [row["digit"] for row in terminal.rows("sections")] == [*range(1, 10), None]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("Big",), "“Big” cannot be a section’s key"),
        (("bluf",), "“bluf” is the key of the bottom line; give the section another one."),
        (("people", "--digit", "2"), "2 is the digit of Threats"),
        (("people", "--digit", "10"), "1 to 9, not 10"),
        (("people", "--after", "none"), "Which section?"),
        (("threats", "--colour", "red"), "“red” is no colour"),
        (("threats", "--title", ""), "A section needs a title"),
        (("threats", "--after", "threats"), "Threats cannot stand after itself"),
        (("threats", "--into", "threats"), "Threats cannot be merged into itself"),
        (("none", "--into", "threats"), "Which section?"),
    ],
)
def test_what_cannot_be_a_section_is_refused(
    terminal: Terminal, arguments: tuple[str, ...], sentence: str
) -> None:
    assert sentence in terminal.refused("section", "p.brief", *arguments)
    assert keys(terminal) == KEYS


@pytest.mark.parametrize(
    "options",
    [("--digit", "two"), ("--into", "threats", "--title", "x"), ("--into", "threats", "--after", "")],
)
def test_what_cannot_be_meant_is_wrong_usage(terminal: Terminal, options: tuple[str, ...]) -> None:
    assert "Usage: briefer section" in terminal.misused("section", "p.brief", "attendees", *options)


def test_a_section_is_merged_into_another(terminal: Terminal) -> None:
    terminal.do("tag", "p.brief", "S2", "threats", "--quote", "fell")
    terminal.do("write", "p.brief", "threats", "It fell.", "--kind", "judgement")
    terminal.do("section", "p.brief", "threats", "--into", "attendees")
    assert keys(terminal) == ["attendees", *KEYS[2:]]
    assert [row["section"] for row in terminal.rows("tags")] == ["attendees"]
    assert [row["section"] for row in terminal.rows("statements")] == ["attendees"]


def test_a_removed_section_leaves_its_tags_unfiled(terminal: Terminal) -> None:
    terminal.do("tag", "p.brief", "S2", "threats", "--quote", "fell")
    (said,) = terminal.do("write", "p.brief", "threats", "It fell.", "--kind", "judgement")
    assert "Threats holds 1 statement;" in terminal.refused("remove", "p.brief", "threats")
    terminal.do("remove", "p.brief", said)
    terminal.do("remove", "p.brief", "2")
    assert keys(terminal) == [KEYS[0], *KEYS[2:]]
    (row,) = terminal.rows("tags")
    assert (row["quote"], row["section"]) == ("fell", None)
    terminal.do("remove", "p.brief", row["passage"])
    assert terminal.rows("tags") == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "It held"),
        ("author", "Ada"),
        ("office", "Desk"),
        ("marking", "SECRET"),
        ("distribution", "Minister"),
        ("product_number", "7"),
        ("version", "1.0"),
        ("product_date", "2024-07-29"),
        ("cutoff", "2024-07-29"),
        ("event_date", "2024-07-28"),
        ("event_place", "Tokyo"),
    ],
)
def test_every_field_of_the_front_can_be_set(terminal: Terminal, field: str, value: str) -> None:
    assert terminal.do("set", "p.brief", field, value) == []
    assert terminal.rows("log")[-1]["label"] == f"Set {field.replace('_', ' ')}"


def test_a_field_that_is_none_is_wrong_usage_and_a_wrong_date_is_refused(terminal: Terminal) -> None:
    assert "'colour' is not one of 'title'" in terminal.misused("set", "p.brief", "colour", "red")
    assert terminal.refused("set", "p.brief", "cutoff", "Sunday") == (
        "“Sunday” is no date; write it as 2024-07-28."
    )
