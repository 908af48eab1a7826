"""Differences, rulings, issues and withdrawal from the command line."""

from __future__ import annotations

import pytest

from tests.cli.conftest import begun
from tests.cli.terminal import Terminal


@pytest.fixture
def tags(terminal: Terminal) -> list[str]:
    """A tag in the first source and one in the second."""
    return [
        *terminal.do("tag", "p.brief", "S1", "threats", "--quote", "The dam held"),
        *terminal.do("tag", "p.brief", "S2", "threats", "--quote", "The dam fell"),
    ]


def sided(tags: list[str]) -> list[str]:
    return [part for tag in tags for part in ("--passage", tag)]


def test_a_difference_is_recorded_ruled_on_and_listed_in_either_form(bare: Terminal, form: str) -> None:
    terminal = begun(bare, form)
    made = [
        *terminal.do("tag", form, "S1", "threats", "--quote", "The dam held"),
        *terminal.do("tag", form, "S2", "threats", "--quote", "The dam fell"),
    ]
    (identifier,) = terminal.do("rule", form, "Did it hold?", *sided(made))
    (row,) = terminal.rows("differences", form)
    passages = [tag["passage"] for tag in terminal.rows("tags", form)]
    assert row == {
        "id": identifier, "question": "Did it hold?", "passages": " ".join(passages), "ruling": None,
        "reason": None,
    }  # fmt: skip
    assert terminal.do("rule", form, "Did the dam hold?", "--ruling", "It fell.", "--reason", "Seen.",
                       "--id", identifier[:8]) == [identifier]  # fmt: skip
    (row,) = terminal.rows("differences", form)
    assert (row["question"], row["passages"]) == ("Did the dam hold?", " ".join(passages))
    assert (row["ruling"], row["reason"]) == ("It fell.", "Seen.")
    assert terminal.do("differences", form) == [f"{identifier[:8]}  Did the dam hold?  It fell."]


def test_a_difference_is_changed_to_other_passages_and_removed(terminal: Terminal, tags: list[str]) -> None:
    other = terminal.do("tag", "p.brief", "S1", "threats", "--quote", "the dam was old")
    (identifier,) = terminal.do("rule", "p.brief", "Did it hold?", *sided(tags), "--ruling", "It fell.")
    terminal.do("rule", "p.brief", "Did it hold?", *sided([*tags, *other]), "--id", identifier)
    (row,) = terminal.rows("differences")
    assert (len(row["passages"].split()), row["ruling"]) == (3, "It fell.")
    terminal.do("remove", "p.brief", identifier)
    assert terminal.rows("differences") == []


def test_a_difference_has_two_sides(terminal: Terminal, tags: list[str]) -> None:
    assert "two passages at least" in terminal.refused("rule", "p.brief", "Who?", *sided(tags[:1]))
    assert "Which difference?" in terminal.refused("rule", "p.brief", "Who?", "--id", "0" * 8)


def test_what_a_withdrawal_does_is_said_and_nothing_is_done(terminal: Terminal, tags: list[str]) -> None:
    terminal.do("rule", "p.brief", "Did it hold?", *sided(tags))
    (statement,) = terminal.do("write", "p.brief", "bluf", "It fell.", "--kind", "fact", "--cite", tags[1])
    rows = terminal.answer("impact", "p.brief", "S2", "--json").rows
    assert [(row["what"], row["section"], row["effect"]) for row in rows] == [
        ("statement", "bluf", "falls"),
        ("section", "bluf", "empty"),
        ("section", "threats", "single-origin"),
        ("difference", None, "falls"),
    ]
    assert rows[0]["id"] == statement
    assert list(rows[0]) == ["what", "id", "section", "effect", "message"]
    assert terminal.do("impact", "p.brief", "S2")[1] == "empty: The bottom line falls empty."
    assert len(terminal.rows("sources")) == 2


def test_a_version_is_issued_on_the_date_of_the_product_unless_told_otherwise(terminal: Terminal) -> None:
    assert "has no version" in terminal.refused("issue", "p.brief")
    terminal.do("set", "p.brief", "version", "1")
    terminal.do("set", "p.brief", "product_date", "2026-11-22")
    (identifier,) = terminal.do("issue", "p.brief")
    assert len(identifier) == 32
    assert "was issued already" in terminal.refused("issue", "p.brief")
    terminal.do("set", "p.brief", "version", "2")
    terminal.do("issue", "p.brief", "--on", "2026-11-30")
    assert "is no date" in terminal.refused("issue", "p.brief", "--on", "tomorrow")
    assert [row["label"] for row in terminal.rows("log") if row["label"].startswith("Issue")] == [
        "Issue version 1",
        "Issue version 2",
    ]


def test_a_brief_that_could_not_be_exported_is_not_issued(terminal: Terminal) -> None:
    terminal.do("set", "p.brief", "version", "1")
    terminal.do("write", "p.brief", "bluf", "It held.", "--kind", "fact")
    sentence = terminal.refused("issue", "p.brief")
    assert sentence == "The brief has 1 error, which “briefer check” lists; mend them, then issue it."


def test_without_a_date_of_the_product_it_is_issued_today(terminal: Terminal) -> None:
    terminal.do("set", "p.brief", "version", "1")
    terminal.do("issue", "p.brief")
    terminal.do("convert", "p.brief", "p.brief.yaml")
    last = terminal.rows("log")[-1]
    assert f'day: "{last["at"][:10]}"' in (terminal.folder / "p.brief.yaml").read_text("utf-8")


def test_purpose_objectives_and_scale_are_set(terminal: Terminal) -> None:
    terminal.do("set", "p.brief", "purpose", "To decide on the dam.")
    terminal.do("set", "p.brief", "objectives", "See it.\nMend it.")
    terminal.do("set", "p.brief", "scale", "phia")
    assert "no scale of likelihood" in terminal.refused("set", "p.brief", "scale", "mine")
