"""Newer copies of a source on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import FIRST
from tests.cli.terminal import Terminal


@pytest.fixture
def tagged(terminal: Terminal) -> Terminal:
    """A terminal in a folder where three passages of S1 are tagged."""
    for quote in ("The dam held", "Yōko Kamikawa met “Kihara”", "the dam was old"):
        terminal.do("tag", "p.brief", "S1", "threats", "--quote", quote)
    return terminal


def newer(words: str) -> str:
    Path("newer.txt").write_text(words, "utf-8")
    return "newer.txt"


def test_a_newer_copy_lists_what_moved_and_keeps_quiet_when_nothing_waits(tagged: Terminal) -> None:
    lines = tagged.do("reread", "p.brief", "S1", newer("Late edition.\n\n" + FIRST))
    assert [line.split("  ", 1)[1] for line in lines] == [
        "moved  S1  Yōko Kamikawa met “Kihara” → Yōko Kamikawa met “Kihara”",
        "moved  S1  The dam held → The dam held",
        "moved  S1  the dam was old → the dam was old",
    ]
    assert {row["state"] for row in tagged.rows("tags")} == {"moved"}
    assert tagged.rows("sources")[0]["file_name"] == "newer.txt"
    assert tagged.do("review", "p.brief") == []
    tagged.answer("undo", "p.brief")
    assert {row["state"] for row in tagged.rows("tags")} == {"anchored"}


def test_what_waits_is_listed_and_settled(tagged: Terminal) -> None:
    answer = tagged.answer(
        "reread",
        "p.brief",
        "S1",
        newer("Kamikawa was there. The dam held, and the dam was very old."),
        "--json",
    )
    assert answer.err.splitlines() == [
        "Around “The dam held” the sentence says something else now: look at it again.",
        "2 of 3 passages of S1 must be looked at: “briefer review”.",
    ]
    by_state = {row["state"]: row for row in answer.rows}
    assert by_state.keys() == {"moved", "review", "lost"}
    waiting = tagged.rows("review")
    assert waiting == [row for row in answer.rows if row["state"] != "moved"]
    review, lost = by_state["review"], by_state["lost"]
    assert (review["was"], review["proposed"]) == ("the dam was old", "the dam was very old")
    assert (lost["was"], lost["proposed"], lost["start"]) == ("Yōko Kamikawa met “Kihara”", None, None)
    assert tagged.do("accept", "p.brief", review["passage"]) == []
    assert "Nothing is proposed" in tagged.refused("accept", "p.brief", lost["passage"])
    assert tagged.do("reject", "p.brief", lost["passage"][:8]) == []
    assert tagged.do("accept", "p.brief", lost["passage"], "--span", "0:8") == []
    assert tagged.rows("review") == []
    assert {row["quote"] for row in tagged.rows("tags")} == {
        "Kamikawa",
        "The dam held",
        "the dam was very old",
    }


def test_tags_that_wait_for_review_or_are_lost_are_marked_in_their_list(tagged: Terminal) -> None:
    assert not any(line.endswith(")") for line in tagged.do("tags", "p.brief"))
    tagged.answer(
        "reread", "p.brief", "S1", newer("Kamikawa was there. The dam held, and the dam was very old.")
    )
    ends = {line.split("  ", 3)[3] for line in tagged.do("tags", "p.brief")}
    assert ends == {
        "Yōko Kamikawa met “Kihara”  (lost: its place is that in the former copy)",
        "The dam held",
        "the dam was old  (waits for review: its place is that in the former copy)",
    }


def test_what_rests_on_changed_words_is_named_until_it_was_looked_at(tagged: Terminal) -> None:
    old = next(row for row in tagged.rows("tags") if row["quote"] == "the dam was old")
    passage = str(old["passage"])
    tagged.do("write", "p.brief", "threats", "The dam is old.", "--kind", "fact", "--cite", passage)
    said = "The statement “The dam is old.” in Threats rests on words that have changed."
    later = FIRST.replace("the dam was old", "the dam was very old")
    before = "The statement “The dam is old.” in Threats rests on words that are not surely there any more."
    assert before in tagged.answer("reread", "p.brief", "S1", newer(later)).err.splitlines()
    assert tagged.answer("accept", "p.brief", passage).err.splitlines() == [said]
    assert [row["was"] for row in tagged.rows("review")] == ["the dam was old"]
    assert "changed-words" in {row["rule"] for row in tagged.answer("check", "p.brief", "--json").rows}
    assert tagged.answer("accept", "p.brief", passage).err == ""
    assert tagged.rows("review") == []
    assert tagged.refused("accept", "p.brief", passage) == (
        "This passage stands in its source as it did; there is nothing to decide."
    )


def test_the_same_file_and_what_does_not_wait_are_refused(tagged: Terminal) -> None:
    assert "is the file that S1 was read from" in tagged.refused("reread", "p.brief", "S1", "first.txt")
    passage = tagged.rows("tags")[0]["passage"]
    assert "nothing to decide" in tagged.refused("reject", "p.brief", passage)
    assert "START:END" in tagged.misused("accept", "p.brief", passage, "--span", "x")


def test_a_newer_copy_in_an_odd_encoding_is_told(tagged: Terminal) -> None:
    Path("old.txt").write_bytes("The minister said “no”, and left.".encode("cp1252"))
    assert (
        "“old.txt” was read as windows-1252, which is a guess"
        in tagged.answer("reread", "p.brief", "S1", "old.txt").err
    )


def test_a_corrected_text_keeps_the_file_that_it_came_in(tagged: Terminal) -> None:
    name = tagged.rows("sources")[0]["file_name"]
    lines = tagged.do("reread", "p.brief", "S1", newer("Note. " + FIRST), "--text-only")
    assert [line.split("  ")[1] for line in lines] == ["moved", "moved", "moved"]
    assert tagged.rows("sources")[0]["file_name"] == name


def test_all_of_a_web_page_is_taken_in_place_of_its_article(terminal: Terminal) -> None:
    days = "".join(f"<p>On day {day} the engineers looked and said it held.</p>" for day in range(9))
    page = f"<html><body><article>{days}</article><aside><p>A bridge was closed.</p></aside></body></html>"
    Path("dam.html").write_text(page, "utf-8")
    assert terminal.answer("add", "p.brief", "dam.html").err == (
        "S3: 1 paragraph beside the main text left out.\nS3: “reread --whole-page” takes all of the page.\n"
    )
    label = terminal.rows("sources")[-1]["label"]
    terminal.answer("reread", "p.brief", label, "--whole-page")
    terminal.do("tag", "p.brief", label, "threats", "--quote", "A bridge was closed.")
    said = terminal.refused("reread", "p.brief", "S1", "--whole-page")
    assert said == "S1 was not read from a web page; all that its file says is here."
    said = terminal.refused("reread", "p.brief", "S3", "--encoding", "UTF-8")
    assert said == "S3 was not read from plain text; it has no encoding to choose."


def test_a_newer_copy_is_a_file_or_the_whole_page(terminal: Terminal) -> None:
    utf_8 = ("--encoding", "UTF-8")
    for given in ((), ("x.txt", "--whole-page"), (*utf_8, "--whole-page"), (*utf_8, "--text-only")):
        said = terminal.misused("reread", "p.brief", "S1", *given)
        assert "Give FILE or --encoding, or only --whole-page." in said


def test_a_wrong_guess_is_put_right_and_taken_back(bare: Terminal) -> None:
    bare.do("new", "p.brief")
    words = "# The dam in Šiauliai\n\nThe dam in Šiauliai held, they said. It is old."
    Path("dam.md").write_bytes(words.encode("cp1257"))
    told, *_, way_on = bare.answer("add", "p.brief", "dam.md").err.splitlines()
    assert told == "S1: “dam.md” was read as windows-1252, which is a guess."
    assert way_on == "S1: “reread --encoding” reads it in another encoding."
    bare.do("tag", "p.brief", "S1", "threats", "--quote", "It is old")
    (tag,) = bare.do("tag", "p.brief", "S1", "threats", "--quote", "Ðiauliai held")
    cites = ("--cite", tag)
    bare.do("write", "p.brief", "threats", "Ðiauliai held", "--kind", "quotation", *cites)
    bare.do("write", "p.brief", "threats", "A town held.", "--kind", "fact", *cites)
    bare.do("describe", "p.brief", "S1", "--title", "The dam in Ðiauliai")
    again = ("reread", "p.brief", "S1", "--encoding", "windows-1257")
    found = bare.answer(*again)
    assert [line.split("  ", 1)[1] for line in found.lines] == ["moved  S1  Ðiauliai held → Šiauliai held"]
    assert found.err.splitlines() == [
        "The statement “A town held.” in Threats rests on words that have changed.",
        "1 of 2 passages of S1 must be looked at: “briefer review”.",
    ]
    assert [one["text"] for one in bare.rows("statements")] == ["Šiauliai held", "A town held."]
    assert [one["was"] for one in bare.rows("review")] == ["Ðiauliai held"]
    bare.do("accept", "p.brief", bare.rows("review")[0]["passage"])
    assert bare.rows("review") == []
    assert bare.rows("sources")[0]["title"] == "The dam in Šiauliai"
    assert bare.answer(*again).err == "S1 was read anew: its text is the one it has.\n"
    assert bare.answer("undo", "p.brief").err.startswith("Undone: Confirm")
    assert bare.answer("undo", "p.brief").err == "Undone: Read S1 in windows-1257\n"
    assert bare.rows("sources")[0]["title"] == "The dam in Ðiauliai"


def test_words_that_are_read_as_they_were_wait_for_nobody(bare: Terminal) -> None:
    bare.do("new", "p.brief")
    Path("dam.txt").write_bytes("Škoda held. It held.".encode("cp1257"))
    bare.answer("add", "p.brief", "dam.txt", "--encoding", "windows-1252")
    (tag,) = bare.do("tag", "p.brief", "S1", "threats", "--quote", "Ðkoda")
    bare.do("write", "p.brief", "threats", "A maker held.", "--kind", "fact", "--cite", tag)
    for encoding, waits in (("windows-1257", 1), ("windows-1252", 0)):
        bare.answer("reread", "p.brief", "S1", "--encoding", encoding)
        assert len(bare.rows("review")) == waits


def test_two_passages_never_come_to_stand_at_one_place(bare: Terminal) -> None:
    bare.do("new", "p.brief")
    data = "日米は協議した。ダムは持ちこたえた。".encode("cp932")
    Path("dam.txt").write_bytes(data)
    Path("less.txt").write_text(data.decode("koi8-r")[:16], "utf-8")
    bare.do("add", "p.brief", "dam.txt", "--encoding", "KOI8-R")
    bare.do("tag", "p.brief", "S1", "threats", "--span", "16:24")
    bare.answer("reread", "p.brief", "S1", "less.txt", "--text-only")
    bare.answer("reread", "p.brief", "S1", "--encoding", "Shift_JIS")
    bare.do("tag", "p.brief", "S1", "threats", "--quote", "ダムは持")
    bare.answer("reread", "p.brief", "S1", "--encoding", "KOI8-R")
    assert [(one["start"], one["state"]) for one in bare.rows("tags")] == [(16, "anchored"), (8, "review")]
    assert bare.answer("convert", "p.brief", "copy.brief.yaml").status == 0
    assert bare.rows("tags", "copy.brief.yaml") == bare.rows("tags")


def test_a_text_that_was_corrected_to_what_its_file_says_is_no_longer_called_changed(bare: Terminal) -> None:
    bare.do("new", "p.brief")
    text = "Škoda held. It held."
    Path("dam.txt").write_bytes(text.encode("cp1257"))
    Path("right.txt").write_text(text, "utf-8")
    bare.answer("add", "p.brief", "dam.txt", "--encoding", "windows-1252")
    bare.do("tag", "p.brief", "S1", "threats", "--quote", "It held")
    bare.answer("reread", "p.brief", "S1", "right.txt", "--text-only")
    assert "was changed after its file was read" in str(bare.answer("check", "p.brief"))
    bare.answer("reread", "p.brief", "S1", "--encoding", "windows-1257")
    assert "was changed after its file was read" not in str(bare.answer("check", "p.brief"))


def test_of_a_source_in_which_nothing_is_marked_no_passage_is_told(terminal: Terminal) -> None:
    found = terminal.answer("reread", "p.brief", "S1", "--encoding", "windows-1252")
    assert found.err.splitlines()[-1] == "S1 was read anew: nothing is marked in it."


def test_where_the_file_is_the_same_the_file_is_not_doubted(tagged: Terminal) -> None:
    said = tagged.answer("reread", "p.brief", "S1", newer("Tomatoes grow well."), "--text-only").err
    assert said.splitlines()[-2] == "Nothing marked in S1 is there any more; undo takes it back."


def test_a_newer_copy_is_read_in_the_encoding_that_is_named(tagged: Terminal) -> None:
    Path("newer.txt").write_bytes("Found in Šiauliai.".encode("cp1257"))
    Path("hand.txt").write_bytes("Found in Klaipėda.".encode("cp1257"))
    for file, how in (("newer.txt", ()), ("hand.txt", ("--text-only",))):
        tagged.answer("reread", "p.brief", "S1", file, "--encoding", "windows-1257", *how)
        assert tagged.answer("text", "p.brief", "S1").out.strip() == Path(file).read_bytes().decode("cp1257")


def test_another_document_is_doubted(tagged: Terminal) -> None:
    said = tagged.answer("reread", "p.brief", "S1", newer("Tomatoes grow well in a sunny place.")).err
    assert said.splitlines()[-2] == (
        "Nothing marked in S1 is there: is it the right file? Undo takes it back."
    )


@pytest.mark.parametrize(
    ("was", "now", "turned"),
    [
        ("Officials said that {}.", "Officials denied that {}.", True),
        ("Officials said that {}.", "Officials said  that {}.", False),
        ("Officials said that {}.", "Yesterday it rained. Officials said that {}.", False),
        ("Officials said that {}. It rained.", "Officials said that {}. It snowed.", False),
        ("“So {},” they said.", "“So {},” nobody said.", True),
        ("“So {}!” they said.", "“So {}!” nobody said.", True),
        ("So {}! They said it.", "So {}! Nobody said it.", False),
        ("So {}.[1] They said it.", "So {}.[1] Nobody said it.", False),
        ("So {}.¹ They said it.", "So {}.¹ Nobody said it.", False),
        ("「{}。」没有人死亡。", "「{}。」很多人死亡。", False),
        ("没有人死亡。有人说{}。", "没有人死亡。没有人说{}。", True),
        ("Then {}", "And then: {}", True),
        (f"{'On and on ' * 40}{{}}{' and on' * 60}.", f"{'On or on ' * 40}{{}}{' or on' * 60}.", False),
    ],
)
def test_a_sentence_that_says_something_else_about_a_passage_is_told(
    bare: Terminal, was: str, now: str, *, turned: bool
) -> None:
    quote = "the old dam held through the flood in May"
    bare.do("new", "p.brief")
    Path("a.txt").write_text(was.format(quote), "utf-8")
    bare.do("add", "p.brief", "a.txt")
    bare.do("tag", "p.brief", "S1", "threats", "--quote", quote)
    found = bare.answer("reread", "p.brief", "S1", newer(now.format(quote)))
    assert [row["state"] for row in bare.rows("tags")] in (["anchored"], ["moved"])
    told = f"Around “{quote}” the sentence says something else now: look at it again.\n"
    assert (told in found.err) == turned


def test_a_passage_that_ends_its_sentence_is_read_with_no_more_than_that(bare: Terminal) -> None:
    bare.do("new", "p.brief")
    quotes = (
        "(“the old dam held through the flood.”)",
        "大坝在洪水中守住了。",
        "the new dam fell in the flood.",
    )
    was = "He said {} Nobody died.\n\n他说{}没有人死亡。\n\n“So {}” Nobody died.".format(*quotes)
    Path("a.txt").write_text(was, "utf-8")
    bare.do("add", "p.brief", "a.txt")
    for quote in quotes:
        bare.do("tag", "p.brief", "S1", "threats", "--quote", quote)
    now = was.replace("Nobody died", "Many died").replace("没有人死亡", "很多人死亡")
    assert "the sentence says something else" not in bare.answer("reread", "p.brief", "S1", newer(now)).err
    other = was.replace("He said", "He denied").replace("So", "Not so")
    assert bare.answer("reread", "p.brief", "S1", newer(other)).err.splitlines()[0] == (
        "Around “(“the old dam held through the flood.”)” and 1 more passage the sentence says something"
        " else now: look at it again."
    )


def test_nothing_to_list_is_said(tagged: Terminal) -> None:
    said = tagged.answer("reread", "p.brief", "S1", newer(FIRST + " And more."), "--text-only")
    assert (said.out, said.err) == ("", "S1 was read anew: every passage stands where it stood.\n")
    again = tagged.answer("reread", "p.brief", "S1", "newer.txt", "--text-only")
    assert again.err == "S1 was read anew: its text is the one it has.\n"
