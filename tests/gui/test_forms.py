"""The forms: details of the brief, of a source, and of the user."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from briefer.gui.dialogs.form_dialog import FormDialog
from briefer.gui.dialogs.forms import details_form, source_form
from briefer.gui.window import MainWindow
from tests.gui.windows import a_dam, a_window, press, room, session_of, source


def form(window: MainWindow, command: str) -> FormDialog:
    """Open a form by its command."""
    window.commands[command].trigger()
    found = QApplication.activeModalWidget()
    assert isinstance(found, FormDialog)
    return found


def fill(dialog: FormDialog, name: str, words: str) -> None:
    box = dialog.box(name)
    if isinstance(box, QComboBox):
        box.setCurrentIndex(box.findData(words))
    else:
        box.clear()
        QTest.keyClicks(box, words)


def test_details_are_kept_in_one_step(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = form(window, "details")
    fill(dialog, "title", "The dam stands")
    fill(dialog, "event_date", "2024-07-28")
    dialog.accept()
    details = session_of(window).project.details()
    assert (details.title, details.event_date) == ("The dam stands", "2024-07-28")
    assert window.windowTitle() == "The dam stands – briefer"
    assert window.commands["undo"].text() == "&Undo set details"


def test_a_wrong_date_is_refused_in_the_form(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = form(window, "details")
    fill(dialog, "cutoff", "yesterday")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.refusal == "“yesterday” is no date; write it as 2024-07-28."
    dialog.reject()
    assert session_of(window).project.details().cutoff == ""


def test_a_sources_reference_is_filled_in(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = form(window, "source")
    fill(dialog, "published", "2024-07")
    fill(dialog, "kind", "agency")
    fill(dialog, "derived_from", source(window, "S2").id)
    dialog.accept()
    reference = source(window, "S1").reference
    assert (reference.published, reference.kind) == ("2024-07", "agency")
    assert reference.derived_from == source(window, "S2").id


def test_nothing_changed_is_no_step(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    form(window, "source").accept()
    form(window, "details").accept()
    assert not window.commands["undo"].isEnabled()


def test_without_a_source_it_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    for pane in room(window).space.panes.panes():
        pane.show_source(None)
    window.commands["source"].trigger()
    assert window.notice.words.startswith("Choose a source first")


def test_the_user_says_who_they_are(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    dialog = form(window, "preferences")
    fill(dialog, "author", "Ada Lovelace")
    fill(dialog, "office", "Analysis")
    press(dialog, Qt.Key.Key_Return)
    assert (window.settings.author, window.settings.office) == ("Ada Lovelace", "Analysis")


def test_without_a_project_there_is_no_form(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    report = source(window, "S1")
    window.commands["close"].trigger()
    assert details_form(window, window.desk, window.settings) is None
    assert source_form(window, window.desk, report) is None


def test_every_field_has_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = form(window, "details")
    assert [box for box in dialog.findChildren(QLineEdit) if not box.accessibleName()] == []
    dialog.reject()
