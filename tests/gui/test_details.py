"""What the details of the brief also hold: its purpose, its scale of likelihood and its acronyms."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from briefer.gui.checking.model import Found
from briefer.gui.dialogs.forms import DetailsForm
from briefer.gui.look.fields import TextField
from tests.gui.test_forms import fill, form
from tests.gui.windows import a_dam, a_window, press, room, session_of


def details_dialog() -> DetailsForm:
    """Return the details of the brief, which are open."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DetailsForm)
    return dialog


def type_cells(dialog: DetailsForm, row: int, *words: str) -> None:
    """Type words into the cells of a row of the acronyms."""
    for column, each in enumerate(words):
        cell = dialog.acronyms.rows.item(row, column)
        assert cell is not None
        cell.setText(each)


def test_purpose_objectives_and_scale_are_kept(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = form(window, "details")
    fill(dialog, "purpose", "Decide on the repairs.")
    box = dialog.box("objectives")
    assert isinstance(box, TextField)
    box.setPlainText("Know the cost.\nKnow the risk.\n")
    fill(dialog, "scale", "phia")
    dialog.accept()
    details = session_of(window).project.details()
    assert (details.purpose, details.objectives, details.scale) == (
        "Decide on the repairs.", "Know the cost.\nKnow the risk.", "phia",
    )  # fmt: skip
    form(window, "details").accept()
    assert session_of(window).project.details() == details


def test_acronyms_are_added_changed_and_removed_in_one_step(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    world.acronym("MOU", "memorandum")
    world.acronym("TTX", "table-top exercise")
    window = a_window(qtbot, tmp_path, world)
    form(window, "details")
    dialog = details_dialog()
    rows = dialog.acronyms.rows
    type_cells(dialog, 0, "MOU", "memorandum of understanding")
    type_cells(dialog, 2, "USFJ", "United States Forces Japan")
    assert rows.rowCount() == 4
    rows.setCurrentCell(1, 0)
    press(rows, Qt.Key.Key_Delete)
    dialog.accept()
    project = session_of(window).project
    assert [(one.short, one.expansion) for one in project.acronyms()] == [
        ("MOU", "memorandum of understanding"),
        ("USFJ", "United States Forces Japan"),
    ]
    assert window.commands["undo"].text() == "&Undo set acronyms"
    window.desk.undo()
    assert [one.short for one in project.acronyms()] == ["MOU", "TTX"]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([("US FJ", "Forces")], "is no acronym"),
        ([("USFJ", "")], "Say what USFJ stands for."),
        ([("USFJ", "a"), ("USFJ", "b")], "USFJ is listed twice; take one of the two away."),
    ],
)
def test_what_is_no_acronym_is_refused_in_the_form(
    qtbot: QtBot, tmp_path: Path, rows: list[tuple[str, str]], sentence: str
) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    form(window, "details")
    dialog = details_dialog()
    for place, words in enumerate(rows):
        type_cells(dialog, place, *words)
    dialog.accept()
    assert sentence in dialog.refusal
    dialog.reject()
    assert not session_of(window).project.acronyms()


def test_the_button_begins_an_acronym_by_keys_alone(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    form(window, "details")
    details_dialog().activateWindow()
    QApplication.processEvents()
    table = details_dialog().acronyms
    table.add.click()
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "USFJ")
    press(editor, Qt.Key.Key_Return)
    assert table.pairs() == [("USFJ", "")]
    table.rows.setCurrentCell(0, 0)
    table.remove.click()
    assert table.pairs() == []
    details_dialog().reject()


@pytest.mark.parametrize(
    ("rule", "field"), [("acronym", "acronyms"), ("likelihood", "scale"), ("relative-date", "event_date")]
)
def test_a_finding_about_words_opens_what_the_details_lack(
    qtbot: QtBot, tmp_path: Path, rule: str, field: str
) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    statement = session_of(window).project.statements()[0]
    room(window).mending.mend(Found(rule, "warning", "Mend it.", statement.id))
    QApplication.processEvents()
    dialog = details_dialog()
    dialog.activateWindow()
    QApplication.processEvents()
    place = dialog.acronyms.rows.viewport() if field == "acronyms" else dialog.box(field)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is place or place.isAncestorOf(focused)
    dialog.reject()
