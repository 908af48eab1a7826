"""Findings listed, briefs exported and verified, projects converted."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from briefer.tasks.presets import own_folder
from tests.cli.terminal import Terminal

OUTPUTS = pytest.mark.parametrize("out", ["out.docx", "out.pdf"])


@pytest.fixture
def sound(terminal: Terminal) -> Terminal:
    """A project without errors: a tag, and a statement that cites it."""
    (tag,) = terminal.do("tag", "p.brief", "S1", "threats", "--quote", "The dam held")
    terminal.do("write", "p.brief", "threats", "It “held”.", "--kind", "fact", "--cite", tag)
    return terminal


@pytest.fixture
def faulty(sound: Terminal) -> Terminal:
    """A project with one error: a fact that cites nothing."""
    sound.do("write", "p.brief", "threats", "Nobody said so.", "--kind", "fact")
    return sound


def test_warnings_are_listed_and_leave_the_status_at_zero(sound: Terminal) -> None:
    rows = sound.rows("check")
    assert {row["level"] for row in rows} == {"warning"}
    assert all(set(row) == {"rule", "level", "message", "where"} for row in rows)
    assert {"one-source", "not-recorded", "empty-section"} <= {row["rule"] for row in rows}
    assert len(sound.do("check", "p.brief")) == len(rows)


def test_an_error_makes_the_status_one(faulty: Terminal) -> None:
    found = faulty.answer("check", "p.brief", "--json")
    assert (found.status, found.err) == (1, "")
    row = found.rows[0]
    (said,) = (one["id"] for one in faulty.rows("statements") if one["text"] == "Nobody said so.")
    assert (row["rule"], row["level"], row["where"]) == ("uncited", "error", said)
    found = faulty.answer("check", "p.brief")
    assert found.status == 1
    assert found.lines[0] == f"error: {row['message']}  [Threats, {said[:8]}]"


def test_where_a_finding_is_is_said_in_words(sound: Terminal) -> None:
    (tag, other) = (
        sound.do("tag", "p.brief", "S1", "attendees", "--quote", quote)[0] for quote in ("“Kihara”", "Tokyo")
    )
    sound.do("write", "p.brief", "bluf", "All is well.", "--kind", "fact")
    sound.do("rule", "p.brief", "Who was there?", "--passage", tag, "--passage", other)
    (passage,) = (row["passage"] for row in sound.rows("tags") if row["id"] == tag)
    sound.do("untag", "p.brief", tag)
    rows, lines = sound.answer("check", "p.brief", "--json").rows, sound.answer("check", "p.brief").lines
    said = {row["rule"]: line.rpartition("[")[2].rstrip("]") for row, line in zip(rows, lines, strict=True)}
    wheres = {row["rule"]: row["where"] for row in rows}
    assert said["uncited"] == f"Bottom line, {wheres['uncited'][:8]}"
    assert said["unfiled"] == f"S1, {passage[:8]}"
    assert said["unresolved"] == f"Differences, {wheres['unresolved'][:8]}"
    assert said["not-recorded"] == "S2"
    assert not re.search("[0-9a-f]{9}", "".join(lines))


@OUTPUTS
def test_an_export_prints_nothing_and_is_verified(sound: Terminal, out: str) -> None:
    assert sound.do("export", "p.brief", out) == []
    assert sound.do("verify", out) == ["consistent with its own evidence"]
    assert sound.do("verify", out, "--project", "p.brief") == [
        "matches the sources in quotations, places and context"
    ]
    assert sound.do("verify", out, "--json") == ["[]"]


def test_how_much_of_its_pages_a_brief_fills_is_said_beside_the_answer(sound: Terminal) -> None:
    found = sound.answer("export", "p.brief", "out.pdf", "--preset", "in-focus")
    assert (found.status, found.out) == (0, "")
    assert re.fullmatch(r"0\.[3-9] of 2 pages\n", found.err)


@OUTPUTS
def test_an_export_replaces_an_old_file(sound: Terminal, out: str) -> None:
    Path(out).write_bytes(b"old")
    sound.do("export", "p.brief", out, "--style", "chicago")
    assert sound.do("verify", out) == ["consistent with its own evidence"]


@OUTPUTS
def test_errors_block_an_export_and_are_listed(faulty: Terminal, out: str) -> None:
    Path(out).write_bytes(b"old")
    found = faulty.answer("export", "p.brief", out)
    assert found.status == 1
    (line,) = found.lines
    assert line.startswith("error: The statement “Nobody said so.” is a fact without a citation")
    assert found.err.startswith("The export is blocked by 1 error: mend it, or export a draft.")
    assert Path(out).read_bytes() == b"old"


@OUTPUTS
def test_a_draft_is_exported_in_spite_of_errors(faulty: Terminal, out: str) -> None:
    faulty.do("export", "p.brief", out, "--draft")
    told, verdict = faulty.do("verify", out, "--project", "p.brief")
    assert told.startswith("information: The brief is a draft: it may quote what no source says")
    assert verdict == "matches the sources in quotations, places and context"


@pytest.mark.parametrize(
    "arguments",
    [
        ("out.txt",),
        ("out",),
        ("out.brief",),
        ("out.docx", "--style", "mla"),
        ("out.docx", "--paper", "A5"),
        ("out.docx", "--with-sources"),
        ("out.pdf", "--with-sources", "--without-evidence"),
        (),
    ],
)
def test_what_cannot_be_written_yet_is_wrong_usage(sound: Terminal, arguments: tuple[str, ...]) -> None:
    before = sorted(Path().iterdir())
    assert "Usage: briefer export" in sound.misused("export", "p.brief", *arguments)
    assert sorted(Path().iterdir()) == before


@OUTPUTS
@pytest.mark.parametrize("preset", ["brief", "in-focus", "read-ahead", "Submission"])
def test_a_brief_of_every_preset_and_paper_is_verified(sound: Terminal, out: str, preset: str) -> None:
    for paper in ("A4", "Letter"):
        assert sound.answer("export", "p.brief", out, "--preset", preset, "--paper", paper).status == 0
        assert sound.do("verify", out, "--project", "p.brief") == [
            "matches the sources in quotations, places and context"
        ]


@OUTPUTS
def test_a_brief_in_apa_form_is_verified(sound: Terminal, out: str) -> None:
    sound.do("export", "p.brief", out, "--style", "apa")
    assert sound.do("verify", out, "--project", "p.brief") == [
        "matches the sources in quotations, places and context"
    ]


def test_a_pdf_with_the_files_of_its_sources_is_verified(sound: Terminal) -> None:
    sound.do("export", "p.brief", "out.pdf", "--with-sources")
    assert sound.do("verify", "out.pdf", "--project", "p.brief") == [
        "matches the sources in quotations, places and context"
    ]


@OUTPUTS
def test_a_brief_without_its_evidence_is_said_to_be_one(sound: Terminal, out: str) -> None:
    sound.do("export", "p.brief", out, "--without-evidence")
    assert sound.refused("verify", out) == (
        "This brief carries no evidence: it was exported without it, or another program left it out when it"
        " saved the file; verify the file as it was exported."
    )


def test_a_preset_of_the_user_is_taken_by_its_name_and_an_unknown_one_refused(sound: Terminal) -> None:
    assert sound.refused("export", "p.brief", "out.pdf", "--preset", "memo") == (
        "No preset is called “memo”; take one of brief, in-focus, read-ahead, submission."
    )
    own_folder().mkdir(parents=True)
    (own_folder() / "memo.yaml").write_text(
        "{briefer_preset: 1, title: Memo, description: Short., paper: Letter, parts: [], evidence: left out}"
    )
    sound.do("export", "p.brief", "out.pdf", "--preset", "memo")
    assert "carries no evidence" in sound.refused("verify", "out.pdf")
    shutil.rmtree(own_folder())


@pytest.mark.parametrize(
    ("out", "reason"), [("no/out.pdf", "there is no such folder"), ("dir.docx", "Is a directory")]
)
def test_a_place_where_nothing_can_be_written_is_refused(sound: Terminal, out: str, reason: str) -> None:
    Path("dir.docx").mkdir()
    assert f"was not written ({reason})" in sound.refused("export", "p.brief", out)


def test_an_exported_brief_that_was_changed_is_found(sound: Terminal) -> None:
    sound.do("export", "p.brief", "out.docx")
    package = Path("out.docx").read_bytes()
    sound.do("set", "p.brief", "title", "The dam fell")
    assert sound.do("verify", "out.docx", "--project", "p.brief") == [
        "matches the sources in quotations, places and context"
    ]
    shutil.unpack_archive("out.docx", "out", "zip")
    document = Path("out/word/document.xml")
    document.write_text(document.read_text("utf-8").replace("The dam held", "The dam fell"), "utf-8")
    shutil.make_archive("altered", "zip", "out")
    Path("altered.zip").rename("altered.docx")
    found = sound.answer("verify", "altered.docx", "--json")
    assert found.status == 1
    assert found.rows
    told = {"rule", "level", "message", "where", "says", "should", "source"}
    assert all(set(row) == told for row in found.rows)
    assert sound.answer("verify", "altered.docx").status == 1
    compared = sound.answer("verify", "altered.docx", "--project", "p.brief")
    assert "  The source says “The dam held”." in compared.lines
    Path("torn.docx").write_bytes(package[:-300])
    sound.refused("verify", "torn.docx")


def test_a_web_page_and_a_text_are_exported_and_nothing_is_printed(sound: Terminal) -> None:
    for out in ("out.html", "out.md", "OUT.HTML"):
        assert sound.do("export", "p.brief", out, "--paper", "Letter") == []
        assert "The dam held" in Path(out).read_text("utf-8")
        sound.misused("verify", out)
    assert "evidence.json" in Path("out.html").read_text("utf-8")
    assert "its evidence is not in this file" in Path("out.md").read_text("utf-8")


def test_a_brief_is_not_taken_for_one_of_another_project(sound: Terminal) -> None:
    sound.do("export", "p.brief", "out.pdf")
    sound.do("new", "other.brief")
    found = sound.answer("verify", "out.pdf", "--project", "other.brief")
    assert found.status == 1
    assert "S1" in found.out


@pytest.mark.parametrize("name", ["no.docx", "torn.pdf", "loop.pdf", "dir.docx", "x" * 300 + ".pdf"])
def test_what_is_no_brief_is_refused(sound: Terminal, name: str) -> None:
    Path("loop.pdf").symlink_to("loop.pdf")
    Path("torn.pdf").write_bytes(b"%PDF-1.7")
    Path("dir.docx").mkdir()
    sound.refused("verify", name)


def test_verifying_with_a_project_that_is_none_is_refused(sound: Terminal) -> None:
    sound.do("export", "p.brief", "out.docx")
    assert "There is no file “no.brief”" in sound.refused("verify", "out.docx", "--project", "no.brief")


def test_a_project_is_converted_both_ways_and_nothing_is_replaced(sound: Terminal) -> None:
    sound.do("convert", "p.brief", "a.brief.yaml")
    sound.do("convert", "a.brief.yaml", "b.brief")
    sound.do("convert", "b.brief", "b.brief.yaml")
    assert Path("a.brief.yaml").read_bytes() == Path("b.brief.yaml").read_bytes()
    assert sound.rows("tags", "b.brief") == sound.rows("tags")
    assert sound.rows("log", "b.brief") == []
    for target in ("b.brief", "a.brief.yaml"):
        assert "exists already" in sound.refused("convert", "p.brief", target)
    assert "ends in neither .brief nor .brief.yaml" in sound.refused("convert", "p.brief", "p.docx")
    sound.do("convert", "p.brief", "copy.brief")
    assert sound.rows("log", "copy.brief") == sound.rows("log")
    assert "Where both end alike, TO is a copy" in " ".join(sound.answer("convert", "--help").out.split())


@pytest.mark.parametrize("name", ["out.html", "out.md", "p.brief", "first.txt", "."])
def test_to_verify_what_has_no_evidence_is_wrong_usage_as_it_is_to_export_it(
    sound: Terminal, name: str
) -> None:
    if name.startswith("out"):
        sound.do("export", "p.brief", name)
    assert "BRIEF ends in .docx or .pdf, not “" in sound.misused("verify", name)
    assert "OUT ends in one of .docx, .pdf, .html, .md, not “.odt”" in sound.misused(
        "export", "p.brief", "a.odt"
    )


@OUTPUTS
def test_a_quotation_that_shows_its_edits_is_proved(sound: Terminal, out: str) -> None:
    (tag,) = sound.do("tag", "p.brief", "S1", "threats", "--quote", "The dam held, and the dam was old.")
    for words in ("The dam held […] was old.", "The dam [sic] held, and the dam was old."):
        sound.do("write", "p.brief", "threats", words, "--kind", "quotation", "--cite", tag)
    sound.answer("export", "p.brief", out)
    assert sound.do("verify", out, "--project", "p.brief") == [
        "matches the sources in quotations, places and context"
    ]


def test_what_a_pdf_cannot_show_is_information_and_no_finding(sound: Terminal) -> None:
    sound.do("write", "p.brief", "bluf", "They say \u05d0.", "--kind", "judgement")
    sound.do("export", "p.brief", "out.pdf")
    lines = sound.do("verify", "out.pdf")
    assert lines[0].startswith("information: The words at ")
    assert lines[-1] == "consistent with its own evidence"
    assert {row["level"] for row in sound.answer("verify", "out.pdf", "--json").rows} == {"information"}
