"""Several windows of one program, and a second start of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.gui import app
from briefer.gui.desk.settings import Settings
from briefer.gui.handing_over import Door, hand_over, socket_place
from briefer.gui.look import theme
from briefer.gui.window import MainWindow
from briefer.gui.windows import Windows
from briefer.tasks.opening import convert
from tests.gui.windows import a_project, a_window, room, section
from tests.house.tree import ROOT

PATIENCE = 60_000


@pytest.fixture
def windows(qapp: QApplication, tmp_path: Path) -> Iterator[Windows]:
    theme.wear(theme.LIGHT)
    made = Windows(Settings(tmp_path / "settings.ini"), tmp_path / "log")
    made.add()
    yield made
    for window in made.all():
        window.close()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return where the socket is, a place of the test's own."""
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return socket_place()


def titles(windows: Windows) -> list[str]:
    return [window.windowTitle() for window in windows.all()]


def test_projects_open_in_windows_of_their_own(windows: Windows, tmp_path: Path) -> None:
    windows.take([a_project(tmp_path), a_project(tmp_path, "other.brief")])
    assert titles(windows) == ["The dam held – briefer"] * 2
    first, second = windows.all()
    assert first.desk.session is not second.desk.session
    assert first.pos() != second.pos()


@pytest.mark.parametrize("name", ["dam.brief", "dam.brief.yaml"])
def test_a_project_that_is_open_already_is_brought_forward(
    windows: Windows, tmp_path: Path, name: str
) -> None:
    path = a_project(tmp_path)
    if name != path.name:
        convert(path, tmp_path / name)
    windows.take([tmp_path / name])
    windows.all()[0].showMinimized()
    windows.take([tmp_path / name])
    assert len(windows.all()) == 1
    assert not windows.all()[0].isMinimized()


def test_a_window_leaves_to_another_what_that_has_open(windows: Windows, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    windows.take([path])
    second = windows.add()
    second.projects.open(path)
    assert second.desk.session is None
    assert second.notice.words == ""
    assert second.is_free()


def test_a_start_without_a_project_shows_the_start_page(windows: Windows, tmp_path: Path) -> None:
    windows.take([])
    assert titles(windows) == ["briefer"]
    windows.take([a_project(tmp_path)])
    windows.take([])
    assert titles(windows) == ["The dam held – briefer", "briefer"]


def test_what_is_not_there_is_refused_in_the_window(windows: Windows, tmp_path: Path) -> None:
    windows.take([tmp_path / "gone.brief"])
    assert windows.all()[0].notice.words.startswith("There is no file")


def test_closing_one_window_leaves_the_others(windows: Windows, tmp_path: Path) -> None:
    windows.take([a_project(tmp_path), a_project(tmp_path, "other.brief")])
    first, second = windows.all()
    second.close()
    assert windows.all() == [first]
    assert windows.active() is first
    assert first.settings.recent()[0].name == "other.brief"


def test_quit_closes_all_windows_unless_one_refuses(windows: Windows, tmp_path: Path) -> None:
    windows.take([a_project(tmp_path), a_project(tmp_path, "other.brief")])
    second = windows.all()[1]
    room(second).drafting.write(section(second, "people"))
    room(second).space.editor.words.setPlainText("x" * 100_001)
    second.commands["quit"].trigger()
    assert second in windows.all()
    assert "cut it below" in second.notice.words
    room(second).space.editor.close_editor()
    second.commands["quit"].trigger()
    assert windows.all() == []
    assert windows.active() is None
    app.LastResort(windows.active).hear(ValueError, ValueError("a leak"))


def test_a_theme_is_shown_in_all_windows(windows: Windows) -> None:
    second = windows.add()
    second.commands["theme"].trigger()
    QApplication.processEvents()
    assert [window.commands["theme-dark"].isChecked() for window in windows.all()] == [True, True]
    second.commands["theme"].trigger()


def test_the_desktop_is_followed_until_a_theme_is_chosen(windows: Windows) -> None:
    (window,) = windows.all()
    hints = QApplication.styleHints()
    window.commands["theme-desktop"].trigger()
    assert theme.current() is theme.preferred()
    theme.wear(theme.CONTRAST_DARK)
    hints.colorSchemeChanged.emit(hints.colorScheme())
    assert theme.current() is theme.preferred()
    window.commands["theme-contrast-dark"].trigger()
    hints.colorSchemeChanged.emit(hints.colorScheme())
    assert theme.current() is theme.CONTRAST_DARK
    theme.wear(theme.LIGHT)


def test_a_window_that_was_left_beyond_the_screen_comes_back_onto_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    window.setGeometry(9000, 7000, 1000, 700)
    window.close()
    again = MainWindow(window.settings, tmp_path / "log")
    qtbot.addWidget(again)
    again.show()
    assert again.screen().availableGeometry().intersected(again.frameGeometry()).width() > 200


def ask(qtbot: QtBot, place: str, line: bytes) -> bytes:
    """Say something at the door and return the answer, nothing when it hangs up."""
    socket = QLocalSocket()
    socket.connectToServer(place)
    socket.write(line)
    state = QLocalSocket.LocalSocketState.UnconnectedState
    qtbot.waitUntil(lambda: socket.state() == state, timeout=PATIENCE)
    return bytes(socket.readAll().data())


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "line",
    [
        b"\n", b"open /etc/passwd\n", b'"/a.brief"\n', b"[1]\n", b'["a.brief"]\n', b'["/a\\u0000.brief"]\n',
        b"[" * 60_000 + b"\n", b"x" * 100_000, json.dumps(["/a.brief"] * 17).encode() + b"\n", b"\xff\xfe\n",
    ],
)  # fmt: skip
def test_who_says_anything_else_is_hung_up_on(qtbot: QtBot, place: str, line: bytes) -> None:
    door, taken = Door(QApplication.instance() or QApplication([])), list[list[Path]]()
    door.handed_in.connect(taken.append)
    assert door.open()
    assert ask(qtbot, place, line) == b""
    assert taken == []
    assert ask(qtbot, place, b'["/a.brief"]\n') == b"taken\n"
    assert taken == [[Path("/a.brief")]]
    door.deleteLater()


@pytest.mark.usefixtures("qapp", "place")
def test_where_nobody_listens_a_start_is_the_first() -> None:
    assert not hand_over([Path("a.brief")])


@pytest.mark.usefixtures("qapp")
def test_a_program_that_has_died_is_followed(place: str) -> None:
    Path(place).touch()
    assert not hand_over([Path("a.brief")])
    door = Door(QApplication.instance() or QApplication([]))
    assert door.open()
    door.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_a_program_that_does_not_answer_is_not_waited_for(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefer.gui.handing_over._PATIENCE", 10)
    deaf = QLocalServer()
    assert deaf.listen(place)
    assert not hand_over([Path("a.brief")])
    deaf.close()


@pytest.mark.usefixtures("place")
def test_a_second_start_hands_its_project_to_the_first_and_ends(
    qtbot: QtBot, windows: Windows, tmp_path: Path
) -> None:
    windows.listen()
    a_project(tmp_path)
    second = subprocess.Popen(
        [sys.executable, "-m", "briefer", "dam.brief"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    qtbot.waitUntil(lambda: titles(windows) == ["The dam held – briefer"], timeout=PATIENCE)
    assert second.wait(30) == 0
