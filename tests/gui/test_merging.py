"""A colleague’s copy taken in from the File menu."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefer.actions import drafting, sources, tagging
from briefer.actions.conflicts import Conflict
from briefer.gui.dialogs.merge_dialog import MergeDialog
from briefer.gui.window import MainWindow
from briefer.session import open_file
from tests.actions.pairs import AT, a_file
from tests.gui.windows import LEFT, Answers, a_project, a_window, press, session_of


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
    assert dialog_of(qtbot, window).isVisible()
    assert first_words(window) == "It held."


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


def test_what_is_theirs_is_taken_by_a_click_on_its_box(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    dialog = MergeDialog(window, [Conflict("1", "statement", "text", "It held.", "It fell.")], print)
    dialog.show()
    cell = dialog.table.visualRect(dialog.table.model().index(0, 2))
    QTest.mouseClick(dialog.table.viewport(), LEFT, pos=QPoint(cell.left() + 14, cell.center().y()))
    assert dialog.table.is_ticked(0)


def test_of_long_words_the_place_is_shown_where_they_differ(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    same = "The dam held. " * 5_000
    long = Conflict("1", "statement", "text", f"{same}It fell.", f"{same}It stood. {same}")
    dialog = MergeDialog(window, [long], lambda _chosen: None)
    dialog.show()
    here, there = (dialog.table.item(0, column) for column in (1, 2))
    assert here is not None
    assert there is not None
    assert here.text().startswith("…")
    assert here.text().endswith("It fell.")
    assert "It stood." in there.text()
    assert there.text().endswith("…")
    assert dialog.table.rowHeight(0) < dialog.height()


def test_of_very_many_conflicts_each_is_a_row_of_two_lines(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    many = [Conflict(str(at), "statement", "text", "It fell.", "It held. " * 40) for at in range(200)]
    dialog = MergeDialog(window, many, lambda _chosen: None)
    dialog.show()
    assert len({dialog.table.rowHeight(row) for row in range(200)}) == 1


def test_what_is_put_on_disk_is_taken_away_again_when_the_merge_is_cancelled(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = a_pair(qtbot, tmp_path, "It fell.")
    session = open_file(tmp_path / "copy.brief", "Bo", "Bo")
    words = [f"Dam {number} held. " * 60_000 for number in range(4)]
    session.do(sources.add(session.project, [a_file(one) for one in words], AT))
    session.close()
    assert window.workroom is not None
    merging = window.workroom.merging
    before = first_words(window)
    window.commands["merge"].trigger()
    qtbot.waitUntil(lambda: merging._staging is not None)
    merging.cancel()
    qtbot.wait(100)
    assert first_words(window) == before
    found = session_of(window)._store.rows("SELECT count(*) FROM text WHERE body LIKE 'Dam%'")
    assert found[0][0] == 0
