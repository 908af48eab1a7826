"""The forms: details of the brief, of a source, and of the user."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from briefer.gui.dialogs.form_dialog import FormDialog
from briefer.gui.dialogs.forms import details_form
from briefer.gui.dialogs.source_dialog import SourceDialog
from briefer.gui.look import theme
from briefer.gui.look.controls import IconButton
from briefer.gui.window import MainWindow
from tests.gui import hands
from tests.gui.windows import CONTROL, LEFT, a_dam, a_window, press, room, session_of, source


def form(window: MainWindow, command: str) -> FormDialog:
    """Open a form by its command."""
    window.commands[command].trigger()
    found = QApplication.activeModalWidget()
    assert isinstance(found, FormDialog)
    return found


def source_form(window: MainWindow) -> SourceDialog:
    """Open the details of the source in the active pane."""
    window.commands["source"].trigger()
    found = QApplication.activeModalWidget()
    assert isinstance(found, SourceDialog)
    found.activateWindow()
    QApplication.processEvents()
    return found


def fill(dialog: FormDialog | SourceDialog, name: str, words: str) -> None:
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
    dialog = source_form(window)
    fill(dialog, "published", "2024-07")
    fill(dialog, "kind", "agency")
    fill(dialog, "derived_from", source(window, "S2").id)
    dialog.accept()
    reference = source(window, "S1").reference
    assert (reference.published, reference.kind) == ("2024-07", "agency")
    assert reference.derived_from == source(window, "S2").id


def test_nothing_changed_is_no_step(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    source_form(window).accept()
    form(window, "details").accept()
    assert not window.commands["undo"].isEnabled()


def test_without_a_source_it_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    for pane in room(window).space.panes.panes():
        pane.show_source(None)
    window.commands["source"].trigger()
    assert window.notice.words.startswith("Choose a source first")


def test_without_a_project_there_is_no_form(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    report = source(window, "S1")
    window.commands["close"].trigger()
    assert details_form(window, window.desk, window.settings) is None
    room(window).asking.describe(report)
    assert QApplication.activeModalWidget() is None


def test_every_field_has_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = form(window, "details")
    assert [box for box in dialog.findChildren(QLineEdit) if not box.accessibleName()] == []
    dialog.reject()


def test_one_source_after_another_is_described_in_the_same_field(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = source_form(window)
    dialog.box("author").setFocus()
    fill(dialog, "author", "A. Reporter")
    press(dialog.box("author"), Qt.Key.Key_PageDown, CONTROL)
    assert source(window, "S1").reference.author == "A. Reporter"
    assert dialog.windowTitle() == "Details of S2"
    assert dialog.form.focused() == "author"
    press(dialog.box("author"), Qt.Key.Key_PageDown, CONTROL)
    assert dialog.windowTitle() == "Details of S1"
    following = next(b for b in dialog.findChildren(IconButton) if b.accessibleName().startswith("Next"))
    QTest.mouseClick(following, LEFT)
    press(dialog.box("author"), Qt.Key.Key_PageUp, CONTROL)
    assert dialog.windowTitle() == "Details of S1"
    assert [entry.label for entry in session_of(window).log()] == ["Describe S1"]
    dialog.reject()


def test_what_is_wrong_is_said_under_the_field_when_it_is_left(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = source_form(window)
    dialog.box("published").setFocus()
    fill(dialog, "published", "Sunday")
    press(dialog.box("published"), Qt.Key.Key_Tab)
    wanted = "“Sunday” is no valid date; give a date such as 2024-07-28, 2024-07 or 2024."
    assert dialog.form.sentence("published") == wanted
    dialog.turn(1)
    assert (dialog.windowTitle(), dialog.refusal) == ("Details of S1", wanted)
    dialog.accept()
    assert dialog.isVisible()
    dialog.box("published").setFocus()
    fill(dialog, "published", "2024-07")
    press(dialog.box("published"), Qt.Key.Key_Tab)
    assert dialog.form.sentence("published") == ""
    assert dialog.form.sentence("kind") == ""
    dialog.accept()
    assert source(window, "S1").reference.published == "2024-07"


def test_the_form_says_what_is_missing_and_how_that_is_printed(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = source_form(window)
    assert dialog.missing == "Printed as: no byline · n.d. · URL not recorded"
    fill(dialog, "kind", "official")
    fill(dialog, "published", "2024")
    fill(dialog, "url", "https://example.org/flood")
    assert dialog.missing == "The reference is complete."
    assert theme.current().good.name() in hands.colours(hands.picture(dialog))
    dialog.reject()
    assert source(window, "S1").reference.kind == "newspaper"


def test_today_is_filled_in_by_a_button(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = source_form(window)
    today = next(b for b in dialog.findChildren(QPushButton) if b.accessibleName() == "Accessed: Today")
    QTest.mouseClick(today, LEFT)
    dialog.accept()
    assert source(window, "S1").reference.accessed == date.today().isoformat()  # noqa: DTZ011


def test_a_day_that_no_calendar_has_is_said_in_the_details(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = form(a_window(qtbot, tmp_path, a_dam()), "details")
    dialog.activateWindow()
    QApplication.processEvents()
    dialog.box("cutoff").setFocus()
    fill(dialog, "cutoff", "2026-02-30")
    press(dialog.box("cutoff"), Qt.Key.Key_Tab)
    assert dialog.form.sentence("cutoff") == "“2026-02-30” is no date; write it as 2024-07-28."
    dialog.reject()
