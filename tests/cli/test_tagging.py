"""Passages tagged by quotation and by span, untagged, and listed."""

from __future__ import annotations

import pytest

from tests.cli.terminal import Terminal


def test_a_quotation_is_tagged_and_the_tag_printed(terminal: Terminal) -> None:
    (tag,) = terminal.do("tag", "p.brief", "S1", "attendees", "--quote", "Yōko Kamikawa", "--note", "who?")
    (row,) = terminal.rows("tags")
    assert row == {
        "id": tag,
        "passage": row["passage"],
        "source": "S1",
        "section": "attendees",
        "start": 0,
        "end": 13,
        "quote": "Yōko Kamikawa",
        "note": "who?",
        "state": "anchored",
    }


def test_a_span_is_code_points_end_exclusive(terminal: Terminal) -> None:
    terminal.do("tag", "p.brief", "first.txt", 2, "--span", "18:26")
    (row,) = terminal.rows("tags")
    assert (row["quote"], row["section"], row["note"]) == ("“Kihara”", "threats", None)


def test_tagging_twice_gives_the_same_id(terminal: Terminal) -> None:
    quote = ("--quote", "본문 바로가기")
    first = terminal.do("tag", "p.brief", "S1", "threats", *quote)
    assert terminal.do("tag", "p.brief", "S1", "threats", *quote) == first
    assert terminal.do("tag", "p.brief", "S1", "2", "--span", "72:79") == first
    assert terminal.do("tag", "p.brief", "S1", "attendees", *quote) != first
    one, other = terminal.rows("tags")
    assert one["passage"] == other["passage"]


def test_a_quotation_that_occurs_often_is_refused_with_the_count(terminal: Terminal) -> None:
    quote = ("tag", "p.brief", "S1", "threats", "--quote", "the ")
    assert terminal.do("tag", "p.brief", "S1", "threats", "--quote", "dam", "--occurrence", 2)
    sentence = terminal.refused("tag", "p.brief", "S1", "threats", "--quote", "dam")
    assert sentence == "S1 says that 2 times; say which one with --occurrence."
    sentence = terminal.refused("tag", "p.brief", "S1", "threats", "--quote", "dam", "--occurrence", 3)
    assert sentence == "S1 says that 2 times, so there is no occurrence 3."
    terminal.do(*quote, "--occurrence", 1)
    assert [(row["start"], row["quote"]) for row in terminal.rows("tags")] == [(59, "dam"), (55, "the ")]


@pytest.mark.parametrize("quote", ["the dyke", "Yoko Kamikawa", "THE DAM", "", "\udcff", "x" * 100_000])
def test_a_quotation_that_does_not_occur_is_refused(terminal: Terminal, quote: str) -> None:
    sentence = terminal.refused("tag", "p.brief", "S1", "threats", "--quote", quote)
    assert sentence == "S1 does not say that, letter for letter; copy the words from its text."


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--quote", "dam", "--span", "1:2"),
        ("--span", "12"),
        ("--span", "-1:2"),
        ("--span", "1:2:3"),
        ("--span", "9999999999999:3"),
        ("--quote", "dam", "--occurrence", "0"),
        ("--quote", "dam", "--occurrence", "x"),
        ("--quot", "dam", "--more"),
    ],
)
def test_a_passage_said_in_a_wrong_way_is_wrong_usage(terminal: Terminal, options: tuple[str, ...]) -> None:
    assert "Usage: briefer tag" in terminal.misused("tag", "p.brief", "S1", "threats", *options)


@pytest.mark.parametrize(
    ("source", "section", "span", "sentence"),
    [
        ("S1", "threats", "5:999", "S1 has 80 characters, so 5:999 is no stretch of it"),
        ("S1", "threats", "5:5", "is no stretch"),
        ("S1", "threats", "71:72", "Select some text first"),
        ("S3", "threats", "1:2", "Which source? In this project none goes by “S3”"),
        ("S1", "none", "1:2", "Which section? In this project none goes by “none”"),
        ("S1", "None", "1:2", "Which section?"),
        ("S1", "6", "1:2", "Which section?"),
        ("S1", "bluf", "1:2", "Which section?"),
        ("00000000", "threats", "1:2", "Which source?"),
    ],
)
def test_a_passage_of_nothing_or_for_nothing_is_refused(
    terminal: Terminal, source: str, section: str, span: str, sentence: str
) -> None:
    assert sentence in terminal.refused("tag", "p.brief", source, section, "--span", span)


def test_a_tag_is_taken_off_by_its_id_or_eight_digits_of_it(terminal: Terminal) -> None:
    (first,) = terminal.do("tag", "p.brief", "S2", "threats", "--quote", "dam")
    (second,) = terminal.do("tag", "p.brief", "S2", "threats", "--quote", "fell")
    assert terminal.do("untag", "p.brief", first) == []
    assert terminal.do("untag", "p.brief", second[:8]) == []
    assert terminal.rows("tags") == []
    assert "Which tag?" in terminal.refused("untag", "p.brief", first)
    assert "Which tag?" in terminal.refused("untag", "p.brief", second[:7])


def test_an_unfiled_passage_is_listed_last_without_a_tag(terminal: Terminal) -> None:
    (tag,) = terminal.do("tag", "p.brief", "S1", "attendees", "--quote", "Tokyo")
    terminal.do("tag", "p.brief", "S1", "threats", "--quote", "held")
    terminal.do("write", "p.brief", "bluf", "It was in Tokyo.", "--kind", "fact", "--cite", tag)
    terminal.do("untag", "p.brief", tag)
    held, tokyo = terminal.rows("tags")
    assert (held["quote"], tokyo["quote"]) == ("held", "Tokyo")
    assert (tokyo["id"], tokyo["section"]) == (None, None)


def test_tags_are_listed_for_people_too(terminal: Terminal) -> None:
    (tag,) = terminal.do("tag", "p.brief", "S1", "threats", "--span", "62:79")
    assert terminal.do("tags", "p.brief") == [f"{tag[:8]}  threats  S1 62:79  was old. 본문 바로가기"]
