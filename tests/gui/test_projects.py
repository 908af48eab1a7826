"""Projects opened over one another, and copied."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefer.gui.window import MainWindow
from briefer.tasks.opening import convert, open_project
from tests.gui.windows import a_dam, a_project, a_window, begin, room, section, session_of


def write_half(window: MainWindow, words: str) -> None:
    """Begin a statement and stop in the middle of it."""
    room(window).drafting.write(section(window, "people"))
    room(window).space.editor.words.setPlainText(words)


def titles(path: Path) -> list[str]:
    """Return the texts of a project's statements on people, as they are on disk."""
    session = open_project(path, "Grace", read_only=True)
    found = [
        one.text
        for one in session.project.statements()
        if one.section == session.project.find_section("people").id
    ]
    session.close()
    return found


def leave(window: MainWindow, command: str) -> None:
    if command == "new":
        begin(window)
    else:
        window.commands[command].trigger()


@pytest.mark.parametrize("command", ["new", "open", "close", "bare-copy"])
def test_what_is_being_written_is_kept_before_the_project_is_left(
    qtbot: QtBot, tmp_path: Path, command: str
) -> None:
    path = a_project(tmp_path)
    other = tmp_path / "new.brief" if command != "open" else a_project(tmp_path, "other.brief")
    window = a_window(qtbot, tmp_path, None, other)
    window.projects.open(path)
    write_half(window, "The crew worked")
    leave(window, command)
    assert titles(path) == ["The crew worked"]


@pytest.mark.parametrize("command", ["new", "open", "close", "copy"])
def test_words_that_cannot_be_kept_keep_the_project_open(qtbot: QtBot, tmp_path: Path, command: str) -> None:
    path = a_project(tmp_path)
    other = tmp_path / "new.brief" if command != "open" else a_project(tmp_path, "other.brief")
    window = a_window(qtbot, tmp_path, None, other)
    window.projects.open(path)
    write_half(window, "x" * 100_001)
    leave(window, command)
    assert session_of(window).path == path
    assert room(window).space.editor.isVisible()
    assert "cut it below" in window.notice.words
    assert command == "open" or not other.exists()
    room(window).space.editor.close_editor()


def test_a_project_that_cannot_be_begun_leaves_the_open_one_unsigned(qtbot: QtBot, tmp_path: Path) -> None:
    path, folder = a_project(tmp_path), tmp_path / "folder.brief"
    folder.mkdir()
    window = a_window(qtbot, tmp_path, None, folder)
    window.settings.keep("author", "Ada")
    window.projects.open(path)
    dialog = begin(window)
    assert dialog.refusal.startswith("“folder.brief” exists already")
    assert session_of(window).project.details().author == ""
    dialog.reject()


def test_a_link_to_what_is_open_opens_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    path, link = a_project(tmp_path), tmp_path / "link.brief"
    link.symlink_to(path)
    window = a_window(qtbot, tmp_path)
    window.projects.open(path)
    before = session_of(window)
    window.projects.open(link)
    assert session_of(window) is before
    assert window.notice.words == ""


@pytest.mark.parametrize(("command", "logged"), [("copy", 1), ("bare-copy", 0)])
def test_a_copy_can_leave_out_what_was_done(qtbot: QtBot, tmp_path: Path, command: str, logged: int) -> None:
    path, copy = a_project(tmp_path), tmp_path / "copy.brief"
    window = a_window(qtbot, tmp_path, None, copy)
    window.projects.open(path)
    room(window).drafting.sort(section(window, "state"))
    window.commands[command].trigger()
    assert window.status.told.endswith("saved as copy.brief")
    again = open_project(copy, "Ada")
    assert len(again.log()) == logged
    assert list(again.project.records()) == list(session_of(window).project.records())
    again.close()


def test_a_copy_never_takes_the_place_of_the_open_project(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    window = a_window(qtbot, tmp_path, None, path)
    window.projects.open(path)
    before = path.stat().st_ino
    window.commands["copy"].trigger()
    assert "another name" in window.notice.words
    assert path.stat().st_ino == before


@pytest.mark.parametrize(("command", "ending"), [("copy", ".brief"), ("yaml", ".brief.yaml")])
def test_a_name_that_was_given_its_ending_replaces_nothing(
    qtbot: QtBot, tmp_path: Path, command: str, ending: str
) -> None:
    there = tmp_path / f"dam{ending}"
    there.write_text("Mine")
    window = a_window(qtbot, tmp_path, a_dam(), tmp_path / "dam", tmp_path / "weir")
    window.commands[command].trigger()
    assert "exists already" in window.notice.words
    assert there.read_text() == "Mine"
    window.commands[command].trigger()
    assert (tmp_path / f"weir{ending}").is_file()


def test_work_on_a_yaml_project_goes_on_after_it_was_written_back(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "dam.brief.yaml"
    convert(a_project(tmp_path), path)
    window = a_window(qtbot, tmp_path, None, path)
    window.projects.open(path)
    room(window).drafting.sort(section(window, "state"))
    window.commands["yaml"].trigger()
    window.projects.close()
    window.projects.open(path)
    assert session_of(window).undo_label.startswith("Sort")
    assert window.notice.words == ""


def test_a_yaml_project_that_changed_meanwhile_tells_where_the_earlier_work_is(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "dam.brief.yaml"
    convert(a_project(tmp_path), path)
    window = a_window(qtbot, tmp_path)
    window.projects.open(path)
    window.projects.close()
    path.write_text(path.read_text("utf-8").replace('title: "', 'title: "Newer: ', 1), "utf-8")
    window.projects.open(path)
    assert session_of(window).project.details().title.startswith("Newer: ")
    assert "your earlier work is kept as" in window.notice.words


def test_a_file_that_was_moved_away_is_missed(qtbot: QtBot, tmp_path: Path) -> None:
    path, elsewhere = a_project(tmp_path), tmp_path / "copy.brief"
    window = a_window(qtbot, tmp_path, None, elsewhere)
    window.projects.open(path)
    room(window).drafting.sort(section(window, "state"))
    assert window.status.counted.endswith("all changes on disk")
    path.rename(tmp_path / "moved.brief")
    window.commands["undo"].trigger()
    assert window.notice.words.startswith("“dam.brief” is no longer where it was (moved, renamed or deleted)")
    assert window.status.counted.endswith("nothing more is saved")
    window.commands["copy"].trigger()
    assert elsewhere.is_file()


@pytest.mark.parametrize("command", ["open", "close"])
def test_what_was_done_in_one_project_is_not_said_in_the_next(
    qtbot: QtBot, tmp_path: Path, command: str
) -> None:
    window = a_window(qtbot, tmp_path, None, a_project(tmp_path, "other.brief"))
    window.projects.open(a_project(tmp_path))
    room(window).drafting.sort(section(window, "state"))
    assert window.status.told
    window.commands[command].trigger()
    assert window.status.told == ""


@pytest.mark.parametrize("name", ["gone.brief", "gone.brief.yaml"])
def test_a_project_that_is_gone_is_looked_for_in_the_window(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    window = a_window(qtbot, tmp_path)
    window.projects.open(tmp_path / name)
    assert window.notice.words.startswith("There is no file")
    assert "look for it by Open" in window.notice.words
