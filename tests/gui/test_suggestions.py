"""Where the fields of a source come from, and what its file suggests for those that it leaves open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from briefer.actions import sources
from briefer.actions.sources import Incoming
from briefer.gui.dialogs.source_dialog import SourceDialog
from briefer.gui.window import MainWindow
from tests.gui.windows import ALT, LEFT, a_dam, a_window, press, room, session_of, source

GUESSED = ("title\tThe flood\tthe first line", "author\tAda\ta byline", "published\t2024-07-28\tthe address")
PAGE = Incoming(
    "page.html", b"page", "The flood\nBy Ada", "UTF-8", found=("publisher\tog:site_name",), suggested=GUESSED,
    reference={"publisher": "The Gazette"},
)  # fmt: skip


def the_details(qtbot: QtBot, tmp_path: Path) -> tuple[MainWindow, SourceDialog]:
    """Open the details of a source whose file says something of itself."""
    window = a_window(qtbot, tmp_path, a_dam())
    window.desk.do(lambda project: sources.add(project, [PAGE], "2026-11-22T12:00:00Z"))
    room(window).asking.describe(source(window, "S3"))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SourceDialog)
    return window, dialog


def words_of(dialog: SourceDialog, name: str) -> str:
    box = dialog.box(name)
    assert isinstance(box, QLineEdit)
    return box.text()


def test_a_field_says_where_its_value_comes_from(qtbot: QtBot, tmp_path: Path) -> None:
    _, dialog = the_details(qtbot, tmp_path)
    assert words_of(dialog, "publisher") == "The Gazette"
    assert "from og:site_name" in [label.text() for label in dialog.form.findChildren(QLabel)]
    assert words_of(dialog, "author") == ""
    dialog.reject()


def test_suggestions_are_used_and_dismissed_as_one_step(qtbot: QtBot, tmp_path: Path) -> None:
    window, dialog = the_details(qtbot, tmp_path)
    offered = dialog.form.suggestions
    assert offered["title"].words.text() == "Perhaps “The flood” (the first line)"
    QTest.mouseClick(offered["title"].use, LEFT)
    assert words_of(dialog, "title") == "The flood"
    assert offered["title"].isHidden()
    dialog.box("published").setFocus()
    press(dialog.box("published"), Qt.Key.Key_Down, ALT)
    assert words_of(dialog, "published") == "2024-07-28"
    offered["published"].take()
    QTest.mouseClick(offered["author"].drop, LEFT)
    assert session_of(window).undo_label == "Add S3"
    dialog.accept()
    after = source(window, "S3")
    assert sources.suggestions(after) == {}
    assert sources.origins(after)["published"] == "the address"
    assert (after.reference.author, after.reference.published) == ("", "2024-07-28")
    window.desk.undo()
    assert len(sources.suggestions(source(window, "S3"))) == 3


def test_what_nobody_decided_is_offered_again(qtbot: QtBot, tmp_path: Path) -> None:
    window, dialog = the_details(qtbot, tmp_path)
    QTest.mouseClick(dialog.form.suggestions["author"].drop, LEFT)
    dialog.turn(1)
    dialog.turn(-1)
    assert set(dialog.form.suggestions) == {"title", "published"}
    dialog.reject()
    assert session_of(window).undo_label == "Describe S3"
