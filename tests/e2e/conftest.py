"""One desktop for the tests of a module, and users who leave it when their test is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefer.gui.window import MainWindow
from briefer.session import snapshot
from briefer.tasks.opening import convert, sample_path
from tests.e2e.desktop import Desktop, a_desktop
from tests.e2e.screen import SIZE, a_screen
from tests.e2e.user import User
from tests.gui.windows import a_window


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    with a_desktop() as found:
        yield found


@pytest.fixture
def at_work(desktop: Desktop, tmp_path: Path) -> Iterator[Callable[..., User]]:
    """Start the program with these arguments and give somebody who works with it."""
    users: list[User] = []

    def start(*arguments: str | Path, **more: tuple[int, int]) -> User:
        users.append(User(desktop, tmp_path, *map(str, arguments), **more))
        return users[-1]

    yield start
    for user in users:
        user.program.kill()


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with a_screen() as found:
        yield found


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Give a copy of the sample as a project file of its own."""
    path = tmp_path / "sample.brief"
    convert(sample_path(), path)
    return path


@pytest.fixture
def twin(qtbot: QtBot, tmp_path: Path, sample: Path) -> MainWindow:
    """Lay out the same window without a screen, to know where its words and cards lie."""
    window = a_window(qtbot, tmp_path / "twin")
    window.resize(*SIZE)
    window.desk.lay(snapshot(sample))
    window.notice.dismiss()  # that it is read-only; the real one is not
    window.commands["two-panes"].trigger()
    QTest.qWait(100)
    return window
