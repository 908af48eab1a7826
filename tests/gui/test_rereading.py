"""Newer copies of sources: read from the card, and what they did to passages decided on the page Review."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from briefer.actions import rereading, sources, tagging
from briefer.gui.checking.model import Found
from briefer.gui.checking.review_page import ReviewPage
from briefer.gui.look import theme
from briefer.gui.window import MainWindow
from briefer.tasks.rereading import Newer
from tests.gui.windows import (
    ALT,
    CONTROL,
    FLOOD,
    LEFT,
    a_dam,
    a_project,
    a_window,
    carry_in,
    press,
    room,
    section,
    session_of,
    source,
)
from tests.worlds import World, a_world

LONGER = (
    "The dam was inspected in May by two engineers of the county. It held through the flood, said the mayor."
    "\n\nNobody was hurt when the old gate broke in the night. The crew had left an hour before."
)
NOW = "2026-11-23T12:00:00Z"
HURT = "Nobody was hurt when the old gate broke in the night."
HELD = "It held through the flood, said the mayor."
ALTERED = HURT.replace("old gate broke", "upper gate burst")


def a_report() -> World:
    """Return a report in which two sentences are tagged."""
    return a_world(LONGER, tagged=[HELD, HURT])


def newer(folder: Path, text: str, name: str = "newer.txt") -> Path:
    path = folder / name
    path.write_text(text)
    return path


def page(window: MainWindow) -> ReviewPage:
    return room(window).reviewing.page


def listed(window: MainWindow) -> list[str]:
    return [f"{row.head}: {row.below}" for row in page(window).list.cards.rows]


def read(qtbot: QtBot, window: MainWindow, path: Path, label: str = "S1") -> None:
    """Read a newer copy and wait until all is said of it."""
    room(window).rereading.read(source(window, label), path)
    settle(qtbot, window)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    here = room(window)
    qtbot.waitUntil(lambda: here.rereading._job is None and not here.reviewing._thread.busy)


def reviewing(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """Show a window in which one passage moved and one waits to be looked at."""
    window = a_window(qtbot, tmp_path, a_report())
    read(qtbot, window, newer(tmp_path, "Updated.\n\n" + LONGER.replace(HURT, ALTERED)))
    return window


def state(window: MainWindow, words: str) -> str:
    return next(one.state for one in session_of(window).project.passages() if words in one.anchor.quote)


def test_a_newer_copy_is_read_from_the_menu_of_its_card(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_report(), newer(tmp_path, "Updated.\n\n" + LONGER))
    room(window).menus.for_source(source(window, "S1"), QPoint(5, 5))
    menu = room(window).menus.open
    assert menu is not None
    next(one for one in menu.actions() if one.text() == "Read a newer copy…").trigger()
    menu.close()
    settle(qtbot, window)
    assert window.notice.words == "S1 was read anew: 2 passages moved."
    assert room(window).space.panes.active.view.text.body.startswith("Updated.")
    assert len(room(window).space.panes.active.view.under.marks.passages()) == 2
    button = next(one for one in window.notice.findChildren(QPushButton) if one.isVisible())
    QTest.mouseClick(button, LEFT)
    assert [line[:10] for line in listed(window)] == ["S1 · moved", "S1 · moved"]
    assert not page(window).reject.isEnabled()
    page(window).accept.click()
    settle(qtbot, window)
    assert [line[:10] for line in listed(window)] == ["S1 · moved"]
    assert page(window).rests == ""


def test_what_rests_on_changed_words_is_named_until_it_was_looked_at(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_report()
    gate = next(one for one in world.passages if one.anchor.quote == HURT)
    for number in range(5):
        world.statement(world.sections[0], f"It broke, day {number}.", gate)
    window = a_window(qtbot, tmp_path, world)
    read(qtbot, window, newer(tmp_path, "Updated.\n\n" + LONGER.replace(HURT, ALTERED)))
    first, last = page(window).rests.splitlines()
    assert first.endswith("“It broke, day 0.” in Findings rests on words that are not surely there any more.")
    assert last == "… and 4 more"
    page(window).accept.click()
    settle(qtbot, window)
    assert listed(window) == [f"S1 · moved: “{HURT}”", f"S1 · moved: “{HELD}”"]
    page(window).list.setCurrentIndex(page(window).list.cards.index(0))
    assert page(window).proposed.toPlainText() == ALTERED
    page(window).accept.click()
    settle(qtbot, window)
    assert listed(window) == [f"S1 · moved: “{HELD}”"]


def test_what_rests_on_accepted_words_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_report()
    gate = next(one for one in world.passages if one.anchor.quote == HURT)
    world.statement(world.sections[0], "It broke 4,500 boards.", gate)
    window = a_window(qtbot, tmp_path, world)
    read(qtbot, window, newer(tmp_path, "Updated.\n\n" + LONGER.replace(HURT, ALTERED)))
    page(window).accept.click()
    said = (
        "The statement “It broke 4,500 boards.” in Findings rests on words that have changed, "
        "and its 4,500 is not among them."
    )
    assert window.notice.words == said
    settle(qtbot, window)
    assert window.notice.words == said
    page(window).list.setCurrentIndex(page(window).list.cards.index(0))
    page(window).accept.click()
    assert window.notice.words == ""


def test_of_several_statements_the_first_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_report()
    gate = next(one for one in world.passages if one.anchor.quote == HURT)
    for number in range(3):
        world.statement(world.sections[0], f"It broke, day {number}.", gate)
    window = a_window(qtbot, tmp_path, world)
    read(qtbot, window, newer(tmp_path, "Updated.\n\n" + LONGER.replace(HURT, ALTERED)))
    page(window).accept.click()
    assert window.notice.words == (
        "The statement “It broke, day 0.” in Findings rests on words that have changed, "
        "and its 0 is not among them. … and 2 more, which Check names."
    )


def test_what_is_not_sure_waits_with_both_texts(qtbot: QtBot, tmp_path: Path) -> None:
    window = reviewing(qtbot, tmp_path)
    assert window.notice.words == "S1 was read anew: 1 passage moved, 1 passage to review."
    assert page(window).isVisible()
    assert listed(window) == [f"S1 · to review: “{HURT}”", f"S1 · moved: “{HELD}”"]
    assert page(window).state == "1 to review · 1 moved"
    assert page(window).was.toPlainText() == HURT
    assert page(window).was.marked() == ["old", "broke"]
    assert page(window).proposed.toPlainText() == ALTERED
    assert page(window).proposed.marked() == ["upper", "burst"]
    theme.wear(theme.DARK)
    assert page(window).proposed.marked() == ["upper", "burst"]
    page(window).resize(600, 500)
    page(window).resize(200, 500)


def test_a_passage_is_accepted_rejected_and_taken_back_step_by_step(qtbot: QtBot, tmp_path: Path) -> None:
    window = reviewing(qtbot, tmp_path)
    press(page(window).list, Qt.Key.Key_A, ALT)
    qtbot.waitUntil(lambda: listed(window) == [f"S1 · moved: “{HELD}”"])
    assert state(window, "upper gate") == "anchored"
    window.desk.undo()
    settle(qtbot, window)
    assert page(window).was.toPlainText() == HURT
    QTest.mouseClick(page(window).reject, LEFT)
    settle(qtbot, window)
    assert state(window, "old gate") == "lost"
    assert listed(window)[0] == f"S1 · no longer there: “{HURT}”"
    page(window).list.setCurrentIndex(page(window).list.cards.index(0))
    assert not page(window).reject.isEnabled()
    window.desk.undo()
    window.desk.undo()
    settle(qtbot, window)
    assert room(window).space.panes.active.view.text.body == LONGER
    assert listed(window) == []
    assert {one.state for one in session_of(window).project.passages()} == {"anchored"}
    window.desk.redo()
    settle(qtbot, window)
    assert listed(window) == [f"S1 · to review: “{HURT}”", f"S1 · moved: “{HELD}”"]


def test_what_was_proposed_in_a_text_that_is_another_by_now_cannot_be_accepted(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = reviewing(qtbot, tmp_path)
    desk, changed = window.desk, LONGER.replace(HURT, ALTERED)
    desk.do(lambda p: rereading.revise(p, source(window, "S1"), f"A new beginning.\n\n{changed}", NOW))
    assert listed(window) == [f"S1 · moved: “{HELD}”"]
    gate = next(one.id for one in session_of(window).project.passages() if one.state == "review")
    room(window).reviewing.accept(gate)
    settle(qtbot, window)
    assert page(window).proposed.toPlainText() == ALTERED
    page(window).accept.click()
    assert state(window, "upper gate burst") == "anchored"


def test_a_decision_shows_at_once_and_looks_at_nothing_else_again(qtbot: QtBot, tmp_path: Path) -> None:
    lines = [f"Report {number} of the county says that gate {number} broke." for number in range(9)]
    window = a_window(qtbot, tmp_path, a_world("\n".join(lines), tagged=lines))
    read(qtbot, window, newer(tmp_path, "\n".join(line.replace("broke", "burst open") for line in lines)))
    assert page(window).state == "9 to review"
    page(window).accept.click()
    page(window).accept.click()
    assert page(window).state == "7 to review"
    assert room(window).reviewing._due == {one.id for one in session_of(window).project.passages()[:2]}
    settle(qtbot, window)
    assert page(window).state == "7 to review"
    window.desk.undo()
    settle(qtbot, window)
    assert page(window).state == "8 to review"
    assert page(window).list.current() == session_of(window).project.passages()[1].id


def test_words_selected_in_the_pane_are_the_passage(qtbot: QtBot, tmp_path: Path) -> None:
    window = reviewing(qtbot, tmp_path)
    page(window).words.click()
    assert window.notice.words.startswith("Select the words in the pane of S1 first")
    body = room(window).space.panes.active.view.text.body
    start = body.index("The crew")
    room(window).space.panes.active.view.select(start, len(body))
    page(window).words.click()
    settle(qtbot, window)
    assert state(window, "The crew had left") == "anchored"
    assert listed(window) == [f"S1 · moved: “{HELD}”"]


def test_enter_shows_where_a_passage_may_stand(qtbot: QtBot, tmp_path: Path) -> None:
    window = reviewing(qtbot, tmp_path)
    press(page(window).list, Qt.Key.Key_Return)
    view = room(window).space.panes.active.view
    assert view.caret() == view.text.body.index(ALTERED)
    assert page(window).list.hasFocus()


def test_a_passage_that_is_gone_has_nothing_proposed(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_report())
    read(qtbot, window, newer(tmp_path, "Prices rose again.\n"))
    assert window.notice.words == (
        "S1 was read anew: 2 passages no longer there."
        " Nothing marked in S1 is there: is it the right file? Undo takes it back."
    )
    assert page(window).proposed.toPlainText() == ""
    assert not page(window).accept.isEnabled()
    page(window).accept_wanted.emit(page(window).list.current())
    press(page(window).list, Qt.Key.Key_Return)
    assert room(window).space.panes.active.source == source(window, "S1")
    one = session_of(window).project.passages()[0]
    window.desk.do(lambda project: tagging.discard(project, one))
    settle(qtbot, window)
    assert len(listed(window)) == 1


def test_cards_and_findings_of_what_waits_lead_to_the_review(qtbot: QtBot, tmp_path: Path) -> None:
    window = reviewing(qtbot, tmp_path)
    room(window).space.side.show_page(room(window).space.sources)
    waiting = next(one for one in session_of(window).project.passages() if one.state == "review")
    room(window).mending.mend(Found("for-review", "error", "It may stand elsewhere.", waiting.id))
    settle(qtbot, window)
    assert page(window).isVisible()
    assert page(window).list.current() == waiting.id
    moved = next(one for one in session_of(window).project.passages() if one.state == "moved")
    room(window).reviewing.show(moved.id)
    assert page(window).list.current() == moved.id


def test_a_file_let_go_on_a_card_is_its_newer_copy_and_elsewhere_a_new_source(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = a_window(qtbot, tmp_path, a_report())
    panel = room(window).space.sources
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(newer(tmp_path, "Updated.\n\n" + LONGER)))])
    on_card = panel.cards.viewport().mapTo(panel, panel.cards.visualRect(panel.model.index(0)).center())
    below = QPoint(on_card.x(), panel.height() - 20)
    assert carry_in(panel, carried, on_card, let_go=False)
    assert panel.cards.painter_of_cards.welcoming == ""
    assert carry_in(panel, carried, on_card)
    settle(qtbot, window)
    assert len(session_of(window).project.sources()) == 1
    assert session_of(window).undo_label == "Read S1 anew"
    assert carry_in(panel, carried, below)
    qtbot.waitUntil(lambda: window.notice.words == "“newer.txt” is already there as S1.")
    window.desk.undo()
    assert carry_in(panel, carried, below)
    qtbot.waitUntil(lambda: len(session_of(window).project.sources()) == 2)


def test_a_file_that_was_read_already_or_cannot_be_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_report())
    read(qtbot, window, newer(tmp_path, LONGER))
    assert window.notice.words.startswith("“newer.txt” is the file that S1 was read from")
    read(qtbot, window, tmp_path / "gone.txt")
    assert window.notice.words.startswith("“gone.txt” cannot be read")
    assert session_of(window).log() == []


def test_one_newer_copy_is_read_at_a_time(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    first, second = newer(tmp_path, FLOOD + " New."), newer(tmp_path, "Other.", "other.txt")
    room(window).rereading.read(source(window, "S1"), first)
    room(window).rereading.read(source(window, "S2"), second)
    assert window.notice.words.startswith("A newer copy is being read")
    room(window).rereading.cancel()
    assert window.desk.background.shown() == []
    assert session_of(window).log() == []


def test_what_is_tagged_while_a_newer_copy_is_read_is_found_in_it_too(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    here = room(window).rereading
    begun = here._compare

    def compare(newer: Newer) -> None:
        begun(newer)
        here._compare = begun  # type: ignore[method-assign]
        window.desk.do(lambda p: tagging.tag(p, source(window, "S1"), 0, 29, section(window, "people")))

    here._compare = compare  # type: ignore[method-assign]
    read(qtbot, window, newer(tmp_path, "Updated.\n" + FLOOD))
    assert window.notice.words == "S1 was read anew: 2 passages moved."


def test_a_source_that_goes_while_its_newer_copy_is_read_stays_gone(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_world(LONGER))
    room(window).rereading.read(source(window, "S1"), newer(tmp_path, "Updated.\n" + LONGER))
    window.desk.do(lambda project: sources.remove(project, source(window, "S1")))
    settle(qtbot, window)
    assert window.notice.words.startswith("The source was removed")
    assert session_of(window).project.sources() == []


def test_the_newer_copy_of_the_source_that_is_read_can_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_report(), newer(tmp_path, LONGER + "\nMore."))
    window.commands["reread"].trigger()
    settle(qtbot, window)
    assert source(window, "S1").file_name == "newer.txt"
    assert window.status.told == "S1 was read anew: every passage stands where it stood"
    press(window, Qt.Key.Key_R, CONTROL)
    assert page(window).isVisible()
    assert listed(window) == []


def test_what_waits_is_there_again_when_the_project_is_opened(qtbot: QtBot, tmp_path: Path) -> None:
    window = reviewing(qtbot, tmp_path)
    path = tmp_path / "later.brief"
    session_of(window).write_copy(path)
    window.projects.open(path)
    settle(qtbot, window)
    assert listed(window) == [f"S1 · to review: “{HURT}”"]
    window.projects.open(path, read_only=True)
    window.projects.open(a_project(tmp_path))
    settle(qtbot, window)
    assert listed(window) == []


def test_nothing_is_read_anew_in_a_project_open_for_reading(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    window.projects.open(a_project(tmp_path), read_only=True)
    read(qtbot, window, newer(tmp_path, "Other."))
    assert "reading only" in window.notice.words


def test_what_waits_is_listed_when_a_project_is_opened(qtbot: QtBot, tmp_path: Path) -> None:
    session = a_report().session()
    change = LONGER.replace(HURT, ALTERED)
    session.do(rereading.revise(session.project, session.project.sources()[0], change, NOW))
    window = a_window(qtbot, tmp_path)
    window.desk.lay(session)
    settle(qtbot, window)
    assert listed(window) == [f"S1 · to review: “{HURT}”"]
