"""A colleague’s copy taken in from the File menu."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefer.actions import drafting, sources, tagging
from briefer.gui.dialogs.merge_dialog import MergeDialog
from briefer.gui.window import MainWindow
from briefer.session import open_file
from tests.actions.pairs import AT, a_file
from tests.gui.windows import Answers, a_project, a_window, press, session_of


def reword(path: Path, words: str) -> None:
    """Let a colleague reword the first statement of a copy and note something on its first passage."""
    session = open_file(path, "Bo", "Bo")
    statement = session.project.statements()[0]
    session.do(drafting.rewrite(session.project, statement, text=words))
    session.do(tagging.annotate(session.project, session.project.passages()[0], "Really?"))
    session.close()


def a_pair(qtbot: QtBot, tmp_path: Path, words: str) -> MainWindow:
    """Open the two reports; a copy of them, in which a colleague worked, is what the chooser answers."""
    path, copy = a_project(tmp_path), tmp_path / "copy.brief"
    copy.write_bytes(path.read_bytes())
    reword(copy, words)
    window = a_window(qtbot, tmp_path)
    window.projects.open(path)
    chooser = window.chooser
    assert isinstance(chooser, Answers)
    chooser.paths = [copy]
    return window


def first_words(window: MainWindow) -> str:
    return session_of(window).project.statements()[0].text


def shown(window: MainWindow) -> MergeDialog | None:
    return next((one for one in window.findChildren(MergeDialog) if one.isVisible()), None)


def test_what_a_colleague_did_is_taken_in_as_one_step(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_pair(qtbot, tmp_path, "It fell.")
    before = first_words(window)
    window.commands["merge"].trigger()
    qtbot.waitUntil(lambda: first_words(window) == "It fell.")
    assert session_of(window).project.passages()[0].note == "Really?"
    window.desk.undo()
    assert first_words(window) == before


def test_what_both_changed_is_shown_side_by_side_and_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_pair(qtbot, tmp_path, "It fell.")
    session = session_of(window)
    statement = session.project.statements()[0]
    window.desk.do(lambda project: drafting.rewrite(project, statement, text="It held."))
    window.commands["merge"].trigger()
    qtbot.waitUntil(lambda: shown(window) is not None)
    dialog = shown(window)
    assert dialog is not None
    row = [dialog.table.item(0, column) for column in range(3)]
    assert [cell.text() for cell in row if cell] == ["Statement · text", "It held.", "It fell."]
    press(dialog.table, Qt.Key.Key_Space)
    dialog.accept()
    qtbot.waitUntil(lambda: first_words(window) == "It fell.")
    assert session.undo_label == "Merge “copy.brief”"


def test_ours_stands_where_nothing_is_ticked_and_a_second_time_there_is_nothing(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = a_pair(qtbot, tmp_path, "It fell.")
    told: list[str] = []
    window.desk.told.connect(told.append)
    window.commands["merge"].trigger()
    qtbot.waitUntil(lambda: any("Merged" in words for words in told))
    chooser = window.chooser
    assert isinstance(chooser, Answers)
    chooser.paths = [tmp_path / "copy.brief"]
    window.commands["merge"].trigger()
    qtbot.waitUntil(lambda: told[-1].startswith("Nothing to take in"))


def test_another_project_is_refused_and_a_second_copy_waits(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_pair(qtbot, tmp_path, "It fell.")
    refused: list[str] = []
    window.desk.refused.connect(refused.append)
    path = session_of(window).path
    chooser = window.chooser
    assert isinstance(chooser, Answers)
    assert path is not None
    chooser.paths = [path]
    window.commands["merge"].trigger()
    window.commands["merge"].trigger()
    assert refused == ["A copy is being merged; wait for it, or cancel first."]
    qtbot.waitUntil(lambda: len(refused) > 1)
    assert "is the project itself" in refused[1]


def choose_again(window: MainWindow, tmp_path: Path) -> None:
    chooser = window.chooser
    assert isinstance(chooser, Answers)
    chooser.paths = [tmp_path / "copy.brief"]
    window.commands["merge"].trigger()


def a_clash(qtbot: QtBot, tmp_path: Path) -> tuple[MainWindow, MergeDialog]:
    """Open a project whose first statement both reworded, and ask for the copy to be merged."""
    window = a_pair(qtbot, tmp_path, "It fell.")
    statement = session_of(window).project.statements()[0]
    window.desk.do(lambda project: drafting.rewrite(project, statement, text="It held."))
    window.commands["merge"].trigger()
    return window, dialog_of(qtbot, window)


def dialog_of(qtbot: QtBot, window: MainWindow) -> MergeDialog:
    qtbot.waitUntil(lambda: shown(window) is not None)
    dialog = shown(window)
    assert dialog is not None
    return dialog


def test_that_yours_was_kept_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    window, dialog = a_clash(qtbot, tmp_path)
    told: list[str] = []
    window.desk.told.connect(told.append)
    dialog.accept()
    qtbot.waitUntil(lambda: bool(told) and told[-1].endswith("changed; yours was kept in 1 place."))
    choose_again(window, tmp_path)
    dialog_of(qtbot, window).accept()
    qtbot.waitUntil(lambda: told[-1] == "Nothing else to take in; yours was kept in 1 place.")
    assert first_words(window) == "It held."


def test_what_the_colleague_changes_while_you_choose_is_asked_too(qtbot: QtBot, tmp_path: Path) -> None:
    window, dialog = a_clash(qtbot, tmp_path)
    reword(tmp_path / "copy.brief", "Nobody knew.")
    press(dialog.table, Qt.Key.Key_Space)
    dialog.accept()
    qtbot.waitUntil(lambda: shown(window) not in {None, dialog})
    again = dialog_of(qtbot, window)
    cell = again.table.item(0, 2)
    assert cell is not None
    assert (again.table.rowCount(), cell.text()) == (1, "Nobody knew.")
    again.accept()
    qtbot.waitUntil(lambda: session_of(window).undo_label == "Merge “copy.brief”")
    assert first_words(window) == "It held."


def test_tags_made_while_a_copy_is_compared_stay_and_the_merge_ends(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_pair(qtbot, tmp_path, "It fell.")
    window.commands["merge"].trigger()
    project = session_of(window).project
    source, section = project.sources()[0], project.sections()[0]
    window.desk.do(lambda project: tagging.tag(project, source, 0, 3, section))
    qtbot.waitUntil(lambda: first_words(window) == "It fell.")
    assert project.passage_at(source, 0, 3) is not None


def test_what_you_reword_while_a_copy_is_compared_is_asked(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_pair(qtbot, tmp_path, "It fell.")
    window.commands["merge"].trigger()
    statement = session_of(window).project.statements()[0]
    window.desk.do(lambda project: drafting.rewrite(project, statement, text="It held."))
    dialog_of(qtbot, window)


def test_what_the_copy_brings_lies_on_disk_before_it_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_pair(qtbot, tmp_path, "It fell.")
    session = open_file(tmp_path / "copy.brief", "Bo", "Bo")
    session.do(sources.add(session.project, [a_file("Another dam held.")], AT))
    session.close()
    noted: list[str] = []
    window.desk.noted.connect(noted.append)
    window.commands["merge"].trigger()
    qtbot.waitUntil(lambda: first_words(window) == "It fell.")
    project = session_of(window).project
    assert project.text_of(project.sources()[-1]) == "Another dam held."
    session_of(window).check()
