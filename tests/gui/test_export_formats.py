"""The formats of an export: each has its ending, and what it cannot carry is not offered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.test_export import a_dialog, button, export, push, reopened
from tests.gui.windows import LEFT


def test_an_ending_that_is_typed_chooses_its_format(qtbot: QtBot, tmp_path: Path) -> None:
    _, dialog, _ = a_dialog(qtbot, tmp_path)
    for ending in (".pdf", ".docx", ".md", ".html"):
        dialog.form.file.selectAll()
        QTest.keyClicks(dialog.form.file, f"{tmp_path / 'Sent'}{ending}")
        assert dialog.form.path() == tmp_path / f"Sent{ending}"
        assert dialog.form.choices.format() == ending
    dialog.reject()


def test_the_format_gives_the_file_its_ending(qtbot: QtBot, tmp_path: Path) -> None:
    _, dialog, _ = a_dialog(qtbot, tmp_path, tmp_path / "Sent.docx")
    QTest.mouseClick(dialog.form.choices.pdf, LEFT)
    assert dialog.form.path() == tmp_path / "The dam held.pdf"
    push(dialog, "Browse…")
    assert dialog.form.path() == tmp_path / "Sent.docx"
    assert dialog.form.choices.word.isChecked()
    push(dialog, "Browse…")
    assert dialog.form.path() == tmp_path / "Sent.docx"
    dialog.form.file.setText(str(tmp_path / "Sent"))
    dialog.form.choices.pdf.click()
    assert dialog.form.path() == tmp_path / "Sent.pdf"
    dialog.reject()


def test_a_web_page_is_written_and_offers_no_verification(qtbot: QtBot, tmp_path: Path) -> None:
    window, dialog, _ = a_dialog(qtbot, tmp_path)
    choices = dialog.form.choices
    choices.html.click()
    assert choices._promise.text().endswith("a click on the digest at the end saves it.")
    export(qtbot, dialog)
    assert (tmp_path / "The dam held.html").read_bytes().startswith(b"<!DOCTYPE html>")
    assert button(dialog, "Open").isVisible()
    assert not button(dialog, "Verify").isVisible()
    dialog.reject()
    again = reopened(qtbot, window)
    assert again.form.path() == tmp_path / "The dam held.html"
    assert again.form.choices.html.isChecked()
    again.reject()


def test_markdown_leaves_out_of_the_choice_what_it_has_no_place_for(qtbot: QtBot, tmp_path: Path) -> None:
    _, dialog, _ = a_dialog(qtbot, tmp_path)
    choices = dialog.form.choices
    choices.markdown.click()
    assert not choices.evidence.isEnabled()
    assert not choices.paper.isEnabled()
    assert "no place for the evidence" in choices._promise.text()
    export(qtbot, dialog)
    assert dialog.form.message == "Written: The dam held.md"
    choices.word.click()
    assert choices.evidence.isEnabled()
    assert "“verify” proves" in choices._promise.text()
    dialog.reject()
