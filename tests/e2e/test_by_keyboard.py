"""The whole reference job by keyboard alone, from the start page to a verified brief and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.e2e.reference import KEYS, PASSAGES, TEXTS, expected, rows, sentence, tagged, verified
from tests.e2e.screen import until
from tests.e2e.user import User


def test_the_whole_job_is_done_undone_and_found_again(at_work: Callable[..., User], tmp_path: Path) -> None:
    project = tmp_path / "tokyo.brief"
    user = at_work()
    begin(user, project)
    tag_all(user, project)
    write_with_a_citation(user, project)
    title_it(user)
    for name in ("tokyo.docx", "tokyo.pdf"):
        export(user, tmp_path / name)
        assert verified(tmp_path / name, project)
    undo_all(user, project)
    user.press("ctrl+w")
    user.sees("push button", "Try the sample")
    open_by_name(user, project)
    done = rows("log", project)
    user.press(*["ctrl+shift+z"] * len(done))
    until(lambda: tagged(project) == expected(), "what was undone is done again after reopening")


def begin(user: User, project: Path) -> None:
    """Begin a project by its title, and add the five reports by the names of the files."""
    user.press("ctrl+n")
    user.has_keys_at("text", "Title")
    user.types(project.stem)
    user.press("Return")
    user.sees("list", "Outline of the brief")
    user.press("ctrl+shift+o")
    answer(user, " ".join(f'"{path}"' for path in TEXTS))
    until(lambda: len(rows("sources", project)) == len(TEXTS), "the five reports are in the project")
    user.sees("list item", "S5")


def answer(user: User, words: str) -> None:
    """Type a name into a dialog for files."""
    user.has_keys_at("text", "File name")
    user.press("ctrl+a")
    user.types(words)
    user.press("Return")
    user.sees_no_more("text", "File name")


def open_by_name(user: User, project: Path) -> None:
    user.press("ctrl+o")
    answer(user, str(project))
    user.sees("list", "Outline of the brief")


def tag_all(user: User, project: Path) -> None:
    """Find each sentence by its words; Escape leaves the caret in it, and the digit tags it."""
    for count, (label, words, key) in enumerate(PASSAGES, 1):
        show(user, label)
        user.press("ctrl+f")
        user.has_keys_at("text", "Find in")
        user.types(words)
        user.press("Return", "Escape")
        user.has_keys_at("text", f"{label}:")
        user.press(str(KEYS.index(key) + 1))
        holds_tags(project, count)
    assert tagged(project) == expected()


def holds_tags(project: Path, count: int) -> None:
    until(lambda: len(tagged(project)) == count, f"{count} passages are tagged")


def show(user: User, label: str) -> None:
    """Show a source by the palette."""
    user.press("ctrl+k")
    user.has_keys_at("text", "Search")
    user.types(f"{label} ")
    user.press("Return")
    user.sees("text", f"{label}:")


def write_with_a_citation(user: User, project: Path) -> None:
    """Write a statement in the section tagged last, citing by @ what was tagged."""
    user.press("ctrl+shift+n")
    user.has_keys_at("text", "Statement")
    user.types("The three countries signed a memorandum. @")
    user.has_keys_at("text", "Cite a passage")
    user.types("basis for future")
    user.press("Return")
    user.has_keys_at("text", "Statement")
    user.press("ctrl+Return")
    until(lambda: len(rows("statements", project)) == 1, "the statement is kept")
    (statement,) = rows("statements", project)
    (cited,) = statement["cites"].split()
    quotes = {row["quote"] for row in rows("tags", project) if row["passage"] == cited}
    assert quotes == {sentence("S4", "basis for future")}


def title_it(user: User) -> None:
    """Give the brief its title and its author."""
    user.press("ctrl+d")
    user.has_keys_at("text", "Title")
    user.press("ctrl+a")
    user.types("A memorandum for three")
    user.press("Return")
    user.sees("frame", "A memorandum for three")


def export(user: User, out: Path) -> None:
    """Name the file in the export dialog and press Enter until it is written."""
    user.press("ctrl+e")
    user.has_keys_at("radio button")
    while (user.eyes.focused() or user.sees("dialog")).name != "File to write":
        user.press("Tab")
    user.press("ctrl+a")
    user.types(str(out))
    user.can_use("push button", "Export")
    user.press("Return")
    until(out.exists, f"{out.name} is written")
    user.hears(f"Written: {out.name}")
    user.press("Escape")
    user.sees_no_more("dialog", "Export brief")


def undo_all(user: User, project: Path) -> None:
    """Press Ctrl+Z until nothing is left to undo."""
    user.press(*["ctrl+z"] * len(rows("log", project)))
    until(lambda: not rows("sources", project), "everything is undone")
