"""A damaged project is opened for reading as far as it can be, and what can be saved of it is saved."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from briefer.gui.dialogs.losses_dialog import LossesDialog
from briefer.gui.look.palette import Palette
from briefer.gui.window import MainWindow
from briefer.tasks import known, salvaging
from briefer.tasks.backups import back_up
from briefer.tasks.opening import convert
from tests.gui.windows import LEFT, a_project, a_window, quotes, room, session_of

PATIENCE = 60_000  # milliseconds; a child starts in less than one second
SENTENCE = "“dam.brief” is damaged and open for reading only; lost: the place of 1 of 3 passages."


@pytest.fixture(autouse=True)
def folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for kind in ("CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))


def spoil(path: Path) -> Path:
    """Let one passage of a project say what its source does not."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("UPDATE passage SET quote = 'weir' WHERE quote = 'The dam held'")
    return path


def opened(qtbot: QtBot, window: MainWindow, path: Path) -> MainWindow:
    window.projects.open(path)
    assert window.projects.is_opening()
    qtbot.waitUntil(lambda: window.desk.session is not None, timeout=PATIENCE)
    return window


def press(window: MainWindow, words: str) -> None:
    """Press a button of the notice."""
    button = next(b for b in window.notice.findChildren(QAbstractButton) if b.text() == words)
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)


def details(window: MainWindow) -> LossesDialog:
    press(window, "Details…")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LossesDialog)
    return dialog


def test_a_damaged_project_is_shown_for_reading_with_what_is_lost(qtbot: QtBot, tmp_path: Path) -> None:
    path = spoil(a_project(tmp_path))
    before = path.read_bytes()
    window = opened(qtbot, a_window(qtbot, tmp_path), path)
    assert window.notice.words == SENTENCE
    assert window.windowTitle() == "The dam held – briefer (damaged, read-only)"
    assert window.status.counted.endswith("dam.brief · damaged, read-only")
    assert "The dam held" not in [one.anchor.quote for one in session_of(window).project.passages()]
    assert "It held through the flood." in quotes(window, "state")
    dialog = details(window)
    lines = [dialog.lines.item(row).text() for row in range(dialog.lines.count())]
    assert lines == ["A passage of S2 has lost its place: “weir”."]
    assert dialog.backup.isHidden()
    QTest.mouseClick(dialog.close_button, LEFT)
    assert window.notice.words == SENTENCE
    assert path.read_bytes() == before
    assert window.settings.recent()[0] == path


def test_what_can_be_saved_is_saved_and_work_goes_on_there(qtbot: QtBot, tmp_path: Path) -> None:
    path, target = spoil(a_project(tmp_path)), tmp_path / "saved.brief"
    window = opened(qtbot, a_window(qtbot, tmp_path, None, target), path)
    press(window, "Save what can be saved…")
    qtbot.waitUntil(lambda: session_of(window).path == target, timeout=PATIENCE)
    assert not session_of(window).read_only
    assert window.notice.words == ""
    room(window).space.panes.setFocus()
    assert window.projects.whereabouts.place() == target
    assert session_of(window).project.passage_count(session_of(window).project.sources()[0]) == 1


def test_the_details_lead_to_saving_too_and_to_the_backups(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    backup = back_up(str(path), datetime(2026, 11, 22, tzinfo=UTC).isoformat())
    window = opened(qtbot, a_window(qtbot, tmp_path, None, tmp_path / "saved.brief"), spoil(path))
    assert window.notice.words == f"{SENTENCE} Earlier states: File, Open a backup…"
    QTest.mouseClick(details(window).backup, LEFT)
    palette = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    assert isinstance(palette, Palette)
    QTest.keyClick(palette, Qt.Key.Key_Escape)
    QTest.mouseClick(details(window).save, LEFT)
    qtbot.waitUntil(lambda: session_of(window).path == tmp_path / "saved.brief", timeout=PATIENCE)
    window.projects.open(Path(backup), read_only=True)
    assert window.windowTitle().endswith("(read-only)")


def test_one_that_was_spoilt_since_it_was_known_is_opened_too(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    data = path.read_bytes()
    path.write_bytes(bytes(100) + data[100:])
    known.remember(path)
    window = opened(qtbot, a_window(qtbot, tmp_path), path)
    assert "“dam.brief” is damaged and open for reading only; " in window.notice.words


def test_a_damaged_yaml_project_is_opened_too(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "dam.brief.yaml"
    convert(a_project(tmp_path), path)
    path.write_bytes(path.read_bytes().replace(b'quote: "The dam held"', b"quote: [", 1))
    window = opened(qtbot, a_window(qtbot, tmp_path), path)
    assert window.notice.words.startswith(
        "“dam.brief.yaml” is damaged and open for reading only; lost: 1 of 3 "
    )
    assert window.projects.whereabouts.home() == tmp_path


def test_of_many_losses_the_first_are_listed(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefer.gui.dialogs.losses_dialog._MOST", 0)
    window = opened(qtbot, a_window(qtbot, tmp_path), spoil(a_project(tmp_path)))
    dialog = details(window)
    assert dialog.lines.item(dialog.lines.count() - 1).text() == "… and 1 more."
    dialog.reject()


def test_of_nothing_that_can_be_read_a_sentence_tells(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    path.write_bytes(path.read_bytes()[:4096])
    window = a_window(qtbot, tmp_path)
    window.projects.open(path)
    qtbot.waitUntil(lambda: "Nothing can be saved" in window.notice.words, timeout=PATIENCE)
    assert window.desk.session is None


def test_what_was_laid_out_long_ago_is_cleared_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = (spoil(a_project(tmp_path, name)) for name in ("a.brief", "b.brief"))
    place = Path(salvaging.lay_out(str(one))["place"])
    salvaging.lay_out(str(other))
    assert place.exists()
    monkeypatch.setattr(salvaging, "_KEPT", -9)
    salvaging.lay_out(str(other))
    assert not place.exists()


def test_a_project_of_a_newer_format_is_opened_for_reading_and_not_copied(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = a_project(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA user_version = 5")
    window = a_window(qtbot, tmp_path, None, tmp_path / "copy.brief")
    window.projects.open(path)
    qtbot.waitUntil(lambda: window.desk.session is not None, timeout=PATIENCE)
    assert session_of(window).read_only
    assert "newer briefer and is open for reading only" in window.notice.words
    window.copying.save()
    qtbot.waitUntil(lambda: "would leave out what it does not know" in window.notice.words, timeout=PATIENCE)
    assert not (tmp_path / "copy.brief").exists()
