"""A version of the brief is recorded as issued."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from briefer.gui.dialogs.form_dialog import FormDialog
from briefer.gui.dialogs.forms import DetailsForm
from briefer.gui.window import MainWindow
from briefer.model.records import Details
from tests.gui.test_forms import fill
from tests.gui.windows import a_dam, a_window, room, session_of
from tests.worlds import World


def a_version(day: str = "") -> World:
    """Return the dam as its version 1.1, after version 1.0 went out."""
    world = a_dam()
    found = world.records[0]
    assert isinstance(found, Details)
    world.records[0] = replace(found, version="1.1", product_date=day)
    world.issue("1.0")
    return world


def told(dialog: FormDialog) -> list[str]:
    """Return the facts that a form shows."""
    return [name for one in dialog.findChildren(QLabel) if ": " in (name := one.accessibleName())]


def issued(window: MainWindow) -> list[tuple[str, str]]:
    return [(one.version, one.day) for one in session_of(window).project.issues()]


def a_file(qtbot: QtBot, tmp_path: Path, world: World) -> MainWindow:
    """Show a window on a world that lies in a file."""
    window = a_window(qtbot, tmp_path)
    with closing(world.session()) as session:
        session.write_copy(tmp_path / "dam.brief")
    window.projects.open(tmp_path / "dam.brief")
    qtbot.waitUntil(lambda: window.desk.session is not None)
    return window


def issuing(qtbot: QtBot, window: MainWindow) -> FormDialog:
    """Ask for the form, which shows when the brief was checked."""
    window.commands["issue"].trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), FormDialog))
    found = QApplication.activeModalWidget()
    assert isinstance(found, FormDialog)
    return found


def test_a_brief_with_errors_is_not_issued(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_version()
    world.statement(world.sections[0], "It was repaired.")
    window = a_file(qtbot, tmp_path, world)
    window.commands["issue"].trigger()
    qtbot.waitUntil(lambda: window.notice.words == "The brief has 1 error; mend it, then issue the brief.")
    assert issued(window) == [("1.0", "2026-11-22")]


def test_what_will_be_recorded_is_shown_and_recorded_in_one_step(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_file(qtbot, tmp_path, a_version("2026-12-01"))
    dialog = issuing(qtbot, window)
    assert told(dialog)[:2] == ["Version: 1.1", "As it stands: 2 statements, 2 sources, 0 rulings"]
    assert told(dialog)[-1] == "Version 1.0: issued on 2026-11-22"
    dialog.accept()
    assert issued(window) == [("1.0", "2026-11-22"), ("1.1", "2026-12-01")]
    assert window.status.told == "Version 1.1 issued on 2026-12-01"
    window.desk.undo()
    assert len(issued(window)) == 1


def test_without_a_date_of_the_product_it_is_today_or_another_day(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_file(qtbot, tmp_path, a_version())
    dialog = issuing(qtbot, window)
    day = dialog.box("day")
    assert isinstance(day, QLineEdit)
    assert day.text() == session_of(window).now()[:10]
    fill(dialog, "day", "soon")
    dialog.accept()
    assert dialog.refusal == "“soon” is no date; write it as 2024-07-28."
    day.clear()
    dialog.accept()
    assert dialog.refusal == "Say on which day it is issued."
    fill(dialog, "day", "2026-11-23")
    dialog.accept()
    assert issued(window)[-1] == ("1.1", "2026-11-23")


def test_a_version_that_is_missing_or_was_issued_is_set_in_the_details(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_file(qtbot, tmp_path, a_dam())
    window.commands["issue"].trigger()
    assert window.notice.words == "The brief has no version; set one, such as 1, and issue it then."
    room(window).asking.ask_details("version")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DetailsForm)
    fill(dialog, "version", "1")
    dialog.accept()
    issuing(qtbot, window).accept()
    window.commands["issue"].trigger()
    assert window.notice.words == "Version 1 was issued already; set the next one and issue that."


def test_nothing_is_issued_while_a_difference_is_unfinished(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_file(qtbot, tmp_path, a_version())
    window.commands["differences"].trigger()
    room(window).differing.begin(())
    fields = room(window).differing.page.form.fields
    fields["question"].insertPlainText("Who paid?")
    window.commands["issue"].trigger()
    assert "complete it, or remove it" in window.notice.words
    assert QApplication.activeModalWidget() is None
