"""The palette, the sheet of keys, preferences and About."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from briefer.gui.desk.commands import COMMANDS
from briefer.gui.dialogs.form_dialog import FormDialog
from briefer.gui.dialogs.help_dialogs import about_dialog
from briefer.gui.look import theme
from briefer.gui.look.palette import Palette
from briefer.gui.window import MainWindow
from tests.gui.windows import a_dam, a_project, a_window, press, room, session_of


@pytest.fixture(autouse=True)
def closed_dialogs(qapp: QApplication) -> Iterator[None]:
    yield
    while dialog := qapp.activeModalWidget() or qapp.activePopupWidget():
        dialog.close()


def over(window: MainWindow, command: str) -> QWidget:
    """Trigger a command and return the dialog that it opens."""
    window.commands[command].trigger()
    found = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    assert found is not None
    return found


def preferences(window: MainWindow, **chosen: str) -> None:
    """Fill in preferences, names written with _ for -, and be done."""
    dialog = over(window, "preferences")
    assert isinstance(dialog, FormDialog)
    for name, words in chosen.items():
        box = dialog.box(name.replace("_", "-"))
        if isinstance(box, QComboBox):
            box.setCurrentIndex(box.findData(words))
        else:
            assert isinstance(box, QLineEdit)
            box.setText(words)
    press(dialog, Qt.Key.Key_Return)


def shown_lines(sheet: QTreeWidget) -> list[tuple[str, str]]:
    """Return the keys and words that show, headings left out."""
    shown: list[tuple[str, str]] = []
    line = sheet.topLevelItem(0)
    while line is not None:
        heading = line.parent()
        if heading is not None and not line.isHidden() and not heading.isHidden():
            shown.append((line.text(0), line.text(1)))
        line = sheet.itemBelow(line)
    return shown


def test_the_user_says_who_they_are_and_how_briefs_begin(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    preferences(window, author="Ada  Lovelace\u202e", office="Analysis", marking="PROTECTED", paper="Letter")
    assert (window.settings.office, window.settings.paper) == ("Analysis", "Letter")
    assert window.settings.author == "Ada  Lovelace"
    window.projects.begin(tmp_path / "new.brief", "us-japan-2plus2", "New")
    details = session_of(window).project.details()
    assert (details.office, details.marking) == ("Analysis", "PROTECTED")


def test_a_theme_and_a_size_are_preferred(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    preferences(window, theme="contrast-dark", text_size="18")
    assert theme.current() is theme.CONTRAST_DARK
    assert window.commands["theme-contrast-dark"].isChecked()
    assert [pane.view.points() for pane in room(window).space.panes.panes()] == [18, 18]


def test_paper_is_a4_unless_another_is_known(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    window.settings.keep("paper", "papyrus")
    assert window.settings.paper == "A4"


def test_the_sheet_holds_every_command_that_has_keys(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    sheet = over(window, "shortcuts").findChild(QTreeWidget)
    assert isinstance(sheet, QTreeWidget)
    words = {words for _, words in shown_lines(sheet)}
    assert {command.title for command in COMMANDS if command.keys} <= words
    assert "Tag the selection, or the sentence under the caret" in words


def test_the_sheet_can_be_searched_by_words_or_keys(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    dialog = over(window, "shortcuts")
    box, sheet = dialog.findChild(QLineEdit), dialog.findChild(QTreeWidget)
    assert isinstance(box, QLineEdit)
    assert isinstance(sheet, QTreeWidget)
    for words in ("swap dark", "ctrl+shift+d"):
        box.setText(words)
        assert shown_lines(sheet) == [("Ctrl+Shift+D", "Theme: swap light and dark")]
    box.setText("")
    assert len(shown_lines(sheet)) > 50


def test_no_keys_are_given_to_two_commands() -> None:
    keys = Counter(keys for command in COMMANDS for keys in command.keys)
    assert [one for one, times in keys.items() if times > 1] == []


def test_about_says_the_versions_and_shows_the_log(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = list[QUrl]()
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    log = tmp_path / "briefer.log"
    log.touch()
    dialog = about_dialog(None, log)
    qtbot.addWidget(dialog)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    for part in ("briefer", "PySide6", "Python", "SQLite", str(log)):
        assert part in words
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Show the log file").click()
    assert shown == [QUrl.fromLocalFile(str(log))]


def test_the_palette_opens_recent_projects(qtbot: QtBot, tmp_path: Path) -> None:
    path, window = a_project(tmp_path), a_window(qtbot, tmp_path)
    window.settings.remember(path)
    window.settings.remember(tmp_path / "gone.brief")
    palette = over(window, "palette")
    assert isinstance(palette, Palette)
    palette.box.setText("open gone")
    assert palette.found.count() == 0
    palette.box.setText("open dam")
    press(palette.box, Qt.Key.Key_Return)
    assert session_of(window).path == path
