"""Large projects are opened and copied while the window goes on."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from briefer.gui.window import MainWindow
from briefer.tasks import preparing
from briefer.tasks.opening import convert, open_project
from tests.gui.windows import LEFT, a_project, a_window, room, section, session_of

PATIENCE = 60_000  # milliseconds; a child starts in less than one second


@pytest.fixture(autouse=True)
def everything_is_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Send every job to a child process, and know no project from before."""
    monkeypatch.setattr(preparing, "_SMALL", 0)
    monkeypatch.setattr(preparing, "_SMALL_YAML", 0)
    for kind in ("CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))


class Ticks(QTimer):
    """Counts how often the window was free to do something else."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.timeout.connect(self._tick)
        self.start(5)

    def _tick(self) -> None:
        self.count += 1


def wait_open(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.desk.session is not None, timeout=PATIENCE)


def under_way(window: MainWindow, words: str) -> bool:
    """Tell whether work of such a name goes on; the window may have begun other work of its own."""
    return any(words in str(job) for job in window.desk.background.shown())


def offer(window: MainWindow, words: str) -> None:
    """Press the button of the notice."""
    button = next(b for b in window.notice.findChildren(QAbstractButton) if b.text() == words)
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)


def test_a_strange_project_is_checked_while_the_window_goes_on(qtbot: QtBot, tmp_path: Path) -> None:
    window, ticks = a_window(qtbot, tmp_path), Ticks()
    window.projects.open(a_project(tmp_path))
    assert window.desk.session is None
    assert under_way(window, "dam.brief")
    wait_open(qtbot, window)
    assert ticks.count > 0
    assert window.windowTitle() == "The dam held – briefer"
    assert not under_way(window, "dam.brief")


@pytest.mark.parametrize("how", ["cancel", "close"])
def test_opening_can_be_given_up(qtbot: QtBot, tmp_path: Path, how: str) -> None:
    window = a_window(qtbot, tmp_path)
    window.projects.open(a_project(tmp_path))
    if how == "cancel":
        QTest.mouseClick(window.status.cancel, LEFT)
    else:
        window.projects.close()
    assert window.status.working == ""
    assert window.desk.session is None
    assert window.notice.words == ""


def test_opening_another_gives_up_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    window, other = a_window(qtbot, tmp_path), a_project(tmp_path, "other.brief")
    window.projects.open(a_project(tmp_path))
    window.projects.open(other)
    wait_open(qtbot, window)
    assert session_of(window).path == other
    assert not under_way(window, ".brief")


def test_a_project_in_use_is_read_without_another_check(qtbot: QtBot, tmp_path: Path) -> None:
    path, window = a_project(tmp_path), a_window(qtbot, tmp_path)
    with closing(open_project(path, "Grace")):
        window.projects.open(path)
        qtbot.waitUntil(lambda: "Grace" in window.notice.words, timeout=PATIENCE)
        offer(window, "Open read-only")
        assert session_of(window).read_only


def test_words_that_cannot_be_kept_keep_the_project_open(qtbot: QtBot, tmp_path: Path) -> None:
    path, other = a_project(tmp_path), a_project(tmp_path, "other.brief")
    window = a_window(qtbot, tmp_path)
    window.projects.open(path)
    wait_open(qtbot, window)
    window.projects.open(other)
    room(window).drafting.write(section(window, "people"))
    room(window).space.editor.words.setPlainText("x" * 100_001)
    qtbot.waitUntil(lambda: "cut it below" in window.notice.words, timeout=PATIENCE)
    assert session_of(window).path == path
    room(window).space.editor.close_editor()


def test_a_yaml_project_is_made_ready_while_the_window_goes_on(qtbot: QtBot, tmp_path: Path) -> None:
    path, window = tmp_path / "dam.brief.yaml", a_window(qtbot, tmp_path)
    convert(a_project(tmp_path), path)
    window.projects.open(path)
    assert window.desk.session is None
    wait_open(qtbot, window)
    assert window.projects.whereabouts.yaml() == path


@pytest.mark.parametrize(
    ("command", "name", "told"),
    [
        ("copy", "copy.brief", "Copy saved as copy.brief"),
        ("bare-copy", "copy.brief", "Copy without history saved as copy.brief"),
        ("yaml", "copy.brief.yaml", "Exported as copy.brief.yaml"),
    ],
)
def test_a_copy_is_written_while_the_window_goes_on(
    qtbot: QtBot, tmp_path: Path, command: str, name: str, told: str
) -> None:
    window, copy = a_window(qtbot, tmp_path, None, tmp_path / name), tmp_path / name
    window.projects.open(a_project(tmp_path))
    wait_open(qtbot, window)
    window.commands[command].trigger()
    assert under_way(window, f"Writing {name}")
    assert not copy.exists()
    room(window).drafting.sort(section(window, "state"))  # work goes on
    qtbot.waitUntil(lambda: window.status.told == told, timeout=PATIENCE)
    assert copy.is_file()
    assert not under_way(window, name)


def test_a_copy_that_is_given_up_leaves_what_stood_there(qtbot: QtBot, tmp_path: Path) -> None:
    copy = tmp_path / "copy.brief"
    copy.write_text("Mine")
    window = a_window(qtbot, tmp_path, None, copy)
    window.projects.open(a_project(tmp_path))
    wait_open(qtbot, window)
    window.commands["copy"].trigger()
    window.close()
    assert window.notice.words.startswith("A copy of the project is still being written")
    assert window.isVisible()
    offer(window, "Give it up and close")
    assert not window.isVisible()
    assert copy.read_text() == "Mine"
    assert list(tmp_path.glob(".*.part")) == []


def test_a_copy_never_goes_where_there_is_no_folder(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, None, tmp_path / "gone" / "copy.brief")
    window.projects.open(a_project(tmp_path))
    wait_open(qtbot, window)
    window.commands["copy"].trigger()
    qtbot.waitUntil(lambda: window.notice.words != "", timeout=PATIENCE)
    assert "was not written" in window.notice.words
    assert not (tmp_path / "gone").exists()
