"""A colleague’s copy taken in on the command line."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.fixture
def pair(terminal: Terminal) -> Terminal:
    """A terminal in a folder where p.brief and copy.brief are the same."""
    terminal.do("write", "p.brief", "bluf", "The dam held.", "--kind", "fact")
    shutil.copy("p.brief", "copy.brief")
    return terminal


def quotes(terminal: Terminal, project: str = "p.brief") -> set[str]:
    return {row["quote"] for row in terminal.rows("tags", project)}


def test_what_a_colleague_tagged_is_taken_in_and_out_again(pair: Terminal) -> None:
    pair.do("tag", "p.brief", "S1", "threats", "--quote", "The dam held")
    pair.do("tag", "copy.brief", "S1", "threats", "--quote", "the dam was old")
    theirs, ours = Path("copy.brief").read_bytes(), pair.rows("tags")
    answer = pair.answer("merge", "p.brief", "copy.brief")
    assert (answer.status, answer.lines) == (0, [])
    assert answer.err == "2 records changed in “p.brief”; “briefer undo” takes all of it back.\n"
    assert quotes(pair) == {"The dam held", "the dam was old"}
    assert Path("copy.brief").read_bytes() == theirs
    again = pair.answer("merge", "p.brief", "copy.brief")
    assert (again.status, again.err) == (0, "“p.brief” has all of it already.\n")
    assert pair.answer("undo", "p.brief").out + pair.answer("undo", "p.brief").err
    assert pair.answer("redo", "p.brief").status == 0
    assert pair.rows("tags") == ours


def test_the_work_goes_to_and_fro_without_a_conflict(pair: Terminal) -> None:
    (made,) = pair.do("write", "p.brief", "bluf", "Nobody knew.", "--kind", "fact")
    for mine, theirs, words in (
        ("copy.brief", "p.brief", "Nobody knew?"),
        ("p.brief", "copy.brief", "Somebody knew."),
        ("copy.brief", "p.brief", "Two knew."),
    ):
        assert pair.answer("merge", mine, theirs).status == 0
        assert pair.rows("statements", mine) == pair.rows("statements", theirs)
        pair.do("write", mine, "bluf", words, "--id", made)
    answer = pair.answer("merge", "p.brief", "copy.brief")
    assert (answer.status, pair.rows("statements")[1]["text"]) == (0, "Two knew.")


def test_what_both_reworded_is_shown_side_by_side(pair: Terminal) -> None:
    (row,) = pair.rows("statements")
    for project, words in (("p.brief", "It held."), ("copy.brief", "It fell.")):
        pair.do("write", project, "bluf", words, "--id", row["id"])
    answer = pair.answer("merge", "p.brief", "copy.brief")
    assert (answer.status, answer.lines) == (1, [f"{row['id'][:8]}  statement text: It held. | It fell."])
    assert pair.rows("statements")[0]["text"] == "It held."
    answer = pair.answer("merge", "p.brief", "copy.brief", "--theirs", "--json")
    assert answer.status == 1
    assert answer.rows == [
        {"record": row["id"], "kind": "statement", "field": "text", "mine": "It held.", "theirs": "It fell."}
    ]
    assert pair.rows("statements")[0]["text"] == "It fell."


@pytest.mark.parametrize("mine", ["p.brief", "p.brief.yaml"])
def test_a_copy_as_yaml_is_taken_in_or_takes_in(pair: Terminal, mine: str) -> None:
    pair.do("convert", "p.brief", "p.brief.yaml")
    theirs = "p.brief.yaml" if mine == "p.brief" else "p.brief"
    pair.do("tag", theirs, "S1", "threats", "--quote", "The dam held")
    assert pair.answer("merge", mine, theirs).status == 0
    assert quotes(pair, mine) == {"The dam held"}


def test_a_copy_of_an_older_format_is_read_and_left_as_it_is(bare: Terminal) -> None:
    shutil.copy(GOLDEN / "format-4.brief", "p.brief")
    shutil.copy(GOLDEN / "format-1.brief", "old.brief")
    before = Path("old.brief").read_bytes()
    bare.answer("merge", "p.brief", "old.brief")
    assert Path("old.brief").read_bytes() == before
    assert {path.name for path in Path().iterdir()} >= {"p.brief", "old.brief"}
    assert not list(Path().glob("old.brief.bak"))


def test_what_is_no_copy_is_refused_and_nothing_changes(pair: Terminal) -> None:
    before = Path("p.brief").read_bytes()
    pair.do("new", "other.brief")
    assert "not copies of one project" in pair.refused("merge", "p.brief", "other.brief")
    assert "is the project itself" in pair.refused("merge", "p.brief", "./p.brief")
    assert "There is no file" in pair.refused("merge", "p.brief", "none.brief")
    assert "not a briefer project" in pair.refused("merge", "p.brief", "first.txt")
    Path("odd.yaml").write_text("a: b", "utf-8")
    assert pair.refused("merge", "p.brief", "odd.yaml")
    assert Path("p.brief").read_bytes() == before


def test_a_copy_whose_history_leads_nowhere_is_refused(pair: Terminal) -> None:
    pair.do("tag", "copy.brief", "S1", "threats", "--quote", "The dam held")
    database = sqlite3.connect("copy.brief")
    database.execute("UPDATE log SET edits = '[[1]]' WHERE seq = (SELECT seq FROM head)")
    database.commit()
    database.close()
    assert "The history of “copy.brief” is damaged" in pair.refused("merge", "p.brief", "copy.brief")


def test_a_copy_with_a_trigger_is_refused(pair: Terminal) -> None:
    database = sqlite3.connect("copy.brief")
    database.execute("CREATE TRIGGER t AFTER INSERT ON tag BEGIN DELETE FROM tag; END")
    database.commit()
    database.close()
    assert "something besides a project" in pair.refused("merge", "p.brief", "copy.brief")


def test_what_goes_by_another_label_is_told(pair: Terminal) -> None:
    for project, words in (("p.brief", "Mine."), ("copy.brief", "Theirs.")):
        Path("more.txt").write_text(words, "utf-8")
        pair.do("add", project, "more.txt")
    answer = pair.answer("merge", "p.brief", "copy.brief")
    label = pair.rows("sources")[-1]["label"]
    assert answer.status == 0
    assert answer.err.splitlines()[1].endswith(f" of the copy is {label} here.")
