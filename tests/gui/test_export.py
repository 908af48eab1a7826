"""The export dialog, with real child processes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from briefer.gui.dialogs.export_dialog import ExportDialog
from briefer.gui.window import MainWindow
from briefer.model.records import Details
from briefer.tasks import presets
from briefer.tasks.opening import convert
from briefer.tasks.verifying import verify_file
from tests.bench.large import large_file
from tests.gui.windows import LEFT, a_dam, a_project, a_window, press, room, section, session_of
from tests.worlds import World

PATIENCE = 60_000  # milliseconds; a child starts in less than one second


def a_dialog(
    qtbot: QtBot, tmp_path: Path, *answers: Path, world: World | None = None
) -> tuple[MainWindow, ExportDialog, list[Path]]:
    """Open the dialog on the dam and wait for its findings; the last list takes what is shown."""
    path = tmp_path / "dam.brief"
    session = (world or a_dam()).session()
    session.write_copy(path)
    session.close()
    window = a_window(qtbot, tmp_path, None, *answers)
    window.projects.open(path)
    shown: list[Path] = []
    room(window).asking.exporting.show_file = shown.append
    return window, reopened(qtbot, window), shown


def reopened(qtbot: QtBot, window: MainWindow) -> ExportDialog:
    """Open the dialog by its command and wait until the brief is checked."""
    window.commands["export"].trigger()
    dialog = the_dialog()
    qtbot.waitUntil(lambda: dialog.form.message != "Checking the brief…", timeout=PATIENCE)
    return dialog


def the_dialog() -> ExportDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    return dialog


def button(dialog: ExportDialog, words: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == words)


def push(dialog: ExportDialog, words: str) -> None:
    QTest.mouseClick(button(dialog, words), LEFT)


def export(qtbot: QtBot, dialog: ExportDialog) -> None:
    push(dialog, "Export")
    qtbot.waitUntil(lambda: not dialog.form.exporting, timeout=PATIENCE)


def test_a_brief_is_written_opened_and_shown(qtbot: QtBot, tmp_path: Path) -> None:
    window, dialog, shown = a_dialog(qtbot, tmp_path)
    assert dialog.form.path() == tmp_path / "The dam held.docx"
    export(qtbot, dialog)
    assert dialog.form.message == "Written: The dam held.docx"
    assert window.status.told == "Exported The dam held.docx"
    assert (tmp_path / "The dam held.docx").read_bytes().startswith(b"PK")
    push(dialog, "Open")
    push(dialog, "Show in folder")
    assert shown == [tmp_path / "The dam held.docx", tmp_path]
    dialog.close()


def test_export_pressed_while_the_brief_is_checked_is_done_after(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    window.projects.open(a_project(tmp_path))
    window.commands["export"].trigger()
    dialog = the_dialog()
    push(dialog, "Export")
    assert dialog.form.message.startswith("Checking the brief; it is written then")
    qtbot.waitUntil(lambda: dialog.form.message == "Written: The dam held.docx", timeout=PATIENCE)
    dialog.close()


def test_what_was_written_is_verified_on_the_spot(qtbot: QtBot, tmp_path: Path) -> None:
    _, dialog, _ = a_dialog(qtbot, tmp_path)
    export(qtbot, dialog)
    push(dialog, "Verify")
    qtbot.waitUntil(lambda: dialog.form.message.startswith("Verified"), timeout=PATIENCE)
    assert dialog.form.message == "Verified: the file matches the sources in quotations, places and context."
    (tmp_path / "The dam held.docx").write_bytes(b"torn")
    push(dialog, "Verify")
    qtbot.waitUntil(lambda: "no Word document" in dialog.form.message or "Word" in dialog.form.message,
                    timeout=PATIENCE)  # fmt: skip
    dialog.reject()


def test_a_preset_says_what_it_prints_and_brings_its_paper(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "presets"
    own.mkdir()
    (own / "memo.yaml").write_text(
        "{briefer_preset: 1, title: Memo, description: Short., paper: Letter, parts: [], evidence: left out,"
        " citations: apa}"
    )
    (own / "broken.yaml").write_text("]")
    monkeypatch.setattr(presets, "own_folder", lambda: own)
    window, dialog, _ = a_dialog(qtbot, tmp_path)
    choices = dialog.form.choices
    assert "broken.yaml" in window.notice.words
    assert [choices.preset.itemText(row) for row in range(choices.preset.count())] == [
        "Brief", "In focus", "Memo", "Read-ahead", "Submission",
    ]  # fmt: skip
    choices.preset.setCurrentIndex(2)
    assert choices.wanted() == {
        "preset": "memo",
        "paper": "Letter",
        "citations": "apa",
        "embedded": False,
        "with_sources": False,
        "draft": False,
    }
    dialog.reject()


def test_the_last_choices_of_a_project_are_chosen_again(qtbot: QtBot, tmp_path: Path) -> None:
    window, dialog, _ = a_dialog(qtbot, tmp_path)
    choices = dialog.form.choices
    choices.pdf.click()
    choices.preset.setCurrentIndex(choices.preset.findText("Read-ahead"))
    choices.paper.setCurrentIndex(choices.paper.findText("Letter"))
    choices.citations.setCurrentIndex(choices.citations.findText("APA form"))
    choices.draft.click()
    export(qtbot, dialog)
    assert verify_file(tmp_path / "The dam held.pdf", None).findings == []
    dialog.reject()
    again = reopened(qtbot, window)
    assert again.form.path() == tmp_path / "The dam held.pdf"
    assert again.form.choices.wanted() == {
        "preset": "read-ahead", "paper": "Letter", "citations": "apa", "embedded": True,
        "with_sources": False, "draft": False,
    }  # fmt: skip
    again.reject()


def test_the_files_of_the_sources_go_with_a_pdf_and_its_evidence_and_are_remembered(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window, dialog, _ = a_dialog(qtbot, tmp_path)
    choices = dialog.form.choices
    assert not choices.with_sources.isEnabled()
    choices.pdf.click()
    choices.with_sources.click()
    assert choices.wanted()["with_sources"]
    choices.evidence.click()
    assert not choices.with_sources.isEnabled()
    assert not choices.wanted()["with_sources"]
    choices.evidence.click()
    choices.draft.click()
    export(qtbot, dialog)
    assert b"its name is its SHA-256" in (tmp_path / "The dam held.pdf").read_bytes()
    dialog.reject()
    again = reopened(qtbot, window)
    assert again.form.choices.wanted()["with_sources"]
    again.reject()


def test_the_dialog_promises_what_the_evidence_proves(qtbot: QtBot, tmp_path: Path) -> None:
    _, dialog, _ = a_dialog(qtbot, tmp_path)
    assert dialog.form.choices._promise.text().endswith("“verify” proves every quotation.")
    dialog.form.choices.evidence.click()
    assert "nobody can verify" in dialog.form.choices._promise.text()
    export(qtbot, dialog)
    push(dialog, "Verify")
    qtbot.waitUntil(lambda: "carries no evidence" in dialog.form.message, timeout=PATIENCE)
    dialog.reject()


def test_an_error_blocks_all_but_a_draft(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    world.statement(world.sections[2], "Nobody was hurt.")
    _, dialog, _ = a_dialog(qtbot, tmp_path, world=world)
    assert not button(dialog, "Export").isEnabled()
    assert dialog.form.message.startswith("An error blocks the export")
    dialog.form.choices.draft.click()
    assert button(dialog, "Export").isEnabled()
    dialog.reject()


def test_a_finding_leads_out_of_the_dialog_to_its_place(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    world.statement(world.sections[2], "Nobody was hurt.")
    window, dialog, _ = a_dialog(qtbot, tmp_path, world=world)
    listed = dialog.form.findings
    listed.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        press(listed, key)
    assert QApplication.activeModalWidget() is None
    assert room(window).space.editor.words.toPlainText() == "Nobody was hurt."
    assert room(window).findings.page.isVisible()


def test_an_export_can_be_cancelled_and_leaves_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    window, dialog, _ = a_dialog(qtbot, tmp_path)
    push(dialog, "Export")
    assert dialog.form.exporting
    assert window.status.working.startswith("Exporting The dam held.docx")
    push(dialog, "Cancel")
    assert dialog.form.message == "Cancelled: nothing was written."
    assert list(tmp_path.glob("*.docx")) == []
    assert window.status.working == ""
    dialog.reject()


def test_a_long_export_is_cancelled_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    window.projects.open(large_file(tmp_path / "large.brief", 5, 20_000, 1_000))
    dialog = reopened(qtbot, window)
    dialog.form.choices.pdf.click()
    told: list[int] = []
    room(window).asking.exporting.progressed.connect(lambda done, _total: told.append(done))
    push(dialog, "Export")
    qtbot.waitUntil(lambda: len(told) > 1, timeout=PATIENCE)
    child = room(window).asking.exporting._child._running
    assert child is not None
    push(dialog, "Cancel")
    qtbot.waitUntil(lambda: child._process.poll() is not None, timeout=500)
    assert list(tmp_path.glob("*.pdf")) == list(tmp_path.glob(".*.part")) == []
    dialog.reject()


def test_one_tags_on_while_a_thousand_notes_are_exported(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    window.projects.open(large_file(tmp_path / "large.brief", 5, 20_000, 1_000))
    push(reopened(qtbot, window), "Export")
    push(the_dialog(), "Go on in the background")
    before = session_of(window).project.tags_under(section(window, "threats"))
    press(room(window).space.panes.active.view, Qt.Key.Key_2)
    assert len(session_of(window).project.tags_under(section(window, "threats"))) == len(before) + 1
    assert window.status.working.startswith("Exporting")
    qtbot.waitUntil(lambda: "is exported" in window.notice.words, timeout=PATIENCE)


def test_an_export_goes_on_in_the_background(qtbot: QtBot, tmp_path: Path) -> None:
    window, dialog, shown = a_dialog(qtbot, tmp_path)
    push(dialog, "Export")
    push(dialog, "Go on in the background")
    assert QApplication.activeModalWidget() is None
    assert window.status.working.startswith("Exporting")
    out = tmp_path / "The dam held.docx"
    qtbot.waitUntil(lambda: "is exported" in window.notice.words, timeout=PATIENCE)
    assert out.exists()
    QTest.mouseClick(window.notice._offers[0], LEFT)
    assert shown == [out]


def test_the_dialog_that_is_opened_again_shows_the_export_that_runs(qtbot: QtBot, tmp_path: Path) -> None:
    window, dialog, _ = a_dialog(qtbot, tmp_path)
    push(dialog, "Export")
    push(dialog, "Go on in the background")
    window.commands["export"].trigger()
    again = QApplication.activeModalWidget()
    assert isinstance(again, ExportDialog)
    assert again.form.exporting
    again.form.findings.mend_wanted.emit(None)
    assert QApplication.activeModalWidget() is again
    qtbot.waitUntil(lambda: not again.form.exporting, timeout=PATIENCE)
    assert again.form.message == "Written: The dam held.docx"
    assert window.notice.words == ""
    again.reject()


def test_what_goes_wrong_in_the_background_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    window, dialog, _ = a_dialog(qtbot, tmp_path)
    push(dialog, "Export")
    (tmp_path / "The dam held.docx").mkdir()
    push(dialog, "Go on in the background")
    qtbot.waitUntil(lambda: window.notice.words != "", timeout=PATIENCE)
    assert "was not written" in window.notice.words


def test_another_file_under_the_project_s_name_is_not_exported(qtbot: QtBot, tmp_path: Path) -> None:
    _, dialog, _ = a_dialog(qtbot, tmp_path)
    (tmp_path / "dam.brief").rename(tmp_path / "moved.brief")
    session = World().session()
    session.write_copy(tmp_path / "dam.brief")
    session.close()
    export(qtbot, dialog)
    assert not (tmp_path / "The dam held.docx").exists()
    assert "Another file has taken the place of “dam.brief”" in dialog.form.message
    dialog.reject()


def test_a_folder_that_is_not_there_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    _, dialog, _ = a_dialog(qtbot, tmp_path)
    dialog.form.set_path(tmp_path / "nowhere" / "brief.docx")
    push(dialog, "Export")
    assert dialog.form.message.startswith("There is no folder")
    dialog.reject()


@pytest.mark.parametrize("name", ["folder", "folder.docx"])
def test_a_folder_is_no_file_to_write(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    _, dialog, _ = a_dialog(qtbot, tmp_path)
    (tmp_path / name).mkdir()
    dialog.form.set_path(tmp_path / name)
    push(dialog, "Export")
    assert dialog.form.message == f"“{tmp_path / name}” is a folder; name a file in it."
    assert not dialog.form.exporting
    dialog.reject()


def test_a_file_that_is_there_is_replaced_only_when_asked(qtbot: QtBot, tmp_path: Path) -> None:
    _, dialog, _ = a_dialog(qtbot, tmp_path)
    out = tmp_path / "The dam held.docx"
    out.write_text("old")
    push(dialog, "Export")
    assert dialog.form.message.startswith("“The dam held.docx” is there already.")
    press(dialog, Qt.Key.Key_Return)
    assert not dialog.form.exporting
    QTest.keyClicks(dialog.form.file, "x")
    assert not button(dialog, "Replace it").isVisible()
    dialog.form.set_path(out)
    push(dialog, "Export")
    assert out.read_text() == "old"
    push(dialog, "Replace it")
    qtbot.waitUntil(lambda: not dialog.form.exporting, timeout=PATIENCE)
    assert out.read_bytes().startswith(b"PK")
    export(qtbot, dialog)
    assert dialog.form.message == "Written: The dam held.docx"
    dialog.reject()


def test_what_the_child_refuses_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    window, dialog, _ = a_dialog(qtbot, tmp_path)
    path = session_of(window).path
    assert path is not None
    path.rename(tmp_path / "moved.brief")
    export(qtbot, dialog)
    assert "dam.brief" in dialog.form.message
    (tmp_path / "moved.brief").rename(path)
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


def test_what_was_written_is_not_offered_under_another_name(qtbot: QtBot, tmp_path: Path) -> None:
    _, dialog, _ = a_dialog(qtbot, tmp_path)
    export(qtbot, dialog)
    assert button(dialog, "Open").isVisible()
    QTest.keyClicks(dialog.form.file, "x")
    assert dialog.form.message == ""
    for words in ("Open", "Show in folder", "Verify"):
        assert not button(dialog, words).isVisible()
    dialog.reject()


def test_a_long_title_makes_a_short_file_name(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    title = "The dam held; the mayor thanked the crew / and said what it cost them"
    world.records[0] = Details(title=title, sources_added=2)
    _, dialog, _ = a_dialog(qtbot, tmp_path, world=world)
    assert dialog.form.path().name == "The dam held; the mayor thanked the crew - and said what it.docx"
    dialog.close()
