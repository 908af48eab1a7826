"""Files read beside the window's own work."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefer.gui.work.importing import Importing
from tests.gui.windows import LEFT, a_dam, a_window, room, session_of


def texts(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"report-{number}.txt" for number in range(count)]
    for path in paths:
        path.write_text(path.name)
    return paths


def test_files_that_cannot_be_read_are_told_and_the_others_go_in(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    picture = tmp_path / "dam.xyz"
    picture.write_bytes(bytes(range(256)))
    room(window).importing.add_files([*texts(tmp_path, 2), picture, tmp_path / "gone.txt"])
    qtbot.waitUntil(lambda: window.notice.words != "")
    assert "dam.xyz" in window.notice.words
    assert window.notice.words.endswith("(and 1 more)")
    assert len(session_of(window).project.sources()) == 4


def test_a_file_that_is_there_already_does_not_keep_the_others_out(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    first, second = texts(tmp_path, 2)
    room(window).importing.add_files([first])
    qtbot.waitUntil(lambda: len(session_of(window).project.sources()) == 3)
    room(window).importing.add_files([first, second])
    qtbot.waitUntil(lambda: len(session_of(window).project.sources()) == 4)
    assert "is already there as S3" in window.notice.words


def test_how_a_file_was_read_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    odd = tmp_path / "odd.txt"
    odd.write_bytes(b"The dam\x07 held.")
    room(window).importing.add_files([odd])
    qtbot.waitUntil(lambda: "control character" in window.notice.words)


def test_many_names_are_told_in_short(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    room(window).importing.add_files(texts(tmp_path, 7))
    qtbot.waitUntil(lambda: window.status.told == "Added S3, S4, S5, S6, S7 and 2 more")


def test_an_import_can_be_cancelled(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    room(window).importing.add_files(texts(tmp_path, 30))
    assert window.status.cancel.isVisible()
    room(window).importing.add_files(texts(tmp_path, 1))
    assert window.notice.words.startswith("Files are being read")
    QTest.mouseClick(window.status.cancel, LEFT)
    assert not window.status.cancel.isVisible()
    assert len(session_of(window).project.sources()) == 2


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
