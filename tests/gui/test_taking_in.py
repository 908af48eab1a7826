"""What else a file holds, offered once it was read; and the text of a source, corrected in the window."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from briefer.gui.dialogs.attached_dialog import AttachedDialog
from briefer.gui.dialogs.text_dialog import TextDialog
from briefer.gui.window import MainWindow
from briefer.model.records import Source
from tests.gui.taking import ARTICLE, PAGE, a_page, card_offers, dialog_of, names, offered, settle, take_in
from tests.gui.windows import LEFT, a_dam, a_project, a_window, press, room, session_of, source
from tests.worlds import a_world


def a_message(folder: Path, words: str = "The dam held, see the two reports.") -> Path:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ada <ada@example.org>", "The dam"
    message.set_content(words)
    message.add_attachment("The gate broke.", filename="gate.txt")
    message.add_attachment(b"\x89PNG\r\n" + bytes(2000), maintype="image", subtype="png", filename="dam.png")
    path = folder / "dam.eml"
    path.write_bytes(message.as_bytes())
    return path


def choose(qtbot: QtBot) -> AttachedDialog:
    found = dialog_of(qtbot, AttachedDialog)
    assert isinstance(found, AttachedDialog)
    return found


def correct(qtbot: QtBot, window: MainWindow, label: str = "S1") -> TextDialog:
    room(window).taking_in.edit_text(source(window, label))
    found = dialog_of(qtbot, TextDialog)
    assert isinstance(found, TextDialog)
    return found


def test_files_attached_to_a_message_are_offered_when_it_is_added(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    room(window).importing.add_files([a_message(tmp_path)])
    qtbot.waitUntil(lambda: window.notice.words != "")
    assert window.notice.words == "S3: 2 attached files were not read with it."
    assert offered(window).text() == "Choose attached files…"
    QTest.mouseClick(offered(window), LEFT)
    dialog = choose(qtbot)
    lines = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert lines[0] == "gate.txt  ·  16 bytes"
    assert lines[1].startswith("dam.png  ·  2 kB\n“dam.png” is a picture")
    dialog.accept()
    qtbot.waitUntil(lambda: names(window)[2:] == ["dam.eml", "gate.txt"])
    assert session_of(window).project.text_of(source(window, "S4")).strip() == "The gate broke."


def test_files_of_a_message_in_a_message_are_offered_with_it(qtbot: QtBot, tmp_path: Path) -> None:
    outer = EmailMessage()
    outer["Subject"] = "Fwd: The dam"
    outer.set_content("See below, said the mayor.")
    outer.add_attachment(message_from_bytes(a_message(tmp_path).read_bytes(), policy=policy.default))
    path = tmp_path / "outer.eml"
    path.write_bytes(outer.as_bytes())
    window = a_window(qtbot, tmp_path, a_dam())
    room(window).importing.add_files([path])
    qtbot.waitUntil(lambda: window.notice.words == "S3: 3 attached files were not read with it.")
    QTest.mouseClick(offered(window), LEFT)
    dialog = choose(qtbot)
    assert dialog.list.item(0).text().startswith("The dam.eml  ·  ")
    assert dialog.list.item(1).text() == "gate.txt  ·  16 bytes  ·  in “The dam.eml”"
    dialog.accept()
    qtbot.waitUntil(lambda: names(window)[2:] == ["outer.eml", "The dam.eml", "gate.txt"])
    assert window.notice.words == ""


def test_a_message_without_words_still_offers_its_files(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    room(window).importing.add_files([a_message(tmp_path, "\n")])
    qtbot.waitUntil(lambda: window.notice.words != "")
    assert window.notice.words.startswith("“dam.eml” has no words of its own")
    QTest.mouseClick(offered(window), LEFT)
    dialog = choose(qtbot)
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.accept()
    assert len(names(window)) == 2


def test_files_can_be_added_to_a_message_later(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    take_in(qtbot, window, a_message(tmp_path))
    room(window).space.panes.show_source(source(window, "S3"))
    window.commands["attached"].trigger()
    dialog = choose(qtbot)
    with qtbot.waitSignal(dialog.accepted):
        press(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "gate.txt" in names(window))
    window.commands["attached"].trigger()
    assert choose(qtbot).list.item(0).text().endswith("\nIt is here already as S4.")
    choose(qtbot).reject()
    room(window).taking_in.offer_attached(source(window, "S1"))
    qtbot.waitUntil(lambda: window.notice.words == "No files are attached to “S1.txt”.")


def test_all_of_a_web_page_is_taken_when_it_is_wanted(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    take_in(qtbot, window, a_page(tmp_path))
    project = session_of(window).project
    assert "bridge" not in project.text_of(source(window, "S3"))
    room(window).space.panes.show_source(source(window, "S3"))
    window.commands["whole"].trigger()
    settle(qtbot, window)
    assert "Elsewhere a bridge was closed" in project.text_of(source(window, "S3"))
    assert session_of(window).undo_label == "Take the whole page of S3"
    window.commands["whole"].trigger()
    settle(qtbot, window)
    assert window.notice.words == "The text is the one that the source has already; nothing was changed."
    window.desk.undo()
    assert "bridge" not in project.text_of(source(window, "S3"))


def test_a_menu_offers_only_what_the_file_of_a_source_holds(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    page = tmp_path / "dam.html"
    page.write_text(PAGE.format(ARTICLE))
    room(window).importing.add_files([page, a_message(tmp_path)])
    qtbot.waitUntil(lambda: "dam.eml" in names(window))
    assert more_offered(window, "S1") == (["Choose the encoding…"], ["encoding"])
    assert more_offered(window, "S3") == (["Take the whole page"], ["whole"])
    assert more_offered(window, "S4") == (["Add files attached…"], ["attached"])
    assert window.commands["whole"].isEnabled()


def more_offered(window: MainWindow, label: str) -> tuple[list[str], list[str]]:
    """Return what the menu of a card and the menu bar offer of the file of a source."""
    room(window).space.panes.show_source(source(window, label))
    room(window).menus.for_source(source(window, label), QPoint(5, 5))
    menu = room(window).menus.open
    assert menu is not None
    ways_on = {"Take the whole page", "Add files attached…", "Choose the encoding…"}
    words = ways_on & {one.text() for one in menu.actions()}
    menu.close()
    commands = window.commands
    bar = next(one for one in commands["whole"].associatedObjects() if isinstance(one, QMenu))
    bar.popup(QPoint(5, 5))
    enabled = [name for name in ("whole", "attached", "encoding") if commands[name].isEnabled()]
    bar.close()
    return sorted(words), enabled


def test_what_the_card_offers_of_its_file_is_done(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    take_in(qtbot, window, a_message(tmp_path))
    card_offers(window, "S3", "Add files attached…")
    dialog = choose(qtbot)
    assert dialog.list.item(0).text() == "gate.txt  ·  16 bytes"
    dialog.reject()
    assert names(window) == ["S1.txt", "S2.txt", "dam.eml"]


def test_a_source_that_is_no_web_page_has_no_more(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    room(window).rereading.read_whole(source(window, "S1"))
    qtbot.waitUntil(lambda: window.notice.words.startswith("S1 was not read from a web page"))
    assert session_of(window).log() == []


def test_the_whole_page_is_of_the_file_that_it_was_asked_of(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    page = a_page(tmp_path)
    take_in(qtbot, window, page)
    first = source(window, "S3")
    page.write_text(PAGE.format(ARTICLE.replace("well", "on")))
    room(window).rereading.read(first, page)
    settle(qtbot, window)
    now = source(window, "S3")
    room(window).rereading.read_whole(first)
    qtbot.waitUntil(lambda: window.notice.words == "S3 is of another file by now; nothing was changed.")
    assert source(window, "S3") == now != first


def test_a_text_is_corrected_and_its_passages_found_again(qtbot: QtBot, tmp_path: Path) -> None:
    text = "Tbe dam was\u00a0old. It held through the flood."
    window = a_window(qtbot, tmp_path, a_world(text, tagged=["It held"]))
    dialog = correct(qtbot, window)
    assert dialog.text() == text
    QTest.keyClicks(dialog.words, "Note. ")
    dialog.accept()
    settle(qtbot, window)
    project = session_of(window).project
    assert project.text_of(source(window, "S1")) == f"Note. {text}"
    [passage] = project.passages()
    assert (passage.state, passage.anchor.start) == ("moved", 23)
    assert session_of(window).undo_label == "Edit the text of S1"
    window.desk.undo()
    assert project.text_of(source(window, "S1")).startswith("Tbe")


def test_corrections_are_not_lost_by_one_key(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = correct(qtbot, window)
    QTest.keyClicks(dialog.words, "x")
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "press Esc once more" in dialog.refusal.line.text()
    QTest.keyClicks(dialog.words, "y")
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.rejected):
        press(dialog, Qt.Key.Key_Escape)
    with qtbot.waitSignal(correct(qtbot, window).rejected):
        press(dialog_of(qtbot, TextDialog), Qt.Key.Key_Escape)


def test_corrections_of_a_text_that_changed_meanwhile_stay(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = correct(qtbot, window)
    room(window).rereading.revise(source(window, "S1"), "The dam was rebuilt.")
    settle(qtbot, window)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.refusal.line.text().startswith("The source has changed meanwhile")


def test_corrections_that_cannot_be_saved_stay_in_the_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    window.projects.open(a_project(tmp_path))
    qtbot.waitUntil(lambda: window.desk.session is not None)
    dialog = correct(qtbot, window)
    QTest.keyClicks(dialog.words, "Note. ")
    (tmp_path / "dam.brief").rename(tmp_path / "gone.brief")
    dialog.accept()
    press(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "is no longer where it was" in dialog.refusal.line.text())
    assert dialog.text().startswith("Note. ")
    (tmp_path / "gone.brief").rename(tmp_path / "dam.brief")
    dialog.accept()
    with qtbot.waitSignal(dialog.accepted):
        pass
    assert session_of(window).project.text_of(source(window, "S1")).startswith("Note. ")


def test_a_text_that_no_editor_keeps_is_not_opened_in_one(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_world("One\u2029two.")
    world.source("long " * 20_001)
    window = a_window(qtbot, tmp_path, world)
    room(window).taking_in.edit_text(source(window, "S1"))
    assert window.notice.words.startswith("S1 holds characters that no editor keeps")
    room(window).taking_in.edit_text(source(window, "S2"))
    assert window.notice.words.startswith("S2 is too long to be corrected here")


def test_the_text_is_corrected_from_the_menu_of_the_card(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    room(window).menus.for_source(source(window, "S1"), QPoint(5, 5))
    menu = room(window).menus.open
    assert menu is not None
    next(one for one in menu.actions() if one.text() == "Correct the text…").trigger()
    menu.close()
    dialog_of(qtbot, TextDialog).reject()
    assert session_of(window).project.get(Source, source(window, "S1").id) is not None
