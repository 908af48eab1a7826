"""What a source was before it was read anew is named in its details, and can be read there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from briefer.errors import BrieferError
from briefer.gui.dialogs.former_dialog import FormerDialog
from briefer.gui.dialogs.source_dialog import SourceDialog
from briefer.model.project import Project
from tests.gui.test_rereading import LONGER, reviewing
from tests.gui.windows import LEFT, room, source


def details(qtbot: QtBot, folder: Path) -> SourceDialog:
    """Return the details of a source that was read anew, which are open."""
    window = reviewing(qtbot, folder)
    room(window).asking.describe(source(window, "S1"))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SourceDialog)
    return dialog


def test_the_details_of_a_source_name_its_former_versions(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = details(qtbot, tmp_path)
    said = [one.text() for one in dialog.findChildren(QLabel)]
    assert said[said.index("Version 1") + 1].startswith("S1.txt · 2026-11-22 12:00:00 UTC · ")
    dialog.reject()


def test_a_former_version_is_read_there(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = details(qtbot, tmp_path)
    [button] = [one for one in dialog.findChildren(QPushButton) if one.text() == "Read…"]
    assert button.accessibleName() == "Version 1: Read…"
    QTest.mouseClick(button, LEFT)
    former = QApplication.activeModalWidget()
    assert isinstance(former, FormerDialog)
    assert (former.windowTitle(), former.words.toPlainText()) == ("Version 1 of S1", LONGER)
    QTest.keyClicks(former.words, "x")
    assert former.words.toPlainText() == LONGER
    QTest.keyClick(former, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() == dialog
    dialog.reject()


def test_a_former_version_that_cannot_be_read_is_told(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_project: Project, _name: str) -> str:
        raise BrieferError("The text is gone; take a backup.")

    dialog = details(qtbot, tmp_path)
    monkeypatch.setattr(Project, "text", damaged)
    [button] = [one for one in dialog.findChildren(QPushButton) if one.text() == "Read…"]
    QTest.mouseClick(button, LEFT)
    assert (QApplication.activeModalWidget(), dialog.refusal) == (dialog, "The text is gone; take a backup.")
    monkeypatch.undo()
    dialog.reject()
