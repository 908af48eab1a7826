"""The export dialog, with real child processes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from briefer.gui.dialogs.export_dialog import ExportDialog
from briefer.gui.window import MainWindow
from briefer.tasks.opening import convert
from tests.gui.windows import LEFT, a_dam, a_project, a_window, press, room, session_of, source

PATIENCE = 60_000  # milliseconds; a child starts in less than one second


def a_dialog(qtbot: QtBot, tmp_path: Path, *answers: Path) -> tuple[MainWindow, ExportDialog, list[Path]]:
    """Open the dialog on the dam and wait for its findings; the last list takes what is shown."""
    window = a_window(qtbot, tmp_path, None, *answers)
    window.settings.keep("export-folder", str(tmp_path))
    window.projects.open(a_project(tmp_path))
    shown: list[Path] = []
    dialog = ExportDialog(
        window, session_of(window), window.settings, window.chooser, folder=tmp_path, show_file=shown.append
    )
    dialog.place_wanted.connect(room(window).go_to)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.form.message != "Checking the brief…", timeout=PATIENCE)
    return window, dialog, shown


def button(dialog: ExportDialog, words: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == words)


def test_findings_are_listed_and_lead_to_their_place(qtbot: QtBot, tmp_path: Path) -> None:
    window, dialog, _ = a_dialog(qtbot, tmp_path)
    rows = [dialog.form.findings.item(row) for row in range(dialog.form.findings.count())]
    assert any("rests on one source" in row.text() for row in rows)
    about = next(row for row in rows if row.text().startswith("S2"))
    room(window).space.panes.active.show_source(None)
    dialog.form.findings.setCurrentItem(about)
    press(dialog.form.findings, Qt.Key.Key_Return)
    assert source(window, "S2").id in room(window).space.panes.shown()
    for name in (section.key for section in session_of(window).project.sections()):
        room(window).go_to(name)
    for statement in session_of(window).project.statements():
        room(window).go_to(statement.id)
    room(window).go_to(session_of(window).project.passages()[0].id)
    room(window).go_to("nowhere")
    assert "nowhere" in window.notice.words
    dialog.reject()


def test_a_brief_is_written_opened_and_shown(qtbot: QtBot, tmp_path: Path) -> None:
    _, dialog, shown = a_dialog(qtbot, tmp_path)
    assert dialog.form.path() == tmp_path / "The dam held.docx"
    QTest.mouseClick(button(dialog, "Export"), LEFT)
    qtbot.waitUntil(lambda: not dialog.form.exporting, timeout=PATIENCE)
    assert dialog.form.message == "Written: The dam held.docx"
    assert (tmp_path / "The dam held.docx").read_bytes().startswith(b"PK")
    QTest.mouseClick(button(dialog, "Open"), LEFT)
    QTest.mouseClick(button(dialog, "Show in folder"), LEFT)
    assert shown == [tmp_path / "The dam held.docx", tmp_path]
    dialog.close()


def test_the_format_gives_the_file_its_ending(qtbot: QtBot, tmp_path: Path) -> None:
    _, dialog, _ = a_dialog(qtbot, tmp_path, tmp_path / "Sent.docx")
    dialog.form.pdf.click()
    assert dialog.form.path() == tmp_path / "The dam held.pdf"
    QTest.mouseClick(button(dialog, "Browse…"), LEFT)
    assert dialog.form.path() == tmp_path / "Sent.docx"
    assert dialog.form.word.isChecked()
    QTest.mouseClick(button(dialog, "Browse…"), LEFT)
    assert dialog.form.path() == tmp_path / "Sent.docx"
    dialog.reject()


def test_an_ending_that_is_typed_chooses_its_format(qtbot: QtBot, tmp_path: Path) -> None:
    _, dialog, _ = a_dialog(qtbot, tmp_path)
    field = next(box for box in dialog.findChildren(QLineEdit) if box.accessibleName() == "File to write")
    field.selectAll()
    QTest.keyClicks(field, str(tmp_path / "Sent.pdf"))
    assert dialog.form.path() == tmp_path / "Sent.pdf"
    assert dialog.form.pdf.isChecked()
    dialog.reject()


def test_an_error_blocks_all_but_a_draft(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    world.statement(world.sections[2], "Nobody was hurt.")
    path = tmp_path / "dam.brief"
    session = world.session()
    session.write_copy(path)
    session.close()
    window = a_window(qtbot, tmp_path)
    window.projects.open(path)
    dialog = ExportDialog(window, session_of(window), window.settings, window.chooser, folder=tmp_path)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.form.findings.count() > 0, timeout=PATIENCE)
    assert not button(dialog, "Export").isEnabled()
    assert dialog.form.message.startswith("An error blocks the export")
    dialog.form.draft.click()
    assert button(dialog, "Export").isEnabled()
    dialog.reject()


def test_an_export_can_be_cancelled_and_leaves_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    _, dialog, _ = a_dialog(qtbot, tmp_path)
    QTest.mouseClick(button(dialog, "Export"), LEFT)
    assert dialog.form.exporting
    QTest.mouseClick(button(dialog, "Cancel"), LEFT)
    assert dialog.form.message == "Cancelled: nothing was written."
    assert list(tmp_path.glob("*.docx")) == []
    dialog.reject()


def test_a_folder_that_is_not_there_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    _, dialog, _ = a_dialog(qtbot, tmp_path)
    dialog.form.set_path(tmp_path / "nowhere" / "brief.docx")
    QTest.mouseClick(button(dialog, "Export"), LEFT)
    assert dialog.form.message.startswith("There is no folder")
    dialog.reject()


def test_a_file_that_is_there_is_replaced_only_when_asked(qtbot: QtBot, tmp_path: Path) -> None:
    _, dialog, _ = a_dialog(qtbot, tmp_path)
    (tmp_path / "The dam held.docx").write_text("old")

    def answer(words: str) -> None:
        asked = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox))
        next(b for b in asked.buttons() if b.text().replace("&", "") == words).click()

    from PySide6.QtCore import QTimer

    QTimer.singleShot(100, lambda: answer("Cancel"))
    QTest.mouseClick(button(dialog, "Export"), LEFT)
    assert not dialog.form.exporting
    QTimer.singleShot(100, lambda: answer("Replace"))
    QTest.mouseClick(button(dialog, "Export"), LEFT)
    qtbot.waitUntil(lambda: not dialog.form.exporting, timeout=PATIENCE)
    assert (tmp_path / "The dam held.docx").read_bytes().startswith(b"PK")
    dialog.reject()


def test_what_the_child_refuses_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    window, dialog, _ = a_dialog(qtbot, tmp_path)
    path = session_of(window).path
    assert path is not None
    path.rename(tmp_path / "moved.brief")
    QTest.mouseClick(button(dialog, "Export"), LEFT)
    qtbot.waitUntil(lambda: not dialog.form.exporting, timeout=PATIENCE)
    assert "dam.brief" in dialog.form.message
    (tmp_path / "moved.brief").rename(path)
    dialog.reject()


def test_the_export_command_opens_the_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    window.projects.open(a_project(tmp_path))
    window.commands["export"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    dialog.exported.emit(tmp_path / "brief.pdf")
    assert window.status.told == "Exported brief.pdf"
    dialog.reject()


def proposed(window: MainWindow) -> Path:
    """Open the dialog by its command and return the file that it proposes."""
    window.commands["export"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    dialog.reject()
    return dialog.form.path()


def test_the_first_export_is_proposed_beside_the_project(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    window.projects.open(a_project(tmp_path))
    assert proposed(window) == tmp_path / "The dam held.docx"


def test_that_of_a_yaml_project_is_proposed_beside_the_yaml(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "dam.brief.yaml"
    convert(a_project(tmp_path), path)
    window = a_window(qtbot, tmp_path)
    window.projects.open(path)
    assert proposed(window).parent == tmp_path
    window.projects.open_sample()
    assert proposed(window).parent == Path.home()


@pytest.mark.parametrize("name", ["folder", "folder.docx"])
def test_a_folder_is_no_file_to_write(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    _, dialog, _ = a_dialog(qtbot, tmp_path)
    (tmp_path / name).mkdir()
    dialog.form.set_path(tmp_path / name)
    QTest.mouseClick(button(dialog, "Export"), LEFT)
    assert dialog.form.message == f"“{tmp_path / name}” is a folder; name a file in it."
    assert not dialog.form.exporting
    dialog.reject()


def test_what_was_written_is_not_offered_under_another_name(qtbot: QtBot, tmp_path: Path) -> None:
    _, dialog, _ = a_dialog(qtbot, tmp_path)
    QTest.mouseClick(button(dialog, "Export"), LEFT)
    qtbot.waitUntil(lambda: not dialog.form.exporting, timeout=PATIENCE)
    assert button(dialog, "Open").isVisible()
    [field] = dialog.findChildren(QLineEdit)
    QTest.keyClicks(field, "x")
    assert dialog.form.message == ""
    assert not button(dialog, "Open").isVisible()
    assert not button(dialog, "Show in folder").isVisible()
    dialog.reject()
