"""What goes on beside the window shows in the status line."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefer.gui.desk.background import Job
from tests.gui.windows import LEFT, a_window


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


def test_work_that_is_soon_over_does_not_show(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    background = window.desk.background
    background.begin("Refreshing the preview", after=60_000).end()
    background.begin("Refreshing the preview", after=60_000)
    assert window.status.working == ""
    background.begin("Searching", after=1)
    qtbot.waitUntil(lambda: window.status.working == "Searching…")
