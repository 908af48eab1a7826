"""The file moves, the disk fills, the drive goes: the bar says so while it lasts, and a way on is there."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from briefer.gui.app import LastResort
from briefer.gui.look.palette import Palette
from briefer.gui.window import MainWindow
from briefer.session import Place, UnreadableError
from briefer.tasks import preparing
from briefer.tasks.backups import back_up
from briefer.tasks.opening import open_project
from tests.gui.shares import retitle
from tests.gui.windows import (
    CONTROL,
    LEFT,
    a_project,
    a_window,
    press,
    quotes,
    room,
    section,
    session_of,
    source,
)

PATIENCE = 60_000  # milliseconds; a child starts in less than one second
GONE = "“dam.brief” is no longer where it was (moved, renamed or deleted)"


def opened(qtbot: QtBot, tmp_path: Path, *answers: Path) -> tuple[MainWindow, Path]:
    path = a_project(tmp_path)
    window = a_window(qtbot, tmp_path, None, *answers)
    window.projects.open(path)
    return window, path


def tag(window: MainWindow) -> bool:
    """Tag the sentence under the caret as People; tell whether it was done."""
    before = len(session_of(window).log())
    room(window).space.sections.tag_wanted.emit(section(window, "people"))
    return len(session_of(window).log()) > before


def unreadable() -> UnreadableError:
    reason = sqlite3.DatabaseError("malformed")
    reason.sqlite_errorname = "SQLITE_CORRUPT_INDEX"
    error = UnreadableError("“dam.brief”", reason)
    error.__cause__ = reason
    return error


def ways(window: MainWindow) -> list[str]:
    return [b.text() for b in window.notice.findChildren(QAbstractButton) if b.isVisible() and b.text()]


def take(window: MainWindow, words: str) -> None:
    button = next(b for b in window.notice.findChildren(QAbstractButton) if b.text() == words)
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)
    QApplication.processEvents()


def fill_the_disk(window: MainWindow, *, full: bool = True) -> None:
    """Let the project's file not grow by a byte."""
    store = session_of(window)._store
    store.database.execute(f"PRAGMA max_page_count = {1 if full else 1_000_000}")


def put_another(path: Path) -> None:
    path.unlink()
    path.write_text("Another")


@pytest.mark.parametrize(
    ("happens", "said"),
    [
        (lambda path: path.rename(path.with_name("moved.brief")), GONE),
        (Path.unlink, GONE),
        (put_another, "Another file has taken the place of “dam.brief”"),
        (lambda path: path.parent.rename(path.parents[1] / "away"), "The folder of “dam.brief” is gone"),
    ],
)
def test_nothing_is_written_to_a_file_that_lost_its_place(
    qtbot: QtBot, tmp_path: Path, happens: Callable[[Path], object], said: str
) -> None:
    (tmp_path / "stick").mkdir()
    path = a_project(tmp_path / "stick")
    window = a_window(qtbot, tmp_path)
    window.projects.open(path)
    happens(path)
    for _ in range(2):
        assert not tag(window)
        assert window.notice.words.startswith(said)
        assert ways(window) == ["Save a copy elsewhere…"]
    assert window.status.counted.endswith("nothing more is saved")


def test_what_is_wrong_with_the_file_is_seen_without_touching_it(qtbot: QtBot, tmp_path: Path) -> None:
    window, path = opened(qtbot, tmp_path)
    path.rename(tmp_path / "moved.brief")
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    qtbot.waitUntil(lambda: window.notice.words.startswith(GONE))
    (tmp_path / "moved.brief").rename(path)
    window.watching.look()
    qtbot.waitUntil(lambda: window.notice.words == "")
    assert window.status.counted.endswith("all changes on disk")
    assert tag(window)


def test_the_bar_stays_while_the_trouble_lasts(qtbot: QtBot, tmp_path: Path) -> None:
    window, path = opened(qtbot, tmp_path)
    path.rename(tmp_path / "moved.brief")
    assert not tag(window)
    window.desk.told.emit("Copied with its citation")
    assert window.notice.words.startswith(GONE)
    assert window.status.isVisible()
    assert window.status.told == "Copied with its citation"
    press(room(window).space.panes.active.view, Qt.Key.Key_9)
    assert window.notice.words.startswith("No section has the key 9")
    assert not window.status.isVisible()
    press(window.notice, Qt.Key.Key_Escape)
    assert window.notice.words.startswith(GONE)
    press(window.notice, Qt.Key.Key_Escape)
    assert window.notice.words.startswith(GONE)
    window.projects.close()
    take(window, "Close all the same")
    assert window.notice.words == ""


def test_all_that_was_acknowledged_goes_on_in_a_copy_elsewhere(qtbot: QtBot, tmp_path: Path) -> None:
    window, path = opened(qtbot, tmp_path, tmp_path / "mine.brief")
    assert tag(window)
    path.unlink()
    room(window).drafting.write(section(window, "cost"))
    editor = room(window).space.editor
    editor.words.setPlainText("Repairs were dear.")
    editor.finish()
    assert window.notice.words.startswith(GONE)
    take(window, "Save a copy elsewhere…")
    assert window.notice.words == ""
    assert window.status.told == "All of it is in mine.brief now, and work goes on there"
    assert window.status.counted == "mine.brief · all changes on disk"
    assert editor.words.toPlainText() == "Repairs were dear."
    editor.finish()
    assert "Repairs were dear." in quotes(window, "cost")
    window.close()
    with closing(open_project(tmp_path / "mine.brief", "Grace")) as again:
        labels = [entry.label for entry in again.log()]
    assert [label.split()[0] for label in labels] == ["Tag", "Write"]
    assert not list(tmp_path.glob(".~lock*"))


def test_what_was_remembered_of_the_project_goes_with_it(qtbot: QtBot, tmp_path: Path) -> None:
    window, path = opened(qtbot, tmp_path, tmp_path / "mine.brief")

    window.settings.keep_aside_of(path, ["laid aside"])
    path.unlink()
    assert not tag(window)
    take(window, "Save a copy elsewhere…")
    mine = tmp_path / "mine.brief"
    assert window.settings.aside_of(mine) == ["laid aside"]
    assert window.settings.recent()[0] == mine
    window.projects.close()
    assert window.settings.layout_of(mine).rows == 1


def test_a_full_disk_is_told_and_the_change_is_repeated_when_there_is_room(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window, path = opened(qtbot, tmp_path)
    before = path.read_bytes()
    fill_the_disk(window)
    note = "x" * 20_000
    with window.desk.minding():
        room(window).asking._keep_note(session_of(window).project.passages()[0].id, note)
    assert window.notice.words == (
        "The change was not saved (the disk is full); free some space or save a copy elsewhere,"
        " then repeat it."
    )
    assert window.status.counted.endswith("nothing more is saved")
    assert path.read_bytes() == before
    fill_the_disk(window, full=False)
    room(window).asking._keep_note(session_of(window).project.passages()[0].id, note)
    assert window.notice.words == ""


def test_work_goes_on_elsewhere_when_the_disk_stays_full(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _ = opened(qtbot, tmp_path, tmp_path / "mine.brief")
    monkeypatch.setattr(preparing, "_SMALL", 0)  # as a large project is copied
    fill_the_disk(window)
    monkeypatch.setattr(Place, "takes", lambda _place: False)
    room(window).importing.add_words("The weir leaks. " * 4000)
    assert "the disk is full" in window.notice.words
    window.watching.look()
    qtbot.waitUntil(lambda: window.watching._thread is not None and not window.watching._thread.busy)
    assert "the disk is full" in window.notice.words
    take(window, "Save a copy elsewhere…")
    qtbot.waitUntil(lambda: session_of(window).path == tmp_path / "mine.brief")
    room(window).importing.add_words("The weir leaks. " * 4000)
    assert source(window, "S3").length == 16 * 4000


def test_a_change_made_while_the_copy_is_written_is_in_it(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _ = opened(qtbot, tmp_path, tmp_path / "mine.brief")
    monkeypatch.setattr(preparing, "_SMALL", 0)
    window.copying.save_elsewhere()
    assert tag(window)
    qtbot.waitUntil(lambda: session_of(window).path == tmp_path / "mine.brief")
    assert session_of(window).undo_label.startswith("Tag")


def test_a_share_that_does_not_answer_keeps_nobody_waiting(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _ = opened(qtbot, tmp_path)
    answers = threading.Event()
    monkeypatch.setattr(Place, "trouble", lambda _place: "" * answers.wait(60))
    for _ in range(3):
        window.watching.look()
    assert window.notice.words.startswith("The project’s folder does not answer")
    answers.set()
    qtbot.waitUntil(lambda: window.watching._thread is not None and not window.watching._thread.busy)
    window.watching.look()
    qtbot.waitUntil(lambda: window.notice.words == "")


def test_a_folder_that_was_locked_is_told_of(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _ = opened(qtbot, tmp_path)
    # The superuser, who may run the tests, has every right that a folder does not give.
    monkeypatch.setattr(os, "access", lambda *_asked, **_how: False)
    assert not tag(window)
    assert window.notice.words.startswith("“dam.brief” or its folder may not be written to any more")


def test_a_copy_that_finds_no_folder_leaves_all_as_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    window, path = opened(qtbot, tmp_path, tmp_path / "gone" / "mine.brief")
    path.unlink()
    assert not tag(window)
    take(window, "Save a copy elsewhere…")
    assert "was not written" in window.notice.words
    assert session_of(window).path == path


def test_a_project_whose_file_is_gone_is_not_closed_unasked(qtbot: QtBot, tmp_path: Path) -> None:
    window, path = opened(qtbot, tmp_path)
    path.unlink()
    assert not tag(window)
    window.close()
    assert window.isVisible()
    assert "save a copy elsewhere before you close" in window.notice.words
    with qtbot.waitSignal(window.closed):
        take(window, "Close all the same")


def test_a_project_that_cannot_be_written_is_offered_for_reading(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    (tmp_path / f".~lock.{path.name}").mkdir()
    window = a_window(qtbot, tmp_path)
    window.projects.open(path)
    assert "cannot be written where it lies" in window.notice.words
    take(window, "Open read-only")
    assert session_of(window).read_only


def test_a_copy_of_what_was_damaged_meanwhile_is_not_called_saved(qtbot: QtBot, tmp_path: Path) -> None:
    window, path = opened(qtbot, tmp_path, tmp_path / "copy.brief")
    pages = path.read_bytes()
    path.write_bytes(pages[:8192] + b"\xff" * (len(pages) - 8192))
    window.copying.save()
    assert "damaged" in window.notice.words
    assert not (tmp_path / "copy.brief").exists()


def test_one_that_is_damaged_while_it_is_open_says_so_until_another_is_open(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    window, path = opened(qtbot, tmp_path)
    back_up(str(path), "2026-11-20T09:00:00Z")
    assert tag(window)
    pages = path.read_bytes()
    path.write_bytes(pages[:-4096] + b"\xff" * 4096)
    window.backing_up.back_up()
    qtbot.waitUntil(lambda: window.notice.words.startswith("“dam.brief” is damaged"), timeout=PATIENCE)
    said = window.notice.words
    window.desk.noted.emit("The mayor came.")
    window.desk.told.emit("Thanked the mayor")
    window.desk.refused.emit(said)
    assert window.notice.words == said
    assert ways(window) == ["Read what is left", "Open a backup…"]
    take(window, "Read what is left")
    qtbot.waitUntil(lambda: session_of(window).read_only, timeout=PATIENCE)
    assert window.notice.words.startswith("“dam.brief” is damaged and open for reading only")


def test_what_cannot_be_read_any_more_is_said_as_long(qtbot: QtBot, tmp_path: Path) -> None:
    window, _ = opened(qtbot, tmp_path)
    error = unreadable()
    error.args = (f"Error calling Python override of QListView::keyPressEvent(): {error}",)
    LastResort(lambda: window).hear(type(error), error)
    window.desk.told.emit("Thanked the mayor")
    assert window.notice.words.startswith("“dam.brief” cannot be read")


def test_a_damaged_project_is_told_of_by_the_palette_and_at_the_foot(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _ = opened(qtbot, tmp_path)
    window.commands["one-pane"].trigger()
    assert window.status.counted.endswith("all changes on disk")

    def fail(*_asked: object) -> str:
        raise unreadable()

    monkeypatch.setattr(type(session_of(window).project), "text_of", fail)
    press(window, Qt.Key.Key_K, CONTROL)
    palette = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    assert isinstance(palette, Palette)
    QTest.keyClicks(palette.box, "S2")
    with qtbot.capture_exceptions() as caught:
        press(palette.box, Qt.Key.Key_Return)
    [(kind, error, _)] = caught
    LastResort(lambda: window).hear(kind, error)
    assert window.notice.words.startswith("“dam.brief” cannot be read")
    assert window.status.counted.endswith("dam.brief · damaged")


def test_a_project_whose_file_is_gone_does_not_give_way_to_another_unasked(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window, path = opened(qtbot, tmp_path)
    other = a_project(tmp_path, "other.brief")
    path.unlink()
    assert not tag(window)
    window.projects.open(other)
    assert session_of(window).path == path
    take(window, "Close all the same")
    assert session_of(window).path == other
    other.unlink()
    assert not tag(window)
    window.commands["close"].trigger()
    assert session_of(window).path == other
    take(window, "Close all the same")
    assert window.desk.session is None


@pytest.mark.parametrize("changed", [False, True])
def test_a_copy_elsewhere_has_nothing_to_do_with_a_project_that_was_opened_meanwhile(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: bool
) -> None:
    window, _ = opened(qtbot, tmp_path, tmp_path / "mine.brief")
    retitle(window, "Mine")
    other = a_project(tmp_path, "other.brief")
    with monkeypatch.context() as large:
        large.setattr(preparing, "_SMALL", 0)
        window.copying.save_elsewhere()
    window.projects.open(other)
    retitle(window, "Another")
    if changed:
        assert tag(window)
    qtbot.waitUntil(lambda: window.status.told == "Copy saved as mine.brief")
    assert session_of(window).path == other
    assert session_of(window).project.details().title == "Another"
    with closing(open_project(tmp_path / "mine.brief", "Ada", read_only=True)) as copy:
        assert copy.project.details().title == "Mine"


def test_what_another_program_wrote_into_the_file_shows_when_it_is_opened_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window, path = opened(qtbot, tmp_path)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE details SET title = 'Theirs'")
    retitle(window, "Mine")
    assert "open it again" in window.notice.words
    window.projects.open(path)
    assert session_of(window).project.details().title == "Theirs"
    retitle(window, "Mine")
    assert session_of(window).project.details().title == "Mine"
