"""Statements written, changed, moved and removed; every change undone and redone."""

from __future__ import annotations

import pytest

from tests.cli.terminal import Terminal


def write(terminal: Terminal, text: str, *options: str, section: str = "threats", kind: str = "fact") -> str:
    (found,) = terminal.do("write", "p.brief", section, text, "--kind", kind, *options)
    return found


def texts(terminal: Terminal) -> list[str]:
    return [row["text"] for row in terminal.rows("statements")]


def test_a_statement_prints_its_id_and_cites_passages(terminal: Terminal) -> None:
    (first,) = terminal.do("tag", "p.brief", "S1", "threats", "--quote", "held")
    (second,) = terminal.do("tag", "p.brief", "S2", "threats", "--quote", "fell")
    passages = {row["id"]: row["passage"] for row in terminal.rows("tags")}
    said = write(terminal, "It held or\nfell.", "--cite", first[:8], "--cite", passages[second])
    assert terminal.rows("statements") == [
        {
            "id": said,
            "section": "threats",
            "kind": "fact",
            "text": "It held or\nfell.",
            "cites": f"{passages[first]} {passages[second]}",
        }
    ]
    assert terminal.do("statements", "p.brief") == [f"{said[:8]}  threats  fact: It held or fell."]


def test_statements_are_listed_bottom_line_first_then_by_section(terminal: Terminal) -> None:
    write(terminal, "Second.", section="2")
    write(terminal, "First.", section="attendees", kind="assumption")
    write(terminal, "Bottom.", section="bluf", kind="judgement")
    rows = terminal.rows("statements")
    assert [(row["section"], row["text"], row["cites"]) for row in rows] == [
        ("bluf", "Bottom.", ""),
        ("attendees", "First.", ""),
        ("threats", "Second.", ""),
    ]


def test_a_statement_is_changed_by_its_id(terminal: Terminal) -> None:
    (tag,) = terminal.do("tag", "p.brief", "S2", "threats", "--quote", "fell")
    said = write(terminal, "It held.", "--cite", tag)
    change = ("write", "p.brief", "threats", "It fell.", "--id", said[:8])
    assert terminal.do(*change) == [said]
    (row,) = terminal.rows("statements")
    assert (row["text"], row["kind"], len(row["cites"])) == ("It fell.", "fact", 32)
    assert terminal.do(*change, "--kind", "judgement") == [said]
    assert terminal.rows("statements")[0]["kind"] == "judgement"
    assert terminal.do(*change) == [said]
    assert [row["label"] for row in terminal.rows("log")].count("Rewrite statement") == 2


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("threats", " ", "--kind", "fact"), "A statement needs words"),
        (("none", "It fell.", "--kind", "fact"), "Which section?"),
        (("threats", "It fell.", "--kind", "fact", "--cite", "12345678"), "Which tag or passage?"),
        (("threats", "It fell.", "--id", "12345678"), "Which statement?"),
        (("threats", "x" * 100_001, "--kind", "fact"), "100,001 characters; cut it below 100,000"),
    ],
)
def test_what_cannot_be_written_is_refused(
    terminal: Terminal, arguments: tuple[str, ...], sentence: str
) -> None:
    assert sentence in terminal.refused("write", "p.brief", *arguments)


def test_a_statement_is_changed_where_it_stands_only(terminal: Terminal) -> None:
    said = write(terminal, "It held.", section="bluf")
    assert terminal.do("write", "p.brief", "bluf", "It held well.", "--id", said) == [said]
    sentence = terminal.refused("write", "p.brief", "threats", "It fell.", "--id", said)
    assert sentence == "That statement is not in threats; move it there first, or name its section."


def test_a_new_statement_needs_a_kind_that_is_one(terminal: Terminal) -> None:
    assert "Say what --kind" in terminal.misused("write", "p.brief", "threats", "It fell.")
    assert "'rumour' is not one of" in terminal.misused("write", "p.brief", "1", "x", "--kind", "rumour")


def test_words_that_look_like_an_option_go_behind_two_dashes(terminal: Terminal) -> None:
    terminal.do("write", "p.brief", "--kind", "fact", "threats", "--", "--draft was exported.")
    assert texts(terminal) == ["--draft was exported."]


def test_statements_and_tags_are_moved_within_a_section(terminal: Terminal) -> None:
    one, two, three = (write(terminal, text) for text in ("One.", "Two.", "Three."))
    terminal.do("move", "p.brief", three, "--first")
    assert texts(terminal) == ["Three.", "One.", "Two."]
    terminal.do("move", "p.brief", three, "--after", one)
    assert texts(terminal) == ["One.", "Three.", "Two."]
    terminal.do("move", "p.brief", one)
    assert texts(terminal) == ["Three.", "Two.", "One."]
    (tag,) = terminal.do("tag", "p.brief", "S2", "threats", "--quote", "fell")
    terminal.do("move", "p.brief", tag, "--after", three)
    terminal.do("move", "p.brief", two, "--after", tag)
    assert texts(terminal) == ["Three.", "Two.", "One."]


def test_statements_and_tags_are_moved_between_sections(terminal: Terminal) -> None:
    said = write(terminal, "It fell.")
    last = write(terminal, "Last.", section="attendees")
    (tag,) = terminal.do("tag", "p.brief", "S2", "threats", "--quote", "fell")
    terminal.do("move", "p.brief", tag, "--section", "1")
    terminal.do("move", "p.brief", said, "--section", "attendees", "--after", tag)
    assert [row["section"] for row in terminal.rows("tags")] == ["attendees"]
    assert texts(terminal) == ["Last.", "It fell."]
    terminal.do("move", "p.brief", last, "--section", "bluf")
    assert terminal.rows("statements")[0]["section"] == "bluf"
    terminal.do("move", "p.brief", last, "--section", "co-production", "--first")
    assert terminal.rows("statements")[1]["section"] == "co-production"


def test_a_move_that_makes_no_sense_is_refused(terminal: Terminal) -> None:
    said = write(terminal, "It fell.")
    (tag,) = terminal.do("tag", "p.brief", "S2", "attendees", "--quote", "fell")
    assert "neither a tag nor a statement" in terminal.refused("move", "p.brief", "S2")
    assert "Which one?" in terminal.refused("move", "p.brief", "12345678")
    assert "not in that section" in terminal.refused("move", "p.brief", said, "--after", tag)
    assert "holds statements only" in terminal.refused("move", "p.brief", tag, "--section", "bluf")
    misuse = terminal.misused("move", "p.brief", said, "--after", tag, "--first")
    assert "Give either --after or --first" in misuse


def test_anything_with_an_id_can_be_removed(terminal: Terminal) -> None:
    said = write(terminal, "It fell.")
    (tag,) = terminal.do("tag", "p.brief", "S2", "attendees", "--quote", "fell")
    terminal.do("remove", "p.brief", said[:8])
    terminal.do("remove", "p.brief", tag[:8])
    assert (terminal.rows("statements"), terminal.rows("tags")) == ([], [])
    assert "Which one? In this project none goes by" in terminal.refused("remove", "p.brief", tag)


def test_a_cited_passage_is_not_removed(terminal: Terminal) -> None:
    (tag,) = terminal.do("tag", "p.brief", "S2", "threats", "--quote", "fell")
    write(terminal, "It fell.", "--cite", tag)
    (row,) = terminal.rows("tags")
    assert "This passage is cited by 1 statement" in terminal.refused("remove", "p.brief", row["passage"])


def test_everything_is_undone_and_redone_by_name(terminal: Terminal) -> None:
    write(terminal, "It fell.")
    terminal.do("tag", "p.brief", "S2", "attendees", "--quote", "fell")
    said = [terminal.answer(way, "p.brief").err for way in ("undo", "undo", "redo")]
    assert said == ["Undone: Tag as Attendees\n", "Undone: Write in Threats\n", "Redone: Write in Threats\n"]
    assert (texts(terminal), terminal.rows("tags")) == (["It fell."], [])
    rows = terminal.rows("log")
    assert [(row["label"], row["undone"]) for row in rows] == [
        ("Add 2 sources", False),
        ("Write in Threats", False),
        ("Tag as Attendees", True),
    ]
    assert set(rows[0]) == {"seq", "at", "author", "label", "undone"}
    assert (rows[0]["seq"], rows[0]["author"]) == (1, "Ada")
    last = terminal.do("log", "p.brief")[-1]
    assert last == f"3  {rows[2]['at']}  Ada  Tag as Attendees (undone)"


def test_there_is_an_end_to_undoing_and_redoing(terminal: Terminal) -> None:
    assert terminal.answer("undo", "p.brief").status == 0
    assert terminal.refused("undo", "p.brief") == "There is nothing to undo."
    assert terminal.answer("redo", "p.brief").status == 0
    assert terminal.refused("redo", "p.brief") == "There is nothing to redo."


def test_acronyms_are_said_listed_and_forgotten(terminal: Terminal) -> None:
    (made,) = terminal.do("acronym", "p.brief", "USFJ", "US Forces Japan")
    assert terminal.do("acronym", "p.brief", "USFJ", "U.S. Forces Japan") == []
    assert terminal.rows("acronyms") == [{"id": made, "short": "USFJ", "expansion": "U.S. Forces Japan"}]
    assert terminal.do("acronyms", "p.brief") == ["USFJ  U.S. Forces Japan"]
    terminal.do("acronym", "p.brief", "USFJ")
    assert terminal.rows("acronyms") == []
    assert "no acronym “USFJ”" in terminal.refused("acronym", "p.brief", "USFJ")


def test_a_quotation_records_the_edits_that_it_shows(terminal: Terminal) -> None:
    (dam,) = terminal.do("tag", "p.brief", "S1", "threats", "--quote", "The dam held, and the dam was old.")
    write(terminal, "The dam held […] was old.", "--cite", dam, kind="quotation")
    write(terminal, "The dam held, [sic] and the dam was old.", "--cite", dam, kind="quotation")
    altered = write(terminal, "The dam held […] is old.", "--cite", dam, kind="quotation")
    findings = terminal.answer("check", "p.brief", "--json").rows
    assert [row["where"] for row in findings if row["rule"] == "altered-quotation"] == [altered]
