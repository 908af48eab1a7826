"""The list of sources: cards, filter, and what is dragged in and out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from briefer.actions import sources
from briefer.gui.desk import mime
from briefer.gui.look import theme
from briefer.gui.sources.model import SourcesModel
from briefer.gui.sources.panel import SourcesList, SourcesPanel
from briefer.gui.window import MainWindow
from briefer.model.records import Source, Statement
from tests.gui import hands
from tests.gui.test_tagging import menu_words, take
from tests.gui.windows import (
    CONTROL,
    LEFT,
    NONE,
    a_dam,
    a_window,
    carry_in,
    choose,
    press,
    room,
    section,
    session_of,
    source,
)


def panel_of(window: MainWindow) -> SourcesPanel:
    return room(window).space.sources


def cards(window: MainWindow, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[str]:
    model = panel_of(window).model
    return [model.data(model.index(row), role) for row in range(model.rowCount())]


def card(window: MainWindow, row: int) -> QPoint:
    panel = panel_of(window)
    return panel.cards.visualRect(panel.model.index(row)).center()


def test_a_card_says_what_is_known_of_a_source(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    assert cards(window) == ["S1 The flood", "S2 S2.txt"]
    first, second = cards(window, Qt.ItemDataRole.AccessibleTextRole)
    known = "2 of 5 recorded; no author, no date, no address"
    assert first == f"S1 The flood, The Gazette · no date · newspaper, 1 tag, {known}"
    assert second.startswith("S2 S2.txt, outlet not recorded · no date, 2 tags, 0 of 5 recorded; no")
    assert cards(window, Qt.ItemDataRole.ToolTipRole)[0] == f"The flood\n{known}"


def test_the_filter_narrows_by_every_word(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    QTest.keyClicks(panel_of(window).filter_box, "gazette flood")
    assert cards(window) == ["S1 The flood"]
    panel_of(window).filter_box.clear()
    assert len(cards(window)) == 2


def test_a_click_shows_a_source_in_a_pane(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.commands["one-pane"].trigger()
    QTest.mouseClick(panel_of(window).cards.viewport(), LEFT, NONE, card(window, 1))
    assert room(window).space.panes.active.source == source(window, "S2")
    assert panel_of(window).current() == source(window, "S2")


def test_the_status_line_names_the_keys_of_whatever_has_the_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.activateWindow()
    chosen_card(window, 1)
    qtbot.waitUntil(lambda: "F2 describes the source" in window.status.hinted)
    press(panel_of(window).cards, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "press 1–9 to tag" in window.status.hinted)
    room(window).drafting.write(section(window, "state"))
    qtbot.waitUntil(lambda: "Ctrl+Enter is done" in window.status.hinted)
    choose(window, "state", 0)
    qtbot.waitUntil(lambda: "Alt+↑/↓ moves it" in window.status.hinted)
    window.commands["filter"].trigger()
    qtbot.waitUntil(lambda: window.status.hinted == "")
    assert panel_of(window).cards.hasFocus() is False
    assert window.status.hinted == ""


def test_enter_shows_the_chosen_one(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.commands["one-pane"].trigger()
    listed = panel_of(window).cards
    listed.setFocus()
    listed.setCurrentIndex(panel_of(window).model.index(0))
    press(listed, Qt.Key.Key_Down)
    press(listed, Qt.Key.Key_Return)
    assert room(window).space.panes.active.source == source(window, "S2")


def test_a_card_carries_its_source_into_a_pane(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    model = panel_of(window).model
    carried = model.mimeData([model.index(1)])
    assert mime.read_source(carried) == source(window, "S2").id
    assert model.mimeData([]).formats() == []
    pane = room(window).space.panes.panes()[0]
    assert carry_in(pane, carried, QPoint(100, 200))
    assert pane.source == source(window, "S2")


def test_files_dropped_on_the_list_become_sources(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    report = tmp_path / "third.txt"
    report.write_text("A third report.")
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(report))])
    assert carry_in(panel_of(window), carried, QPoint(50, 300))
    qtbot.waitUntil(lambda: len(cards(window)) == 3)
    assert cards(window)[2] == "S3 third.txt"
    window.desk.undo()
    assert len(cards(window)) == 2


def test_words_dropped_on_the_list_become_a_source(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    carried = QMimeData()
    carried.setText("The river rose on Monday. It fell on Tuesday.")
    assert carry_in(panel_of(window), carried, QPoint(50, 300))
    assert cards(window)[2] == "S3 The river rose on Monday. It fell on Tue.txt"


def test_what_is_dragged_over_and_away_leaves_no_mark(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    before = hands.picture(panel_of(window))
    carried = QMimeData()
    carried.setText("The river rose.")
    assert carry_in(panel_of(window), carried, QPoint(50, 300), let_go=False)
    assert hands.picture(panel_of(window)) == before


def test_the_list_welcomes_neither_its_own_cards_nor_a_web_address(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    address = QMimeData()
    address.setUrls([QUrl("https://example.org/report")])
    assert not carry_in(panel_of(window), address, QPoint(50, 300))
    assert not carry_in(panel_of(window), mime.source_mime("0" * 32), QPoint(50, 300))


def test_adding_asks_for_files(qtbot: QtBot, tmp_path: Path) -> None:
    reports = [tmp_path / "third.txt", tmp_path / "fourth.txt"]
    for report in reports:
        report.write_text(report.name)
    window = a_window(qtbot, tmp_path, a_dam(), *reports)
    plus = next(
        b for b in panel_of(window).findChildren(QAbstractButton) if b.accessibleName() == "Add sources…"
    )
    QTest.mouseClick(plus, LEFT)
    qtbot.waitUntil(lambda: len(cards(window)) == 4)
    assert window.status.told == "Added S3, S4"
    assert window.commands["undo"].text() == "&Undo add 2 sources"


def test_a_card_has_a_menu(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    panel_of(window).cards.customContextMenuRequested.emit(card(window, 1))
    menu = room(window).menus.open
    assert menu_words(menu) == [
        "Show in the active pane", "Details of the source…", "Read a newer copy…",
        "Choose the encoding…", "Correct the text…", "If it were withdrawn…", "Remove S2",
    ]  # fmt: skip
    take(menu, "Show in the active pane")
    assert room(window).space.panes.active.source == source(window, "S2")
    panel_of(window).cards.customContextMenuRequested.emit(card(window, 1))
    take(room(window).menus.open, "Remove S2")
    assert cards(window) == ["S1 The flood"]


def chosen_card(window: MainWindow, row: int) -> SourcesList:
    """Put the keyboard on a card."""
    listed = panel_of(window).cards
    listed.setFocus()
    listed.setCurrentIndex(panel_of(window).model.index(row))
    return listed


def test_delete_removes_a_source_and_says_what_went(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    press(chosen_card(window, 1), Qt.Key.Key_Delete)
    assert cards(window) == ["S1 The flood"]
    assert window.status.told == "Removed S2 and 2 passages; Ctrl+Z brings it back"
    window.desk.undo()
    assert len(cards(window)) == 2


def test_a_cited_source_is_not_removed_and_what_cites_it_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    press(chosen_card(window, 0), Qt.Key.Key_Delete)
    assert window.notice.words.startswith("S1 is cited by 2 statements")
    QTest.mouseClick(offer(window, "Show the first one"), LEFT)
    line = room(window).space.outline.current_line()
    assert isinstance(line, Statement)
    panel_of(window).cards.setCurrentIndex(panel_of(window).model.index(5))
    press(panel_of(window).cards, Qt.Key.Key_Delete)  # nothing is chosen


def test_a_source_that_another_is_made_from_is_not_removed(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    origin = source(window, "S2").id
    window.desk.do(lambda project: sources.describe(project, source(window, "S1"), derived_from=origin))
    press(chosen_card(window, 1), Qt.Key.Key_Delete)
    QTest.mouseClick(offer(window, "Details of S1"), LEFT)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.windowTitle() == "Details of S1"
    dialog.close()


def offer(window: MainWindow, words: str) -> QAbstractButton:
    return next(b for b in window.notice.findChildren(QAbstractButton) if b.text() == words)


@pytest.mark.parametrize("way", ["F2", "command"])
def test_the_chosen_source_is_described(qtbot: QtBot, tmp_path: Path, way: str) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.activateWindow()
    listed = chosen_card(window, 1)
    QApplication.processEvents()
    if way == "F2":
        press(listed, Qt.Key.Key_F2)
    else:
        window.commands["source"].trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.windowTitle() == "Details of S2"
    dialog.close()


def test_words_that_were_copied_are_pasted_as_a_source(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    clipboard = QApplication.clipboard()
    clipboard.setText("The river rose on Monday.")
    press(chosen_card(window, 0), Qt.Key.Key_V, CONTROL)
    assert cards(window)[2] == "S3 The river rose on Monday.txt"
    clipboard.clear()
    press(panel_of(window).cards, Qt.Key.Key_V, CONTROL)
    assert window.notice.words == "There are no words to paste; copy some, or add files."
    current = panel_of(window).current()
    assert current is not None
    assert current.label == "S3"
    view = room(window).space.panes.active.view
    view.setFocus()
    press(view, Qt.Key.Key_A, CONTROL)
    press(view, Qt.Key.Key_C, CONTROL)
    press(panel_of(window).cards, Qt.Key.Key_V, CONTROL)
    assert window.notice.words.startswith("These words were copied from a source of this project; copy some")


def test_words_pasted_over_a_text_become_a_source_too_and_its_card_is_brought_up(
    qtbot: QtBot, tmp_path: Path
) -> None:
    world = a_dam()
    for number in range(40):
        world.source(f"The river rose {number} feet.")
    window = a_window(qtbot, tmp_path, world)
    QApplication.clipboard().setText("The river fell on Monday.")
    press(room(window).space.panes.active.view, Qt.Key.Key_V, CONTROL)
    assert cards(window)[-1] == "S43 The river fell on Monday.txt"
    listed = panel_of(window).cards
    assert listed.viewport().rect().contains(listed.visualRect(panel_of(window).model.index(42)))


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("chromium/x-source-url", b"https://example.org/dam"),
        ("text/x-moz-url-priv", "https://example.org/dam".encode("utf-16-le")),
        (
            'application/x-qt-windows-mime;value="HTML Format"',
            b"Version:0.9\r\nStartHTML:0141\r\nSourceURL:https://example.org/dam\r\n<html>",
        ),
    ],
)
def test_words_from_a_browser_keep_the_address_of_their_page(
    qtbot: QtBot, tmp_path: Path, kind: str, data: bytes
) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    copied = QMimeData()
    copied.setText("The river rose on Monday.")
    copied.setData(kind, data)
    QApplication.clipboard().setMimeData(copied)
    press(chosen_card(window, 0), Qt.Key.Key_V, CONTROL)
    pasted = source(window, "S3")
    assert pasted.reference.url == "https://example.org/dam"
    assert pasted.found == ("url\tthe address that came with the words",)
    assert [line.split("\t")[0] for line in pasted.suggested] == ["accessed"]


def test_an_address_that_is_none_is_not_taken(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    copied = QMimeData()
    copied.setText("The river rose on Monday.")
    copied.setData("chromium/x-source-url", b"file:///etc/passwd")
    QApplication.clipboard().setMimeData(copied)
    press(chosen_card(window, 0), Qt.Key.Key_V, CONTROL)
    assert (source(window, "S3").reference.url, source(window, "S3").suggested) == ("", ())


def test_after_the_project_is_closed_nothing_is_removed(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    first = source(window, "S1")
    window.commands["close"].trigger()
    room(window).sourcing.remove(first)
    assert window.notice.words == ""


def test_a_card_shows_how_its_tags_are_spread(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    ink = theme.LIGHT.inks("#b3261e").ink.name()
    assert ink in hands.colours(hands.picture(panel_of(window).cards))
    assert panel_of(window).model.shares(source(window, "S2")).total == 2
    window.desk.do(lambda project: sources.describe(project, source(window, "S2"), title="Repairs"))
    assert cards(window)[1] == "S2 Repairs"


def test_an_empty_project_says_how_to_begin(qtbot: QtBot, tmp_path: Path) -> None:
    from tests.worlds import World

    window = a_window(qtbot, tmp_path, World())
    assert panel_of(window).cards.isHidden()
    assert SourcesModel().source(panel_of(window).model.index(0)) is None


def test_the_first_source_added_shows_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    from tests.worlds import World

    window = a_window(qtbot, tmp_path, World())
    room(window).importing.add_words("The dam held.")
    shown = room(window).space.panes.active.source
    assert isinstance(shown, Source)
    assert shown.label == "S1"
    assert session_of(window).project.text_of(shown) == "The dam held."
    QApplication.processEvents()
