"""Files read beside the window's own work."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from briefer.gui.dialogs.remarks_dialog import RemarksDialog
from briefer.gui.window import MainWindow
from briefer.gui.work import importing
from briefer.gui.work.importing import Importing
from briefer.model.change import Change
from briefer.reading.open import read_file
from briefer.reading.reading import Reading
from briefer.store.sqlite import NotSavedError, SqliteStore
from tests.gui.windows import LEFT, a_dam, a_project, a_window, room, session_of, source
from tests.worlds import World


def texts(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"report-{number}.txt" for number in range(count)]
    for path in paths:
        path.write_text(path.name)
    return paths


def offer(window: MainWindow) -> QPushButton:
    """Return the button of the notice."""
    return next(b for b in window.notice.findChildren(QPushButton) if b.isVisible())


def remarks_of(window: MainWindow) -> RemarksDialog:
    """Open the list of what there is to know."""
    QTest.mouseClick(offer(window), LEFT)
    found = QApplication.activeModalWidget()
    assert isinstance(found, RemarksDialog)
    return found


def test_files_that_cannot_be_read_are_listed_and_the_others_go_in(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    picture = tmp_path / "dam.xyz"
    picture.write_bytes(bytes(range(256)))
    room(window).importing.add_files([*texts(tmp_path, 2), picture, tmp_path / "gone.txt", tmp_path])
    qtbot.waitUntil(lambda: window.notice.words != "")
    assert window.notice.words == "2 of 5 files were added, with 3 remarks."
    assert len(session_of(window).project.sources()) == 4
    dialog = remarks_of(window)
    said = [dialog.lines.item(row).text() for row in range(3)]
    assert said[0].startswith("“dam.xyz” is of a kind that is not read yet")
    assert said[1].startswith("“gone.txt” cannot be read")
    assert said[2].endswith("is a folder; take the files that are in it.")
    dialog.lines.itemActivated.emit(dialog.lines.item(0))
    assert dialog.isVisible()
    QTest.mouseClick(dialog.findChildren(QPushButton)[0], LEFT)


def test_a_file_that_is_there_already_can_be_shown(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    (first,) = texts(tmp_path, 1)
    room(window).importing.add_files([first])
    qtbot.waitUntil(lambda: len(session_of(window).project.sources()) == 3)
    room(window).importing.add_files([first])
    qtbot.waitUntil(lambda: window.notice.words == "“report-0.txt” is already there as S3.")
    assert offer(window).text() == "Show S3"
    QTest.mouseClick(offer(window), LEFT)
    assert room(window).space.panes.active.source == source(window, "S3")
    assert len(session_of(window).log()) == 1


def test_doubles_do_not_keep_the_others_out_nor_make_several_steps(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    first, second, third = texts(tmp_path, 3)
    room(window).importing.add_files([first])
    qtbot.waitUntil(lambda: len(session_of(window).project.sources()) == 3)
    again = tmp_path / "again.txt"
    again.write_bytes(second.read_bytes())
    room(window).importing.add_files([first, second, again, third])
    qtbot.waitUntil(lambda: len(session_of(window).project.sources()) == 5)
    assert window.notice.words == "2 of 4 files were added, with 2 remarks."
    dialog = remarks_of(window)
    assert dialog.lines.item(1).text() == "“again.txt” is the same file as “report-1.txt”, which was added."
    dialog.lines.itemActivated.emit(dialog.lines.item(0))
    assert room(window).space.panes.active.source == source(window, "S3")
    window.desk.undo()
    assert len(session_of(window).project.sources()) == 3


def test_how_a_file_was_read_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    odd = tmp_path / "odd.txt"
    odd.write_bytes(b"The dam\x07 held.")
    room(window).importing.add_files([odd])
    qtbot.waitUntil(lambda: window.notice.words != "")
    assert "control character" in window.notice.words
    project = session_of(window).project
    assert project.text_of(project.find_source("S3")) == "The dam held."


def test_many_names_are_told_in_short(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    room(window).importing.add_files(texts(tmp_path, 7))
    qtbot.waitUntil(lambda: window.status.told != "")
    assert window.status.told == "Added S3, S4, S5, S6, S7 and 2 more"


def test_an_import_can_be_cancelled(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    room(window).importing.add_files(texts(tmp_path, 30))
    assert window.status.cancel.isVisible()
    room(window).importing.add_files(texts(tmp_path, 1))
    assert window.notice.words.startswith("Files are being read")
    QTest.mouseClick(window.status.cancel, LEFT)
    assert not window.status.cancel.isVisible()
    assert len(session_of(window).project.sources()) == 2


def test_a_cancelled_import_leaves_nothing_in_the_project(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    window.projects.open(a_project(tmp_path))
    importing = room(window).importing
    (file,) = texts(tmp_path, 1)
    shelf = session_of(window).project._shelf
    assert isinstance(shelf, SqliteStore)
    query = "SELECT sha256 FROM text UNION SELECT sha256 FROM original"
    before = shelf.rows(query)
    importing.add_files([file])
    importing._timer.stop()
    qtbot.waitUntil(lambda: not importing._queue.empty())
    importing._look()
    importing._look()
    assert len(shelf.rows(query)) == len(before) + 1  # the bytes of a plain text are those of the text
    importing.cancel()
    assert shelf.rows(query) == before
    assert len(session_of(window).project.sources()) == 2


def test_what_cannot_be_put_on_disk_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    window = a_window(qtbot, tmp_path)
    window.projects.open(path, read_only=True)
    room(window).importing.add_files(texts(tmp_path, 1))
    qtbot.waitUntil(lambda: "reading only; save a copy" in window.notice.words)
    assert not window.status.cancel.isVisible()


def test_a_disk_that_fills_up_leaves_nothing_behind(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    importing = room(window).importing
    importing.add_files(texts(tmp_path, 1))
    importing._timer.stop()
    qtbot.waitUntil(lambda: not importing._queue.empty())
    importing._look()
    importing._look()
    assert importing._staging is not None

    def full(_change: Change) -> None:
        raise NotSavedError("disk full")

    monkeypatch.setattr(session_of(window), "do", full)
    importing._look()
    assert "disk full" in window.notice.words
    shelf = session_of(window).project._shelf
    assert isinstance(shelf, SqliteStore)
    assert shelf.rows("SELECT count(*) FROM original") == [(2,)]


def test_all_may_go_in_with_something_to_know(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    odd = [tmp_path / "odd.txt", tmp_path / "even.txt"]
    for file in odd:
        file.write_bytes(file.name.encode() * 9 + b"\x07")
    room(window).importing.add_files(odd)
    qtbot.waitUntil(lambda: window.notice.words != "")
    assert window.notice.words == "All 2 files were added, with 2 remarks."


def test_without_a_project_nothing_is_taken_in(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    importing = Importing(window.desk)
    importing.add_words("The dam held.")
    assert window.notice.words == "No project is open; open one or make a new one first."
    importing.add_files(texts(tmp_path, 1))
    assert window.desk.session is None


def test_empty_words_are_refused(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    room(window).importing.add_words("  \n ")
    assert "no text" in window.notice.words


def test_the_first_sources_of_a_project_show_side_by_side(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, World())
    room(window).importing.add_files(texts(tmp_path, 5))
    panes = room(window).space.panes
    qtbot.waitUntil(lambda: panes.shape != (1, 1))
    assert [pane.source and pane.source.label for pane in panes.panes()] == ["S1", "S2"]
    assert panes.active.view.hasFocus()


def test_words_pasted_while_files_are_read_leave_to_be_told_which_could_not_be(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    picture, slow = tmp_path / "dam.xyz", texts(tmp_path, 1)[0]
    picture.write_bytes(bytes(range(256)))
    answers = Event()

    def read(path: Path) -> Reading:
        if path == slow:
            answers.wait(60)
        return read_file(path)

    monkeypatch.setattr(importing, "read_file", read)
    room(window).importing.add_files([picture, slow])
    qtbot.waitUntil(lambda: room(window).importing._done == 1)
    room(window).importing.add_words("The weir leaks.")
    assert window.notice.words == ""
    answers.set()
    qtbot.waitUntil(lambda: window.notice.words != "")
    assert window.notice.words.startswith("“dam.xyz” is of a kind that is not read yet")
    assert len(session_of(window).project.sources()) == 4
