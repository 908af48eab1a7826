"""Projects made, opened and refused; every command on a project kept as YAML."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from briefer.tasks.opening import open_project
from tests.cli.conftest import begun
from tests.cli.terminal import Terminal
from tests.rights import without_privileges

TEMPLATE = """\
briefer_template: 1
title: "Mine"
sections:
  - key: "losses"
    digit: 7
    title: "Losses"
    colour: "#123456"
    guidance: ""
    cues: []
"""


def test_a_new_project_prints_nothing_and_has_no_history(bare: Terminal, form: str) -> None:
    assert bare.do("new", form, "--title", "The dam") == []
    assert (bare.rows("sources", form), bare.rows("log", form)) == ([], [])
    assert bare.refused("undo", form) == "There is nothing to undo."


def test_a_project_is_made_from_a_template_of_ones_own(bare: Terminal) -> None:
    Path("mine.yaml").write_text(TEMPLATE)
    bare.do("new", "p.brief", "--template", "mine.yaml")
    assert [(row["key"], row["digit"]) for row in bare.rows("sections")] == [("losses", 7)]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("p.brief",), "“p.brief” exists already; choose another name or remove it first."),
        (("no/n.brief",), "“n.brief” was not written (there is no such folder); choose another place"),
        (("n.brief", "--template", "none"), "No template is called “none”; take one of blank"),
        (("n.brief", "--template", "none.yaml"), "The template “none.yaml” cannot be read"),
        (("n.brief", "--template", "p.brief.yaml"), "“p.brief.yaml” is not a briefing template"),
        (("n.brief", "--title", "x" * 100_001), "That is 100,001 characters"),
        (("x" * 300 + ".brief",), "(File name too long)"),
        (("/",), "“/” exists already"),
        (("n.txt",), "“n.txt” ends in neither .brief nor .brief.yaml; name it so."),
    ],
)
def test_a_project_that_cannot_be_made_is_refused(
    terminal: Terminal, arguments: tuple[str, ...], sentence: str
) -> None:
    terminal.do("convert", "p.brief", "p.brief.yaml")
    before = sorted(Path().iterdir())
    assert sentence in terminal.refused("new", *arguments)
    assert sorted(Path().iterdir()) == before


READING = (
    ("sources",), ("sections",), ("tags",), ("statements",), ("log",), ("check",), ("export", "out.docx"),
    ("convert", "n.yaml"),
)  # fmt: skip
WRITING = (
    ("add", "first.txt"), ("describe", "S1", "--title", "x"), ("section", "more"), ("undo",), ("redo",),
    ("tag", "S1", "1", "--span", "0:4"), ("untag", "12345678"), ("write", "1", "x", "--kind", "fact"),
    ("move", "12345678"), ("remove", "S1"), ("set", "title", "x"),
)  # fmt: skip


@pytest.mark.parametrize("command", [*READING, *WRITING], ids=" ".join)
def test_every_command_refuses_what_is_no_project(terminal: Terminal, command: tuple[str, ...]) -> None:
    verb, *rest = command
    Path("torn.brief").write_bytes(b"SQLite format 3\0" + bytes(84))
    Path("torn.yaml").write_bytes(b"\xff{")
    Path("loop").symlink_to("loop")
    for project in ("no.brief", ".", "first.txt", "torn.brief", "torn.yaml", "loop", "", "x" * 5000):
        terminal.refused(verb, project, *rest)
    assert not Path("out.docx").exists()


@pytest.mark.parametrize("command", WRITING[:3], ids=" ".join)
def test_what_somebody_has_open_is_read_but_not_written(
    bare: Terminal, form: str, command: tuple[str, ...]
) -> None:
    begun(bare, form)
    verb, *rest = command
    with closing(open_project(Path(form), "Bob")):
        sentence = bare.refused(verb, form, *rest)
        assert len(bare.rows("sources", form)) == 2
    assert sentence.startswith("Bob (the command line on ")
    assert sentence.endswith(f") has “{form}” open; close it there, or work on a copy.")


def test_a_project_that_may_not_be_written_is_read(bare: Terminal, form: str) -> None:
    begun(bare, form)
    bare.folder.chmod(0o555)
    Path(form).chmod(0o444)
    with without_privileges():
        assert "copy" in bare.refused("set", form, "title", "x")
        assert len(bare.rows("sources", form)) == 2
        assert "“n.brief” was not written (Permission denied)" in bare.refused("new", "n.brief")
        assert "“out.pdf” was not written (Permission denied)" in bare.refused(
            "export", form, "out.pdf", "--draft"
        )
    bare.folder.chmod(0o755)


def test_a_project_kept_as_yaml_takes_every_command(bare: Terminal) -> None:
    form = "p.brief.yaml"
    begun(bare, form)
    (tag,) = bare.do("tag", form, "S2", "threats", "--quote", "fell", "--note", "when?")
    (said,) = bare.do("write", form, "threats", "It fell.", "--kind", "fact", "--cite", tag)
    bare.do("move", form, said, "--first")
    bare.do("describe", form, "S2", "--publisher", "Kyodo")
    bare.do("section", form, "people", "--title", "Who")
    bare.do("set", form, "office", "Desk")
    bare.do("remove", form, "S1")
    assert [row["label"] for row in bare.rows("sources", form)] == ["S2"]
    assert [row["quote"] for row in bare.rows("tags", form)] == ["fell"]
    assert [row["text"] for row in bare.rows("statements", form)] == ["It fell."]
    assert bare.rows("log", form) == []
    bare.do("export", form, "out.docx")
    assert bare.do("verify", "out.docx", "--project", form) == [
        "matches the sources in quotations, places and context"
    ]
    bare.do("untag", form, tag)
    assert 'office: "Desk"' in Path(form).read_text("utf-8")


def test_a_change_that_changes_nothing_leaves_the_yaml_alone(bare: Terminal) -> None:
    begun(bare, "p.brief.yaml")
    before = Path("p.brief.yaml").stat().st_ino
    bare.do("set", "p.brief.yaml", "title", "The dam")
    assert Path("p.brief.yaml").stat().st_ino == before


@pytest.mark.parametrize("name", ["Brief – 報告 \u202e1.brief", "a\nb.brief", "-p.brief", "p \udcff.brief"])
def test_a_project_of_any_name_is_worked_on(bare: Terminal, name: str) -> None:
    path = f"./{name}"
    begun(bare, path)
    assert len(bare.rows("sources", path)) == 2
    sentence = bare.refused("new", path)
    assert sentence.isprintable()
    bare.do("export", path, f"{path}.docx")
    assert bare.do("verify", f"{path}.docx", "--project", path) == [
        "matches the sources in quotations, places and context"
    ]


def test_a_project_of_an_older_format_is_brought_up_and_the_old_file_kept(bare: Terminal) -> None:
    shutil.copy(Path(__file__).parents[1] / "golden" / "format-1.brief", "p.brief")
    answer = bare.answer("set", "p.brief", "version", "2")
    kept = "“p.brief” was brought to the format of this briefer; “p.brief.bak” is as it was before.\n"
    assert (answer.status, answer.err) == (0, kept)
    assert bare.do("set", "p.brief", "version", "3") == []
    assert len(bare.rows("sources", "p.brief.bak")) == 5
