"""Sources added, listed, described and removed from the command line."""

from __future__ import annotations

from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path

import pytest

from briefer.reading.kinds import OFFERED
from tests.cli.conftest import FIRST, SECOND
from tests.cli.terminal import Terminal


def test_each_added_file_prints_its_id(bare: Terminal) -> None:
    bare.do("new", "p.brief")
    Path("first.txt").write_text(FIRST, "utf-8")
    Path("second.txt").write_text(SECOND, "utf-8")
    ids = bare.do(
        "add", "p.brief", "first.txt", "second.txt", "--publisher", "Kyodo", "--source-kind", "agency"
    )
    rows = bare.rows("sources")
    assert ids == [row["id"] for row in rows]
    assert rows[0] == {
        "id": ids[0],
        "label": "S1",
        "title": None,
        "author": None,
        "publisher": "Kyodo",
        "published": None,
        "accessed": None,
        "url": None,
        "kind": "agency",
        "language": None,
        "length": len(FIRST),
        "sha256": sha256(FIRST.encode()).hexdigest(),
        "file_name": "first.txt",
    }


def test_a_source_that_nothing_is_known_of_has_nulls_and_a_dash(terminal: Terminal) -> None:
    row = terminal.rows("sources")[1]
    assert row["kind"] == "other"
    assert [name for name, value in row.items() if value is None] == [
        "title", "author", "publisher", "published", "accessed", "url", "language",
    ]  # fmt: skip
    assert terminal.do("sources", "p.brief")[1] == "S2  – · – · –  [second.txt]"


def test_what_is_likely_is_told_and_left_to_the_user(terminal: Terminal) -> None:
    Path("a.md").write_text("---\ndate: 2024-05-01\n---\n# The dam\n", "utf-8")
    said = "S3: suggested title “The dam” (its first heading); “briefer describe” sets what is right."
    assert terminal.answer("add", "p.brief", "a.md").err == f"{said}\n"
    row = terminal.rows("sources")[2]
    assert (row["title"], row["published"]) == (None, "2024-05-01")
    Path("b.md").write_text("---\ndate: 2024-05-02\n---\n# The dam\n", "utf-8")
    said = terminal.answer("reread", "p.brief", "S3", "b.md").err
    assert "published “2024-05-02” (date in its front matter)" in said


def test_a_guess_and_dropped_characters_are_told_beside_the_id(terminal: Terminal) -> None:
    Path("old\nname.txt").write_bytes("The minister said “no”,\x07 and left.".encode("cp1252"))
    found = terminal.answer("add", "p.brief", "old\nname.txt")
    assert found.status == 0
    assert len(found.lines) == 1
    assert found.err.splitlines() == [
        "S3: “old name.txt” was read as windows-1252, which is a guess.",
        "S3: 1 control character left out of the text.",
        "S3: “reread --encoding” reads it in another encoding.",
    ]


def test_plain_texts_are_read_in_the_encoding_that_is_named(terminal: Terminal) -> None:
    Path("dam.txt").write_bytes("The dam in Šiauliai held.".encode("cp1257"))
    message = EmailMessage()
    message["Subject"] = "The dam in Klaipėda"
    message.set_content("The dam in Klaipėda held.")
    message.add_attachment("Gates in Vėžaičiai.".encode("cp1257"), "text", "plain", filename="gate.txt")
    Path("dam.eml").write_bytes(message.as_bytes())
    encoding = ("--encoding", "windows-1257")
    found = terminal.answer("add", "p.brief", "dam.txt", "dam.eml", "--attachments", *encoding)
    assert len(found.lines) == 3
    for label, quote in (("S3", "in Šiauliai"), ("S4", "in Klaipėda"), ("S5", "in Vėžaičiai")):
        terminal.do("tag", "p.brief", label, "threats", "--quote", quote)
    said = terminal.refused("add", "p.brief", "dam.txt", "--encoding", "klingon")
    assert said.startswith("“dam.txt” cannot be read in “klingon”, which is no known encoding")


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("empty.txt", b"", "“empty.txt” holds no text; choose another file."),
        (
            "a.bin",
            b"x",
            f"“a.bin” is of a kind that is not read yet; save it as {OFFERED} first.",
        ),
        ("a.txt", bytes(99), "“a.txt” is not text; save it as text first."),
        ("twin.txt", SECOND.encode(), "“twin.txt” is already there as S2."),
    ],
)
def test_when_one_file_cannot_be_added_the_others_are_and_it_is_said(
    terminal: Terminal, name: str, data: bytes, sentence: str
) -> None:
    Path("good.txt").write_bytes(b"Good words.")
    Path(name).write_bytes(data)
    found = terminal.answer("add", "p.brief", name, "good.txt")
    assert (found.status, found.err.splitlines()) == (3, [sentence])
    assert found.lines == [terminal.rows("sources")[2]["id"]]


def test_the_same_file_twice_on_one_line_is_added_once(terminal: Terminal) -> None:
    Path("good.txt").write_bytes(b"Good words.")
    found = terminal.answer("add", "p.brief", "good.txt", "good.txt")
    assert (found.status, len(found.lines)) == (3, 1)
    assert found.err == "“good.txt” is the same file as “good.txt”, which was added.\n"


def test_a_text_that_says_nearly_the_same_as_another_is_added_and_said(terminal: Terminal) -> None:
    words = " ".join(f"On day {number} the dam in Tokyo held." for number in range(40))
    Path("one.txt").write_text(words)
    Path("two.txt").write_text(words.replace("day 7 the dam", "day 7 this dam"))
    found = terminal.answer("add", "p.brief", "one.txt", "two.txt")
    assert (found.status, len(found.lines)) == (0, 2)
    assert "S3" in found.err
    assert "S4" in found.err


def test_a_missing_file_or_a_folder_is_refused(terminal: Terminal) -> None:
    sentence = terminal.refused("add", "p.brief", "no.txt")
    assert sentence == "“no.txt” cannot be read (No such file or directory); check the name and your rights."
    assert "is a folder; take the files that are in it." in terminal.refused("add", "p.brief", ".")


def test_adding_nothing_or_a_kind_that_is_none_is_wrong_usage(terminal: Terminal) -> None:
    assert "Missing argument 'FILE...'" in terminal.misused("add", "p.brief")
    assert "'rumour' is not one of 'official'" in terminal.misused(
        "add", "p.brief", "first.txt", "--source-kind", "rumour"
    )


def test_every_field_of_a_reference_can_be_described(terminal: Terminal) -> None:
    terminal.do(
        "describe", "p.brief", "S1", "--title", "The dam", "--author", "Ada", "--publisher", "Kyodo",
        "--published", "2024-07-28", "--accessed", "2024-07-29", "--url", "https://example.org/",
        "--kind", "newspaper", "--language", "en", "--relayed-from", "AP", "--derived-from", "S2",
        "--descriptor", "A daily.", "--reliability", "B", "--credibility", "2",
    )  # fmt: skip
    row = terminal.rows("sources")[0]
    assert (row["title"], row["published"], row["kind"], row["language"]) == (
        "The dam",
        "2024-07-28",
        "newspaper",
        "en",
    )
    assert terminal.do("sources", "p.brief")[0] == "S1  The dam · Kyodo · 2024-07-28  [first.txt]"
    terminal.do("describe", "p.brief", "first.txt", "--source-kind", "blog", "--title", "")
    row = terminal.rows("sources")[0]
    assert (row["title"], row["kind"]) == (None, "blog")


def test_a_wrong_value_is_refused_and_no_value_is_wrong_usage(terminal: Terminal) -> None:
    sentence = terminal.refused("describe", "p.brief", "S1", "--published", "Sunday", "--title", "x")
    assert sentence.startswith("“Sunday” is no valid date; give a date such as 2024-07-28")
    assert terminal.rows("sources")[0]["title"] is None
    assert "Say what to set" in terminal.misused("describe", "p.brief", "S1")
    assert "'rumour' is not one of" in terminal.misused("describe", "p.brief", "S1", "--kind", "rumour")


def test_two_sources_with_one_file_name_are_told_apart_by_label(terminal: Terminal) -> None:
    Path("other").mkdir()
    Path("other/first.txt").write_bytes(b"Other words.")
    terminal.do("add", "p.brief", "other/first.txt")
    sentence = terminal.refused("describe", "p.brief", "first.txt", "--title", "x")
    assert sentence == "Which source? In this project 2 of them go by “first.txt”; give the id of one."
    assert "Which one?" in terminal.refused("remove", "p.brief", "first.txt")
    terminal.do("describe", "p.brief", "S3", "--title", "x")


def test_a_source_is_not_removed_while_it_is_cited(terminal: Terminal) -> None:
    (tag,) = terminal.do("tag", "p.brief", "S2", "threats", "--quote", "dam")
    (said,) = terminal.do("write", "p.brief", "threats", "It fell.", "--kind", "fact", "--cite", tag)
    assert "S2 is cited by 1 statement;" in terminal.refused("remove", "p.brief", "S2")
    terminal.do("remove", "p.brief", said)
    terminal.do("remove", "p.brief", "S2")
    assert [row["label"] for row in terminal.rows("sources")] == ["S1"]
    assert terminal.rows("tags") == []
    terminal.do("add", "p.brief", "second.txt")
    assert [row["label"] for row in terminal.rows("sources")] == ["S1", "S3"]


def test_of_a_page_all_can_be_read_and_of_a_mail_what_is_attached(bare: Terminal) -> None:
    bare.do("new", "p.brief")
    body = "".join(f"<p>The minister said that item {n} of it was agreed by both.</p>" for n in range(9))
    page = f"<html><body><nav><a href='/'>Home</a></nav><article><h1>Talks</h1>{body}</article></body></html>"
    Path("page.html").write_text(page, "utf-8")
    message = EmailMessage()
    message["From"], message["Subject"] = "Ada <ada@example.org>", "The dam"
    message.set_content("It held, said the mayor.")
    message.add_attachment("The annex names the crew.", filename="annex.txt")
    Path("mail.eml").write_bytes(message.as_bytes())
    bare.answer("add", "p.brief", "page.html", "--whole-page")
    bare.answer("add", "p.brief", "mail.eml", "gone.eml", "--attachments")
    assert [row["file_name"] for row in bare.rows("sources")] == ["page.html", "mail.eml", "annex.txt"]
    bare.do("tag", "p.brief", "S1", "threats", "--quote", "Home")
    bare.do("tag", "p.brief", "S3", "threats", "--quote", "The annex names the crew")


def test_what_is_attached_to_a_mail_that_is_there_already_is_added_without_a_refusal(bare: Terminal) -> None:
    bare.do("new", "p.brief")
    message = EmailMessage()
    message["From"], message["Subject"] = "Ada <ada@example.org>", "The dam"
    message.set_content("It held, said the mayor.")
    message.add_attachment("The annex names the crew.", filename="annex.txt")
    Path("mail.eml").write_bytes(message.as_bytes())
    assert "“add --attachments” adds those files too" in bare.answer("add", "p.brief", "mail.eml").err
    found = bare.answer("add", "p.brief", "mail.eml", "--attachments")
    assert (found.status, found.err) == (
        0,
        "“mail.eml” is already there as S1.\n“mail.eml” came with 1 file; it was added.\n",
    )
    assert found.lines == [bare.rows("sources")[1]["id"]]
    again = bare.answer("add", "p.brief", "mail.eml", "--attachments")
    assert (again.status, again.err.splitlines()[1]) == (3, "“annex.txt” is already there as S2.")
    assert again.err.splitlines()[2] == "“mail.eml” came with 1 file; it was not added."


def test_what_is_attached_to_messages_in_a_mail_is_added_and_counted(bare: Terminal) -> None:
    bare.do("new", "p.brief")
    inner, outer = EmailMessage(), EmailMessage()
    inner["Subject"], outer["Subject"] = "Inner", "Outer"
    inner.set_content("The gate broke, said the crew.")
    inner.add_attachment("The annex names the crew.", filename="annex.txt")
    inner.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="dam.png")
    outer.set_content("It held, said the mayor.")
    outer.add_attachment(inner)
    Path("mail.eml").write_bytes(outer.as_bytes())
    assert "S1: 3 attached files were not read with it." in bare.answer("add", "p.brief", "mail.eml").err
    bare.answer("undo", "p.brief")
    found = bare.answer("add", "p.brief", "mail.eml", "--attachments")
    assert [row["file_name"] for row in bare.rows("sources")] == ["mail.eml", "Inner.eml", "annex.txt"]
    assert "not read with it" not in found.err
    assert found.err.splitlines()[-2].startswith("“dam.png” is a picture")
    assert found.err.splitlines()[-1] == "“mail.eml” came with 3 files; 2 of them were added."
    inner["From"], twin = "Ada <ada@example.org>", inner.as_bytes()
    Path("forwarded.eml").write_bytes(twin)
    assert bare.answer("add", "p.brief", "forwarded.eml", "--attachments").err.splitlines()[-1] == (
        "“forwarded.eml” came with 2 files; none of them was added."
    )
    again = bare.answer("add", "p.brief", "mail.eml", "--attachments")
    assert again.err.splitlines()[-1] == "“mail.eml” came with 3 files; none of them was added."


def test_the_text_of_a_source_is_printed_as_it_is_kept(terminal: Terminal) -> None:
    assert terminal.answer("text", "p.brief", "S1").out == FIRST
    Path("newer.txt").write_text("It fell.\n\n", "utf-8")
    terminal.do("reread", "p.brief", "S1", "newer.txt")
    assert terminal.answer("text", "p.brief", "S1").out == "It fell.\n\n"
    assert terminal.answer("text", "p.brief", "S1", "--version", 1).out == FIRST
    [row] = terminal.answer("text", "p.brief", "S1", "--json").rows
    assert row == {
        "source": "S1",
        "version": 2,
        "sha256": sha256(b"It fell.\n\n").hexdigest(),
        "text": "It fell.\n\n",
    }
    assert terminal.refused("text", "p.brief", "S1", "--version", 3) == (
        "S1 has no version 3; the last is 2, which it says now."
    )
