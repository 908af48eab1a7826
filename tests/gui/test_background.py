"""What goes on beside the window shows in the status line."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from briefer.gui.desk.background import Job
from briefer.gui.work import importing
from briefer.reading.reading import Reading
from briefer.tasks import rereading
from tests.gui.windows import LEFT, a_dam, a_window, room, source


def test_work_shows_with_how_far_it_is_until_it_ends(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    job = window.desk.background.begin("Reading sources")
    assert window.status.working == "Reading sources…"
    job.progress(3, 12)
    assert window.status.working == "Reading sources, 3 of 12"
    assert not window.status.cancel.isVisible()
    job.end()
    job.end()
    assert window.status.working == ""


def test_steps_that_nobody_counts_show_only_as_a_bar(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    window.desk.background.begin("Writing the copy").progress(1 << 20, 1 << 30)
    assert window.status.working == "Writing the copy…"


def test_the_latest_work_shows_and_is_what_cancel_ends(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    background = window.desk.background
    begun: list[Job] = []
    for words in ("Reading sources", "Exporting"):
        begun.append(background.begin(words, lambda: begun.pop().end()))
    assert window.status.working == "Exporting… (and 1 more)"
    assert window.status.cancel.toolTip() == "Cancel exporting"
    QTest.mouseClick(window.status.cancel, LEFT)
    assert window.status.working == "Reading sources…"
    QTest.mouseClick(window.status.cancel, LEFT)
    assert window.status.working == ""


def test_what_was_told_goes_on_and_is_there_shares_the_line(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.resize(window.minimumSize())
    window.status.tell("Tagged as State: “It held through the flood, said the mayor of the town below it.”")
    window.desk.background.begin("Writing a copy with a name that is longer than most.brief", lambda: None)
    QApplication.processEvents()
    words = [one for one in window.status.findChildren(QLabel) if one.isVisible() and one.text()]
    assert len(words) >= 3
    assert all(one.width() >= 60 for one in words if one.text() != window.status.hinted)
    assert window.status.cancel.geometry().right() < window.status.width()
    assert window.status.minimumSizeHint().width() <= window.width()


def test_work_that_is_soon_over_does_not_show(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    background = window.desk.background
    background.begin("Refreshing the preview", after=60_000).end()
    background.begin("Refreshing the preview", after=60_000)
    assert window.status.working == ""
    background.begin("Searching", after=1)
    qtbot.waitUntil(lambda: window.status.working == "Searching…")


def test_a_fault_in_a_thread_is_told_and_ends_the_work(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object, **_options: object) -> Reading:
        raise MemoryError

    heard: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda caught: heard.append(caught.exc_type))
    monkeypatch.setattr(importing, "read_file", fail)
    monkeypatch.setattr(rereading, "read_file", fail)
    window = a_window(qtbot, tmp_path, a_dam())
    room(window).importing.add_files([tmp_path / "a.txt"])
    qtbot.waitUntil(lambda: window.notice.words.startswith("That was ended by a fault of briefer"))
    window.notice.dismiss()
    room(window).rereading.read(source(window, "S1"), tmp_path / "a.txt")
    qtbot.waitUntil(lambda: window.notice.words.startswith("That was ended by a fault of briefer"))
    assert window.status.working == ""
    assert heard == [MemoryError, MemoryError]
