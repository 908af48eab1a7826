"""The program around the window, and its last resort."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefer.errors import BrieferError
from briefer.gui import app
from briefer.gui.app import LastResort, log_file, note_down
from briefer.gui.desk.commands import uncapital
from briefer.gui.desk.settings import Settings
from briefer.gui.look.speech import say, tip
from tests.gui.windows import LEFT, a_dam, a_window
from tests.house.tree import ROOT


def test_without_a_display_it_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert app.run([]) == 3
    assert capsys.readouterr().err == (
        "There is no display to open a window on; use the commands of “briefer --help”.\n"
    )


def test_the_program_opens_what_it_is_given_and_ends_well() -> None:
    script = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QTimer;"
        "from PySide6.QtWidgets import QApplication; from briefer.gui import app;"
        "QTimer.singleShot(0, lambda: None);"
        "made = app.make_program;"
        "app.make_program = lambda arguments: [made(arguments),"
        " QTimer.singleShot(1500, QApplication.closeAllWindows)][0];"
        "sys.exit(app.run([Path(sys.argv[1])]))"
    )
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    sample = ROOT / "seeds" / "us-japan-2plus2.brief.yaml"
    done = subprocess.run(
        [sys.executable, "-c", script, str(sample)],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr


def test_an_expected_error_is_its_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    LastResort(lambda: window).hear(BrieferError, BrieferError("The dam leaks; mend it."))
    assert window.notice.words == "The dam leaks; mend it."


def test_an_unexpected_error_is_told_calmly_and_written_down(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    LastResort(lambda: window).hear(ValueError, ValueError("a leak"))
    assert window.notice.words.startswith("Something went wrong; your work is on disk.")
    assert "ValueError: a leak" in log_file().read_text()


class Leaky(QWidget):
    """Cannot paint itself."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        raise BrieferError("The dam leaks; mend it.")


def test_an_error_in_painting_is_told_calmly_and_written_down_once(qtbot: QtBot, tmp_path: Path) -> None:
    window, leaky = a_window(qtbot, tmp_path, a_dam()), Leaky()
    qtbot.addWidget(leaky)
    log_file().unlink(missing_ok=True)
    last = LastResort(lambda: window)
    for _ in range(3):
        with pytest.raises(BrieferError) as caught:
            leaky.grab()
        last.hear(caught.type, caught.value)
    assert window.notice.words.startswith("Something went wrong; your work is on disk.")
    assert log_file().read_text().count("Traceback") == 1
    assert "The dam leaks; mend it." in log_file().read_text()


def test_control_c_closes_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    LastResort(lambda: window).hear(KeyboardInterrupt, KeyboardInterrupt())
    assert not window.isVisible()


def test_a_log_that_grew_long_begins_anew(tmp_path: Path) -> None:
    log = tmp_path / "deep" / "briefer.log"
    note_down(log, ValueError("first"))
    log.write_text("x" * (1 << 21))
    note_down(log, None)
    assert len(log.read_text()) < 200


def test_a_screen_reader_hears_what_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    QAccessible.setActive(True)
    try:
        window.status.tell("Tagged as State")
        say(window, "The dam leaks.", urgent=True)
    finally:
        QAccessible.setActive(False)
    assert window.status.accessibleDescription() == "Tagged as State"


def test_settings_keep_what_they_are_told(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    paths = [tmp_path / f"{number}.brief" for number in range(12)]
    for path in paths:
        path.touch()
        settings.remember(path)
    assert settings.recent() == paths[:1:-1]
    paths[11].unlink()
    assert settings.recent()[0] == paths[10]
    assert settings.author != ""
    assert Settings().words("nothing") == ""


@pytest.mark.parametrize(
    ("words", "later"), [("Tag as Threats", "tag as Threats"), ("PDF out", "PDF out"), ("", "")]
)
def test_a_label_goes_into_the_middle_of_a_sentence(words: str, later: str) -> None:
    assert uncapital(words) == later


def test_buttons_show_that_keys_go_to_them(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    seen: set[QWidget] = set()
    focus: QWidget | None = window
    for _ in range(80):
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = window.focusWidget()
        assert focus is not None
        seen.add(focus)
        focus.grab()
    assert window.header.export in seen
    QTest.mousePress(window.header.export, LEFT)
    window.header.export.grab()


def test_a_tool_tip_shows_words_as_they_are() -> None:
    assert tip("Threats, or not") == "Threats, or not"
    assert tip('<img src="/a.png">\nA dam') == "<qt>&lt;img src=&quot;/a.png&quot;&gt;<br>A dam</qt>"
    assert tip("dam " * 30).startswith("<qt>dam dam")
