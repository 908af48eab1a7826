"""The encoding of a plain text, chosen by what each makes of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from briefer.actions import sources
from briefer.gui.dialogs.encoding_dialog import EncodingDialog
from briefer.model.change import Change, Edit
from tests.gui.taking import a_page, card_offers, dialog_of, names, offered, settle, take_in
from tests.gui.windows import a_dam, a_window, press, room, session_of, source


def test_a_guess_leads_to_a_list_of_encodings_and_what_each_makes_of_the_text(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    path = tmp_path / "dam.txt"
    path.write_bytes("It held.\nThe dam in Šiauliai held.\n".encode("cp1257"))
    room(window).importing.add_files([path])
    qtbot.waitUntil(
        lambda: window.notice.words == "S3: “dam.txt” was read as windows-1252, which is a guess."
    )
    assert offered(window).text() == "Choose the encoding…"
    offered(window).click()
    dialog = encodings(qtbot)
    assert dialog.list.currentItem().text() == "Western European  ·  windows-1252"
    assert dialog.words.toPlainText() == "The dam in Ðiauliai held."
    QTest.keyClicks(dialog.list, "Baltic")
    assert dialog.words.toPlainText() == "The dam in Šiauliai held."
    press(dialog.list, Qt.Key.Key_Return)
    settle(qtbot, window)
    text = session_of(window).project.text_of
    assert text(source(window, "S3")) == "It held.\nThe dam in Šiauliai held.\n"
    assert source(window, "S3").encoding == "windows-1257"
    window.desk.undo()
    assert "Ðiauliai" in text(source(window, "S3"))


def test_an_encoding_that_is_not_in_the_list_is_offered_as_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    path = tmp_path / "dam.txt"
    path.write_bytes("The dam held.".encode("utf-16"))
    room(window).importing.add_files([path])
    qtbot.waitUntil(lambda: "dam.txt" in names(window))
    card_offers(window, "S3", "Choose the encoding…")
    dialog = encodings(qtbot)
    assert dialog.list.currentItem().text() == "as it is  ·  UTF-16"
    assert dialog.words.toPlainText() == "The dam held."
    dialog.accept()
    settle(qtbot, window)
    assert window.notice.words == "The text is the one that the source has already; nothing was changed."
    assert source(window, "S3").encoding == "UTF-16"


@pytest.mark.parametrize("encoding", ["", "klingon", "idna", "<img src=x>\nfoo", "x" * 100_000])
def test_what_a_project_says_of_an_encoding_may_be_anything(
    qtbot: QtBot, tmp_path: Path, encoding: str
) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    first = source(window, "S1")
    session_of(window).do(Change("Read", (Edit(first, replace(first, encoding=encoding)),)))
    room(window).taking_in.choose_encoding(source(window, "S1"))
    dialog = encodings(qtbot)
    assert "was read as an unknown encoding." in dialog.findChildren(QLabel)[0].text()
    assert dialog.list.currentItem().text() == "Unicode  ·  UTF-8"
    assert dialog.width() < 1000


def test_while_nothing_can_be_changed_no_encoding_is_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    newer = tmp_path / "newer.txt"
    newer.write_text("It fell.")
    room(window).rereading.read(source(window, "S1"), newer)
    room(window).taking_in.choose_encoding(source(window, "S1"))
    assert window.notice.words == "A newer copy is being read; wait for it, or cancel first."
    assert not isinstance(QApplication.activeModalWidget(), EncodingDialog)
    settle(qtbot, window)


def test_only_a_plain_text_that_is_there_has_an_encoding_to_choose(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    take_in(qtbot, window, a_page(tmp_path))
    third = source(window, "S3")
    room(window).space.panes.show_source(third)
    window.commands["encoding"].trigger()
    assert window.notice.words == "S3 was not read from plain text; it has no encoding to choose."
    window.desk.do(lambda project: sources.remove(project, third))
    room(window).taking_in.choose_encoding(third)
    assert window.notice.words == "S3 is no longer there; undo its removal first."


def test_an_encoding_is_of_the_file_that_was_looked_at(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    room(window).taking_in.choose_encoding(source(window, "S1"))
    dialog = encodings(qtbot)
    newer = tmp_path / "newer.txt"
    newer.write_text("It fell.")
    room(window).rereading.read(source(window, "S1"), newer)
    dialog.accept()
    assert window.notice.words == "A newer copy is being read; wait for it, or cancel first."
    settle(qtbot, window)
    room(window).taking_in.choose_encoding(source(window, "S1"))
    dialog = encodings(qtbot)
    window.desk.undo()
    dialog.accept()
    qtbot.waitUntil(lambda: window.notice.words == "S1 is of another file by now; nothing was changed.")
    assert [entry.undone for entry in session_of(window).log()] == [True]


def encodings(qtbot: QtBot) -> EncodingDialog:
    found = dialog_of(qtbot, EncodingDialog)
    assert isinstance(found, EncodingDialog)
    return found
