"""From a note to its passage and back, by mouse and by keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from briefer.actions import details
from briefer.gui.preview.edition import Edition, Place
from briefer.gui.preview.page_links import PageLink, link_at, links_of
from briefer.gui.preview.sheets import Words
from briefer.gui.window import MainWindow
from tests.gui.hands import move
from tests.gui.previews import PATIENCE, a_preview, click, hover, link, pages, point_of, preview, shown
from tests.gui.windows import CONTROL, LEFT, NONE, SHIFT, a_dam, a_window, choose, press, room, session_of
from tests.worlds import World


def in_pane(window: MainWindow) -> str:
    """Return the words that were flashed in the active pane."""
    view = room(window).space.panes.active.view
    start, end = view.under.flash
    return view.text.body[view.text.to_stored(start) : view.text.to_stored(end)]


def pointed(window: MainWindow) -> PageLink | None:
    return pages(window).pointed


def focused(window: MainWindow) -> PageLink | None:
    return pages(window).focused


def test_a_click_on_a_note_s_number_shows_its_passage(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    room(window).space.panes.active.show_source(None)
    click(window, link(window, "mark", 1))
    assert in_pane(window) == "It held through the flood."
    assert pages(window).hasFocus()


def test_a_click_on_a_note_or_a_quotation_shows_its_passage(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    click(window, link(window, "foot", 2))
    assert in_pane(window) == "The dam held"
    quoted = [one for one in pages(window).links(0) if one.key and one.key[0] == "body"]
    click(window, quoted[-1])
    assert in_pane(window) == "Repairs cost two million."


def test_an_entry_of_the_annex_shows_its_passage_and_leads_to_its_notes(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    view = pages(window)
    assert view.sheets.edition is not None
    view.go_to(view.sheets.edition.places["_Annex"])
    shown(qtbot, window)
    page = view.sheets.edition.places["_Annex"].page
    entry = next(one for one in view.links(page) if one.passages)
    click(window, entry)
    assert in_pane(window) == "It held through the flood."
    note = [one for one in view.links(page) if one.place is not None][-1]
    view.bring_up(page, note.box[1], note.box[3])
    shown(qtbot, window)
    assert view.describe(note) == "Page 1 of this brief"
    before = view.verticalScrollBar().value()
    click(window, note)
    assert view.verticalScrollBar().value() < before


def test_each_click_shows_the_next_of_several_passages(qtbot: QtBot, tmp_path: Path) -> None:
    world = World()
    source, section = world.source("The dam held. It rained."), world.section("State")
    one, two = (world.tag(source, quote, section) for quote in ("The dam held.", "It rained."))
    world.statement(section, "It held and it rained.", one, two)
    window = a_preview(qtbot, tmp_path, world)
    mark = link(window, "mark", 1)
    assert "and 1 more; each click shows the next" in pages(window).describe(mark)
    seen = []
    for _ in range(3):
        click(window, mark)
        seen.append(in_pane(window))
    assert seen == ["The dam held.", "It rained.", "The dam held."]


def test_the_hand_and_a_tip_say_where_a_link_leads(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    view, mark = pages(window), link(window, "mark", 1)
    hover(window, mark)
    assert pointed(window) == mark
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert view.describe(mark) == "Show in S1: “It held through the flood.”"
    view.grab()
    point = point_of(window, mark)
    there = view.viewport().mapToGlobal(point)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, there))
    assert QToolTip.text() == view.describe(mark)
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert pointed(window) is None
    assert view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1)))
    assert view.link_at(QPointF(-5, -5)) is None


def test_a_press_that_slips_off_leads_nowhere(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    view = pages(window)
    point = point_of(window, link(window, "mark", 1))
    asked: list[object] = []
    view.passages_wanted.connect(asked.append)
    QTest.mousePress(view.viewport(), LEFT, NONE, point)
    move(view.viewport(), QPoint(2, 2), LEFT)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, QPoint(2, 2))
    assert asked == []


def test_tab_goes_from_link_to_link_and_enter_follows(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    view = pages(window)
    assert view.hasFocus()
    press(view, Qt.Key.Key_Return)
    press(view, Qt.Key.Key_Tab)
    assert focused(window) == view.links(0)[0]
    press(view, Qt.Key.Key_Tab)
    press(view, Qt.Key.Key_Backtab, SHIFT)
    assert focused(window) == view.links(0)[0]
    view.grab()
    press(view, Qt.Key.Key_Return)
    assert in_pane(window) == "It held through the flood."
    press(view, Qt.Key.Key_Escape)
    assert focused(window) is None
    assert "The dam held through the flood." in view.accessibleDescription()
    for _ in view.links(0):
        press(view, Qt.Key.Key_Tab)
    assert focused(window) == view.links(0)[-1]
    press(view, Qt.Key.Key_Tab)
    assert not view.hasFocus()
    assert focused(window) is None


def test_a_link_reached_by_tab_says_where_it_leads_to_eye_and_ear(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    press(pages(window), Qt.Key.Key_Tab)
    leads = "Show in S1: “It held through the flood.”"
    assert pages(window).accessibleDescription() == leads
    assert QToolTip.text() == leads


def choose_in(menu: QMenu | None, words: str) -> None:
    assert menu is not None
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_a_passage_s_menu_shows_where_it_is_printed(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    window.commands["preview"].trigger()
    cost = next(p for p in session_of(window).project.passages() if p.anchor.quote.startswith("Repairs"))
    menus = room(window).menus
    menus.for_pane(room(window).space.panes.active, QPoint(5, 5), cost.id)
    choose_in(menus.open, "Show in the preview")
    assert preview(window).isVisible()
    view = pages(window)
    qtbot.waitUntil(lambda: view.shown is not None, timeout=PATIENCE)
    assert view.shown is not None
    page, box = view.shown
    assert "Repairs cost two million." in view.sheets.words[page].text
    assert view.viewport().rect().contains(view.box_in_view(page, box).center().toPoint())
    view.grab()
    press(view, Qt.Key.Key_Escape)
    assert view.shown is None


def test_a_card_s_menu_shows_where_its_statement_is_printed(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    menus, rows = room(window).menus, room(window).space.outline.outline.rows
    assert rows is not None
    [judged] = session_of(window).project.statements_under(None)
    room(window).space.outline.choose(judged.id)
    menus.for_outline(rows.home(judged), judged, QPoint(5, 5))
    choose_in(menus.open, "Show in the preview")
    view = pages(window)
    qtbot.waitUntil(lambda: view.shown is not None, timeout=PATIENCE)
    assert view.shown is not None
    key = next(key for key, box in view.sheets.words[0].printed if box == view.shown[1])
    assert key[0] == "body"


def test_by_its_key_the_card_or_the_passage_at_the_caret_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    window.commands["preview"].trigger()
    choose(window, "cost", 0)
    window.commands["show-in-preview"].trigger()
    qtbot.waitUntil(lambda: pages(window).shown is not None, timeout=PATIENCE)
    first = pages(window).shown
    pane = room(window).space.panes.active
    pane.go_to(pane.view.text.body.index("It held through"), pane.view.text.body.index("the flood"))
    window.commands["show-in-preview"].trigger()
    qtbot.waitUntil(lambda: pages(window).shown not in (None, first), timeout=PATIENCE)
    assert pages(window).shown != first


def test_what_is_nowhere_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.commands["show-in-preview"].trigger()
    assert window.notice.words.startswith("Choose a card in the outline")
    window = a_preview(qtbot, tmp_path, with_unfiled())
    unfiled = session_of(window).project.unfiled()[0]
    room(window).preview.previewing.show_line(unfiled)
    assert preview(window).bar.state == "Not printed"
    room(window).preview.previewing.show_line(None)
    assert pages(window).shown is None


def with_unfiled() -> World:
    world = a_dam()
    world.tag(world.sources[0], "The mayor thanked the crew.", None)
    return world


def test_what_is_asked_for_before_the_pages_are_there_is_shown_with_them(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = a_preview(qtbot, tmp_path)
    window.commands["preview"].trigger()
    room(window).preview.previewing._stale = True
    tag = session_of(window).project.tags_under(session_of(window).project.find_section("cost"))[0]
    room(window).preview.previewing.show_line(tag)
    assert pages(window).shown is None
    qtbot.waitUntil(lambda: pages(window).shown is not None, timeout=PATIENCE)


def test_of_links_over_each_other_the_smallest_is_meant() -> None:
    edition = Edition(b"", False, 0, {}, behind={("foot", 1): ("p",), ("mark", 1): ("p",)})
    words = Words(
        "",
        ((("body", 0), (0, 0, 100, 50)), (("mark", 1), (50, 20, 54, 24)), (("foot", 1), (0, 100, 100, 130))),
        (((49, 19, 55, 25), Place(0, 0)), ((0, 100, 4, 108), Place(0, 0)),
         ((60, 100, 70, 108), Place(0, 0)), ((0, 200, 9, 208), Place(0, 0))),
    )  # fmt: skip
    links = links_of(0, words, edition)
    assert [(one.key, one.place is not None) for one in links] == [
        (("mark", 1), False), (("foot", 1), False), (None, True), (None, True),
    ]  # fmt: skip
    assert link_at(links, 65, 104) == links[2]
    assert link_at(links, 30, 104) == links[1]
    assert link_at(links, 52, 22) == links[0]
    assert link_at(links, 30, 30) is None


def test_the_preview_s_find_key_is_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    view, bar = pages(window), preview(window).find_bar
    press(view, Qt.Key.Key_F, CONTROL)
    assert bar.isVisible()
    assert bar.box.hasFocus()
    QTest.keyClicks(bar.box, "dam held")
    qtbot.waitUntil(lambda: bar.said == "1 of 5", timeout=PATIENCE)
    qtbot.waitUntil(lambda: bool(view.sheets.boxes), timeout=PATIENCE)
    view.grab()
    press(bar.box, Qt.Key.Key_F3)
    assert bar.said == "2 of 5"
    press(bar.box, Qt.Key.Key_Return, SHIFT)
    press(bar.box, Qt.Key.Key_Return, SHIFT)
    assert bar.said == "5 of 5"
    bar.box.clear()
    QTest.keyClicks(bar.box, "no such words")
    press(bar.box, Qt.Key.Key_Return)
    assert bar.said == "Nothing found"
    press(bar.box, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert view.hasFocus()
    assert not view.sheets.hits
    press(view, Qt.Key.Key_F3)
    assert bar.isVisible()
    press(bar.box, Qt.Key.Key_Up)
    assert bar.box.text() == "dam held"
    bar.shut()
    press(view, Qt.Key.Key_F3, SHIFT)
    assert bar.isVisible()


def test_what_was_looked_for_in_a_pane_is_at_hand_in_the_preview(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    room(window).space.panes.active.find_bar.box.last.add("the mayor")
    press(pages(window), Qt.Key.Key_F, CONTROL)
    press(preview(window).find_bar.box, Qt.Key.Key_Up)
    assert preview(window).find_bar.box.text() == "the mayor"


def test_hits_follow_a_change_of_the_brief(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    bar = preview(window).find_bar
    bar.open()
    bar.box.setText("zebra")
    bar._find()
    assert bar.said == "Nothing found"
    window.desk.do(lambda project: details.set_field(project, "title", "The zebra"))
    qtbot.waitUntil(lambda: bar.said == "1 of 1", timeout=PATIENCE)
